/*
 * The raw text of a letter, in the form of a letter, so that rules can look at it: what its body
 * was made from, with elements of HTML, marks of Markdown, front matter and tags of a template.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_MODEL_RAW_H
#define TL_MODEL_RAW_H

#include "model/letter.h"

/*
 * Makes a letter whose text is the raw text of another: one block with one sentence, or several
 * that end at line ends where it has more than TL_MAX_SENTENCE_BYTES; no words.  Line ends are LF,
 * letters composed.  All else is as in the other letter.
 * Borrowed from the arena.  Cost: O(raw text).
 */
const struct tl_letter *tl_raw_build(struct tl_arena *arena, const struct tl_letter *letter);

#endif
