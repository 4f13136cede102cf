/* SPDX-License-Identifier: MIT */
#include "model/zone.h"

#include "support/tl_check.h"

START_TEST(each_zone_has_a_name_of_its_own)
{
    for (int a = 0; a < TL_ZONE_COUNT; a++) {
        struct tl_str name = tl_zone_name((enum tl_zone)a);
        ck_assert_uint_gt(name.len, 0);
        for (int b = 0; b < a; b++) {
            ck_assert(!tl_str_equal(name, tl_zone_name((enum tl_zone)b)));
        }
    }
}
END_TEST

START_TEST(zones_are_named_as_in_the_guidelines)
{
    tl_assert_str(tl_zone_name(TL_ZONE_SUBJECT), "subject");
    tl_assert_str(tl_zone_name(TL_ZONE_SIGNOFF), "signoff");
    tl_assert_str(tl_zone_name(TL_ZONE_FOOTER), "footer");
}
END_TEST

START_TEST(customer_text_is_what_the_sender_wrote_to_the_customer)
{
    static const bool wanted[TL_ZONE_COUNT] = {
        [TL_ZONE_SUBJECT] = true, [TL_ZONE_GREETING] = true,   [TL_ZONE_BODY] = true,
        [TL_ZONE_SIGNOFF] = true, [TL_ZONE_POSTSCRIPT] = true,
    };
    enum tl_zone zone = (enum tl_zone)_i;

    ck_assert_msg(tl_zone_is_customer_text(zone) == wanted[zone], "%s", tl_zone_name(zone).data);
}
END_TEST

static Suite *zone_suite(void)
{
    Suite *suite = suite_create("zone");
    tl_add_tests(suite, "name", each_zone_has_a_name_of_its_own,
                 zones_are_named_as_in_the_guidelines);
    TCase *customer = tl_case(suite, "is_customer_text");
    tcase_add_loop_test(customer, customer_text_is_what_the_sender_wrote_to_the_customer, 0,
                        TL_ZONE_COUNT);
    return suite;
}
TL_TEST_MAIN(zone_suite)
