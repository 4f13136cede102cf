/* SPDX-License-Identifier: MIT */
#include "support/kind_table.h"

#define RULE "extends: consistency\nmessage: 'inconsistent: %s'\n"

static const struct tl_kind_row rows[] = {
    {RULE "either: {adviser: advisor}\n", "An adviser, advisers.\n\nAn adviser.\n", ""},
    {RULE "either: {adviser: advisor}\n", "An adviser, an advisor, an adviser.\n", "adviser"},
    {RULE "either: {adviser: advisor}\n", "An adviser.\n\nAn advisor.\n\nNone.\n\nAn adviser.\n",
     "advisor | adviser"},
    {RULE "either: {adviser: advisor}\n", "An adviser.\n\nAn Advisor.\n", ""},
    {RULE "either: {adviser: advisor}\nignorecase: true\n", "An adviser.\n\nAn Advisor.\n",
     "Advisor"},
    {RULE "either: {centre: center, colour: color}\n", "A centre, a color.\n", ""},
    {RULE "either: {centre: center, colour: color}\n",
     "A centre, a color.\n\nA colour.\n\nA center.\n", "colour | center"},
    {RULE "either:\n  - centre: center\n  - colour: color\n", "A centre, a center.\n", "center"},
    {RULE "either: {'colou?rs': 'hues?'}\n", "The colors.\n\nA hue.\n", "hue"},
    {RULE "either: {'(c)ol(our)': '(h)ue'}\n", "A colour.\n\nA hue.\n", "hue"},
    {RULE "either: {ise: ize}\nnonword: true\n", "To realise.\n\nRealize.\n", "ize"},
    {RULE "either: {'\xC3\xA5k': '\xC4\x8D'}\nignorecase: true\n",
     "A\xCC\x8Ak \xF0\x90\x90\xA8.\n\n\xF0\x90\x90\xA8 \xC4\x8C nu.\n", "\xC4\x8C"},
    {RULE "either: {a: b}\n", "", ""},
    {RULE "either: {a: b}\nat: minority\n", "An a, a b. A b 2.\n\nA b 3.\n", "a"},
    {RULE "either: {'a\\d': 'b\\d'}\nat: minority\n", "The a1, b2. The b3, a4, a5.\n", "b2"},
    {RULE "either: {'a\\d': 'b\\d'}\nat: minority\n", "The b1, a2.\n", "a2"},
    {RULE "either: {'a\\d': 'b\\d'}\nat: minority\n", "The b1, b2.\n", ""},
    {RULE "either: {'a\\d': 'b\\d'}\nat: minority\nunless: [all]\n",
     "The a1, a2. The b3. For all, b4, b5, b6.\n", "b3"},
    {RULE "either: {'a\\d': 'b\\d'}\nat: minority\nunless: [all]\n", "The a1, a2. For all, b3.\n",
     ""},
};

START_TEST(consistency_finds_this)
{
    tl_assert_row(rows[_i]);
}
END_TEST

START_TEST(the_message_names_the_match)
{
    tl_assert_str(tl_test_messages(RULE "either: {box: case}\n", "A box.\n\nA case.\n"),
                  "inconsistent: case");
}
END_TEST

static const struct tl_kind_error errors[] = {
    {RULE, "1:1: there is no 'either'\n"},
    {RULE "either: {}\n", "3:9: 'either' is empty\n"},
    {RULE "either: [a]\n", "3:10: 'either' must be a map from patterns to patterns\n"},
    {RULE "either:\n  a: (\n", "4:7: the pattern does not compile: missing closing parenthesis\n"},
    {RULE "either:\n  a: [b]\n", "4:6: a pattern must be a text\n"},
    {RULE "either: {a: b}\nat: first\n", "4:5: 'at' must be last or minority\n"},
    {RULE "either: {a: b}\nnonword: 7\n", "4:10: 'nonword' must be true or false\n"},
};

START_TEST(consistency_does_not_load_this)
{
    tl_assert_error_row(errors[_i]);
}
END_TEST

static Suite *kind_consistency_suite(void)
{
    Suite *suite = suite_create("kind_consistency");
    TCase *run = tl_case(suite, "run");
    tcase_add_loop_test(run, consistency_finds_this, 0, N_OF(rows));
    tcase_add_test(run, the_message_names_the_match);
    TCase *load = tl_case(suite, "load");
    tcase_add_loop_test(load, consistency_does_not_load_this, 0, N_OF(errors));
    return suite;
}
TL_TEST_MAIN(kind_consistency_suite)
