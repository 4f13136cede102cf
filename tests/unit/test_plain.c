/* SPDX-License-Identifier: MIT */
#include "text/plain.h"

#include "reading.h"

#include <string.h>

static const struct {
    const char *name;
    const char *in;
    const char *lines;
} rows[] = {
    {"a letter", "Dear Ann,\n\nyour order\nleft us.\n\n\nRegards,\nBo\n",
     "*T0  Dear Ann,\n*T0  your order\n T0  left us.\n*T0  Regards,\n T0  Bo\n"},
    {"CRLF and CR", "one\r\n\r\ntwo\rthree", "*T0  one\n*T0  two\n T0  three\n"},
    {"indentation and white space at ends", "\t  one \t\n   \n  two", "*T0  one\n*T0  two\n"},
    {"two spaces at the end", "one  \ntwo \nthree", "*T0! one\n T0  two\n T0  three\n"},
    {"quote marks", "yes\n> one\n>two\n> > three\n>>four\n>\n> five\nno",
     "*T0  yes\n*T1  one\n T1  two\n*T2  three\n T2  four\n*T1  five\n*T0  no\n"},
    {"a mark that is indented", "  > no quote\n", "*T0  > no quote\n"},
    {"a signature separator", "Bye\n-- \nAnn\n", "*T0  Bye\n T0  -- \n T0  Ann\n"},
    {"bullets", "You need:\n- a pen\n* paper\n\u2022 ink\n",
     "*T0  You need:\n*I0  a pen\n*I0  paper\n*I0  ink\n"},
    {"an item over two lines", "- a pen that\n  writes\n- paper\n",
     "*I0  a pen that\n I0  writes\n*I0  paper\n"},
    {"an item that was wrapped without indentation", "- a pen that\nwrites\n- ink\nBring both.\n",
     "*I0  a pen that\n I0  writes\n*I0  ink\n*T0  Bring both.\n"},
    {"numbers", "1. one\n2. two\n\n10) ten\n(11) eleven\na) first\nb) second\n",
     "*I0  one\n*I0  two\n*I0  ten\n*I0  eleven\n*I0  first\n*I0  second\n"},
    {"a number that a wrap brought to the start", "We close on\n24. December is a holiday\n",
     "*T0  We close on\n T0  24. December is a holiday\n"},
    {"initials", "A. Berg\nB. Dahl\n", "*T0  A. Berg\n T0  B. Dahl\n"},
    {"a name after a dash", "-Ann\n\u2014 Bo\n", "*T0  -Ann\n T0  \u2014 Bo\n"},
    {"rules", "Yours,\n-----\ntwo\n* * *\n\u2014\u2014\u2014\n",
     "*T0  Yours,\n*-0  -----\n*T0  two\n*-0  * * *\n*-0  \u2014\u2014\u2014\n"},
    {"no rules", "--\n-----Original Message-----\n...\n",
     "*T0  --\n T0  -----Original Message-----\n T0  ...\n"},
    {"headings", "# One\ntwo\n### Three ###\n#4 is no heading\n####### nor this\n",
     "*H0  One\n*T0  two\n*H0  Three\n*T0  #4 is no heading\n T0  ####### nor this\n"},
    {"fenced code", "Run\n```sh\n- x\n\n# y\n```\nand wait",
     "*T0  Run\n*#0  - x\n #0  # y\n*T0  and wait\n"},
    {"a title in capitals", "WHAT TO DO\n\nCall us.\n\nURGENT!\n\nCall.\n\nFAQ\n\nX\n\nACME LTD\n",
     "*H0  WHAT TO DO\n*T0  Call us.\n*T0  URGENT!\n*T0  Call.\n*T0  FAQ\n*T0  X\n*T0  ACME LTD\n"},
    {"a fence that is never closed", "one\n```\ntwo\n", "*T0  one\n T0  ```\n T0  two\n"},
    {"spaces that do not break", "1\u00a0340\u00a0kr\n\u00a0\nx", "*T0  1 340 kr\n*T0  x\n"},
    {"nothing", "", ""},
    {"nothing but line ends", "\n\r\n \n", ""},
};

