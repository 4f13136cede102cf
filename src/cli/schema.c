/* SPDX-License-Identifier: MIT */
#include "cli/schema.h"

#include "model/facts.h"
#include "rules/action.h"
#include "rules/check.h"
#include "rules/example.h"
#include "rules/kind.h"
#include "rules/language_file.h"
#include "rules/rule_file.h"
#include "rules/scope.h"

#include <jansson.h>

static json_t *typed(const char *type)
{
    return json_pack("{s:s}", "type", type);
}

static json_t *reference(const char *name)
{
    return json_pack("{s:s+}", "$ref", "#/definitions/", name);
}

static json_t *list_of(json_t *items)
{
    return json_pack("{s:s, s:o}", "type", "array", "items", items);
}

/* One, or a list of them. */
static json_t *one_or_more(json_t *(*one)(void))
{
    return json_pack("{s:[o, o]}", "anyOf", one(), list_of(one()));
}

/* Scalars are texts to the loader, whatever they look like. */
static json_t *text(void)
{
    return json_pack("{s:[s, s, s]}", "type", "string", "number", "boolean");
}

/* A text, or one for each language, of which English must be there. */
static json_t *wording(void)
{
    return json_pack("{s:[o, {s:s, s:o, s:[s]}]}", "anyOf", text(), "type", "object",
                     "additionalProperties", text(), "required", "en");
}

static json_t *guard(void)
{
    return reference("condition");
}

static json_t *boolean(void)
{
    return json_pack("{s:[b, b, s, s, s, s]}", "enum", 1, 0, "yes", "no", "on", "off");
}

static json_t *whole_number(void)
{
    return json_pack("{s:s, s:i}", "type", "integer", "minimum", 0);
}

static json_t *words(struct tl_str list)
{
    json_t *values = json_array();
    for (size_t at = 0; at <= list.len;) {
        size_t end = tl_str_find_char(list, '|', at);
        end = end == TL_NONE ? list.len : end;
        json_array_append_new(values, json_stringn(list.data + at, end - at));
        at = end + 1;
    }
    return json_pack("{s:o}", "enum", values);
}

static json_t *map_of(json_t *values)
{
    return json_pack("{s:s, s:o}", "type", "object", "additionalProperties", values);
}

static json_t *swap(void)
{
    return map_of(text());
}

static json_t *fact(enum tl_fact fact)
{
    json_t *values = json_array();
    for (unsigned i = 0; tl_fact_value_name(fact, i).len > 0; i++) {
        struct tl_str name = tl_fact_value_name(fact, i);
        json_array_append_new(values, json_stringn(name.data, name.len));
    }
    return json_pack("{s:[{s:O}, {s:s, s:{s:o}}]}", "anyOf", "enum", values, "type", "array",
                     "items", "enum", values);
}

static json_t *facts(void)
{
    json_t *properties = json_object();
    for (int i = 0; i < TL_FACT_COUNT; i++) {
        struct tl_str name = tl_fact_name((enum tl_fact)i);
        json_object_setn_new(properties, name.data, name.len, fact((enum tl_fact)i));
    }
    return json_pack("{s:s, s:o, s:b}", "type", "object", "properties", properties,
                     "additionalProperties", 0);
}

static json_t *limit(void)
{
    return json_pack("{s:[{s:s, s:i}, o]}", "anyOf", "type", "number", "minimum", 0,
                     map_of(json_pack("{s:s, s:i}", "type", "number", "minimum", 0)));
}

static json_t *examples(void)
{
    return json_pack("{s:s, s:{s:o, s:o}, s:b}", "type", "object", "properties", "flags",
                     list_of(reference("example")), "passes", list_of(reference("example")),
                     "additionalProperties", 0);
}

static json_t *checks(void)
{
    return list_of(reference("check"));
}

static json_t *texts(void)
{
    return one_or_more(text);
}

static json_t *swaps(void)
{
    return one_or_more(swap);
}

static json_t *guards(void)
{
    return one_or_more(guard);
}

static json_t *closed(const struct tl_key *keys);

static json_t *action(void)
{
    return closed(tl_action_keys());
}

static json_t *map(void)
{
    return typed("object");
}

/* The definition of each type of key, to which its keys refer. */
static const struct {
    const char *name;
    json_t *(*make)(void);
} types[] = {
    [TL_KEY_TEXT] = {"text", text},
    [TL_KEY_WORDING] = {"wording", wording},
    [TL_KEY_TEXTS] = {"texts", texts},
    [TL_KEY_BOOL] = {"boolean", boolean},
    [TL_KEY_NUMBER] = {"number", whole_number},
    [TL_KEY_CHOICE] = {NULL, NULL},
    [TL_KEY_PATTERN] = {"pattern", text},
    [TL_KEY_PATTERNS] = {"patterns", texts},
    [TL_KEY_SWAPS] = {"swaps", swaps},
    [TL_KEY_SCOPE] = {"scope", texts},
    [TL_KEY_LIMIT] = {"limit", limit},
    [TL_KEY_FACTS] = {"facts", facts},
    [TL_KEY_GUARDS] = {"conditions", guards},
    [TL_KEY_CHECKS] = {"checks", checks},
    [TL_KEY_EXAMPLES] = {"examples", examples},
    [TL_KEY_ACTION] = {"action", action},
    [TL_KEY_MAP] = {"map", map},
    [TL_KEY_ANY] = {"any", json_object},
};

enum { N_TYPES = sizeof types / sizeof *types };

static json_t *key_schema(const struct tl_key *key)
{
    json_t *schema = key->type == TL_KEY_CHOICE ? words(tl_str_of(key->values))
                                                : reference(types[key->type].name);
    if (key->help != NULL) {
        json_object_set_new(schema, "description", json_string(key->help));
    }
    return schema;
}

