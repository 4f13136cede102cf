/*
 * What a reporter prints, for tests: into memory.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_TESTS_SUPPORT_REPORT_H
#define TL_TESTS_SUPPORT_REPORT_H

#include "report/report.h"
#include "support/tl_check.h"

/* A stream into memory; tl_test_printed() closes it and gives what was printed. */
FILE *tl_test_stream(void);
struct tl_str tl_test_printed(FILE *stream);

/* What the reporter prints for one file: begin, the file, and the end with its summary. */
struct tl_str tl_test_report(const struct tl_reporter *reporter, const char *path,
                             struct tl_str bytes, const struct tl_findings *findings, bool color);

/* Nothing in it would steer a terminal: no control character but LF, well-formed UTF-8, nothing
 * that changes the direction of text. */
#define tl_assert_tame(printed)                                                                    \
    ck_assert_msg(tl_is_tame(printed), "steers the terminal: \"%.*s\"", TL_STR_ARG(printed))
bool tl_is_tame(struct tl_str printed);

#endif
