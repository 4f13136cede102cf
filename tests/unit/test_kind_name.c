/* SPDX-License-Identifier: MIT */
#include "support/kind_table.h"

#define BARE "extends: name\nmessage: '%s, %s'\nignorecase: true\n"
#define RULE                                                                                       \
    BARE "skip: [dear, hi, hello, mr, ms, and, van der]\nroles: [info, ltd, team]\n"               \
         "nicknames: [Elizabeth Liz]\n"
#define MAIL(to, greeting)                                                                         \
    "From: A <a@me.example>\nTo: " to "\nSubject: s\n\n" greeting "\n\nThe box left today.\n"

static const struct tl_kind_row rows[] = {
    {RULE, MAIL("Petra Vandamme <p.v@x.example>", "Dear Mr Hollis,"), ""}, /* who is p.v? */
    {RULE, MAIL("Petra Vandamme <petra@x.example>", "Dear Mr Hollis,"), "Hollis"},
    {RULE, MAIL("petra.vandamme@x.example", "Hi Tom van der Berg!"), "Tom van der Berg"},
    {RULE, MAIL("petra_vandamme@x.example", "Hi Tom!"), "Tom"},
    {RULE, MAIL("Petra Vandamme <petra@x.example>", "Dear Ms VANDAMME,"), ""},
    {RULE, MAIL("Petra Vandamme <petra@x.example>", "Dear Mr Hollis and Petra,"), ""},
    {RULE, MAIL("Elizabeth <e@x.example>", "Hi Liz,"), ""},
    {RULE, MAIL("Elizabeth <e@x.example>", "Hi Tom,"), "Tom"},
    {RULE, MAIL("Petra Vandamme <petra@hollis.example>", "Dear Mr Hollis,"), ""},
    {RULE, MAIL("Petra Vandamme <petra@x.example>\nCc: tom@x.example", "Hi Tom,"), ""},
    {RULE, MAIL("=?utf-8?q?P=C3=A9tra?= V <petra@x.example>", "Hi Tom,"), "Tom"},
    /* nobody is named */
    {RULE, MAIL("Petra Vandamme <petra@x.example>", "Hello,"), ""},
    {RULE, MAIL("Petra Vandamme <petra@x.example>", "Hi J.,"), ""},
    {RULE, MAIL("Petra Vandamme <petra@x.example>", "Hi customer Tom,"), ""},
    {RULE, MAIL("Petra Vandamme <petra@x.example>", "Hi Class 4B,"), ""},
    {RULE, MAIL("Petra Vandamme <petra@x.example>", "Hi [Name],"), ""},
    {RULE, MAIL("Petra Vandamme <petra@x.example>", "The box is here."), ""},
    /* no certain person */
    {RULE, MAIL("info@x.example", "Hi Tom,"), ""},
    {RULE, MAIL("petra@x.example", "Hi Tom,"), ""},
    {RULE, MAIL("petra.vandamme2@x.example", "Hi Tom,"), ""},
    {RULE, MAIL("Blue Harbour Ltd <blue@x.example>", "Hi Tom,"), ""},
    {RULE, MAIL("A B C D E <b.c@x.example>", "Hi Tom,"), ""},
    {RULE, MAIL("Harbour <harbour@x.example>", "Hi Tom,"), ""},
    {RULE, MAIL("Petra V <petra@x.example>, info@y.example", "Hi Tom,"), ""},
    {RULE, MAIL("A <a@me.example>", "Hi Tom,"), ""},
    {RULE, MAIL("\"\xD0\x98\xD0\xB2 \xD0\xB0\xD0\xBD\" <pet.iv@x.example>", "Hi Tom,"), ""},
    {RULE, "Hi Tom,\n\nThe box left today.\n", ""},
    /* the customer signed so */
    {RULE, MAIL("Petra Vandamme <petra@x.example>", "Hi Tom,") "\n> Is it here?\n> Tom\n", ""},
    /* other scopes, other data */
    {RULE "scope: signoff\n", MAIL("Petra Vandamme <petra@x.example>", "Hi Tom,"), ""},
    {BARE, MAIL("Petra Vandamme <petra@x.example>", "Dear Petra,"), ""},
    {BARE "endings: [a, us]\n", MAIL("petrus.vandamme@x.example", "Petra,"), ""},
    {BARE "alike: {ph: f, th: t}\n", MAIL("Sophie Roth <sophie@x.example>", "Sofie,"), ""},
};

START_TEST(name_finds_this)
{
    tl_assert_row(rows[_i]);
}
END_TEST

START_TEST(the_message_says_where_it_goes)
{
    tl_assert_str(tl_test_messages(
                      RULE, MAIL("Petra V <petra@x.example>, tom.b@x.example", "Dear Mr Hollis,")),
                  "Hollis, Petra V, tom.b@x.example");
}
END_TEST

START_TEST(a_greeting_of_many_names_is_left_alone)
{
    struct tl_buf text = tl_buf_in(tl_test_arena);
    tl_buf_add(&text, TL_STR("To: Petra V <petra@x.example>\nSubject: s\n\n"));
    for (int i = 0; i < 20000; i++) {
        tl_buf_add(&text, TL_STR("Hi Tom,\n"));
    }
    tl_buf_add(&text, TL_STR("\nThe box left today.\n"));

    tl_assert_str(tl_test_findings(RULE, tl_buf_str(&text).data), "Tom");
}
END_TEST

static const struct tl_kind_error errors[] = {
    {BARE "alike: {a: [b]}\n", "4:12: letters must be a text\n"},
    {BARE "nicknames: [[a]]\n", "4:13: each item of 'nicknames' must be a text\n"},
    {BARE "skip: ['(']\n", "4:10: the pattern does not compile: missing closing parenthesis\n"},
};

START_TEST(name_does_not_load_this)
{
    tl_assert_error_row(errors[_i]);
}
END_TEST

static Suite *kind_name_suite(void)
{
    Suite *suite = suite_create("kind_name");
    TCase *run = tl_case(suite, "run");
    tcase_add_loop_test(run, name_finds_this, 0, N_OF(rows));
    tl_add_tests(suite, "said", the_message_says_where_it_goes,
                 a_greeting_of_many_names_is_left_alone);
    TCase *load = tl_case(suite, "load");
    tcase_add_loop_test(load, name_does_not_load_this, 0, N_OF(errors));
    return suite;
}
TL_TEST_MAIN(kind_name_suite)