/* Adds the keys of a table to `properties` and their names to `names`; either may be NULL. */
static void keys_add(const struct tl_key *keys, json_t *properties, json_t *names)
{
    for (const struct tl_key *key = keys; key != NULL && key->name != NULL; key++) {
        if (names != NULL) {
            json_array_append_new(names, json_string(key->name));
        }
        if (properties != NULL) {
            json_object_set_new(properties, key->name, key_schema(key));
        }
    }
}

/* "If `extends` is this kind, these keys and those of the tables are all there are." */
static json_t *kind_branch(const struct tl_kind *kind, const struct tl_key *const *tables)
{
    json_t *properties = json_object();
    json_t *names = json_array();
    keys_add(kind->keys, properties, names);
    for (size_t i = 0; tables[i] != NULL; i++) {
        keys_add(tables[i], NULL, names);
    }
    return json_pack("{s:{s:{s:{s:s}}, s:[s]}, s:{s:o, s:{s:o}}}", "if", "properties", "extends",
                     "const", kind->name, "required", "extends", "then", "properties", properties,
                     "propertyNames", "enum", names);
}

/* A map that names its kind by `extends`; the keys of the tables are there whatever the kind. */
static json_t *kinds_schema(const struct tl_key *const *tables)
{
    struct tl_arena *arena = tl_arena_new();
    struct tl_strs names = tl_kind_names(arena);
    json_t *properties = json_object();
    json_t *branches = json_array();
    for (size_t i = 0; tables[i] != NULL; i++) {
        keys_add(tables[i], properties, NULL);
    }
    for (size_t i = 0; i < names.len; i++) {
        json_array_append_new(branches, kind_branch(tl_kind_find(names.items[i]), tables));
    }
    tl_arena_free(arena);
    return json_pack("{s:s, s:o, s:o}", "type", "object", "properties", properties, "allOf",
                     branches);
}

/* A map that has the keys of one table and no others. */
static json_t *closed(const struct tl_key *keys)
{
    json_t *properties = json_object();
    keys_add(keys, properties, NULL);
    return json_pack("{s:s, s:o, s:b}", "type", "object", "properties", properties,
                     "additionalProperties", 0);
}

static json_t *example(void)
{
    json_t *properties = json_object();
    keys_add(tl_example_keys(), properties, NULL);
    for (int i = 0; i < TL_FACT_COUNT; i++) {
        struct tl_str name = tl_fact_name((enum tl_fact)i);
        json_object_setn_new(properties, name.data, name.len, text());
    }
    return json_pack("{s:[o, {s:s, s:o, s:[s], s:b}]}", "anyOf", text(), "type", "object",
                     "properties", properties, "required", "text", "additionalProperties", 0);
}

/* The rule with `checks` has no keys of a kind. */
static json_t *several_branch(void)
{
    json_t *names = json_array();
    keys_add(tl_rule_file_keys(), NULL, names);
    keys_add(tl_rule_file_shared_keys(), NULL, names);
    return json_pack("{s:{s:[s]}, s:{s:{s:o}}, s:{s:[s]}}", "if", "required", "checks", "then",
                     "propertyNames", "enum", names, "else", "required", "extends");
}

static json_t *definitions_of(void)
{
    json_t *definitions = json_object();
    for (size_t i = 0; i < N_TYPES; i++) {
        if (types[i].make != NULL) {
            json_object_set_new(definitions, types[i].name, types[i].make());
        }
    }
    return definitions;
}

static json_t *rule_schema(void)
{
    const struct tl_key *check_tables[] = {tl_check_common_keys(), NULL};
    const struct tl_key *rule_tables[] = {tl_rule_file_keys(), tl_check_common_keys(), NULL};
    json_t *schema = kinds_schema(rule_tables);
    keys_add(tl_rule_file_shared_keys(), json_object_get(schema, "properties"), NULL);
    json_array_append_new(json_object_get(schema, "allOf"), several_branch());
    json_t *check = kinds_schema(check_tables);
    json_object_set_new(check, "required", json_pack("[s]", "extends"));
    json_t *definitions = definitions_of();
    json_object_set_new(definitions, "check", check);
    json_object_set_new(definitions, "condition", closed(tl_guard_keys()));
    json_object_set_new(definitions, "example", example());
    json_object_set_new(schema, "title", json_string("A rule of tactlint"));
    json_object_set_new(schema, "definitions", definitions);
    return schema;
}

/* Only what a language file refers to. */
static json_t *language_definitions(void)
{
    static const enum tl_key_type used[] = {TL_KEY_TEXT, TL_KEY_TEXTS, TL_KEY_BOOL, TL_KEY_PATTERNS,
                                            TL_KEY_MAP};
    json_t *definitions = json_object();
    for (size_t i = 0; i < sizeof used / sizeof *used; i++) {
        json_object_set_new(definitions, types[used[i]].name, types[used[i]].make());
    }
    return definitions;
}

static json_t *language_schema(void)
{
    struct tl_arena *arena = tl_arena_new();
    json_t *schema = closed(tl_language_file_keys(arena));
    json_object_set_new(schema, "title", json_string("A language of tactlint"));
    json_object_set_new(schema, "definitions", language_definitions());
    tl_arena_free(arena);
    return schema;
}

void tl_schema_print(enum tl_schema schema, FILE *stream)
{
    json_t *value = schema == TL_SCHEMA_RULE ? rule_schema() : language_schema();
    json_object_set_new(value, "$schema", json_string("http://json-schema.org/draft-07/schema#"));
    json_dumpf(value, stream, JSON_INDENT(2) | JSON_SORT_KEYS);
    fputc('\n', stream);
    json_decref(value);
}
