/* SPDX-License-Identifier: MIT */
#include "base/str.h"

#include "support/tl_check.h"

START_TEST(no_pointer_is_the_empty_text)
{
    ck_assert_uint_eq(tl_str_of(NULL).len, 0);
    tl_assert_str(tl_str_of("abc"), "abc");
}
END_TEST

START_TEST(a_literal_keeps_the_nul_inside_it)
{
    struct tl_str s = TL_STR("a\0b");

    ck_assert_uint_eq(s.len, 3);
}
END_TEST

START_TEST(a_slice_is_cut_to_the_length)
{
    tl_assert_str(tl_str_slice(TL_STR("hello"), 3, 99), "lo");
    tl_assert_str(tl_str_slice(TL_STR("hello"), 99, 100), "");
}
END_TEST

START_TEST(a_slice_that_ends_before_it_begins_is_empty)
{
    tl_assert_str(tl_str_slice(TL_STR("hello"), 4, 2), "");
}
END_TEST

START_TEST(a_slice_of_a_slice_counts_from_the_slice)
{
    struct tl_str first = tl_str_slice(TL_STR("0123456789"), 2, 8);

    tl_assert_str(tl_str_slice(first, 1, 3), "34");
}
END_TEST

START_TEST(a_slice_of_nothing_is_nothing)
{
    struct tl_str s = tl_str_slice((struct tl_str){NULL, 0}, 1, 2);

    ck_assert_uint_eq(s.len, 0);
}
END_TEST

START_TEST(trimming_takes_ascii_white_space_only)
{
    tl_assert_str(tl_str_trim(TL_STR(" \t\r\n\v\fa b\n ")), "a b");
    tl_assert_str(tl_str_trim(TL_STR(" \n")), "");
    tl_assert_str(tl_str_trim(TL_STR("\u00a0x")), "\u00a0x");
}
END_TEST

START_TEST(case_is_ignored_for_ascii_letters_only)
{
    ck_assert(tl_str_equal_nocase(TL_STR("Content-TYPE"), TL_STR("content-type")));
    ck_assert(!tl_str_equal_nocase(TL_STR("\u00c5"), TL_STR("\u00e5")));
    ck_assert(!tl_str_equal_nocase(TL_STR("@"), TL_STR("`")));
    ck_assert(!tl_str_equal(TL_STR("a"), TL_STR("A")));
}
END_TEST

START_TEST(the_empty_text_begins_and_ends_every_text)
{
    ck_assert(tl_str_has_prefix(TL_STR("abc"), TL_STR("")));
    ck_assert(tl_str_has_prefix((struct tl_str){NULL, 0}, (struct tl_str){NULL, 0}));
    ck_assert(tl_str_has_suffix_nocase(TL_STR(""), TL_STR("")));
    ck_assert(tl_str_equal((struct tl_str){NULL, 0}, TL_STR("")));
}
END_TEST

START_TEST(a_longer_text_is_no_prefix_and_no_suffix)
{
    ck_assert(!tl_str_has_prefix(TL_STR("ab"), TL_STR("abc")));
    ck_assert(!tl_str_has_prefix_nocase(TL_STR("ab"), TL_STR("abc")));
    ck_assert(!tl_str_has_suffix_nocase(TL_STR("ab"), TL_STR("cab")));
}
END_TEST

START_TEST(a_suffix_matches_in_either_case)
{
    ck_assert(tl_str_has_suffix_nocase(TL_STR("draft.EML"), TL_STR(".eml")));
    ck_assert(!tl_str_has_suffix_nocase(TL_STR("draft.eml.bak"), TL_STR(".eml")));
}
END_TEST

START_TEST(a_text_ends_in_its_last_byte)
{
    ck_assert(tl_str_ends_in(TL_STR("Ann,"), ".,"));
    ck_assert(!tl_str_ends_in(TL_STR("Ann, "), ".,"));
    ck_assert(!tl_str_ends_in(TL_STR(""), ".,"));
    ck_assert(tl_str_has_digit(TL_STR("at 9")));
    ck_assert(!tl_str_has_digit(TL_STR("at nine")));
}
END_TEST

