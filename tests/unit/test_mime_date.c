/* For src/mime/date.c; test_date.c is for src/model/date.c.  SPDX-License-Identifier: MIT */
#include "mime/date.h"

#include "base/day.h"
#include "support/tl_check.h"

static const struct {
    const char *body;
    const char *day; /* "" for none */
} fields[] = {
    {" Sat, 21 Nov 2026 10:00:00 +0100", "2026-11-21"},
    {" 21 Nov 2026 10:00 GMT", "2026-11-21"},
    {" Sat,\r\n 1\r\n\tNov 2026 10:00 +0000 (CET)", "2026-11-01"},
    {" (a (nested) comment) Sat (x), 21 (y) NOV 2026", "2026-11-21"},
    {" Fri, 21 Nov 97 09:55:06 -0600", "1997-11-21"},
    {" 21 November 26 09:55", "2026-11-21"},
    {" 21 Nov 126 09:55", "2026-11-21"},
    {" Sat, 31 Nov 2026 10:00:00 +0100", ""},
    {" Sat, 21 Nav 2026 10:00:00 +0100", ""},
    {" 21 Nov 2 10:00", ""},
    {" 21 Nov 20261 10:00", ""},
    {" 2026-11-21", ""},
    {" tomorrow", ""},
    {" (open", ""},
    {")", ""},
    {"", ""},
};

START_TEST(a_field_says_a_day_or_none)
{
    int day = tl_date_field_day(tl_str_of(fields[_i].body));

    tl_assert_same(day == 0 ? TL_STR("") : tl_day_text(tl_test_arena, day),
                   tl_str_of(fields[_i].day));
}
END_TEST

static Suite *mime_date_suite(void)
{
    Suite *suite = suite_create("mime_date");
    TCase *table = tl_case(suite, "table");
    tcase_add_loop_test(table, a_field_says_a_day_or_none, 0,
                        (int)(sizeof fields / sizeof *fields));
    return suite;
}
TL_TEST_MAIN(mime_date_suite)
