/*
 * The words of a dictionary that are right beyond doubt, without Hunspell, which takes as long to
 * read a dictionary as all rules together: words that stand in its .dic file, and those of them
 * with one of their affixes.  What is special in any way (forbidden, only in compounds, of a
 * dictionary with other rules than the usual) is left to Hunspell.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_STEMS_H
#define TL_RULES_STEMS_H

#include "base/vec.h"

struct tl_stems;

/*
 * Reads the files of a dictionary, given by their paths; NULL where it is beyond this.
 * Borrowed from the arena, with the bytes of the files.  Cost: O(bytes), less than a hundredth of a
 * second for a megabyte.
 */
const struct tl_stems *tl_stems_read(struct tl_arena *arena, const char *aff, const char *dic);

/*
 * Whether two dictionaries make words of their stems by the same rules, as those of two countries
 * with one language do; false where one of them is NULL, or words may be beyond this (a charset
 * other than UTF-8).
 */
bool tl_stems_share_rules(const struct tl_stems *a, const struct tl_stems *b);

/* Whether Hunspell is known to have a word (UTF-8); false: it is to be asked. */
bool tl_stems_has(const struct tl_stems *stems, struct tl_str word);

#endif
