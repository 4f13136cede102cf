/*
 * From pieces to the letter's text: lines are joined to blocks, white space to single spaces.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_MODEL_FLOW_H
#define TL_MODEL_FLOW_H

#include "model/letter.h"
#include "model/piece.h"

/*
 * Fills `text` and `blocks` of the letter; blocks have their span, kind and zone.
 *
 * reading  the text that the pieces are spans of
 * subject  a decoded Subject field, put before the rest; may be empty
 *
 * A line end inside a block becomes a space where it is a wrap (the next word would not have
 * fitted, or the next line begins with a small letter) and "\n" where it was meant. Cost: O(text).
 */
void tl_flow_build(struct tl_arena *arena, struct tl_letter *letter, const struct tl_text *reading,
                   const struct tl_pieces *pieces, const struct tl_text *subject);

#endif
