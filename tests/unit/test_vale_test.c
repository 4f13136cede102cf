/* SPDX-License-Identifier: MIT */
#include "rules/vale_test.h"

#include "support/letter.h"

#define N_OF(table) (int)(sizeof(table) / sizeof *(table))
#define RULE "extends: existence\nmessage: \"no '%s'\"\ntokens: [box]\ntests:\n"

/* The errors of the tests, then "PASSED/FAILED". */
static const struct {
    const char *tests;
    const char *result;
} table[] = {
    {"  - {name: a, input: 'A box.', want: \"1:3:rule:no 'box'\"}\n", "1/0"},
    {"  - name: a\n    about: b\n    format: md\n    rule: S.R\n    input: |\n      One.\n\n      "
     "A "
     "box and a box.\n    want: |\n      3:3:rule:no 'box'\n      3:13:rule:no 'box'\n",
     "1/0"},
    {"  - {name: a, input: 'A lid.', want: ''}\n", "1/0"},
    {"  - {name: a, input: 'A box.', want: ''}\n",
     "5:38: the test prints '1:3:rule:no 'box''\n0/1"},
    {"  - {name: a, input: 'A box.', contains: 'no ''box', absent: [lid, key]}\n", "1/0"},
    {"  - {name: a, input: 'A box.', contains: [box, lid], absent: [key, box]}\n",
     "5:48: the test prints '1:3:rule:no 'box''\n5:68: the test prints '1:3:rule:no 'box''\n0/1"},
    {"  - {name: a, input: b}\n", "5:5: a test needs 'want', 'contains' or 'absent'\n0/1"},
    {"  - {name: a, input: b, wnat: ''}\n", "5:25: unknown key 'wnat'; did you mean 'want'?\n0/1"},
    {"  - a\n", "5:5: a test must be a map\n0/1"},
    {"  []\n", "0/0"},
};

START_TEST(tests_come_to_this)
{
    const char *yaml = tl_arena_format(tl_test_arena, "%s%s", RULE, table[_i].tests).data;
    const struct tl_rule *rule = tl_test_rule(yaml);
    struct tl_errors errors = {NULL, 0, 0};
    struct tl_example_count count = {0, 0};
    struct tl_loader loader = {.arena = tl_test_arena, .path = "rule.yml", .errors = &errors};
    ck_assert_ptr_nonnull(rule);

    tl_vale_tests_run(&loader, rule, tl_test_languages(), &count);

    struct tl_str came = tl_arena_format(tl_test_arena, "%s%zu/%zu", tl_test_errors(&errors).data,
                                         count.n_passed, count.n_failed);
    ck_assert_msg(tl_is_str(came, tl_str_of(table[_i].result)), "%s: %s", table[_i].tests,
                  tl_test_said());
}
END_TEST

static Suite *vale_test_suite(void)
{
    Suite *suite = suite_create("vale_test");
    TCase *run = tl_case(suite, "run");
    tcase_add_loop_test(run, tests_come_to_this, 0, N_OF(table));
    return suite;
}
TL_TEST_MAIN(vale_test_suite)
