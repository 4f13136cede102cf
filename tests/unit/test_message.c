/* SPDX-License-Identifier: MIT */
#include "rules/message.h"

#include "support/tl_check.h"

#define N_OF(table) (int)(sizeof(table) / sizeof *(table))

static const struct {
    const char *message;
    const char *filled; /* with the arguments "one" and "two" */
} table[] = {
    {"nothing to fill", "nothing to fill"},
    {"'%s'", "'one'"},
    {"%s, not %s", "one, not two"},
    {"%[2]s, not %[1]s", "two, not one"},
    {"%[2]s and %s", "two and"},
    {"%[1]s %s", "one two"},
    {"%d of %d", "one of two"},
    {"%s %s %s.", "one two ."},
    {"100%% of %s", "100% of one"},
    {"100%", "100%"},
    {"100% x", "100% x"},
    {"%q, %s", "\"one\", two"},
    {"%v %v", "one two"},
    {"%-5s|%5s", "one|two"},
    {"%.2f %x", "one %x"},
    {"%[3]s|", "|"},
    {"%[0]s|", "|"},
    {"%[2]", "%[2]"},
    {"line %[line]: %s", "line 7: one"},
    {"%[line]%[2]s%s", "7two"},
    {"%[lines]", "%[lines]"},
    {"", ""},
    {"  a \n b\t c ", "a b c"},
};

START_TEST(a_message_is_filled)
{
    const struct tl_str args[] = {TL_STR("one"), TL_STR("two")};

    tl_assert_same(
        tl_message_fill(tl_test_arena, tl_str_of(table[_i].message), args, 2, TL_STR("7")),
        tl_str_of(table[_i].filled));
}
END_TEST

START_TEST(numbers_are_rounded_as_the_verb_says)
{
    const struct tl_str args[] = {TL_STR("12.345"), TL_STR("7")};

    tl_assert_str(tl_message_fill(tl_test_arena, TL_STR("%.2f %.1f"), args, 2, TL_STR("7")),
                  "12.35 7.0");
    tl_assert_str(tl_message_fill(tl_test_arena, TL_STR("%d %d"), args, 2, TL_STR("7")), "12 7");
    tl_assert_str(tl_message_fill(tl_test_arena, TL_STR("%f %s"), args, 2, TL_STR("7")),
                  "12.345 7");
    tl_assert_str(tl_message_fill(tl_test_arena, TL_STR("%.999999999[2]f"), args, 2, TL_STR("7")),
                  "7.000000000");
}
END_TEST

START_TEST(an_argument_comes_on_one_line)
{
    const struct tl_str args[] = {TL_STR("one\n  two\r\nthree")};

    tl_assert_str(tl_message_fill(tl_test_arena, TL_STR("'%s'"), args, 1, TL_STR("7")),
                  "'one two three'");
}
END_TEST

START_TEST(percent_signs_of_an_argument_are_left_alone)
{
    const struct tl_str args[] = {TL_STR("%s 100% %%")};

    tl_assert_str(tl_message_fill(tl_test_arena, TL_STR("%s"), args, 1, TL_STR("7")), "%s 100% %%");
}
END_TEST

START_TEST(without_arguments_nothing_is_said)
{
    tl_assert_str(tl_message_fill(tl_test_arena, TL_STR("a %s b"), NULL, 0, TL_STR("7")), "a b");
}
END_TEST

static Suite *message_suite(void)
{
    Suite *suite = suite_create("message");
    TCase *fill = tl_case(suite, "fill");
    tcase_add_loop_test(fill, a_message_is_filled, 0, N_OF(table));
    tl_add_tests(suite, "arguments", numbers_are_rounded_as_the_verb_says,
                 an_argument_comes_on_one_line, percent_signs_of_an_argument_are_left_alone,
                 without_arguments_nothing_is_said);
    return suite;
}
TL_TEST_MAIN(message_suite)
