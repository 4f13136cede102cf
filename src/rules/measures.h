/*
 * Measures of a text: what rules hold against limits.  The table is measures.def.
 *
 *     struct tl_tally tally = {.uses = formula.uses};
 *     tl_tally_add(engine, &tally, sentence, TL_NONE);
 *     if (tl_measure_value(&measure, &tally, &value)) …
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_MEASURES_H
#define TL_RULES_MEASURES_H

#include "rules/formula.h"
#include "rules/loader.h"

enum tl_measure_id {
#define COUNTED(name, text, one, meaning) TL_MEASURE_##name,
#define WORKED_OUT(text, formula, meaning)
#include "rules/measures.def"
#undef COUNTED
#undef WORKED_OUT
    TL_N_COUNTED,
};

/* A measure, or a formula over several. */
struct tl_measure {
    struct tl_formula formula;
    uint64_t uses; /* bits of the measures that it asks for */
};

/* Reads a measure from a scalar.  False after an error, which stands at its place in the scalar. */
bool tl_measure_load(struct tl_loader *loader, const struct tl_yaml *node,
                     struct tl_measure *measure);

/* The same of a condition such as "> 12"; its only measure is the value that it is about. */
bool tl_measure_load_condition(struct tl_loader *loader, const struct tl_yaml *node,
                               struct tl_measure *condition);

/* The same of a text of the program, which must be a formula. */
struct tl_measure tl_measure_of(struct tl_arena *arena, struct tl_str formula);

/* What was counted. */
struct tl_tally {
    uint64_t
        uses; /* bits of the measures that are wanted: what they do not need is not looked at */
    double n[TL_N_COUNTED];
    size_t block_end; /* the index after the last block that was counted */
};

struct tl_engine;

/* Counts the sentence that begins with it as far as the words before `n_words` (TL_NONE: all of
 * it).  Sentences are to be added in order.  Cost: O(length). */
void tl_tally_add(const struct tl_engine *engine, struct tl_tally *tally, size_t sentence,
                  size_t n_words);

/* The "?" or "!" with which a sentence ends, quotes and brackets after it passed over, or '\0'. */
char tl_last_mark(struct tl_str sentence);

/* The value of a measure; false where it has none. */
bool tl_measure_value(const struct tl_measure *measure, const struct tl_tally *tally,
                      double *value);

/* The value as messages show it: "12", "12.3". */
struct tl_str tl_measure_show(struct tl_arena *arena, double value);

/* How many of what a limit is held against: `per: 100 words`. */
struct tl_per {
    unsigned n; /* 0: a limit is for all of the text */
    enum tl_measure_id measure;
};

/* Reads `per`.  False after an error. */
bool tl_per_load(struct tl_loader *loader, const struct tl_yaml *map, struct tl_per *per);

/* By what a limit is multiplied for such a text: how many of `per` there are, one that was only
 * begun counting as a whole. */
double tl_per_factor(const struct tl_per *per, const struct tl_tally *tally);

#endif
