/* SPDX-License-Identifier: MIT */
#include "support/kind_table.h"

#define RULE "extends: capitalization\nmessage: 'write \"%[2]s\"'\nscope: body & paragraph\n"
#define TITLE RULE "match: $title\n"
#define SENTENCE RULE "match: $sentence\n"
#define EVERY "threshold: 1\n"

static const struct tl_kind_row rows[] = {
    {TITLE, "How to Read a Bill\n", ""},
    {TITLE, "How to read a bill\n", "How to read a bill"},
    {TITLE, "How To Read The Bill\n", "How To Read The Bill"},
    {TITLE, "How to Read a BILL by Post and More of the same\n", ""},
    {TITLE EVERY, "How to Read a Bill by Post and More of the same\n",
     "How to Read a Bill by Post and More of the same"},
    {TITLE EVERY, "What to Ask for\n", "What to Ask for"},
    {TITLE EVERY, "What to Ask For\n", ""},
    {TITLE EVERY, "Bills: A Guide\n", ""},
    {TITLE EVERY, "Step-by-Step On-Site Work\n", ""},
    {TITLE EVERY, "Step-By-Step Work\n", "Step-By-Step Work"},
    {TITLE EVERY, "(the) Box/of Things\n", "(the) Box/of Things"},
    {TITLE EVERY, "All about Boxes\n", "All about Boxes"},
    {TITLE EVERY "style: Chicago\n", "All about Boxes\n", ""},
    {TITLE EVERY "exceptions: [iPhone, 'read a']\n", "How to read a Bill on an iPhone\n",
     "How to read a Bill on an iPhone"},
    {TITLE EVERY "exceptions: [iPhone, 'read a']\n", "How to read a Bill With an iPhone\n",
     "How to read a Bill With an iPhone"},
    {TITLE EVERY "exceptions: [iPhone, 'read a']\n", "How to read a Bill with an iPhone\n", ""},
    {TITLE EVERY, "\xC3\x85ka \xC3\x84n \xF0\x90\x90\x80\xF0\x90\x90\xA8\n", ""},
    {TITLE EVERY, "\xC3\x85ka a\xCC\x8An\n", "\xC3\x85ka \xC3\xA5n"},

    {SENTENCE, "How to read a bill\n", ""},
    {SENTENCE, "How to Read a Bill Now\n", "How to Read a Bill Now"},
    {SENTENCE, "how to read a bill\n", "how to read a bill"},
    {SENTENCE, "How to read a USB bill with Ann\n", ""},
    {SENTENCE EVERY, "How to read a USB bill with Ann\n", "How to read a USB bill with Ann"},
    {SENTENCE EVERY "exceptions: [Ann]\n", "How to read a USB bill with Ann\n", ""},
    {SENTENCE EVERY "exceptions: [Google Cloud]\n", "How to use Google Cloud\n", ""},
    {SENTENCE EVERY, "Bills: A guide\n", ""},
    {SENTENCE EVERY, "Bills: Some help\n", "Bills: Some help"},
    {SENTENCE EVERY "indicators: [':']\n", "Bills: Some help\n", ""},
    {SENTENCE EVERY, "Top-Level client's bills\n", ""},
    {SENTENCE EVERY, "1 Step\n", "1 Step"},
    {SENTENCE EVERY "prefix: '\\d+ '\n", "1 Step\n", ""},
    {SENTENCE EVERY, "\xC3\x85ka \xC3\xA4n\n", ""},
    {SENTENCE EVERY, "\xC3\xA5ka \xC3\xA4n\n", "\xC3\xA5ka \xC3\xA4n"},
    {SENTENCE EVERY, "?! 42\n", ""},

    {RULE "match: $lower\n", "the box \xC3\xA5\n", ""},
    {RULE "match: $lower\n", "the Box\n", "the Box"},
    {RULE "match: $lower\nexceptions: [Ann]\n", "the Box of Ann\n", ""},
    {RULE "match: $upper\n", "THE BOX 3 \xC3\x85!\n", ""},
    {RULE "match: $upper\n", "THE BOX \xC3\xA5\n", "THE BOX \xC3\xA5"},
    {RULE "match: '^\\p{Lu}.*[^.]$'\n", "The box\n\nthe box\n\nThe box.\n", "the box | The box."},
    {RULE "match: '^[^!]*$'\n", "The box\n\nThe box!\n", "The box!"},
    {TITLE, "", ""},
};

