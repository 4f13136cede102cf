/* SPDX-License-Identifier: MIT */
#include "support/report.h"

#include <string.h>

static struct tl_findings one(size_t begin, size_t end, const char *text)
{
    struct tl_findings findings = {NULL, 0, 0};
    *TL_VEC_ADD(tl_test_arena, &findings) = (struct tl_finding){
        .rule = TL_STR("r"),
        .level = TL_LEVEL_WARNING,
        .message = TL_STR("m"),
        .text = tl_str_of(text),
        .span = {begin, end},
    };
    return findings;
}

static struct tl_str pretty(struct tl_str bytes, const struct tl_findings *findings)
{
    return tl_test_report(&tl_reporter_pretty, "a.eml", bytes, findings, false);
}

START_TEST(the_words_are_underlined_in_their_line)
{
    struct tl_findings findings = one(4, 7, "box");

    tl_assert_str(pretty(TL_STR("The box left.\nBye.\n"), &findings),
                  "a.eml:1:5: warning: m [r]\n"
                  "     1 | The box left.\n"
                  "       |     ^~~\n"
                  "1 message: 0 errors, 1 warning, 0 notes\n");
}
END_TEST

START_TEST(wide_characters_and_escapes_keep_the_underline_in_step)
{
    struct tl_findings findings = one(11, 14, "box");

    tl_assert_str(pretty(TL_STR("\xE6\xBC\xA2\xC3\xA5\t\033\xFF a box.\n"), &findings),
                  "a.eml:1:9: warning: m [r]\n"
                  "     1 | \xE6\xBC\xA2\xC3\xA5 \\x1b\\xff a box.\n"
                  "       |                ^~~\n"
                  "1 message: 0 errors, 1 warning, 0 notes\n");
}
END_TEST

START_TEST(words_over_several_lines_are_underlined_to_the_line_end)
{
    struct tl_findings findings = one(4, 11, "box left");

    tl_assert_str(pretty(TL_STR("The box\nleft.\n"), &findings),
                  "a.eml:1:5: warning: m [r]\n"
                  "     1 | The box\n"
                  "       |     ^~~\n"
                  "       = text: box left\n"
                  "1 message: 0 errors, 1 warning, 0 notes\n");
}
END_TEST

START_TEST(encoded_words_are_shown_decoded)
{
    struct tl_findings findings = one(0, 6, "\xC3\xA5");

    tl_assert_str(pretty(TL_STR("=C3=A5 left\n"), &findings),
                  "a.eml:1:1: warning: m [r]\n"
                  "     1 | =C3=A5 left\n"
                  "       | ^~~~~~\n"
                  "       = text: \xC3\xA5\n"
                  "1 message: 0 errors, 1 warning, 0 notes\n");
}
END_TEST

START_TEST(suggestions_follow)
{
    struct tl_findings findings = one(0, 3, "box");
    struct tl_strs *list = &findings.items[0].suggestions;
    *TL_VEC_ADD(tl_test_arena, list) = TL_STR("crate");
    *TL_VEC_ADD(tl_test_arena, list) = TL_STR("ca\033se");

    tl_assert_str(pretty(TL_STR("box\n"), &findings), "a.eml:1:1: warning: m [r]\n"
                                                      "     1 | box\n"
                                                      "       | ^~~\n"
                                                      "       = write: crate\n"
                                                      "       |    or: ca\\x1bse\n"
                                                      "1 message: 0 errors, 1 warning, 0 notes\n");
}
END_TEST

START_TEST(an_empty_span_has_a_caret)
{
    struct tl_findings findings = one(0, 0, "");
    struct tl_str printed = pretty(TL_STR(""), &findings);

    tl_assert_mentions(printed.data, "     1 | \n       | ^\n");
}
END_TEST

