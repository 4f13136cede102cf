/*
 * Plain text to lines: line ends, quote marks, format=flowed (RFC 3676).
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_TEXT_PLAIN_H
#define TL_TEXT_PLAIN_H

#include "text/line.h"

/*
 * Reads a plain text.
 *
 * text    well-formed UTF-8
 * flowed  it has format=flowed: soft-broken lines are joined, stuffing is undone
 * delsp   it has DelSp=yes: the space before a soft break is left out
 *
 * Quote marks are ">" with or without spaces between them, at the start of a line ("> > text",
 * ">> text"); they are not part of any line.  A "-- " line stays a line with its space.
 * List items are found by text/list.h, tables by text/grid.h: each cell is a line. The mark of a
 * Markdown heading ("## ") and what underlines a title are not part of any line; code is what
 * stands between fences ("```", "~~~name"), which are lines of it. Its links are found too. A line
 * that is nothing but an address is of its own kind unless a sentence goes on from it.
 *
 * Returns the reading, borrowed from the arena.  Cost: O(length).
 */
struct tl_reading tl_plain_read(struct tl_arena *arena, const struct tl_text *text, bool flowed,
                                bool delsp);

#endif
