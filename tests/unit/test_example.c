/* SPDX-License-Identifier: MIT */
#include "rules/example.h"

#include "support/letter.h"

#define N_OF(table) (int)(sizeof(table) / sizeof *(table))
#define RULE "extends: existence\nmessage: m\ntokens: [box]\n"
#define PASSES "  passes: [a, b]\n"
#define FLAGS "  flags: ['[[box]]', 'a [[box]]']\n"

/* The errors of the examples, then "PASSED/FAILED". */
static struct tl_str run(const char *yaml)
{
    const struct tl_rule *rule = tl_test_rule(yaml);
    struct tl_errors errors = {NULL, 0, 0};
    struct tl_example_count count = {0, 0};
    ck_assert_ptr_nonnull(rule);
    struct tl_loader loader = {.arena = tl_test_arena, .path = "rule.yml", .errors = &errors};
    struct tl_examples examples =
        tl_examples_read(tl_test_arena, &loader, rule, tl_test_languages(), &count);
    bool good = tl_examples_run(&loader, rule, &examples, &count);
    ck_assert(good || count.n_failed > 0);
    return tl_arena_format(tl_test_arena, "%s%zu/%zu", tl_test_errors(&errors).data, count.n_passed,
                           count.n_failed);
}

/* The examples of a rule, and what comes of them. */
static const struct {
    const char *examples;
    const char *result;
} table[] = {
    {"examples:\n" FLAGS PASSES, "4/0"},
    {"examples:\n  flags: ['[[box]], a [[box]].', 'My [[box]].']\n" PASSES, "4/0"},
    /* what is flagged is marked, and nothing else */
    {"examples:\n  flags:\n    - '[[box]]'\n    - '[[The]] box'\n" PASSES,
     "7:16: example: 'box' is flagged and not marked\n"
     "7:10: example: 'The' is marked and not flagged\n3/1"},
    {"examples:\n  flags:\n    - '[[box]]'\n    - 'A box, a [[box]].'\n" PASSES,
     "7:10: example: 'box' is flagged and not marked\n3/1"},
    {"examples:\n  flags:\n    - '[[box]]'\n    - 'A box.'\n" PASSES,
     "7:7: example: nothing is marked with [[\xE2\x80\xA6]]\n3/1"},
    {"examples:\n" FLAGS "  passes:\n    - a\n    - A box.\n",
     "8:9: example: 'box' is flagged and not marked\n3/1"},
    {"examples:\n" FLAGS "  passes:\n    - a\n    - '[[A]] lid.'\n",
     "8:7: example: it passes, so nothing can be marked\n3/1"},
    /* too few, or of a wrong form */
    {"", "1:1: the rule has no 'examples' with 'flags' and 'passes'\n0/1"},
    {"examples:\n  flags: ['[[box]]']\n" PASSES,
     "5:10: a rule needs at least 2 examples in 'flags'\n3/1"},
    {"examples:\n" FLAGS, "5:3: a rule needs at least 2 examples in 'passes'\n2/1"},
    {"examples:\n" FLAGS "  passes: a\n", "6:11: 'passes' must be a list of examples\n2/1"},
    {"examples:\n" FLAGS PASSES "  flag: [x]\n",
     "7:3: unknown key 'flag'; did you mean 'flags'?\n4/1"},
    {"examples:\n  flags: ['[[box]]', [[box]]]\n" PASSES,
     "5:22: an example must be a text (quote one that begins with '[[')\n3/1"},
    {"examples:\n" FLAGS "  passes: [a, {name: x.html}]\n",
     "6:15: the example has no 'text'; one with ': ' in it needs quotes\n3/1"},
    {"examples:\n" FLAGS "  passes: [a, {text: a, chanel: email}]\n",
     "6:25: an example has 'text', 'name', 'today' and facts, not 'chanel'\n3/1"},
    {"examples:\n" FLAGS "  passes: [a, {text: a, channel: fax}]\n",
     "6:34: there is no such channel\n3/1"},
    {"examples:\n" FLAGS "  passes: [a, {text: a, name: [b]}]\n",
     "6:31: 'name' must be a text\n3/1"},
    /* brackets */
    {"examples:\n  flags: ['[[box]]', 'In [[[box]]] it is: [[box]].']\n" PASSES,
     "5:29: example: 'box' is flagged and not marked\n"
     "5:28: example: '[box]' is marked and not flagged\n3/1"},
    /* the place inside a block, and in quotes */
    {"examples:\n" FLAGS "  passes:\n    - a\n    - |\n      Dear Ann,\n\n      It left.\n"
     "      The box did.\n",
     "12:11: example: 'box' is flagged and not marked\n3/1"},
    {"examples:\n" FLAGS "  passes:\n    - a\n    - text: >-\n        It's here,\n        "
     "the box.\n",
     "10:13: example: 'box' is flagged and not marked\n3/1"},
    {"examples:\n" FLAGS "  passes:\n    - a\n    - 'It''s\n      a box.'\n",
     "9:9: example: 'box' is flagged and not marked\n3/1"},
    {"examples:\n" FLAGS "  passes:\n    - a\n    - \"It is\\ta\\u0020box.\"\n",
     "8:22: example: 'box' is flagged and not marked\n3/1"},
    {"examples:\n  flags:\n    - '[[box]]'\n    - |\n      A [[box]],\n      [[a]] lid, "
     "box.\n" PASSES,
     "9:18: example: 'box' is flagged and not marked\n"
     "9:9: example: 'a' is marked and not flagged\n3/1"},
    /* maps, messages */
    {"when: {channel: letter}\nexamples:\n  flags: [{text: '[[box]]', channel: letter}, {text: "
     "'[[box]].', channel: letter}]\n  passes: [box, {text: box, channel: webform}]\n",
     "4/0"},
    {"scope: subject\nexamples:\n  flags:\n    - |\n      Subject: A [[box]]\n\n      It left.\n"
     "    - |\n      From: a@example.com\n      Subject: A [[box]]\n\n      It left.\n"
     "  passes: [box, a]\n",
     "4/0"},
    {"examples:\n  flags: [{text: '<p>A [[box]]</p>', name: a.html}, '[[box]]']\n"
     "  passes: [{text: '<html><p title=\"box\">A</p>', name: a.html}, b]\n",
     "4/0"},
};

START_TEST(examples_come_to_this)
{
    const char *yaml = tl_arena_format(tl_test_arena, "%s%s", RULE, table[_i].examples).data;
    struct tl_str came = run(yaml);

    ck_assert_msg(tl_is_str(came, tl_str_of(table[_i].result)), "%s: %s", table[_i].examples,
                  tl_test_said());
}
END_TEST

START_TEST(three_closing_brackets_close_after_the_last)
{
    tl_assert_str(run("extends: existence\nmessage: m\nnonword: true\ntokens: ['\\[\\w+\\]']\n"
                      "examples:\n  flags: ['[[[box]]]', 'A [[[lid]]].']\n" PASSES),
                  "4/0");
}
END_TEST

static Suite *example_suite(void)
{
    Suite *suite = suite_create("example");
    TCase *run_all = tl_case(suite, "run_all");
    tcase_add_loop_test(run_all, examples_come_to_this, 0, N_OF(table));
    tcase_add_test(run_all, three_closing_brackets_close_after_the_last);
    return suite;
}
TL_TEST_MAIN(example_suite)
