/* SPDX-License-Identifier: MIT */
#include "source/source.h"

#include "base/buf.h"
#include "support/tl_check.h"

START_TEST(an_empty_source_has_one_empty_line)
{
    struct tl_source *source = tl_test_source("x", "");

    tl_assert_position(source, 0, 1, 1);
    tl_assert_span(tl_source_line(source, 1), 0, 0);
}
END_TEST

START_TEST(the_end_of_the_file_has_a_position_and_more_is_cut_to_it)
{
    struct tl_source *source = tl_test_source("x", "ab\ncd");

    tl_assert_position(source, 5, 2, 3);
    tl_assert_position(source, 999, 2, 3);
}
END_TEST

START_TEST(a_line_end_belongs_to_its_line)
{
    struct tl_source *source = tl_test_source("x", "ab\ncd\n");

    tl_assert_position(source, 2, 1, 3);
    tl_assert_position(source, 3, 2, 1);
    tl_assert_position(source, 6, 3, 1);
}
END_TEST

START_TEST(a_crlf_ends_one_line)
{
    struct tl_source *source = tl_test_source("x", "ab\r\ncd\r\n");

    tl_assert_position(source, 3, 1, 4);
    tl_assert_position(source, 4, 2, 1);
    tl_assert_span(tl_source_line(source, 1), 0, 2);
    tl_assert_span(tl_source_line(source, 2), 4, 6);
}
END_TEST

START_TEST(a_lone_cr_ends_a_line_only_without_lf)
{
    struct tl_source *old = tl_test_source("x", "ab\rcd\r");
    struct tl_source *mixed = tl_test_source("x", "ab\rcd\n");

    tl_assert_position(old, 3, 2, 1);
    tl_assert_span(tl_source_line(old, 2), 3, 5);
    tl_assert_position(mixed, 3, 1, 4);
    ck_assert_uint_eq(tl_source_line_of(old, 2), 1);
    ck_assert_uint_eq(tl_source_line_of(old, 3), 2);
    ck_assert_uint_eq(tl_source_line_of(mixed, 3), 1);
    ck_assert_uint_eq(tl_source_line_of(mixed, 99), 2);
}
END_TEST

START_TEST(an_empty_line_that_ends_in_cr_is_empty)
{
    struct tl_source *source = tl_test_source("x", "\r\n\r\nx");

    tl_assert_span(tl_source_line(source, 1), 0, 0);
    tl_assert_span(tl_source_line(source, 2), 2, 2);
    tl_assert_span(tl_source_line(source, 3), 4, 5);
}
END_TEST

START_TEST(a_line_that_is_not_there_is_empty_at_the_end)
{
    struct tl_source *source = tl_test_source("x", "ab\n");

    tl_assert_span(tl_source_line(source, 0), 3, 3);
    tl_assert_span(tl_source_line(source, 2), 3, 3);
    tl_assert_span(tl_source_line(source, 3), 3, 3);
}
END_TEST

START_TEST(a_part_of_a_file_has_the_lines_of_the_file)
{
    struct tl_source *source = tl_test_source("x", "ab\ncd\n");
    source->base_line = 10;
    source->base_offset = 100;

    tl_assert_position(source, 0, 11, 1);
    tl_assert_position(source, 4, 12, 2);
    tl_assert_span(tl_source_line(source, 12), 3, 5);
    tl_assert_span(tl_source_line(source, 10), 6, 6);
    tl_assert_span(tl_source_line(source, 99), 6, 6);
    ck_assert_uint_eq(tl_source_line_of(source, 4), 12);
}
END_TEST

START_TEST(columns_are_code_points_and_a_tab_is_one)
{
    struct tl_source *source = tl_test_source("x", "\t\xc3\xa5\xf0\x9f\x98\x80z");

    tl_assert_position(source, 1, 1, 2);
    tl_assert_position(source, 3, 1, 3);
    tl_assert_position(source, 7, 1, 4);
}
END_TEST

START_TEST(a_combining_mark_is_a_column_of_its_own)
{
    struct tl_source *source = tl_test_source("x", "e\xcc\x81z");

    tl_assert_position(source, 3, 1, 3);
}
END_TEST

START_TEST(an_offset_inside_a_character_has_its_column)
{
    struct tl_source *source = tl_test_source("x", "\xc3\xa5z");

    tl_assert_position(source, 1, 1, 1);
    tl_assert_position(source, 2, 1, 2);
}
END_TEST

