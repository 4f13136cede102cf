/*
 * Compounds: words that consist of two that a dictionary has, as some languages make them freely.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_COMPOUND_H
#define TL_RULES_COMPOUND_H

#include "rules/spell.h"

/*
 * Whether a word consists of two that are in the dictionaries, with one of the joints or nothing
 * between them; a word that tl_compound_doubled() mends is a slip.  `arena` is for what is
 * needed meanwhile.  Of words with one slip that Hunspell does not know, 1 in 100 passes as a
 * compound.
 */
bool tl_compound_is(struct tl_spell *spell, struct tl_spell_group *group, struct tl_arena *arena,
                    const struct tl_strs *joints, struct tl_str word);

/*
 * The right word that one with one of its letters doubled, or no longer doubled, is: the slip that
 * is made most, and that hides in long compounds from Hunspell.  "" where there is none.
 * Borrowed from the arena.  Cost: a question to the dictionaries for each letter.
 */
struct tl_str tl_compound_doubled(struct tl_spell *spell, struct tl_spell_group *group,
                                  struct tl_arena *arena, struct tl_str word);

#endif
