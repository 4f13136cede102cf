/*
 * occurrence: a pattern occurs too often, or not often enough.  Vale's keys and meaning; `at:
 * excess` puts the finding at the match that is one too many.  Message argument: the count.
 * SPDX-License-Identifier: MIT
 */
#include "rules/kind.h"
#include "rules/pattern.h"

struct occurrence {
    const struct tl_regex *token;
    unsigned min;
    unsigned max; /* 0: none */
    bool at_excess;
};

/* The matches of one count: of a unit, or of several where counts run on. */
struct count {
    size_t n;
    struct tl_span first;  /* match */
    struct tl_span excess; /* the match after `max` */
    struct tl_span start;  /* of the first unit: where a finding stands if there is no match */
};

static const struct tl_key keys[] = {
    {"token", TL_KEY_PATTERN, NULL, "What is counted"},
    {"min", TL_KEY_NUMBER, NULL, "At least so many; 0 is no limit"},
    {"max", TL_KEY_NUMBER, NULL, "At most so many; 0 is no limit"},
    {"at", TL_KEY_CHOICE, "first|excess",
     "Where a finding stands: at the first match, or at the one too many"},
    {NULL, TL_KEY_ANY, NULL, NULL},
};

static bool load(struct tl_loader *loader, const struct tl_yaml *map, struct tl_check *check)
{
    struct occurrence *data = tl_arena_alloc(loader->arena, sizeof *data);
    check->data = data;
    const struct tl_yaml *token = tl_loader_find(map, "token");
    unsigned at = 0;
    if (token == NULL) {
        return tl_loader_fail(loader, map, "there is no 'token'");
    }
    if (!tl_pattern_list(loader, token, TL_PATTERN_NONWORD, &data->token) ||
        !tl_loader_unsigned(loader, map, "min", &data->min) ||
        !tl_loader_unsigned(loader, map, "max", &data->max) ||
        !tl_keys_choice(loader, map, keys, "at", &at)) {
        return false;
    }
    data->at_excess = at == 1;
    if (data->max > 0 && data->min > data->max) {
        return tl_loader_fail(loader, tl_loader_find(map, "min"),
                              "'min' is over 'max', so every text has too few or too many");
    }
    return (data->token != NULL && (data->min > 0 || data->max > 0)) ||
           tl_loader_fail(loader, map, "there is neither 'max' nor 'min'");
}

static void count_unit(struct tl_engine *engine, const struct occurrence *data, struct tl_span unit,
                       struct count *count)
{
    struct tl_str subject = tl_letter_str(engine->letter, unit);
    struct tl_match match;
    for (size_t at = 0; tl_engine_find(engine, data->token, subject, at, &match); at = match.next) {
        struct tl_span span = {unit.begin + match.group[0].begin, unit.begin + match.group[0].end};
        if (count->n == 0) {
            count->first = span;
        }
        if (count->n == data->max) {
            count->excess = span;
        }
        count->n++;
    }
}

static void judge(struct tl_engine *engine, const struct tl_check *check, const struct count *count)
{
    const struct occurrence *data = check->data;
    bool too_many = data->max > 0 && count->n > data->max;
    if (!too_many && count->n >= data->min) {
        return;
    }
    struct tl_span span = count->n == 0                 ? count->start
                          : too_many && data->at_excess ? count->excess
                                                        : count->first;
    struct tl_str n = tl_arena_format(engine->arena, "%zu", count->n);
    tl_engine_add(engine, check, span, &(struct tl_said){.args = {n}, .n_args = 1});
}

static void run(struct tl_engine *engine, const struct tl_check *check)
{
    struct tl_units units = tl_scope_units(engine->arena, &check->scope, engine->letter);
    struct count count = {0};
    for (size_t i = 0; i < units.len; i++) {
        struct tl_span unit = tl_unit_span(&units.items[i], engine->letter);
        if (!units.items[i].counts_on) {
            count = (struct count){.start = {unit.begin, unit.begin}};
        }
        count_unit(engine, check->data, unit, &count);
        if (i + 1 == units.len || !units.items[i + 1].counts_on) {
            judge(engine, check, &count);
        }
    }
}

const struct tl_kind tl_kind_occurrence = {"occurrence", keys, load, run};
