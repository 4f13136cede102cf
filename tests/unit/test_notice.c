/* SPDX-License-Identifier: MIT */
#include "source/notice.h"

#include "support/tl_check.h"

START_TEST(every_kind_of_notice_has_a_name_of_its_own)
{
    for (size_t i = 0; i < TL_NOTICE_COUNT; i++) {
        ck_assert_ptr_nonnull(tl_notice_names[i]);
        for (size_t k = 0; k < i; k++) {
            ck_assert_str_ne(tl_notice_names[i], tl_notice_names[k]);
        }
    }
}
END_TEST

START_TEST(the_names_are_those_of_rule_files)
{
    ck_assert_str_eq(tl_notice_names[TL_NOTICE_LIMIT], "limit");
    ck_assert_str_eq(tl_notice_names[TL_NOTICE_ENCODING], "encoding");
    ck_assert_str_eq(tl_notice_names[TL_NOTICE_NO_TEXT], "no-text");
}
END_TEST

static Suite *notice_suite(void)
{
    Suite *suite = suite_create("notice");
    tl_add_tests(suite, "names", every_kind_of_notice_has_a_name_of_its_own,
                 the_names_are_those_of_rule_files);
    return suite;
}
TL_TEST_MAIN(notice_suite)