START_TEST(the_order_is_bytewise_and_the_shorter_comes_first)
{
    ck_assert_int_lt(tl_str_compare(TL_STR("ab"), TL_STR("abc")), 0);
    ck_assert_int_gt(tl_str_compare(TL_STR("\xc3"), TL_STR("z")), 0);
    ck_assert_int_eq(tl_str_compare(TL_STR(""), (struct tl_str){NULL, 0}), 0);
}
END_TEST

START_TEST(a_search_begins_where_it_is_told)
{
    ck_assert_uint_eq(tl_str_find(TL_STR("abab"), TL_STR("ab"), 0), 0);
    ck_assert_uint_eq(tl_str_find(TL_STR("abab"), TL_STR("ab"), 1), 2);
    ck_assert_uint_eq(tl_str_find(TL_STR("abab"), TL_STR("ab"), 3), TL_NONE);
    ck_assert_uint_eq(tl_str_find_char(TL_STR("abab"), 'b', 2), 3);
}
END_TEST

START_TEST(a_search_past_the_end_finds_nothing)
{
    ck_assert_uint_eq(tl_str_find(TL_STR("ab"), TL_STR("b"), 99), TL_NONE);
    ck_assert_uint_eq(tl_str_find_char(TL_STR("ab"), 'b', 99), TL_NONE);
    ck_assert_uint_eq(tl_str_find_char((struct tl_str){NULL, 0}, 'b', 0), TL_NONE);
    ck_assert_uint_eq(tl_str_find((struct tl_str){NULL, 0}, TL_STR("b"), 0), TL_NONE);
}
END_TEST

START_TEST(a_search_does_not_stop_at_a_nul)
{
    ck_assert_uint_eq(tl_str_find(TL_STR("a\0bc"), TL_STR("bc"), 0), 2);
}
END_TEST

START_TEST(bytes_over_ascii_are_of_no_class)
{
    for (int c = 0x80; c <= 0xFF; c++) {
        ck_assert(!tl_char_is_space((char)c));
        ck_assert(!tl_char_is_digit((char)c));
        ck_assert(!tl_char_is_alpha((char)c));
        ck_assert_int_eq(tl_char_lower((char)c), (char)c);
        ck_assert_int_eq(tl_char_hex((char)c), -1);
    }
}
END_TEST

START_TEST(a_hexadecimal_digit_has_its_value_in_either_case)
{
    ck_assert_int_eq(tl_char_hex('0'), 0);
    ck_assert_int_eq(tl_char_hex('9'), 9);
    ck_assert_int_eq(tl_char_hex('a'), 10);
    ck_assert_int_eq(tl_char_hex('F'), 15);
    ck_assert_int_eq(tl_char_hex('g'), -1);
    ck_assert_int_eq(tl_char_hex('/'), -1);
    ck_assert_int_eq(tl_char_hex(':'), -1);
}
END_TEST

static Suite *str_suite(void)
{
    Suite *suite = suite_create("str");
    tl_add_tests(suite, "of", no_pointer_is_the_empty_text, a_literal_keeps_the_nul_inside_it);
    tl_add_tests(suite, "slice", a_slice_is_cut_to_the_length,
                 a_slice_that_ends_before_it_begins_is_empty,
                 a_slice_of_a_slice_counts_from_the_slice, a_slice_of_nothing_is_nothing,
                 trimming_takes_ascii_white_space_only);
    tl_add_tests(suite, "compare", case_is_ignored_for_ascii_letters_only,
                 the_empty_text_begins_and_ends_every_text,
                 a_longer_text_is_no_prefix_and_no_suffix, a_suffix_matches_in_either_case,
                 a_text_ends_in_its_last_byte, the_order_is_bytewise_and_the_shorter_comes_first);
    tl_add_tests(suite, "find", a_search_begins_where_it_is_told,
                 a_search_past_the_end_finds_nothing, a_search_does_not_stop_at_a_nul);
    tl_add_tests(suite, "char", bytes_over_ascii_are_of_no_class,
                 a_hexadecimal_digit_has_its_value_in_either_case);
    return suite;
}
TL_TEST_MAIN(str_suite)
