/* SPDX-License-Identifier: MIT */
#include "text/html_entity.h"

#include "support/tl_check.h"

static const struct {
    const char *after_amp;
    size_t bytes;
    const char *text;
} rows[] = {
    {"eacute;s", 7, "\u00E9"},
    {"eacute s", 6, "\u00E9"},
    {"eacutes", 6, "\u00E9"},
    {"amp b", 3, "&"},
    {"ampb", 3, "&"},
    {"AMP;", 4, "&"},
    {"nbsp", 4, "\u00A0"},
    {"notin", 3, "\u00AC"},
    {"lt", 2, "<"},
    {"AElig", 5, "\u00C6"},
    {"edot;", 5, "\u0117"},
    {"aogon;", 6, "\u0105"},
    {"ccaron;", 7, "\u010D"},
    {"umacr;", 6, "\u016B"},
    {"edot", 0, ""},
    {"scaron ", 0, ""},
    {"Eacut;", 0, ""},
    {"foo;", 0, ""},
    {"; ", 0, ""},
    {"#65", 0, ""},
    {"", 0, ""},
    {"aVeryLongNameThatIsNoEntityAtAll;", 0, ""},
};

START_TEST(a_name_is_read_as_browsers_read_it)
{
    struct tl_html_entity entity = tl_html_entity_read(tl_str_of(rows[_i].after_amp));

    ck_assert_msg(entity.bytes == rows[_i].bytes, "%s: %zu", rows[_i].after_amp, entity.bytes);
    tl_assert_same(entity.text, tl_str_of(rows[_i].text));
}
END_TEST

static const char *const names[] = {
#define BARE(name, text) name,
#define NAMED(name, text) name,
#include "text/html_entity.def"
#undef NAMED
#undef BARE
};

START_TEST(every_name_of_the_table_is_found)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct tl_buf buf = tl_buf_in(tl_test_arena);
        tl_buf_add_format(&buf, "%s;", names[i]);

        struct tl_html_entity entity = tl_html_entity_read(tl_buf_str(&buf));

        ck_assert_msg(entity.bytes == buf.len, "%s is not where it is looked for", names[i]);
    }
}
END_TEST

static Suite *html_entity_suite(void)
{
    Suite *suite = suite_create("html_entity");
    tcase_add_loop_test(tl_case(suite, "names"), a_name_is_read_as_browsers_read_it, 0,
                        sizeof rows / sizeof *rows);
    tl_add_tests(suite, "table", every_name_of_the_table_is_found);
    return suite;
}
TL_TEST_MAIN(html_entity_suite)
