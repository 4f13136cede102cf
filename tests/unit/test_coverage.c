/* SPDX-License-Identifier: MIT */
#include "rules/coverage.h"

#include "support/letter.h"

#define N_OF(table) (int)(sizeof(table) / sizeof *(table))
#define HEAD "extends: existence\nmessage: m\n"
#define EXAMPLES "examples:\n  flags: ['A [[box]].', '[[box]]']\n"

/* What is not needed, then "NEEDED/NOT". */
static struct tl_str cover(const char *yaml)
{
    const struct tl_rule *rule = tl_test_rule(yaml);
    struct tl_errors errors = {NULL, 0, 0};
    struct tl_example_count passed = {0, 0};
    struct tl_coverage_count count = {0, 0};
    ck_assert_ptr_nonnull(rule);
    struct tl_loader loader = {.arena = tl_test_arena, .path = "rule.yml", .errors = &errors};
    struct tl_examples examples =
        tl_examples_read(tl_test_arena, &loader, rule, tl_test_languages(), &passed);
    ck_assert_msg(tl_examples_run(&loader, rule, &examples, &passed), "%s",
                  tl_test_errors(&errors).data);
    tl_coverage_run(&loader, rule, &examples, &count);
    return tl_arena_format(tl_test_arena, "%s%zu/%zu", tl_test_errors(&errors).data, count.n_needed,
                           count.n_unneeded);
}

static const struct {
    const char *rule;
    const char *result;
} table[] = {
    {HEAD "tokens: [box]\n" EXAMPLES "  passes: [a, b]\n", "1/0"},
    {HEAD "tokens: [box, lid]\n" EXAMPLES "  passes: [a, b]\n",
     "3:15: no example needs 'lid'\n1/1"},
    {HEAD "tokens:\n  - box\n  - \\w?ox\n" EXAMPLES "  passes: [a, b]\n",
     "4:5: no example needs 'box'\n5:5: no example needs '\\w?ox'\n0/2"},
    {HEAD "raw: [b, ox]\n" EXAMPLES "  passes: [a, b]\n", "2/0"},
    /* what takes findings away is needed by what passes */
    {HEAD "tokens: [box]\nunless: [red, blue]\n" EXAMPLES "  passes: [a red box, b]\n",
     "4:15: no example needs 'blue'\n2/1"},
    {HEAD "tokens: ['\\w*box']\nexceptions: [icebox, inbox]\n" EXAMPLES "  passes: [inbox, b]\n",
     "4:14: no example needs 'icebox'\n2/1"},
    /* conditions and facts */
    {HEAD "tokens: [box]\nwith: {tokens: [red, blue]}\nexamples:\n"
          "  flags: ['A red [[box]].', 'A red lid, a [[box]].']\n  passes: [a box, b]\n",
     "4:22: no example needs 'blue'\n3/1"},
    {HEAD "tokens: [box]\nwithout:\n  - tokens: [lid]\n  - tokens: [key]\n" EXAMPLES
          "  passes: [a box and a lid, b]\n",
     "6:5: no example needs the condition\n3/1"},
    {HEAD "tokens: [box]\nwhen: {channel: letter, kind: draft}\nexamples:\n"
          "  flags: [{text: 'A [[box]].', channel: letter}, {text: '[[box]].', channel: letter}]\n"
          "  passes: [a box, b]\n",
     "4:25: no example needs 'kind'\n2/1"},
    /* swaps: the wording counts, not the place alone */
    {"extends: substitution\nmessage: '%s'\nswap:\n  boxx?: case\n  'bo\\w+': chest\n  key: code\n"
     "examples:\n  flags: ['A [[box]].', '[[bolt]].']\n  passes: [a, b]\n",
     "6:3: no example needs 'key'\n2/1"},
    /* checks; the parts of one that is not needed are not tried */
    {"message: m\nchecks:\n  - {extends: existence, tokens: [box]}\n"
     "  - {extends: existence, tokens: [lid, key]}\n" EXAMPLES "  passes: [a, b]\n",
     "4:5: no example needs this check\n2/1"},
};

START_TEST(parts_that_no_example_needs_are_named)
{
    struct tl_str came = cover(table[_i].rule);

    ck_assert_msg(tl_is_str(came, tl_str_of(table[_i].result)), "%s: %s", table[_i].rule,
                  tl_test_said());
}
END_TEST

START_TEST(of_very_many_parts_some_are_tried)
{
    struct tl_buf rule = tl_buf_in(tl_test_arena);
    tl_buf_add(&rule, TL_STR(HEAD "tokens: [box]\nunless:\n"));
    for (int i = 0; i < 10000; i++) {
        tl_buf_add(&rule, i == 5000 ? TL_STR("exceptions:\n") : TL_STR(""));
        tl_buf_add(&rule, TL_STR("  - nil\n"));
    }
    tl_buf_add(&rule, TL_STR(EXAMPLES "  passes: [a, b]\n"));

    struct tl_str came = cover(tl_buf_str(&rule).data);

    tl_assert_mentions(came.data, "5006:5: no example needs 'nil'");
    tl_assert_mentions(came.data, "(there are more errors in this file)");
    tl_assert_mentions(came.data, "\n1/199"); /* 10,000 nodes, 2,000,000 loaded */
}
END_TEST

static Suite *coverage_suite(void)
{
    Suite *suite = suite_create("coverage");
    TCase *run = tl_case(suite, "run");
    tcase_add_loop_test(run, parts_that_no_example_needs_are_named, 0, N_OF(table));
    tl_add_tests(suite, "limits", of_very_many_parts_some_are_tried);
    return suite;
}
TL_TEST_MAIN(coverage_suite)
