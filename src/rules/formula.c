/* SPDX-License-Identifier: MIT */
#include "rules/formula.h"

#include "base/decimal.h"
#include "base/limits.h"

#include <math.h>

struct parser {
    struct tl_arena *arena;
    struct tl_str text;
    size_t at;
    size_t depth; /* of brackets and of formulas in formulas */
    tl_formula_find_fn *find;
    struct tl_formula *formula;
    struct tl_formula_error *err;
};

struct sign {
    const char *text;
    enum tl_formula_op op;
};

/* Functions of one value, or of two. */
static const struct function {
    const char *name;
    double (*of_one)(double);
    double (*of_two)(double, double);
} functions[] = {
    {"sqrt", sqrt, NULL},   {"abs", fabs, NULL}, {"ceil", ceil, NULL}, {"floor", floor, NULL},
    {"round", round, NULL}, {"exp", exp, NULL},  {"log", log, NULL},   {"log2", log2, NULL},
    {"log10", log10, NULL}, {"pow", NULL, pow},  {"min", NULL, fmin},  {"max", NULL, fmax},
};

enum { N_FUNCTIONS = sizeof functions / sizeof *functions };

/* The longer of two that begin alike stands first. */
static const struct sign relations[] = {
    {"<=", TL_FORMULA_LESS_OR_EQUAL}, {">=", TL_FORMULA_MORE_OR_EQUAL}, {"==", TL_FORMULA_EQUAL},
    {"!=", TL_FORMULA_UNEQUAL},       {"<", TL_FORMULA_LESS},           {">", TL_FORMULA_MORE},
    {NULL, TL_FORMULA_NUMBER},
};
static const struct sign sums[] = {
    {"+", TL_FORMULA_ADD}, {"-", TL_FORMULA_SUBTRACT}, {NULL, TL_FORMULA_NUMBER}};
static const struct sign products[] = {
    {"*", TL_FORMULA_MULTIPLY}, {"/", TL_FORMULA_DIVIDE}, {NULL, TL_FORMULA_NUMBER}};

static bool comparison(struct parser *parser);

static bool fail(struct parser *parser, size_t offset, const char *text, struct tl_str name)
{
    *parser->err = (struct tl_formula_error){offset, tl_str_of(text), name};
    return false;
}

static bool step_add(struct parser *parser, struct tl_formula_step step)
{
    if (parser->formula->len == TL_MAX_FORMULA_STEPS) {
        return fail(parser, parser->at, "the formula is too long", TL_STR(""));
    }
    *TL_VEC_ADD(parser->arena, parser->formula) = step;
    return true;
}

static bool op_add(struct parser *parser, enum tl_formula_op op)
{
    return step_add(parser, (struct tl_formula_step){.op = op});
}

static void space_skip(struct parser *parser)
{
    while (parser->at < parser->text.len && tl_char_is_space(parser->text.data[parser->at])) {
        parser->at++;
    }
}

/* Passes over a sign, and white space before it. */
static bool take(struct parser *parser, const char *sign)
{
    space_skip(parser);
    struct tl_str rest = tl_str_slice(parser->text, parser->at, parser->text.len);
    struct tl_str word = tl_str_of(sign);
    bool is_there = tl_str_has_prefix(rest, word);
    parser->at += is_there ? word.len : 0;
    return is_there;
}

static const struct sign *sign_take(struct parser *parser, const struct sign *table)
{
    for (; table->text != NULL; table++) {
        if (take(parser, table->text)) {
            return table;
        }
    }
    return NULL;
}

static bool is_name_char(char c)
{
    return tl_char_is_alpha(c) || tl_char_is_digit(c) || c == '_' || c == '.';
}

static struct tl_str name_take(struct parser *parser)
{
    size_t begin = parser->at;
    while (parser->at < parser->text.len && is_name_char(parser->text.data[parser->at])) {
        parser->at++;
    }
    return tl_str_slice(parser->text, begin, parser->at);
}

