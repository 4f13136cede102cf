/*
 * format=flowed (RFC 3676).
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_TEXT_FLOWED_H
#define TL_TEXT_FLOWED_H

#include "source/text.h"

/*
 * Joins lines that were broken softly: a line that ends in a space goes on in the next one if both
 * have the same number of quote marks.  "-- " ends a paragraph and is never joined.  The quote
 * marks of the joined line stay, those inside it and the stuffing after them are left out.
 *
 * text    line ends LF
 * delsp   DelSp=yes: the space before a soft break is left out
 * joined  set to whether there was a soft break at all
 *
 * Returns `text` itself where nothing is joined; else text borrowed from the arena.
 * Cost: O(length).
 */
struct tl_text tl_flowed_text(struct tl_arena *arena, const struct tl_text *text, bool delsp,
                              bool *joined);

#endif
