/*
 * metric: a formula over the whole text has a value that meets a condition.  Vale's keys and
 * meaning.  Message argument: the value, with two places after the point.
 * SPDX-License-Identifier: MIT
 */
#include "base/decimal.h"
#include "rules/kind.h"
#include "rules/measures.h"
#include "rules/summary.h"

struct metric {
    struct tl_measure formula;
    struct tl_measure condition;
};

static const struct tl_key keys[] = {
    {"formula", TL_KEY_TEXT, NULL, "A formula over measures, worked out for the running text"},
    {"condition", TL_KEY_TEXT, NULL, "What the value is held against: '> 12'"},
    {NULL, TL_KEY_ANY, NULL, NULL},
};

static bool load(struct tl_loader *loader, const struct tl_yaml *map, struct tl_check *check)
{
    struct metric *data = tl_arena_alloc(loader->arena, sizeof *data);
    check->data = data;
    const struct tl_yaml *formula = tl_loader_find(map, "formula");
    const struct tl_yaml *condition = tl_loader_find(map, "condition");
    if (formula == NULL || condition == NULL) {
        return tl_loader_fail(loader, map, "there is no '%s'",
                              formula == NULL ? "formula" : "condition");
    }
    tl_summary_scope_set(loader->arena, &check->scope);
    return tl_measure_load(loader, formula, &data->formula) &&
           tl_measure_load_condition(loader, condition, &data->condition);
}

static void run(struct tl_engine *engine, const struct tl_check *check)
{
    const struct metric *data = check->data;
    struct tl_summary summary = tl_summary_of(engine, check, data->formula.uses);
    struct tl_tally value = {.uses = 1};
    double met;
    if (summary.is_empty || !tl_measure_value(&data->formula, &summary.tally, &value.n[0]) ||
        !tl_measure_value(&data->condition, &value, &met) || met <= 0) {
        return;
    }
    struct tl_str shown = tl_decimal_show(engine->arena, value.n[0], 2);
    tl_engine_add(engine, check, summary.start, &(struct tl_said){.args = {shown}, .n_args = 1});
}

const struct tl_kind tl_kind_metric = {"metric", keys, load, run};
