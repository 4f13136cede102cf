/* SPDX-License-Identifier: MIT */
#include "report/gcc.h"

#include "support/report.h"

static struct tl_findings one(size_t begin, size_t end, const char *message)
{
    struct tl_findings findings = {NULL, 0, 0};
    *TL_VEC_ADD(tl_test_arena, &findings) = (struct tl_finding){
        .rule = TL_STR("some-rule"),
        .level = TL_LEVEL_ERROR,
        .message = tl_str_of(message),
        .span = {begin, end},
    };
    return findings;
}

static struct tl_str gcc(const char *path, struct tl_str bytes, const struct tl_findings *findings)
{
    return tl_test_report(&tl_reporter_gcc, path, bytes, findings, true);
}

START_TEST(a_finding_is_a_line)
{
    struct tl_findings findings = one(4, 7, "no box");

    tl_assert_str(gcc("a.eml", TL_STR("The box left.\n"), &findings),
                  "a.eml:1:5: error: no box [some-rule]\n");
}
END_TEST

START_TEST(columns_are_characters_and_lines_count_from_one)
{
    struct tl_findings findings = one(8, 9, "m");

    tl_assert_str(gcc("a", TL_STR("\xC3\xA5\n\n\xC3\xA5\xC3\xA4x\n"), &findings),
                  "a:3:3: error: m [some-rule]\n");
}
END_TEST

START_TEST(no_findings_print_nothing)
{
    const struct tl_findings none = {NULL, 0, 0};

    tl_assert_str(gcc("a", TL_STR("x\n"), &none), "");
}
END_TEST

START_TEST(nothing_raw_reaches_the_terminal)
{
    struct tl_findings findings = one(0, 1, "no \033[31m\xE2\x80\xAE\xFF");
    struct tl_str printed = gcc("a\n\033.eml", TL_STR("x\n"), &findings);

    tl_assert_tame(printed);
    tl_assert_str(printed, "a\\x0a\\x1b.eml:1:1: error: no \\x1b[31m\\u{202e}\\xff [some-rule]\n");
}
END_TEST

START_TEST(a_place_at_the_end_of_the_file_is_printed)
{
    struct tl_findings findings = one(2, 2, "m");

    tl_assert_str(gcc("a", TL_STR("x\n"), &findings), "a:2:1: error: m [some-rule]\n");
}
END_TEST

static Suite *gcc_suite(void)
{
    Suite *suite = suite_create("gcc");
    tl_add_tests(suite, "file", a_finding_is_a_line,
                 columns_are_characters_and_lines_count_from_one, no_findings_print_nothing,
                 nothing_raw_reaches_the_terminal, a_place_at_the_end_of_the_file_is_printed);
    return suite;
}
TL_TEST_MAIN(gcc_suite)
