/* SPDX-License-Identifier: MIT */
#include "rules/limit.h"

#include "support/letter.h"

#define N_OF(table) (int)(sizeof(table) / sizeof *(table))

static bool load(const char *yaml, struct tl_limit *limit, struct tl_errors *errors)
{
    struct tl_error err;
    struct tl_loader loader = {.arena = tl_test_arena, .path = "x.yml", .errors = errors};
    const struct tl_yaml *map = tl_yaml_parse(tl_test_arena, "x.yml", tl_str_of(yaml), &err);
    ck_assert_ptr_nonnull(map);
    return tl_limit_load(&loader, map, "max", limit);
}

/* A limit, what it is for a webform to an older reader, and whether there is any. */
static const struct {
    const char *yaml;
    double number;
    bool holds;
} table[] = {
    {"max: 3\n", 3, true},
    {"max: -2.5\n", -2.5, true},
    {"max: {default: 3}\n", 3, true},
    {"max: {default: 3, webform: 4}\n", 4, true},
    {"max: {senior: 5, webform: 4, default: 3}\n", 5, true},
    {"MAX: {Senior: 5}\n", 5, true},
    {"max: {general: 5, email: 4}\n", 0, false},
    {"max: {general: 5, email: 4, default: 0}\n", 0, true},
    {"min: 1\n", 0, false},
};

START_TEST(the_audience_goes_before_the_channel)
{
    struct tl_facts facts = tl_test_facts(TL_FACT_AUDIENCE, TL_FACT_AUDIENCE_SENIOR);
    struct tl_errors errors = {0};
    struct tl_limit limit;
    double number = 0;
    tl_facts_state(&facts, TL_FACT_CHANNEL, TL_FACT_CHANNEL_WEBFORM);

    ck_assert(load(table[_i].yaml, &limit, &errors));
    ck_assert_int_eq(tl_limit_of(&limit, &facts, &number), table[_i].holds);
    ck_assert_double_eq_tol(number, table[_i].number, 1e-9);
}
END_TEST

START_TEST(a_limit_is_given_or_not)
{
    struct tl_errors errors = {0};
    struct tl_limit limit;

    ck_assert(load("max: {senior: -3}\n", &limit, &errors));
    ck_assert(tl_limit_is_given(&limit));
    ck_assert(!tl_limit_is_above(&limit, 0));
    ck_assert(load("min: 3\n", &limit, &errors));
    ck_assert(!tl_limit_is_given(&limit));
}
END_TEST

static const struct {
    const char *yaml;
    const char *errors;
} wrong[] = {
    {"max: many\n", "1:6: a limit must be a number\n"},
    {"max: 1e3\n", "1:6: a limit must be a number\n"},
    {"max: [3]\n", "1:6: a limit must be a number\n"},
    {"max: {email: {a: 1}}\n", "1:14: a limit must be a number\n"},
    {"max: {latter: 1}\n", "1:7: unknown audience or channel 'latter'; did you mean 'letter'?\n"},
};

START_TEST(what_is_no_limit_is_an_error)
{
    struct tl_errors errors = {0};
    struct tl_limit limit;

    ck_assert(!load(wrong[_i].yaml, &limit, &errors));
    tl_assert_same(tl_test_errors(&errors), tl_str_of(wrong[_i].errors));
}
END_TEST

static Suite *limit_suite(void)
{
    Suite *suite = suite_create("limit");
    TCase *of = tl_case(suite, "of");
    tcase_add_loop_test(of, the_audience_goes_before_the_channel, 0, N_OF(table));
    tcase_add_test(of, a_limit_is_given_or_not);
    TCase *load = tl_case(suite, "load");
    tcase_add_loop_test(load, what_is_no_limit_is_an_error, 0, N_OF(wrong));
    return suite;
}
TL_TEST_MAIN(limit_suite)
