/*
 * Which rules run, and how grave their findings are: what the user says of identifiers.
 *
 * A name is that of a rule, "customer-blame" or "Style.Rule", or of a style, "Style", that is of
 * all rules whose identifier goes on with a full stop.  "pack:sales" is all rules of that pack.  Of
 * two names that a rule has, the longer counts, and that of a pack the least.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_SELECTION_H
#define TL_RULES_SELECTION_H

#include "rules/rule.h"

/* A level that the user gives to a rule or style. */
struct tl_rule_level {
    struct tl_str id;
    enum tl_level level;
};
TL_VEC(tl_rule_levels, struct tl_rule_level);

struct tl_selection {
    struct tl_strs only;    /* if there are any: only these, also those that are off */
    struct tl_strs enable;  /* also these */
    struct tl_strs disable; /* not these; wins over a name that is not longer */
    struct tl_rule_levels levels;
};

/* The level of a rule's findings: its own, unless the selection gives it another. */
enum tl_level tl_selection_level(const struct tl_selection *selection, const struct tl_rule *rule);

/* Whether a rule is to run. */
bool tl_selection_has(const struct tl_selection *selection, const struct tl_rule *rule);

/* Whether a name is that of a pack. */
bool tl_selection_is_pack(struct tl_str name);

/* Whether a name is that of a rule or of its style. */
bool tl_selection_names(struct tl_str name, struct tl_str id);

#endif