/* What the bracket that was opened holds, and its end: one value, or more between commas. */
static bool bracket(struct parser *parser, size_t n_values)
{
    if (++parser->depth > TL_MAX_FORMULA_DEPTH) {
        return fail(parser, parser->at, "the formula has too many brackets in brackets",
                    TL_STR(""));
    }
    for (size_t i = 0; i < n_values; i++) {
        if (i > 0 && !take(parser, ",")) {
            return fail(parser, parser->at, "a ',' is missing", TL_STR(""));
        }
        if (!comparison(parser)) {
            return false;
        }
    }
    parser->depth--;
    return take(parser, ")") || fail(parser, parser->at, "a ')' is missing", TL_STR(""));
}

/* The steps of a formula that a name is short for. */
static bool inner(struct parser *parser, struct tl_str text)
{
    struct parser own = *parser;
    own.text = text;
    own.at = 0;
    own.depth++;
    return own.depth <= TL_MAX_FORMULA_DEPTH && comparison(&own);
}

/* The index of a function, or N_FUNCTIONS. */
static size_t function_find(struct tl_str word)
{
    size_t n = tl_str_has_prefix(word, TL_STR("math.")) ? 5 : 0;
    struct tl_str bare = tl_str_slice(word, n, word.len);
    size_t i = 0;
    while (i < N_FUNCTIONS && !tl_str_equal(bare, tl_str_of(functions[i].name))) {
        i++;
    }
    return i;
}

static bool name(struct parser *parser)
{
    size_t begin = parser->at;
    struct tl_str word = name_take(parser);
    size_t i = function_find(word);
    if (i < N_FUNCTIONS && take(parser, "(")) {
        return bracket(parser, functions[i].of_one != NULL ? 1 : 2) &&
               step_add(parser, (struct tl_formula_step){.op = TL_FORMULA_CALL, .value = i});
    }
    struct tl_formula_name found = {0, {NULL, 0}};
    if (word.len == 0) {
        return fail(parser, begin,
                    begin < parser->text.len ? "a number, a measure or '(' must stand here"
                                             : "the formula ends too early",
                    TL_STR(""));
    }
    if (!parser->find(word, &found)) {
        return fail(parser, begin, "unknown measure", word);
    }
    if (found.formula.len == 0) {
        return step_add(parser,
                        (struct tl_formula_step){.op = TL_FORMULA_VALUE, .value = found.value});
    }
    if (!inner(parser, found.formula)) {
        return fail(parser, begin, "the formula is too long", TL_STR(""));
    }
    return true;
}

static bool factor(struct parser *parser)
{
    bool minus = false;
    while (take(parser, "-")) {
        minus = !minus;
    }
    double number;
    struct tl_str rest = tl_str_slice(parser->text, parser->at, parser->text.len);
    size_t n = tl_decimal_read(rest, &number);
    bool good;
    if (n > 0) {
        parser->at += n;
        good =
            step_add(parser, (struct tl_formula_step){.op = TL_FORMULA_NUMBER, .number = number});
    } else {
        good = take(parser, "(") ? bracket(parser, 1) : name(parser);
    }
    return good && (!minus || op_add(parser, TL_FORMULA_NEGATE));
}

static bool product(struct parser *parser)
{
    if (!factor(parser)) {
        return false;
    }
    const struct sign *found;
    while ((found = sign_take(parser, products)) != NULL) {
        if (!factor(parser) || !op_add(parser, found->op)) {
            return false;
        }
    }
    return true;
}

static bool sum(struct parser *parser)
{
    if (!product(parser)) {
        return false;
    }
    const struct sign *found;
    while ((found = sign_take(parser, sums)) != NULL) {
        if (!product(parser) || !op_add(parser, found->op)) {
            return false;
        }
    }
    return true;
}

/* What may follow a sum. */
static bool relation(struct parser *parser)
{
    const struct sign *found = sign_take(parser, relations);
    return found == NULL || (sum(parser) && op_add(parser, found->op));
}

