/* SPDX-License-Identifier: MIT */
#include "text/html_paint.h"

#include "support/tl_check.h"

static struct tl_html_paint declared(const char *property, const char *value)
{
    struct tl_html_paint said = {0};
    tl_html_paint_declare(&said, tl_str_of(property), tl_str_of(value));
    return said;
}

START_TEST(white_on_the_page_is_hidden_and_black_is_not)
{
    struct tl_html_paint page = tl_html_paint_of_page();

    ck_assert(!tl_html_paint_hides(page));
    ck_assert(tl_html_paint_hides(tl_html_paint_over(page, declared("color", "#fff"))));
    ck_assert(tl_html_paint_hides(tl_html_paint_over(page, declared("color", "transparent"))));
    ck_assert(!tl_html_paint_hides(tl_html_paint_over(page, declared("color", "black"))));
}
END_TEST

START_TEST(the_nearest_opaque_background_counts)
{
    struct tl_html_paint page = tl_html_paint_of_page();
    struct tl_html_paint blue = tl_html_paint_over(page, declared("background", "#00f"));
    struct tl_html_paint see_through = tl_html_paint_over(blue, declared("background", "none"));

    ck_assert(!tl_html_paint_hides(tl_html_paint_over(see_through, declared("color", "white"))));
    ck_assert(tl_html_paint_hides(tl_html_paint_over(see_through, declared("color", "blue"))));
}
END_TEST

static const struct {
    const char *property;
    const char *value;
    bool spoils;
} spoilers[] = {
    {"background-image", "url(x)", true},
    {"background-image", "none", false},
    {"background-color", "inherit", true},
    {"position", "relative", true},
    {"position", "static", false},
    {"margin", "0 0 -40px", true},
    {"margin", "0 4px", false},
    {"margin-top", "-40px", true},
    {"transform", "rotate(3deg)", true},
    {"box-shadow", "inset 0 0 0 99px #000", true},
    {"box-shadow", "0 1px #000", false},
    {"text-shadow", "0 0 2px #000", true},
    {"-webkit-text-fill-color", "#000", true},
    {"width", "40px", false},
};

START_TEST(what_may_lie_behind_text_is_unknown)
{
    struct tl_html_paint said = declared("color", "white");

    tl_html_paint_declare(&said, tl_str_of(spoilers[_i].property), tl_str_of(spoilers[_i].value));

    struct tl_html_paint paint = tl_html_paint_over(tl_html_paint_of_page(), said);
    ck_assert_msg(tl_html_paint_hides(paint) != spoilers[_i].spoils, "%s: %s",
                  spoilers[_i].property, spoilers[_i].value);
}
END_TEST

START_TEST(contradictions_are_unknown_and_repetitions_are_not)
{
    struct tl_html_paint said = {0};

    tl_html_paint_attribute(&said, TL_STR("bgcolor"), TL_STR("#FFFFFF"));
    tl_html_paint_declare(&said, TL_STR("background-color"), TL_STR("white"));
    ck_assert_int_eq(said.back.kind, TL_HTML_COLOUR_KNOWN);
    tl_html_paint_declare(&said, TL_STR("background"), TL_STR("none"));
    ck_assert_int_eq(said.back.kind, TL_HTML_COLOUR_UNKNOWN);
}
END_TEST

START_TEST(an_image_as_attribute_is_unknown)
{
    struct tl_html_paint said = {0};

    tl_html_paint_attribute(&said, TL_STR("background"), TL_STR("x.png"));
    tl_html_paint_attribute(&said, TL_STR("text"), TL_STR("white"));

    ck_assert_int_eq(said.back.kind, TL_HTML_COLOUR_UNKNOWN);
    ck_assert_int_eq(said.ink.kind, TL_HTML_COLOUR_KNOWN);
}
END_TEST

static Suite *html_paint_suite(void)
{
    Suite *suite = suite_create("html_paint");
    TCase *table = tl_case(suite, "spoilers");
    tcase_add_loop_test(table, what_may_lie_behind_text_is_unknown, 0,
                        sizeof spoilers / sizeof *spoilers);
    tl_add_tests(suite, "paint", white_on_the_page_is_hidden_and_black_is_not,
                 the_nearest_opaque_background_counts,
                 contradictions_are_unknown_and_repetitions_are_not,
                 an_image_as_attribute_is_unknown);
    return suite;
}

TL_TEST_MAIN(html_paint_suite)
