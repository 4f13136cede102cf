/* SPDX-License-Identifier: MIT */
#include "text/binary.h"

#include "support/tl_check.h"

START_TEST(files_with_a_known_mark_are_binary)
{
    ck_assert(tl_binary_is(TL_STR("\x7f"
                                  "ELF\x02\x01")));
    ck_assert(tl_binary_is(TL_STR("\x89PNG\r\n\x1a\n")));
    ck_assert(tl_binary_is(TL_STR("PK\x03\x04...")));
    ck_assert(tl_binary_is(TL_STR("%PDF-1.7\n")));
}
END_TEST

START_TEST(bytes_full_of_control_characters_are_binary)
{
    ck_assert(tl_binary_is(TL_STR("abc\0\1\2\3\4\5\6xyz")));
}
END_TEST

START_TEST(text_with_a_stray_nul_is_text)
{
    ck_assert(!tl_binary_is(TL_STR("Dear Ann, your order has left us\0 and will reach you soon.")));
}
END_TEST

START_TEST(text_in_any_charset_is_text)
{
    ck_assert(!tl_binary_is(TL_STR("")));
    ck_assert(!tl_binary_is(TL_STR("G\u00f6ran\r\n\t\f")));
    ck_assert(!tl_binary_is(TL_STR("\xc5ngstr\xf6m \x80 9")));
    ck_assert(!tl_binary_is(TL_STR("\xff\xfe"
                                   "H\0i\0,\0")));
    ck_assert(!tl_binary_is(TL_STR("\x1b$B%F%9%H\x1b(B")));
}
END_TEST

static Suite *binary_suite(void)
{
    Suite *suite = suite_create("binary");
    tl_add_tests(suite, "is", files_with_a_known_mark_are_binary,
                 bytes_full_of_control_characters_are_binary, text_with_a_stray_nul_is_text,
                 text_in_any_charset_is_text);
    return suite;
}

TL_TEST_MAIN(binary_suite)
