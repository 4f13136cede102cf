/*
 * Regular expressions: PCRE2, in one way for the whole program.  UTF and Unicode properties are on,
 * "$" is the very end (or a line end with (?m)), a line ends with LF, groups may share names.  The
 * only file that includes pcre2.h is regex.c.
 *
 * A tl_regex may be shared by threads.  It is compiled when it is first used (of several threads
 * that do, one wins), is interpreted until it has looked at some text, and then made machine code:
 * a program that lints one message does not wait for that.  What a match needs besides (match data,
 * limits) is a tl_matcher: one a thread.
 *
 *     struct tl_regex *re = tl_regex_new(arena, TL_STR("you (failed|forgot) to"),
 *                                        TL_REGEX_NOCASE);
 *     struct tl_match m;
 *     for (size_t at = 0; tl_regex_find(re, matcher, text, at, &m) == TL_FOUND; at = m.next)
 *         use(m.group[0].begin, m.group[0].end);
 *
 * A regex may have several parts: alternatives that are compiled and looked for one by one.  Of
 * their matches the leftmost counts, and of those that begin in one place that of the first part,
 * which is what "first|second|…" means as well.
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
    size_t offset; /* bytes into the pattern (of its part) */
    char text[256];
};

/*
 * A pattern (UTF-8, borrowed: it must live as long as the regex) that is compiled when it is first
 * used.  flags: tl_regex_flag, or'ed.  Returns the regex, borrowed from the arena.
 */
struct tl_regex *tl_regex_new(struct tl_arena *arena, struct tl_str pattern, unsigned flags);

/* Says what is put behind a pattern when it is compiled: the groups that it calls by name. */
struct tl_regex_definer {
    struct tl_str (*define)(const void *context, struct tl_arena *arena, struct tl_str pattern);
    const void *context; /* is only read, by any thread */
};

/* A part of a regex.  What it points at is borrowed and must live as long as the regex. */
struct tl_regex_part {
    struct tl_str pattern;
    struct tl_regex_definer definer; /* empty where the pattern calls no group by name */
    unsigned flags;                  /* tl_regex_flag, or'ed */
    unsigned first_group;            /* how many groups the parts before it have */
    const void *mark;                /* what filters know it by; may be NULL */
    const struct tl_regex *shared;   /* that has it as its first part and compiles it; may be
                                        NULL */
};

/* As tl_regex_new(), of parts: at least one. */
struct tl_regex *tl_regex_new_parts(struct tl_arena *arena, const struct tl_regex_part *parts,
                                    size_t n_parts);

/*
 * Compiles a regex now, unless it was.  Returns false with err filled where it does not compile:
 * then it never matches, and looking for it is TL_TOO_HARD.
 * Cost: microseconds for a phrase, milliseconds for a thousand of them.
 */
bool tl_regex_check(const struct tl_regex *regex, struct tl_regex_error *err);

/* tl_regex_new() and tl_regex_check(): NULL with err filled where it does not compile. */
struct tl_regex *tl_regex_compile(struct tl_arena *arena, struct tl_str pattern, unsigned flags,
                                  struct tl_regex_error *err);

/* Whether a regex matches the empty string somewhere: in a rule that is a mistake. */
bool tl_regex_matches_empty(const struct tl_regex *regex);

/* How many capturing groups a regex has; the whole match is not counted. */
unsigned tl_regex_n_groups(const struct tl_regex *regex);

/* A matcher, borrowed from the arena; not to be shared by threads. */
struct tl_matcher *tl_matcher_new(struct tl_arena *arena);

/* Makes a matcher interpret all patterns: slower, and else the same. */
void tl_matcher_without_jit(struct tl_matcher *matcher);

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

/* Whether a part of that mark has to be looked for. */
struct tl_regex_filter {
    bool (*may_match)(const void *context, const void *mark);
    const void *context;
};

/* As tl_regex_find(), passing over the parts that the filter knows to be absent. */
enum tl_match_result tl_regex_find_filtered(const struct tl_regex *regex,
                                            struct tl_matcher *matcher, struct tl_str subject,
                                            size_t from, const struct tl_regex_filter *filter,
                                            struct tl_match *match);

/* Whether there is a match at all; a match that was too hard counts as none. */
bool tl_regex_has(const struct tl_regex *regex, struct tl_matcher *matcher, struct tl_str subject);

#endif
