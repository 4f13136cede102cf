/* SPDX-License-Identifier: MIT */
#include "rules/key.h"

#include <string.h>

enum shape {
    SHAPE_SCALAR = 1 << TL_YAML_SCALAR,
    SHAPE_LIST = 1 << TL_YAML_LIST,
    SHAPE_MAP = 1 << TL_YAML_MAP,
    SHAPE_ANY = SHAPE_SCALAR | SHAPE_LIST | SHAPE_MAP,
};

/* What YAML a type takes, and how it is called where it is something else. */
static const struct {
    unsigned shapes;
    const char *text;
} types[] = {
    [TL_KEY_TEXT] = {SHAPE_SCALAR, "a text"},
    [TL_KEY_WORDING] = {SHAPE_SCALAR | SHAPE_MAP, "a text, or a map of it by language"},
    [TL_KEY_TEXTS] = {SHAPE_SCALAR | SHAPE_LIST, "a list"},
    [TL_KEY_BOOL] = {SHAPE_SCALAR, "true or false"},
    [TL_KEY_NUMBER] = {SHAPE_SCALAR, "a whole number"},
    [TL_KEY_CHOICE] = {SHAPE_SCALAR, "a word"},
    [TL_KEY_PATTERN] = {SHAPE_SCALAR, "a pattern"},
    [TL_KEY_PATTERNS] = {SHAPE_SCALAR | SHAPE_LIST, "a list of patterns"},
    [TL_KEY_SWAPS] = {SHAPE_MAP | SHAPE_LIST, "a map from patterns to wordings"},
    [TL_KEY_SCOPE] = {SHAPE_SCALAR | SHAPE_LIST, "a text or a list of texts"},
    [TL_KEY_LIMIT] = {SHAPE_SCALAR | SHAPE_MAP, "a number, or a map of them"},
    [TL_KEY_FACTS] = {SHAPE_MAP, "a map of facts"},
    [TL_KEY_GUARDS] = {SHAPE_MAP | SHAPE_LIST, "a map of 'scope' and 'tokens'"},
    [TL_KEY_CHECKS] = {SHAPE_LIST, "a list of checks"},
    [TL_KEY_EXAMPLES] = {SHAPE_MAP, "a map of 'flags' and 'passes'"},
    [TL_KEY_ACTION] = {SHAPE_MAP, "a map of 'name' and 'params'"},
    [TL_KEY_MAP] = {SHAPE_MAP, "a map"},
    [TL_KEY_ANY] = {SHAPE_ANY, ""},
};

const struct tl_key *tl_keys_find(const struct tl_key *const *tables, size_t n_tables,
                                  struct tl_str name)
{
    for (size_t i = 0; i < n_tables; i++) {
        for (const struct tl_key *key = tables[i]; key != NULL && key->name != NULL; key++) {
            if (tl_str_equal_nocase(name, tl_str_of(key->name))) {
                return key;
            }
        }
    }
    return NULL;
}

static bool unknown(struct tl_loader *loader, const struct tl_yaml *member,
                    const struct tl_key *const *tables, size_t n_tables)
{
    struct tl_strs known = {0};
    if (loader->is_lax) {
        tl_loader_warn(loader, member->key, "unknown key '%.*s'", TL_STR_ARG(member->key->text));
        return true;
    }
    for (size_t i = 0; i < n_tables; i++) {
        for (const struct tl_key *key = tables[i]; key != NULL && key->name != NULL; key++) {
            *TL_VEC_ADD(loader->arena, &known) = tl_str_of(key->name);
        }
    }
    return tl_loader_fail_unknown(loader, member->key, "key", member->key->text, &known);
}

static bool has_type(const struct tl_yaml *member, const struct tl_key *key)
{
    return (types[key->type].shapes & 1U << member->kind) != 0;
}

bool tl_keys_have_types(const struct tl_yaml *map, const struct tl_key *const *tables,
                        size_t n_tables)
{
    for (const struct tl_yaml *member = map->first; member != NULL; member = member->next) {
        const struct tl_key *key = tl_keys_find(tables, n_tables, member->key->text);
        if (key != NULL && !has_type(member, key)) {
            return false;
        }
    }
    return true;
}

bool tl_keys_check(struct tl_loader *loader, const struct tl_yaml *map,
                   const struct tl_key *const *tables, size_t n_tables)
{
    bool good = true;
    for (const struct tl_yaml *member = map->first; member != NULL; member = member->next) {
        const struct tl_key *key = tl_keys_find(tables, n_tables, member->key->text);
        if (key == NULL) {
            good &= unknown(loader, member, tables, n_tables);
        } else if (tl_loader_find(map, key->name) != member) {
            good = tl_loader_fail(loader, member->key, "the key '%s' is there twice", key->name);
        } else if (!has_type(member, key)) {
            good =
                tl_loader_fail(loader, member, "'%s' must be %s", key->name, types[key->type].text);
        }
    }
    return good;
}

/* "a|b|c" as a list. */
static struct tl_strs values_of(struct tl_arena *arena, const struct tl_key *key)
{
    struct tl_strs all = {0};
    struct tl_str text = tl_str_of(key->values);
    for (size_t at = 0; at <= text.len;) {
        size_t end = tl_str_find_char(text, '|', at);
        end = end == TL_NONE ? text.len : end;
        *TL_VEC_ADD(arena, &all) = tl_str_slice(text, at, end);
        at = end + 1;
    }
    return all;
}

bool tl_keys_choice(struct tl_loader *loader, const struct tl_yaml *map, const struct tl_key *table,
                    const char *name, unsigned *value)
{
    const struct tl_yaml *node = tl_loader_find(map, name);
    const struct tl_key *key = tl_keys_find(&table, 1, tl_str_of(name));
    if (node == NULL) {
        return true;
    }
    struct tl_strs values = values_of(loader->arena, key);
    for (size_t i = 0; i < values.len; i++) {
        if (node->kind == TL_YAML_SCALAR && tl_str_equal_nocase(node->text, values.items[i])) {
            *value = (unsigned)i;
            return true;
        }
    }
    struct tl_buf list = tl_buf_in(loader->arena);
    for (size_t i = 0; i < values.len; i++) {
        tl_buf_add(&list, i == 0                ? TL_STR("")
                          : i + 1 == values.len ? TL_STR(" or ")
                                                : TL_STR(", "));
        tl_buf_add(&list, values.items[i]);
    }
    return tl_loader_fail(loader, node, "'%s' must be %s", name, tl_buf_str(&list).data);
}
