/*
 * Exceptions: what a rule would find and that is right all the same.  They are the `exceptions` of
 * a check, and the accepted terms of the user's vocabulary, unless the check says `vocab: false`.
 *
 * By Vale's meaning they are patterns of whole words in the case that they are written in ("(?i)"
 * at the start of one lets both match).  A match is excepted if it contains one, or if it lies
 * inside a phrase that is one: "Foo" inside "Foo Bar".
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_EXCEPTIONS_H
#define TL_RULES_EXCEPTIONS_H

#include "rules/engine.h"
#include "rules/loader.h"

TL_VEC(tl_regexes, const struct tl_regex *);

/* Patterns from one place.  There may be thousands, so they are not all in one regex. */
struct tl_terms {
    struct tl_strs all;        /* longest first */
    struct tl_regexes inside;  /* any of them */
    struct tl_regexes phrases; /* those with a space in them, in either case */
};

struct tl_exceptions {
    struct tl_terms own;               /* of the check */
    const struct tl_terms *vocabulary; /* what the user accepts; NULL where it does not count */
};

/*
 * Reads `exceptions` and `vocab` of a check.  Borrowed from the loader's arena.  Returns false
 * after having added errors to the loader.
 */
bool tl_exceptions_load(struct tl_loader *loader, const struct tl_yaml *map,
                        struct tl_exceptions *exceptions);

/* Compiles patterns, each a scalar.  Returns false after having added errors to the loader, at the
 * patterns that are to blame. */
bool tl_terms_compile(struct tl_loader *loader, const struct tl_yaml_nodes *nodes,
                      struct tl_terms *terms);

/* Whether a match, a span of the letter's text, is excepted.  Cost: the search of the match and of
 * the sentences around it. */
bool tl_exceptions_has(struct tl_engine *engine, const struct tl_exceptions *exceptions,
                       struct tl_span span);

/* Whether any exception occurs in a text. */
bool tl_exceptions_in(struct tl_engine *engine, const struct tl_exceptions *exceptions,
                      struct tl_str text);

/* Whether there are any at all. */
bool tl_exceptions_any(const struct tl_exceptions *exceptions);

#endif
