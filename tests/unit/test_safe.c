/* SPDX-License-Identifier: MIT */
#include "report/safe.h"

#include "support/report.h"

#define N_OF(table) (int)(sizeof(table) / sizeof *(table))
#define S(literal)                                                                                 \
    {                                                                                              \
        (literal), sizeof(literal) - 1                                                             \
    }

/* A text, how it is printed, and in how many columns. */
static const struct {
    struct tl_str text;
    const char *printed;
    size_t columns;
} table[] = {
    {S("plain text"), "plain text", 10},
    {S(""), "", 0},
    {S("a\tb"), "a b", 3},
    {S("\033[31m"), "\\x1b[31m", 8},
    {S("a\0b"), "a\\x00b", 6},
    {S("a\nb\r"), "a\\x0ab\\x0d", 10},
    {S("\x7F"), "\\x7f", 4},
    {S("\xC2\x9B"
       "31m"),
     "\\x9b31m", 7},
    {S("\xE2\x80\xAE"
       "x"),
     "\\u{202e}x", 9},
    {S("\xE2\x81\xA6"), "\\u{2066}", 8},
    {S("\xE2\x80\x8F"), "\\u{200f}", 8},
    {S("\xD8\x9C"), "\\u{061c}", 8},
    {S("\xE2\x80\xA8"), "\\u{2028}", 8},
    {S("\xE5 \xC3"), "\\xe5 \\xc3", 9},
    {S("\xED\xA0\x80"), "\\xed\\xa0\\x80", 12},
    {S("\xC3\xA5\xC3\xA4"), "\xC3\xA5\xC3\xA4", 2},
    {S("a\xCC\x8A"), "a\xCC\x8A", 1},
    {S("\xE6\xBC\xA2"), "\xE6\xBC\xA2", 2},
    {S("\xF0\x9F\x98\x80"), "\xF0\x9F\x98\x80", 2},
};

START_TEST(a_text_is_printed_so)
{
    FILE *stream = tl_test_stream();
    tl_safe_print(stream, table[_i].text);
    struct tl_str printed = tl_test_printed(stream);

    tl_assert_same(printed, tl_str_of(table[_i].printed));
    tl_assert_tame(printed);
}
END_TEST

START_TEST(it_takes_so_many_columns)
{
    ck_assert_msg(tl_safe_columns(table[_i].text) == table[_i].columns, "%s: %zu",
                  table[_i].printed, tl_safe_columns(table[_i].text));
}
END_TEST

START_TEST(each_byte_alone_is_tame)
{
    for (int c = 0; c < 256; c++) {
        char byte = (char)c;
        FILE *stream = tl_test_stream();
        tl_safe_print(stream, (struct tl_str){&byte, 1});
        tl_assert_tame(tl_test_printed(stream));
    }
}
END_TEST

static Suite *safe_suite(void)
{
    Suite *suite = suite_create("safe");
    TCase *print = tl_case(suite, "print");
    tcase_add_loop_test(print, a_text_is_printed_so, 0, N_OF(table));
    tcase_add_test(print, each_byte_alone_is_tame);
    TCase *columns = tl_case(suite, "columns");
    tcase_add_loop_test(columns, it_takes_so_many_columns, 0, N_OF(table));
    return suite;
}
TL_TEST_MAIN(safe_suite)
