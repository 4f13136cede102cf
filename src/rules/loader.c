/* SPDX-License-Identifier: MIT */
#include "rules/loader.h"

#include "base/limits.h"
#include "base/nearest.h"
#include "rules/yaml_place.h"

#include <string.h>

const struct tl_yaml *tl_loader_find(const struct tl_yaml *map, const char *key)
{
    if (map == NULL || map->kind != TL_YAML_MAP) {
        return NULL;
    }
    for (const struct tl_yaml *member = map->first; member != NULL; member = member->next) {
        if (tl_str_equal_nocase(member->key->text, tl_str_of(key))) {
            return member;
        }
    }
    return NULL;
}

/* The file that a node is of. */
static const char *path_of(const struct tl_loader *loader, const struct tl_yaml *node)
{
    return node->path != NULL ? node->path : loader->path;
}

/* Whether something was said of a value.  What a map lacks is said at the map, each for itself. */
static bool is_said(const struct tl_loader *loader, const struct tl_yaml *node)
{
    for (size_t i = loader->errors->len; node->key != NULL && i-- > 0;) {
        const struct tl_error *err = &loader->errors->items[i];
        if (strcmp(err->path, path_of(loader, node)) != 0) {
            return false;
        }
        if (err->line == node->line && err->column == node->column) {
            return true;
        }
    }
    return false;
}

/* How many errors the file has so far: they are the last ones. */
static size_t n_said(const struct tl_loader *loader, const char *path)
{
    size_t n = 0;
    const struct tl_errors *errors = loader->errors;
    while (n < errors->len &&
           (strcmp(errors->items[errors->len - 1 - n].path, path) == 0 ||
            strcmp(errors->items[errors->len - 1 - n].path, loader->path) == 0)) {
        n++;
    }
    return n;
}

static bool fail(struct tl_loader *loader, const char *path, struct tl_yaml_place place,
                 struct tl_str text)
{
    size_t n = n_said(loader, path);
    if (n < TL_MAX_RULE_ERRORS) {
        struct tl_error *err = TL_VEC_ADD(loader->arena, loader->errors);
        tl_error_set_at(err, path, place.line, place.column, "%s%s", text.data,
                        n + 1 == TL_MAX_RULE_ERRORS ? " (there are more errors in this file)" : "");
    }
    return false;
}

/* "x (?: y)" without quotes is a map from "x (?" to "y)". */
static const char *hint(const struct tl_yaml *node)
{
    const struct tl_yaml *member = node->kind == TL_YAML_MAP ? node->first : NULL;
    bool is_group = member != NULL && !member->key->quoted &&
                    tl_str_has_suffix_nocase(member->key->text, TL_STR("(?"));
    return is_group ? "; one with ': ' in it needs single quotes" : "";
}

bool tl_loader_fail(struct tl_loader *loader, const struct tl_yaml *node, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    struct tl_str text = tl_arena_vformat(loader->arena, format, args);
    va_end(args);
    text = tl_arena_format(loader->arena, "%s%s", text.data, hint(node));
    return !is_said(loader, node) && fail(loader, path_of(loader, node),
                                          (struct tl_yaml_place){node->line, node->column}, text);
}

bool tl_loader_fail_in(struct tl_loader *loader, const struct tl_yaml *node, size_t offset,
                       const char *format, ...)
{
    va_list args;
    va_start(args, format);
    struct tl_str text = tl_arena_vformat(loader->arena, format, args);
    va_end(args);
    return fail(loader, path_of(loader, node), tl_yaml_locate(node, offset), text);
}

void tl_loader_warn(struct tl_loader *loader, const struct tl_yaml *node, const char *format, ...)
{
    if (loader->warnings == NULL || loader->warnings->len >= TL_MAX_RULE_WARNINGS) {
        return;
    }
    va_list args;
    va_start(args, format);
    struct tl_str text = tl_arena_vformat(loader->arena, format, args);
    va_end(args);
    struct tl_error *err = TL_VEC_ADD(loader->arena, loader->warnings);
    tl_error_set_at(err, path_of(loader, node), node->line, node->column, "%s", text.data);
}

bool tl_loader_fail_unknown(struct tl_loader *loader, const struct tl_yaml *node, const char *what,
                            struct tl_str word, const struct tl_strs *known)
{
    struct tl_str near = tl_nearest(known, word);
    if (near.len > 0) {
        return tl_loader_fail(loader, node, "unknown %s '%.*s'; did you mean '%.*s'?", what,
                              TL_STR_ARG(word), TL_STR_ARG(near));
    }
    return tl_loader_fail(loader, node, "unknown %s '%.*s'", what, TL_STR_ARG(word));
}

