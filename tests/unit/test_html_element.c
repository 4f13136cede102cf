/* SPDX-License-Identifier: MIT */
#include "text/html_element.h"

#include "support/tl_check.h"

START_TEST(elements_have_their_flags)
{
    ck_assert_uint_eq(tl_html_element_flags(TL_STR("p")), TL_HTML_BLOCK | TL_HTML_KNOWN);
    ck_assert_uint_eq(tl_html_element_flags(TL_STR("b")), TL_HTML_BOLD | TL_HTML_KNOWN);
    ck_assert_uint_eq(tl_html_element_flags(TL_STR("br")), TL_HTML_BREAK | TL_HTML_KNOWN);
}
END_TEST

/* The table is searched by halves: a name out of order would not be found. */
static const char *const names[] = {
    "a",        "address", "article", "blockquote", "body",    "center",    "dd",      "div",
    "dl",       "dt",      "footer",  "form",       "h1",      "h6",        "head",    "header",
    "hr",       "html",    "img",     "li",         "mj-body", "mj-button", "mj-text", "mjml",
    "noscript", "ol",      "pre",     "script",     "section", "span",      "style",   "svg",
    "table",    "tbody",   "td",      "template",   "tfoot",   "th",        "thead",   "title",
    "tr",       "u",       "ul",      "xml",
};

START_TEST(every_element_is_found)
{
    ck_assert_msg(tl_html_element_flags(tl_str_of(names[_i])) != 0, "%s", names[_i]);
}
END_TEST

START_TEST(what_is_no_element_has_no_flags)
{
    ck_assert_uint_eq(tl_html_element_flags(TL_STR("")), 0);
    ck_assert_uint_eq(tl_html_element_flags(TL_STR("o:p")), 0);
    ck_assert_uint_eq(tl_html_element_flags(TL_STR("P")), 0);
    ck_assert_uint_eq(tl_html_element_flags(TL_STR("zzz")), 0);
}
END_TEST

static Suite *html_element_suite(void)
{
    Suite *suite = suite_create("html_element");
    tl_add_tests(suite, "flags", elements_have_their_flags, what_is_no_element_has_no_flags);
    TCase *table = tl_case(suite, "table");
    tcase_add_loop_test(table, every_element_is_found, 0, sizeof names / sizeof *names);
    return suite;
}

TL_TEST_MAIN(html_element_suite)
