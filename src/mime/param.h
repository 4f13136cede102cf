/*
 * Structured fields of MIME: a value and its parameters (RFC 2045 5.1, RFC 2183, RFC 2231).
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_MIME_PARAM_H
#define TL_MIME_PARAM_H

#include "base/vec.h"

struct tl_param {
    struct tl_str name;  /* without "*", "*0" and the like */
    struct tl_str value; /* UTF-8; unquoted, continuations joined, charset decoded */
};

TL_VEC(tl_params, struct tl_param);

struct tl_valued {
    struct tl_str value; /* "text/plain", "attachment", "base64"; without comments; "" if none */
    struct tl_params params;
};

/*
 * Reads "value; name=value; …" as mail really has it: comments, folds, missing quotes, missing
 * semicolons' worth of white space, RFC 2231 continuations in any order and encoded words in
 * values.  What lies beyond TL_MAX_FIELD_BYTES is not read.
 *
 * Returns what is readable; borrowed from the arena and from `body`.  Cost: O(n log n) of the
 * length.
 */
struct tl_valued tl_param_parse(struct tl_arena *arena, struct tl_str body);

/* The value of the parameter of that name, in any case; data is NULL where there is none. */
struct tl_str tl_param_find(const struct tl_valued *field, struct tl_str name);

#endif
