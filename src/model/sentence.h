/*
 * Sentences of a block.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_MODEL_SENTENCE_H
#define TL_MODEL_SENTENCE_H

#include "model/language.h"
#include "source/span.h"

/*
 * The sentence that begins at or after `from`, white space passed over.
 *
 * text      of the letter
 * block     where the sentence must end
 * language  whose abbreviations are known; may be NULL
 *
 * A sentence ends at "." "?" "!" or "…" with the quotes, brackets and emoji after it, before white
 * space and what can begin a sentence; not after an abbreviation, an initial or the number of a
 * list item; and at "\n".  It also ends at TL_MAX_SENTENCE_BYTES. Returns false where there is
 * none.  Cost: O(sentence).
 */
bool tl_sentence_next(struct tl_str text, struct tl_span block, size_t from,
                      const struct tl_language *language, struct tl_span *sentence);

#endif
