/* SPDX-License-Identifier: MIT */
#include "support/kind_table.h"

#define RULE "extends: metric\nmessage: 'is %s'\n"
#define LETTER                                                                                     \
    "Dear Ann,\n\nThe small box left today. It is blue.\n\n- one key\n- two keys\n\n"              \
    "Kind regards\nTom\n"

/* A formula and its condition, and the message of what is found in the letter; "" where nothing. */
static const struct {
    const char *rule;
    const char *message;
} table[] = {
    {"formula: words\ncondition: '> 11'\n", "is 12.00"},
    {"formula: words\ncondition: '> 12'\n", ""},
    {"formula: words\ncondition: '< 12.5'\n", "is 12.00"},
    {"formula: words / sentences\ncondition: '>= 3'\n", "is 3.00"},
    {"formula: sentences\ncondition: '== 4'\n", "is 4.00"},
    {"formula: paragraphs\ncondition: '> 0'\n", "is 1.00"},
    {"formula: list\ncondition: '> 0'\n", "is 2.00"},
    {"formula: characters\ncondition: '> 0'\n", "is 41.00"},
    {"formula: heading.h1 + heading_h2\ncondition: '> 0'\n", ""},
    {"formula: |\n  words\n  / 8\ncondition: '> 0'\n", "is 1.50"},
    {"formula: math.sqrt(sentences)\ncondition: '> 0'\n", "is 2.00"},
    {"formula: words / questions\ncondition: '> 0'\n", ""},
    {"formula: words\ncondition: '> 1'\nscope: subject\n", "is 12.00"},
    {"formula: words\ncondition: '> 1'\nscope: comment\n", ""},
};

START_TEST(metric_finds_this)
{
    struct tl_str rule = tl_arena_format(tl_test_arena, "%s%s", RULE, table[_i].rule);

    tl_assert_same(tl_test_messages(rule.data, LETTER), tl_str_of(table[_i].message));
}
END_TEST

START_TEST(a_finding_stands_at_the_first_sentence)
{
    tl_assert_str(tl_test_findings(RULE "formula: words\ncondition: '> 1'\n", LETTER),
                  "The small box left today.");
}
END_TEST

START_TEST(a_letter_without_running_text_has_no_metric)
{
    const char *rule = RULE "formula: words\ncondition: '< 1'\n";

    tl_assert_str(tl_test_findings(rule, ""), "");
    tl_assert_str(tl_test_findings(rule, "Dear Ann,\n\nKind regards\nTom\n"), "");
}
END_TEST

static const struct tl_kind_error errors[] = {
    {RULE "formula: words\n", "1:1: there is no 'condition'\n"},
    {RULE "condition: '> 1'\n", "1:1: there is no 'formula'\n"},
    {RULE "formula: words / (sentences\ncondition: '> 1'\n", "3:28: a ')' is missing\n"},
    {RULE "formula: 'word / 2'\ncondition: '> 1'\n",
     "3:11: unknown measure 'word'; did you mean 'words'?\n"},
    {RULE "formula: words\ncondition: '10'\n",
     "4:13: a condition begins with <, <=, >, >=, == or !=\n"},
    {RULE "formula: words\ncondition: '> words'\n",
     "4:15: a condition holds the value against numbers only\n"},
};

START_TEST(metric_does_not_load_this)
{
    tl_assert_error_row(errors[_i]);
}
END_TEST

static Suite *kind_metric_suite(void)
{
    Suite *suite = suite_create("kind_metric");
    TCase *run = tl_case(suite, "run");
    tcase_add_loop_test(run, metric_finds_this, 0, N_OF(table));
    tcase_add_test(run, a_finding_stands_at_the_first_sentence);
    tcase_add_test(run, a_letter_without_running_text_has_no_metric);
    TCase *load = tl_case(suite, "load");
    tcase_add_loop_test(load, metric_does_not_load_this, 0, N_OF(errors));
    return suite;
}
TL_TEST_MAIN(kind_metric_suite)
