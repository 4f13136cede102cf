/* SPDX-License-Identifier: MIT */
#include "rules/rule_file.h"

#include "rules/check.h"
#include "rules/kind.h"

/* The keys of a rule that are no keys of a check. */
static const struct tl_key rule_keys[] = {
    {"description", TL_KEY_TEXT, NULL, "What the rule is about"},
    {"level", TL_KEY_CHOICE, "note|warning|error|suggestion", "How grave a finding is"},
    {"enabled", TL_KEY_BOOL, NULL, "false: the rule runs only where it is asked for"},
    {"packs", TL_KEY_TEXTS, NULL, "The rule runs only where it or one of these is asked for"},
    {"adds", TL_KEY_BOOL, NULL, "true: to the rule of this name for all languages"},
    {"link", TL_KEY_TEXT, NULL, "An address with more about it"},
    {"why", TL_KEY_WORDING, NULL, "Why this hurts the reader, and what helps"},
    {"guideline", TL_KEY_TEXT, NULL, "Where the rule comes from"},
    {"suggestions", TL_KEY_TEXTS, NULL, "Wordings to offer"},
    {"examples", TL_KEY_EXAMPLES, NULL, "Texts that flag and texts that pass"},
    {"tests", TL_KEY_ANY, NULL, "Vale's tests: texts, and what is printed of them"},
    {"name", TL_KEY_ANY, NULL, "Passed over, as Vale does: the file says how a rule is called"},
    {"matchcase", TL_KEY_ANY, NULL, "Passed over"},
    {"vale_version", TL_KEY_ANY, NULL, "Passed over"},
    {NULL, TL_KEY_ANY, NULL, NULL},
};

/* The keys of a check that a rule with `checks` has in common for them all. */
static const struct tl_key shared_keys[] = {
    {"message", TL_KEY_WORDING, NULL, "One line for the writer"},
    {"ignorecase", TL_KEY_BOOL, NULL, "Letters match in either case"},
    {"once", TL_KEY_CHOICE, "each|sentence|paragraph|message",
     "Several findings in one of these are one"},
    {"limit", TL_KEY_NUMBER, NULL, "At most so many findings in a message; 0 is no limit"},
    {"checks", TL_KEY_CHECKS, NULL, "Several ways to trigger the rule"},
    {NULL, TL_KEY_ANY, NULL, NULL},
};

const struct tl_key *tl_rule_file_keys(void)
{
    return rule_keys;
}

const struct tl_key *tl_rule_file_shared_keys(void)
{
    return shared_keys;
}

static bool level_load(struct tl_loader *loader, const struct tl_yaml *map, enum tl_level *level)
{
    const struct tl_yaml *node = tl_loader_find(map, "level");
    if (node == NULL) {
        return true;
    }
    if (node->kind != TL_YAML_SCALAR || !tl_level_find(node->text, level) ||
        *level == TL_LEVEL_NEVER) {
        return tl_loader_fail(loader, node, "'level' must be error, warning or note");
    }
    return true;
}

/* Whether it can be said on the command line: letters, digits and hyphens. */
static bool is_pack(struct tl_str name)
{
    for (size_t i = 0; i < name.len; i++) {
        char c = name.data[i];
        if (!(c >= 'a' && c <= 'z') && !tl_char_is_digit(c) && c != '-') {
            return false;
        }
    }
    return name.len > 0;
}

static bool packs_load(struct tl_loader *loader, const struct tl_yaml *map, struct tl_strs *packs)
{
    if (!tl_loader_strs(loader, map, "packs", packs)) {
        return false;
    }
    for (size_t i = 0; i < packs->len; i++) {
        if (!is_pack(packs->items[i])) {
            return tl_loader_fail(loader, tl_loader_find(map, "packs"),
                                  "a pack is named by small letters, digits and hyphens");
        }
    }
    return true;
}

