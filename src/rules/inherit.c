/* SPDX-License-Identifier: MIT */
#include "rules/inherit.h"

#include "rules/kind.h"

/* Keys of a rule, and entries that are looked for among entries: what is looked for one by one. */
enum { MAX_MEMBERS = 200, MAX_LOOKS = 10 * 1000 * 1000 };

/* What a key of the parent is for that rule only. */
static bool is_own(struct tl_str key)
{
    static const char *const keys[] = {"examples", "tests", "enabled"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (tl_str_equal_nocase(key, tl_str_of(keys[i]))) {
            return true;
        }
    }
    return false;
}

static bool is_extends(struct tl_str key)
{
    return tl_str_equal_nocase(key, TL_STR("extends"));
}

const struct tl_yaml *tl_inherit_parent(const struct tl_yaml *map)
{
    const struct tl_yaml *node = tl_loader_find(map, "extends");
    bool is_rule = node != NULL && node->kind == TL_YAML_SCALAR && node->text.len > 0 &&
                   tl_kind_find(node->text) == NULL && !tl_kind_is_refused(node->text);
    return is_rule ? node : NULL;
}

/* A list or map of copies of the nodes; in place of `old`, of which it has the rest. */
static const struct tl_yaml *collection(struct tl_arena *arena, const struct tl_yaml *old,
                                        enum tl_yaml_kind kind, const struct tl_yaml_nodes *items)
{
    struct tl_yaml *node = tl_arena_alloc(arena, sizeof *node);
    *node = *old;
    node->kind = kind;
    node->next = NULL;
    const struct tl_yaml **link = &node->first;
    for (size_t i = 0; i < items->len; i++) {
        struct tl_yaml *item = tl_arena_alloc(arena, sizeof *item);
        *item = *items->items[i];
        *link = item;
        link = &item->next;
    }
    *link = NULL;
    return node;
}

/* The members of a map or the items of a list; a scalar is one item. */
static struct tl_yaml_nodes nodes_of(struct tl_arena *arena, const struct tl_yaml *node)
{
    struct tl_yaml_nodes all = {0};
    if (node->kind == TL_YAML_SCALAR) {
        *TL_VEC_ADD(arena, &all) = node;
        return all;
    }
    for (const struct tl_yaml *item = node->first; item != NULL; item = item->next) {
        *TL_VEC_ADD(arena, &all) = item;
    }
    return all;
}

/* The member of that key in any letter case, or the number of members. */
static size_t member_find(const struct tl_yaml_nodes *members, struct tl_str key)
{
    size_t i = 0;
    while (i < members->len && !tl_str_equal_nocase(members->items[i]->key->text, key)) {
        i++;
    }
    return i;
}

static void member_put(struct tl_arena *arena, struct tl_yaml_nodes *members,
                       const struct tl_yaml *member)
{
    size_t i = member_find(members, member->key->text);
    if (i < members->len) {
        members->items[i] = member;
    } else {
        *TL_VEC_ADD(arena, members) = member;
    }
}

static void remove_at(struct tl_yaml_nodes *nodes, size_t i)
{
    for (; i + 1 < nodes->len; i++) {
        nodes->items[i] = nodes->items[i + 1];
    }
    nodes->len--;
}

/* Keys of maps inside a rule are patterns: their letter case counts. */
static size_t entry_find(const struct tl_yaml_nodes *nodes, bool by_key, struct tl_str text)
{
    size_t i = 0;
    while (i < nodes->len) {
        const struct tl_yaml *node = by_key ? nodes->items[i]->key : nodes->items[i];
        if (node->kind == TL_YAML_SCALAR && tl_str_equal(node->text, text)) {
            break;
        }
        i++;
    }
    return i;
}

/* Whether there is not too much to be looked for. */
static bool is_bounded(struct tl_loader *loader, const struct tl_yaml *node, size_t n_looks,
                       size_t n_entries)
{
    return n_looks <= MAX_LOOKS / (n_entries + 1) ||
           tl_loader_fail(loader, node, "too many entries to change");
}

