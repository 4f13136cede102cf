/* SPDX-License-Identifier: MIT */
#include "model/date.h"

#include "base/day.h"
#include "support/letter.h"

static const struct tl_calendar *english(void)
{
    return &tl_test_languages()->items[0]->calendar;
}

static struct tl_dates find(const char *text, const char *today)
{
    struct tl_dates dates = {0};
    struct tl_str s = tl_str_of(text);
    tl_dates_find(tl_test_arena, tl_matcher_new(tl_test_arena), english(), s,
                  (struct tl_span){0, s.len}, &dates);
    tl_dates_resolve(&dates, tl_day_read(tl_str_of(today)));
    return dates;
}

/* "TEXT=2026-11-21 …" of all dates; "?" for a day that is not known, "~" before a guessed year, "!"
 * for what cannot be, "#2" for a weekday. */
static struct tl_str shown(const char *text, const char *today)
{
    struct tl_dates dates = find(text, today);
    struct tl_buf out = tl_buf_in(tl_test_arena);
    for (size_t i = 0; i < dates.len; i++) {
        const struct tl_date *date = &dates.items[i];
        tl_buf_add_format(&out, "%s%.*s=", i == 0 ? "" : " | ",
                          (int)(date->span.end - date->span.begin), text + date->span.begin);
        tl_buf_add(&out, date->is_year_guessed ? TL_STR("~") : TL_STR(""));
        tl_buf_add(&out, tl_date_is_impossible(date) ? TL_STR("!")
                         : date->number == 0         ? TL_STR("?")
                                                     : tl_day_text(tl_test_arena, date->number));
        if (date->weekday >= 0) {
            tl_buf_add_format(&out, "#%d", date->weekday);
        }
        if (date->is_relative) {
            tl_buf_add_format(&out, "%+d", date->offset);
        }
    }
    return tl_buf_str(&out);
}

static const struct {
    const char *text;
    const char *dates; /* on 21 November 2026 */
} rows[] = {
    {"on Monday, 23 November 2026.", "Monday, 23 November 2026=2026-11-23#0"},
    {"on mon 23 nov 2026", "23 nov 2026=2026-11-23"}, /* a word with a capital needs it */
    {"MON 23 NOV 2026", "MON 23 NOV 2026=2026-11-23#0"},
    {"Mon. 23 nov. 2026.", "Mon. 23 nov. 2026=2026-11-23#0"},
    {"in nov. 5 nov. It is", "5 nov=~2026-11-05"},
    {"Monday (23 November) is", "Monday (23 November)=~2026-11-23#0"},
    {"23 November 2026 (Monday)", "23 November 2026 (Monday)=2026-11-23#0"},
    /* ranges */
    {"3-5 May 2026", "3=2026-05-03 | 5 May 2026=2026-05-05"},
    {"30 december-2 january 2027", "30 december=2026-12-30 | 2 january 2027=2027-01-02"},
    {"30 december 2026-2 january", "30 december 2026=2026-12-30 | 2 january=2027-01-02"},
    {"30 december-2 january", "30 december=~2026-12-30 | 2 january=~2027-01-02"},
    {"Monday 3-Friday 5 May 2026", "Monday 3=2026-05-03#0 | Friday 5 May 2026=2026-05-05#4"},
    {"28-3 march 2026", "28=? | 3 march 2026=2026-03-03"},
    /* years */
    {"4 january", "4 january=~2027-01-04"},
    {"1 june", "1 june=~2026-06-01"},
    {"29 february", "29 february=~2028-02-29"},
    {"23/11/26", ""},
    {"Monday 23/11/26", "Monday 23/11/26=2026-11-23#0"},
    {"Monday 27/11/95", "Monday 27/11/95=1995-11-27#0"},
    /* the order of day and month */
    {"3/4/2026", "3/4/2026=?"},
    {"4/4/2026", "4/4/2026=2026-04-04"},
    {"13/4/2026, 3/4/2026", "13/4/2026=2026-04-13 | 3/4/2026=2026-04-03"},
    {"4/13/2026, 3/4/2026", "4/13/2026=2026-04-13 | 3/4/2026=2026-03-04"},
    {"4/13/2026, 13/4/2026, 3/4/2026", "4/13/2026=2026-04-13 | 13/4/2026=2026-04-13 | 3/4/2026=?"},
    {"Friday 3/4/2026", "Friday 3/4/2026=2026-04-03#4"},
    {"Wednesday 3/4/2026, 5/4/2026", "Wednesday 3/4/2026=2026-03-04#2 | 5/4/2026=2026-05-04"},
    /* what is none */
    {"31 june", "31 june=!"},
    {"29 february 2027", "29 february 2027=!"},
    {"35 june", ""},
    {"35 june 2026", "35 june 2026=!"},
    {"2026-02-30", "2026-02-30=!"},
    {"2026-13-01", ""},
    {"may 3 may apply", ""},
    {"no. 1.3 May, a-3 May, 3 May-9", ""},
    {"2026-11-21-4411", ""},
    {"", ""},
    /* weekdays of something else */
    {"Monday to Friday, 23 November", "Friday, 23 November=~2026-11-23"},
    {"Monday 3 or Friday, 23 November", "Friday, 23 November=~2026-11-23#4"},
    /* words for days */
    {"tomorrow, Monday 23 November", "tomorrow, Monday 23 November=~2026-11-23#0+1"},
    {"yesterday (Monday)", "yesterday (Monday)=?#0-1"},
};

