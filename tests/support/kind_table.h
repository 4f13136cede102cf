/*
 * Tests of kinds of checks as tables: a rule, a text, and the texts and messages of what is found.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_TESTS_SUPPORT_KIND_TABLE_H
#define TL_TESTS_SUPPORT_KIND_TABLE_H

#include "support/letter.h"

#define N_OF(table) (int)(sizeof(table) / sizeof *(table))

struct tl_kind_row {
    const char *rule;
    const char *text;
    const char *found; /* texts, joined by " | " */
};

struct tl_kind_error {
    const char *rule;
    const char *errors; /* "LINE:COLUMN: text", a line each */
};

/* The rule finds what the row says. */
#define tl_assert_row(row)                                                                         \
    ck_assert_msg(tl_is_str(tl_test_findings((row).rule, (row).text), tl_str_of((row).found)),     \
                  "%s%s: %s", (row).rule, (row).text, tl_test_said())

/* Loading the rule gives the errors that the row says. */
#define tl_assert_error_row(row)                                                                   \
    ck_assert_msg(tl_is_str(tl_test_rule_errors((row).rule), tl_str_of((row).errors)), "%s: %s",   \
                  (row).rule, tl_test_said())

#endif
