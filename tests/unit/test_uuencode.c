/* SPDX-License-Identifier: MIT */
#include "mime/uuencode.h"

#include "support/tl_check.h"

#define FILE_644 "begin 644 a.txt\n+2&5L;&\\@=&AE<F4`\n`\nend\n"

static const struct {
    const char *what;
    const char *in;
    const char *out;
    size_t n_files;
} rows[] = {
    {"a file", "Hi\n" FILE_644 "Bye\n", "Hi\nBye\n", 1},
    {"two files", FILE_644 "and\n" FILE_644, "and\n", 2},
    {"a file alone", FILE_644, "", 1},
    {"a file without end", "Hi\nbegin 644 a\n+2&5L;&\\@=&AE<F4`\n", "Hi\n", 1},
    {"a mode of four digits", "Hi\nbegin 0644 a b.txt\n`\nend\n", "Hi\n", 1},
    {"CRLF", "Hi\r\nbegin 644 a\r\n`\r\nend\r\nBye\r\n", "Hi\r\nBye\r\n", 1},
    {"yEnc", "Hi\n=ybegin line=128 size=3 name=a.bin\n\x93\x94\x95\n=yend size=3\nBye\n",
     "Hi\nBye\n", 1},
    {"a sentence", "begin 644 letters today\nand go on tomorrow\nend\n",
     "begin 644 letters today\nand go on tomorrow\nend\n", 0},
    {"a list", "Please begin 644 now.\nbegin again\n", "Please begin 644 now.\nbegin again\n", 0},
    {"a beginning at the end", "begin 644 a", "begin 644 a", 0},
    {"nothing", "", "", 0},
};

START_TEST(files_are_left_out_of_the_text)
{
    struct tl_source *source = tl_source_of(tl_test_arena, TL_STR("test"), tl_str_of(rows[_i].in));
    struct tl_text in = tl_text_of(tl_test_arena, source);
    size_t n_files = 99;

    struct tl_text out = tl_uuencode_remove(tl_test_arena, &in, &n_files);

    ck_assert_msg(tl_is_str(out.bytes, tl_str_of(rows[_i].out)), "%s: %s", rows[_i].what,
                  tl_test_said());
    ck_assert_uint_eq(n_files, rows[_i].n_files);
    tl_map_check(out.map, source->bytes.len);
}
END_TEST

START_TEST(what_stands_round_a_file_keeps_its_place)
{
    struct tl_source *source = tl_test_source("test", "Hi\n" FILE_644 "Bye\n");
    struct tl_text in = tl_text_of(tl_test_arena, source);
    size_t n_files;

    struct tl_text out = tl_uuencode_remove(tl_test_arena, &in, &n_files);

    tl_assert_source_is(source, &out, tl_test_find(out.bytes, "Hi"), "Hi");
    tl_assert_source_is(source, &out, tl_test_find(out.bytes, "Bye\n"), "Bye\n");
}
END_TEST

START_TEST(many_beginnings_cost_no_more_than_their_length)
{
    struct tl_buf buf = tl_buf_in(tl_test_arena);
    while (buf.len < 1000 * 1000) {
        tl_buf_add(&buf, TL_STR("begin 644 a\n"));
    }
    struct tl_source *source = tl_source_of(tl_test_arena, TL_STR("test"), tl_buf_str(&buf));
    struct tl_text in = tl_text_of(tl_test_arena, source);
    size_t n_files;

    struct tl_text out = tl_uuencode_remove(tl_test_arena, &in, &n_files);

    ck_assert_uint_eq(n_files, 0);
    ck_assert_uint_eq(out.bytes.len, buf.len);
}
END_TEST

static Suite *uuencode_suite(void)
{
    Suite *suite = suite_create("uuencode");
    tcase_add_loop_test(tl_case(suite, "texts"), files_are_left_out_of_the_text, 0,
                        sizeof rows / sizeof *rows);
    tl_add_tests(suite, "map", what_stands_round_a_file_keeps_its_place);
    tl_add_tests(suite, "cost", many_beginnings_cost_no_more_than_their_length);
    return suite;
}
TL_TEST_MAIN(uuencode_suite)
