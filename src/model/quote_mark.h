/*
 * Quote marks: what stands before each line of an earlier message.  Those of mail programs, ">" at
 * the start of a line, and the quotes of HTML are known when the text is read (quote_depth); others
 * are known by their company: the same mark before several lines.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_MODEL_QUOTE_MARK_H
#define TL_MODEL_QUOTE_MARK_H

#include "model/piece.h"

/*
 * Finds marks that are written as text: indented ">", "|", "»" and initials ("AB>") before two or
 * more lines in a row.  Such pieces get a quote depth, and lose the mark where words follow it.
 * Cost: O(bytes of the lines that begin so).
 */
void tl_quote_marks_find(struct tl_zoning *zoning);

/* The same for piece `i` alone, where something has just introduced a quote: only ">" will do. */
void tl_quote_mark_one(struct tl_zoning *zoning, size_t i);

/*
 * The end of the run of marked pieces at `i`, if its ">" are signs of comparison ("> 10 kg: 12
 * euros") and no quote marks; else `i`.  Cost: O(pieces of the run).
 */
size_t tl_quote_comparison_end(const struct tl_zoning *zoning, size_t i);

/* Makes piece `i`, which has a mark, a line of the sender that begins with it. */
void tl_quote_unmark(struct tl_zoning *zoning, size_t i);

/* Whether ">" stands before the piece in the text. */
bool tl_quote_has_sign(const struct tl_zoning *zoning, size_t i);

#endif
