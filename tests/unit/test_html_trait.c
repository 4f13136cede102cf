/* SPDX-License-Identifier: MIT */
#include "text/html_trait.h"

#include "support/tl_check.h"

static struct tl_html_traits traits_of(const char *name, const char *value)
{
    const unsigned char *attributes[3] = {
        (const unsigned char *)name,
        (const unsigned char *)value,
        NULL,
    };
    return tl_html_traits_of(attributes);
}

static const struct {
    const char *style;
    bool hides;
} styles[] = {
    {"display:none", true},
    {"DISPLAY : NONE !important", true},
    {"color: red; display: none; ", true},
    {";;display:none", true},
    {"display:inline", false},
    {"display", false},
    {"max-height: 0", true},
    {"max-height:0px;", true},
    {"max-height:0.0em", true},
    {"max-height:.5em", false},
    {"max-height:0.8ex", false},
    {"max-height:00.10px", false},
    {"max-height:none", false},
    {"max-height:", false},
    {"opacity: 0", true},
    {"opacity: 1", false},
    {"mso-hide: all", true},
    {"x-display: none", false},
    {"text-indent: -9999px", true},
    {"text-indent: -20px", false},
    {"position:absolute; left:-9999px", true},
    {"left:-9999px", false},
    {"", false},
};

START_TEST(styles_hide_for_good)
{
    ck_assert_msg(tl_html_traits_of_style(tl_str_of(styles[_i].style)).hidden == styles[_i].hides,
                  "%s", styles[_i].style);
    ck_assert(traits_of("style", styles[_i].style).hidden == styles[_i].hides);
}
END_TEST

START_TEST(what_can_be_undone_inside_is_a_switch)
{
    ck_assert_int_eq(traits_of("style", "font-size: 0").zero_sized, TL_HTML_ON);
    ck_assert_int_eq(traits_of("style", "font-size: 12px").zero_sized, TL_HTML_OFF);
    ck_assert_int_eq(traits_of("style", "color: red").zero_sized, TL_HTML_UNSAID);
    ck_assert_int_eq(traits_of("style", "visibility: hidden").not_visible, TL_HTML_ON);
    ck_assert_int_eq(traits_of("style", "visibility: visible").not_visible, TL_HTML_OFF);
    ck_assert_int_eq(traits_of("style", "white-space: pre-wrap").keeps_lines, TL_HTML_ON);
    ck_assert_int_eq(traits_of("style", "white-space: normal").keeps_lines, TL_HTML_OFF);
    ck_assert_int_eq(traits_of("style", "display: block").block, TL_HTML_ON);
    ck_assert_int_eq(traits_of("style", "display: inline").block, TL_HTML_OFF);
    ck_assert_int_eq(traits_of("style", "display: inline-block").block, TL_HTML_UNSAID);
}
END_TEST

START_TEST(mail_programs_mark_quotes)
{
    ck_assert_int_eq(traits_of("class", "x gmail_quote").quote, TL_HTML_QUOTE_BOX);
    ck_assert_int_eq(traits_of("class", "gmail_attr").quote, TL_HTML_QUOTE_ATTRIBUTION);
    ck_assert_int_eq(traits_of("class", "moz-cite-prefix").quote, TL_HTML_QUOTE_ATTRIBUTION);
    ck_assert_int_eq(traits_of("class", "gmail_quoted").quote, TL_HTML_QUOTE_NONE);
    ck_assert_int_eq(traits_of("id", "divRplyFwdMsg").quote, TL_HTML_QUOTE_REST);
    ck_assert_int_eq(traits_of("id", "OLK_SRC_BODY_SECTION").quote, TL_HTML_QUOTE_BOX);
    ck_assert_int_eq(traits_of("type", "cite").quote, TL_HTML_QUOTE_CITE);
}
END_TEST

START_TEST(templates_name_their_footers)
{
    ck_assert(traits_of("class", "x email-footer").footer);
    ck_assert(traits_of("class", "FOOTER").footer);
    ck_assert(traits_of("id", "templateFooter").footer);
    ck_assert(!traits_of("class", "purchase_footer").footer);
    ck_assert(!traits_of("class", "no footers").footer);
}
END_TEST

START_TEST(other_attributes_are_read)
{
    ck_assert(traits_of("hidden", NULL).hidden);
    ck_assert(traits_of("type", "hidden").hidden);
    ck_assert(traits_of("role", "presentation").presentation);
    ck_assert(traits_of("style", "border:none;padding:0").borderless);
    tl_assert_str(traits_of("href", " https://example.com/ ").href, "https://example.com/");
    tl_assert_str(traits_of("id", " x ").id, "x");
    tl_assert_str(traits_of("lang", "sv").lang, "sv");
    tl_assert_str(traits_of("class", "a b").classes, "a b");
}
END_TEST

START_TEST(colours_are_read_from_styles_and_attributes)
{
    ck_assert_uint_eq(traits_of("style", "color: #fff !important").paint.ink.rgb, 0xFFFFFF);
    ck_assert_uint_eq(traits_of("color", "red").paint.ink.rgb, 0xFF0000);
    ck_assert_uint_eq(traits_of("bgcolor", "336699").paint.back.rgb, 0x336699);
    ck_assert_int_eq(traits_of("width", "0").paint.ink.kind, TL_HTML_COLOUR_UNSAID);
}
END_TEST

START_TEST(no_attributes_are_no_traits)
{
    struct tl_html_traits traits = tl_html_traits_of(NULL);

    ck_assert(!traits.hidden);
    ck_assert_uint_eq(traits.href.len + traits.lang.len + traits.classes.len, 0);
}
END_TEST

static Suite *html_trait_suite(void)
{
    Suite *suite = suite_create("html_trait");
    TCase *table = tl_case(suite, "style");
    tcase_add_loop_test(table, styles_hide_for_good, 0, sizeof styles / sizeof *styles);
    tl_add_tests(suite, "traits", what_can_be_undone_inside_is_a_switch, mail_programs_mark_quotes,
                 templates_name_their_footers, other_attributes_are_read,
                 colours_are_read_from_styles_and_attributes, no_attributes_are_no_traits);
    return suite;
}

TL_TEST_MAIN(html_trait_suite)
