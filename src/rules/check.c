/* SPDX-License-Identifier: MIT */
#include "rules/check.h"

#include "rules/kind.h"
#include "rules/pattern.h"

/* The keys that every check takes, whatever its kind. */
static const char *const common_keys[] = {
    "extends", "message", "scope", "ignorecase", "unless", "when",
    "with",    "without", "once",  "limit",      NULL,
};

static const char *const guard_keys[] = {
    "scope", "tokens", "raw", "nonword", "append", "ignorecase", "unless", NULL,
};

bool tl_check_keys(struct tl_loader *loader, const struct tl_yaml *map, const char *const *lists[],
                   size_t n_lists)
{
    struct tl_strs known = {0};
    for (size_t i = 0; i < n_lists; i++) {
        for (const char *const *key = lists[i]; key != NULL && *key != NULL; key++) {
            *TL_VEC_ADD(loader->arena, &known) = tl_str_of(*key);
        }
    }
    bool good = true;
    for (const struct tl_yaml *member = map->first; member != NULL; member = member->next) {
        if (!tl_strs_has(&known, member->key->text)) {
            good = tl_loader_fail_unknown(loader, member->key, "key", member->key->text, &known);
        }
    }
    return good;
}

bool tl_check_once(struct tl_loader *loader, const struct tl_yaml *map, enum tl_once *once)
{
    static const struct {
        struct tl_str name;
        enum tl_once value;
    } values[] = {
        {{"sentence", 8}, TL_ONCE_SENTENCE},
        {{"paragraph", 9}, TL_ONCE_PARAGRAPH},
        {{"message", 7}, TL_ONCE_MESSAGE},
    };
    const struct tl_yaml *node = tl_yaml_find(map, TL_STR("once"));
    if (node == NULL) {
        return true;
    }
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        if (node->kind == TL_YAML_SCALAR && tl_str_equal(node->text, values[i].name)) {
            *once = values[i].value;
            return true;
        }
    }
    return tl_loader_fail(loader, node, "'once' must be sentence, paragraph or message");
}

static bool when_value(struct tl_loader *loader, const struct tl_yaml *node, enum tl_fact fact,
                       unsigned char *allowed)
{
    unsigned value;
    if (node->kind == TL_YAML_SCALAR && tl_fact_find_value(fact, node->text, &value)) {
        *allowed = (unsigned char)(*allowed | (1U << value));
        return true;
    }
    struct tl_strs known = {0};
    for (unsigned i = 0; tl_fact_value_name(fact, i).len > 0; i++) {
        *TL_VEC_ADD(loader->arena, &known) = tl_fact_value_name(fact, i);
    }
    struct tl_str word = node->kind == TL_YAML_SCALAR ? node->text : TL_STR("");
    return tl_loader_fail_unknown(loader, node, tl_fact_name(fact).data, word, &known);
}

static bool when_fact(struct tl_loader *loader, const struct tl_yaml *node, unsigned char *when)
{
    enum tl_fact fact;
    if (!tl_fact_find(node->key->text, &fact)) {
        struct tl_strs known = {0};
        for (int i = 0; i < TL_FACT_COUNT; i++) {
            *TL_VEC_ADD(loader->arena, &known) = tl_fact_name((enum tl_fact)i);
        }
        return tl_loader_fail_unknown(loader, node->key, "fact", node->key->text, &known);
    }
    if (node->kind != TL_YAML_LIST) {
        return when_value(loader, node, fact, &when[fact]);
    }
    for (const struct tl_yaml *item = node->first; item != NULL; item = item->next) {
        if (!when_value(loader, item, fact, &when[fact])) {
            return false;
        }
    }
    return true;
}

static bool when_load(struct tl_loader *loader, const struct tl_yaml *map, unsigned char *when)
{
    const struct tl_yaml *node = tl_yaml_find(map, TL_STR("when"));
    if (node == NULL) {
        return true;
    }
    if (node->kind != TL_YAML_MAP) {
        return tl_loader_fail(loader, node, "'when' must be a map of facts");
    }
    for (const struct tl_yaml *member = node->first; member != NULL; member = member->next) {
        if (!when_fact(loader, member, when)) {
            return false;
        }
    }
    return true;
}

