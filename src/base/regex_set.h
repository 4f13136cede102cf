/*
 * Sets of patterns, "[…]", as lists of characters.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_BASE_REGEX_SET_H
#define TL_BASE_REGEX_SET_H

#include "base/str.h"

/*
 * The characters of a set that has at most `most` of them: returns how many were written to
 * `chars`, or 0 where there are more, or it is not known which.  Cost: O(most).
 */
size_t tl_regex_set_chars(struct tl_str set, uint32_t *chars, size_t most);

#endif
