/* SPDX-License-Identifier: MIT */
#include "rules/check.h"

#include "rules/action.h"
#include "rules/kind.h"
#include "rules/message.h"
#include "rules/pattern.h"

/* The keys that every check takes, whatever its kind. */
static const struct tl_key common_keys[] = {
    {"extends", TL_KEY_TEXT, NULL, "The kind of the check"},
    {"message", TL_KEY_WORDING, NULL, "One line for the writer; %s is the argument of the kind"},
    {"scope", TL_KEY_SCOPE, NULL, "Where the rule looks"},
    {"ignorecase", TL_KEY_BOOL, NULL, "Letters match in either case"},
    {"unless", TL_KEY_PATTERNS, NULL,
     "Where the sentence of a finding matches one of these, it is none"},
    {"when", TL_KEY_FACTS, NULL, "Facts of the message that must hold"},
    {"with", TL_KEY_GUARDS, NULL, "The rule runs only if a sentence matches this"},
    {"without", TL_KEY_GUARDS, NULL, "The rule runs only if no sentence matches this"},
    {"once", TL_KEY_CHOICE, "each|sentence|paragraph|message",
     "Several findings in one of these are one"},
    {"limit", TL_KEY_NUMBER, NULL, "At most so many findings in a message; 0 is no limit"},
    {"action", TL_KEY_ACTION, NULL, "What mends a finding"},
    {NULL, TL_KEY_ANY, NULL, NULL},
};

const struct tl_key *tl_check_common_keys(void)
{
    return common_keys;
}

bool tl_check_once(struct tl_loader *loader, const struct tl_yaml *map, enum tl_once *once)
{
    unsigned value = *once;
    bool good = tl_keys_choice(loader, map, common_keys, "once", &value);
    *once = (enum tl_once)value;
    return good;
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
    bool good = node->first != NULL ||
                tl_loader_fail(loader, node, "no value is allowed, so the rule can never fire");
    for (const struct tl_yaml *item = node->first; item != NULL; item = item->next) {
        good &= when_value(loader, item, fact, &when[fact]);
    }
    return good;
}

static bool when_load(struct tl_loader *loader, const struct tl_yaml *map, unsigned char *when)
{
    const struct tl_yaml *node = tl_loader_find(map, "when");
    if (node == NULL) {
        return true;
    }
    if (node->kind != TL_YAML_MAP) {
        return tl_loader_fail(loader, node, "'when' must be a map of facts");
    }
    bool good = true;
    for (const struct tl_yaml *member = node->first; member != NULL; member = member->next) {
        good &= when_fact(loader, member, when);
    }
    return good;
}

static bool unless_load(struct tl_loader *loader, const struct tl_yaml *map,
                        const struct tl_regex **unless)
{
    return tl_pattern_list(loader, tl_loader_find(map, "unless"), TL_PATTERN_WORD, unless);
}

static const struct tl_kind *kind_of(struct tl_loader *loader, const struct tl_yaml *map)
{
    const struct tl_yaml *node = tl_loader_find(map, "extends");
    if (node == NULL || node->kind != TL_YAML_SCALAR) {
        tl_loader_fail(loader, node == NULL ? map : node,
                       "'extends' must name the kind of the check");
        return NULL;
    }
    const struct tl_kind *kind = tl_kind_find(node->text);
    if (kind == NULL && tl_kind_is_refused(node->text)) {
        tl_loader_fail(loader, node, "the kind '%.*s' is not supported", TL_STR_ARG(node->text));
    } else if (kind == NULL) {
        struct tl_strs known = tl_kind_names(loader->arena);
        tl_loader_fail_unknown(loader, node, "kind of check", node->text, &known);
    }
    return kind;
}

