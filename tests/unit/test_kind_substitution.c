/* SPDX-License-Identifier: MIT */
#include "support/kind_table.h"

#define RULE "extends: substitution\nmessage: \"'%s', not '%s'\"\n"

static const struct tl_kind_row rows[] = {
    {RULE "swap: {box: crate}\n", "The box, boxes.\n", "box"},
    {RULE "swap: {box: crate, lid: cover}\n", "A lid on a box.\n", "lid | box"},
    {RULE "swap: {box: crate, 'big box': container}\n", "A big box, a box.\n", "big box | box"},
    {RULE "ignorecase: true\nswap: {box: crate}\n", "A BOX.\n", "BOX"},
    {RULE "swap: {box: crate}\n", "A Box.\n", ""},
    {RULE "nonword: true\nswap: {box: crate}\n", "Boxes, inbox.\n", "box"},
    {RULE "swap: {'(?:big|huge) box': crate}\n", "A huge box.\n", "huge box"},
    {RULE "swap: {'(big|huge) box': crate, lid: cover}\n", "A huge box, a lid.\n",
     "huge box | lid"},
    {RULE "ignorecase: true\nswap: {'box': box}\n", "A box, a BOX.\n", "BOX"},
    {RULE "swap: {'b\\w+': crate}\nexceptions: [bag]\n", "A box, a bag.\n", "box"},
    {RULE "swap: {'an? (?&fruit)': fruit}\n", "It is an apple.\n", "an apple"},
    {RULE "swap: {'[(]x[)]': y}\nnonword: true\n", "A (x).\n", "(x)"},
    {RULE "swap: {'\\(x\\)': y}\nnonword: true\n", "A (x).\n", "(x)"},
};

START_TEST(substitution_finds_this)
{
    tl_assert_row(rows[_i]);
}
END_TEST

/* A rule, a text, and the messages. */
static const struct tl_kind_row messages[] = {
    {RULE "swap: {box: crate}\n", "A box.\n", "'crate', not 'box'"},
    {RULE "swap: {box: crate|case}\n", "A box.\n", "'crate or case', not 'box'"},
    {RULE "swap: {box: crate|case|tin}\n", "A box.\n", "'crate, case or tin', not 'box'"},
    {RULE "ignorecase: true\nswap: {box: crate}\n", "Box.\n", "'crate', not 'Box'"},
    {RULE "ignorecase: true\ncapitalize: true\nswap: {box: crate}\n", "Box.\n",
     "'Crate', not 'Box'"},
    {RULE "ignorecase: true\ncapitalize: true\nswap: {box: \xC3\xA5k}\n", "Box, box.\n",
     "'\xC3\x85k', not 'Box' | '\xC3\xA5k', not 'box'"},
    {RULE "swap: {a box: crate, box: case}\n", "Not a box, box.\n",
     "'crate', not 'a box' | 'case', not 'box'"},
};

START_TEST(substitution_says_this)
{
    struct tl_str came = tl_test_messages(messages[_i].rule, messages[_i].text);

    ck_assert_msg(tl_is_str(came, tl_str_of(messages[_i].found)), "%s: %s", messages[_i].rule,
                  tl_test_said());
}
END_TEST

START_TEST(each_wording_is_a_suggestion)
{
    struct tl_findings found =
        tl_test_run(RULE "swap: {box: crate | case}\n", tl_test_letter("A box.\n"));

    ck_assert_uint_eq(found.items[0].suggestions.len, 2);
    tl_assert_str(found.items[0].suggestions.items[0], "crate");
    tl_assert_str(found.items[0].suggestions.items[1], "case");
}
END_TEST

START_TEST(many_swaps_each_have_their_own_wording)
{
    struct tl_buf rule = tl_buf_in(tl_test_arena);
    tl_buf_add(&rule, TL_STR(RULE "swap:\n"));
    for (int i = 10; i < 60; i++) {
        tl_buf_add_format(&rule, "  w%d: n%d\n", i, i);
    }

    tl_assert_str(tl_test_messages(tl_buf_str(&rule).data, "A w10, a w31, a w59.\n"),
                  "'n10', not 'w10' | 'n31', not 'w31' | 'n59', not 'w59'");
}
END_TEST

static const struct tl_kind_error errors[] = {
    {RULE, "1:1: there is no 'swap'\n"},
    {RULE "swap: {}\n", "3:7: 'swap' is empty\n"},
    {RULE "swap: [x]\n", "3:7: 'swap' must be a map from patterns to wordings\n"},
    {RULE "swap:\n  x: [y]\n", "4:6: a wording must be a text\n"},
    {RULE "swap:\n  a: b\n  (x: y\n",
     "5:5: the pattern does not compile: missing closing parenthesis\n"},
    {RULE "swap:\n  x*: y\n", "4:3: the pattern can match nothing at all\n"},
};

START_TEST(substitution_does_not_load_this)
{
    tl_assert_error_row(errors[_i]);
}
END_TEST

static Suite *kind_substitution_suite(void)
{
    Suite *suite = suite_create("kind_substitution");
    TCase *run = tl_case(suite, "run");
    tcase_add_loop_test(run, substitution_finds_this, 0, N_OF(rows));
    tcase_add_loop_test(run, substitution_says_this, 0, N_OF(messages));
    tcase_add_test(run, each_wording_is_a_suggestion);
    tcase_add_test(run, many_swaps_each_have_their_own_wording);
    TCase *load = tl_case(suite, "load");
    tcase_add_loop_test(load, substitution_does_not_load_this, 0, N_OF(errors));
    return suite;
}
TL_TEST_MAIN(kind_substitution_suite)
