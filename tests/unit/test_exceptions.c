/* SPDX-License-Identifier: MIT */
#include "rules/exceptions.h"

#include "support/kind_table.h"

#define RULE "extends: existence\nmessage: m\nignorecase: true\ntokens: ['b\\w+(?: b\\w+)?']\n"

static const struct tl_kind_row rows[] = {
    {RULE "exceptions: [box]\n", "A box, a bag.\n", "bag"},
    {RULE "exceptions: box\n", "A box, a bag.\n", "bag"},
    {RULE "exceptions: [box, bag]\n", "A box, a bag, a bin.\n", "bin"},
    {RULE "exceptions: ['', ' ']\n", "A box.\n", "box"},
    /* somewhere in the match, as a word */
    {RULE "exceptions: [box]\n", "A big box, boxes.\n", "boxes"},
    {RULE "exceptions: ['\\w+x']\n", "A box, boxes.\n", "boxes"},
    /* in the case that it is written in */
    {RULE "exceptions: [Box]\n", "A box, a Box.\n", "box"},
    {RULE "exceptions: ['(?i)box', Bag]\n", "A BOX, a bag.\n", "bag"},
    {RULE "exceptions: [Bag, '(?i)a', Bin]\n", "A bag, a bin.\n", "bag | bin"},
    /* a phrase around the match, in either case */
    {RULE "exceptions: [red box]\n", "A red box, a box.\n", "box"},
    {RULE "exceptions: ['Red\\sBox']\n", "A RED BOX, a box.\n", "box"},
    {RULE "exceptions: [red box]\n", "A red box big.\n", "box big"},
    {RULE "exceptions: [St. Bob]\n", "It is St. Bob who came.\n", ""},
};

START_TEST(exceptions_leave_this)
{
    tl_assert_row(rows[_i]);
}
END_TEST

static const struct tl_kind_error errors[] = {
    {RULE "exceptions: {a: b}\n", "5:13: 'exceptions' must be a list of patterns\n"},
    {RULE "exceptions: [[a]]\n", "5:14: a pattern must be a text\n"},
    {RULE "exceptions: [a, (b]\n",
     "5:19: the pattern does not compile: missing closing parenthesis\n"},
    {RULE "vocab: perhaps\n", "5:8: 'vocab' must be true or false\n"},
};

START_TEST(exceptions_do_not_load_this)
{
    tl_assert_error_row(errors[_i]);
}
END_TEST

START_TEST(there_are_some_or_none)
{
    const struct tl_exceptions none = {.vocabulary = NULL};
    struct tl_terms terms = {.all = {0}};
    const struct tl_exceptions empty = {.vocabulary = &terms};
    ck_assert(!tl_exceptions_any(&none));
    ck_assert(!tl_exceptions_any(&empty));
    *TL_VEC_ADD(tl_test_arena, &terms.all) = TL_STR("x");
    ck_assert(tl_exceptions_any(&empty));
}
END_TEST

static Suite *exceptions_suite(void)
{
    Suite *suite = suite_create("exceptions");
    TCase *has = tl_case(suite, "has");
    tcase_add_loop_test(has, exceptions_leave_this, 0, N_OF(rows));
    TCase *load = tl_case(suite, "load");
    tcase_add_loop_test(load, exceptions_do_not_load_this, 0, N_OF(errors));
    tcase_add_test(load, there_are_some_or_none);
    return suite;
}
TL_TEST_MAIN(exceptions_suite)
