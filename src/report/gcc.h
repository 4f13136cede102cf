/*
 * What the gcc format shares with others.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_REPORT_GCC_H
#define TL_REPORT_GCC_H

#include "report/report.h"

/* Prints "FILE:LINE:COLUMN: " of a finding. */
void tl_gcc_position(FILE *stream, const struct tl_report_file *file,
                     const struct tl_finding *finding);

#endif
