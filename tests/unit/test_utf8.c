/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"

#include "support/tl_check.h"

static const struct {
    const char *name;
    const char *bytes;
    size_t len;
    uint32_t code_point;
} good[] = {
    {"NUL", "\0", 1, 0},
    {"the last of one byte", "\x7f", 1, 0x7F},
    {"the first of two bytes", "\xc2\x80", 2, 0x80},
    {"the last of two bytes", "\xdf\xbf", 2, 0x7FF},
    {"the first of three bytes", "\xe0\xa0\x80", 3, 0x800},
    {"the last before the surrogates", "\xed\x9f\xbf", 3, 0xD7FF},
    {"the first after the surrogates", "\xee\x80\x80", 3, 0xE000},
    {"the last of three bytes", "\xef\xbf\xbf", 3, 0xFFFF},
    {"the first of four bytes", "\xf0\x90\x80\x80", 4, 0x10000},
    {"the last of all", "\xf4\x8f\xbf\xbf", 4, 0x10FFFF},
};

START_TEST(well_formed_sequences_decode_and_encode_to_themselves)
{
    struct tl_str s = {good[_i].bytes, good[_i].len};
    uint32_t code_point = 1;
    char bytes[TL_UTF8_MAX];

    ck_assert_msg(tl_utf8_decode(s, &code_point) == s.len, "%s", good[_i].name);
    ck_assert_uint_eq(code_point, good[_i].code_point);
    ck_assert_uint_eq(tl_utf8_encode(code_point, bytes), s.len);
    tl_assert_same(((struct tl_str){bytes, s.len}), s);
    ck_assert_uint_eq(tl_utf8_valid_bytes(s), s.len);
}
END_TEST

static const struct {
    const char *name;
    const char *bytes;
    size_t len;
} bad[] = {
    {"nothing", "", 0},
    {"a continuation alone", "\x80", 1},
    {"overlong in two bytes", "\xc0\x80", 2},
    {"overlong in two bytes, the last", "\xc1\xbf", 2},
    {"overlong in three bytes", "\xe0\x9f\xbf", 3},
    {"overlong in four bytes", "\xf0\x8f\xbf\xbf", 4},
    {"the first surrogate", "\xed\xa0\x80", 3},
    {"the last surrogate", "\xed\xbf\xbf", 3},
    {"over the last code point", "\xf4\x90\x80\x80", 4},
    {"a lead byte that never was", "\xf5\x80\x80\x80", 4},
    {"five bytes", "\xf8\x88\x80\x80\x80", 5},
    {"0xFF", "\xff", 1},
    {"two bytes cut", "\xc3", 1},
    {"three bytes cut after two", "\xe2\x82", 2},
    {"four bytes cut after three", "\xf0\x9f\x98", 3},
    {"a letter where a continuation should be", "\xe2\x82x", 3},
};

START_TEST(ill_formed_sequences_do_not_decode)
{
    struct tl_str s = {bad[_i].bytes, bad[_i].len};
    uint32_t code_point = 1;

    ck_assert_msg(tl_utf8_decode(s, &code_point) == 0, "%s", bad[_i].name);
    ck_assert_uint_eq(code_point, TL_REPLACEMENT_CHAR);
    ck_assert_uint_eq(tl_utf8_valid_bytes(s), 0);
    ck_assert_uint_eq(tl_utf8_next(s, &code_point), s.len > 0);
}
END_TEST

START_TEST(the_longest_well_formed_start_is_found)
{
    ck_assert_uint_eq(tl_utf8_valid_bytes(TL_STR("a\xc3\xa5z\xc3")), 4);
    ck_assert_uint_eq(tl_utf8_valid_bytes(TL_STR("\xff")), 0);
}
END_TEST

START_TEST(each_ill_formed_byte_counts_as_one_character)
{
    ck_assert_uint_eq(tl_utf8_count(TL_STR("a\xc3\xa5\xff\xfe\xe2\x82z")), 7);
    ck_assert_uint_eq(tl_utf8_count(TL_STR("")), 0);
}
END_TEST

