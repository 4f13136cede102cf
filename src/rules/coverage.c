/* SPDX-License-Identifier: MIT */
#include "rules/coverage.h"

#include "base/limits.h"
#include "rules/check.h"
#include "rules/kind.h"
#include "rules/pattern.h"
#include "rules/rule_file.h"

TL_VEC(outcomes, struct tl_findings);

struct cover {
    struct tl_loader *loader;
    const struct tl_rule *rule;
    const struct tl_examples *examples;
    struct tl_matcher *matcher;
    struct outcomes outcomes; /* what the whole rule finds in each example */
    size_t n_own;             /* checks that its own file has: others follow them */
    size_t n_nodes;           /* of its file */
    size_t n_loaded;          /* nodes, over all tries */
    struct tl_coverage_count *count;
};

/* A copy of a tree without one of its nodes, and without examples. */
static const struct tl_yaml *tree_without(struct tl_arena *arena, const struct tl_yaml *node,
                                          const struct tl_yaml *left_out)
{
    struct tl_yaml *copy = tl_arena_alloc(arena, sizeof *copy);
    *copy = *node;
    copy->first = NULL;
    const struct tl_yaml **link = &copy->first;
    for (const struct tl_yaml *child = node->first; child != NULL; child = child->next) {
        if (left_out != NULL && child == left_out) {
            continue;
        }
        if (child->key != NULL && tl_str_equal_nocase(child->key->text, TL_STR("examples"))) {
            continue;
        }
        struct tl_yaml *own = tl_arena_alloc(arena, sizeof *own);
        *own = *tree_without(arena, child, left_out);
        own->next = NULL;
        *link = own;
        link = &own->next;
    }
    return copy;
}

static size_t n_nodes_of(const struct tl_yaml *node)
{
    size_t n = 1;
    for (const struct tl_yaml *child = node->first; child != NULL; child = child->next) {
        n += n_nodes_of(child);
    }
    return n;
}

/* Loads the rule without a node (NULL: whole); false where it is no rule any more. */
static bool rule_without(const struct cover *cover, struct tl_arena *arena,
                         const struct tl_yaml *left_out, struct tl_rule *rule)
{
    struct tl_errors errors = {0};
    struct tl_loader loader = {
        .arena = arena,
        .path = cover->rule->path,
        .errors = &errors,
        .classes = cover->rule->classes,
    };
    const struct tl_yaml *map = tree_without(arena, cover->rule->map, left_out);
    return tl_rule_load(&loader, map, cover->rule->id, cover->rule->language, rule);
}

/* Gives a rule that was loaded anew the checks that the rule of this name for all languages has. */
static void neutral_add(const struct cover *cover, struct tl_arena *arena, struct tl_rule *rule)
{
    for (size_t i = cover->n_own; i < cover->rule->checks.len; i++) {
        *TL_VEC_ADD(arena, &rule->checks) = cover->rule->checks.items[i];
    }
}

static bool are_same(const struct tl_findings *a, const struct tl_findings *b)
{
    for (size_t i = 0; a->len == b->len && i < a->len; i++) {
        const struct tl_finding *x = &a->items[i];
        const struct tl_finding *y = &b->items[i];
        if (x->span.begin != y->span.begin || x->span.end != y->span.end ||
            !tl_str_equal(x->message, y->message)) {
            return false;
        }
    }
    return a->len == b->len;
}

static bool changes(const struct cover *cover, struct tl_arena *arena, const struct tl_rule *rule,
                    size_t i)
{
    bool too_hard;
    struct tl_findings findings =
        tl_example_findings(arena, cover->matcher, &cover->examples->items[i], rule, &too_hard);
    return i >= cover->outcomes.len || !are_same(&findings, &cover->outcomes.items[i]);
}

/* What a part matches by itself, for a guess at the examples that it is for; NULL: nothing. */
static const struct tl_regex *pattern_of(const struct cover *cover, struct tl_arena *arena,
                                         const struct tl_yaml *part)
{
    struct tl_errors errors = {0};
    struct tl_loader loader = {.arena = arena,
                               .path = cover->rule->path,
                               .errors = &errors,
                               .classes = cover->rule->classes,
                               .ignorecase = true};
    struct tl_yaml pattern = part->key == NULL ? *part : *part->key;
    const struct tl_regex *regex = NULL;
    pattern.double_quoted = false;
    return pattern.kind == TL_YAML_SCALAR &&
                   tl_pattern_list(&loader, &pattern, TL_PATTERN_NONWORD, &regex)
               ? regex
               : NULL;
}

/* Whether some example comes out otherwise without a part. */
static bool is_needed(const struct cover *cover, const struct tl_yaml *part)
{
    struct tl_arena *arena = tl_arena_new();
    struct tl_rule rule;
    bool needed = !rule_without(cover, arena, part, &rule);
    const struct tl_regex *regex = needed ? NULL : pattern_of(cover, arena, part);
    if (!needed) {
        neutral_add(cover, arena, &rule);
    }
    for (int likely = 1; likely >= 0; likely--) {
        for (size_t i = 0; !needed && i < cover->examples->len; i++) {
            struct tl_str text = cover->examples->items[i].letter->text.bytes;
            bool matches = regex != NULL && tl_regex_has(regex, cover->matcher, text);
            needed = matches == (likely == 1) && changes(cover, arena, &rule, i);
        }
    }
    tl_arena_free(arena);
    return needed;
}

