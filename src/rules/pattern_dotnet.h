/*
 * Patterns of Vale's style packs are written for another engine, with the expressions of .NET.
 * Where these differ from PCRE2's they are rewritten:
 *
 *     \uHHHH            the character            \x{HHHH}
 *     \v                the vertical tab         \x0b
 *     [a-z-[aeiou]]     a class less another     (?:(?![aeiou])[a-z])
 *     \p{IsGreek}       a block of Unicode       [\x{370}-\x{3ff}]
 *     {,3}              these characters         \{,3}
 *
 * Lookbehinds of any length are base/regex's business.  Nothing else changes its meaning.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_PATTERN_DOTNET_H
#define TL_RULES_PATTERN_DOTNET_H

#include "base/buf.h"
#include "base/vec.h"

/* From `out` on, the rewritten pattern has what the written one has from `in` on; bytes. */
struct tl_dotnet_edit {
    size_t out;
    size_t in;
};
TL_VEC(tl_dotnet_edits, struct tl_dotnet_edit);

struct tl_dotnet {
    struct tl_str text; /* the pattern as it was written, where nothing is rewritten */
    struct tl_dotnet_edits edits;
    const char *why; /* on failure: what cannot be rewritten … */
    size_t offset;   /* … and where it stands, in bytes */
};

/*
 * Rewrites a pattern.  Returns false where it has what PCRE2 has not: balancing groups, or the
 * flags e, r and d.  What is returned is borrowed from the arena.  Cost: O(length).
 */
bool tl_dotnet_rewrite(struct tl_arena *arena, struct tl_str pattern, struct tl_dotnet *dotnet);

/* Where something of the rewritten pattern stands in the written one. */
size_t tl_dotnet_offset(const struct tl_dotnet *dotnet, size_t offset);

#endif
