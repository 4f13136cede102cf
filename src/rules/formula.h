/*
 * Formulas over measures, as rules write them: "numbers + codes", "0.4 * (words / sentences)".
 *
 *     sum      = product {("+" | "-") product}          comparison = sum [relation sum]
 *     product  = sign {("*" | "/") sign}                relation   = "<" "<=" ">" ">=" "==" "!="
 *     sign     = {"-"} (number | name | "(" comparison ")" | call)
 *     call     = ["math."] function "(" comparison {"," comparison} ")"
 *
 * Functions are sqrt, abs, ceil, floor, round, exp, log, log2 and log10 of one value, pow, min and
 * max of two. A comparison is 1 where it holds, else 0.  A formula is bounded in steps and in
 * depth; working it out allocates nothing. SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_FORMULA_H
#define TL_RULES_FORMULA_H

#include "base/vec.h"

/* What a name of a formula stands for. */
struct tl_formula_name {
    size_t value;          /* index into the values it is worked out with */
    struct tl_str formula; /* where not empty: the name is short for this one */
};

/* Finds a name; false where there is none of it. */
typedef bool tl_formula_find_fn(struct tl_str name, struct tl_formula_name *found);

enum tl_formula_op {
    TL_FORMULA_NUMBER,
    TL_FORMULA_VALUE,
    TL_FORMULA_NEGATE,
    TL_FORMULA_CALL,
    TL_FORMULA_ADD,
    TL_FORMULA_SUBTRACT,
    TL_FORMULA_MULTIPLY,
    TL_FORMULA_DIVIDE,
    TL_FORMULA_LESS,
    TL_FORMULA_LESS_OR_EQUAL,
    TL_FORMULA_MORE,
    TL_FORMULA_MORE_OR_EQUAL,
    TL_FORMULA_EQUAL,
    TL_FORMULA_UNEQUAL,
};

struct tl_formula_step {
    enum tl_formula_op op;
    double number; /* of TL_FORMULA_NUMBER */
    size_t value;  /* of TL_FORMULA_VALUE; of TL_FORMULA_CALL, which function */
};

/* Steps in the order in which they are done, each on what the steps before left. */
TL_VEC(tl_formula, struct tl_formula_step);

/* Why a formula is none. */
struct tl_formula_error {
    size_t offset;      /* bytes into the formula */
    struct tl_str text; /* without its place */
    struct tl_str name; /* that is not known, or "" */
};

/*
 * Reads a formula.
 *
 * find      knows the names; those of formulas inside formulas, too
 * formula   filled; borrowed from the arena
 *
 * Returns false with err filled.  Cost: O(length), and that of the formulas it names.
 */
bool tl_formula_read(struct tl_arena *arena, struct tl_str text, tl_formula_find_fn *find,
                     struct tl_formula *formula, struct tl_formula_error *err);

/* Reads a relation and what follows it, such as "> 12": a formula about value 0. */
bool tl_formula_read_condition(struct tl_arena *arena, struct tl_str text, tl_formula_find_fn *find,
                               struct tl_formula *formula, struct tl_formula_error *err);

/* Works a formula out; false where it has no value: something is divided by zero. */
bool tl_formula_value(const struct tl_formula *formula, const double *values, double *result);

/* Whether the value can only grow while the values do: it adds and multiplies by numbers. */
bool tl_formula_only_grows(const struct tl_formula *formula);

#endif
