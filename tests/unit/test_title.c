/* SPDX-License-Identifier: MIT */
#include "rules/title.h"

#include "support/tl_check.h"

START_TEST(words_are_runs_without_blanks_from_a_letter_on)
{
    struct tl_str text = TL_STR("\"Big, (box)\xC2\xA0 3x - \xC3\xA5");
    struct tl_span word = {0, 0};
    static const char *const words[] = {"Big,", "box)", "3x", "\xC3\xA5"};

    for (size_t i = 0; i < 4; i++) {
        ck_assert(tl_title_word_next(text, word.end, &word));
        tl_assert_same(tl_str_slice(text, word.begin, word.end), tl_str_of(words[i]));
    }
    ck_assert(!tl_title_word_next(text, word.end, &word));
}
END_TEST

START_TEST(each_form_writes_a_word_in_its_case)
{
    struct tl_str text = TL_STR("the McBox");
    struct tl_span word = {4, 9};
    const struct tl_words_set none = {{NULL, 0, 0}};

    tl_assert_str(tl_title_word(tl_test_arena, text, word, TL_CASE_TITLE, &none, false), "McBox");
    tl_assert_str(tl_title_word(tl_test_arena, text, word, TL_CASE_SENTENCE, &none, true), "Mcbox");
    tl_assert_str(tl_title_word(tl_test_arena, text, word, TL_CASE_SENTENCE, &none, false),
                  "mcbox");
    tl_assert_str(tl_title_word(tl_test_arena, text, word, TL_CASE_LOWER, NULL, false), "mcbox");
    tl_assert_str(tl_title_word(tl_test_arena, text, word, TL_CASE_UPPER, NULL, false), "MCBOX");
}
END_TEST

START_TEST(case_is_that_of_unicode)
{
    ck_assert(tl_title_is_upper(TL_STR("\xC3\x85 3 \xC4\x8C")));
    ck_assert(!tl_title_is_upper(TL_STR("\xC3\x85 \xC4\x8D")));
    ck_assert(tl_title_is_lower(TL_STR("\xC3\xA5 3 \xF0\x90\x90\xA8")));
    ck_assert(!tl_title_is_lower(TL_STR("\xF0\x90\x90\x80")));
}
END_TEST

static Suite *title_suite(void)
{
    Suite *suite = suite_create("title");
    tl_add_tests(suite, "words", words_are_runs_without_blanks_from_a_letter_on,
                 each_form_writes_a_word_in_its_case, case_is_that_of_unicode);
    return suite;
}
TL_TEST_MAIN(title_suite)
