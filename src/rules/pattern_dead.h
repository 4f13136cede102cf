/*
 * Dead tokens: a token stands in \b(?:…)\b, so one that ends in "." matches only with a letter or
 * digit right behind ("vs.2"), which is not what whoever wrote "vs\." meant.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_PATTERN_DEAD_H
#define TL_RULES_PATTERN_DEAD_H

#include "base/str.h"

/*
 * Whether a token, as a file has it, hardly ever matches as a whole word: an alternative of it
 * begins or ends with a character that no word has and that does not stand there by nature, as a
 * comma does after a word.  What begins or ends with a group, a set or an escape of several
 * characters is not looked into.  Cost: O(length).
 */
bool tl_pattern_is_dead(struct tl_str token);

#endif
