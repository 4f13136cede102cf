/*
 * required: something must be there, a zone or a pattern in it.  `unless` are sentences that do not
 * count; `at: first body` says where the finding stands.
 * SPDX-License-Identifier: MIT
 */
#include "rules/kind.h"
#include "rules/pattern.h"

struct required {
    const struct tl_regex *pattern; /* NULL: the scope itself is what is required */
    const struct tl_regex *unless;  /* may be NULL */
    bool at_first;
    struct tl_scope at; /* the finding stands at its first or last sentence */
};

static const struct tl_key keys[] = {
    {"tokens", TL_KEY_PATTERNS, NULL, "Patterns, any of which may match as a whole word"},
    {"raw", TL_KEY_PATTERNS, NULL, "Patterns that are put together, before the tokens"},
    {"nonword", TL_KEY_BOOL, NULL, "No word boundary around the tokens"},
    {"append", TL_KEY_BOOL, NULL, "raw comes after the tokens"},
    {"at", TL_KEY_TEXT, NULL, "Where a finding stands: 'first SCOPE' or 'last SCOPE'"},
    {NULL, TL_KEY_ANY, NULL, NULL},
};

static bool at_load(struct tl_loader *loader, const struct tl_yaml *map, struct required *data)
{
    const struct tl_yaml *node = tl_loader_find(map, "at");
    struct tl_str at = TL_STR("");
    if (!tl_loader_str(loader, map, "at", &at)) {
        return false;
    }
    data->at_first = tl_str_has_prefix(at, TL_STR("first "));
    bool at_last = tl_str_has_prefix(at, TL_STR("last "));
    if (node == NULL) {
        return true;
    }
    if (!data->at_first && !at_last) {
        return tl_loader_fail(loader, node, "'at' must be 'first SCOPE' or 'last SCOPE'");
    }
    struct tl_str scope = tl_str_trim(tl_str_slice(at, data->at_first ? 6 : 5, at.len));
    struct tl_str unknown;
    if (!tl_scope_add(loader->arena, &data->at, scope, &unknown)) {
        struct tl_strs names = tl_scope_names(loader->arena);
        return tl_loader_fail_unknown(loader, node, "scope", unknown, &names);
    }
    return true;
}

static bool load(struct tl_loader *loader, const struct tl_yaml *map, struct tl_check *check)
{
    struct required *data = tl_arena_alloc(loader->arena, sizeof *data);
    check->data = data;
    /* of a required thing, `unless` is about the sentences that have it, not about the finding */
    data->unless = check->unless;
    check->unless = NULL;
    return tl_pattern_existence(loader, map, &data->pattern) && at_load(loader, map, data);
}

/* The first or last sentence in a scope, or TL_NONE. */
static size_t sentence_in(const struct tl_engine *engine, const struct tl_scope *scope, bool first)
{
    size_t found = TL_NONE;
    for (size_t i = 0; i < engine->letter->sentences.len; i++) {
        if (tl_scope_has(scope, engine->letter, i)) {
            found = i;
            if (first) {
                break;
            }
        }
    }
    return found;
}

static void run(struct tl_engine *engine, const struct tl_check *check)
{
    const struct required *data = check->data;
    if (tl_engine_has(engine, &check->scope, data->pattern, data->unless)) {
        return;
    }
    struct tl_scope text = {0};
    struct tl_str none;
    (void)tl_scope_add(engine->arena, &text, TL_STR("text"), &none);
    const struct tl_scope *places[] = {&data->at, &check->scope, &text};
    size_t at = TL_NONE;
    for (size_t i = 0; i < sizeof places / sizeof *places && at == TL_NONE; i++) {
        at = sentence_in(engine, places[i], data->at_first);
    }
    if (at != TL_NONE) {
        tl_engine_add(engine, check, engine->letter->sentences.items[at].span,
                      &(struct tl_said){0});
    }
}

const struct tl_kind tl_kind_required = {"required", keys, load, run};
