/*
 * existence: some pattern occurs.  Vale's keys and meaning; `exceptions` are matches that are none.
 * Message argument: the match.
 * SPDX-License-Identifier: MIT
 */
#include "rules/exceptions.h"
#include "rules/kind.h"
#include "rules/pattern.h"

struct existence {
    const struct tl_regex *pattern;
    struct tl_exceptions exceptions;
};

static const struct tl_key keys[] = {
    {"tokens", TL_KEY_PATTERNS, NULL, "Patterns, any of which may match as a whole word"},
    {"raw", TL_KEY_PATTERNS, NULL, "Patterns that are put together, before the tokens"},
    {"nonword", TL_KEY_BOOL, NULL, "No word boundary around the tokens"},
    {"append", TL_KEY_BOOL, NULL, "raw comes after the tokens"},
    {"exceptions", TL_KEY_PATTERNS, NULL, "A match that contains one of these is none"},
    {"vocab", TL_KEY_BOOL, NULL, "false: accepted words of the user are no exceptions"},
    {NULL, TL_KEY_ANY, NULL, NULL},
};

static bool load(struct tl_loader *loader, const struct tl_yaml *map, struct tl_check *check)
{
    struct existence *data = tl_arena_alloc(loader->arena, sizeof *data);
    check->data = data;
    bool nonword = false;
    if (!tl_pattern_existence(loader, map, &data->pattern) ||
        !tl_loader_bool(loader, map, "nonword", &nonword) ||
        !tl_exceptions_load(loader, map, &data->exceptions)) {
        return false;
    }
    if (nonword) {
        data->exceptions.vocabulary = NULL; /* what is matched is no word */
    }
    return data->pattern != NULL || tl_loader_fail(loader, map, "there are no 'tokens' or 'raw'");
}

static void run(struct tl_engine *engine, const struct tl_check *check)
{
    const struct existence *data = check->data;
    struct tl_cursor cursor = tl_engine_matches(engine, check);
    while (tl_engine_next(engine, data->pattern, &cursor)) {
        struct tl_str found = tl_letter_str(engine->letter, cursor.span);
        if (!tl_exceptions_has(engine, &data->exceptions, cursor.span)) {
            tl_engine_add(engine, check, cursor.span,
                          &(struct tl_said){.args = {found}, .n_args = 1});
        }
    }
}

const struct tl_kind tl_kind_existence = {"existence", keys, load, run};
