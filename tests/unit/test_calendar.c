/* SPDX-License-Identifier: MIT */
#include "model/calendar.h"

#include "support/letter.h"

static const struct tl_calendar *english(void)
{
    return &tl_test_languages()->items[0]->calendar;
}

START_TEST(a_weekday_is_found_in_any_case_and_form)
{
    size_t form = 9;

    ck_assert_int_eq(tl_calendar_weekday(english(), TL_STR("Monday"), NULL), 0);
    ck_assert_int_eq(tl_calendar_weekday(english(), TL_STR("tUE"), &form), 1);
    ck_assert_uint_eq(form, 1);
    ck_assert_int_eq(tl_calendar_weekday(english(), TL_STR("SUNDAY"), NULL), 6);
    ck_assert_int_eq(tl_calendar_weekday(english(), TL_STR("Mond"), NULL), -1);
    ck_assert_int_eq(tl_calendar_weekday(english(), TL_STR(""), NULL), -1);
}
END_TEST

START_TEST(a_month_is_found)
{
    ck_assert_int_eq(tl_calendar_month(english(), TL_STR("Jan")), 0);
    ck_assert_int_eq(tl_calendar_month(english(), TL_STR("December")), 11);
    ck_assert_int_eq(tl_calendar_month(english(), TL_STR("Monday")), -1);
}
END_TEST

START_TEST(letters_beyond_ascii_match_in_either_case)
{
    ck_assert(tl_calendar_same(TL_STR("ŠEŠTADIENĮ"), TL_STR("šeštadienį")));
    ck_assert(!tl_calendar_same(TL_STR("šeštadienį"), TL_STR("šeštadienio")));
    ck_assert(!tl_calendar_same(TL_STR("a"), TL_STR("")));
}
END_TEST

static Suite *calendar_suite(void)
{
    Suite *suite = suite_create("calendar");
    tl_add_tests(suite, "words", a_weekday_is_found_in_any_case_and_form, a_month_is_found,
                 letters_beyond_ascii_match_in_either_case);
    return suite;
}
TL_TEST_MAIN(calendar_suite)
