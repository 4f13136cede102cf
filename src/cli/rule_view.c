/* SPDX-License-Identifier: MIT */
#include "cli/rule_view.h"

#include "cli/messages.h"
#include "rules/check.h"
#include "rules/kind.h"
#include "rules/rule_file.h"

struct viewer {
    struct tl_arena *arena;
    struct tl_str tag; /* of the language of messages */
    struct tl_traces traces;
    struct tl_rule_view *view;
};

/* A value on one line: "a", "a, b", "a: b; c: d". */
static void value_add(struct tl_buf *out, const struct tl_yaml *node)
{
    if (node->kind == TL_YAML_SCALAR) {
        tl_buf_add(out, node->text);
    }
    for (const struct tl_yaml *child = node->first; child != NULL; child = child->next) {
        if (node->kind == TL_YAML_MAP) {
            tl_buf_add(out, child->key->text);
            tl_buf_add(out, TL_STR(": "));
        }
        value_add(out, child);
        bool last = child->next == NULL;
        tl_buf_add(out, last                        ? TL_STR("")
                        : node->kind == TL_YAML_MAP ? TL_STR("; ")
                                                    : TL_STR(", "));
    }
}

static struct tl_str value_of(struct tl_arena *arena, const struct tl_yaml *node)
{
    struct tl_buf out = tl_buf_in(arena);
    value_add(&out, node);
    return tl_buf_str(&out);
}

/* The pattern that was put together from a node, or "". */
static struct tl_str pattern_of(const struct viewer *viewer, const struct tl_yaml *node)
{
    for (size_t i = viewer->traces.len; i-- > 0;) {
        if (viewer->traces.items[i].node == node) {
            return viewer->traces.items[i].pattern;
        }
    }
    return TL_STR("");
}

static void keys_add(struct viewer *viewer, struct tl_check_view *check, const struct tl_yaml *map,
                     const struct tl_key *table, struct tl_str prefix);

static void guard_add(struct viewer *viewer, struct tl_check_view *check,
                      const struct tl_yaml *guard, const struct tl_key *key, struct tl_str name)
{
    *TL_VEC_ADD(viewer->arena, &check->keys) = (struct tl_key_view){
        .name = name, .meaning = key->help, .value = TL_STR(""), .pattern = TL_STR("")};
    struct tl_str prefix = tl_arena_format(viewer->arena, "%.*s: ", TL_STR_ARG(name));
    keys_add(viewer, check, guard, tl_guard_keys(), prefix);
}

static void key_add(struct viewer *viewer, struct tl_check_view *check, const struct tl_yaml *node,
                    const struct tl_key *key, struct tl_str prefix)
{
    struct tl_str name = tl_arena_format(viewer->arena, "%.*s%s", TL_STR_ARG(prefix), key->name);
    if (key->type == TL_KEY_GUARDS && node->kind == TL_YAML_MAP) {
        guard_add(viewer, check, node, key, name);
        return;
    }
    if (key->type == TL_KEY_GUARDS) {
        for (const struct tl_yaml *item = node->first; item != NULL; item = item->next) {
            guard_add(viewer, check, item, key, name);
        }
        return;
    }
    struct tl_str pattern = pattern_of(viewer, node);
    bool is_part = key->type == TL_KEY_PATTERNS && pattern.len == 0 && node->first != NULL;
    if (is_part) {
        return; /* raw beside tokens: it is in their pattern */
    }
    tl_classes_named(viewer->arena, viewer->view->rule->classes, pattern, &viewer->view->classes);
    *TL_VEC_ADD(viewer->arena, &check->keys) = (struct tl_key_view){
        .name = name,
        .meaning = key->help,
        .value = pattern.len > 0 ? TL_STR("") : value_of(viewer->arena, node),
        .pattern = pattern,
    };
}

/* Adds what a map has of a table of keys. */
static void keys_add(struct viewer *viewer, struct tl_check_view *check, const struct tl_yaml *map,
                     const struct tl_key *table, struct tl_str prefix)
{
    static const char *const heads[] = {"extends", "message", "scope", NULL};
    for (const struct tl_key *key = table; key != NULL && key->name != NULL; key++) {
        const struct tl_yaml *node = tl_loader_find(map, key->name);
        bool is_head = false;
        for (size_t i = 0; heads[i] != NULL && prefix.len == 0; i++) {
            is_head |= tl_str_equal(tl_str_of(key->name), tl_str_of(heads[i]));
        }
        if (node != NULL && !is_head) {
            key_add(viewer, check, node, key, prefix);
        }
    }
}

static void add_once(struct tl_arena *arena, struct tl_strs *list, struct tl_str text)
{
    if (!tl_strs_has(list, text)) {
        *TL_VEC_ADD(arena, list) = text;
    }
}

static void check_add(struct viewer *viewer, const struct tl_yaml *map,
                      const struct tl_check *check, bool full)
{
    struct tl_arena *arena = viewer->arena;
    const struct tl_yaml *scope = tl_loader_find(map, "scope");
    struct tl_check_view *view = TL_VEC_ADD(arena, &viewer->view->checks);
    *view = (struct tl_check_view){
        .kind = tl_str_of(check->kind->name),
        .scope = scope == NULL ? TL_STR("text") : value_of(arena, scope),
    };
    add_once(arena, &viewer->view->kinds, view->kind);
    add_once(arena, &viewer->view->scopes, view->scope);
    struct tl_str message = tl_wordings_in(&check->message, viewer->tag);
    if (!tl_str_equal(message, viewer->view->message)) {
        view->message = message;
    }
    if (full) {
        keys_add(viewer, view, map, check->kind->keys, TL_STR(""));
        keys_add(viewer, view, map, tl_check_common_keys(), TL_STR(""));
    }
}

/* Loads the rule once more, to see how its patterns are put together. */
static void trace(struct viewer *viewer, const struct tl_rule *rule)
{
    struct tl_errors errors = {0};
    struct tl_rule again;
    struct tl_loader loader = {
        .arena = viewer->arena,
        .path = rule->path,
        .errors = &errors,
        .classes = rule->classes,
        .traces = &viewer->traces,
    };
    (void)tl_rule_load(&loader, rule->map, rule->id, rule->language, &again);
}

struct tl_rule_view tl_rule_view_of(struct tl_arena *arena, const struct tl_options *options,
                                    const struct tl_rule *rule, bool full)
{
    struct tl_str tag = tl_messages_language(options, rule->language);
    struct tl_rule_view view = {
        .rule = rule,
        .message = tl_wordings_in(&rule->message, tag),
        .why = tl_wordings_in(&rule->why, tag),
        .level = tl_selection_level(&options->selection, rule),
        .is_on = tl_selection_has(&options->selection, rule),
    };
    struct viewer viewer = {.arena = arena, .tag = tag, .view = &view};
    const struct tl_yaml *checks = tl_loader_find(rule->map, "checks");
    const struct tl_yaml *map = checks == NULL ? rule->map : checks->first;
    if (full) {
        trace(&viewer, rule);
    }
    for (size_t i = 0; i < rule->checks.len && map != NULL; i++, map = map->next) {
        check_add(&viewer, map, &rule->checks.items[i], full);
    }
    return view;
}
