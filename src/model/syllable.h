/*
 * Syllables of a word: each run of vowels is one, but for those that the language says are silent
 * or two.  An estimate: it is meant for sums over a text.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_MODEL_SYLLABLE_H
#define TL_MODEL_SYLLABLE_H

#include "model/language.h"

/*
 * language  whose vowels and patterns are used; of one that says none, or NULL, the vowels are
 *           a, e, i, o, u, y
 *
 * Returns at least 1.  Cost: O(length), and the two patterns of the language.
 */
size_t tl_syllables_of(struct tl_matcher *matcher, struct tl_str word,
                       const struct tl_language *language);

#endif