bool tl_loader_str(struct tl_loader *loader, const struct tl_yaml *map, const char *key,
                   struct tl_str *value)
{
    const struct tl_yaml *node = tl_loader_find(map, key);
    if (node == NULL) {
        return true;
    }
    if (node->kind != TL_YAML_SCALAR) {
        return tl_loader_fail(loader, node, "'%s' must be a text", key);
    }
    *value = node->text;
    return true;
}

bool tl_loader_bool(struct tl_loader *loader, const struct tl_yaml *map, const char *key,
                    bool *value)
{
    const struct tl_yaml *node = tl_loader_find(map, key);
    if (node == NULL) {
        return true;
    }
    static const char *const words[] = {"false", "true", "no", "yes", "off", "on"};
    for (size_t i = 0; i < sizeof words / sizeof *words && node->kind == TL_YAML_SCALAR; i++) {
        if (tl_str_equal_nocase(node->text, tl_str_of(words[i]))) {
            *value = i % 2 == 1;
            return true;
        }
    }
    return tl_loader_fail(loader, node, "'%s' must be true or false", key);
}

bool tl_loader_number(struct tl_str text, unsigned *value)
{
    unsigned number = 0;
    if (text.len == 0 || text.len > 9) {
        return false;
    }
    for (size_t i = 0; i < text.len; i++) {
        if (!tl_char_is_digit(text.data[i])) {
            return false;
        }
        number = number * 10 + (unsigned)(text.data[i] - '0');
    }
    *value = number;
    return true;
}

bool tl_loader_unsigned(struct tl_loader *loader, const struct tl_yaml *map, const char *key,
                        unsigned *value)
{
    const struct tl_yaml *node = tl_loader_find(map, key);
    if (node == NULL) {
        return true;
    }
    if (node->kind != TL_YAML_SCALAR || !tl_loader_number(node->text, value)) {
        return tl_loader_fail(loader, node, "'%s' must be a whole number", key);
    }
    return true;
}

bool tl_loader_strs(struct tl_loader *loader, const struct tl_yaml *map, const char *key,
                    struct tl_strs *value)
{
    const struct tl_yaml *node = tl_loader_find(map, key);
    if (node == NULL) {
        return true;
    }
    if (node->kind == TL_YAML_SCALAR) {
        *TL_VEC_ADD(loader->arena, value) = node->text;
        return true;
    }
    if (node->kind == TL_YAML_MAP) {
        return tl_loader_fail(loader, node, "'%s' must be a list", key);
    }
    for (const struct tl_yaml *item = node->first; item != NULL; item = item->next) {
        if (item->kind != TL_YAML_SCALAR) {
            return tl_loader_fail(loader, item, "each item of '%s' must be a text", key);
        }
        *TL_VEC_ADD(loader->arena, value) = item->text;
    }
    return true;
}

static bool scope_term(struct tl_loader *loader, const struct tl_yaml *node, struct tl_scope *value)
{
    struct tl_str unknown;
    if (node->kind != TL_YAML_SCALAR) {
        return tl_loader_fail(loader, node, "a scope must be a text or a list of texts");
    }
    struct tl_scope term = {0};
    bool is_known = loader->is_style
                        ? tl_scope_add_style(loader->arena, value, node->text, &unknown)
                        : tl_scope_add(loader->arena, value, node->text, &unknown);
    if (is_known) {
        *TL_VEC_ADD(loader->arena, &term) = value->items[value->len - 1];
        return loader->is_style || tl_scope_chance(&term) != TL_SCOPE_NONE ||
               tl_loader_fail(loader, node,
                              "no sentence is in all of '%.*s', so the rule can never fire",
                              TL_STR_ARG(node->text));
    }
    struct tl_strs names = tl_scope_names(loader->arena);
    return tl_loader_fail_unknown(loader, node, "scope", unknown, &names);
}

bool tl_loader_scope(struct tl_loader *loader, const struct tl_yaml *map, const char *key,
                     struct tl_scope *value)
{
    const struct tl_yaml *node = tl_loader_find(map, key);
    if (node == NULL) {
        return true;
    }
    if (node->kind != TL_YAML_LIST) {
        return scope_term(loader, node, value);
    }
    bool good = true;
    for (const struct tl_yaml *item = node->first; item != NULL; item = item->next) {
        good &= scope_term(loader, item, value);
    }
    return good;
}
