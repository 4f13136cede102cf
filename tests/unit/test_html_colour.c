/* SPDX-License-Identifier: MIT */
#include "text/html_colour.h"

#include "support/tl_check.h"

enum {
    UNSAID = TL_HTML_COLOUR_UNSAID,
    CLEAR = TL_HTML_COLOUR_CLEAR,
    KNOWN = TL_HTML_COLOUR_KNOWN,
    UNKNOWN = TL_HTML_COLOUR_UNKNOWN,
};

struct row {
    const char *value;
    int kind;
    uint32_t rgb;
};

static const struct row styles[] = {
    {"white", KNOWN, 0xFFFFFF},
    {"WHITE", KNOWN, 0xFFFFFF},
    {"#fff", KNOWN, 0xFFFFFF},
    {"#369", KNOWN, 0x336699},
    {"#0aBc9F", KNOWN, 0x0ABC9F},
    {"rgb(255, 0,16)", KNOWN, 0xFF0010},
    {"RGB( 1 2 3 )", KNOWN, 0x010203},
    {"rgba(1,2,3,1)", KNOWN, 0x010203},
    {"rgba(1,2,3,0)", CLEAR, 0},
    {"transparent", CLEAR, 0},
    {"rgba(1,2,3,0.5)", UNKNOWN, 0},
    {"rgb(256,0,0)", UNKNOWN, 0},
    {"rgb(99999999999,0,0)", UNKNOWN, 0},
    {"rgb(1,2)", UNKNOWN, 0},
    {"rgb(10%,0,0)", UNKNOWN, 0},
    {"rgb()", UNKNOWN, 0},
    {"hsl(0,0,0)", UNKNOWN, 0},
    {"#ffff", UNKNOWN, 0},
    {"#ffffff00", UNKNOWN, 0},
    {"#ggg", UNKNOWN, 0},
    {"#", UNKNOWN, 0},
    {"ffffff", UNKNOWN, 0},
    {"inherit", UNKNOWN, 0},
    {"{{ colour }}", UNKNOWN, 0},
    {"", UNKNOWN, 0},
};

START_TEST(styles_name_colours)
{
    const struct row *row = &styles[_i];

    struct tl_html_colour colour = tl_html_colour_of_style(tl_str_of(row->value));

    ck_assert_msg((int)colour.kind == row->kind && colour.rgb == row->rgb, "%s", row->value);
}
END_TEST

static const struct row attributes[] = {
    {"#ffffff", KNOWN, 0xFFFFFF}, {" FFFFFF ", KNOWN, 0xFFFFFF}, {"white", KNOWN, 0xFFFFFF},
    {"fff", UNKNOWN, 0},          {"yellow", KNOWN, 0xFFFF00},   {"", UNSAID, 0},
};

START_TEST(attributes_need_no_hash)
{
    const struct row *row = &attributes[_i];

    struct tl_html_colour colour = tl_html_colour_of_attribute(tl_str_of(row->value));

    ck_assert_msg((int)colour.kind == row->kind && colour.rgb == row->rgb, "%s", row->value);
}
END_TEST

static const struct row backgrounds[] = {
    {"#fff", KNOWN, 0xFFFFFF},
    {"none", CLEAR, 0},
    {"transparent", CLEAR, 0},
    {"", CLEAR, 0},
    {"#fff none  repeat scroll 0% 0", KNOWN, 0xFFFFFF},
    {"no-repeat rgb(1, 2, 3) top", KNOWN, 0x010203},
    {"#fff url(x y.png)", UNKNOWN, 0},
    {"url(x.png) #fff", UNKNOWN, 0},
    {"linear-gradient(#fff, #fff)", UNKNOWN, 0},
    {"rgb(1, 2", UNKNOWN, 0},
};

START_TEST(a_background_with_an_image_is_unknown)
{
    const struct row *row = &backgrounds[_i];

    struct tl_html_colour colour = tl_html_colour_of_background(tl_str_of(row->value));

    ck_assert_msg((int)colour.kind == row->kind && colour.rgb == row->rgb, "%s", row->value);
}
END_TEST

static Suite *html_colour_suite(void)
{
    Suite *suite = suite_create("html_colour");
    TCase *table = tl_case(suite, "colours");
    tcase_add_loop_test(table, styles_name_colours, 0, sizeof styles / sizeof *styles);
    tcase_add_loop_test(table, attributes_need_no_hash, 0, sizeof attributes / sizeof *attributes);
    tcase_add_loop_test(table, a_background_with_an_image_is_unknown, 0,
                        sizeof backgrounds / sizeof *backgrounds);
    return suite;
}

TL_TEST_MAIN(html_colour_suite)