START_TEST(a_code_point_is_found_in_a_text_and_not_in_the_bytes_of_others)
{
    struct tl_str letters = TL_STR("a\xc3\xa5\xc5\xbe"); /* a, å, ž */

    ck_assert(tl_utf8_has(letters, 'a'));
    ck_assert(tl_utf8_has(letters, 0xE5));
    ck_assert(tl_utf8_has(letters, 0x17E));
    ck_assert(!tl_utf8_has(letters, 0xC3));
    ck_assert(!tl_utf8_has(TL_STR(""), 'a'));
}
END_TEST

START_TEST(a_mark_of_byte_order_counts_at_the_beginning)
{
    ck_assert_uint_eq(tl_utf8_mark(TL_STR("\xEF\xBB\xBF"
                                          "a")),
                      3);
    ck_assert_uint_eq(tl_utf8_mark(TL_STR("a\xEF\xBB\xBF")), 0);
    ck_assert_uint_eq(tl_utf8_mark(TL_STR("\xEF\xBB")), 0);
}
END_TEST

START_TEST(only_seven_bit_text_is_ascii)
{
    ck_assert(tl_utf8_is_ascii(TL_STR("")));
    ck_assert(tl_utf8_is_ascii(TL_STR("a\x7f")));
    ck_assert(!tl_utf8_is_ascii(TL_STR("a\x80")));
}
END_TEST

START_TEST(the_character_before_is_found_whole)
{
    struct tl_str s = TL_STR("a\xc3\xa5\xf0\x9f\x98\x80");

    ck_assert_uint_eq(tl_utf8_before(s, 7), 3);
    ck_assert_uint_eq(tl_utf8_before(s, 3), 1);
    ck_assert_uint_eq(tl_utf8_before(s, 1), 0);
}
END_TEST

START_TEST(an_ill_formed_byte_before_is_one_character)
{
    ck_assert_uint_eq(tl_utf8_before(TL_STR("\xc3\xa5\x80"), 3), 2);
    ck_assert_uint_eq(tl_utf8_before(TL_STR("\x80\x80\x80\x80\x80\x80"), 6), 5);
    ck_assert_uint_eq(tl_utf8_before(TL_STR("a\xe2\x82"), 3), 2);
}
END_TEST

START_TEST(a_value_that_is_no_scalar_value_is_encoded_as_the_replacement_character)
{
    char bytes[TL_UTF8_MAX];

    ck_assert_uint_eq(tl_utf8_encode(0xDFFF, bytes), 3);
    tl_assert_str(((struct tl_str){bytes, 3}), "\xef\xbf\xbd");
    ck_assert_uint_eq(tl_utf8_encode(UINT32_MAX, bytes), 3);
}
END_TEST

START_TEST(letters_of_any_alphabet_and_their_marks_are_letters)
{
    ck_assert(tl_char_is_letter('a'));
    ck_assert(tl_char_is_letter(0xE5));   /* a with ring */
    ck_assert(tl_char_is_letter(0x0117)); /* e with dot */
    ck_assert(tl_char_is_letter(0x0416)); /* Zhe */
    ck_assert(tl_char_is_letter(0x4E2D)); /* middle */
    ck_assert(tl_char_is_letter(0x0301)); /* combining acute */
    ck_assert(!tl_char_is_letter('1'));
    ck_assert(!tl_char_is_letter('_'));
    ck_assert(!tl_char_is_letter(0x20AC)); /* euro sign */
    ck_assert(!tl_char_is_letter(0x110000));
}
END_TEST

START_TEST(case_is_told_and_folded_by_unicode)
{
    ck_assert(tl_char_is_upper(0xC5));
    ck_assert(tl_char_is_upper(0x01C5)); /* title case Dz */
    ck_assert(!tl_char_is_upper(0xE5));
    ck_assert(tl_char_is_lower(0xE5));
    ck_assert(tl_char_is_lower(0xDF)); /* sharp s */
    ck_assert(!tl_char_is_lower('1'));
    ck_assert_uint_eq(tl_char_fold(0xC5), 0xE5);
    ck_assert_uint_eq(tl_char_fold(0x0116), 0x0117);
    ck_assert_uint_eq(tl_char_fold('1'), '1');
}
END_TEST

