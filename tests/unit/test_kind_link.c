/* SPDX-License-Identifier: MIT */
#include "support/kind_table.h"

#define RULE "extends: link\nmessage: '%s %s'\n"
#define HOST RULE "link: host\n"
#define EMPTY RULE "link: empty\n"
#define PAGE(link) "<html><p>Hi Ann,</p><p>See " link " now.</p></html>"

static const struct tl_kind_row rows[] = {
    {HOST, PAGE("<a href='https://b.example/x'>www.<b>a</b>.example</a>"), "www.a.example"},
    {HOST, PAGE("<a href='https://b.example/x'>at http://a.example</a>"), "at http://a.example"},
    {HOST, PAGE("<a href='https://b.a.example/x'>www.a.example</a>"), ""},
    {HOST, PAGE("<a href='https://b.example/x'>this page</a>"), ""},
    {HOST, PAGE("<a href='mailto:a@b.example'>www.a.example</a>"), ""},
    {HOST, PAGE("<a href='mailto:a@b.example'>b@a.example</a>"), "b@a.example"},
    {HOST, PAGE("<a href='#'>www.a.example</a>"), ""},
    {HOST "exceptions: [b\\.example]\n", PAGE("<a href='https://b.example'>a.example</a>"), ""},
    {HOST "exceptions: [a\\.example]\n", PAGE("<a href='https://b.example'>a.example</a>"), ""},
    {EMPTY, PAGE("<a href='#'>one</a>, <a href>two</a>, <a href=' '>three</a>"),
     "one | two | three"},
    {EMPTY, PAGE("<a href='https://'>one</a>"), "one"},
    {EMPTY, PAGE("<a href='#a'>one</a>, <a name='b'>two</a>"), ""},
    {EMPTY, PAGE("<a href='#'><img src='x'></a>"), ""}, /* a finding without a text */
    {EMPTY "exceptions: [one]\n", PAGE("<a href='#'>one</a>"), ""},
    /* Markdown */
    {HOST, "Hi Ann,\n\nSee [www.a.example](https://b.example/x) now.\n", "www.a.example"},
    {EMPTY, "Hi Ann,\n\nSee [one](), [two](#) or f[i]() now.\n", "one | two"},
    {EMPTY "scope: signature\n", PAGE("<a href='#'>one</a>"), ""},
};

START_TEST(link_finds_this)
{
    tl_assert_row(rows[_i]);
}
END_TEST

START_TEST(the_message_names_both_hosts)
{
    tl_assert_str(tl_test_messages(HOST, PAGE("<a href='https://B.example/x'>www.a.example</a>")),
                  "a.example B.example");
}
END_TEST

START_TEST(a_picture_without_an_address_is_found_at_its_tag)
{
    const struct tl_letter *letter = tl_test_letter(PAGE("<a href='#'><img src='x'></a>"));

    struct tl_findings findings = tl_test_run(EMPTY, letter);

    ck_assert_uint_eq(findings.len, 1);
    struct tl_span tag = tl_test_find(TL_STR(PAGE("<a href='#'><img src='x'></a>")), "<a href");
    tl_assert_span(findings.items[0].span, tag.begin, tag.begin);
}
END_TEST

static const struct tl_kind_error errors[] = {
    {RULE, "1:1: there is no 'link'\n"},
    {RULE "link: hst\n", "3:7: 'link' must be host or empty\n"},
    {RULE "link: host\nexceptions: ['(']\n",
     "4:16: the pattern does not compile: missing closing parenthesis\n"},
};

START_TEST(link_does_not_load_this)
{
    tl_assert_error_row(errors[_i]);
}
END_TEST

static Suite *kind_link_suite(void)
{
    Suite *suite = suite_create("kind_link");
    TCase *run = tl_case(suite, "run");
    tcase_add_loop_test(run, link_finds_this, 0, N_OF(rows));
    tl_add_tests(suite, "said", the_message_names_both_hosts,
                 a_picture_without_an_address_is_found_at_its_tag);
    TCase *load = tl_case(suite, "load");
    tcase_add_loop_test(load, link_does_not_load_this, 0, N_OF(errors));
    return suite;
}
TL_TEST_MAIN(kind_link_suite)
