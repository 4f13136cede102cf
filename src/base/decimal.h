/*
 * Decimal numbers in files and messages.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_BASE_DECIMAL_H
#define TL_BASE_DECIMAL_H

#include "base/arena.h"

/*
 * Reads the number at the start of a text: digits, and perhaps a point and more digits; no sign.
 * Returns its bytes (at most TL_MAX_DECIMAL_BYTES, or there is none) and fills `value`, or returns
 * 0.  Cost: O(bytes).
 */
size_t tl_decimal_read(struct tl_str text, double *value);

/* The number that a whole text says, with a minus sign before it or none; false where it is none.
 */
bool tl_decimal_parse(struct tl_str text, double *value);

/* With so many places after the point; borrowed from the arena. */
struct tl_str tl_decimal_show(struct tl_arena *arena, double value, unsigned places);

#endif
