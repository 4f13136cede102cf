/* SPDX-License-Identifier: MIT */
#include "model/signature_line.h"

#include "support/tl_check.h"

START_TEST(a_short_line_with_a_capital_is_a_name)
{
    ck_assert(tl_signature_line_is_name(TL_STR("Ann Berg"), 3));
    ck_assert(tl_signature_line_is_name(TL_STR("Neringa B."), 3));
    ck_assert(tl_signature_line_is_name(TL_STR("„Uosto dviračiai“"), 3));
    ck_assert(!tl_signature_line_is_name(TL_STR("Ann Berg of Acme"), 3));
    ck_assert(!tl_signature_line_is_name(TL_STR("trumpet teacher"), 3));
    ck_assert(!tl_signature_line_is_name(TL_STR("It left."), 3));
    ck_assert(!tl_signature_line_is_name(TL_STR(""), 3));
}
END_TEST

START_TEST(an_address_or_a_number_is_contact)
{
    ck_assert(tl_signature_line_is_contact(TL_STR("tel. 08-123 45 67")));
    ck_assert(tl_signature_line_is_contact(TL_STR("ann@acme.example")));
    ck_assert(tl_signature_line_is_contact(TL_STR("www.acme.example")));
    ck_assert(!tl_signature_line_is_contact(TL_STR("room 12")));
    ck_assert(!tl_signature_line_is_contact(TL_STR("Write to ann@acme.example.")));
}
END_TEST

START_TEST(what_ends_with_a_quoted_name_is_a_company)
{
    ck_assert(tl_signature_line_is_company(TL_STR("autoservisas „Trys ratai“")));
    ck_assert(!tl_signature_line_is_company(TL_STR("the box is blue")));
}
END_TEST

START_TEST(all_words_begin_with_a_capital)
{
    ck_assert(tl_signature_line_is_capitals(TL_STR("Žana Å. Berg")));
    ck_assert(!tl_signature_line_is_capitals(TL_STR("Thanks to Tom")));
    ck_assert(!tl_signature_line_is_capitals(TL_STR("")));
}
END_TEST

static Suite *signature_line_suite(void)
{
    Suite *suite = suite_create("signature_line");
    tl_add_tests(suite, "shapes", a_short_line_with_a_capital_is_a_name,
                 an_address_or_a_number_is_contact, what_ends_with_a_quoted_name_is_a_company,
                 all_words_begin_with_a_capital);
    return suite;
}
TL_TEST_MAIN(signature_line_suite)
