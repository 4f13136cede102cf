/* SPDX-License-Identifier: MIT */
#include "support/kind_table.h"

#define RULE "extends: measure\nmessage: '%s words, not %s'\nmeasure: words\n"
#define MEASURE "extends: measure\nmessage: m\n"

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
    {RULE "max: 0\n", "One two.\n", "One"},
    {RULE "max: 2.5\n", "One two three.\n", "three"},
    /* the other places of a finding */
    {RULE "max: 3\nat: first\n", "One two. Three four.\n", "One two."},
    {RULE "min: 3\n", "One two. Three.\n\nOne two.\n", "One two."},
    {RULE "min: {default: 1, letter: 9}\n", "One two.\n", ""},
    /* other measures */
    {MEASURE "measure: sentences\nmax: 2\n", "One. Two. Three it is. Four.\n", "Three it is."},
    {MEASURE "measure: questions\nmax: 1\nscope: text & message\n", "One? Two.\n\nThree? Four?\n",
     "Three?"},
    {MEASURE "measure: links\nmax: 1\n",
     "See [our page](#a), [example.com](https://example.com).\n", "[example.com]"},
    {MEASURE "measure: links\nmax: 2\n",
     "See [our page](#a), [example.com](https://example.com).\n", ""},
    {MEASURE "measure: numbers + codes + links\nmax: 4\n",
     "On 2026-05-03 at 10:30 room AB12 at www.a.example is free, 5 EUR.\n", "5"},
    {MEASURE "measure: list_items\nmax: 1\nscope: body & message\n",
     "Bring:\n\n- one box\n- a lid\n", "a lid"},
    {MEASURE "measure: 2 * words\nmax: 5\n", "One two three four.\n", "three"},
    {MEASURE "measure: words / sentences\nmax: 2\n", "One two. Three four five six.\n", "One two."},
    {MEASURE "measure: words_per_sentence\nmax: 3\n", "One two. Three four five six.\n", ""},
    {MEASURE "measure: words / questions\nmax: 0\n", "One two.\n", ""},
    {MEASURE "measure: lix\nmax: 50\nscope: body & message\n",
     "Extraordinary considerations necessitate immediate 1234567 correspondence.\n",
     "Extraordinary considerations necessitate immediate 1234567 correspondence."},
    {MEASURE "measure: paragraphs\nmax: 1\nscope: body & message\n", "One.\n\nTwo.\n\nThree.\n",
     "Two."},
    /* of a paragraph, a condition on that paragraph */
    {RULE "max: 2\nwithout: {measure: words, min: 5, within: same paragraph}\n",
     "One two three.\n\nOne two three four five.\n", "three"},
};

START_TEST(measure_finds_this)
{
    tl_assert_row(rows[_i]);
}
END_TEST

START_TEST(the_message_says_value_and_limit)
{
    tl_assert_str(tl_test_messages(RULE "max: 3\n", "A b c d e.\n"), "5 words, not 3");
    tl_assert_str(tl_test_messages("extends: measure\nmessage: '%s not %s'\n"
                                   "measure: words / sentences\nmax: 1.4\n",
                                   "A b. C.\n"),
                  "1.5 not 1.4");
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
    {"extends: measure\nmessage: m\nmeasure: lines\nmax: 1\n",
     "3:10: unknown measure 'lines'; did you mean 'links'?\n"},
    {"extends: measure\nmessage: m\nmeasure: words + sentenses\nmax: 1\n",
     "3:18: unknown measure 'sentenses'; did you mean 'sentences'?\n"},
    {"extends: measure\nmessage: m\nmeasure: '(words'\nmax: 1\n", "3:17: a ')' is missing\n"},
    {RULE, "1:1: there is neither 'max' nor 'min'\n"},
    {RULE "max: many\n", "4:6: a limit must be a number\n"},
    {RULE "max: {default: [1]}\n", "4:16: a limit must be a number\n"},
    {RULE "max: 1\nat: last\n", "5:5: 'at' must be excess or first\n"},
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
