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
 * List items are recognised by their mark ("- ", "* ", "• ", "1. ", "a) "), which is no part of
 * the line; inside a paragraph only a bullet or the first number begins one.  What follows an item
 * without a blank line and is indented, or begins in lower case, belongs to it. A Markdown
 * heading's mark ("## ") is not part of the line; code is what stands between fences
 * ("```"), which are lines of it.
 *
 * Returns the reading, borrowed from the arena.  Cost: O(length).
 */
struct tl_reading tl_plain_read(struct tl_arena *arena, const struct tl_text *text, bool flowed,
                                bool delsp);

#endif
