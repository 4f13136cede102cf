/* SPDX-License-Identifier: MIT */
#include "text/template_dialect.h"

#include "support/tl_check.h"

static bool has(unsigned dialects, enum tl_dialect dialect)
{
    return (dialects & (1U << dialect)) != 0;
}

START_TEST(dialects_have_names_and_other_names)
{
    unsigned dialects = 0;

    ck_assert(tl_dialect_add(TL_STR("mustache"), &dialects));
    ck_assert_uint_eq(dialects, 1U << TL_DIALECT_HANDLEBARS);
    ck_assert(tl_dialect_add(TL_STR("erb"), &dialects));
    ck_assert_uint_eq(dialects, 1U << TL_DIALECT_HANDLEBARS | 1U << TL_DIALECT_ERB);
    ck_assert(!tl_dialect_add(TL_STR("ERB"), &dialects));
    ck_assert(!tl_dialect_add(TL_STR(""), &dialects));
    tl_assert_str(tl_dialect_names(tl_test_arena).items[0], "jinja");
}
END_TEST

START_TEST(templates_are_known_by_their_ending)
{
    ck_assert(tl_dialect_is_template(TL_STR("a.html.j2")));
    ck_assert(tl_dialect_is_template(TL_STR("a.LIQUID")));
    ck_assert(tl_dialect_is_template(TL_STR("a.mjml")));
    ck_assert(!tl_dialect_is_template(TL_STR("a.html")));
    ck_assert(!tl_dialect_is_template(TL_STR("j2")));
    ck_assert(!tl_dialect_is_template(TL_STR("")));
    tl_assert_str(tl_dialect_inner_path(TL_STR("b/a.html.j2")), "b/a.html");
    tl_assert_str(tl_dialect_inner_path(TL_STR("b/a.html")), "b/a.html");
}
END_TEST

START_TEST(an_ending_leaves_out_what_else_a_brace_could_mean)
{
    unsigned dialects = tl_dialects_of(TL_STR("a.hbs"), TL_STR("{{if a}} {$b}"));

    ck_assert(has(dialects, TL_DIALECT_HANDLEBARS));
    ck_assert(has(dialects, TL_DIALECT_MAILCHIMP));
    ck_assert(!has(dialects, TL_DIALECT_JINJA));
    ck_assert(!has(dialects, TL_DIALECT_GO));
    ck_assert(!has(dialects, TL_DIALECT_SMARTY));
    ck_assert(!has(dialects, TL_DIALECT_BRACES));
    ck_assert(has(tl_dialects_of(TL_STR("a.erb"), TL_STR("")), TL_DIALECT_JINJA));
}
END_TEST

START_TEST(signs_in_the_text_tell_the_others)
{
    ck_assert(!has(tl_dialects_of(TL_STR("a.txt"), TL_STR("{{ end }} {if}")), TL_DIALECT_GO));
    ck_assert(!has(tl_dialects_of(TL_STR("a.txt"), TL_STR("{{ end }} {if}")), TL_DIALECT_SMARTY));
    ck_assert(has(tl_dialects_of(TL_STR("a.txt"), TL_STR("{{ if a }}")), TL_DIALECT_GO));
    ck_assert(has(tl_dialects_of(TL_STR("a.txt"), TL_STR("a {$b}")), TL_DIALECT_SMARTY));
    ck_assert(has(tl_dialects_of(TL_STR("a.txt"), TL_STR("")), TL_DIALECT_JINJA));
    ck_assert(!has(tl_dialects_of(TL_STR("a.txt"), TL_STR("")), TL_DIALECT_LIQUID));
}
END_TEST

static Suite *template_dialect_suite(void)
{
    Suite *suite = suite_create("template_dialect");
    tl_add_tests(suite, "names", dialects_have_names_and_other_names);
    tl_add_tests(suite, "paths", templates_are_known_by_their_ending,
                 an_ending_leaves_out_what_else_a_brace_could_mean,
                 signs_in_the_text_tell_the_others);
    return suite;
}
TL_TEST_MAIN(template_dialect_suite)
