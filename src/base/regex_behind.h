/*
 * Lookbehinds of any length, as .NET has them and PCRE2 has not: taken out of a pattern, and a
 * callout put in their place, which looks for them.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_BASE_REGEX_BEHIND_H
#define TL_BASE_REGEX_BEHIND_H

#include "base/buf.h"

struct tl_regex_behind {
    struct tl_str text;  /* the pattern with the callout */
    struct tl_str inner; /* what must stand before it, or must not; a callout is at its end */
    bool is_negative;
};

/*
 * Takes the lookbehind at `offset` (bytes) out of a pattern; `number` is that of its callout.
 * Returns false where none stands there, or it cannot stand alone: it refers to groups by number;
 * and where a pattern of which none was taken (number 0) has callouts of its own.
 * What is returned is borrowed from the arena.  Cost: O(length).
 */
bool tl_regex_behind_take(struct tl_arena *arena, struct tl_str pattern, size_t offset,
                          unsigned number, struct tl_regex_behind *behind);

#endif
