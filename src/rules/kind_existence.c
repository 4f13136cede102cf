/*
 * existence: some pattern occurs.  Vale's keys and meaning; `exceptions` are matches that are none.
 * Message argument: the match.
 * SPDX-License-Identifier: MIT
 */
#include "rules/kind.h"
#include "rules/pattern.h"

struct existence {
    const struct tl_regex *pattern;
    const struct tl_regex *exceptions; /* may be NULL */
};

static const char *const keys[] = {"tokens", "raw", "nonword", "append", "exceptions", NULL};

static bool load(struct tl_loader *loader, const struct tl_yaml *map, struct tl_check *check)
{
    struct existence *data = tl_arena_alloc(loader->arena, sizeof *data);
    check->data = data;
    if (!tl_pattern_existence(loader, map, &data->pattern) ||
        !tl_pattern_list(loader, tl_yaml_find(map, TL_STR("exceptions")), TL_PATTERN_WORD,
                         &data->exceptions)) {
        return false;
    }
    return data->pattern != NULL || tl_loader_fail(loader, map, "there are no 'tokens' or 'raw'");
}

static void run(struct tl_engine *engine, const struct tl_check *check)
{
    const struct existence *data = check->data;
    struct tl_units units = tl_scope_units(engine->arena, &check->scope, engine->letter);
    for (size_t i = 0; i < units.len; i++) {
        struct tl_span unit = tl_unit_span(&units.items[i], engine->letter);
        struct tl_str subject = tl_letter_str(engine->letter, unit);
        struct tl_match match;
        for (size_t at = 0; tl_engine_find(engine, data->pattern, subject, at, &match);
             at = match.next) {
            struct tl_str found = tl_str_slice(subject, match.group[0].begin, match.group[0].end);
            if (found.len == 0 || (data->exceptions != NULL &&
                                   tl_engine_find(engine, data->exceptions, found, 0, NULL))) {
                continue;
            }
            struct tl_span span = {unit.begin + match.group[0].begin,
                                   unit.begin + match.group[0].end};
            tl_engine_add(engine, check, span, &(struct tl_said){.args = {found}, .n_args = 1});
        }
    }
}

const struct tl_kind tl_kind_existence = {"existence", keys, load, run};
