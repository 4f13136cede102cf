/* SPDX-License-Identifier: MIT */
#include "support/kind_table.h"

#define RULE "extends: required\nmessage: m\n"
#define LETTER "Hi Ann,\n\nOne. Two.\n\nThree. Four.\n\nBest\nTom\n"

static const struct tl_kind_row rows[] = {
    /* a zone */
    {RULE "scope: greeting\n", LETTER, ""},
    {RULE "scope: greeting\n", "One. Two.\n", "Two."},
    {RULE "scope: greeting\nat: first body\n", "One. Two.\n", "One."},
    {RULE "scope: signoff\nat: last body\n", "Hi Ann,\n\nOne. Two.\n", "Two."},
    {RULE "scope: footer\n", LETTER, "Best"},
    {RULE "scope: body & ~quotation\ntokens: [box]\n", "A \"big box\" and a box.\n", ""},
    {RULE "scope: body & ~quotation\ntokens: [box]\n", "A \"big box\".\n", "A \"big box\"."},
    /* a pattern in a zone */
    {RULE "scope: body\ntokens: [Three]\n", LETTER, ""},
    {RULE "scope: opening\ntokens: [Three]\n", LETTER, "Two."},
    {RULE "scope: opening\ntokens: [Three]\nat: first opening\n", LETTER, "One."},
    {RULE "scope: closing\ntokens: [One]\n", LETTER, "Four."},
    {RULE "scope: closing\ntokens: [One]\nat: first greeting\n", LETTER, "Hi Ann,"},
    {RULE "scope: body\nraw: [hree]\n", LETTER, ""},
    /* what does not count */
    {RULE "scope: body\ntokens: [One]\nunless: [Two]\n", LETTER, ""},
    {RULE "scope: body\ntokens: [Two]\nunless: [Two]\n", LETTER, "Four."},
    {RULE "scope: greeting\nunless: [Ann]\nat: first body\n", LETTER, "One."},
    /* where the place is not there */
    {RULE "scope: greeting\nat: first footer\n", "One. Two.\n", "One."},
    {RULE "scope: greeting\n", "", ""},
    {RULE "scope: greeting\n", "> One.\n", ""},
};

START_TEST(required_finds_this)
{
    tl_assert_row(rows[_i]);
}
END_TEST

static const struct tl_kind_error errors[] = {
    {RULE "at: body\n", "3:5: 'at' must be 'first SCOPE' or 'last SCOPE'\n"},
    {RULE "at: first\n", "3:5: 'at' must be 'first SCOPE' or 'last SCOPE'\n"},
    {RULE "at: first bdy\n", "3:5: unknown scope 'bdy'; did you mean 'body'?\n"},
    {RULE "at: [first body]\n", "3:5: 'at' must be a text\n"},
    {RULE "tokens: ['(']\n", "3:12: the pattern does not compile: missing closing parenthesis\n"},
};

START_TEST(required_does_not_load_this)
{
    tl_assert_error_row(errors[_i]);
}
END_TEST

static Suite *kind_required_suite(void)
{
    Suite *suite = suite_create("kind_required");
    TCase *run = tl_case(suite, "run");
    tcase_add_loop_test(run, required_finds_this, 0, N_OF(rows));
    TCase *load = tl_case(suite, "load");
    tcase_add_loop_test(load, required_does_not_load_this, 0, N_OF(errors));
    return suite;
}
TL_TEST_MAIN(kind_required_suite)
