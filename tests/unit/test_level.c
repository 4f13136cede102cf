/* SPDX-License-Identifier: MIT */
#include "finding/level.h"

#include "support/tl_check.h"

START_TEST(each_level_is_found_by_its_name)
{
    for (int i = TL_LEVEL_NOTE; i <= TL_LEVEL_NEVER; i++) {
        enum tl_level level;
        ck_assert(tl_level_find(tl_str_of(tl_level_name((enum tl_level)i)), &level));
        ck_assert_int_eq((int)level, i);
    }
}
END_TEST

START_TEST(levels_rise_from_note_to_error)
{
    ck_assert_int_lt(TL_LEVEL_NOTE, TL_LEVEL_WARNING);
    ck_assert_int_lt(TL_LEVEL_WARNING, TL_LEVEL_ERROR);
    ck_assert_int_lt(TL_LEVEL_ERROR, TL_LEVEL_NEVER);
}
END_TEST

START_TEST(a_suggestion_is_a_note)
{
    enum tl_level level;

    ck_assert(tl_level_find(TL_STR("suggestion"), &level));
    ck_assert_int_eq(level, TL_LEVEL_NOTE);
}
END_TEST

START_TEST(other_words_are_no_level)
{
    enum tl_level level;

    ck_assert(!tl_level_find(TL_STR("warn"), &level));
    ck_assert(!tl_level_find(TL_STR("Warning"), &level));
    ck_assert(!tl_level_find(TL_STR("warnings"), &level));
    ck_assert(!tl_level_find(TL_STR(""), &level));
}
END_TEST

static Suite *level_suite(void)
{
    Suite *suite = suite_create("level");
    tl_add_tests(suite, "find", each_level_is_found_by_its_name, levels_rise_from_note_to_error,
                 a_suggestion_is_a_note, other_words_are_no_level);
    return suite;
}
TL_TEST_MAIN(level_suite)
