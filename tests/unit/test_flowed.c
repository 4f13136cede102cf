/* SPDX-License-Identifier: MIT */
#include "text/flowed.h"

#include "support/tl_check.h"

static const struct {
    const char *name;
    bool delsp;
    bool joined;
    const char *in;
    const char *out;
} rows[] = {
    {"a soft break", false, true, "one \ntwo\nthree", "one two\nthree"},
    {"three lines", false, true, "one \ntwo \nthree\n", "one two three\n"},
    {"no soft break", false, false, "one\n two\n", "one\n two\n"},
    {"DelSp", true, true, "\u4e00 \n\u4e8c\n", "\u4e00\u4e8c\n"},
    {"quoted lines of one depth", false, true, ">> one \n>> two\n", ">> one two\n"},
    {"quoted lines of two depths", false, false, ">> one \n> two\n", ">> one \n> two\n"},
    {"stuffing inside a joined line", false, true, "see \n From\n", "see From\n"},
    {"a signature separator", false, false, "Bye \n-- \nAnn\n", "Bye \n-- \nAnn\n"},
    {"a quoted signature separator", false, false, "> -- \n> Ann\n", "> -- \n> Ann\n"},
    {"a space before a blank line", false, false, "Hi, \n\nwe", "Hi, \n\nwe"},
    {"a soft break at the end", false, false, "one \n", "one \n"},
    {"nothing", false, false, "", ""},
};

START_TEST(every_text_is_joined_as_the_rfc_says)
{
    struct tl_source *source = tl_source_of(tl_test_arena, TL_STR("test"), tl_str_of(rows[_i].in));
    struct tl_text in = tl_text_of(tl_test_arena, source);
    bool joined = !rows[_i].joined;

    struct tl_text out = tl_flowed_text(tl_test_arena, &in, rows[_i].delsp, &joined);

    ck_assert_msg(tl_is_str(out.bytes, tl_str_of(rows[_i].out)), "%s: %s", rows[_i].name,
                  tl_test_said());
    ck_assert_msg(joined == rows[_i].joined, "%s", rows[_i].name);
    tl_map_check(out.map, source->bytes.len);
}
END_TEST

START_TEST(a_phrase_over_a_soft_break_spans_it)
{
    struct tl_source *source = tl_test_source("test", "> thank \n> you all\n");
    struct tl_text in = tl_text_of(tl_test_arena, source);
    bool joined;

    struct tl_text out = tl_flowed_text(tl_test_arena, &in, false, &joined);

    tl_assert_source_is(source, &out, tl_test_find(out.bytes, "thank you"), "thank \n> you");
    tl_assert_source_is(source, &out, tl_test_find(out.bytes, "you"), "you");
}
END_TEST

static Suite *flowed_suite(void)
{
    Suite *suite = suite_create("flowed");
    TCase *table = tl_case(suite, "table");
    tcase_add_loop_test(table, every_text_is_joined_as_the_rfc_says, 0, sizeof rows / sizeof *rows);
    tl_add_tests(suite, "map", a_phrase_over_a_soft_break_spans_it);
    return suite;
}

TL_TEST_MAIN(flowed_suite)
