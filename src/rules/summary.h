/*
 * The running text of a letter as one: its paragraphs and list items, without headings, tables and
 * code.  It is what Vale's metrics are about.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_SUMMARY_H
#define TL_RULES_SUMMARY_H

#include "rules/engine.h"

struct tl_summary {
    bool is_empty;        /* there is no word */
    struct tl_span start; /* its first sentence */
    struct tl_tally
        tally; /* what is counted in it; headings, code and quotes in all of the letter */
};

/* Makes a scope that of it, borrowed from the arena.  One that no letter has anything of stays, and
 * what is about it finds nothing. */
void tl_summary_scope_set(struct tl_arena *arena, struct tl_scope *scope);

/*
 * Counts it.
 *
 * check  whose scope is of tl_summary_scope_set()
 * uses   bits of the measures that are wanted
 *
 * Cost: O(text).
 */
struct tl_summary tl_summary_of(const struct tl_engine *engine, const struct tl_check *check,
                                uint64_t uses);

#endif
