/* SPDX-License-Identifier: MIT */
#include "support/kind_table.h"

#define RULE "extends: occurrence\nmessage: '%s times'\n"

static const struct tl_kind_row rows[] = {
    /* too often */
    {RULE "token: '!'\nmax: 2\n", "A! B! C\n", ""},
    {RULE "token: '!'\nmax: 2\n", "A! B! C!\n", "!"},
    {RULE "token: '\\w!'\nmax: 2\n", "A! B! C! D!\n", "A!"},
    {RULE "token: '\\w!'\nmax: 2\nat: excess\n", "A! B! C! D!\n", "C!"},
    {RULE "token: '\\w!'\nmax: 2\nat: first\n", "A! B! C! D!\n", "A!"},
    /* units */
    {RULE "token: '\\w!'\nmax: 1\n", "A! B! C!\n\nD!\n\nE! F!\n", "A! | E!"},
    {RULE "token: '\\w!'\nmax: 1\nat: excess\n", "A! B! C!\n\nD!\n\nE! F!\n", "B! | F!"},
    {RULE "token: '\\w!'\nmax: 1\nscope: text & sentence\n", "A!\n\nB! C!\n", ""},
    {RULE "token: '\\w!'\nmax: 1\nscope: text & message\n", "A!\n\nB! C!\n", "A!"},
    {RULE "token: '\\w!'\nmax: 2\nscope: text & message\nat: excess\n", "A!\n\nB!\n\nC! D!\n",
     "C!"},
    {RULE "token: '\\w!'\nmax: 1\nscope: [opening & message, closing & message]\nat: excess\n",
     "A! B! C! D! E! F!\n", "B! | E!"},
    /* not often enough */
    {RULE "token: box\nmin: 1\nscope: text & message\n", "A lid.\n\nA box.\n", ""},
    {RULE "token: box\nmin: 2\nscope: text & message\n", "A lid.\n\nA box.\n", "box"},
    {RULE "token: box\nmin: 1\nmax: 1\n", "A box.\n\nA box, box.\n", "box"},
    {RULE "token: box\nmin: 1\n", "", ""},
};

START_TEST(occurrence_finds_this)
{
    tl_assert_row(rows[_i]);
}
END_TEST

START_TEST(the_message_counts)
{
    tl_assert_str(tl_test_messages(RULE "token: '!'\nmax: 2\n", "A! B! C! D!\n"), "4 times");
    tl_assert_str(tl_test_messages(RULE "token: box\nmin: 1\n", "A lid.\n"), "0 times");
}
END_TEST

START_TEST(a_finding_without_a_match_stands_at_the_start_of_its_unit)
{
    struct tl_findings found = tl_test_run(RULE "token: box\nmin: 1\nscope: body & message\n",
                                           tl_test_letter("Hi Ann,\n\nA lid.\n\nA key.\n"));

    ck_assert_uint_eq(found.len, 1);
    tl_assert_span(found.items[0].span, 9, 9);
}
END_TEST

static const struct tl_kind_error errors[] = {
    {RULE "max: 1\n", "1:1: there is no 'token'\n"},
    {RULE "token: x\n", "1:1: there is neither 'max' nor 'min'\n"},
    {RULE "token: x\nmin: 3\nmax: 2\n",
     "4:6: 'min' is over 'max', so every text has too few or too many\n"},
    {RULE "token: x\nmax: 0\n", "1:1: there is neither 'max' nor 'min'\n"},
    {RULE "token: x\nmax: -1\n", "4:6: 'max' must be a whole number\n"},
    {RULE "token: x\nmax: 1\nat: last\n", "5:5: 'at' must be first or excess\n"},
    {RULE "token: (\nmax: 1\n", "3:9: the pattern does not compile: missing closing parenthesis\n"},
};

START_TEST(occurrence_does_not_load_this)
{
    tl_assert_error_row(errors[_i]);
}
END_TEST

static Suite *kind_occurrence_suite(void)
{
    Suite *suite = suite_create("kind_occurrence");
    TCase *run = tl_case(suite, "run");
    tcase_add_loop_test(run, occurrence_finds_this, 0, N_OF(rows));
    tcase_add_test(run, the_message_counts);
    tcase_add_test(run, a_finding_without_a_match_stands_at_the_start_of_its_unit);
    TCase *load = tl_case(suite, "load");
    tcase_add_loop_test(load, occurrence_does_not_load_this, 0, N_OF(errors));
    return suite;
}
TL_TEST_MAIN(kind_occurrence_suite)
