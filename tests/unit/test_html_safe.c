/* SPDX-License-Identifier: MIT */
#include "text/html_safe.h"

#include "support/tl_check.h"

static const struct {
    const char *name;
    const char *in;
    const char *out;
} rows[] = {
    {"usual HTML", "<!DOCTYPE html><p class='a b' x>1 < 2</p><!-- <![x]> -->",
     "<!DOCTYPE html><p class='a b' x>1 < 2</p><!-- <![x]> -->"},
    {"conditions", "a<![if !mso]>b<![endif]>c", "a            b          c"},
    {"a condition in a comment", "<!--[if mso]>b<![endif]-->c<!x>d",
     "<!--[if mso]>b<![endif]-->c    d"},
    {"control characters", "a\x01\x1f\tb\f\r\n", "a  \tb \r\n"},
    {"a comment that does not end", "<!-- a <!x> b", "<!-- a      b"},
    {"a declaration that does not end", "<!x", "<!x"},
    {"a tag that does not end", "<a b='", "<a b='"},
    {"the end of a script in a script", "<script><a '</script><!x>", "<script><a '</script>    "},
    {"nothing", "", ""},
};

START_TEST(only_what_is_unsafe_is_blanked_out)
{
    struct tl_str safe = tl_html_safe(tl_test_arena, tl_str_of(rows[_i].in));

    ck_assert_msg(tl_is_str(safe, tl_str_of(rows[_i].out)), "%s: %s", rows[_i].name,
                  tl_test_said());
}
END_TEST

START_TEST(an_element_has_two_hundred_attributes)
{
    struct tl_buf in = tl_buf_in(tl_test_arena);
    tl_buf_add(&in, TL_STR("<p"));
    for (unsigned i = 0; i < 300; i++) {
        tl_buf_add_format(&in, " a%03u='>'", i);
    }
    tl_buf_add(&in, TL_STR(" b>x"));
    struct tl_str html = tl_buf_str(&in);

    struct tl_str safe = tl_html_safe(tl_test_arena, html);

    ck_assert_uint_eq(safe.len, html.len);
    ck_assert(tl_str_find(safe, TL_STR("a199='>'"), 0) != TL_NONE);
    ck_assert(tl_str_find(safe, TL_STR("a200"), 0) == TL_NONE);
    tl_assert_str(tl_str_slice(safe, safe.len - 4, safe.len), "  >x");
}
END_TEST

START_TEST(nul_is_a_control_character)
{
    tl_assert_str(tl_html_safe(tl_test_arena, TL_STR("a\0b")), "a b");
}
END_TEST

static Suite *html_safe_suite(void)
{
    Suite *suite = suite_create("html_safe");
    TCase *table = tl_case(suite, "table");
    tcase_add_loop_test(table, only_what_is_unsafe_is_blanked_out, 0, sizeof rows / sizeof *rows);
    tl_add_tests(suite, "safe", an_element_has_two_hundred_attributes, nul_is_a_control_character);
    return suite;
}

TL_TEST_MAIN(html_safe_suite)
