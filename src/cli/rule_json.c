/*
 * Rules for programs: one object, described in docs/json.md.
 * SPDX-License-Identifier: MIT
 */
#include "cli/rule_view.h"
#include "report/json_value.h"
#include "rules/loader.h"

#include <jansson.h>

static json_t *strs_json(const struct tl_strs *texts)
{
    json_t *array = json_array();
    for (size_t i = 0; i < texts->len; i++) {
        json_array_append_new(array, tl_json_string(texts->items[i]));
    }
    return array;
}

static json_t *row_json(const struct tl_rule_view *view)
{
    json_t *object = json_object();
    json_object_set_new(object, "id", tl_json_string(view->rule->id));
    json_object_set_new(object, "level", json_string(tl_level_name(view->level)));
    json_object_set_new(object, "language", tl_json_string(view->rule->language));
    json_object_set_new(object, "kinds", strs_json(&view->kinds));
    json_object_set_new(object, "scopes", strs_json(&view->scopes));
    json_object_set_new(object, "runs", json_boolean(view->is_on));
    json_object_set_new(object, "packs", strs_json(&view->rule->packs));
    json_object_set_new(object, "file", tl_json_string(tl_str_of(view->rule->path)));
    return object;
}

/* Texts of `flags` or `passes`, whole messages too; facts are left out. */
static json_t *examples_json(const struct tl_rule *rule, const char *key)
{
    json_t *array = json_array();
    const struct tl_yaml *list = tl_loader_find(rule->examples, key);
    const struct tl_yaml *item = list == NULL || list->kind != TL_YAML_LIST ? NULL : list->first;
    for (; item != NULL; item = item->next) {
        const struct tl_yaml *text =
            item->kind == TL_YAML_MAP ? tl_loader_find(item, "text") : item;
        if (text != NULL && text->kind == TL_YAML_SCALAR) {
            json_array_append_new(array, tl_json_string(text->text));
        }
    }
    return array;
}

static json_t *key_json(const struct tl_key_view *key)
{
    json_t *object = json_object();
    json_object_set_new(object, "key", tl_json_string(key->name));
    json_object_set_new(object, "meaning",
                        key->meaning == NULL ? json_null() : json_string(key->meaning));
    if (key->pattern.len > 0) {
        json_object_set_new(object, "pattern", tl_json_string(key->pattern));
    } else {
        json_object_set_new(object, "value", tl_json_string(key->value));
    }
    return object;
}

static json_t *check_json(const struct tl_check_view *check)
{
    json_t *keys = json_array();
    for (size_t i = 0; i < check->keys.len; i++) {
        json_array_append_new(keys, key_json(&check->keys.items[i]));
    }
    json_t *object = json_object();
    json_object_set_new(object, "kind", tl_json_string(check->kind));
    json_object_set_new(object, "scope", tl_json_string(check->scope));
    json_object_set_new(object, "message", tl_json_string_or_null(check->message));
    json_object_set_new(object, "keys", keys);
    return object;
}

static json_t *rule_json(const struct tl_rule_view *view)
{
    const struct tl_rule *rule = view->rule;
    json_t *object = row_json(view);
    json_object_set_new(object, "message", tl_json_string_or_null(view->message));
    json_object_set_new(object, "description", tl_json_string_or_null(rule->description));
    json_object_set_new(object, "why", tl_json_string_or_null(view->why));
    json_object_set_new(object, "guideline", tl_json_string_or_null(rule->guideline));
    json_object_set_new(object, "link", tl_json_string_or_null(rule->link));
    json_object_set_new(object, "suggestions", strs_json(&rule->suggestions));
    json_object_set_new(object, "flags", examples_json(rule, "flags"));
    json_object_set_new(object, "passes", examples_json(rule, "passes"));
    json_t *checks = json_array();
    for (size_t i = 0; i < view->checks.len; i++) {
        json_array_append_new(checks, check_json(&view->checks.items[i]));
    }
    json_object_set_new(object, "checks", checks);
    json_t *classes = json_object();
    for (size_t i = 0; i < view->classes.len; i++) {
        json_object_set_new(classes, view->classes.items[i].name.data,
                            tl_json_string(view->classes.items[i].pattern));
    }
    json_object_set_new(object, "classes", classes);
    return object;
}

static void print(FILE *stream, const struct tl_rule_view *views, size_t n,
                  json_t *(*json)(const struct tl_rule_view *))
{
    tl_json_begin(stream, "rules");
    for (size_t i = 0; i < n; i++) {
        fputs(i == 0 ? "\n" : ",\n", stream);
        tl_json_print(stream, json(&views[i]));
    }
    fputs("]}\n", stream);
}

static void list_print(FILE *stream, const struct tl_rule_view *views, size_t n)
{
    print(stream, views, n, row_json);
}

static void explain_print(FILE *stream, const struct tl_rule_view *views, size_t n)
{
    print(stream, views, n, rule_json);
}

const struct tl_rule_form tl_rule_form_json = {list_print, explain_print};
