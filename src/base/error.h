/*
 * What went wrong in the world outside the message: an unreadable file, a broken rule file, a wrong
 * option.  It prints in the form of a compiler, so that editors jump to it.  Content of a message
 * never makes an error (it makes a finding), and mistakes of our own are assertions.
 *
 * A function that can fail takes a `struct tl_error *`, returns false and fills it.  Text: lower
 * case, no full stop, what failed first, its subject in single quotes.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_BASE_ERROR_H
#define TL_BASE_ERROR_H

#include "base/vec.h"

#define TL_MUST_USE __attribute__((warn_unused_result))

struct tl_error {
    char path[4096]; /* "" where there is no file */
    unsigned line;   /* from 1; 0 where there is none */
    unsigned column; /* from 1, in code points */
    char text[1024];
};

/* An error about `path` (may be NULL), at no line. */
void tl_error_set(struct tl_error *err, const char *path, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The same at a line and column (both from 1). */
void tl_error_set_at(struct tl_error *err, const char *path, unsigned line, unsigned column,
                     const char *format, ...) __attribute__((format(printf, 5, 6)));

TL_VEC(tl_errors, struct tl_error);

#endif
