/* SPDX-License-Identifier: MIT */
#include "text/markdown_link.h"

#include "support/kind_table.h"
#include "text/plain.h"

static const struct {
    const char *text;
    const char *links; /* "shown>target;" */
} rows[] = {
    {"See [our page](https://a.example/x).", "our page>https://a.example/x;"},
    {"[a](b) and [c]( <d> \"title\" )", "a>b;c>d;"},
    {"[a]() [b](#)", "a>;b>#;"},
    {"> [a](b)\n\n- [c](d)", "a>b;c>d;"},
    {"[a [b](c)", "b>c;"},
    /* none */
    {"![a](b)", ""},
    {"f[i](x)", ""},
    {"[1](x)", ""},
    {"[a] (b)", ""},
    {"[a](b c)", ""},
    {"[a](b", ""},
    {"[a]", ""},
    {"](", ""},
    {"```\n[a](b)\n```", ""},
};

static struct tl_str links_of(struct tl_str bytes, struct tl_reading *reading)
{
    struct tl_source *source = tl_source_of(tl_test_arena, TL_STR("test"), bytes);
    struct tl_text text = tl_text_of(tl_test_arena, source);
    struct tl_buf out = tl_buf_in(tl_test_arena);
    *reading = tl_plain_read(tl_test_arena, &text, false, false);
    for (size_t i = 0; i < reading->links.len; i++) {
        struct tl_link link = reading->links.items[i];
        struct tl_str shown = tl_str_slice(reading->text.bytes, link.span.begin, link.span.end);
        tl_buf_add_format(&out, "%.*s>%.*s;", TL_STR_ARG(shown), TL_STR_ARG(link.target));
    }
    return tl_buf_str(&out);
}

START_TEST(a_text_has_these_links)
{
    struct tl_reading reading;

    tl_assert_same(links_of(tl_str_of(rows[_i].text), &reading), tl_str_of(rows[_i].links));
}
END_TEST

START_TEST(the_tag_is_the_address_with_its_brackets)
{
    struct tl_reading reading;

    (void)links_of(TL_STR("See [it](x)."), &reading);

    tl_assert_span(reading.links.items[0].tag, 8, 11);
}
END_TEST

static Suite *markdown_link_suite(void)
{
    Suite *suite = suite_create("markdown_link");
    TCase *add = tl_case(suite, "add");
    tcase_add_loop_test(add, a_text_has_these_links, 0, N_OF(rows));
    tl_add_tests(suite, "tag", the_tag_is_the_address_with_its_brackets);
    return suite;
}
TL_TEST_MAIN(markdown_link_suite)
