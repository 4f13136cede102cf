/* SPDX-License-Identifier: MIT */
#include "support/kind_table.h"

#define RULE "extends: repetition\nmessage: '\"%s\" twice'\ntokens: ['[^\\s]+']\n"

static const struct tl_kind_row rows[] = {
    {RULE, "The box left.\n", ""},
    {RULE, "The box box left.\n", "box box"},
    {RULE, "The box\nbox left.\n", "box box"},
    {RULE, "The box box box.\n", "box box"},
    {RULE, "The the box.\n", ""},
    {RULE "ignorecase: true\n", "The the box.\n", "The the"},
    {RULE "ignorecase: true\n", "\xC3\x85k \xC3\xA5k nu.\n", "\xC3\x85k \xC3\xA5k"},
    {RULE, "The box. The box.\n", ""},
    {RULE, "A box.\n\nbox.\n", ""},
    {RULE, "It is 3 3 times.\n", "3 3"},
    {RULE "alpha: true\n", "It is 3 3 times.\n", ""},
    {RULE "alpha: true\n", "The box, box left, left.\n", ""},
    {RULE "alpha: true\n", "The box box, and \xC3\xA5k \xC3\xA5k too.\n", "\xC3\xA5k \xC3\xA5k"},
    {RULE, "A\xCC\x8Ak \xF0\x90\x90\xA8 \xF0\x90\x90\xA8 \xC4\x8D.\n",
     "\xF0\x90\x90\xA8 \xF0\x90\x90\xA8"},
    {RULE "max: 1\n", "The box box left.\n", ""},
    {RULE "max: 1\n", "The box box box left.\n", "box box"},
    {RULE "max: 1\n", "The box box left, a lid lid too.\n", ""},
    {RULE "max: 2\n", "Box box box box left, a lid lid lid too.\n", ""},
    {RULE "max: 2\nignorecase: true\n", "Box box box box left. A lid lid lid too.\n", "box box"},
    {RULE "exceptions: [that]\n", "I know that that box box is.\n", "box box"},
    {RULE "exceptions: [th]\n", "I know that that is.\n", "that that"},
    {RULE "exceptions: [that]\n", "THAT THAT is.\n", "THAT THAT"},
    {RULE "exceptions: [that]\nignorecase: true\n", "THAT THAT is, That that too.\n", ""},
    {RULE "exceptions: [bora bora]\nignorecase: true\n", "In Bora Bora now now too.\n", "now now"},
    {RULE "alpha: true\nscope: greeting\n", "Hi Ann Ann and Bo,\n\nA box box.\n", "Ann Ann"},
};

START_TEST(repetition_finds_this)
{
    tl_assert_row(rows[_i]);
}
END_TEST

START_TEST(words_with_a_mark_between_them_are_no_repetition)
{
    tl_assert_str(tl_test_findings("extends: repetition\nmessage: m\ntokens: ['\\w+']\n",
                                   "A box, box and a lid lid.\n"),
                  "lid lid");
}
END_TEST

START_TEST(the_message_names_the_word)
{
    tl_assert_str(tl_test_messages(RULE, "A box box left.\n"), "\"box\" twice");
}
END_TEST

static const struct tl_kind_error errors[] = {
    {"extends: repetition\nmessage: m\n", "1:1: there are no 'tokens'\n"},
    {RULE "alpha: x\n", "4:8: 'alpha' must be true or false\n"},
    {RULE "max: x\n", "4:6: 'max' must be a whole number\n"},
};

START_TEST(repetition_does_not_load_this)
{
    tl_assert_error_row(errors[_i]);
}
END_TEST

static Suite *kind_repetition_suite(void)
{
    Suite *suite = suite_create("kind_repetition");
    TCase *run = tl_case(suite, "run");
    tcase_add_loop_test(run, repetition_finds_this, 0, N_OF(rows));
    tcase_add_test(run, words_with_a_mark_between_them_are_no_repetition);
    tcase_add_test(run, the_message_names_the_word);
    TCase *load = tl_case(suite, "load");
    tcase_add_loop_test(load, repetition_does_not_load_this, 0, N_OF(errors));
    return suite;
}
TL_TEST_MAIN(kind_repetition_suite)