/* A line of `n` bytes "x" with "box" at `at`. */
static struct tl_str long_line(size_t n, size_t at)
{
    char *line = tl_arena_alloc(tl_test_arena, n + 2);
    memset(line, 'x', n);
    memcpy(line + at, "box", 3);
    line[n] = '\n';
    return (struct tl_str){line, n + 1};
}

START_TEST(of_a_long_line_what_is_near_the_words_is_shown)
{
    enum { N = 100000 };
    static const size_t places[] = {0, 59, 60, 61, 5000, N - 3};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        struct tl_findings findings = one(places[i], places[i] + 3, "box");
        struct tl_str printed = pretty(long_line(N, places[i]), &findings);
        ck_assert_uint_lt(printed.len, 1200);
        tl_assert_mentions(printed.data, "box");
        tl_assert_mentions(printed.data, "\xE2\x80\xA6");
        /* the caret stands below the first of the words */
        const char *row = strstr(printed.data, " | ");
        const char *mark = strstr(strchr(row, '\n'), "| ");
        size_t before = (size_t)(strchr(mark, '^') - (mark + 2));
        size_t wanted = (size_t)(strstr(row, "box") - (row + 3));
        bool cut = memcmp(row + 3, "\xE2\x80\xA6", 3) == 0;
        ck_assert_uint_eq(before, wanted - (cut ? 2 : 0));
    }
}
END_TEST

START_TEST(a_line_of_hundred_bytes_is_shown_whole)
{
    struct tl_findings findings = one(90, 93, "box");

    tl_assert_mentions(pretty(long_line(100, 90), &findings).data, "| xxx");
    tl_assert_mentions(pretty(long_line(101, 90), &findings).data, "| \xE2\x80\xA6xxx");
}
END_TEST

START_TEST(a_long_line_without_characters_is_cut_too)
{
    enum { N = 100000 };
    char *line = tl_arena_alloc(tl_test_arena, N);
    memset(line, 0x80, N);
    struct tl_findings findings = one(0, 1, "");

    ck_assert_uint_lt(pretty((struct tl_str){line, N}, &findings).len, 4000);
}
END_TEST

START_TEST(nothing_raw_reaches_the_terminal)
{
    struct tl_str bytes = TL_STR("a\033[31m\xC2\x9B\xE2\x80\xAE\xFF\r box\n");
    struct tl_findings findings = one(1, bytes.len, "\033\xE2\x80\xAE");

    tl_assert_tame(
        tl_test_report(&tl_reporter_pretty, "\033\xE2\x80\xAE.eml", bytes, &findings, false));
}
END_TEST

START_TEST(colours_are_only_there_where_they_are_wanted)
{
    struct tl_findings findings = one(4, 7, "box");
    struct tl_str bytes = TL_STR("The box left.\n");
    struct tl_str colored = tl_test_report(&tl_reporter_pretty, "a", bytes, &findings, true);

    tl_assert_mentions(colored.data, "\033[1;33m^~~\033[0m\n");
    ck_assert_uint_eq(tl_str_find_char(pretty(bytes, &findings), '\033', 0), TL_NONE);
}
END_TEST

static Suite *pretty_suite(void)
{
    Suite *suite = suite_create("pretty");
    tl_add_tests(suite, "line", the_words_are_underlined_in_their_line,
                 wide_characters_and_escapes_keep_the_underline_in_step,
                 words_over_several_lines_are_underlined_to_the_line_end,
                 an_empty_span_has_a_caret);
    tl_add_tests(suite, "more", encoded_words_are_shown_decoded, suggestions_follow);
    tl_add_tests(suite, "long lines", of_a_long_line_what_is_near_the_words_is_shown,
                 a_line_of_hundred_bytes_is_shown_whole, a_long_line_without_characters_is_cut_too);
    tl_add_tests(suite, "terminal", nothing_raw_reaches_the_terminal,
                 colours_are_only_there_where_they_are_wanted);
    return suite;
}
TL_TEST_MAIN(pretty_suite)
