/*
 * The quoting of lines that would begin a message of an mbox: ">From " stands for "From ", and in
 * mboxrd ">>From " for ">From ".
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_MIME_MBOX_QUOTE_H
#define TL_MIME_MBOX_QUOTE_H

#include "source/text.h"

/*
 * Takes one ">" away from each line that begins with any number of them and "From ".
 * Text without such a line is returned as it is; else the result is borrowed from the arena.
 * Cost: O(length).
 */
struct tl_text tl_mbox_quote_undo(struct tl_arena *arena, const struct tl_text *text);

#endif
