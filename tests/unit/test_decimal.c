/* SPDX-License-Identifier: MIT */
#include "base/decimal.h"

#include "support/tl_check.h"

#define N_OF(table) (int)(sizeof(table) / sizeof *(table))

/* A text, the bytes of the number at its start, and that number. */
static const struct {
    const char *text;
    size_t bytes;
    double number;
} table[] = {
    {"0", 1, 0},
    {"12", 2, 12},
    {"12.5 words", 4, 12.5},
    {"0.25", 4, 0.25},
    {"007", 3, 7},
    {"3.", 1, 3},
    {"3.x", 1, 3},
    {"1.2.3", 3, 1.2},
    {".5", 0, 0},
    {"-1", 0, 0},
    {"", 0, 0},
    {"words", 0, 0},
    {"123456789012345", 15, 123456789012345.0},
    {"1234567890123456", 0, 0},
};

START_TEST(the_number_at_the_start_is_read)
{
    double number = 0;
    ck_assert_uint_eq(tl_decimal_read(tl_str_of(table[_i].text), &number), table[_i].bytes);
    ck_assert_double_eq_tol(number, table[_i].number, 1e-9);
}
END_TEST

START_TEST(a_whole_text_is_a_number_or_none)
{
    double number;
    ck_assert(tl_decimal_parse(TL_STR("-2.5"), &number));
    ck_assert_double_eq_tol(number, -2.5, 1e-9);
    ck_assert(!tl_decimal_parse(TL_STR("2.5 "), &number));
    ck_assert(!tl_decimal_parse(TL_STR("-"), &number));
    ck_assert(!tl_decimal_parse(TL_STR("--1"), &number));
    ck_assert(!tl_decimal_parse(TL_STR(""), &number));
}
END_TEST

START_TEST(a_number_is_shown_with_so_many_places)
{
    tl_assert_str(tl_decimal_show(tl_test_arena, 12.345, 2), "12.35");
    tl_assert_str(tl_decimal_show(tl_test_arena, 12, 2), "12.00");
    tl_assert_str(tl_decimal_show(tl_test_arena, -0.5, 1), "-0.5");
    tl_assert_str(tl_decimal_show(tl_test_arena, 7, 0), "7");
}
END_TEST

static Suite *decimal_suite(void)
{
    Suite *suite = suite_create("decimal");
    tcase_add_loop_test(tl_case(suite, "read"), the_number_at_the_start_is_read, 0, N_OF(table));
    tl_add_tests(suite, "all", a_whole_text_is_a_number_or_none,
                 a_number_is_shown_with_so_many_places);
    return suite;
}
TL_TEST_MAIN(decimal_suite)