static bool head_load(struct tl_loader *loader, const struct tl_yaml *map, struct tl_rule *rule)
{
    bool good = level_load(loader, map, &rule->level);
    good &= tl_loader_bool(loader, map, "enabled", &rule->enabled);
    good &= packs_load(loader, map, &rule->packs);
    good &= tl_loader_bool(loader, map, "adds", &rule->adds);
    good &= tl_wordings_load(loader, map, "message", &rule->message);
    good &= tl_loader_str(loader, map, "description", &rule->description);
    good &= tl_loader_str(loader, map, "link", &rule->link);
    good &= tl_wordings_load(loader, map, "why", &rule->why);
    good &= tl_loader_str(loader, map, "guideline", &rule->guideline);
    good &= tl_loader_strs(loader, map, "suggestions", &rule->suggestions);
    rule->examples = tl_loader_find(map, "examples");
    return good;
}

/* Says of each key that belongs into one of the checks where it belongs. */
static bool are_in_place(struct tl_loader *loader, const struct tl_yaml *map)
{
    bool good = true;
    struct tl_strs kinds = tl_kind_names(loader->arena);
    for (const struct tl_yaml *member = map->first; member != NULL; member = member->next) {
        const struct tl_key *own[] = {rule_keys, shared_keys};
        bool strays = false;
        for (size_t i = 0; i < kinds.len; i++) {
            const struct tl_key *of_checks[] = {tl_kind_find(kinds.items[i])->keys,
                                                tl_check_common_keys()};
            strays |= tl_keys_find(of_checks, 2, member->key->text) != NULL;
        }
        if (strays && tl_keys_find(own, 2, member->key->text) == NULL) {
            good = tl_loader_fail(loader, member->key,
                                  "'%.*s' belongs into one of the rule's 'checks'; a rule that "
                                  "extends it adds a check with 'checks+'",
                                  TL_STR_ARG(member->key->text));
        }
    }
    return good;
}

static bool checks_load(struct tl_loader *loader, const struct tl_yaml *map,
                        const struct tl_yaml *list, struct tl_rule *rule)
{
    const struct tl_key *tables[] = {rule_keys, shared_keys};
    struct tl_loader own = *loader;
    if (list->kind != TL_YAML_LIST || list->first == NULL) {
        return tl_loader_fail(loader, list, "'checks' must be a list of checks");
    }
    bool good = are_in_place(&own, map) && tl_keys_check(&own, map, tables, 2);
    good &= tl_check_once(&own, map, &rule->once);
    good &= tl_loader_unsigned(&own, map, "limit", &rule->limit);
    good &= tl_loader_bool(&own, map, "ignorecase", &own.ignorecase);
    for (const struct tl_yaml *item = list->first; item != NULL; item = item->next) {
        struct tl_check *check = TL_VEC_ADD(loader->arena, &rule->checks);
        good &= tl_check_load(&own, item, rule, NULL, check);
    }
    return good;
}

bool tl_rule_load(struct tl_loader *loader, const struct tl_yaml *map, struct tl_str id,
                  struct tl_str language, struct tl_rule *rule)
{
    if (map->kind != TL_YAML_MAP) {
        return tl_loader_fail(loader, map, "a rule must be a map of keys");
    }
    *rule = (struct tl_rule){
        .id = id,
        .language = language,
        .path = loader->path,
        .map = map,
        .classes = loader->classes,
        .level = TL_LEVEL_WARNING,
        .enabled = true,
    };
    bool good = head_load(loader, map, rule);
    const struct tl_yaml *list = tl_loader_find(map, "checks");
    good &= list != NULL ? checks_load(loader, map, list, rule)
                         : tl_check_load(loader, map, rule, rule_keys,
                                         TL_VEC_ADD(loader->arena, &rule->checks));
    for (size_t i = 0; good && i < rule->checks.len; i++) {
        if (tl_wordings_in(&rule->checks.items[i].message, TL_STR("")).len == 0) {
            return tl_loader_fail(loader, map, "there is no 'message'");
        }
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
    return tl_rule_load(loader, map, id, language, rule);
}