START_TEST(these_dates_are_read)
{
    struct tl_str dates = shown(rows[_i].text, "2026-11-21");

    ck_assert_msg(tl_str_equal(dates, tl_str_of(rows[_i].dates)), "\"%s\": %s", rows[_i].text,
                  dates.data);
}
END_TEST

START_TEST(no_year_is_guessed_where_the_day_is_not_known)
{
    tl_assert_str(shown("4 january, 3-5 May", ""), "4 january=? | 3=? | 5 May=?");
}
END_TEST

START_TEST(a_year_is_guessed_by_the_nearest_day)
{
    tl_assert_str(shown("4 january", "2026-07-05"), "4 january=~2026-01-04");
    tl_assert_str(shown("4 january", "2026-07-07"), "4 january=~2027-01-04");
    tl_assert_str(shown("4 january", "0001-07-05"), "4 january=~0001-01-04");
}
END_TEST

static const struct {
    const char *text;
    const char *day; /* that it is in truth; "" where all agrees */
} mismatches[] = {
    {"Monday 23 November 2026", ""},
    {"Tuesday 23 November 2026", "2026-11-23"},
    {"23 November 2026", ""},
    {"Monday 31 November 2026", ""},
    {"tomorrow, 22 November", ""},
    {"tomorrow, 23 November", "2026-11-22"},
    {"tomorrow, Monday 22 November", "2026-11-22"},
    {"tomorrow (sunday)", ""},
    {"tomorrow (saturday)", "2026-11-22"},
};

START_TEST(weekday_and_date_agree_or_not)
{
    struct tl_dates dates = find(mismatches[_i].text, "2026-11-21");
    ck_assert_uint_eq(dates.len, 1);
    int day = tl_date_mismatch(&dates.items[0], tl_day_read(TL_STR("2026-11-21")));

    tl_assert_same(day == 0 ? TL_STR("") : tl_day_text(tl_test_arena, day),
                   tl_str_of(mismatches[_i].day));
}
END_TEST

START_TEST(tomorrow_needs_a_today)
{
    ck_assert_int_eq(tl_date_mismatch(&find("tomorrow (Monday)", "").items[0], 0), 0);
    ck_assert_int_eq(tl_date_mismatch(&find("yesterday (Friday)", "").items[0], 1), 0);
}
END_TEST

START_TEST(a_text_full_of_dates_is_read_in_one_go)
{
    struct tl_buf text = tl_buf_in(tl_test_arena);
    for (int i = 0; i < 1000; i++) {
        tl_buf_add(&text, TL_STR("3-5 May 2026, (Monday "));
    }

    ck_assert_uint_eq(find(tl_buf_str(&text).data, "").len, 2000);
}
END_TEST

static Suite *date_suite(void)
{
    Suite *suite = suite_create("date");
    TCase *tables = tl_case(suite, "tables");
    tcase_add_loop_test(tables, these_dates_are_read, 0, (int)(sizeof rows / sizeof *rows));
    tcase_add_loop_test(tables, weekday_and_date_agree_or_not, 0,
                        (int)(sizeof mismatches / sizeof *mismatches));
    tl_add_tests(suite, "dates", no_year_is_guessed_where_the_day_is_not_known,
                 a_year_is_guessed_by_the_nearest_day, tomorrow_needs_a_today,
                 a_text_full_of_dates_is_read_in_one_go);
    return suite;
}
TL_TEST_MAIN(date_suite)
