/*
 * conditional: where something stands (`first`), something else must stand too (`second`).  Vale's
 * keys and meaning.  Where `second` has groups, each text that one of them matched so far in the
 * message may be used as `first`: "the World Health Organization (WHO) … the WHO".  Where it has
 * none, it must match in the same unit.
 * Message argument: the match of `first`.
 * SPDX-License-Identifier: MIT
 */
#include "rules/exceptions.h"
#include "rules/kind.h"
#include "rules/pattern.h"

struct conditional {
    const struct tl_regex *first;
    const struct tl_regex *second;
    struct tl_exceptions exceptions;
};

static const struct tl_key keys[] = {
    {"first", TL_KEY_PATTERN, NULL, "What may only stand where the second does"},
    {"second", TL_KEY_PATTERN, NULL, "What allows the first; its groups are what they allow"},
    {"exceptions", TL_KEY_PATTERNS, NULL, "A match that contains one of these is none"},
    {"vocab", TL_KEY_BOOL, NULL, "false: accepted words of the user are no exceptions"},
    {NULL, TL_KEY_ANY, NULL, NULL},
};

/* A pattern as it is: in the case that it is written in, ^ and $ only at the ends of a unit. */
static bool pattern_load(struct tl_loader *loader, const struct tl_yaml *map, const char *key,
                         const struct tl_regex **regex)
{
    const struct tl_yaml *node = tl_loader_find(map, key);
    struct tl_str pattern;
    struct tl_loader own = *loader;
    own.ignorecase = false;
    if (node == NULL) {
        return tl_loader_fail(loader, map, "there is no '%s'", key);
    }
    if (!tl_pattern_text(&own, node, &pattern) || !tl_pattern_check(&own, node, pattern)) {
        return false;
    }
    pattern = tl_arena_format(loader->arena, "(?-m)%s", pattern.data);
    return tl_pattern_alternatives(&own, node, &(struct tl_strs){&pattern, 1, 1},
                                   TL_PATTERN_NONWORD, regex);
}

static bool load(struct tl_loader *loader, const struct tl_yaml *map, struct tl_check *check)
{
    struct conditional *data = tl_arena_alloc(loader->arena, sizeof *data);
    check->data = data;
    return pattern_load(loader, map, "first", &data->first) &&
           pattern_load(loader, map, "second", &data->second) &&
           tl_exceptions_load(loader, map, &data->exceptions);
}

/* Adds what the groups of `second` match in a unit; whether it matches at all. */
static bool allow(struct tl_engine *engine, const struct conditional *data, struct tl_str subject,
                  struct tl_strs *allowed)
{
    struct tl_match match;
    bool found = false;
    for (size_t at = 0; tl_engine_find(engine, data->second, subject, at, &match);
         at = match.next) {
        found = true;
        for (unsigned i = 1; i <= match.highest && i < TL_MATCH_GROUPS; i++) {
            struct tl_str text = TL_STR("");
            if (match.group[i].begin != TL_NONE) {
                text = tl_str_slice(subject, match.group[i].begin, match.group[i].end);
            }
            if (text.len > 0 && !tl_strs_has(allowed, text)) {
                *TL_VEC_ADD(engine->arena, allowed) = text;
            }
        }
    }
    return found;
}

static void run(struct tl_engine *engine, const struct tl_check *check)
{
    const struct conditional *data = check->data;
    struct tl_strs allowed = {0};
    bool has_groups = tl_regex_n_groups(data->second) > 0;
    struct tl_cursor cursor = tl_engine_matches(engine, check);
    size_t unit = TL_NONE; /* that `second` was looked for in */
    bool excused = false;
    while (tl_engine_next(engine, data->first, &cursor)) {
        for (; unit == TL_NONE || unit < cursor.unit;) {
            unit = unit == TL_NONE ? 0 : unit + 1;
            struct tl_span span = tl_unit_span(&cursor.units.items[unit], engine->letter);
            bool found = allow(engine, data, tl_letter_str(engine->letter, span), &allowed);
            excused = found && !has_groups;
        }
        struct tl_str text = tl_letter_str(engine->letter, cursor.span);
        if (!excused && !tl_strs_has(&allowed, text) &&
            !tl_exceptions_has(engine, &data->exceptions, cursor.span)) {
            tl_engine_add(engine, check, cursor.span,
                          &(struct tl_said){.args = {text}, .n_args = 1});
        }
    }
}

const struct tl_kind tl_kind_conditional = {"conditional", keys, load, run};
