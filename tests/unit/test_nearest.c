/* SPDX-License-Identifier: MIT */
#include "base/nearest.h"

#include "support/tl_check.h"

static struct tl_str nearest(struct tl_str word)
{
    static struct tl_str items[] = {
        {"format", 6},
        {"lang", 4},
        {"channel", 7},
        {"min-level", 9},
        {"a-name-that-is-much-longer-than-any-that-anybody-would-ever-type", 64},
    };
    const struct tl_strs names = {items, sizeof items / sizeof items[0], 0};
    return tl_nearest(&names, word);
}

START_TEST(one_edit_of_each_kind_is_near)
{
    tl_assert_str(nearest(TL_STR("formt")), "format");
    tl_assert_str(nearest(TL_STR("foormat")), "format");
    tl_assert_str(nearest(TL_STR("farmat")), "format");
    tl_assert_str(nearest(TL_STR("fromat")), "format");
}
END_TEST

START_TEST(the_name_itself_is_nearest_in_either_case)
{
    tl_assert_str(nearest(TL_STR("LANG")), "lang");
}
END_TEST

START_TEST(what_is_far_from_every_name_has_none)
{
    tl_assert_str(nearest(TL_STR("zzzzzz")), "");
    tl_assert_str(nearest(TL_STR("")), "");
}
END_TEST

START_TEST(words_and_names_that_are_too_long_are_passed_over)
{
    tl_assert_str(
        nearest(TL_STR("formatformatformatformatformatformatformatformatformatformatform")), "");
    tl_assert_str(
        nearest(TL_STR("a-name-that-is-much-longer-than-any-that-anybody-would-ever-typ")), "");
}
END_TEST

START_TEST(no_names_give_none)
{
    const struct tl_strs none = {NULL, 0, 0};

    tl_assert_str(tl_nearest(&none, TL_STR("x")), "");
}
END_TEST

START_TEST(edits_are_counted)
{
    ck_assert_uint_eq(tl_edits(TL_STR("Monday"), TL_STR("Mnoday")), 1);
    ck_assert_uint_eq(tl_edits(TL_STR("Monday"), TL_STR("Sunday")), 2);
    ck_assert_uint_eq(tl_edits(TL_STR("box"), TL_STR("box")), 0);
}
END_TEST

static Suite *nearest_suite(void)
{
    Suite *suite = suite_create("nearest");
    tl_add_tests(suite, "nearest", one_edit_of_each_kind_is_near,
                 the_name_itself_is_nearest_in_either_case, what_is_far_from_every_name_has_none,
                 words_and_names_that_are_too_long_are_passed_over, no_names_give_none,
                 edits_are_counted);
    return suite;
}
TL_TEST_MAIN(nearest_suite)
