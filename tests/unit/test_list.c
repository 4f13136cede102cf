/* What list.c makes of plain texts: the level of each line, 0 for what is no item. */
/* SPDX-License-Identifier: MIT */
#include "text/list.h"

#include "support/tl_check.h"
#include "text/plain.h"

static struct tl_str levels_of(const char *in)
{
    struct tl_source *source = tl_source_of(tl_test_arena, TL_STR("test"), tl_str_of(in));
    struct tl_text text = tl_text_of(tl_test_arena, source);
    struct tl_reading reading = tl_plain_read(tl_test_arena, &text, false, false);
    struct tl_buf out = tl_buf_in(tl_test_arena);
    for (size_t i = 0; i < reading.lines.len; i++) {
        const struct tl_line *line = &reading.lines.items[i];
        ck_assert((line->kind == TL_LINE_ITEM) == (line->level > 0));
        tl_buf_add_format(&out, "%u", line->level);
    }
    return tl_buf_str(&out);
}

static const struct {
    const char *name;
    const char *in;
    const char *levels;
} rows[] = {
    {"by indentation", "- a\n  - b\n    - c\n  - d\n- e\n", "12321"},
    {"by tabs", "- a\n\t- b\n- c\n", "121"},
    {"numbers of two lengths", " 9. a\n10. b\n", "11"},
    {"letters below numbers", "1. a\na) b\nb) c\n2. d\n", "1221"},
    {"dashes below numbers", "1. a\n- b\n- c\n2. d\n", "1221"},
    {"hollow bullets", "\u2022 a\n\u25e6 b\n\u2022 c\n", "121"},
    {"mixed bullets", "- a\n* b\n\u2022 c\n", "111"},
    {"numbers of parts", "1. a\n1.1 b\n1.2 c\n2. d\n", "1221"},
    {"two lists", "1. a\n2. b\n\n- c\n- d\n", "1111"},
    {"a list goes on after a paragraph", "1. a\n\nWords.\n\n2. b\n", "101"},
    {"blank lines between", "- a\n\n- b\n\n- c\n", "111"},
    {"a second paragraph", "- a\n\n  b\n- c\n\nd\n", "1110"},
    {"a second paragraph of the outer item", "- a\n   - b\n\n  c\n- d\n", "1211"},
    {"a lone dash", "a\n\n- b\n", "00"},
    {"a lone dash after a colon", "a:\n- b\n", "01"},
    {"a lone number", "1. May is a holiday\n", "0"},
    {"a lone number with a bracket", "1) a\n", "1"},
    {"a footnote", "a\n\n* b\n", "01"},
    {"a wrapped date in a list", "1. a\n21. May\n2. b\n", "101"},
    {"a pause in a list",
     "- we put the tandem aside for you until the end of the week\n  \u2013 or b\n- c\n", "111"},
    {"emoji", "\u2705 a\n\U0001F449 b\n\n\U0001F389 c\n", "110"},
    {"a list in a quote", "> - a\n> - b\n- c\n", "110"},
    {"too many levels",
     "- a\n  - b\n    - c\n      - d\n        - e\n          - f\n            - g\n", "1234567"},
};

START_TEST(items_have_their_level)
{
    ck_assert_msg(tl_is_str(levels_of(rows[_i].in), tl_str_of(rows[_i].levels)), "%s: %s",
                  rows[_i].name, tl_test_said());
}
END_TEST

START_TEST(the_deepest_level_has_an_end)
{
    struct tl_buf in = tl_buf_in(tl_test_arena);
    for (size_t i = 0; i < 40; i++) {
        tl_buf_add_format(&in, "%*s- a\n", (int)(2 * i), "");
    }
    struct tl_str levels = levels_of(tl_arena_copy(tl_test_arena, tl_buf_str(&in)).data);

    tl_assert_str(tl_str_slice(levels, levels.len - 4, levels.len), "1616");
}
END_TEST

static Suite *list_suite(void)
{
    Suite *suite = suite_create("list");
    TCase *levels = tl_case(suite, "levels");
    tcase_add_loop_test(levels, items_have_their_level, 0, sizeof rows / sizeof *rows);
    tcase_add_test(levels, the_deepest_level_has_an_end);
    return suite;
}

TL_TEST_MAIN(list_suite)
