/*
 * substitution: a wording that has a better one.  Vale's keys and meaning: the longest key wins,
 * "a|b" offers several wordings (swap.h).
 * Message arguments: the better wording and what stands there.
 * SPDX-License-Identifier: MIT
 */
#include "rules/exceptions.h"
#include "rules/kind.h"
#include "rules/swap.h"

struct substitution {
    const struct tl_regex *pattern; /* of all keys */
    struct tl_swaps swaps;
    struct tl_exceptions exceptions;
    bool capitalize;
    bool is_replaced; /* by `action: replace`, which has no wordings of its own */
};

static const struct tl_key keys[] = {
    {"swap", TL_KEY_SWAPS, NULL, "Patterns, and what should stand there instead"},
    {"nonword", TL_KEY_BOOL, NULL, "No word boundary around the patterns"},
    {"exceptions", TL_KEY_PATTERNS, NULL, "A match that contains one of these is none"},
    {"vocab", TL_KEY_BOOL, NULL, "false: accepted words of the user are no exceptions"},
    {"capitalize", TL_KEY_BOOL, NULL, "Begin with a capital where the text does"},
    {"pos", TL_KEY_TEXT, NULL, "Ignored"},
    {NULL, TL_KEY_ANY, NULL, NULL},
};

/* The wordings come in quotes of their own: a message that quotes its first argument loses these.
 */
static struct tl_str without_first_quotes(struct tl_arena *arena, struct tl_str message)
{
    size_t verb = tl_str_find(message, TL_STR("%s"), 0);
    if (verb == TL_NONE || verb == 0 || verb + 2 == message.len ||
        message.data[verb - 1] != message.data[verb + 2] ||
        tl_str_find_char(TL_STR("'\""), message.data[verb - 1], 0) == TL_NONE) {
        return message;
    }
    struct tl_buf out = tl_buf_in(arena);
    tl_buf_add(&out, tl_str_slice(message, 0, verb - 1));
    tl_buf_add(&out, TL_STR("%s"));
    tl_buf_add(&out, tl_str_slice(message, verb + 3, message.len));
    return tl_buf_str(&out);
}

static bool load(struct tl_loader *loader, const struct tl_yaml *map, struct tl_check *check)
{
    struct substitution *data = tl_arena_alloc(loader->arena, sizeof *data);
    check->data = data;
    bool nonword = false;
    struct tl_swap_form form = {TL_PATTERN_WORD, tl_swap_is_replaced(map)};
    const struct tl_yaml *swap = tl_loader_find(map, "swap");
    data->is_replaced = form.is_replaced;
    if (swap == NULL) {
        return tl_loader_fail(loader, map, "there is no 'swap'");
    }
    if (!tl_loader_bool(loader, map, "nonword", &nonword) ||
        !tl_loader_bool(loader, map, "capitalize", &data->capitalize) ||
        !tl_exceptions_load(loader, map, &data->exceptions)) {
        return false;
    }
    if (data->is_replaced) {
        struct tl_wordings message = {0};
        for (size_t i = 0; i < check->message.len; i++) {
            struct tl_wording *copy = TL_VEC_ADD(loader->arena, &message);
            *copy = check->message.items[i];
            copy->text = without_first_quotes(loader->arena, copy->text);
        }
        check->message = message;
    }
    form.template = nonword ? TL_PATTERN_NONWORD : TL_PATTERN_WORD;
    return tl_swaps_load(loader, swap, &form, &data->swaps, &data->pattern);
}

static void run(struct tl_engine *engine, const struct tl_check *check)
{
    const struct substitution *data = check->data;
    struct tl_cursor cursor = tl_engine_matches(engine, check);
    while (tl_engine_next(engine, data->pattern, &cursor)) {
        struct tl_str subject = tl_letter_str(
            engine->letter, tl_unit_span(&cursor.units.items[cursor.unit], engine->letter));
        struct tl_str observed = tl_str_trim(tl_letter_str(engine->letter, cursor.span));
        const struct tl_swap *swap = tl_swap_of(&data->swaps, &cursor.match);
        if (swap == NULL || tl_exceptions_has(engine, &data->exceptions, cursor.span) ||
            (swap->right != NULL && tl_engine_find(engine, swap->right, observed, 0, NULL))) {
            continue;
        }
        struct tl_strs better =
            tl_swap_wordings(engine, swap, subject, &cursor.match, data->capitalize);
        if (tl_strs_has(&better, observed)) {
            continue; /* it is right already */
        }
        struct tl_said said = {
            .args = {tl_engine_listed(engine, &better, data->is_replaced), observed},
            .n_args = 2,
            .suggestions = better,
        };
        tl_engine_add(engine, check, cursor.span, &said);
    }
}

const struct tl_kind tl_kind_substitution = {"substitution", keys, load, run};
