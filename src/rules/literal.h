/*
 * Literals: texts of which every match of a pattern must contain one.  "(?:do|did)n.t you" cannot
 * match where there is neither "don" nor "didn".  A letter that has none of a pattern's literals
 * need not be held against it (rules/prefilter.h).
 *
 * Literals are folded (tl_literal_fold()), and so must be the text in which they are looked for: so
 * it does not matter whether a pattern ignores case.  They are in doubt shorter, or none at all.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_LITERAL_H
#define TL_RULES_LITERAL_H

#include "base/vec.h"
#include "rules/literal_fold.h"

enum {
    TL_LITERAL_MAX_TEXTS = 12, /* what a part of a pattern is kept as while others may be joined */
    TL_LITERAL_MAX_BYTES = 16, /* of a literal: what is longer tells no more */
};

struct tl_literal_class;
TL_VEC(tl_literal_classes, const struct tl_literal_class *);

/* What a match contains one of. */
struct tl_literal_need {
    bool is_known; /* else it may contain anything */
    unsigned cost; /* how likely one occurs in any text: lower is better */
    struct tl_strs texts;
    struct tl_literal_classes classes; /* or one of what these need */
};

/* All that a piece of a pattern can match, where that is little; folded. */
struct tl_literal_exact {
    unsigned n;
    unsigned char lens[TL_LITERAL_MAX_TEXTS];
    char texts[TL_LITERAL_MAX_TEXTS][TL_LITERAL_MAX_BYTES];
};

struct tl_literal_value {
    bool is_exact;
    struct tl_literal_exact exact;
    struct tl_literal_need need; /* of a whole pattern, also where it is exact */
};

/* A word class, read once for all patterns that name it. */
struct tl_literal_class {
    struct tl_literal_value value;
    bool is_understood;
    size_t index;         /* among the classes */
    const unsigned *rows; /* of the prefilter; NULL before they are wanted */
    size_t n_rows;
};

/* Finds the word class of that name; NULL where there is none. */
struct tl_literal_source {
    const struct tl_literal_class *(*find)(void *context, struct tl_str name);
    void *context;
};

/* What a pattern is like, besides what it matches. */
struct tl_literal_pattern {
    struct tl_literal_value value;
    bool is_understood; /* else nothing is known of it */
    bool stands_alone;  /* means the same whatever other patterns stand beside it, "a|b" */
    unsigned n_groups;  /* that capture; right only where it stands alone */
};

/*
 * Reads a pattern.  Texts are borrowed from the arena.
 * Cost: O(length); nesting is followed to a limited depth.
 */
void tl_literal_read(struct tl_arena *arena, struct tl_str pattern,
                     const struct tl_literal_source *source, struct tl_literal_pattern *is);

#endif
