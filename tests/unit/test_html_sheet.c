/* SPDX-License-Identifier: MIT */
#include "text/html_sheet.h"

#include "support/tl_check.h"

static const struct {
    const char *style;
    const char *classes;
    bool hides;
} rows[] = {
    {".a { display: none }", "a", true},
    {".a{display:none}", "x  a\ty", true},
    {".a { display: none }", "ab", false},
    {".a, span.b , #c { max-height: 0; color: red }", "b", true},
    {"p { color: red } .a { opacity: 0 }", "a", true},
    {"/* .a { */ .b { mso-hide: all } /* } */", "b", true},
    {"<!-- .a { display: none } -->", "a", true},
    {"@import url(x); .a { display: none }", "a", true},
    {"@media print { .a { display: none } } .b { display: none }", "a", false},
    {"@media print { .a { display: none } } .b { display: none }", "b", true},
    {".a .b { display: none }", "b", false},
    {".a.b { display: none }", "b", false},
    {".a:hover { display: none }", "a", false},
    {".a { display: block }", "a", false},
    {".a { display: none", "a", true},
    {".a { /*", "a", false},
    {"} .a { display: none }", "a", false},
    {"", "a", false},
};

START_TEST(a_class_hides_where_a_rule_of_its_own_says_so)
{
    struct tl_html_sheet sheet = {0};

    tl_html_sheet_read(tl_test_arena, &sheet, tl_str_of(rows[_i].style));

    ck_assert_msg(tl_html_sheet_hides(&sheet, tl_str_of(rows[_i].classes)) == rows[_i].hides, "%s",
                  rows[_i].style);
}
END_TEST

START_TEST(no_more_classes_are_kept_than_the_header_says)
{
    struct tl_buf style = tl_buf_in(tl_test_arena);
    for (unsigned i = 0; i < 100000; i++) {
        tl_buf_add_format(&style, ".a%u{display:none}", i);
    }
    struct tl_html_sheet sheet = {0};

    tl_html_sheet_read(tl_test_arena, &sheet, tl_buf_str(&style));

    ck_assert_uint_eq(sheet.hidden.len, 64);
}
END_TEST

static Suite *html_sheet_suite(void)
{
    Suite *suite = suite_create("html_sheet");
    TCase *table = tl_case(suite, "hides");
    tcase_add_loop_test(table, a_class_hides_where_a_rule_of_its_own_says_so, 0,
                        sizeof rows / sizeof *rows);
    tl_add_tests(suite, "limits", no_more_classes_are_kept_than_the_header_says);
    return suite;
}

TL_TEST_MAIN(html_sheet_suite)
