/*
 * Swaps: the pairs of `swap` in a substitution, a pattern and the wordings that should stand in its
 * place.
 *
 *     swap:
 *       in order to: to
 *       e-?mail(s?): email$1
 *       utili[sz]e: use|apply
 *
 * "a|b" is several wordings, "\|" a stroke; "$1", "${1}" and "${name}" are what a group of the key
 * matched, "$$" is a dollar sign.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_SWAP_H
#define TL_RULES_SWAP_H

#include "rules/engine.h"
#include "rules/pattern.h"

struct tl_swap {
    const struct tl_yaml *node;   /* the member of `swap`: key and wordings */
    size_t order;                 /* in the file */
    unsigned group;               /* of the key, when all keys are looked for at once */
    struct tl_strs wordings;      /* at least one */
    const struct tl_regex *alone; /* the key, where somebody asks for its groups; else NULL */
    const struct tl_regex *right; /* what is no finding, where the wordings are a pattern; or NULL
                                   */
};
TL_VEC(tl_swaps, struct tl_swap);

/* How swaps are meant. */
struct tl_swap_form {
    enum tl_pattern_template template; /* of the keys */
    bool is_replaced; /* the wordings are texts and no patterns, as `action: replace` has it */
};

/*
 * Reads a map from patterns to wordings, or a list of such maps, and puts the longest key first,
 * equal ones in the order of the file.
 *
 * regex  of all keys, as alternatives
 *
 * Returns false after having added errors to the loader.
 */
bool tl_swaps_load(struct tl_loader *loader, const struct tl_yaml *node,
                   const struct tl_swap_form *form, struct tl_swaps *swaps,
                   const struct tl_regex **regex);

/* Whether a check is mended by the wordings of its kind: `action: replace` without any of its own.
 */
bool tl_swap_is_replaced(const struct tl_yaml *map);

/* The swap whose key matched, or NULL.  Cost: O(log swaps). */
const struct tl_swap *tl_swap_of(const struct tl_swaps *swaps, const struct tl_match *match);

/*
 * What should stand in the place of a match.  Where a wording is a pattern that says nothing but
 * how the text is to be written ("OAuth2?"), it is the text written so.
 *
 * subject  that was matched
 * capital  begin with a capital where the match does
 */
struct tl_strs tl_swap_wordings(struct tl_engine *engine, const struct tl_swap *swap,
                                struct tl_str subject, const struct tl_match *match, bool capital);

#endif
