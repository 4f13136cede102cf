/*
 * readability: the mean of school grades that formulas give a text is above a grade.  Vale's keys
 * and meaning.  Message argument: the mean, with two places after the point.
 * SPDX-License-Identifier: MIT
 */
#include "base/decimal.h"
#include "rules/kind.h"
#include "rules/limit.h"
#include "rules/measures.h"
#include "rules/summary.h"

/* What Vale calls the grades, and their measures. */
static const struct {
    const char *name;
    const char *measure;
} grades[] = {
    {"Gunning Fog", "gunning_fog"},
    {"Coleman-Liau", "coleman_liau"},
    {"Flesch-Kincaid", "flesch_kincaid"},
    {"SMOG", "smog"},
    {"Automated Readability", "automated_readability"},
};

enum { N_GRADES = sizeof grades / sizeof *grades };

struct readability {
    struct tl_measure metrics[N_GRADES];
    size_t n_metrics;
    uint64_t uses;
    struct tl_limit grade;
};

static const struct tl_key keys[] = {
    {"metrics", TL_KEY_TEXTS, NULL,
     "Gunning Fog, Coleman-Liau, Flesch-Kincaid, SMOG, Automated Readability"},
    {"grade", TL_KEY_LIMIT, NULL, "The highest mean of these that is allowed"},
    {NULL, TL_KEY_ANY, NULL, NULL},
};

static bool metric_add(struct tl_loader *loader, const struct tl_yaml *node, struct tl_str name,
                       struct readability *data)
{
    struct tl_strs known = {0};
    for (size_t i = 0; i < N_GRADES; i++) {
        *TL_VEC_ADD(loader->arena, &known) = tl_str_of(grades[i].name);
        if (tl_str_equal_nocase(name, known.items[i])) {
            if (data->n_metrics == N_GRADES) {
                return tl_loader_fail(loader, node, "'metrics' names one twice");
            }
            struct tl_measure *measure = &data->metrics[data->n_metrics++];
            *measure = tl_measure_of(loader->arena, tl_str_of(grades[i].measure));
            data->uses |= measure->uses;
            return true;
        }
    }
    return tl_loader_fail_unknown(loader, node, "metric", name, &known);
}

static bool load(struct tl_loader *loader, const struct tl_yaml *map, struct tl_check *check)
{
    struct readability *data = tl_arena_alloc(loader->arena, sizeof *data);
    check->data = data;
    tl_summary_scope_set(loader->arena, &check->scope);
    struct tl_strs names = {0};
    if (!tl_loader_strs(loader, map, "metrics", &names) ||
        !tl_limit_load(loader, map, "grade", &data->grade)) {
        return false;
    }
    if (names.len == 0 || !tl_limit_is_given(&data->grade)) {
        return tl_loader_fail(loader, map, "there is no '%s'",
                              names.len == 0 ? "metrics" : "grade");
    }
    const struct tl_yaml *node = tl_loader_find(map, "metrics");
    bool list = node->kind == TL_YAML_LIST;
    const struct tl_yaml *item = list ? node->first : node;
    for (size_t i = 0; i < names.len; i++) {
        if (!metric_add(loader, item, names.items[i], data)) {
            return false;
        }
        item = list ? item->next : item;
    }
    return true;
}

static void run(struct tl_engine *engine, const struct tl_check *check)
{
    const struct readability *data = check->data;
    struct tl_summary summary = tl_summary_of(engine, check, data->uses);
    double sum = 0;
    double grade;
    for (size_t i = 0; i < data->n_metrics; i++) {
        double value;
        if (!tl_measure_value(&data->metrics[i], &summary.tally, &value)) {
            return;
        }
        sum += value;
    }
    double mean = sum / (double)data->n_metrics;
    if (tl_limit_of(&data->grade, &engine->letter->facts, &grade) && mean > grade) {
        struct tl_str shown = tl_decimal_show(engine->arena, mean, 2);
        tl_engine_add(engine, check, summary.start,
                      &(struct tl_said){.args = {shown}, .n_args = 1});
    }
}

const struct tl_kind tl_kind_readability = {"readability", keys, load, run};
