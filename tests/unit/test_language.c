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

static const struct tl_language *guess(const char *text, size_t min)
{
    return tl_language_guess(tl_test_languages(), tl_matcher_new(tl_test_arena), tl_str_of(text),
                             min);
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

START_TEST(a_text_is_of_the_language_whose_words_it_has)
{
    const struct tl_languages *all = tl_test_languages();

    ck_assert_ptr_eq(guess("We sent the box to you and it is on the way.", 3), all->items[0]);
    ck_assert_ptr_eq(guess("Att det kom och att det gick.", 3), all->items[1]);
}
END_TEST

START_TEST(too_few_words_tell_nothing)
{
    ck_assert_ptr_null(guess("the and", 3));
    ck_assert_ptr_nonnull(guess("the and of", 3));
    ck_assert_ptr_null(guess("", 1));
    ck_assert_ptr_null(guess("4411 ... --", 1));
}
END_TEST

START_TEST(a_text_of_two_languages_alike_is_of_none)
{
    ck_assert_ptr_null(guess("the and of to och att det och", 3));
    ck_assert_ptr_nonnull(guess("the and of to you och att det", 3));
}
END_TEST

START_TEST(words_inside_other_words_do_not_count)
{
    ck_assert_ptr_null(guess("theory android often toy yours", 1));
}
END_TEST

START_TEST(lines_that_begin_as_a_greeting_or_a_signoff_are_evidence)
{
    const struct tl_languages *all = tl_test_languages();

    ck_assert_ptr_eq(guess("Dear Ann,\nit left on Friday.\nKind regards", 3), all->items[0]);
    ck_assert_ptr_null(guess("Ann,\nit left Friday.", 3));
}
END_TEST

static Suite *language_suite(void)
{
    Suite *suite = suite_create("language");
    tl_add_tests(suite, "words_set", a_word_is_found_in_any_case, a_part_of_a_word_is_not_the_word,
                 an_empty_set_has_no_word, a_very_long_word_is_in_no_set);
    tl_add_tests(suite, "find", a_language_is_found_by_its_tag_in_any_case, a_region_does_not_count,
                 an_unknown_tag_finds_nothing);
    tl_add_tests(suite, "guess", a_text_is_of_the_language_whose_words_it_has,
                 too_few_words_tell_nothing, a_text_of_two_languages_alike_is_of_none,
                 words_inside_other_words_do_not_count,
                 lines_that_begin_as_a_greeting_or_a_signoff_are_evidence);
    return suite;
}
TL_TEST_MAIN(language_suite)
