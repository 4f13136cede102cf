/* SPDX-License-Identifier: MIT */
#include "support/kind_table.h"

#define RULE "extends: unanswered\nmessage: 'not answered: %s'\nignore: [when, what, does, do]\n"
#define QUOTE                                                                                      \
    "\n\nBest\nTom\n\nOn 3 May 2026, Ann wrote:\n> Hello,\n>\n> When does my parcel arrive? What " \
    "is the price?\n>\n> Ann\n"

static const struct tl_kind_row rows[] = {
    {RULE, "Hi Ann,\n\nThe parcel is on its way and the price is 5." QUOTE, ""},
    {RULE, "Hi Ann,\n\nThe parcels left." QUOTE, "What is the price?"},
    {RULE, "Hi Ann,\n\nIts arrival is on Monday." QUOTE, "What is the price?"},
    {RULE, "Hi Ann,\n\nThank you." QUOTE, "When does my parcel arrive? | What is the price?"},
    {RULE "synonyms: [price cost charge]\n", "Hi Ann,\n\nThe parcel costs 5." QUOTE, ""},
    {RULE "synonyms: price charge\n", "Hi Ann,\n\nThe parcel is charged." QUOTE, ""},
    {RULE "empty: [I do not know]\n", "Hi Ann,\n\nThe parcel left. I do not know the price." QUOTE,
     "What is the price?"},
    {RULE "unless: [price]\n", "Hi Ann,\n\nThank you." QUOTE, "When does my parcel arrive?"},
    {RULE "scope: postscript\n", "Hi Ann,\n\nThe parcel left for that price." QUOTE,
     "When does my parcel arrive? | What is the price?"},
    {RULE "weak: parcel price\n", "Hi Ann,\n\nThe price of the parcel." QUOTE,
     "When does my parcel arrive?"},
    {RULE "answers: {'^What': '\\d+ euro'}\n", "Hi Ann,\n\nThe parcel left. 5 euro." QUOTE, ""},
    {RULE "answers: [{'^What': '\\d+ euro'}]\n", "Hi Ann,\n\nThe parcel is 5 euro." QUOTE,
     "What is the price?"},
    {RULE "filler: [Thank]\n", "Hi Ann,\n\nTomorrow the van leaves. The price is 5." QUOTE, ""},
    {RULE "filler: [Thank]\n", "Hi Ann,\n\nThank the van. The price is 5." QUOTE,
     "When does my parcel arrive?"},
    {RULE "filler: [Thank]\n", "Hi Ann,\n\nThe parcel left. The van is red." QUOTE,
     "What is the price?"},
    {RULE "asks: [Tell me]\n", "Hi Ann,\n\nThank you.\n\n> Tell me your size.\n",
     "Tell me your size."},
    {RULE "joints: [' and (?=what|when)']\n",
     "Hi Ann,\n\nIt is red.\n\n> When is it sent and what colour has the lid?\n",
     "When is it sent | what colour has the lid?"},
    {RULE, "Hi Ann,\n\nAn old lid.\n\n> Is it for old-timers?\n", ""},
    {RULE, "Hi Ann,\n\nThe lid is red.\n\n> Does a box with lid, key or pen fit?\n",
     "Does a box with lid, key or pen fit?"},
    {RULE "joints: [', and (?=what)']\nanswers: {'^what': '\\d+ euro'}\n",
     "Hi Ann,\n\nThe parcel is 5 euro.\n\n> Is it my parcel, and what is the price?\n", ""},
    /* no question, or one about nothing */
    {RULE, "Hi Ann,\n\nThank you.\n\n> The parcel arrived.\n", ""},
    {RULE, "Hi Ann,\n\nThank you.\n\n> When is it?\n", ""},
    {RULE, "Hi Ann,\n\nWhere is the parcel?\n", ""},
    {RULE, "", ""},
    /* what is quoted inside the quote is older */
    {RULE, "Hi Ann,\n\nThank you.\n\n> Where is the parcel?\n>\n>> Which key?\n",
     "Where is the parcel?"},
    {RULE,
     "Hi Ann,\n\nThank you.\n\nBest\nTom\n\n-----Original Message-----\nFrom: Ann\nSent: 3 May\n"
     "Subject: parcel?\n\nWhere is the parcel?\n\n-----Original Message-----\nFrom: Tom\n"
     "Sent: 2 May\nSubject: key\n\nWhich key?\n",
     "Where is the parcel?"},
    /* answers between the quoted lines */
    {RULE,
     "> Where is the parcel?\n\nIt is on its way.\n\n> Which key is it?\n\nIt is red.\n\n> And the "
     "lid?\n> And a box?\n> And a pen?\n> It is fine.\n",
     "And the lid? | And a box? | And a pen?"},
};

START_TEST(unanswered_finds_this)
{
    tl_assert_row(rows[_i]);
}
END_TEST

START_TEST(the_message_has_the_question)
{
    tl_assert_str(tl_test_messages(RULE, "Hi Ann,\n\nThe parcel left." QUOTE),
                  "not answered: What is the price?");
}
END_TEST

static const struct tl_kind_error errors[] = {
    {RULE "synonyms: {a: b}\n", "4:11: 'synonyms' must be a list\n"},
    {RULE "answers: [x]\n", "4:11: 'answers' must be a map from patterns to patterns\n"},
    {RULE "answers: {'(': x}\n",
     "4:13: the pattern does not compile: missing closing parenthesis\n"},
    {RULE "empty: ['(']\n", "4:11: the pattern does not compile: missing closing parenthesis\n"},
};

START_TEST(unanswered_does_not_load_this)
{
    tl_assert_error_row(errors[_i]);
}
END_TEST

static Suite *kind_unanswered_suite(void)
{
    Suite *suite = suite_create("kind_unanswered");
    TCase *run = tl_case(suite, "run");
    tcase_add_loop_test(run, unanswered_finds_this, 0, N_OF(rows));
    tcase_add_test(run, the_message_has_the_question);
    TCase *load = tl_case(suite, "load");
    tcase_add_loop_test(load, unanswered_does_not_load_this, 0, N_OF(errors));
    return suite;
}
TL_TEST_MAIN(kind_unanswered_suite)
