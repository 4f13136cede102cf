/*
 * measure: a unit of the scope measures too much or too little.  `measure` is a measure or a
 * formula over several (measures.def); `min` and `max` are limits (limit.h).  Message arguments:
 * the value and the limit.  SPDX-License-Identifier: MIT
 */
#include "rules/kind.h"
#include "rules/limit.h"
#include "rules/measures.h"

struct measure {
    struct tl_measure measure;
    struct tl_limit min;
    struct tl_limit max;
    bool at_excess; /* where that is one place: the measure only grows */
};

static const struct tl_key keys[] = {
    {"measure", TL_KEY_TEXT, NULL, "What is measured: a measure, or a formula over several"},
    {"min", TL_KEY_LIMIT, NULL, "The least that there must be"},
    {"max", TL_KEY_LIMIT, NULL, "The most that is allowed"},
    {"at", TL_KEY_CHOICE, "excess|first",
     "Where a finding stands: at the word that is one too many, or at the first sentence"},
    {NULL, TL_KEY_ANY, NULL, NULL},
};

static bool load(struct tl_loader *loader, const struct tl_yaml *map, struct tl_check *check)
{
    struct measure *data = tl_arena_alloc(loader->arena, sizeof *data);
    check->data = data;
    const struct tl_yaml *measure = tl_loader_find(map, "measure");
    unsigned at = 0;
    if (measure == NULL) {
        return tl_loader_fail(loader, map, "there is no 'measure'");
    }
    if (!tl_measure_load(loader, measure, &data->measure) ||
        !tl_limit_load(loader, map, "min", &data->min) ||
        !tl_limit_load(loader, map, "max", &data->max) ||
        !tl_keys_choice(loader, map, keys, "at", &at)) {
        return false;
    }
    data->at_excess = at == 0 && tl_formula_only_grows(&data->measure.formula);
    return tl_limit_is_given(&data->min) || tl_limit_is_given(&data->max) ||
           tl_loader_fail(loader, map, "there is neither 'max' nor 'min'");
}

/* A letter that is measured, with its limit. */
struct job {
    struct tl_engine *engine;
    const struct measure *data;
    bool has_max;
    double max;
};

static bool is_over(const struct job *job, const struct tl_tally *tally)
{
    double value;
    return job->has_max && tl_measure_value(&job->data->measure, tally, &value) && value > job->max;
}

/* The word of a sentence at which a tally of what stands before it goes over the limit; the whole
 * sentence where it is over without its words. */
static struct tl_span excess_in(const struct job *job, const struct tl_tally *before,
                                size_t sentence)
{
    const struct tl_letter *letter = job->engine->letter;
    const struct tl_sentence *s = &letter->sentences.items[sentence];
    size_t low = 0; /* words with which it is not over */
    size_t high = s->n_words;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        struct tl_tally tally = *before;
        tl_tally_add(job->engine, &tally, sentence, middle);
        if (is_over(job, &tally)) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low == 0 ? s->span : letter->words.items[s->first_word + low - 1].span;
}

/* Adds up the units [first, end) of one count; `excess` is where they go over the limit. */
static struct tl_tally tally_of(const struct job *job, const struct tl_units *units, size_t first,
                                size_t end, struct tl_span *excess)
{
    struct tl_tally tally = {.uses = job->data->measure.uses};
    bool over = false;
    for (size_t i = first; i < end; i++) {
        for (size_t k = units->items[i].first; k < units->items[i].end; k++) {
            const struct tl_tally before = tally;
            tl_tally_add(job->engine, &tally, k, TL_NONE);
            if (!over && job->data->at_excess && is_over(job, &tally)) {
                over = true;
                *excess = excess_in(job, &before, k);
            }
        }
    }
    return tally;
}

static void judge(const struct job *job, const struct tl_check *check, const struct tl_units *units,
                  size_t first, size_t end)
{
    const struct tl_letter *letter = job->engine->letter;
    struct tl_span span = letter->sentences.items[units->items[first].first].span;
    struct tl_span excess = span;
    struct tl_tally tally = tally_of(job, units, first, end, &excess);
    double value;
    double limit = job->max;
    if (!tl_measure_value(&job->data->measure, &tally, &value)) {
        return;
    }
    if (is_over(job, &tally)) {
        span = units->items[first].kind == TL_UNIT_SENTENCE ? span : excess;
    } else if (!tl_limit_of(&job->data->min, &letter->facts, &limit) || value >= limit) {
        return;
    }
    struct tl_said said = {
        .args = {tl_measure_show(job->engine->arena, value),
                 tl_measure_show(job->engine->arena, limit)},
        .n_args = 2,
    };
    tl_engine_add(job->engine, check, span, &said);
}

static void run(struct tl_engine *engine, const struct tl_check *check)
{
    struct tl_units units = tl_scope_units(engine->arena, &check->scope, engine->letter);
    struct job job = {.engine = engine, .data = check->data};
    job.has_max = tl_limit_of(&job.data->max, &engine->letter->facts, &job.max);
    for (size_t first = 0; first < units.len;) {
        size_t end = first + 1;
        while (end < units.len && units.items[end].counts_on) {
            end++;
        }
        judge(&job, check, &units, first, end);
        first = end;
    }
}

const struct tl_kind tl_kind_measure = {"measure", keys, load, run};
