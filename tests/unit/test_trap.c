/* SPDX-License-Identifier: MIT */
#include "rules/trap.h"

#include "unit/loading.h"

static const struct {
    const char *rule;
    size_t n_dead;
    const char *warnings;
} rules[] = {
    {"extends: existence\ntokens: [a, 'b\\.']", 1, "2:13: dead token"},
    {"extends: existence\ntokens: 'b\\.'", 1, "2:9: dead token"},
    {"extends: existence\nnonword: true\ntokens: ['b\\.']", 0, ""},
    {"extends: substitution\nswap: {'b\\.': c}", 1, "2:8: dead token"},
    {"extends: substitution\nswap: [{'b\\.': c}, {d: e}]", 1, "2:9: dead token"},
    {"extends: substitution\nswap: {'(b)': $1, c: '$1'}", 0, "2:22: '$1' stands for nothing"},
    {"extends: substitution\nswap: {'(?:b)[(]': $1}", 0, "2:20: '$1' stands for nothing"},
    {"extends: conditional\nignorecase: true", 0, "2:1: 'ignorecase' changes nothing here"},
    {"checks: [{extends: existence, tokens: ['b\\.']}]", 1, "1:40: dead token"},
    {"extends: occurrence\ntokens: ['b\\.']", 0, ""},
};

START_TEST(a_trap_is_a_warning)
{
    struct reading_of reading;
    struct tl_errors warnings = {0};
    read_map(&reading, rules[_i].rule);
    reading.loader.warnings = &warnings;

    ck_assert_uint_eq(tl_trap_find(&reading.loader, reading.map), rules[_i].n_dead);
    ck_assert_msg(tl_is_mentioned(tl_test_errors(&warnings), tl_str_of(rules[_i].warnings)),
                  "%s: %s", rules[_i].rule, tl_test_said());
    ck_assert_uint_eq(warnings.len, rules[_i].warnings[0] == '\0' ? 0 : 1);
}
END_TEST

static Suite *trap_suite(void)
{
    Suite *suite = suite_create("trap");
    TCase *warn = tl_case(suite, "warn");
    tcase_add_loop_test(warn, a_trap_is_a_warning, 0, sizeof rules / sizeof *rules);
    return suite;
}
TL_TEST_MAIN(trap_suite)
