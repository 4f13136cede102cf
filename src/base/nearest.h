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

/* How many edits (as above) lead from one word to the other, in bytes; TL_NONE where one is over 63
 * bytes long.  Cost: O(length of both). */
size_t tl_edits(struct tl_str a, struct tl_str b);

#endif
