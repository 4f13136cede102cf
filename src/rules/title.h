/*
 * The case of the words of a title, and of other texts.
 *
 *     TL_CASE_TITLE     How to Read a Bill: All but the Small Words
 *     TL_CASE_SENTENCE  How to read a bill: all but names
 *     TL_CASE_LOWER     how to read a bill
 *     TL_CASE_UPPER     HOW TO READ A BILL
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_TITLE_H
#define TL_RULES_TITLE_H

#include "model/language.h"
#include "source/span.h"

enum tl_case {
    TL_CASE_TITLE,
    TL_CASE_SENTENCE,
    TL_CASE_LOWER,
    TL_CASE_UPPER,
};

/* The next word at or after `at`: what begins with a letter or a number, up to white space.  False
 * where there is none. */
bool tl_title_word_next(struct tl_str text, size_t at, struct tl_span *word);

/*
 * A word of a text as it should be.
 *
 * small  words that a title writes small, unless they are its first or last; "" where there are
 *        none.  The parts of "Top-Level" are words.
 * starts  of TL_CASE_SENTENCE: the word begins a sentence
 *
 * Borrowed from the arena.  Cost: O(word x log small).
 */
struct tl_str tl_title_word(struct tl_arena *arena, struct tl_str text, struct tl_span word,
                            enum tl_case form, const struct tl_words_set *small, bool starts);

/* Whether no letter of it is small, or none is large. */
bool tl_title_is_upper(struct tl_str text);
bool tl_title_is_lower(struct tl_str text);

#endif
