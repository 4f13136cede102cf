/* SPDX-License-Identifier: MIT */
#include "support/kind_table.h"

#define RULE "extends: existence\nmessage: 'no %s'\n"

static const struct tl_kind_row rows[] = {
    {RULE "tokens: [box]\n", "The box left.\n", "box"},
    {RULE "tokens: [box]\n", "The lid left.\n", ""},
    {RULE "tokens: [box]\n", "Box box, box.\n\nA box.\n", "box | box | box"},
    {RULE "scope: body & ~quotation\ntokens: [box]\n", "A box, \"a box\", a box.\n", "box | box"},
    {RULE "scope: body & ~quotation\ntokens: ['a.*']\n", "It is \"not a box\" but a lid.\n",
     "a lid"},
    {RULE "scope: body & quotation\ntokens: ['a.*']\n", "It is a lid, \"not a box\".\n", "a box"},
    {RULE "tokens: [box, boxes]\n", "The boxes.\n", "boxes"},
    {RULE "tokens: [b\\w+]\nexceptions: [box]\n", "A box, a bag, a boxer.\n", "bag | boxer"},
    {RULE "tokens: [a b\\w+]\nexceptions: [box]\n", "It is a box, a bag.\n", "a bag"},
    {RULE "raw: [x, y]\n", "A boxy one.\n", "xy"},
    {RULE "nonword: true\ntokens: ['(?=b)']\n", "A box.\n", ""},
    {RULE "scope: raw\ntokens: [box\\*]\nnonword: true\n", "# A *box*\n\nA box.\n", "box*"},
    {RULE "scope: [raw, heading.h1]\ntokens: ['# A', box]\nnonword: true\n", "# A box\n\nIt.\n",
     "# A | box"},
    {RULE "scope: raw\ntokens: [box]\nonce: sentence\n", "Box box.\n\nA box.\n", "box"},
    {RULE "tokens: [box]\nwith: {scope: raw, tokens: ['^#'], nonword: true}\n",
     "# Head\n\nA box.\n", "box"},
    {RULE "tokens: [box]\nwithout: {scope: raw, tokens: ['^#'], nonword: true}\n",
     "# Head\n\nA box.\n", ""},
    {RULE "scope: body & sentence\nnonword: true\ntokens: [^A]\n", "A box. A lid.\n", "A | A"},
};

START_TEST(existence_finds_this)
{
    tl_assert_row(rows[_i]);
}
END_TEST

static const struct tl_kind_error errors[] = {
    {RULE, "1:1: there are no 'tokens' or 'raw'\n"},
    {RULE "tokens: []\n", "1:1: there are no 'tokens' or 'raw'\n"},
    {RULE "tokens: [x]\nexceptions: ['(']\n",
     "4:16: the pattern does not compile: missing closing parenthesis\n"},
    {RULE "tokens: [x]\nnonword: x\n", "4:10: 'nonword' must be true or false\n"},
};

START_TEST(existence_does_not_load_this)
{
    tl_assert_error_row(errors[_i]);
}
END_TEST

START_TEST(the_message_names_the_match)
{
    tl_assert_str(tl_test_messages(RULE "tokens: [the box, lid]\n", "Take the\nbox, lid.\n"),
                  "no the box | no lid");
}
END_TEST

static Suite *kind_existence_suite(void)
{
    Suite *suite = suite_create("kind_existence");
    TCase *run = tl_case(suite, "run");
    tcase_add_loop_test(run, existence_finds_this, 0, N_OF(rows));
    tcase_add_test(run, the_message_names_the_match);
    TCase *load = tl_case(suite, "load");
    tcase_add_loop_test(load, existence_does_not_load_this, 0, N_OF(errors));
    return suite;
}
TL_TEST_MAIN(kind_existence_suite)