START_TEST(numbers_of_any_script_are_numbers)
{
    ck_assert(tl_char_is_number('0'));
    ck_assert(tl_char_is_number(0x00BD)); /* one half */
    ck_assert(tl_char_is_number(0x0663)); /* Arabic three */
    ck_assert(!tl_char_is_number('a'));
}
END_TEST

START_TEST(blank_is_what_separates_words)
{
    static const uint32_t blank[] = {'\t',   '\n',   '\r',   ' ',    0xA0,
                                     0x2003, 0x200B, 0x2028, 0x202F, 0x3000};
    for (size_t i = 0; i < sizeof blank / sizeof blank[0]; i++) {
        ck_assert_msg(tl_char_is_blank(blank[i]), "U+%04X", blank[i]);
    }
    ck_assert(!tl_char_is_blank('\0'));
    ck_assert(!tl_char_is_blank('x'));
    ck_assert(!tl_char_is_blank(0xAD));
}
END_TEST

START_TEST(what_steers_the_direction_of_text_is_control)
{
    static const uint32_t control[] = {0, 7, 0x7F, 0x85, 0x061C, 0x200E, 0x202E, 0x2066, 0x2069};
    for (size_t i = 0; i < sizeof control / sizeof control[0]; i++) {
        ck_assert_msg(tl_char_is_control(control[i]), "U+%04X", control[i]);
    }
    ck_assert(!tl_char_is_control(' '));
    ck_assert(!tl_char_is_control(0x200D)); /* joins emoji */
    ck_assert(!tl_char_is_control(0x206A));
}
END_TEST

START_TEST(texts_are_the_same_but_for_case)
{
    ck_assert(tl_utf8_equal_nocase(TL_STR("\xC3\x85k"), TL_STR("\xC3\xA5K")));
    ck_assert(tl_utf8_equal_nocase(TL_STR("\xF0\x90\x90\x80"), TL_STR("\xF0\x90\x90\xA8")));
    ck_assert(tl_utf8_equal_nocase(TL_STR(""), TL_STR("")));
    ck_assert(!tl_utf8_equal_nocase(TL_STR("ak"), TL_STR("\xC3\xA5k")));
    ck_assert(!tl_utf8_equal_nocase(TL_STR("ab"), TL_STR("abc")));
}
END_TEST

static Suite *utf8_suite(void)
{
    Suite *suite = suite_create("utf8");
    TCase *decode = tl_case(suite, "decode");
    tcase_add_loop_test(decode, well_formed_sequences_decode_and_encode_to_themselves, 0,
                        (int)(sizeof good / sizeof good[0]));
    tcase_add_loop_test(decode, ill_formed_sequences_do_not_decode, 0,
                        (int)(sizeof bad / sizeof bad[0]));
    tl_add_tests(suite, "walk", the_longest_well_formed_start_is_found,
                 each_ill_formed_byte_counts_as_one_character,
                 a_code_point_is_found_in_a_text_and_not_in_the_bytes_of_others,
                 a_mark_of_byte_order_counts_at_the_beginning, only_seven_bit_text_is_ascii,
                 the_character_before_is_found_whole, an_ill_formed_byte_before_is_one_character,
                 a_value_that_is_no_scalar_value_is_encoded_as_the_replacement_character);
    tl_add_tests(suite, "classes", letters_of_any_alphabet_and_their_marks_are_letters,
                 case_is_told_and_folded_by_unicode, texts_are_the_same_but_for_case,
                 numbers_of_any_script_are_numbers, blank_is_what_separates_words,
                 what_steers_the_direction_of_text_is_control);
    return suite;
}
TL_TEST_MAIN(utf8_suite)
