/*
 * Words, as the guidelines count them.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_MODEL_WORD_H
#define TL_MODEL_WORD_H

#include "base/str.h"
#include "source/span.h"

/*
 * The word that begins at or after `from` and before `end`.  A word is a run of letters, marks and
 * digits with hyphens and apostrophes inside; one word each are a number with its spaces ("1 340",
 * "+46 8 123 45"), an amount with its currency sign, a URL, an e-mail address and a placeholder
 * ("{{ name }}", "[Name]", "%NAME%").
 * Returns false where there is none.  Cost: O(word), and white space and punctuation before it.
 */
bool tl_word_next(struct tl_str text, size_t from, size_t end, struct tl_span *word);

#endif
