/*
 * Limits in rules: a number, or one for each audience and channel.
 *
 *     max: 300
 *     max: {default: 300, letter: 400, senior: 200}
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_LIMIT_H
#define TL_RULES_LIMIT_H

#include "model/facts.h"
#include "rules/loader.h"

enum { TL_LIMIT_FACTS = 2, TL_LIMIT_VALUES = 4 };

struct tl_limit_entry {
    bool is_given;
    double number;
};

struct tl_limit {
    struct tl_limit_entry otherwise;
    struct tl_limit_entry by_fact[TL_LIMIT_FACTS][TL_LIMIT_VALUES];
};

/* Reads the limit of that key, where the map has one.  False after an error. */
bool tl_limit_load(struct tl_loader *loader, const struct tl_yaml *map, const char *key,
                   struct tl_limit *limit);

/* Whether the rule has any. */
bool tl_limit_is_given(const struct tl_limit *limit);

/* Whether some number of it is above another. */
bool tl_limit_is_above(const struct tl_limit *limit, double number);

/* Whether `min` and `max` of a map leave anything between them; an error where they do not. */
bool tl_limits_check(struct tl_loader *loader, const struct tl_yaml *map,
                     const struct tl_limit *min, const struct tl_limit *max);

/* The limit for a message; false where there is none.  That of its audience goes before that of its
 * channel. */
bool tl_limit_of(const struct tl_limit *limit, const struct tl_facts *facts, double *number);

#endif