/* Tries a part, called `what` or by its text; returns whether its own parts are worth a try. */
static bool part_try(struct cover *cover, const struct tl_yaml *part, const char *what)
{
    const struct tl_yaml *at = part->key != NULL ? part->key : part;
    if (cover->n_loaded > TL_MAX_COVERAGE_NODES) {
        return false;
    }
    cover->n_loaded += cover->n_nodes;
    if (cover->n_loaded > TL_MAX_COVERAGE_NODES) {
        cover->count->n_unneeded++;
        return tl_loader_fail(cover->loader, at,
                              "the rule is too large to try all its parts; this one and those "
                              "after it are not tried");
    }
    if (is_needed(cover, part)) {
        cover->count->n_needed++;
        return true;
    }
    cover->count->n_unneeded++;
    if (what != NULL) {
        return tl_loader_fail(cover->loader, at, "no example needs %s", what);
    }
    return tl_loader_fail(cover->loader, at, "no example needs '%.*s'",
                          TL_STR_ARG(tl_str_slice(at->text, 0, 300)));
}

static void parts_try(struct cover *cover, const struct tl_yaml *map,
                      const struct tl_key *const *tables, size_t n_tables);

static void guard_try(struct cover *cover, const struct tl_yaml *guard)
{
    const struct tl_key *tables[] = {tl_guard_keys()};
    if (part_try(cover, guard, "the condition") && guard->kind == TL_YAML_MAP) {
        parts_try(cover, guard, tables, 1);
    }
}

/* Tries what a key holds.  Lists of plain words are data, as those of a language are: not tried. */
static void member_try(struct cover *cover, const struct tl_yaml *member, enum tl_key_type type)
{
    bool items = type == TL_KEY_PATTERNS || type == TL_KEY_SWAPS || type == TL_KEY_FACTS;
    if (type == TL_KEY_GUARDS && member->kind == TL_YAML_MAP) {
        guard_try(cover, member);
        return;
    }
    if (type == TL_KEY_TEXTS || (items && member->kind == TL_YAML_SCALAR)) {
        part_try(cover, member, NULL);
        return;
    }
    for (const struct tl_yaml *item = member->first; item != NULL; item = item->next) {
        if (type == TL_KEY_GUARDS) {
            guard_try(cover, item);
        } else if (type == TL_KEY_SWAPS && item->kind == TL_YAML_MAP) {
            member_try(cover, item, type); /* a list of such maps */
        } else if (items) {
            part_try(cover, item, NULL);
        }
    }
}

static void parts_try(struct cover *cover, const struct tl_yaml *map,
                      const struct tl_key *const *tables, size_t n_tables)
{
    for (size_t i = 0; i < n_tables; i++) {
        for (const struct tl_key *key = tables[i]; key != NULL && key->name != NULL; key++) {
            const struct tl_yaml *member = tl_loader_find(map, key->name);
            if (member != NULL) {
                member_try(cover, member, key->type);
            }
        }
    }
}

static void check_try(struct cover *cover, const struct tl_yaml *map)
{
    const struct tl_yaml *extends = tl_loader_find(map, "extends");
    const struct tl_kind *kind = extends == NULL ? NULL : tl_kind_find(extends->text);
    if (kind != NULL) {
        const struct tl_key *tables[] = {kind->keys, tl_check_common_keys()};
        parts_try(cover, map, tables, 2);
    }
}

static void checks_try(struct cover *cover)
{
    const struct tl_yaml *checks = tl_loader_find(cover->rule->map, "checks");
    if (checks == NULL) {
        check_try(cover, cover->rule->map);
        return;
    }
    for (const struct tl_yaml *check = checks->first; check != NULL; check = check->next) {
        if (part_try(cover, check, "this check")) {
            check_try(cover, check);
        }
    }
}

void tl_coverage_run(struct tl_loader *loader, const struct tl_rule *rule,
                     const struct tl_examples *examples, struct tl_coverage_count *count)
{
    struct tl_arena *arena = tl_arena_new();
    struct cover cover = {
        .loader = loader,
        .rule = rule,
        .examples = examples,
        .matcher = tl_matcher_new(arena),
        .count = count,
    };
    struct tl_rule own;
    if (rule_without(&cover, arena, NULL, &own)) {
        cover.n_own = own.checks.len;
        cover.n_nodes = n_nodes_of(own.map);
        for (size_t i = 0; i < examples->len; i++) {
            bool too_hard;
            *TL_VEC_ADD(arena, &cover.outcomes) =
                tl_example_findings(arena, cover.matcher, &examples->items[i], rule, &too_hard);
        }
        checks_try(&cover);
    }
    tl_arena_free(arena);
}
