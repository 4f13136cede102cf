/* SPDX-License-Identifier: MIT */
#include "mime/mbox_line.h"

#include "support/tl_check.h"

static const struct {
    const char *line;
    bool is;
} rows[] = {
    {"From ann@example.com Sat Nov 21 10:00:00 2026", true},
    {"From ann@example.com  Sat Nov  1  9:00:00 2026", true},
    {"From - Sat Nov 21 10:00:00 2026", true},
    {"From MAILER-DAEMON Sat Nov 21 10:00 2026", true},
    {"From ann@example.com Sat Nov 21 10:00:00 CET 2026", true},
    {"From ann@example.com Sat Nov 21 10:00:00 2026 +0100", true},
    {"From ann Sat Nov 21 10:00:00 2026 remote from host", true},
    {"From \"Ann Berg\"@example.com Sat Nov 21 10:00:00 2026", true},
    {"From ann@example.com", false},
    {"From ", false},
    {"", false},
    {">From ann@example.com Sat Nov 21 10:00:00 2026", false},
    {"From: ann@example.com Sat Nov 21 10:00:00 2026", false},
    {"From now on we open on Sat Nov 21 at noon", false},
    {"From Sat Nov 21 10:00:00 2026", false},
    {"From ann@example.com Sat Nov 21 10:00:00", false},
    {"From ann@example.com Sat Nov 21 10:00:00 2026 we will be open all day", false},
};

START_TEST(a_line_is_known_by_its_date)
{
    ck_assert_msg(tl_mbox_line_is(tl_str_of(rows[_i].line)) == rows[_i].is, "%s", rows[_i].line);
}
END_TEST

static Suite *mbox_line_suite(void)
{
    Suite *suite = suite_create("mbox_line");
    TCase *table = tl_case(suite, "is");
    tcase_add_loop_test(table, a_line_is_known_by_its_date, 0, sizeof rows / sizeof *rows);
    return suite;
}
TL_TEST_MAIN(mbox_line_suite)
