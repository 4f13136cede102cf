/* SPDX-License-Identifier: MIT */
#include "model/language.h"

#include "support/letter.h"

#include <string.h>

static struct tl_words_set set_of(const char *words)
{
    struct tl_words_set set = {{NULL, 0, 0}};
    struct tl_str all = tl_str_of(words);
    for (size_t at = 0; at < all.len;) {
        size_t end = tl_str_find_char(all, ' ', at);
        end = end == TL_NONE ? all.len : end;
        *TL_VEC_ADD(tl_test_arena, &set.sorted) = tl_str_slice(all, at, end);
        at = end + 1;
    }
    tl_words_set_build(tl_test_arena, &set);
    return set;
}

START_TEST(a_word_is_found_in_any_case)
{
    struct tl_words_set set = set_of("och Åt mr e.g");

    ck_assert(tl_words_set_has(&set, TL_STR("OCH")));
    ck_assert(tl_words_set_has(&set, TL_STR("åt")));
    ck_assert(tl_words_set_has(&set, TL_STR("ÅT")));
    ck_assert(tl_words_set_has(&set, TL_STR("Mr")));
    ck_assert(tl_words_set_has(&set, TL_STR("E.G")));
}
END_TEST

START_TEST(a_part_of_a_word_is_not_the_word)
{
    struct tl_words_set set = set_of("och att");

    ck_assert(!tl_words_set_has(&set, TL_STR("oc")));
    ck_assert(!tl_words_set_has(&set, TL_STR("ochs")));
    ck_assert(!tl_words_set_has(&set, TL_STR("")));
}
END_TEST

START_TEST(an_empty_set_has_no_word)
{
    struct tl_words_set set = set_of("");

    ck_assert(!tl_words_set_has(&set, TL_STR("och")));
    ck_assert(!tl_words_set_has(&set, TL_STR("")));
}
END_TEST

START_TEST(a_very_long_word_is_in_no_set)
{
    char word[5000];
    memset(word, 'a', sizeof word);

    ck_assert(!tl_words_set_has(&(struct tl_words_set){{NULL, 0, 0}},
                                (struct tl_str){word, sizeof word}));
    struct tl_words_set set = set_of("a aa");
    ck_assert(!tl_words_set_has(&set, (struct tl_str){word, sizeof word}));
}
END_TEST

START_TEST(a_language_is_found_by_its_tag_in_any_case)
{
    const struct tl_languages *all = tl_test_languages();

    ck_assert_ptr_eq(tl_language_find(all, TL_STR("en")), all->items[0]);
    ck_assert_ptr_eq(tl_language_find(all, TL_STR("EN")), all->items[0]);
    ck_assert_ptr_eq(tl_language_find(all, TL_STR("xx")), all->items[1]);
}
END_TEST

START_TEST(a_region_does_not_count)
{
    const struct tl_languages *all = tl_test_languages();

    ck_assert_ptr_eq(tl_language_find(all, TL_STR("en-GB")), all->items[0]);
    ck_assert_ptr_eq(tl_language_find(all, TL_STR("en_US")), all->items[0]);
}
END_TEST

START_TEST(an_unknown_tag_finds_nothing)
{
    const struct tl_languages *all = tl_test_languages();

    ck_assert_ptr_null(tl_language_find(all, TL_STR("fi")));
    ck_assert_ptr_null(tl_language_find(all, TL_STR("eng")));
    ck_assert_ptr_null(tl_language_find(all, TL_STR("e")));
    ck_assert_ptr_null(tl_language_find(all, TL_STR("")));
}
END_TEST

START_TEST(another_tag_of_a_language_finds_it)
{
    struct tl_str other = TL_STR("no");
    struct tl_language norwegian = {.tag = TL_STR("nb"), .other_tags = {&other, 1, 1}};
    const struct tl_language *items[] = {&norwegian};
    struct tl_languages all = {.items = items, .len = 1, .cap = 1};

    ck_assert_ptr_eq(tl_language_find(&all, TL_STR("nb-NO")), &norwegian);
    ck_assert_ptr_eq(tl_language_find(&all, TL_STR("NO")), &norwegian);
    ck_assert_ptr_null(tl_language_find(&all, TL_STR("nn")));
}
END_TEST

START_TEST(text_is_made_lower_case_in_any_script)
{
    tl_assert_str(tl_text_lower(tl_test_arena, TL_STR("Åt HÖger, ĄČ Я 4")), "åt höger, ąč я 4");
    tl_assert_str(tl_text_lower(tl_test_arena, TL_STR("")), "");
}
END_TEST

static Suite *language_suite(void)
{
    Suite *suite = suite_create("language");
    tl_add_tests(suite, "words_set", a_word_is_found_in_any_case, a_part_of_a_word_is_not_the_word,
                 an_empty_set_has_no_word, a_very_long_word_is_in_no_set);
    tl_add_tests(suite, "find", a_language_is_found_by_its_tag_in_any_case, a_region_does_not_count,
                 an_unknown_tag_finds_nothing, another_tag_of_a_language_finds_it);
    tl_add_tests(suite, "lower", text_is_made_lower_case_in_any_script);
    return suite;
}
TL_TEST_MAIN(language_suite)
