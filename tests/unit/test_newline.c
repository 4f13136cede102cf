/* SPDX-License-Identifier: MIT */
#include "text/newline.h"

#include "support/tl_check.h"

START_TEST(crlf_and_bare_cr_become_lf)
{
    struct tl_text in = tl_test_text("a\r\nb\rc\n\r\r\nd\r");

    struct tl_text out = tl_newline_text(tl_test_arena, &in);

    tl_assert_str(out.bytes, "a\nb\nc\n\n\nd\n");
}
END_TEST

START_TEST(a_line_end_stands_for_all_of_its_bytes)
{
    struct tl_source *source = tl_test_source("test", "ab\r\ncd\re");
    struct tl_text in = tl_text_of(tl_test_arena, source);

    struct tl_text out = tl_newline_text(tl_test_arena, &in);

    tl_assert_source_is(source, &out, ((struct tl_span){2, 3}), "\r\n");
    tl_assert_source_is(source, &out, ((struct tl_span){3, 5}), "cd");
    tl_assert_source_is(source, &out, ((struct tl_span){5, 6}), "\r");
    tl_assert_source_is(source, &out, ((struct tl_span){6, 7}), "e");
    tl_map_check(out.map, source->bytes.len);
}
END_TEST

START_TEST(text_without_cr_is_returned_as_it_is)
{
    struct tl_text in = tl_test_text("a\nb\n");

    struct tl_text out = tl_newline_text(tl_test_arena, &in);

    ck_assert_ptr_eq(out.bytes.data, in.bytes.data);
    ck_assert_ptr_eq(out.map, in.map);
}
END_TEST

static Suite *newline_suite(void)
{
    Suite *suite = suite_create("newline");
    tl_add_tests(suite, "text", crlf_and_bare_cr_become_lf, a_line_end_stands_for_all_of_its_bytes,
                 text_without_cr_is_returned_as_it_is);
    return suite;
}

TL_TEST_MAIN(newline_suite)
