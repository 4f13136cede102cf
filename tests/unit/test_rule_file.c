/* SPDX-License-Identifier: MIT */
#include "rules/rule_file.h"

#include "support/letter.h"

#define N_OF(table) (int)(sizeof(table) / sizeof *(table))

START_TEST(a_rule_has_what_its_file_says)
{
    const struct tl_rule *rule =
        tl_test_rule("extends: existence\nmessage: 'no %s'\nlevel: error\nenabled: false\n"
                     "description: d\nlink: https://example.com/\nwhy: w\nguideline: g\n"
                     "suggestions: [s, t]\ntokens: [box]\nexamples: {flags: [], passes: []}\n");

    ck_assert_ptr_nonnull(rule);
    tl_assert_str(rule->id, "rule");
    tl_assert_str(rule->language, "en");
    tl_assert_str(tl_wordings_in(&rule->message, TL_STR("en")), "no %s");
    ck_assert_int_eq(rule->level, TL_LEVEL_ERROR);
    ck_assert(!rule->enabled);
    tl_assert_str(rule->description, "d");
    tl_assert_str(rule->link, "https://example.com/");
    tl_assert_str(tl_wordings_in(&rule->why, TL_STR("en")), "w");
    tl_assert_str(rule->guideline, "g");
    ck_assert_uint_eq(rule->suggestions.len, 2);
    ck_assert_uint_eq(rule->checks.len, 1);
    ck_assert_ptr_nonnull(rule->examples);
}
END_TEST

START_TEST(a_rule_is_a_warning_and_on_where_nothing_is_said)
{
    const struct tl_rule *rule = tl_test_rule("extends: existence\nmessage: m\ntokens: [box]\n");

    ck_assert_int_eq(rule->level, TL_LEVEL_WARNING);
    ck_assert(rule->enabled);
    ck_assert_ptr_null(rule->examples);
}
END_TEST

START_TEST(a_rule_may_be_of_packs)
{
    static const char rule[] = "extends: existence\nmessage: m\ntokens: [box]\npacks: ";
    struct tl_str list = tl_arena_format(tl_test_arena, "%s[sales, b2b]\n", rule);
    struct tl_str wrong = tl_arena_format(tl_test_arena, "%s[sales, 'B 2']\n", rule);

    ck_assert_uint_eq(tl_test_rule(list.data)->packs.len, 2);
    tl_assert_str(tl_test_rule(list.data)->packs.items[1], "b2b");
    ck_assert(tl_test_rule(list.data)->enabled);
    tl_assert_str(tl_test_rule_errors(wrong.data),
                  "4:8: a pack is named by small letters, digits and hyphens\n");
}
END_TEST

START_TEST(the_suggestion_of_vale_is_a_note)
{
    ck_assert_int_eq(
        tl_test_rule("extends: existence\nmessage: m\nlevel: suggestion\ntokens: [x]\n")->level,
        TL_LEVEL_NOTE);
}
END_TEST

START_TEST(checks_are_several_ways_to_trigger_a_rule)
{
    static const char rule[] = "message: m\nchecks:\n"
                               "  - {extends: existence, tokens: [box]}\n"
                               "  - {extends: existence, tokens: [lid], message: n}\n";

    tl_assert_str(tl_test_findings(rule, "A lid. A box.\n"), "lid | box");
    tl_assert_str(tl_test_messages(rule, "A lid. A box.\n"), "n | m");
}
END_TEST

START_TEST(checks_take_the_case_of_the_rule)
{
    static const char rule[] = "message: m\nignorecase: true\nchecks:\n"
                               "  - {extends: existence, tokens: [box]}\n"
                               "  - {extends: existence, tokens: [lid], ignorecase: false}\n";

    tl_assert_str(tl_test_findings(rule, "A BOX. A LID.\n"), "BOX");
}
END_TEST

