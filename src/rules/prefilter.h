/*
 * The prefilter: all literals (rules/literal.h) of the patterns of some rules in one automaton.  It
 * goes once over the text of a letter; after that it is known of each pattern in which sentences
 * one of its literals begins.  In the others it is not looked for, and if there are none, it is not
 * even compiled.
 *
 * What goes into the automaton is a row: a pattern's own literals, or those of a word class, which
 * all patterns that name the class share.  A prefilter is made while rules are read and then only
 * read: letters in any thread may share it.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_PREFILTER_H
#define TL_RULES_PREFILTER_H

#include "model/letter.h"
#include "rules/classes.h"
#include "rules/literal.h"

struct tl_prefilter;

/* The rows of which a match needs one. */
struct tl_prefilter_mark {
    const struct tl_prefilter *prefilter;
    size_t n_rows;
    const unsigned *rows;
};

/* An empty prefilter, borrowed from the arena, for patterns that name these classes. */
struct tl_prefilter *tl_prefilter_new(struct tl_arena *arena, const struct tl_classes *classes);

/* Reads a pattern; what it needs can be given to tl_prefilter_add(). */
void tl_prefilter_read(struct tl_prefilter *prefilter, struct tl_str pattern,
                       struct tl_literal_pattern *is);

/*
 * Adds what several patterns that are looked for as one need.  Returns their mark, borrowed from
 * the prefilter's arena, or NULL where one of them may match anything.
 */
const struct tl_prefilter_mark *tl_prefilter_add(struct tl_prefilter *prefilter,
                                                 const struct tl_literal_need *const *needs,
                                                 size_t n_needs);

/* What a prefilter found in a letter. */
struct tl_prefilter_hits;

/*
 * Goes over the text of a letter.  Hits are borrowed from the arena; their memory is bounded: in
 * long letters sentences are told apart less exactly.
 * Cost: O(text); each of its characters may begin a literal of at most TL_LITERAL_MAX_BYTES.
 */
const struct tl_prefilter_hits *tl_prefilter_run(struct tl_arena *arena,
                                                 const struct tl_prefilter *prefilter,
                                                 const struct tl_letter *letter);

/* Whether hits are those of that prefilter. */
bool tl_prefilter_is_of(const struct tl_prefilter_hits *hits, const struct tl_prefilter *prefilter);

/* Whether the sentences `first` to `last` have what a mark needs. */
bool tl_prefilter_may_match(const struct tl_prefilter_hits *hits,
                            const struct tl_prefilter_mark *mark, size_t first, size_t last);

#endif
