/*
 * Guards: the conditions `with` and `without` of a check, on some other place of the letter or on
 * the sentences near a finding.
 *
 *     with: {scope: body, measure: words, min: 60}
 *     without: {tokens: [on Friday], within: next 2 sentences}
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_GUARD_H
#define TL_RULES_GUARD_H

#include "rules/key.h"
#include "rules/limit.h"
#include "rules/measures.h"
#include "rules/scope.h"

/* `within`: the sentences that count, from where the finding stands. */
struct tl_near {
    bool is_given; /* else all of the letter counts, and the guard is asked before anything is
                      looked for */
    bool paragraph;
    size_t before; /* sentences of the guard's scope, besides the finding's own */
    size_t after;
};

struct tl_guard {
    bool wanted; /* with: it must hold; without: it must not */
    struct tl_scope scope;
    const struct tl_regex *pattern; /* whose matches are counted; NULL: `measure` counts */
    const struct tl_regex *unless;  /* a sentence that matches it does not count; may be NULL */
    bool once_a_sentence;           /* of several matches in a sentence, one counts */
    struct tl_measure measure;
    struct tl_limit min;
    struct tl_limit max; /* where neither is given, there must be a match */
    struct tl_per per;
    struct tl_near near;
};
TL_VEC(tl_guards, struct tl_guard);

/* Reads `with` and `without` of a check.  False after an error. */
bool tl_guards_load(struct tl_loader *loader, const struct tl_yaml *map, struct tl_guards *guards);

/* The keys of a guard. */
const struct tl_key *tl_guard_keys(void);

struct tl_engine;
struct tl_near_view;

/* Whether there is one that tl_guards_hold() tells a place of: with patterns, on all of the letter.
 */
bool tl_guards_tell_place(const struct tl_guards *guards);

/*
 * Whether the guards on all of the letter hold.
 * place  the source offset of the first match of the first guard with patterns that is wanted;
 *        TL_NONE where there is none
 */
bool tl_guards_hold(struct tl_engine *engine, const struct tl_guards *guards, size_t *place);

/* What asking guards near findings needs, one for each; NULL where none of them is near anything.
 * Borrowed from the engine's arena. */
struct tl_near_view *tl_guards_view(const struct tl_engine *engine, const struct tl_guards *guards);

/*
 * Whether the guards near a finding hold.
 *
 * views  of tl_guards_view() for this letter and these guards
 * span   of the finding, in the text of the letter
 *
 * Cost: that of counting in all sentences of the scope, once; then O(log sentences), or for a
 * measure O(sentences near it).
 */
bool tl_guards_hold_near(struct tl_engine *engine, const struct tl_guards *guards,
                         struct tl_near_view *views, struct tl_span span);

#endif
