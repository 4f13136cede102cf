/* SPDX-License-Identifier: MIT */
#include "rules/trap.h"

#include "base/regex_token.h"
#include "rules/pattern_dead.h"

/* How many groups of a pattern capture. */
static unsigned n_groups(struct tl_str pattern)
{
    struct tl_token_reader reader = tl_token_read(pattern);
    struct tl_token token;
    unsigned n = 0;
    while (tl_token_next(&reader, &token)) {
        n += token.kind == TL_TOKEN_OPEN && token.group == TL_GROUP_CAPTURE ? 1 : 0;
    }
    return n;
}

static size_t token_look(struct tl_loader *loader, const struct tl_yaml *node)
{
    if (node->kind != TL_YAML_SCALAR || !tl_pattern_is_dead(node->text)) {
        return 0;
    }
    tl_loader_warn(loader, node,
                   "dead token: '%.*s' begins or ends with a sign, and as a whole word it matches "
                   "only where a word touches that; use 'nonword' or 'raw'",
                   TL_STR_ARG(node->text));
    return 1;
}

static void swap_look(struct tl_loader *loader, const struct tl_yaml *node)
{
    for (size_t i = 0; node->kind == TL_YAML_SCALAR && i + 1 < node->text.len; i++) {
        char c = node->text.data[i + 1];
        if (node->text.data[i] == '$' && c >= '1' && c <= '9' &&
            (unsigned)(c - '0') > n_groups(node->key->text)) {
            tl_loader_warn(loader, node, "'$%c' stands for nothing: the pattern has no such group",
                           c);
            return;
        }
    }
}

/* The members of a swap: a map, or a list of maps. */
static size_t swaps_look(struct tl_loader *loader, const struct tl_yaml *swap, bool nonword)
{
    size_t n_dead = 0;
    for (const struct tl_yaml *item = swap->first; item != NULL; item = item->next) {
        if (swap->kind == TL_YAML_LIST) {
            n_dead += item->kind == TL_YAML_MAP ? swaps_look(loader, item, nonword) : 0;
        } else {
            swap_look(loader, item);
            n_dead += nonword ? 0 : token_look(loader, item->key);
        }
    }
    return n_dead;
}

static size_t check_look(struct tl_loader *loader, const struct tl_yaml *map)
{
    const struct tl_yaml *kind = tl_loader_find(map, "extends");
    const struct tl_yaml *tokens = tl_loader_find(map, "tokens");
    const struct tl_yaml *swap = tl_loader_find(map, "swap");
    const struct tl_yaml *ignorecase = tl_loader_find(map, "ignorecase");
    bool nonword = false;
    tl_loader_bool(loader, map, "nonword", &nonword);
    struct tl_str name = kind != NULL && kind->kind == TL_YAML_SCALAR ? kind->text : TL_STR("");
    size_t n_dead = 0;
    if (tl_str_equal(name, TL_STR("substitution")) && swap != NULL) {
        n_dead += swaps_look(loader, swap, nonword);
    }
    if (tl_str_equal(name, TL_STR("existence")) && tokens != NULL && !nonword) {
        const struct tl_yaml *item = tl_yaml_first(tokens);
        for (; item != NULL; item = tl_yaml_next(tokens, item)) {
            n_dead += token_look(loader, item);
        }
    }
    if (tl_str_equal(name, TL_STR("conditional")) && ignorecase != NULL) {
        tl_loader_warn(loader, ignorecase->key,
                       "'ignorecase' changes nothing here; write '(?i)' in the patterns");
    }
    return n_dead;
}

size_t tl_trap_find(struct tl_loader *loader, const struct tl_yaml *map)
{
    const struct tl_yaml *checks = tl_loader_find(map, "checks");
    size_t n_dead = check_look(loader, map);
    const struct tl_yaml *item = checks == NULL ? NULL : checks->first;
    for (; item != NULL; item = item->next) {
        n_dead += check_look(loader, item);
    }
    return n_dead;
}
