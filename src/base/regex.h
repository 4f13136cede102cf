/*
 * Regular expressions: PCRE2, in one way for the whole program.  UTF and Unicode properties are on,
 * "$" is the very end (or a line end with (?m)), a line ends with LF, groups may share names.  The
 * only file that includes pcre2.h is regex.c.
 *
 * A tl_regex may be shared by threads.  It is interpreted until it has looked at some text, and
 * then made machine code: a program that lints one message does not wait for that.  What a match
 * needs besides (match data, limits) is a tl_matcher: one a thread.
 *
 *     struct tl_regex *re = tl_regex_compile(arena, TL_STR("you (failed|forgot) to"),
 *                                            TL_REGEX_NOCASE, err);
 *     struct tl_match m;
 *     for (size_t at = 0; tl_regex_find(re, matcher, text, at, &m) == TL_FOUND; at = m.next)
 *         use(m.group[0].begin, m.group[0].end);
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_BASE_REGEX_H
#define TL_BASE_REGEX_H

#include "base/error.h"

struct tl_regex;
struct tl_matcher;

enum tl_regex_flag {
    TL_REGEX_NOCASE = 1,    /* letters match in either case, by Unicode */
    TL_REGEX_MULTILINE = 2, /* ^ and $ match at line ends as well */
    TL_REGEX_WHOLE = 4, /* the match must begin at the start of the subject and end at its end */
};

/* Why a pattern did not compile. */
struct tl_regex_error {
    size_t offset; /* bytes into the pattern */
    char text[256];
};

/*
 * Compiles a pattern (UTF-8).  flags: tl_regex_flag, or'ed.
 * Returns the regex, borrowed from the arena, or NULL with err filled.  Cost: microseconds for a
 * phrase, milliseconds for a thousand of them.
 */
struct tl_regex *tl_regex_compile(struct tl_arena *arena, struct tl_str pattern, unsigned flags,
                                  struct tl_regex_error *err);

/* Whether the pattern matches the empty string somewhere: in a rule that is a mistake. */
bool tl_regex_matches_empty(const struct tl_regex *regex);

/* How many capturing groups the pattern has; the whole match is not counted. */
unsigned tl_regex_n_groups(const struct tl_regex *regex);

/* A matcher, borrowed from the arena; not to be shared by threads. */
struct tl_matcher *tl_matcher_new(struct tl_arena *arena);

enum tl_match_result {
    TL_FOUND,
    TL_NOT_FOUND,
    TL_TOO_HARD, /* a limit of base/limits.h was reached; nothing is known */
};

enum { TL_MATCH_GROUPS = 16 };

struct tl_match {
    struct {
        size_t begin; /* bytes of the subject; TL_NONE where the group took no part */
        size_t end;
    } group[TL_MATCH_GROUPS]; /* 0 is the whole match */
    unsigned highest;         /* the highest group that took part, 0 if none; may be over 15 */
    size_t next;              /* where the search for the next match begins */
};

/*
 * Finds the first match at or after `from`.
 *
 * subject  well-formed UTF-8; this is a promise of the caller and not looked at again
 * match    written only on TL_FOUND; NULL where only the result counts
 *
 * Cost: bounded by the limits.
 */
enum tl_match_result tl_regex_find(const struct tl_regex *regex, struct tl_matcher *matcher,
                                   struct tl_str subject, size_t from, struct tl_match *match);

/* Whether there is a match at all; a match that was too hard counts as none. */
bool tl_regex_has(const struct tl_regex *regex, struct tl_matcher *matcher, struct tl_str subject);

#endif
