/* SPDX-License-Identifier: MIT */
#include "support/kind_table.h"

#define RULE "extends: notice\nmessage: 'oh: %s'\n"

/* The findings for an input. */
static struct tl_findings run(const char *rule, const char *name, struct tl_str bytes)
{
    return tl_test_run(rule, tl_test_letter_of(name, bytes, NULL));
}

START_TEST(a_good_text_has_no_notice)
{
    struct tl_str good = TL_STR("The box left.\n");

    ck_assert_uint_eq(run(RULE "notice: limit\n", "a.txt", good).len, 0);
    ck_assert_uint_eq(run(RULE "notice: encoding\n", "a.txt", good).len, 0);
    ck_assert_uint_eq(run(RULE "notice: no-text\n", "a.txt", good).len, 0);
}
END_TEST

START_TEST(an_empty_input_has_no_text)
{
    struct tl_findings found = run(RULE "notice: no-text\n", "a.txt", TL_STR(""));

    ck_assert_uint_eq(found.len, 1);
    tl_assert_mentions(found.items[0].message.data, "oh: ");
    ck_assert_uint_gt(found.items[0].message.len, 5);
    tl_assert_span(found.items[0].span, 0, 0);
    tl_assert_str(found.items[0].zone, "");
}
END_TEST

START_TEST(ill_formed_bytes_are_noticed_where_they_stand)
{
    struct tl_findings found =
        run(RULE "notice: encoding\n", "a.eml",
            TL_STR("From: a@example.com\nContent-Type: text/plain; charset=utf-8\n\n"
                   "The b\xFFx left.\n"));

    ck_assert_uint_eq(found.len, 1);
    ck_assert_uint_eq(found.items[0].span.begin, found.items[0].span.end);
}
END_TEST

START_TEST(a_broken_tag_stands_on_its_words_and_in_its_zone)
{
    struct tl_facts facts = tl_test_facts(TL_FACT_KIND, TL_FACT_KIND_TEMPLATE);
    struct tl_str bytes = TL_STR("Hi {{ name,\n\nit left{% endif %}.\n\n> {{ quoted\n");
    const char *rule = RULE "notice: placeholder\nscope: [greeting, body]\n";

    struct tl_findings found = tl_test_run(rule, tl_test_letter_of("a.txt", bytes, &facts));

    ck_assert_uint_eq(found.len, 2);
    tl_assert_str(found.items[0].text, "{{ name");
    tl_assert_str(found.items[0].zone, "greeting");
    tl_assert_span(found.items[0].span, 3, 10);
    tl_assert_str(found.items[1].text, "{% endif %}");
    tl_assert_str(found.items[1].zone, "body");
}
END_TEST

START_TEST(another_kind_of_notice_is_not_meant)
{
    ck_assert_uint_eq(run(RULE "notice: limit\n", "a.txt", TL_STR("")).len, 0);
}
END_TEST

START_TEST(limit_holds_for_notices_too)
{
    struct tl_str parts = TL_STR("From: a@example.com\nContent-Type: text/plain; charset=utf-8\n\n"
                                 "A b\xFF. A b\xFF.\n\nA \xFF.\n");

    ck_assert_uint_le(run(RULE "notice: encoding\nlimit: 1\n", "a.eml", parts).len, 1);
}
END_TEST

static const struct tl_kind_error errors[] = {
    {RULE, "1:1: unknown notice ''\n"},
    {RULE "notice: limits\n", "3:9: unknown notice 'limits'; did you mean 'limit'?\n"},
    {RULE "notice: [limit]\n", "3:9: 'notice' must be a text\n"},
};

START_TEST(notice_does_not_load_this)
{
    tl_assert_error_row(errors[_i]);
}
END_TEST

static Suite *kind_notice_suite(void)
{
    Suite *suite = suite_create("kind_notice");
    tl_add_tests(suite, "run", a_good_text_has_no_notice, an_empty_input_has_no_text,
                 ill_formed_bytes_are_noticed_where_they_stand, another_kind_of_notice_is_not_meant,
                 a_broken_tag_stands_on_its_words_and_in_its_zone, limit_holds_for_notices_too);
    TCase *load = tl_case(suite, "load");
    tcase_add_loop_test(load, notice_does_not_load_this, 0, N_OF(errors));
    return suite;
}
TL_TEST_MAIN(kind_notice_suite)
