/*
 * Bytes that grow in an arena.  There is no end to a tl_buf: its user stops at a cap of limits.h.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_BASE_BUF_H
#define TL_BASE_BUF_H

#include "base/arena.h"

struct tl_buf {
    struct tl_arena *arena;
    char *data;
    size_t len; /* bytes */
    size_t cap;
};

/* An empty buffer whose bytes live in `arena`. */
struct tl_buf tl_buf_in(struct tl_arena *arena);

void tl_buf_add(struct tl_buf *buf, struct tl_str s);
void tl_buf_add_char(struct tl_buf *buf, char c);

/* Adds a Unicode scalar value as UTF-8; what is none is added as U+FFFD. */
void tl_buf_add_code_point(struct tl_buf *buf, uint32_t code_point);

void tl_buf_add_format(struct tl_buf *buf, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* What is in the buffer, with a NUL after it; holds until the next tl_buf_add. */
struct tl_str tl_buf_str(struct tl_buf *buf);

#endif
