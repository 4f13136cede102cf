/*
 * Runs rules over a letter.  Those that report what other rules came upon run last:
 *
 *     struct tl_engine *engine = tl_engine_new(arena, tl_matcher_new(arena), letter, 0);
 *     for each rule of which not tl_engine_is_late(): tl_engine_run(engine, rule, &findings);
 *     for each rule of which tl_engine_is_late(): tl_engine_run(engine, rule, &findings);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_ENGINE_H
#define TL_RULES_ENGINE_H

#include "finding/finding.h"
#include "rules/rule.h"

/* What makes rules fast and changes nothing else: tests do without it. */
enum tl_engine_without {
    TL_WITHOUT_LITERALS = 1, /* rules/prefilter.h */
    TL_WITHOUT_JIT = 2,      /* patterns as machine code */
};

struct tl_prefilter_hits;
TL_VEC(tl_engine_hits, const struct tl_prefilter_hits *);

/* What the rules of a letter run with; kinds read it and add findings through tl_engine_add(). */
struct tl_engine {
    struct tl_arena *arena;
    struct tl_matcher *matcher;
    const struct tl_letter *letter; /* that kinds look at: the letter, or its raw text */
    const struct tl_letter *raw;    /* NULL until it is needed */
    struct tl_str messages;         /* the tag of the language that findings speak */
    unsigned without;
    struct tl_engine_hits hits; /* of the letter, one a prefilter that was asked for */
    struct tl_notices notices;  /* what running the rules came upon */
    struct tl_findings *findings;
    const struct tl_rule *rule;   /* that is running */
    size_t max_findings;          /* there are no more after it */
    size_t first_finding;         /* of the rule, in findings */
    size_t first_check_finding;   /* of the check */
    unsigned char *taken_by_rule; /* places where `once` allows no more findings */
    unsigned char *taken_by_check;
    size_t place;              /* of the source: what the check's guards found (tl_guards_hold()) */
    size_t line_of_place;      /* 0: not looked for yet */
    struct tl_near_view *near; /* of the check's guards; may be NULL */
    bool too_hard; /* a pattern of the rule reached a limit: it is over for this letter */
    bool is_full;  /* the rules have more findings than are kept, which is said */
};

/* What a finding says, besides where it is. */
struct tl_said {
    struct tl_str args[2]; /* for %s in the message, in the order of the kind */
    unsigned n_args;
    struct tl_strs suggestions; /* put before those of the rule */
};

/*
 * An engine for the rules of a letter, borrowed from the arena and not to be shared by threads.
 * without: tl_engine_without, or'ed
 */
struct tl_engine *tl_engine_new(struct tl_arena *arena, struct tl_matcher *matcher,
                                const struct tl_letter *letter, unsigned without);

/*
 * Runs one rule and adds its findings, in no particular order.  A rule that reaches a limit is over
 * for this letter, which is a notice `rule-limit`.
 * Cost: bounded by the regex limits for each unit of text.
 */
void tl_engine_run(struct tl_engine *engine, const struct tl_rule *rule,
                   struct tl_findings *findings);

/* Whether a rule reports notices, also those of the rules before it. */
bool tl_engine_is_late(const struct tl_rule *rule);

/* Whether all that a rule reports is what other rules came upon. */
bool tl_engine_is_about_rules(const struct tl_rule *rule);

/*
 * Adds a finding at a span of the letter's text, unless the check's `unless`, `once` or `limit`
 * speaks against it.  Of what two checks of a rule find in one place, the longer one stays.
 */
void tl_engine_add(struct tl_engine *engine, const struct tl_check *check, struct tl_span span,
                   const struct tl_said *said);

/*
 * Adds a finding at a span of the source that the letter need not have as text.
 * text  what is decoded there; where it is empty, the finding is about the message, else about the
 *       sentence that stands there, which the check's scope must have
 */
void tl_engine_add_source(struct tl_engine *engine, const struct tl_check *check,
                          struct tl_span source, struct tl_str text, const struct tl_said *said);

/*
 * As tl_regex_find(), for kinds: does not look where the prefilter knows that nothing is, and notes
 * where it was too hard, so that the run can say so.
 */
bool tl_engine_find(struct tl_engine *engine, const struct tl_regex *regex, struct tl_str subject,
                    size_t from, struct tl_match *match);

/*
 * Whether some sentence of the scope matches `pattern` and does not match `unless`; either may be
 * NULL: then any sentence does, or none is taken out.
 */
bool tl_engine_has(struct tl_engine *engine, const struct tl_scope *scope,
                   const struct tl_regex *pattern, const struct tl_regex *unless);

/*
 * Whether what was found at a text offset counts in a scope that has its sentence: words of a
 * quotation may be ruled out, or asked for.  Cost: O(log sentences).
 */
bool tl_engine_counts(const struct tl_engine *engine, const struct tl_scope *scope, size_t offset);

/* "a, b or c", in the language of messages; in quotes as Vale has it: "'a', 'b', or 'c'". */
struct tl_str tl_engine_listed(const struct tl_engine *engine, const struct tl_strs *all,
                               bool in_quotes);

/* Lets the engine look at the raw text of its letter (model/raw.h); returns the letter, to be put
 * back. */
const struct tl_letter *tl_engine_raw_begin(struct tl_engine *engine);

/* The matches of one pattern in all units of a check's scope, one after the other. */
struct tl_cursor {
    struct tl_units units;
    const struct tl_scope *scope;
    size_t unit;           /* index of the unit that the match is in */
    size_t next;           /* where the search goes on in the unit */
    struct tl_match match; /* offsets are those of the unit's text */
    struct tl_span span;   /* of the match, in the letter's text */
};

/* A cursor before the first match. */
struct tl_cursor tl_engine_matches(struct tl_engine *engine, const struct tl_check *check);

/* Goes to the next match that is not empty and counts; false where there are no more. */
bool tl_engine_next(struct tl_engine *engine, const struct tl_regex *regex,
                    struct tl_cursor *cursor);

/* The index of the sentence that holds a text offset; TL_NONE where the letter has none. */
size_t tl_engine_sentence(const struct tl_engine *engine, size_t offset);

#endif
