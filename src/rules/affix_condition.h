/*
 * Conditions of affixes, as .aff files of Hunspell have them: what a stem ends with (or, before a
 * prefix, begins with), in characters, ".", "[…]" and "[^…]".
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_AFFIX_CONDITION_H
#define TL_RULES_AFFIX_CONDITION_H

#include "base/str.h"

/* Whether a condition has nothing else; in a dictionary that is not UTF-8, nothing beyond ASCII. */
bool tl_affix_condition_is_known(struct tl_str condition, bool is_utf8);

/*
 * Whether a known condition holds for a stem.  "" always does.
 *
 * is_prefix  it is about the beginning, else about the end
 * is_utf8    both are in UTF-8; else of a stem only ASCII can be told
 *
 * Cost: O(condition).
 */
bool tl_affix_condition_holds(struct tl_str condition, struct tl_str stem, bool is_prefix,
                              bool is_utf8);

#endif
