/* SPDX-License-Identifier: MIT */
#include "base/regex_set.h"

#include "support/tl_check.h"

START_TEST(small_sets_have_characters)
{
    uint32_t chars[4];

    ck_assert_uint_eq(tl_regex_set_chars(TL_STR("[ab-]"), chars, 4), 3);
    ck_assert_uint_eq(chars[2], '-');
    ck_assert_uint_eq(tl_regex_set_chars(TL_STR("[\\]\\x41]"), chars, 4), 2);
    ck_assert_uint_eq(chars[1], 'A');
    ck_assert_uint_eq(tl_regex_set_chars(TL_STR("[a-c]"), chars, 4), 0);
    ck_assert_uint_eq(tl_regex_set_chars(TL_STR("[^a]"), chars, 4), 0);
    ck_assert_uint_eq(tl_regex_set_chars(TL_STR("[a\\d]"), chars, 4), 0);
    ck_assert_uint_eq(tl_regex_set_chars(TL_STR("[a\\b]"), chars, 4), 0);
    ck_assert_uint_eq(tl_regex_set_chars(TL_STR("[abcde]"), chars, 4), 0);
}
END_TEST

static Suite *set_suite(void)
{
    Suite *suite = suite_create("regex_set");
    tl_add_tests(suite, "chars", small_sets_have_characters);
    return suite;
}
TL_TEST_MAIN(set_suite)
