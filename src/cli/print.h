/*
 * What the program itself says, on standard error.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_CLI_PRINT_H
#define TL_CLI_PRINT_H

#include "base/error.h"

/* "FILE:LINE:COLUMN: error: TEXT", without what is not known; control characters escaped. */
void tl_print_error(const struct tl_error *err);

/* Prints the errors from `first` on. */
void tl_print_errors(const struct tl_errors *errors, size_t first);

/* The same of warnings: "FILE:LINE:COLUMN: warning: TEXT". */
void tl_print_warnings(const struct tl_errors *warnings, size_t first);

/* "PATH: note: TEXT" */
void tl_print_note(struct tl_str path, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
