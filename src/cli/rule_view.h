/*
 * A rule for people and programs who want to know what it does: its checks in words, and their
 * patterns as they are put together.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_CLI_RULE_VIEW_H
#define TL_CLI_RULE_VIEW_H

#include "cli/options.h"
#include "rules/classes.h"

/* What one key of a check says. */
struct tl_key_view {
    struct tl_str name;  /* "tokens"; of a condition's own key "with: unless" */
    const char *meaning; /* a sentence */
    struct tl_str value; /* "channel: letter, webform"; "" where it is a pattern */
    struct tl_str pattern;
};
TL_VEC(tl_key_views, struct tl_key_view);

struct tl_check_view {
    struct tl_str kind;
    struct tl_str scope;
    struct tl_str message; /* "" where it is that of the rule */
    struct tl_key_views keys;
};
TL_VEC(tl_check_views, struct tl_check_view);

struct tl_rule_view {
    const struct tl_rule *rule;
    struct tl_str message; /* in the language asked for, or the rule's own */
    struct tl_str why;     /* the same */
    enum tl_level level;   /* that the user wants */
    bool is_on;
    struct tl_strs kinds;  /* of its checks, each once */
    struct tl_strs scopes; /* the same */
    struct tl_check_views checks;
    struct tl_classes classes; /* that its patterns name */
};

/*
 * Borrowed from the arena.  Cost: that of loading the rule.
 * options  the selection, and the language of messages
 * full  with the keys and word classes; else only what a list of rules shows
 */
struct tl_rule_view tl_rule_view_of(struct tl_arena *arena, const struct tl_options *options,
                                    const struct tl_rule *rule, bool full);

/* The two forms.  Lists are printed as tables. */
struct tl_rule_form {
    void (*list)(FILE *stream, const struct tl_rule_view *views, size_t n);
    void (*explain)(FILE *stream, const struct tl_rule_view *views, size_t n);
};

extern const struct tl_rule_form tl_rule_form_human;
extern const struct tl_rule_form tl_rule_form_json;

#endif
