/*
 * Quotations: words of a letter that are somebody else's, though they stand in what the sender
 * wrote.
 *
 *     You wrote “you never answered me”, and we ask …
 *               └──────────┬──────────┘
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_MODEL_QUOTATION_H
#define TL_MODEL_QUOTATION_H

#include "model/letter.h"

/*
 * Finds the quotations of a letter that has its sentences, and of which is known which are
 * borrowed; fills `quotations`.
 *
 * A quotation stands in one block between marks of one kind: "…", “…”, „…“, ”…”, ‘…’, '…', »…«, «…»
 * and the like.  Single ones open before a letter, and an apostrophe is none.  There are two words
 * in it at least, or one that the customer wrote: in quoted text, or in the subject of a reply.
 * That subject is a quotation as a whole.
 * Cost: O(text), and O(n log n) of the customer's words where a single one is asked for.
 */
void tl_quotations_find(struct tl_arena *arena, struct tl_letter *letter);

/*
 * The index of the last quotation that begins at or before an offset of the text, or TL_NONE.
 * Cost: O(log quotations).
 */
size_t tl_quotation_before(const struct tl_letter *letter, size_t offset);

/* Whether an offset of the text lies in a quotation.  Cost: O(log quotations). */
bool tl_quotation_has(const struct tl_letter *letter, size_t offset);

/* The nearest offset after `offset` at which a quotation begins or ends; the end of the text where
 * there is none.  Cost: O(log quotations). */
size_t tl_quotation_next(const struct tl_letter *letter, size_t offset);

#endif