START_TEST(every_text_has_its_lines)
{
    struct tl_source *source = tl_source_of(tl_test_arena, TL_STR("test"), tl_str_of(rows[_i].in));
    struct tl_text text = tl_text_of(tl_test_arena, source);

    struct tl_reading reading = tl_plain_read(tl_test_arena, &text, false, false);

    ck_assert_msg(tl_is_str(reading_lines(&reading), tl_str_of(rows[_i].lines)), "%s: %s",
                  rows[_i].name, tl_test_said());
    tl_map_check(reading.text.map, source->bytes.len);
}
END_TEST

START_TEST(words_came_from_their_bytes)
{
    struct tl_source *source =
        tl_test_source("test", "Hi\r\n> the cafe\u0301 is\r\n> f\u00f6r\u00adsenad\r\n");
    struct tl_text text = tl_text_of(tl_test_arena, source);

    struct tl_reading reading = tl_plain_read(tl_test_arena, &text, false, false);

    assert_lines(&reading, source, "*T0  Hi\n*T1  the caf\u00e9 is\n T1  f\u00f6rsenad\n");
    assert_words_from(&reading, source, "caf\u00e9", "cafe\u0301");
    assert_words_from(&reading, source, "f\u00f6rsenad", "f\u00f6r\u00adsenad");
    assert_words_from(&reading, source, "is\n", "is\r\n");
}
END_TEST

START_TEST(flowed_lines_are_one_line)
{
    struct tl_source *source = tl_test_source(
        "test", "Thank \r\nyou.\r\nBo\r\n\r\n> we \r\n> ask\r\n-- \r\nAnn \r\nBerg\r\n");
    struct tl_text text = tl_text_of(tl_test_arena, source);

    struct tl_reading reading = tl_plain_read(tl_test_arena, &text, true, false);

    assert_lines(&reading, source,
                 "*T0! Thank you.\n T0! Bo\n*T1! we ask\n*T0! -- \n T0! Ann Berg\n");
    assert_words_from(&reading, source, "Thank you", "Thank \r\nyou");
    assert_words_from(&reading, source, "we ask", "we \r\n> ask");
}
END_TEST

START_TEST(flowed_text_without_soft_breaks_has_no_hard_ends)
{
    struct tl_source *source = tl_test_source("test", "Dear Ann,\nwe\n");
    struct tl_text text = tl_text_of(tl_test_arena, source);

    struct tl_reading reading = tl_plain_read(tl_test_arena, &text, true, false);

    assert_lines(&reading, source, "*T0  Dear Ann,\n T0  we\n");
}
END_TEST

START_TEST(delsp_joins_without_the_space)
{
    struct tl_source *source = tl_test_source("test", "super \ncalifragilistic\n");
    struct tl_text text = tl_text_of(tl_test_arena, source);

    struct tl_reading reading = tl_plain_read(tl_test_arena, &text, true, true);

    assert_lines(&reading, source, "*T0! supercalifragilistic\n");
    assert_words_from(&reading, source, "supercali", "super \ncali");
}
END_TEST

static const char *const repeated[] = {">", "> ", ">\n", "- ", "```\n",
                                       "#", "\r", "a\n", "* ", "\u0301"};

START_TEST(a_million_of_anything_is_read)
{
    enum { N = 1000000 };
    size_t len = strlen(repeated[_i]);
    char *bytes = tl_arena_alloc(tl_test_arena, N * len);
    for (size_t i = 0; i < N; i++) {
        memcpy(bytes + i * len, repeated[_i], len);
    }
    struct tl_source *source =
        tl_source_of(tl_test_arena, TL_STR("test"), (struct tl_str){bytes, N * len});
    struct tl_text text = tl_text_of(tl_test_arena, source);

    struct tl_reading reading = tl_plain_read(tl_test_arena, &text, true, false);

    tl_map_check(reading.text.map, source->bytes.len);
}
END_TEST

static Suite *plain_suite(void)
{
    Suite *suite = suite_create("plain");
    TCase *table = tl_case(suite, "lines");
    tcase_add_loop_test(table, every_text_has_its_lines, 0, sizeof rows / sizeof *rows);
    tl_add_tests(suite, "map", words_came_from_their_bytes);
    tl_add_tests(suite, "flowed", flowed_lines_are_one_line,
                 flowed_text_without_soft_breaks_has_no_hard_ends, delsp_joins_without_the_space);
    TCase *hostile = tl_case(suite, "hostile");
    tcase_set_timeout(hostile, 60);
    tcase_add_loop_test(hostile, a_million_of_anything_is_read, 0,
                        sizeof repeated / sizeof *repeated);
    return suite;
}

TL_TEST_MAIN(plain_suite)
