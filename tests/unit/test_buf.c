/* SPDX-License-Identifier: MIT */
#include "base/buf.h"

#include "support/tl_check.h"

START_TEST(an_empty_buffer_is_the_empty_text_with_a_nul)
{
    struct tl_buf buf = tl_buf_in(tl_test_arena);

    struct tl_str s = tl_buf_str(&buf);

    tl_assert_str(s, "");
    ck_assert_int_eq(s.data[0], '\0');
}
END_TEST

START_TEST(adding_nothing_changes_nothing)
{
    struct tl_buf buf = tl_buf_in(tl_test_arena);

    tl_buf_add(&buf, (struct tl_str){NULL, 0});

    ck_assert_uint_eq(buf.len, 0);
}
END_TEST

START_TEST(bytes_are_added_in_order_and_nul_is_a_byte)
{
    struct tl_buf buf = tl_buf_in(tl_test_arena);

    tl_buf_add(&buf, TL_STR("a\0"));
    tl_buf_add_char(&buf, 'b');
    tl_buf_add_format(&buf, "%d%s", 7, "c");

    tl_assert_str(tl_buf_str(&buf), "a\0b7c");
}
END_TEST

START_TEST(a_buffer_grows_over_every_size)
{
    struct tl_buf buf = tl_buf_in(tl_test_arena);

    for (int i = 0; i < 5000; i++) {
        tl_buf_add_char(&buf, (char)('a' + i % 26));
    }

    struct tl_str s = tl_buf_str(&buf);
    ck_assert_uint_eq(s.len, 5000);
    for (int i = 0; i < 5000; i++) {
        ck_assert_int_eq(s.data[i], 'a' + i % 26);
    }
    ck_assert_int_eq(s.data[5000], '\0');
}
END_TEST

START_TEST(a_buffer_can_be_added_to_itself)
{
    struct tl_buf buf = tl_buf_in(tl_test_arena);
    tl_buf_add(&buf, TL_STR("0123456789012345678901234567890123456789"));

    tl_buf_add(&buf, tl_buf_str(&buf));

    tl_assert_str(tl_buf_str(&buf), "0123456789012345678901234567890123456789"
                                    "0123456789012345678901234567890123456789");
}
END_TEST

START_TEST(the_text_stays_what_it_is_when_the_buffer_goes_on)
{
    struct tl_buf buf = tl_buf_in(tl_test_arena);
    tl_buf_add(&buf, TL_STR("ab"));
    tl_buf_str(&buf);

    tl_buf_add(&buf, TL_STR("cd"));

    tl_assert_str(tl_buf_str(&buf), "abcd");
}
END_TEST

START_TEST(code_points_are_added_as_utf8)
{
    struct tl_buf buf = tl_buf_in(tl_test_arena);

    tl_buf_add_code_point(&buf, 'a');
    tl_buf_add_code_point(&buf, 0xE5);
    tl_buf_add_code_point(&buf, 0x20AC);
    tl_buf_add_code_point(&buf, 0x1F600);

    tl_assert_str(tl_buf_str(&buf), "a\xc3\xa5\xe2\x82\xac\xf0\x9f\x98\x80");
}
END_TEST

START_TEST(what_is_no_scalar_value_is_added_as_the_replacement_character)
{
    struct tl_buf buf = tl_buf_in(tl_test_arena);

    tl_buf_add_code_point(&buf, 0xD800);
    tl_buf_add_code_point(&buf, 0x110000);

    tl_assert_str(tl_buf_str(&buf), "\xef\xbf\xbd\xef\xbf\xbd");
}
END_TEST

static Suite *buf_suite(void)
{
    Suite *suite = suite_create("buf");
    tl_add_tests(suite, "add", an_empty_buffer_is_the_empty_text_with_a_nul,
                 adding_nothing_changes_nothing, bytes_are_added_in_order_and_nul_is_a_byte,
                 a_buffer_grows_over_every_size, a_buffer_can_be_added_to_itself,
                 the_text_stays_what_it_is_when_the_buffer_goes_on);
    tl_add_tests(suite, "code point", code_points_are_added_as_utf8,
                 what_is_no_scalar_value_is_added_as_the_replacement_character);
    return suite;
}
TL_TEST_MAIN(buf_suite)