START_TEST(capitalization_finds_this)
{
    tl_assert_row(rows[_i]);
}
END_TEST

/* A rule, a text, and the messages. */
static const struct tl_kind_row messages[] = {
    {TITLE, "how To read-up (on the) bill\n", "write \"How to Read-Up (On the) Bill\""},
    {SENTENCE, "how To Read USB\n", "write \"How to read USB\""},
    {RULE "match: $lower\n", "The \xC3\x85k\n", "write \"the \xC3\xA5k\""},
    {RULE "match: $upper\n", "The \xC3\xA5k\n", "write \"THE \xC3\x85K\""},
    {RULE "match: x\n", "The box\n\nThe lid\n", "write \"\""},
};

START_TEST(capitalization_expects_this)
{
    struct tl_str came = tl_test_messages(messages[_i].rule, messages[_i].text);

    ck_assert_msg(tl_is_str(came, tl_str_of(messages[_i].found)), "%s: %s", messages[_i].rule,
                  tl_test_said());
}
END_TEST

START_TEST(what_is_expected_is_a_suggestion_where_it_replaces_the_text)
{
    const struct tl_letter *letter = tl_test_letter("The box\n");

    ck_assert_uint_eq(tl_test_run(RULE "match: $upper\n", letter).items[0].suggestions.len, 0);
    struct tl_findings found = tl_test_run(RULE "match: $upper\naction: {name: replace}\n", letter);
    ck_assert_uint_eq(found.items[0].suggestions.len, 1);
    tl_assert_str(found.items[0].suggestions.items[0], "THE BOX");
}
END_TEST

START_TEST(a_heading_is_meant_where_the_scope_says_so)
{
    const char *rule = "extends: capitalization\nmessage: m\nscope: heading.h2\nmatch: $sentence\n";

    tl_assert_str(tl_test_findings(rule, "Hi Ann,\n\n## The Big Box\n\nIt left, Big Box.\n\n"
                                         "# The Big Lid\n\nIt too.\n"),
                  "The Big Box");
}
END_TEST

static const struct tl_kind_error errors[] = {
    {RULE, "1:1: there is no 'match'\n"},
    {RULE "match: $titel\n", "4:8: unknown form '$titel'; did you mean '$title'?\n"},
    {RULE "match: (\n", "4:8: the pattern does not compile: missing closing parenthesis\n"},
    {TITLE "style: Oxford\n", "5:8: 'style' must be AP or Chicago\n"},
    {TITLE "threshold: 2\n", "5:12: 'threshold' must be a number from 0 to 1\n"},
    {TITLE "threshold: nan\n", "5:12: 'threshold' must be a number from 0 to 1\n"},
    {TITLE "threshold: [1]\n", "5:12: 'threshold' must be a number from 0 to 1\n"},
    {TITLE "prefix: (\n", "5:10: the pattern does not compile: missing closing parenthesis\n"},
};

START_TEST(capitalization_does_not_load_this)
{
    tl_assert_error_row(errors[_i]);
}
END_TEST

static Suite *kind_capitalization_suite(void)
{
    Suite *suite = suite_create("kind_capitalization");
    TCase *run = tl_case(suite, "run");
    tcase_add_loop_test(run, capitalization_finds_this, 0, N_OF(rows));
    tcase_add_loop_test(run, capitalization_expects_this, 0, N_OF(messages));
    tcase_add_test(run, what_is_expected_is_a_suggestion_where_it_replaces_the_text);
    tcase_add_test(run, a_heading_is_meant_where_the_scope_says_so);
    TCase *load = tl_case(suite, "load");
    tcase_add_loop_test(load, capitalization_does_not_load_this, 0, N_OF(errors));
    return suite;
}
TL_TEST_MAIN(kind_capitalization_suite)
