/*
 * Names that a letter vouches for: words with a capital where names stand, which no dictionary
 * need know.  SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_LETTER_NAMES_H
#define TL_RULES_LETTER_NAMES_H

#include "rules/engine.h"

/*
 * The words of the address fields, those with a capital in the sentences of `scope`, and those with
 * one inside a sentence anywhere, in lower case.  Borrowed from the engine's arena.
 * Cost: O(words x log words).
 */
struct tl_words_set tl_letter_names(struct tl_engine *engine, const struct tl_scope *scope);

/* Where a word stands in its sentence. */
enum tl_word_place {
    TL_WORD_FIRST,  /* nothing but signs is before it */
    TL_WORD_LEADS,  /* the same, and the next word has a capital too: "Anna Berg will call" */
    TL_WORD_INSIDE, /* after another word, or alone */
};

/* Of a word, a span of the letter's text.  Cost: O(log sentences + words before it). */
enum tl_word_place tl_word_place_of(const struct tl_engine *engine, struct tl_span word);

#endif
