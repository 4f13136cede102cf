/* SPDX-License-Identifier: MIT */
#include "base/regex_behind.h"

#include "support/tl_check.h"

START_TEST(a_lookbehind_becomes_a_callout)
{
    struct tl_regex_behind behind;

    ck_assert(tl_regex_behind_take(tl_test_arena, TL_STR("a(?<!b+|c)d"), 1, 0, &behind));

    tl_assert_str(behind.text, "a(?:(?C0))d");
    tl_assert_str(behind.inner, "(?:b+|c)(?C255)");
    ck_assert(behind.is_negative);
}
END_TEST

START_TEST(groups_after_it_keep_their_numbers)
{
    struct tl_regex_behind behind;

    ck_assert(tl_regex_behind_take(tl_test_arena, TL_STR("(?<=(b)+(?:c(d)))(e)"), 0, 3, &behind));

    tl_assert_str(behind.text, "(?:(?C3)|(?!)()())(e)");
    ck_assert(!behind.is_negative);
}
END_TEST

START_TEST(it_keeps_the_flags_that_it_stood_under)
{
    struct tl_regex_behind behind;

    ck_assert(tl_regex_behind_take(tl_test_arena, TL_STR("(?i)(?s-i:(?<=b+))"), 10, 0, &behind));

    tl_assert_str(behind.inner, "(?s-i:b+)(?C255)");
}
END_TEST

START_TEST(what_cannot_stand_alone_stays)
{
    static const struct {
        const char *pattern;
        size_t offset;
    } wrong[] = {{"a(?<=b+)", 0},      {"(?=b+)", 0},       {"(?<=b+", 0}, {"(b)(?<=\\1+)", 3},
                 {"(?<=(?<n>b)+)", 0}, {"(?C1)(?<=b+)", 5}, {"ab", 9}};
    struct tl_regex_behind behind;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        ck_assert_msg(!tl_regex_behind_take(tl_test_arena, tl_str_of(wrong[i].pattern),
                                            wrong[i].offset, 0, &behind),
                      "%s", wrong[i].pattern);
    }
}
END_TEST

static Suite *behind_suite(void)
{
    Suite *suite = suite_create("regex_behind");
    tl_add_tests(suite, "take", a_lookbehind_becomes_a_callout, groups_after_it_keep_their_numbers,
                 it_keeps_the_flags_that_it_stood_under, what_cannot_stand_alone_stays);
    return suite;
}
TL_TEST_MAIN(behind_suite)
