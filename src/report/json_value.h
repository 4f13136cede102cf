/*
 * Values of JSON, for all that prints it.  jansson's own type is named without its header, so that
 * only a few files include that.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_REPORT_JSON_VALUE_H
#define TL_REPORT_JSON_VALUE_H

#include "base/str.h"

#include <stdio.h>

struct json_t;

/* A string of bytes that may be no UTF-8: what is none becomes U+FFFD.  Owned by the caller. */
struct json_t *tl_json_string(struct tl_str s);

/* The same; null where there are no bytes.  Owned by the caller. */
struct json_t *tl_json_string_or_null(struct tl_str s);

/* A count, or an offset in bytes.  Owned by the caller. */
struct json_t *tl_json_number(size_t n);

/*
 * Prints a value on one line, members in the order in which they were set, and frees it.  Whatever
 * would steer a terminal (control characters, the direction of text) is escaped.
 */
void tl_json_print(FILE *stream, struct json_t *value);

/*
 * Prints the beginning of the one object that all our JSON is: its version, and the beginning of a
 * list of that name.
 */
void tl_json_begin(FILE *stream, const char *list);

#endif
