/* SPDX-License-Identifier: MIT */
#include "rules/formula.h"

#include "base/limits.h"
#include "support/tl_check.h"

#define N_OF(table) (int)(sizeof(table) / sizeof *(table))

/* a is 6, b is 4, none is 0; "mean" is short for a formula. */
static const double values[] = {6, 4, 0};

static bool find(struct tl_str name, struct tl_formula_name *found)
{
    static const char *const names[] = {"a", "b", "none"};
    for (size_t i = 0; i < 3; i++) {
        if (tl_str_equal(name, tl_str_of(names[i]))) {
            *found = (struct tl_formula_name){.value = i};
            return true;
        }
    }
    *found = (struct tl_formula_name){.formula = TL_STR("(a + b) / 2")};
    return tl_str_equal(name, TL_STR("mean"));
}

static const struct {
    const char *formula;
    double value;
} good[] = {
    {"1", 1},
    {"a", 6},
    {"1 + 2 * 3", 7},
    {"(1 + 2) * 3", 9},
    {"10 - 2 - 3", 5},
    {"24 / 4 / 3", 2},
    {"a-b", 2},
    {"-a + b", -2},
    {"2 * -a", -12},
    {"- -a", 6},
    {"0.5 * (a / b)", 0.75},
    {"math.sqrt(b) + 1", 3},
    {"math.sqrt(10 + a)", 4},
    {"round(2.5 + 1 / 8)", 3},
    {"abs(-a)", 6},
    {"math.floor(9.9) + ceil(0.1)", 10},
    {"math.pow(a, 2) - max(a, b)", 30},
    {"min(a, min(b, 1))", 1},
    {"mean", 5},
    {"2 * mean", 10},
    {"\n  a +\n  b\n", 10},
    {"a > b", 1},
    {"a < b", 0},
    {"a >= 6", 1},
    {"a <= 5.9", 0},
    {"a == 6", 1},
    {"a != 6", 0},
    {"(a > b) + 1", 2},
};

START_TEST(a_formula_has_this_value)
{
    struct tl_formula formula;
    struct tl_formula_error err;
    double value = 0;

    ck_assert(tl_formula_read(tl_test_arena, tl_str_of(good[_i].formula), find, &formula, &err));
    ck_assert(tl_formula_value(&formula, values, &value));
    ck_assert_double_eq_tol(value, good[_i].value, 1e-9);
}
END_TEST

static const char *const valueless[] = {
    "a / none",    "none / none", "math.sqrt(0 - 1)", "(a / none) > 1",
    "1 / (a - 6)", "math.log(0)", "exp(1000) > 1",
};

START_TEST(a_formula_that_divides_by_zero_has_no_value)
{
    struct tl_formula formula;
    struct tl_formula_error err;
    double value;

    ck_assert(tl_formula_read(tl_test_arena, tl_str_of(valueless[_i]), find, &formula, &err));
    ck_assert(!tl_formula_value(&formula, values, &value));
}
END_TEST

/* A formula, where it is wrong, and how. */
static const struct {
    const char *formula;
    size_t offset;
    const char *text;
} wrong[] = {
    {"", 0, "the formula ends too early"},
    {"a +", 3, "the formula ends too early"},
    {"a + * b", 4, "a number, a measure or '(' must stand here"},
    {"(a", 2, "a ')' is missing"},
    {"a b", 2, "an operator must stand here"},
    {"a)", 1, "an operator must stand here"},
    {"a + colour", 4, "unknown measure"},
    {"math.cos(a)", 0, "unknown measure"},
    {"math.sqrt", 0, "unknown measure"},
    {"pow(a)", 5, "a ',' is missing"},
    {"sqrt(a, b)", 6, "a ')' is missing"},
    {"a < b < a", 6, "an operator must stand here"},
    {"a % b", 2, "an operator must stand here"},
    {"\xC3\xA5", 0, "a number, a measure or '(' must stand here"},
};

START_TEST(what_is_no_formula_says_where)
{
    struct tl_formula formula;
    struct tl_formula_error err;

    ck_assert(!tl_formula_read(tl_test_arena, tl_str_of(wrong[_i].formula), find, &formula, &err));
    ck_assert_uint_eq(err.offset, wrong[_i].offset);
    tl_assert_same(err.text, tl_str_of(wrong[_i].text));
}
END_TEST

static struct tl_str repeated(const char *text, size_t n, const char *end)
{
    struct tl_buf out = tl_buf_in(tl_test_arena);
    for (size_t i = 0; i < n; i++) {
        tl_buf_add(&out, tl_str_of(text));
    }
    tl_buf_add(&out, tl_str_of(end));
    return tl_buf_str(&out);
}

START_TEST(a_formula_is_bounded_in_length_and_depth)
{
    struct tl_formula formula;
    struct tl_formula_error err;

    struct tl_str long_one = repeated("a + ", TL_MAX_FORMULA_STEPS, "a");
    ck_assert(!tl_formula_read(tl_test_arena, long_one, find, &formula, &err));
    tl_assert_str(err.text, "the formula is too long");
    struct tl_str deep_one = repeated("(", 100000, "a");
    ck_assert(!tl_formula_read(tl_test_arena, deep_one, find, &formula, &err));
    tl_assert_str(err.text, "the formula has too many brackets in brackets");
    struct tl_str minus = repeated("-", 100001, "a");
    ck_assert(tl_formula_read(tl_test_arena, minus, find, &formula, &err));
    ck_assert_uint_eq(formula.len, 2);
}
END_TEST

START_TEST(a_condition_is_about_the_value_before_it)
{
    struct tl_formula formula;
    struct tl_formula_error err;
    double met;

    ck_assert(tl_formula_read_condition(tl_test_arena, TL_STR(" > 2 * 2"), find, &formula, &err));
    ck_assert(tl_formula_value(&formula, values, &met) && met > 0);
    ck_assert(!tl_formula_read_condition(tl_test_arena, TL_STR("7"), find, &formula, &err));
    ck_assert_uint_eq(err.offset, 0);
    ck_assert(!tl_formula_read_condition(tl_test_arena, TL_STR(">"), find, &formula, &err));
    ck_assert(!tl_formula_read_condition(tl_test_arena, TL_STR("> 1 2"), find, &formula, &err));
}
END_TEST

START_TEST(some_formulas_only_grow)
{
    static const struct {
        const char *formula;
        bool grows;
    } rows[] = {
        {"a", true},      {"a + b", true}, {"2 * a + b", true}, {"a - b", false},
        {"a / b", false}, {"mean", false}, {"-a", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct tl_formula formula;
        struct tl_formula_error err;
        ck_assert(tl_formula_read(tl_test_arena, tl_str_of(rows[i].formula), find, &formula, &err));
        ck_assert_int_eq(tl_formula_only_grows(&formula), rows[i].grows);
    }
}
END_TEST

static Suite *formula_suite(void)
{
    Suite *suite = suite_create("formula");
    TCase *value = tl_case(suite, "value");
    tcase_add_loop_test(value, a_formula_has_this_value, 0, N_OF(good));
    tcase_add_loop_test(value, a_formula_that_divides_by_zero_has_no_value, 0, N_OF(valueless));
    TCase *read = tl_case(suite, "read");
    tcase_add_loop_test(read, what_is_no_formula_says_where, 0, N_OF(wrong));
    tl_add_tests(suite, "all", a_formula_is_bounded_in_length_and_depth,
                 a_condition_is_about_the_value_before_it, some_formulas_only_grow);
    return suite;
}
TL_TEST_MAIN(formula_suite)
