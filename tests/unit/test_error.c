/* SPDX-License-Identifier: MIT */
#include "base/error.h"

#include "support/tl_check.h"

#include <string.h>

START_TEST(an_error_about_no_file_has_no_path_and_no_line)
{
    struct tl_error err = {.path = "old", .line = 3, .column = 4, .text = "old"};

    tl_error_set(&err, NULL, "cannot open '%s'", "x");

    ck_assert_str_eq(err.path, "");
    ck_assert_str_eq(err.text, "cannot open 'x'");
    ck_assert_uint_eq(err.line, 0);
    ck_assert_uint_eq(err.column, 0);
}
END_TEST

START_TEST(an_error_at_a_place_keeps_it)
{
    struct tl_error err;

    tl_error_set_at(&err, "a.yml", 7, 12, "unknown key '%s'", "k");

    ck_assert_str_eq(err.path, "a.yml");
    ck_assert_str_eq(err.text, "unknown key 'k'");
    ck_assert_uint_eq(err.line, 7);
    ck_assert_uint_eq(err.column, 12);
}
END_TEST

START_TEST(a_text_and_a_path_that_are_too_long_are_cut)
{
    static char big[10000];
    memset(big, 'x', sizeof big - 1);
    struct tl_error err;

    tl_error_set(&err, big, "%s", big);

    ck_assert_uint_eq(strlen(err.path), sizeof err.path - 1);
    ck_assert_uint_eq(strlen(err.text), sizeof err.text - 1);
}
END_TEST

static Suite *error_suite(void)
{
    Suite *suite = suite_create("error");
    tl_add_tests(suite, "set", an_error_about_no_file_has_no_path_and_no_line,
                 an_error_at_a_place_keeps_it, a_text_and_a_path_that_are_too_long_are_cut);
    return suite;
}
TL_TEST_MAIN(error_suite)
