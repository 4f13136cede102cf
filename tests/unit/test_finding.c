/* SPDX-License-Identifier: MIT */
#include "finding/finding.h"

#include "support/tl_check.h"

static void add(struct tl_findings *findings, const char *rule, size_t begin, size_t end,
                const char *message)
{
    *TL_VEC_ADD(tl_test_arena, findings) = (struct tl_finding){
        .rule = tl_str_of(rule), .message = tl_str_of(message), .span = {begin, end}};
}

/* "RULE BEGIN-END MESSAGE|" of each. */
static struct tl_str shown(const struct tl_findings *findings)
{
    struct tl_buf out = tl_buf_in(tl_test_arena);
    for (size_t i = 0; i < findings->len; i++) {
        const struct tl_finding *finding = &findings->items[i];
        tl_buf_add_format(&out, "%s %zu-%zu %s|", finding->rule.data, finding->span.begin,
                          finding->span.end, finding->message.data);
    }
    return tl_buf_str(&out);
}

START_TEST(findings_stand_in_the_order_of_the_source)
{
    struct tl_findings findings = {NULL, 0, 0};
    add(&findings, "a", 30, 31, "m");
    add(&findings, "b", 5, 9, "m");
    add(&findings, "c", 100, 101, "m");

    tl_findings_sort(&findings);

    tl_assert_str(shown(&findings), "b 5-9 m|a 30-31 m|c 100-101 m|");
}
END_TEST

START_TEST(in_one_place_the_name_then_the_end_then_the_message_decide)
{
    struct tl_findings findings = {NULL, 0, 0};
    add(&findings, "b", 5, 6, "m");
    add(&findings, "a", 5, 9, "n");
    add(&findings, "a", 5, 9, "m");
    add(&findings, "a", 5, 7, "z");

    tl_findings_sort(&findings);

    tl_assert_str(shown(&findings), "a 5-7 z|a 5-9 m|a 5-9 n|b 5-6 m|");
}
END_TEST

START_TEST(what_is_the_same_twice_is_there_once)
{
    struct tl_findings findings = {NULL, 0, 0};
    add(&findings, "a", 5, 9, "m");
    add(&findings, "b", 5, 9, "m");
    add(&findings, "a", 5, 9, "m");
    add(&findings, "a", 5, 9, "m");

    tl_findings_sort(&findings);

    tl_assert_str(shown(&findings), "a 5-9 m|b 5-9 m|");
}
END_TEST

START_TEST(no_findings_stay_none)
{
    struct tl_findings findings = {NULL, 0, 0};

    tl_findings_sort(&findings);

    ck_assert_uint_eq(findings.len, 0);
}
END_TEST

static Suite *finding_suite(void)
{
    Suite *suite = suite_create("finding");
    tl_add_tests(suite, "sort", findings_stand_in_the_order_of_the_source,
                 in_one_place_the_name_then_the_end_then_the_message_decide,
                 what_is_the_same_twice_is_there_once, no_findings_stay_none);
    return suite;
}
TL_TEST_MAIN(finding_suite)