static bool comparison(struct parser *parser)
{
    return sum(parser) && relation(parser);
}

static bool is_all(struct parser *parser)
{
    space_skip(parser);
    return parser->at == parser->text.len ||
           fail(parser, parser->at, "an operator must stand here", TL_STR(""));
}

bool tl_formula_read(struct tl_arena *arena, struct tl_str text, tl_formula_find_fn *find,
                     struct tl_formula *formula, struct tl_formula_error *err)
{
    *formula = (struct tl_formula){0};
    struct parser parser = {arena, text, 0, 0, find, formula, err};
    return comparison(&parser) && is_all(&parser);
}

bool tl_formula_read_condition(struct tl_arena *arena, struct tl_str text, tl_formula_find_fn *find,
                               struct tl_formula *formula, struct tl_formula_error *err)
{
    *formula = (struct tl_formula){0};
    struct parser parser = {arena, text, 0, 0, find, formula, err};
    if (!op_add(&parser, TL_FORMULA_VALUE) || !relation(&parser)) {
        return false;
    }
    return formula->len > 1 ? is_all(&parser)
                            : fail(&parser, parser.at,
                                   "a condition begins with <, <=, >, >=, == or !=", TL_STR(""));
}

static double applied(enum tl_formula_op op, double a, double b)
{
    switch (op) {
    case TL_FORMULA_ADD:
        return a + b;
    case TL_FORMULA_SUBTRACT:
        return a - b;
    case TL_FORMULA_MULTIPLY:
        return a * b;
    case TL_FORMULA_DIVIDE:
        return b < 0 || b > 0 ? a / b : NAN;
    case TL_FORMULA_LESS:
        return a < b;
    case TL_FORMULA_LESS_OR_EQUAL:
        return a <= b;
    case TL_FORMULA_MORE:
        return a > b;
    case TL_FORMULA_MORE_OR_EQUAL:
        return a >= b;
    case TL_FORMULA_EQUAL:
        return a >= b && a <= b;
    case TL_FORMULA_UNEQUAL:
        return a < b || a > b;
    case TL_FORMULA_NUMBER:
    case TL_FORMULA_VALUE:
    case TL_FORMULA_NEGATE:
    case TL_FORMULA_CALL:
        break;
    }
    return NAN;
}

bool tl_formula_value(const struct tl_formula *formula, const double *values, double *result)
{
    double stack[TL_MAX_FORMULA_STEPS + 1] = {NAN}; /* below all there is no number */
    size_t top = 0;
    for (size_t i = 0; i < formula->len; i++) {
        const struct tl_formula_step *step = &formula->items[i];
        if (step->op == TL_FORMULA_NUMBER) {
            stack[++top] = step->number;
        } else if (step->op == TL_FORMULA_VALUE) {
            stack[++top] = values[step->value];
        } else if (step->op == TL_FORMULA_NEGATE) {
            stack[top] = -stack[top];
        } else if (step->op == TL_FORMULA_CALL && functions[step->value].of_one != NULL) {
            stack[top] = functions[step->value].of_one(stack[top]);
        } else if (step->op == TL_FORMULA_CALL) {
            top--;
            stack[top] = functions[step->value].of_two(stack[top], stack[top + 1]);
        } else if (top > 0) {
            top--;
            stack[top] = applied(step->op, stack[top], stack[top + 1]);
        }
        if (!isfinite(stack[top])) {
            return false; /* not later: a comparison would hide it */
        }
    }
    *result = stack[top];
    return isfinite(*result);
}

bool tl_formula_only_grows(const struct tl_formula *formula)
{
    for (size_t i = 0; i < formula->len; i++) {
        enum tl_formula_op op = formula->items[i].op;
        if (op != TL_FORMULA_NUMBER && op != TL_FORMULA_VALUE && op != TL_FORMULA_ADD &&
            op != TL_FORMULA_MULTIPLY) {
            return false;
        }
    }
    return true;
}
