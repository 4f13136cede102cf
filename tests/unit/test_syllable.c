/* SPDX-License-Identifier: MIT */
#include "model/syllable.h"

#include "support/tl_check.h"

static const struct tl_regex *regex(const char *pattern)
{
    struct tl_regex_error err;
    return tl_regex_compile(tl_test_arena, tl_str_of(pattern), TL_REGEX_NOCASE, &err);
}

static size_t syllables(const char *word, const struct tl_language *language)
{
    return tl_syllables_of(tl_matcher_new(tl_test_arena), tl_str_of(word), language);
}

START_TEST(a_run_of_vowels_is_a_syllable)
{
    ck_assert_uint_eq(syllables("box", NULL), 1);
    ck_assert_uint_eq(syllables("Under", NULL), 2);
    ck_assert_uint_eq(syllables("queue", NULL), 1);
    ck_assert_uint_eq(syllables("hm", NULL), 1);
    ck_assert_uint_eq(syllables("", NULL), 1);
}
END_TEST

START_TEST(a_language_says_its_vowels)
{
    struct tl_language language = {.vowels = TL_STR("a\xC4\x97i")};

    ck_assert_uint_eq(syllables("\xC4\x96ja", &language), 2);
    ck_assert_uint_eq(syllables("ouo", &language), 1);
}
END_TEST

START_TEST(a_language_says_which_vowels_are_silent_or_two)
{
    struct tl_language language = {
        .vowels = TL_STR("aeiouy"),
        .silent_vowels = regex("e$"),
        .split_vowels = regex("io"),
    };

    ck_assert_uint_eq(syllables("make", &language), 1);
    ck_assert_uint_eq(syllables("radio", &language), 3);
    ck_assert_uint_eq(syllables("the", &language), 1);
}
END_TEST

static Suite *syllable_suite(void)
{
    Suite *suite = suite_create("syllable");
    tl_add_tests(suite, "of", a_run_of_vowels_is_a_syllable, a_language_says_its_vowels,
                 a_language_says_which_vowels_are_silent_or_two);
    return suite;
}
TL_TEST_MAIN(syllable_suite)
