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

static const struct {
    const char *style;
    const char *element;
    const char *classes;
    const char *id;
    bool ink, back;
} paints[] = {
    {"td { color: red }", "td", "", "", true, false},
    {"td { background: red }", "td", "", "", false, true},
    {"td { background: red }", "div", "td", "td", false, false},
    {".a { background: red }", "td", "x a", "", false, true},
    {"td.a, .b { background: red }", "td", "", "", false, false},
    {"#a { background-image: url(x;y) }", "td", "", "a", false, true},
    {"p > a.b:hover { color: red }", "a", "b", "", true, false},
    {"p > a.b:hover { color: red }", "p", "", "", false, false},
    {"* { color: red }", "td", "", "", true, false},
    {":root { background: red }", "td", "", "", false, true},
    {"@media x { @media y { td { color: red } } } p { color: red }", "td", "", "", true, false},
    {"@media x { @media y { td { color: red } } } p { color: red }", "p", "", "", true, false},
    {"@font-face { src: url(x) } TD { color: red }", "td", "", "", true, false},
    {"} td { color: red }", "td", "", "", true, false},
    {"td { width: 0 }", "td", "", "", false, false},
    {"{ color: red }", "td", "", "", false, false},
};

START_TEST(what_a_rule_paints_is_unknown)
{
    struct tl_html_sheet sheet = {0};
    struct tl_html_traits traits = {.classes = tl_str_of(paints[_i].classes),
                                    .id = tl_str_of(paints[_i].id)};
    tl_html_sheet_read(tl_test_arena, &sheet, tl_str_of(paints[_i].style));

    struct tl_html_paint paint =
        tl_html_sheet_paint(&sheet, tl_str_of(paints[_i].element), &traits);

    ck_assert_msg((paint.ink.kind == TL_HTML_COLOUR_UNKNOWN) == paints[_i].ink, "%s",
                  paints[_i].style);
    ck_assert_msg((paint.back.kind == TL_HTML_COLOUR_UNKNOWN) == paints[_i].back, "%s",
                  paints[_i].style);
}
END_TEST

START_TEST(more_painted_names_than_are_kept_are_all)
{
    struct tl_buf style = tl_buf_in(tl_test_arena);
    for (unsigned i = 0; i < 100000; i++) {
        tl_buf_add_format(&style, ".a%u{color:red}", i);
    }
    struct tl_html_sheet sheet = {0};

    tl_html_sheet_read(tl_test_arena, &sheet, tl_buf_str(&style));

    ck_assert_uint_eq(sheet.inks.names.len, 64);
    ck_assert(sheet.inks.anything);
    ck_assert(!sheet.backs.anything);
}
END_TEST

static Suite *html_sheet_suite(void)
{
    Suite *suite = suite_create("html_sheet");
    TCase *table = tl_case(suite, "hides");
    tcase_add_loop_test(table, a_class_hides_where_a_rule_of_its_own_says_so, 0,
                        sizeof rows / sizeof *rows);
    tcase_add_loop_test(table, what_a_rule_paints_is_unknown, 0, sizeof paints / sizeof *paints);
    tl_add_tests(suite, "limits", no_more_classes_are_kept_than_the_header_says,
                 more_painted_names_than_are_kept_are_all);
    return suite;
}

TL_TEST_MAIN(html_sheet_suite)
