/*
 * The nearest known name to a mistyped one, for "did you mean".
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_BASE_NEAREST_H
#define TL_BASE_NEAREST_H

#include "base/vec.h"

/*
 * The name with the fewest edits (insert, delete, replace, swap of neighbours) to `word`; the empty
 * string where none is within a third of its length.  Names over 63 bytes are passed over.
 * Cost: O(names x length of both).
 */
struct tl_str tl_nearest(const struct tl_strs *names, struct tl_str word);

#endif
