/*
 * Line ends: CRLF and bare CR become LF.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_TEXT_NEWLINE_H
#define TL_TEXT_NEWLINE_H

#include "source/text.h"

/*
 * Makes every line end one LF, which as a unit stands for what it was.  Text without CR is returned
 * as it is; else the result is borrowed from the arena.  Cost: O(length).
 */
struct tl_text tl_newline_text(struct tl_arena *arena, const struct tl_text *text);

#endif
