/*
 * Rules: what a rule file says, ready to be run.  See tactlint-rules(5) for the keys.
 * Everything is borrowed from the arena of the rule set.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_RULE_H
#define TL_RULES_RULE_H

#include "finding/level.h"
#include "rules/classes.h"
#include "rules/guard.h"
#include "rules/wording.h"

struct tl_rule_action;
struct tl_kind;

/* Of several findings in one place, how many are reported. */
enum tl_once {
    TL_ONCE_EACH, /* all */
    TL_ONCE_SENTENCE,
    TL_ONCE_PARAGRAPH,
    TL_ONCE_MESSAGE,
};

/* One way in which a rule is triggered: most rules have one, `checks` gives a rule several. */
struct tl_check {
    const struct tl_kind *kind;
    const void *data; /* of the kind */
    struct tl_wordings message;
    struct tl_scope scope;
    const struct tl_rule_action *action; /* what mends a finding; may be NULL */
    const struct tl_regex *unless;       /* on the sentence of the finding; may be NULL */
    struct tl_guards guards;             /* all must hold */
    unsigned char when[TL_FACT_COUNT];   /* bits of the values that are allowed; 0: any */
    bool says_line;                      /* in its message */
    enum tl_once once;
    unsigned limit; /* findings of a message; 0: any number */
};
TL_VEC(tl_checks, struct tl_check);

struct tl_rule {
    struct tl_str id;       /* the name of its file */
    struct tl_str language; /* the name of its folder; "any" */
    const char *path;       /* of its file */
    enum tl_level level;
    bool enabled;         /* unless the user says otherwise */
    struct tl_strs packs; /* if there are any, it is off unless one of them is enabled */
    bool adds;            /* to the rule of this name for any language, whose place it else takes */
    struct tl_wordings message;
    struct tl_str description;
    struct tl_str link;
    struct tl_wordings why;
    struct tl_str guideline;
    struct tl_strs suggestions;
    struct tl_checks checks;
    enum tl_once once; /* over all checks */
    unsigned limit;
    const struct tl_yaml *examples; /* NULL where there are none */
    const struct tl_yaml *map;      /* what it was read from */
    const struct tl_classes *classes;
};
TL_VEC(tl_rules, struct tl_rule);

#endif
