/* SPDX-License-Identifier: MIT */
#include "support/kind_table.h"

#define RULE "extends: occurrence\nmessage: '%s times'\n"

static const struct tl_kind_row rows[] = {
    /* too often */
    {RULE "token: '!'\nmax: 2\n", "A! B! C\n", ""},
    {RULE "token: '!'\nmax: 2\n", "A! B! C!\n", "!"},
    {RULE "scope: body & ~quotation\ntoken: '!'\nmax: 1\n", "A \"B c!\" D!\n", ""},
    {RULE "scope: body & ~quotation\ntoken: '\\w!'\nmax: 1\n", "A \"B c!\" D! E!\n", "D!"},
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
    /* limits by channel */
    {RULE "token: '!'\nmax: {default: 9, email: 1}\n", "A! B!\n", "!"},
    {RULE "token: '!'\nmax: {default: 1, letter: 9}\n", "A! B!\n", "!"},
    {RULE "token: '!'\nmax: {letter: 1}\n", "A! B!\n", ""},
    /* densities: what was only begun counts as a whole */
    {RULE "token: you\nmax: 1\nper: 5 words\n", "a b you d e you.\n", ""},
    {RULE "token: you\nmax: 1\nper: 5 words\n", "a b you d you.\n", "you"},
    {RULE "token: '\\w!'\nmax: 1\nper: sentence\nat: excess\n", "Aa!Bb! Cc it. Dd!\n", ""},
    {RULE "token: '\\w!'\nmax: 1\nper: sentence\nat: excess\n", "Aa!Bb! Cc!Dd!Ee!\n", "c!"},
    {RULE "token: '\\w!'\nmax: 0.5\nper: sentence\nat: excess\n", "Aa! Bb it. Cc! Dd it. Ee! Ff!\n",
     "f!"},
    {RULE "token: you\nmin: 1\nper: 2 sentences\n", "Aa you. Bb it. Cc it. Dd it.\n", "you"},
    {RULE "token: you\nmin: 1\nper: 3 sentences\n", "Aa it. Bb you. Cc it. Dd it. Ee you.\n", ""},
    /* close together */
    {RULE "token: 'p\\d'\nmax: 2\nwithin: 3 sentences\nat: excess\n",
     "The p1. The p2. The p3. The p4.\n", "p3"},
    {RULE "token: 'p\\d'\nmax: 2\nwithin: 3 sentences\n", "The p1. So. The p2. The p3. The p4.\n",
     "p2"},
    {RULE "token: 'p\\d'\nmax: 2\nwithin: 3 sentences\n", "The p1. The p2. So. The p3.\n", ""},
    {RULE "token: 'p\\d'\nmax: 2\nwithin: 5 sentences\nscope: body & ~list & message\n"
          "at: excess\n",
     "The p1. So:\n\n- p2\n- p3\n\nThe p4. It. The p5.\n", "p5"},
    {RULE "token: 'p\\d'\nmax: 2\nwithin: 1000000 sentences\n", "The p1 p2.\n", ""},
    /* three questions in a row, and one that does not count */
    {RULE "token: '\\w+\\?'\nmax: 2\nwithin: 3 sentences\nscope: body & message\nunless: [else]\n",
     "It is. Is it red? Is it blue?\n\nIs it big? Yes.\n", "red?"},
    {RULE "token: '\\w+\\?'\nmax: 2\nwithin: 3 sentences\nscope: body & message\nunless: [else]\n",
     "It is. Is it red? Is it blue? Anything else?\n", ""},
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
    {RULE "token: x\nmax: -1\n", "1:1: there is neither 'max' nor 'min'\n"},
    {RULE "token: x\nmax: few\n", "4:6: a limit must be a number\n"},
    {RULE "token: x\nmax: 1\nper: 100\n", "5:6: unknown measure '100'\n"},
    {RULE "token: x\nmax: 1\nper: 0 words\n",
     "5:6: 'per' must be a number and a measure: '100 words'\n"},
    {RULE "token: x\nmax: 1\nper: 100 wrds\n",
     "5:6: unknown measure 'wrds'; did you mean 'words'?\n"},
    {RULE "token: x\nmax: 1\nwithin: words\n",
     "5:9: 'within' must be a number of sentences: '5 sentences'\n"},
    {RULE "token: x\nmax: 1\nper: sentence\nwithin: 2 sentences\n",
     "6:9: there is either 'within' or 'per'\n"},
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
