/* SPDX-License-Identifier: MIT */
#include "base/vec.h"

#include "support/tl_check.h"

START_TEST(a_list_has_what_was_added_and_nothing_else)
{
    struct tl_strs strs = {0};
    *TL_VEC_ADD(tl_test_arena, &strs) = TL_STR("one");
    *TL_VEC_ADD(tl_test_arena, &strs) = TL_STR("two");

    ck_assert(tl_strs_has(&strs, TL_STR("one")));
    ck_assert(tl_strs_has(&strs, TL_STR("two")));
    ck_assert(!tl_strs_has(&strs, TL_STR("tw")));
    ck_assert(!tl_strs_has(&strs, TL_STR("ONE")));
}
END_TEST

START_TEST(an_empty_list_has_nothing)
{
    struct tl_strs strs = {0};

    ck_assert(!tl_strs_has(&strs, TL_STR("")));
}
END_TEST

static Suite *vec_suite(void)
{
    Suite *suite = suite_create("vec");
    tl_add_tests(suite, "strs", a_list_has_what_was_added_and_nothing_else,
                 an_empty_list_has_nothing);
    return suite;
}
TL_TEST_MAIN(vec_suite)
