/* SPDX-License-Identifier: MIT */
#include "rules/rule_file.h"

#include "rules/check.h"

/* The keys of a rule that are no keys of a check. */
static const char *const rule_keys[] = {
    "description", "level",     "enabled",     "adds",     "link",
    "why",         "guideline", "suggestions", "examples", NULL,
};

/* The keys of a check that a rule with `checks` has in common for them all. */
static const char *const shared_keys[] = {
    "message", "ignorecase", "once", "limit", "checks", NULL,
};

static bool level_load(struct tl_loader *loader, const struct tl_yaml *map, enum tl_level *level)
{
    const struct tl_yaml *node = tl_yaml_find(map, TL_STR("level"));
    if (node == NULL) {
        return true;
    }
    if (node->kind != TL_YAML_SCALAR || !tl_level_find(node->text, level) ||
        *level == TL_LEVEL_NEVER) {
        return tl_loader_fail(loader, node, "'level' must be error, warning or note");
    }
    return true;
}

static bool head_load(struct tl_loader *loader, const struct tl_yaml *map, struct tl_rule *rule)
{
    bool good = level_load(loader, map, &rule->level) &&
                tl_loader_bool(loader, map, "enabled", &rule->enabled) &&
                tl_loader_bool(loader, map, "adds", &rule->adds) &&
                tl_loader_str(loader, map, "message", &rule->message) &&
                tl_loader_str(loader, map, "description", &rule->description) &&
                tl_loader_str(loader, map, "link", &rule->link) &&
                tl_loader_str(loader, map, "why", &rule->why) &&
                tl_loader_str(loader, map, "guideline", &rule->guideline) &&
                tl_loader_strs(loader, map, "suggestions", &rule->suggestions);
    rule->examples = tl_yaml_find(map, TL_STR("examples"));
    return good;
}

static bool checks_load(struct tl_loader *loader, const struct tl_yaml *map,
                        const struct tl_yaml *list, struct tl_rule *rule)
{
    const char *const *lists[] = {rule_keys, shared_keys};
    struct tl_loader own = *loader;
    if (list->kind != TL_YAML_LIST || list->first == NULL) {
        return tl_loader_fail(loader, list, "'checks' must be a list of checks");
    }
    if (!tl_check_keys(&own, map, lists, 2) || !tl_check_once(&own, map, &rule->once) ||
        !tl_loader_unsigned(&own, map, "limit", &rule->limit) ||
        !tl_loader_bool(&own, map, "ignorecase", &own.ignorecase)) {
        return false;
    }
    bool good = true;
    for (const struct tl_yaml *item = list->first; item != NULL; item = item->next) {
        struct tl_check *check = TL_VEC_ADD(loader->arena, &rule->checks);
        good &= tl_check_load(&own, item, rule, NULL, check);
    }
    return good;
}

bool tl_rule_file_load(struct tl_loader *loader, struct tl_str id, struct tl_str language,
                       struct tl_rule *rule)
{
    struct tl_error err;
    /* examples come last, and a lint has no use for them */
    struct tl_str until = loader->is_trusted ? TL_STR("examples") : TL_STR("");
    const struct tl_yaml *map = tl_yaml_read_until(loader->arena, loader->path, until, &err);
    if (map == NULL) {
        *TL_VEC_ADD(loader->arena, loader->errors) = err;
        return false;
    }
    if (map->kind != TL_YAML_MAP) {
        return tl_loader_fail(loader, map, "a rule must be a map of keys");
    }
    *rule = (struct tl_rule){
        .id = id,
        .language = language,
        .path = loader->path,
        .level = TL_LEVEL_WARNING,
        .enabled = true,
    };
    if (!head_load(loader, map, rule)) {
        return false;
    }
    const struct tl_yaml *list = tl_yaml_find(map, TL_STR("checks"));
    bool good = list != NULL ? checks_load(loader, map, list, rule)
                             : tl_check_load(loader, map, rule, rule_keys,
                                             TL_VEC_ADD(loader->arena, &rule->checks));
    for (size_t i = 0; good && i < rule->checks.len; i++) {
        if (rule->checks.items[i].message.len == 0) {
            return tl_loader_fail(loader, map, "there is no 'message'");
        }
    }
    return good;
}