static bool unless_load(struct tl_loader *loader, const struct tl_yaml *map,
                        const struct tl_regex **unless)
{
    return tl_pattern_list(loader, tl_yaml_find(map, TL_STR("unless")), TL_PATTERN_WORD, unless);
}

static bool guard_load(struct tl_loader *loader, const struct tl_yaml *node, bool wanted,
                       struct tl_guards *guards)
{
    if (node->kind != TL_YAML_MAP) {
        return tl_loader_fail(loader, node, "a condition must be a map of 'scope' and 'tokens'");
    }
    const char *const *lists[] = {guard_keys};
    struct tl_guard *guard = TL_VEC_ADD(loader->arena, guards);
    *guard = (struct tl_guard){.wanted = wanted};
    struct tl_loader own = *loader;
    if (!tl_check_keys(&own, node, lists, 1) ||
        !tl_loader_bool(&own, node, "ignorecase", &own.ignorecase) ||
        !tl_loader_scope(&own, node, "scope", &guard->scope) ||
        !tl_pattern_existence(&own, node, &guard->pattern) ||
        !unless_load(&own, node, &guard->unless)) {
        return false;
    }
    if (guard->pattern == NULL) {
        return tl_loader_fail(loader, node, "a condition needs 'tokens' or 'raw'");
    }
    struct tl_str none;
    return guard->scope.len > 0 ||
           tl_scope_add(loader->arena, &guard->scope, TL_STR("text"), &none);
}

static bool guards_load(struct tl_loader *loader, const struct tl_yaml *map, const char *key,
                        bool wanted, struct tl_guards *guards)
{
    const struct tl_yaml *node = tl_yaml_find(map, tl_str_of(key));
    if (node == NULL || node->kind != TL_YAML_LIST) {
        return node == NULL || guard_load(loader, node, wanted, guards);
    }
    for (const struct tl_yaml *item = node->first; item != NULL; item = item->next) {
        if (!guard_load(loader, item, wanted, guards)) {
            return false;
        }
    }
    return true;
}

static const struct tl_kind *kind_of(struct tl_loader *loader, const struct tl_yaml *map)
{
    const struct tl_yaml *node = tl_yaml_find(map, TL_STR("extends"));
    if (node == NULL || node->kind != TL_YAML_SCALAR) {
        tl_loader_fail(loader, node == NULL ? map : node,
                       "'extends' must name the kind of the check");
        return NULL;
    }
    const struct tl_kind *kind = tl_kind_find(node->text);
    if (kind == NULL) {
        struct tl_strs known = tl_kind_names(loader->arena);
        tl_loader_fail_unknown(loader, node, "kind of check", node->text, &known);
    }
    return kind;
}

bool tl_check_load(struct tl_loader *loader, const struct tl_yaml *map, const struct tl_rule *rule,
                   const char *const *keys, struct tl_check *check)
{
    if (map->kind != TL_YAML_MAP) {
        return tl_loader_fail(loader, map, "a check must be a map");
    }
    *check = (struct tl_check){.message = rule->message};
    struct tl_loader own = *loader;
    check->kind = kind_of(loader, map);
    if (check->kind == NULL) {
        return false;
    }
    const char *const *lists[] = {common_keys, check->kind->keys, keys};
    if (!tl_check_keys(&own, map, lists, 3) ||
        !tl_loader_bool(&own, map, "ignorecase", &own.ignorecase) ||
        !tl_loader_str(&own, map, "message", &check->message) ||
        !tl_loader_scope(&own, map, "scope", &check->scope) ||
        !tl_loader_unsigned(&own, map, "limit", &check->limit) ||
        !tl_check_once(&own, map, &check->once) || !when_load(&own, map, check->when) ||
        !unless_load(&own, map, &check->unless) ||
        !guards_load(&own, map, "with", true, &check->guards) ||
        !guards_load(&own, map, "without", false, &check->guards)) {
        return false;
    }
    struct tl_str none;
    if (check->scope.len == 0 &&
        !tl_scope_add(loader->arena, &check->scope, TL_STR("text"), &none)) {
        return false;
    }
    return check->kind->load(&own, map, check);
}
