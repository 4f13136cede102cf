/*
 * measure: a unit of the scope is too long.  `max` is a number, or a map from audiences and
 * channels to numbers.  Message arguments: the value and the limit. SPDX-License-Identifier: MIT
 */
#include "rules/kind.h"

struct measure {
    unsigned max_default;   /* 0: none */
    unsigned by_fact[2][8]; /* by value of the facts below; 0: none */
};

/* The facts that a limit may depend on; the first that has one decides. */
static const enum tl_fact limiting[] = {TL_FACT_AUDIENCE, TL_FACT_CHANNEL};
enum { N_LIMITING = sizeof limiting / sizeof *limiting };

static const struct tl_key keys[] = {
    {"measure", TL_KEY_CHOICE, "words", "What is measured"},
    {"max", TL_KEY_LIMIT, NULL, "The most that is allowed"},
    {NULL, TL_KEY_ANY, NULL, NULL},
};

static bool max_entry(struct tl_loader *loader, const struct tl_yaml *node, struct measure *data)
{
    unsigned number;
    if (node->kind != TL_YAML_SCALAR || !tl_loader_number(node->text, &number) || number == 0) {
        return tl_loader_fail(loader, node, "a limit must be a whole number above 0");
    }
    if (node->key == NULL || tl_str_equal(node->key->text, TL_STR("max")) ||
        tl_str_equal(node->key->text, TL_STR("default"))) {
        data->max_default = number;
        return true;
    }
    struct tl_strs known = {0};
    for (size_t i = 0; i < N_LIMITING; i++) {
        unsigned value;
        if (tl_fact_find_value(limiting[i], node->key->text, &value)) {
            data->by_fact[i][value] = number;
            return true;
        }
        for (value = 0; tl_fact_value_name(limiting[i], value).len > 0; value++) {
            *TL_VEC_ADD(loader->arena, &known) = tl_fact_value_name(limiting[i], value);
        }
    }
    return tl_loader_fail_unknown(loader, node->key, "audience or channel", node->key->text,
                                  &known);
}

static bool load(struct tl_loader *loader, const struct tl_yaml *map, struct tl_check *check)
{
    struct measure *data = tl_arena_alloc(loader->arena, sizeof *data);
    check->data = data;
    unsigned measure = 0;
    if (!tl_keys_choice(loader, map, keys, "measure", &measure)) {
        return false;
    }
    if (tl_loader_find(map, "measure") == NULL) {
        return tl_loader_fail(loader, map, "there is no 'measure'");
    }
    const struct tl_yaml *max = tl_loader_find(map, "max");
    if (max == NULL) {
        return tl_loader_fail(loader, map, "there is no 'max'");
    }
    if (max->kind != TL_YAML_MAP) {
        return max_entry(loader, max, data);
    }
    for (const struct tl_yaml *entry = max->first; entry != NULL; entry = entry->next) {
        if (!max_entry(loader, entry, data)) {
            return false;
        }
    }
    return true;
}

static unsigned limit_of(const struct measure *data, const struct tl_letter *letter)
{
    for (size_t i = 0; i < N_LIMITING; i++) {
        unsigned limit = data->by_fact[i][letter->facts.value[limiting[i]]];
        if (limit > 0) {
            return limit;
        }
    }
    return data->max_default;
}

/* The words of the units [first, end) of one count; `excess` is the index of the one over `max`. */
static size_t words_of(const struct tl_letter *letter, const struct tl_units *units, size_t first,
                       size_t end, size_t max, size_t *excess)
{
    size_t count = 0;
    for (size_t i = first; i < end; i++) {
        for (size_t k = units->items[i].first; k < units->items[i].end; k++) {
            const struct tl_sentence *sentence = &letter->sentences.items[k];
            if (count <= max && count + sentence->n_words > max) {
                *excess = sentence->first_word + (max - count);
            }
            count += sentence->n_words;
        }
    }
    return count;
}

static void judge(struct tl_engine *engine, const struct tl_check *check,
                  const struct tl_units *units, size_t first, size_t end)
{
    unsigned max = limit_of(check->data, engine->letter);
    size_t excess = 0;
    size_t count = words_of(engine->letter, units, first, end, max, &excess);
    if (max == 0 || count <= max) {
        return;
    }
    struct tl_span span = engine->letter->words.items[excess].span;
    if (units->items[first].kind == TL_UNIT_SENTENCE) {
        span = tl_unit_span(&units->items[first], engine->letter);
    }
    struct tl_said said = {
        .args = {tl_arena_format(engine->arena, "%zu", count),
                 tl_arena_format(engine->arena, "%u", max)},
        .n_args = 2,
    };
    tl_engine_add(engine, check, span, &said);
}

static void run(struct tl_engine *engine, const struct tl_check *check)
{
    struct tl_units units = tl_scope_units(engine->arena, &check->scope, engine->letter);
    for (size_t first = 0; first < units.len;) {
        size_t end = first + 1;
        while (end < units.len && units.items[end].counts_on) {
            end++;
        }
        judge(engine, check, &units, first, end);
        first = end;
    }
}

const struct tl_kind tl_kind_measure = {"measure", keys, load, run};