START_TEST(each_ill_formed_byte_is_one_column)
{
    struct tl_source *source = tl_test_source("x", "\xff\xfe\xc3z\xe2\x82\ny");

    tl_assert_position(source, 1, 1, 2);
    tl_assert_position(source, 3, 1, 4);
    tl_assert_position(source, 4, 1, 5);
    tl_assert_position(source, 6, 1, 7);
    tl_assert_position(source, 7, 2, 1);
}
END_TEST

START_TEST(a_byte_order_mark_is_a_column)
{
    tl_assert_position(tl_test_source("x", "\xef\xbb\xbfz"), 3, 1, 2);
}
END_TEST

START_TEST(a_nul_is_a_column)
{
    tl_assert_position(tl_test_source("x", "a\0b"), 2, 1, 3);
}
END_TEST

/* Columns far into a long line, where they are counted from a checkpoint: `unit` many times. */
static void claim_columns(struct tl_str unit, size_t chars_per_unit, size_t n)
{
    struct tl_buf buf = tl_buf_in(tl_test_arena);
    tl_buf_add(&buf, TL_STR("first\n"));
    for (size_t i = 0; i < n; i++) {
        tl_buf_add(&buf, unit);
    }
    struct tl_source *source = tl_source_of(tl_test_arena, TL_STR("x"), tl_buf_str(&buf));
    for (size_t i = 0; i <= n; i++) {
        tl_assert_position(source, 6 + i * unit.len, 2, i * chars_per_unit + 1);
    }
}

START_TEST(columns_go_on_behind_a_checkpoint)
{
    claim_columns(TL_STR("a"), 1, 10000);
}
END_TEST

START_TEST(columns_go_on_behind_a_checkpoint_inside_a_character)
{
    claim_columns(TL_STR("\xe2\x82\xac"), 1, 5000);
    claim_columns(TL_STR("x\xf0\x9f\x98\x80"), 2, 3000);
}
END_TEST

START_TEST(columns_go_on_behind_a_checkpoint_in_ill_formed_bytes)
{
    claim_columns(TL_STR("\xff"), 1, 9000);
    claim_columns(TL_STR("\xe2\x82"), 2, 4500);
}
END_TEST

START_TEST(lines_go_on_behind_a_checkpoint)
{
    struct tl_buf buf = tl_buf_in(tl_test_arena);
    for (int i = 0; i < 2000; i++) {
        tl_buf_add(&buf, TL_STR("\xc3\xa5\xc3\xa4\n"));
    }
    struct tl_source *source = tl_source_of(tl_test_arena, TL_STR("x"), tl_buf_str(&buf));

    for (size_t i = 0; i < 2000; i++) {
        tl_assert_position(source, i * 5 + 2, i + 1, 2);
    }
}
END_TEST

START_TEST(a_file_is_read_under_its_name)
{
    struct tl_error err;

    struct tl_source *source = tl_source_read(tl_test_arena, "/dev/null", TL_STR("draft"), &err);

    ck_assert_ptr_nonnull(source);
    tl_assert_str(source->path, "draft");
    tl_assert_str(source->bytes, "");
    ck_assert(!source->cut);
}
END_TEST

START_TEST(a_file_that_is_not_there_is_an_error)
{
    struct tl_error err;

    ck_assert_ptr_null(tl_source_read(tl_test_arena, "/nonexistent/x", TL_STR("x"), &err));

    tl_assert_mentions(err.text, "cannot open");
}
END_TEST

static Suite *source_suite(void)
{
    Suite *suite = suite_create("source");
    tl_add_tests(suite, "lines", an_empty_source_has_one_empty_line,
                 the_end_of_the_file_has_a_position_and_more_is_cut_to_it,
                 a_line_end_belongs_to_its_line, a_crlf_ends_one_line,
                 a_lone_cr_ends_a_line_only_without_lf, an_empty_line_that_ends_in_cr_is_empty,
                 a_line_that_is_not_there_is_empty_at_the_end);
    tl_add_tests(suite, "columns", a_part_of_a_file_has_the_lines_of_the_file,
                 columns_are_code_points_and_a_tab_is_one, a_combining_mark_is_a_column_of_its_own,
                 an_offset_inside_a_character_has_its_column, each_ill_formed_byte_is_one_column,
                 a_byte_order_mark_is_a_column, a_nul_is_a_column);
    tl_add_tests(suite, "checkpoints", columns_go_on_behind_a_checkpoint,
                 columns_go_on_behind_a_checkpoint_inside_a_character,
                 columns_go_on_behind_a_checkpoint_in_ill_formed_bytes,
                 lines_go_on_behind_a_checkpoint);
    tl_add_tests(suite, "read", a_file_is_read_under_its_name,
                 a_file_that_is_not_there_is_an_error);
    return suite;
}
TL_TEST_MAIN(source_suite)
