/*
 * Rule and language files for texts that are typed without the marks of their letters.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_UNMARKED_H
#define TL_RULES_UNMARKED_H

#include "rules/yaml.h"

/*
 * A copy of a map in which all that is looked for in a letter has lost the marks of `letters`.
 * What is said to people (messages, reasons, suggestions, the wordings of `swap`) keeps them, as do
 * keys.  Borrowed from the arena.  Cost: O(size).
 *
 * letters  lower-case letters with marks
 */
const struct tl_yaml *tl_unmarked_copy(struct tl_arena *arena, const struct tl_yaml *map,
                                       struct tl_str letters);

/* A text without the marks of `letters`; the text itself where it has none of them. */
struct tl_str tl_unmarked_text(struct tl_arena *arena, struct tl_str text, struct tl_str letters);

#endif