/* What Vale has taken in its time and takes no more. */
static bool is_of_today(struct tl_loader *loader, const struct tl_yaml *map)
{
    static const char *const inline_scopes[] = {"code", "link", "strong", "emphasis"};
    const struct tl_yaml *code = tl_loader_find(map, "code");
    const struct tl_yaml *scope = tl_loader_find(map, "scope");
    bool good = code == NULL ||
                tl_loader_fail(loader, code->key, "'code' is no key any more; use 'scope: raw'");
    const struct tl_yaml *item = tl_yaml_first(scope);
    for (; item != NULL; item = tl_yaml_next(scope, item)) {
        for (size_t i = 0; i < sizeof inline_scopes / sizeof *inline_scopes; i++) {
            if (item->kind == TL_YAML_SCALAR &&
                tl_str_equal(item->text, tl_str_of(inline_scopes[i]))) {
                good = tl_loader_fail(loader, item,
                                      "'%s' is no scope of a style; use 'scope: raw' and the signs "
                                      "of the markup",
                                      inline_scopes[i]);
            }
        }
        if (item->kind == TL_YAML_SCALAR && tl_str_find_char(item->text, ' ', 0) != TL_NONE &&
            tl_str_find_char(item->text, '&', 0) == TL_NONE &&
            tl_str_find_char(item->text, '(', 0) == TL_NONE) {
            good = tl_loader_fail(loader, item, "a scope of two words needs '&' between them");
        }
    }
    return good;
}

/* Whether a message names a line, in some language. */
static bool says_line(const struct tl_wordings *message)
{
    for (size_t i = 0; i < message->len; i++) {
        if (tl_message_says_line(message->items[i].text)) {
            return true;
        }
    }
    return false;
}

/* A message can name a line only where a condition finds one. */
static bool line_is_known(struct tl_loader *loader, const struct tl_yaml *map,
                          const struct tl_check *check)
{
    const struct tl_yaml *node = tl_loader_find(map, "message");
    return !check->says_line || tl_guards_tell_place(&check->guards) ||
           tl_loader_fail(loader, node == NULL ? map : node,
                          "'%%[line]' needs a 'with' of patterns without 'within', whose first "
                          "match stands there");
}

/* The kinds whose unknown keys Vale passes over. */
static bool is_lax(const struct tl_kind *kind)
{
    return tl_str_equal(tl_str_of(kind->name), TL_STR("consistency")) ||
           tl_str_equal(tl_str_of(kind->name), TL_STR("spelling"));
}

bool tl_check_load(struct tl_loader *loader, const struct tl_yaml *map, const struct tl_rule *rule,
                   const struct tl_key *keys, struct tl_check *check)
{
    if (map->kind != TL_YAML_MAP) {
        return tl_loader_fail(loader, map, "a check must be a map");
    }
    *check = (struct tl_check){.message = rule->message};
    struct tl_loader own = *loader;
    check->kind = kind_of(loader, map);
    if (check->kind == NULL || (loader->is_style && !is_of_today(loader, map))) {
        return false;
    }
    own.is_lax = loader->is_style && is_lax(check->kind);
    const struct tl_key *tables[] = {common_keys, check->kind->keys, keys};
    bool good = tl_keys_check(&own, map, tables, 3);
    good &= tl_loader_bool(&own, map, "ignorecase", &own.ignorecase);
    good &= tl_wordings_load(&own, map, "message", &check->message);
    good &= tl_loader_scope(&own, map, "scope", &check->scope);
    good &= tl_loader_unsigned(&own, map, "limit", &check->limit);
    good &= tl_check_once(&own, map, &check->once);
    good &= when_load(&own, map, check->when);
    good &= unless_load(&own, map, &check->unless);
    good &= tl_action_load(&own, map, &check->action);
    good &= tl_guards_load(&own, map, &check->guards);
    check->says_line = says_line(&check->message);
    good &= line_is_known(&own, map, check);
    struct tl_str none;
    if (check->scope.len == 0 &&
        !tl_scope_add(loader->arena, &check->scope, TL_STR("text"), &none)) {
        return false;
    }
    if (tl_scope_chance(&check->scope) != TL_SCOPE_SOME) {
        tl_loader_warn(&own, tl_loader_find(map, "scope"),
                       "letters have nothing of this scope, so the rule can never fire");
    }
    /* a kind may count on the types of its keys */
    return tl_keys_have_types(map, tables, 3) && check->kind->load(&own, map, check) && good;
}
