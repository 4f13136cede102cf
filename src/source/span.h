/*
 * A half-open range of bytes.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_SOURCE_SPAN_H
#define TL_SOURCE_SPAN_H

#include <stddef.h>

struct tl_span {
    size_t begin; /* bytes from the start */
    size_t end;   /* the first byte after it */
};

#endif
