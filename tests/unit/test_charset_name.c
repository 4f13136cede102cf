/* SPDX-License-Identifier: MIT */
#include "mime/charset_name.h"

#include "support/tl_check.h"

static const struct {
    const char *label;
    const char *name;
} labels[] = {
    {"utf-8", "utf-8"},
    {"UTF8", "utf-8"},
    {"\"utf-8\"", "utf-8"},
    {"'utf-8'", "utf-8"},
    {"utf-8utf-8", "utf-8"},
    {"utf_8", "utf-8"},
    {"utf-8;", "utf-8"},
    {"utf-8//TRANSLIT", "utf-8"},
    {"cp65001", "utf-8"},
    {"unicode-1-1-utf-7", "utf-7"},
    {"utf7", "utf-7"},
    {"us-ascii", ""},
    {"ANSI_X3.4-1968", ""},
    {"x-unknown", ""},
    {"unknown-8bit", ""},
    {"8bit", ""},
    {"wchar_t", ""},
    {"iso-8859-1", "windows-1252"},
    {"ISO_8859-1:1987", "windows-1252"},
    {"iso8859_1", "windows-1252"},
    {"iso88591", "windows-1252"},
    {"8859-1", "windows-1252"},
    {"latin-1", "windows-1252"},
    {"iso-ir-100", "windows-1252"},
    {"cp-1252", "windows-1252"},
    {"x-cp1252", "windows-1252"},
    {"windows1252", "windows-1252"},
    {"Windows-1257", "windows-1257"},
    {"win-1251", "windows-1251"},
    {"cp1257", "windows-1257"},
    {"iso-8859-4", "iso-8859-4"},
    {"iso8859-13", "iso-8859-13"},
    {"latin7", "iso-8859-13"},
    {"iso-8859-9", "windows-1254"},
    {"iso-8859-11", "cp874"},
    {"iso-8859-8-i", "iso-8859-8"},
    {"csISO88596E", "iso-8859-6"},
    {"cp775", "cp775"},
    {"ibm850", "cp850"},
    {"x-sjis", "cp932"},
    {"Shift_JIS", "cp932"},
    {"ks_c_5601-1987", "cp949"},
    {"gb2312", "gb18030"},
    {"GB_2312-80", "gb18030"},
    {"x-mac-roman", "macintosh"},
    {"koi8-r", "koi8-r"},
    {"ansi_x3.110-1983", "ansi_x3.110-1983"},
    {"x-johab", "johab"},
    {"no-such-charset", "no-such-charset"},
    {"", ""},
};

START_TEST(a_label_is_read_as_mail_programs_read_it)
{
    struct tl_charset_name name = tl_charset_name_of(tl_str_of(labels[_i].label), TL_STR("a"));

    ck_assert_str_eq(name.text, labels[_i].name);
    ck_assert(!name.unreadable);
}
END_TEST

START_TEST(what_can_be_no_name_is_told_apart_from_none)
{
    ck_assert(tl_charset_name_of(TL_STR("a b{c}"), TL_STR("a")).unreadable);
    ck_assert(tl_charset_name_of(TL_STR("f\xC3\xB6r"), TL_STR("a")).unreadable);
    ck_assert(!tl_charset_name_of(TL_STR(" \"\" "), TL_STR("a")).unreadable);
}
END_TEST

static const struct {
    const char *label;
    struct tl_str bytes;
    const char *name;
} twins[] = {
    {"iso-8859-13", {"a\x93", 2}, "windows-1257"}, {"iso-8859-13", {"a\xFE", 2}, "iso-8859-13"},
    {"iso-8859-13", {"a\x85", 2}, "iso-8859-13"},  {"iso-8859-2", {"\x9A", 1}, "windows-1250"},
    {"iso-8859-15", {"\x80", 1}, "windows-1252"},  {"iso-8859-15", {"\xA4", 1}, "iso-8859-15"},
    {"iso-8859-3", {"\x93", 1}, "iso-8859-3"},     {"koi8-r", {"\x93", 1}, "koi8-r"},
};

START_TEST(bytes_that_iso_8859_has_no_characters_for_make_it_the_one_of_windows)
{
    struct tl_charset_name name = tl_charset_name_of(tl_str_of(twins[_i].label), twins[_i].bytes);

    ck_assert_str_eq(name.text, twins[_i].name);
}
END_TEST

static const struct {
    const char *label;
    struct tl_str bytes;
    const char *name;
    size_t bom_bytes;
} orders[] = {
    {"utf-16", {"\0a", 2}, "utf-16be", 0},
    {"utf-16", {"a\0", 2}, "utf-16le", 0},
    {"ucs-2", {"a\0", 2}, "utf-16le", 0},
    {"utf-32", {"a\0\0\0", 4}, "utf-32le", 0},
    {"utf-16be",
     {"\xFF\xFE"
      "a\0",
      4},
     "utf-16le",
     2},
    {"iso-8859-1", {"\xEF\xBB\xBF", 3}, "utf-8", 3},
    {"", {"\0\0\xFE\xFF", 4}, "utf-32be", 4},
};

START_TEST(byte_order_comes_from_the_mark_or_from_the_zeros)
{
    struct tl_charset_name name = tl_charset_name_of(tl_str_of(orders[_i].label), orders[_i].bytes);

    ck_assert_str_eq(name.text, orders[_i].name);
    ck_assert_uint_eq(name.bom_bytes, orders[_i].bom_bytes);
}
END_TEST

#define N_OF(table) (int)(sizeof(table) / sizeof *(table))

static Suite *charset_name_suite(void)
{
    Suite *suite = suite_create("charset_name");
    tcase_add_loop_test(tl_case(suite, "labels"), a_label_is_read_as_mail_programs_read_it, 0,
                        N_OF(labels));
    tcase_add_loop_test(tl_case(suite, "twins"),
                        bytes_that_iso_8859_has_no_characters_for_make_it_the_one_of_windows, 0,
                        N_OF(twins));
    tcase_add_loop_test(tl_case(suite, "order"), byte_order_comes_from_the_mark_or_from_the_zeros,
                        0, N_OF(orders));
    tl_add_tests(suite, "no name", what_can_be_no_name_is_told_apart_from_none);
    return suite;
}
TL_TEST_MAIN(charset_name_suite)
