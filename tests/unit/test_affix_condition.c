/* SPDX-License-Identifier: MIT */
#include "rules/affix_condition.h"

#include "support/tl_check.h"

static const struct {
    const char *condition;
    const char *stem;
    bool is_prefix;
    bool holds;
} table[] = {
    {"", "care", false, true},          {"e", "care", false, true},
    {"e", "ask", false, false},         {"[^aeiou]y", "try", false, true},
    {"[^aeiou]y", "say", false, false}, {"[åö]na", "löna", false, true},
    {"[^ö]ra", "höra", false, false},   {"[^ö]ra", "ära", false, true},
    {"...", "äö", false, false},        {"[ab].", "bö", true, true},
    {"[ab].", "öb", true, false},
};

START_TEST(a_condition_is_about_characters)
{
    ck_assert(tl_affix_condition_holds(tl_str_of(table[_i].condition), tl_str_of(table[_i].stem),
                                       table[_i].is_prefix, true) == table[_i].holds);
}
END_TEST

START_TEST(other_signs_are_not_known)
{
    ck_assert(tl_affix_condition_is_known(TL_STR("[^åö]ra"), true));
    ck_assert(!tl_affix_condition_is_known(TL_STR("[^åö]ra"), false));
    ck_assert(tl_affix_condition_is_known(TL_STR("[^ao]ra"), false));
    ck_assert(!tl_affix_condition_is_known(TL_STR("[a-z]"), true));
    ck_assert(!tl_affix_condition_is_known(TL_STR("[ab"), true));
}
END_TEST

START_TEST(of_bytes_beyond_ascii_nothing_is_said)
{
    ck_assert(!tl_affix_condition_holds(TL_STR("."), TL_STR("ask\xE4"), false, false));
    ck_assert(tl_affix_condition_holds(TL_STR("k"), TL_STR("\xE4k"), false, false));
}
END_TEST

static Suite *affix_condition_suite(void)
{
    Suite *suite = suite_create("affix_condition");
    TCase *holds = tl_case(suite, "holds");
    tcase_add_loop_test(holds, a_condition_is_about_characters, 0,
                        (int)(sizeof table / sizeof *table));
    tl_add_tests(suite, "known", other_signs_are_not_known, of_bytes_beyond_ascii_nothing_is_said);
    return suite;
}
TL_TEST_MAIN(affix_condition_suite)