/* `key+`: the parent's value with that of the child; NULL after an error. */
static const struct tl_yaml *appended(struct tl_loader *loader, const struct tl_yaml *old,
                                      const struct tl_yaml *more)
{
    struct tl_yaml_nodes all = nodes_of(loader->arena, old);
    bool is_map = old->kind == TL_YAML_MAP;
    if (is_map && more->kind != TL_YAML_MAP) {
        tl_loader_fail(loader, more, "'%.*s+' must be a map, as '%.*s' is one",
                       TL_STR_ARG(old->key->text), TL_STR_ARG(old->key->text));
        return NULL;
    }
    if (!is_map && more->kind == TL_YAML_MAP) { /* of a list of maps */
        *TL_VEC_ADD(loader->arena, &all) = more;
        return collection(loader->arena, old, TL_YAML_LIST, &all);
    }
    struct tl_yaml_nodes items = nodes_of(loader->arena, more);
    if (is_map && !is_bounded(loader, more, items.len, all.len + items.len)) {
        return NULL;
    }
    for (size_t i = 0; i < items.len; i++) {
        size_t at = is_map ? entry_find(&all, true, items.items[i]->key->text) : all.len;
        if (at == all.len) {
            (void)TL_VEC_ADD(loader->arena, &all);
        }
        all.items[at] = items.items[i];
    }
    return collection(loader->arena, old, is_map ? TL_YAML_MAP : TL_YAML_LIST, &all);
}

/* `key-`: the parent's value without what the child names; NULL after an error. */
static const struct tl_yaml *shortened(struct tl_loader *loader, const struct tl_yaml *old,
                                       const struct tl_yaml *less)
{
    bool good = true;
    bool is_map = old->kind == TL_YAML_MAP;
    struct tl_yaml_nodes all = nodes_of(loader->arena, old);
    struct tl_yaml_nodes names = nodes_of(loader->arena, less);
    if (!is_bounded(loader, less, names.len, all.len)) {
        return NULL;
    }
    for (size_t i = 0; i < names.len; i++) {
        const struct tl_yaml *name =
            less->kind == TL_YAML_MAP ? names.items[i]->key : names.items[i];
        size_t at = name->kind == TL_YAML_SCALAR ? entry_find(&all, is_map, name->text) : all.len;
        if (at < all.len) {
            remove_at(&all, at);
        } else {
            good = tl_loader_fail(loader, name, "'%.*s' has no such entry to take out",
                                  TL_STR_ARG(old->key->text));
        }
    }
    return good ? collection(loader->arena, old, is_map ? TL_YAML_MAP : TL_YAML_LIST, &all) : NULL;
}

/* Adds or takes out what a `key+` or `key-` says. */
static bool change(struct tl_loader *loader, struct tl_yaml_nodes *members,
                   const struct tl_yaml *member)
{
    struct tl_str word = member->key->text;
    struct tl_str name = tl_str_slice(word, 0, word.len - 1);
    bool adds = tl_str_ends_in(word, "+");
    size_t at = member_find(members, name);
    const struct tl_yaml *old = at < members->len ? members->items[at] : NULL;
    if (old == NULL) {
        if (!adds) {
            return tl_loader_fail(loader, member->key,
                                  "the rule that it extends has no '%.*s' to take anything out of",
                                  TL_STR_ARG(name));
        }
        struct tl_yaml *key = tl_arena_alloc(loader->arena, sizeof *key);
        struct tl_yaml *plain = tl_arena_alloc(loader->arena, sizeof *plain);
        *key = *member->key;
        *plain = *member;
        key->text = name;
        plain->key = key;
        *TL_VEC_ADD(loader->arena, members) = plain;
        return true;
    }
    if (!adds && member->kind == TL_YAML_SCALAR && member->text.len == 0) {
        remove_at(members, at);
        return true;
    }
    const struct tl_yaml *changed =
        adds ? appended(loader, old, member) : shortened(loader, old, member);
    if (changed != NULL) {
        members->items[at] = changed;
    }
    return changed != NULL;
}

const struct tl_yaml *tl_inherit(struct tl_loader *loader, const struct tl_yaml *parent,
                                 const struct tl_yaml *child)
{
    bool good = true;
    struct tl_yaml_nodes members = {0};
    if (parent->kind != TL_YAML_MAP) {
        tl_loader_fail(loader, parent, "a rule must be a map of keys");
        return NULL;
    }
    if (nodes_of(loader->arena, parent).len + nodes_of(loader->arena, child).len > MAX_MEMBERS) {
        tl_loader_fail(loader, child, "a rule that extends another has at most %d keys",
                       MAX_MEMBERS);
        return NULL;
    }
    for (const struct tl_yaml *member = parent->first; member != NULL; member = member->next) {
        if (!is_own(member->key->text)) {
            *TL_VEC_ADD(loader->arena, &members) = member;
        }
    }
    for (const struct tl_yaml *member = child->first; member != NULL; member = member->next) {
        if (tl_str_ends_in(member->key->text, "+-")) {
            good &= change(loader, &members, member);
        } else if (!is_extends(member->key->text)) {
            member_put(loader->arena, &members, member);
        }
    }
    return good ? collection(loader->arena, child, TL_YAML_MAP, &members) : NULL;
}
