/* SPDX-License-Identifier: MIT */
#include "rules/action.h"

#include "support/kind_table.h"

#define RULE "extends: existence\nmessage: 'not %s'\ntokens: ['b\\w+']\n"

/* A rule, a text, and the suggestions, joined by "|"; "-" is an empty one. */
static const struct tl_kind_row rows[] = {
    {RULE "action: {name: replace, params: [crate, case]}\n", "A box.\n", "crate|case"},
    {RULE "action: {name: replace}\n", "A box.\n", ""},
    {RULE "action: {name: remove}\n", "A box.\n", "-"},
    {RULE "action: {name: suggest, params: [spellings]}\n", "A box.\n", ""},
    {RULE "action: {name: convert, params: [simple]}\n", "A box.\n", ""},
    {RULE "action: {name: edit, params: [regex, 'o(.)', 'a$1$$-${1}']}\n", "A box.\n", "bax$-x"},
    {RULE "action: {name: edit, params: [regex, 'o', 'a$1x$']}\n", "A boox.\n", "ba$a$x"},
    {RULE "action: {name: edit, params: [regex, 'x*', '-']}\n", "A box.\n", "-b-o--"},
    {RULE "action: {name: edit, params: [regex, 'q', '-']}\n", "A box.\n", ""},
    {RULE "action: {name: edit, params: [trim, bx]}\n", "A box.\n", "o"},
    {RULE "action: {name: edit, params: [trim_left, b\xC3\xA5]}\n", "A b\xC3\xA5xb.\n", "xb"},
    {RULE "action: {name: edit, params: [trim_right, \xC3\xA5]}\n", "A bax\xC3\xA5\xC3\xA5.\n",
     "bax"},
    {RULE "action: {name: edit, params: [truncate, o]}\n", "A box.\n", "b"},
    {RULE "action: {name: edit, params: [split, o, 1]}\n", "A box.\n", "x"},
    {RULE "action: {name: edit, params: [split, o, 7]}\n", "A box.\n", ""},
    {RULE "action: {name: edit, params: [replace, a, b]}\n", "A box.\n", ""},
    {RULE "ACTION: {NAME: Remove}\n", "A box.\n", "-"},
};

START_TEST(an_action_suggests_this)
{
    struct tl_findings found = tl_test_run(rows[_i].rule, tl_test_letter(rows[_i].text));
    struct tl_buf out = tl_buf_in(tl_test_arena);
    ck_assert_uint_eq(found.len, 1);
    for (size_t i = 0; i < found.items[0].suggestions.len; i++) {
        struct tl_str one = found.items[0].suggestions.items[i];
        tl_buf_add(&out, i > 0 ? TL_STR("|") : TL_STR(""));
        tl_buf_add(&out, one.len > 0 ? one : TL_STR("-"));
    }
    ck_assert_msg(tl_is_str(tl_buf_str(&out), tl_str_of(rows[_i].found)), "%s: %s", rows[_i].rule,
                  tl_test_said());
}
END_TEST

START_TEST(wordings_are_the_second_argument)
{
    tl_assert_str(tl_test_messages("extends: existence\nmessage: '%s: %[2]s'\ntokens: [box]\n"
                                   "action: {name: replace, params: [crate, case, tin]}\n",
                                   "A box.\n"),
                  "box: crate, case or tin");
}
END_TEST

START_TEST(a_wording_that_is_none_is_said)
{
    const char *rule = "extends: substitution\nmessage: '%s for %s'\nswap: {box: ''}\n";
    struct tl_findings found = tl_test_run(rule, tl_test_letter("A box.\n"));

    tl_assert_str(found.items[0].message, "(leave it out) for box");
    ck_assert_uint_eq(found.items[0].suggestions.len, 1);
    tl_assert_str(found.items[0].suggestions.items[0], "");
}
END_TEST

static const struct tl_kind_error errors[] = {
    {RULE "action: {name: rub}\n",
     "4:16: 'name' must be replace, remove, edit, suggest or convert\n"},
    {RULE "action: {nam: remove}\n", "4:10: unknown key 'nam'; did you mean 'name'?\n"},
    {RULE "action: remove\n", "4:9: 'action' must be a map of 'name' and 'params'\n"},
    {RULE "action: {name: edit}\n", "4:9: 'params' must begin with the name of the edit\n"},
    {RULE "action: {name: edit, params: [trim]}\n", "4:9: the edit 'trim' takes 1 param, not 0\n"},
    {RULE "action: {name: edit, params: [split, a, b]}\n",
     "4:9: the index of a split must be a whole number\n"},
    {RULE "action: {name: edit, params: [regex, '(', b]}\n",
     "4:9: the pattern does not compile: missing closing parenthesis\n"},
};

START_TEST(an_action_does_not_load_this)
{
    tl_assert_error_row(errors[_i]);
}
END_TEST

static Suite *action_suite(void)
{
    Suite *suite = suite_create("action");
    TCase *suggest = tl_case(suite, "suggest");
    tcase_add_loop_test(suggest, an_action_suggests_this, 0, N_OF(rows));
    TCase *load = tl_case(suite, "load");
    tcase_add_loop_test(load, an_action_does_not_load_this, 0, N_OF(errors));
    tl_add_tests(suite, "message", wordings_are_the_second_argument,
                 a_wording_that_is_none_is_said);
    return suite;
}
TL_TEST_MAIN(action_suite)
