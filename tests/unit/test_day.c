/* SPDX-License-Identifier: MIT */
#include "base/day.h"

#include "support/tl_check.h"

static const struct {
    const char *text;
    int weekday; /* -1: no day */
} days[] = {
    {"0001-01-01", 0},  {"1900-03-01", 3},  {"1970-01-01", 3},  {"2000-02-29", 1},
    {"2026-11-21", 5},  {"2028-02-29", 1},  {"9999-12-31", 4},  {"1900-02-29", -1},
    {"2027-02-29", -1}, {"2026-06-31", -1}, {"2026-13-01", -1}, {"2026-00-01", -1},
    {"2026-01-00", -1}, {"0000-01-01", -1}, {"2026-1-1", -1},   {"2026/01/01", -1},
    {"2026-01-0x", -1}, {"", -1},
};

START_TEST(a_text_is_a_day_of_the_week_or_none)
{
    int day = tl_day_read(tl_str_of(days[_i].text));

    if (days[_i].weekday < 0) {
        ck_assert_int_eq(day, 0);
        return;
    }
    ck_assert_int_gt(day, 0);
    ck_assert_int_eq((int)tl_day_weekday(day), days[_i].weekday);
    tl_assert_same(tl_day_text(tl_test_arena, day), tl_str_of(days[_i].text));
}
END_TEST

START_TEST(each_day_is_the_one_after_the_day_before)
{
    int last = tl_day_of(2401, 1, 1);
    for (int day = tl_day_of(1999, 12, 31); day < last; day++) {
        struct tl_ymd date = tl_day_date(day);
        ck_assert_int_eq(tl_day_of(date.year, date.month, date.day), day);
    }
}
END_TEST

START_TEST(a_month_has_its_days)
{
    ck_assert_uint_eq(tl_month_days(2026, 2), 28);
    ck_assert_uint_eq(tl_month_days(0, 2), 29);
    ck_assert_uint_eq(tl_month_days(0, 6), 30);
    ck_assert_uint_eq(tl_month_days(2026, 0), 0);
    ck_assert_uint_eq(tl_month_days(2026, 13), 0);
}
END_TEST

START_TEST(the_clock_says_a_day)
{
    ck_assert_int_gt(tl_day_today(), tl_day_of(2020, 1, 1));
}
END_TEST

static Suite *day_suite(void)
{
    Suite *suite = suite_create("day");
    TCase *table = tl_case(suite, "table");
    tcase_add_loop_test(table, a_text_is_a_day_of_the_week_or_none, 0,
                        (int)(sizeof days / sizeof *days));
    tl_add_tests(suite, "days", each_day_is_the_one_after_the_day_before, a_month_has_its_days,
                 the_clock_says_a_day);
    return suite;
}
TL_TEST_MAIN(day_suite)
