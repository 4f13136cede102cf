/* SPDX-License-Identifier: MIT */
#include "support/kind_table.h"

#define RULE "extends: language\nmessage: '%s, not %s'\n"

static const struct tl_kind_row rows[] = {
    {RULE, "The box is for you and it is on the way.\n", ""},
    {RULE, "The box is for you. Jag och du att det och att det. It is on the way.\n",
     "Jag och du att det och att det."},
    {RULE "min: 8\n", "The box is for you. Jag och du att det och att det.\n",
     "Jag och du att det och att det."},
    {RULE "min: 9\n", "The box is for you. Jag och du att det och att det.\n", ""},
    {RULE "scope: subject\n", "The box is for you. Jag och du att det och att det.\n", ""},
    {RULE, "Och det.\n", ""},
    {RULE, "", ""},
};

START_TEST(language_finds_this)
{
    tl_assert_row(rows[_i]);
}
END_TEST

START_TEST(the_message_says_both_languages)
{
    tl_assert_str(tl_test_messages(RULE, "The box is for you. Jag och du att det och att det.\n"),
                  "Otherish, not English");
}
END_TEST

static const struct tl_kind_error errors[] = {
    {RULE "min: few\n", "3:6: a limit must be a number\n"},
};

START_TEST(language_does_not_load_this)
{
    tl_assert_error_row(errors[_i]);
}
END_TEST

static Suite *kind_language_suite(void)
{
    Suite *suite = suite_create("kind_language");
    TCase *run = tl_case(suite, "run");
    tcase_add_loop_test(run, language_finds_this, 0, N_OF(rows));
    tcase_add_test(run, the_message_says_both_languages);
    TCase *load = tl_case(suite, "load");
    tcase_add_loop_test(load, language_does_not_load_this, 0, N_OF(errors));
    return suite;
}
TL_TEST_MAIN(kind_language_suite)
