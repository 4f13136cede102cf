/*
 * Patterns of rule files to regexes, by Vale's templates: tokens are joined by "|" inside
 * \b(?:…)\b, `raw` is concatenated and put before them.  Files that come with the program are
 * trusted: their patterns are compiled when they are used.  Others are compiled to see whether they
 * are sound.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_PATTERN_H
#define TL_RULES_PATTERN_H

#include "rules/loader.h"

enum tl_pattern_template {
    TL_PATTERN_WORD,    /* \b(?:…)\b */
    TL_PATTERN_NONWORD, /* (?:…) */
    TL_PATTERN_SIGN,    /* no letter on either side; digits may be */
    TL_PATTERN_START,   /* at the start of the subject, not in mid word after it */
    TL_PATTERN_WHOLE,   /* the whole subject */
    TL_PATTERN_LABEL,   /* at the start of the subject, with a colon after it */
    TL_PATTERN_BEFORE,  /* at the end of the subject, with white space or a bracket after it */
    TL_PATTERN_AFTER,   /* at the start of the subject, with such before it */
};

/*
 * Compiles the patterns of a list node (or one scalar).
 *
 * node    may be NULL: then `regex` is set to NULL
 * regex   borrowed from the loader's arena
 *
 * Errors (added to the loader, at the pattern that is to blame): a double-quoted pattern, an
 * unknown word class, a pattern that does not compile or matches the empty string.
 */
bool tl_pattern_list(struct tl_loader *loader, const struct tl_yaml *node,
                     enum tl_pattern_template template, const struct tl_regex **regex);

/*
 * Compiles `tokens`, `raw`, `nonword` and `append` of a map, as Vale's existence does.  `regex` is
 * NULL where there are neither tokens nor raw.
 */
bool tl_pattern_existence(struct tl_loader *loader, const struct tl_yaml *map,
                          const struct tl_regex **regex);

/* Checks one pattern of a file, also that the word classes it names are there.  False after an
 * error. */
bool tl_pattern_text(struct tl_loader *loader, const struct tl_yaml *node, struct tl_str *pattern);

/*
 * Compiles a pattern of a file alone, so that an error can be laid at its door.  Nothing is done
 * for files that come with the program.
 */
bool tl_pattern_check(struct tl_loader *loader, const struct tl_yaml *node, struct tl_str pattern);

/*
 * As tl_pattern_list(), of alternatives that were put together; errors are reported at `node`.
 * Groups are numbered through over all of them.
 */
bool tl_pattern_alternatives(struct tl_loader *loader, const struct tl_yaml *node,
                             const struct tl_strs *texts, enum tl_pattern_template template,
                             const struct tl_regex **regex);

#endif
