/* SPDX-License-Identifier: MIT */
#include "mime/charset_convert.h"

#include "support/tl_check.h"

static struct tl_converted converted;

START_TEST(a_charset_that_nobody_knows_is_refused)
{
    ck_assert(!tl_charset_convert(tl_test_arena, &tl_test_text("a"), "no-such", &converted));
    ck_assert(!tl_charset_convert(tl_test_arena, &tl_test_text("a"), "", &converted));
}
END_TEST

START_TEST(text_that_stays_as_it_is_is_not_copied)
{
    struct tl_text text = tl_test_text("f\xC3\xB6r");

    ck_assert(tl_charset_convert(tl_test_arena, &text, "utf-8", &converted));

    ck_assert_ptr_eq(converted.text.bytes.data, text.bytes.data);
    ck_assert_ptr_eq(converted.text.map, text.map);
}
END_TEST

START_TEST(bytes_that_are_not_valid_are_counted_and_the_first_run_is_told)
{
    struct tl_text text = tl_test_text("a\xFF\xFEz\xFF");

    ck_assert(tl_charset_convert(tl_test_arena, &text, "utf-8", &converted));

    tl_assert_str(converted.text.bytes, "a\xEF\xBF\xBDz\xEF\xBF\xBD");
    ck_assert_uint_eq(converted.n_bad, 3);
    tl_assert_span(converted.first_bad, 1, 3);
    tl_assert_span(tl_text_source(&converted.text, (struct tl_span){1, 4}), 1, 3);
}
END_TEST

START_TEST(a_single_byte_charset_is_mapped_letter_by_letter)
{
    struct tl_text text = tl_test_text("u\xFEsakymas");

    ck_assert(tl_charset_convert(tl_test_arena, &text, "windows-1257", &converted));

    tl_assert_str(converted.text.bytes, "u\xC5\xBEsakymas");
    tl_assert_span(tl_text_source(&converted.text, (struct tl_span){1, 3}), 1, 2);
    tl_assert_span(tl_text_source(&converted.text, (struct tl_span){3, 4}), 2, 3);
}
END_TEST

static Suite *charset_convert_suite(void)
{
    Suite *suite = suite_create("charset_convert");
    tl_add_tests(suite, "convert", a_charset_that_nobody_knows_is_refused,
                 text_that_stays_as_it_is_is_not_copied,
                 bytes_that_are_not_valid_are_counted_and_the_first_run_is_told,
                 a_single_byte_charset_is_mapped_letter_by_letter);
    return suite;
}
TL_TEST_MAIN(charset_convert_suite)
