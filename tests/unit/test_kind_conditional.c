/* SPDX-License-Identifier: MIT */
#include "support/kind_table.h"

#define RULE "extends: conditional\nmessage: '%s is not explained'\n"
#define SHORT RULE "first: '\\b([A-Z]{3,5})\\b'\nsecond: '(?:\\b[A-Z][a-z]+ )+\\(([A-Z]{3,5})\\)'\n"

static const struct tl_kind_row rows[] = {
    /* the second has a group */
    {SHORT, "The WHO says so.\n", "WHO"},
    {SHORT, "The World Health Organization (WHO) says so. The WHO does.\n", ""},
    {SHORT, "The World Health Organization (WHO) says so.\n\nThe WHO and the ILO do.\n", "ILO"},
    {SHORT, "The WHO says so.\n\nThe World Health Organization (WHO) does.\n\nThe WHO.\n", "WHO"},
    {SHORT, "The WHO, World Health Organization (WHO), says so.\n", ""},
    {SHORT "exceptions: [WHO]\n", "The WHO and the ILO say so.\n", "ILO"},
    {SHORT "ignorecase: true\n", "The who and the ILO say so.\n", "ILO"},
    {RULE "first: '\\b\\p{Lu}{2,}\\b'\nsecond: '(\\b\\p{Lu}{2,}\\b)\\)'\n",
     "A\xCC\x8A \xF0\x90\x90\x80\xF0\x90\x90\x80 och \xC3\x85\xC4\x8C (\xC3\x85\xC4\x8C).\n",
     "\xF0\x90\x90\x80\xF0\x90\x90\x80"},
    /* it has none */
    {RULE "first: box\nsecond: lid\n", "A box.\n\nA box, a lid, a box.\n\nA lid.\n\nA box.\n",
     "box | box"},
    {RULE "first: box\nsecond: lid\nscope: text & sentence\n", "A box. A lid. A box, a lid.\n",
     "box"},
    {RULE "first: box\nsecond: '^A'\n", "The box.\n\nA box.\n", "box"},
    {RULE "first: box\nsecond: lid\n", "", ""},
    /* the second stands elsewhere */
    {SHORT "second_scope: body\n",
     "The WHO says so.\n\nThe World Health Organization (WHO) does.\n\nThe WHO and the ILO.\n",
     "ILO"},
    {RULE "first: box\nsecond: lid\nsecond_scope: text\n", "A box.\n\nA lid.\n\nA box.\n", ""},
    {RULE "first: box\nsecond: lid\nsecond_scope: signature\n", "A box, a lid.\n", "box"},
    {SHORT "known_in: [signature, letterhead]\n",
     "Dear Ann,\n\nThe WHO and the ILO say so.\n\nKind regards\nIda\nILO Shop\n", "WHO"},
    /* each text once */
    {SHORT "first_only: true\n", "The WHO says so.\n\nThe WHO and the ILO do. The ILO.\n",
     "WHO | ILO"},
};

START_TEST(conditional_finds_this)
{
    tl_assert_row(rows[_i]);
}
END_TEST

START_TEST(the_message_names_the_match)
{
    tl_assert_str(tl_test_messages(SHORT, "The WHO says so.\n"), "WHO is not explained");
}
END_TEST

static const struct tl_kind_error errors[] = {
    {RULE "second: a\n", "1:1: there is no 'first'\n"},
    {RULE "first: a\n", "1:1: there is no 'second'\n"},
    {RULE "first: a\nsecond: (\n",
     "4:10: the pattern does not compile: missing closing parenthesis\n"},
    {RULE "first: [a, b]\nsecond: c\n", "3:8: 'first' must be a pattern\n"},
};

START_TEST(conditional_does_not_load_this)
{
    tl_assert_error_row(errors[_i]);
}
END_TEST

static Suite *kind_conditional_suite(void)
{
    Suite *suite = suite_create("kind_conditional");
    TCase *run = tl_case(suite, "run");
    tcase_add_loop_test(run, conditional_finds_this, 0, N_OF(rows));
    tcase_add_test(run, the_message_names_the_match);
    TCase *load = tl_case(suite, "load");
    tcase_add_loop_test(load, conditional_does_not_load_this, 0, N_OF(errors));
    return suite;
}
TL_TEST_MAIN(kind_conditional_suite)
