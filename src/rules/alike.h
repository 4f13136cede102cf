/*
 * Words that are forms of one another, told by how they begin: "arrive" and "arrival", "kaina" and
 * "kainos".  No language is known; what differs in its beginning is told by synonyms, which are
 * data.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_ALIKE_H
#define TL_RULES_ALIKE_H

#include "base/vec.h"

/* Whether two words in lower case are alike: they begin alike and differ in a short ending. */
bool tl_word_is_alike(struct tl_str a, struct tl_str b);

/* Words in lower case, sorted. */
struct tl_alike_set {
    struct tl_strs sorted;
};

/* Sorts the words, in their place.  Cost: O(n log n). */
struct tl_alike_set tl_alike_set_of(struct tl_strs *words);

/* Whether a word of the set is alike.  Cost: O(log n), and of words that begin with the same three
 * characters the first thousand. */
bool tl_alike_set_has(const struct tl_alike_set *set, struct tl_str word);

TL_VEC(tl_synonyms, struct tl_strs); /* words that mean the same, in lower case */

/* One group for each text, of the words in it; borrowed from the arena. */
struct tl_synonyms tl_synonyms_of(struct tl_arena *arena, const struct tl_strs *texts);

/* Whether a word alike to `word`, or to a synonym of one that is alike to it, is in the set. */
bool tl_synonyms_has(const struct tl_synonyms *synonyms, struct tl_str word,
                     const struct tl_alike_set *set);

#endif
