/* SPDX-License-Identifier: MIT */
#include "text/list_mark.h"

#include "support/tl_check.h"

static const struct {
    const char *line;
    enum tl_list_mark_kind kind;
    size_t bytes;
} rows[] = {
    {"- a", TL_LIST_MARK_DASH, 2},
    {"\u2013  a", TL_LIST_MARK_DASH, 5},
    {"-a", TL_LIST_MARK_NONE, 0},
    {"-", TL_LIST_MARK_NONE, 0},
    {"- ", TL_LIST_MARK_NONE, 0},
    {"* a", TL_LIST_MARK_STAR, 2},
    {"+ 44 20", TL_LIST_MARK_NONE, 0},
    {"\u2022a", TL_LIST_MARK_BULLET, 3},
    {"\u00b7\ta", TL_LIST_MARK_BULLET, 3},
    {"\u00b7a", TL_LIST_MARK_NONE, 0},
    {"\u27a2 a", TL_LIST_MARK_BULLET, 4},
    {"\u2705 a", TL_LIST_MARK_EMOJI, 4},
    {"1\ufe0f\u20e3 a", TL_LIST_MARK_NUMBER, 8},
    {"1. a", TL_LIST_MARK_NUMBER, 3},
    {"(12) a", TL_LIST_MARK_NUMBER, 5},
    {"1.2 a", TL_LIST_MARK_NUMBER, 4},
    {"1.2.3.4.5 a", TL_LIST_MARK_NONE, 0},
    {"2026. We", TL_LIST_MARK_NONE, 0},
    {"12 a", TL_LIST_MARK_NONE, 0},
    {"a) b", TL_LIST_MARK_LETTER, 3},
    {"iv. b", TL_LIST_MARK_LETTER, 4},
    {"iiii. b", TL_LIST_MARK_NONE, 0},
    {"ab) b", TL_LIST_MARK_NONE, 0},
    {"A. Berg", TL_LIST_MARK_NONE, 0},
    {"A. Sign it", TL_LIST_MARK_LETTER, 3},
    {"", TL_LIST_MARK_NONE, 0},
};

START_TEST(a_mark_is_read_with_the_blanks_after_it)
{
    struct tl_list_mark mark = tl_list_mark_read(tl_str_of(rows[_i].line));

    ck_assert_msg(mark.kind == rows[_i].kind && mark.bytes == rows[_i].bytes,
                  "%s: kind %d, %zu bytes", rows[_i].line, (int)mark.kind, mark.bytes);
}
END_TEST

static const struct {
    const char *a, *b;
    bool follows;
} pairs[] = {
    {"- a", "- b", true},
    {"- a", "\u2013 b", true},
    {"- a", "* b", false},
    {"1. a", "2. b", true},
    {"1. a", "1. b", true},
    {"1. a", "3. b", false},
    {"1) a", "(2) b", true},
    {"1) a", "2. b", false},
    {"1.1 a", "1.2 b", true},
    {"1.1 a", "2.2 b", false},
    {"a) a", "b) b", true},
    {"h) a", "i) b", true},
    {"i) a", "ii) b", true},
    {"iii) a", "iv) b", true},
    {"a) a", "B) b", false},
    {"\u2705 a", "\U0001F449 b", true},
    {"\u2022 a", "\u25e6 b", false},
};

START_TEST(an_item_follows_another_of_its_style)
{
    struct tl_list_mark a = tl_list_mark_read(tl_str_of(pairs[_i].a));
    struct tl_list_mark b = tl_list_mark_read(tl_str_of(pairs[_i].b));

    ck_assert_msg(tl_list_mark_follows(&a, &b) == pairs[_i].follows, "%s, %s", pairs[_i].a,
                  pairs[_i].b);
}
END_TEST

START_TEST(a_number_of_more_parts_is_below)
{
    struct tl_list_mark two = tl_list_mark_read(TL_STR("2. a"));
    struct tl_list_mark below = tl_list_mark_read(TL_STR("2.1 b"));
    struct tl_list_mark other = tl_list_mark_read(TL_STR("1.1 b"));

    ck_assert(tl_list_mark_is_below(&two, &below));
    ck_assert(!tl_list_mark_is_below(&two, &other));
    ck_assert(tl_list_mark_is_first(&below));
    ck_assert(!tl_list_mark_is_first(&two));
}
END_TEST

static Suite *list_mark_suite(void)
{
    Suite *suite = suite_create("list_mark");
    TCase *reading = tl_case(suite, "reading");
    tcase_add_loop_test(reading, a_mark_is_read_with_the_blanks_after_it, 0,
                        sizeof rows / sizeof *rows);
    TCase *order = tl_case(suite, "order");
    tcase_add_loop_test(order, an_item_follows_another_of_its_style, 0,
                        sizeof pairs / sizeof *pairs);
    tcase_add_test(order, a_number_of_more_parts_is_below);
    return suite;
}

TL_TEST_MAIN(list_mark_suite)