START_TEST(once_and_limit_of_a_rule_hold_over_its_checks)
{
    static const char checks[] = "checks:\n"
                                 "  - {extends: existence, tokens: [box]}\n"
                                 "  - {extends: existence, tokens: [lid]}\n";
    const char *once =
        tl_arena_format(tl_test_arena, "message: m\nonce: sentence\n%s", checks).data;
    const char *limit = tl_arena_format(tl_test_arena, "message: m\nlimit: 3\n%s", checks).data;

    tl_assert_str(tl_test_findings(once, "A lid, a box. A lid.\n"), "box | lid");
    tl_assert_str(tl_test_findings(limit, "A lid, a box. A lid, a box.\n"), "lid | box | box");
}
END_TEST

static const struct {
    const char *rule;
    const char *errors;
} wrong[] = {
    {"- x\n", "1:1: a rule must be a map of keys\n"},
    {"", "1:1: 'extends' must name the kind of the check\n"},
    {"extends: existence\ntokens: [x]\n", "1:1: there is no 'message'\n"},
    {"extends: existence\nmessage: m\ntokens: [x]\nlevel: fatal\n",
     "4:8: 'level' must be error, warning or note\n"},
    {"extends: existence\nmessage: m\ntokens: [x]\nlevel: never\n",
     "4:8: 'level' must be error, warning or note\n"},
    {"extends: existence\nmessage: m\ntokens: [x]\nenabled: 1\n",
     "4:10: 'enabled' must be true or false\n"},
    {"message: m\nchecks: []\n", "2:9: 'checks' must be a list of checks\n"},
    {"message: m\ntokens: [a]\nchecks:\n  - {extends: existence, tokens: [b]}\n",
     "2:1: 'tokens' belongs into one of the rule's 'checks'; a rule that extends it adds a check "
     "with 'checks+'\n"},
    {"message: m\nchecks: {extends: existence}\n", "2:9: 'checks' must be a list of checks\n"},
    {"message: m\nchecks: [x]\n", "2:10: a check must be a map\n"},
    {"message: m\nchecks:\n  - {extends: existence, tokens: [x], level: error}\n",
     "3:39: unknown key 'level'\n"},
    {"checks:\n  - {extends: existence, tokens: [x]}\n", "1:1: there is no 'message'\n"},
    {"message: m\nchecks:\n  - {extends: existence}\n  - {extends: nothing}\n",
     "3:5: there are no 'tokens' or 'raw'\n4:15: unknown kind of check 'nothing'; did you mean "
     "'notice'?\n"},
};

START_TEST(a_wrong_file_is_an_error_in_its_place)
{
    struct tl_str came = tl_test_rule_errors(wrong[_i].rule);

    ck_assert_msg(tl_is_str(came, tl_str_of(wrong[_i].errors)), "%s: %s", wrong[_i].rule,
                  tl_test_said());
}
END_TEST

START_TEST(a_file_that_is_not_there_is_an_error)
{
    struct tl_errors errors = {NULL, 0, 0};
    struct tl_loader loader = {
        .arena = tl_test_arena, .path = "/nonexistent/x.yml", .errors = &errors};
    struct tl_rule rule;

    ck_assert(!tl_rule_file_load(&loader, TL_STR("x"), TL_STR("en"), &rule));
    ck_assert_uint_eq(errors.len, 1);
    ck_assert_str_eq(errors.items[0].path, "/nonexistent/x.yml");
}
END_TEST

static Suite *rule_file_suite(void)
{
    Suite *suite = suite_create("rule_file");
    tl_add_tests(suite, "keys", a_rule_has_what_its_file_says,
                 a_rule_is_a_warning_and_on_where_nothing_is_said, the_suggestion_of_vale_is_a_note,
                 a_rule_may_be_of_packs);
    tl_add_tests(suite, "checks", checks_are_several_ways_to_trigger_a_rule,
                 checks_take_the_case_of_the_rule, once_and_limit_of_a_rule_hold_over_its_checks);
    TCase *errors = tl_case(suite, "errors");
    tcase_add_loop_test(errors, a_wrong_file_is_an_error_in_its_place, 0, N_OF(wrong));
    tcase_add_test(errors, a_file_that_is_not_there_is_an_error);
    return suite;
}
TL_TEST_MAIN(rule_file_suite)
