/* SPDX-License-Identifier: MIT */
#include "support/kind_table.h"

#define RULE "extends: measure\nmessage: '%s words, not %s'\nmeasure: words\n"

static const struct tl_kind_row rows[] = {
    {RULE "max: 3\n", "One two three.\n", ""},
    {RULE "max: 3\n", "One two three four five.\n", "four"},
    {RULE "max: 3\n", "One two. Three four. Five.\n\nOne two.\n", "four"},
    {RULE "max: 3\nscope: text & sentence\n", "One two. A b c d. E f g h i.\n",
     "A b c d. | E f g h i."},
    {RULE "max: 3\nscope: text & message\n", "One two.\n\nThree.\n\nFour five.\n", "Four"},
    {RULE "max: 3\nscope: body & message\n", "Hi dear old Ann,\n\nOne two.\n", ""},
    {RULE "max: 3\n", "Costs 1 340 {{ a b }} now.\n", "now"},
    {RULE "max: {default: 3, letter: 9}\n", "A b c d.\n", "d"},
    {RULE "max: {email: 3}\n", "A b c d.\n", "d"},
    {RULE "max: {letter: 3}\n", "A b c d.\n", ""},
    {RULE "max: {default: 9, general: 2, email: 3}\n", "A b c d.\n", "c"},
    {RULE "max: 3\n", "", ""},
};

START_TEST(measure_finds_this)
{
    tl_assert_row(rows[_i]);
}
END_TEST

START_TEST(the_message_says_value_and_limit)
{
    tl_assert_str(tl_test_messages(RULE "max: 3\n", "A b c d e.\n"), "5 words, not 3");
}
END_TEST

START_TEST(the_limit_of_the_channel_counts)
{
    const struct tl_facts letter = tl_test_facts(TL_FACT_CHANNEL, TL_FACT_CHANNEL_LETTER);
    const struct tl_letter *text = tl_test_letter_of("a.txt", TL_STR("A b c d e.\n"), &letter);

    ck_assert_uint_eq(tl_test_run(RULE "max: {default: 3, letter: 5}\n", text).len, 0);
    ck_assert_uint_eq(tl_test_run(RULE "max: {default: 9, letter: 4}\n", text).len, 1);
}
END_TEST

START_TEST(the_limit_of_the_audience_comes_before_that_of_the_channel)
{
    const struct tl_facts senior = tl_test_facts(TL_FACT_AUDIENCE, TL_FACT_AUDIENCE_SENIOR);
    const struct tl_letter *text = tl_test_letter_of("a.txt", TL_STR("A b c d e.\n"), &senior);

    ck_assert_uint_eq(tl_test_run(RULE "max: {email: 9, senior: 4}\n", text).len, 1);
    ck_assert_uint_eq(tl_test_run(RULE "max: {email: 4, senior: 9}\n", text).len, 0);
}
END_TEST

static const struct tl_kind_error errors[] = {
    {"extends: measure\nmessage: m\nmax: 1\n", "1:1: there is no 'measure'\n"},
    {"extends: measure\nmessage: m\nmeasure: lines\nmax: 1\n", "3:10: 'measure' must be words\n"},
    {RULE, "1:1: there is no 'max'\n"},
    {RULE "max: 0\n", "4:6: a limit must be a whole number above 0\n"},
    {RULE "max: many\n", "4:6: a limit must be a whole number above 0\n"},
    {RULE "max: [1]\n", "4:6: 'max' must be a number, or a map of them\n"},
    {RULE "max: {emial: 1}\n", "4:7: unknown audience or channel 'emial'; did you mean 'email'?\n"},
};

START_TEST(measure_does_not_load_this)
{
    tl_assert_error_row(errors[_i]);
}
END_TEST

static Suite *kind_measure_suite(void)
{
    Suite *suite = suite_create("kind_measure");
    TCase *run = tl_case(suite, "run");
    tcase_add_loop_test(run, measure_finds_this, 0, N_OF(rows));
    tcase_add_test(run, the_message_says_value_and_limit);
    tcase_add_test(run, the_limit_of_the_channel_counts);
    tcase_add_test(run, the_limit_of_the_audience_comes_before_that_of_the_channel);
    TCase *load = tl_case(suite, "load");
    tcase_add_loop_test(load, measure_does_not_load_this, 0, N_OF(errors));
    return suite;
}
TL_TEST_MAIN(kind_measure_suite)
