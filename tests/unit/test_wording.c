/* SPDX-License-Identifier: MIT */
#include "rules/wording.h"

#include "loading.h"

#define assert_errors(reading, literal) tl_assert_str(tl_test_errors(&(reading).errors), literal)

START_TEST(one_text_serves_every_language)
{
    struct reading_of r;
    read_map(&r, "message: say it\n");
    struct tl_wordings wordings = {0};

    ck_assert(tl_wordings_load(&r.loader, r.map, "message", &wordings));
    tl_assert_str(tl_wordings_in(&wordings, TL_STR("en")), "say it");
    tl_assert_str(tl_wordings_in(&wordings, TL_STR("sv")), "say it");
    tl_assert_str(tl_wordings_in(&wordings, TL_STR("")), "say it");
}
END_TEST

START_TEST(a_language_that_has_no_text_reads_english_wherever_that_stands)
{
    struct reading_of r;
    read_map(&r, "message:\n  sv: säg det\n  en: say it\n");
    struct tl_wordings wordings = {0};

    ck_assert(tl_wordings_load(&r.loader, r.map, "message", &wordings));
    tl_assert_str(tl_wordings_in(&wordings, TL_STR("sv")), "säg det");
    tl_assert_str(tl_wordings_in(&wordings, TL_STR("SV")), "säg det");
    tl_assert_str(tl_wordings_in(&wordings, TL_STR("lt")), "say it");
    tl_assert_str(tl_wordings_in(&wordings, TL_STR("")), "say it");
}
END_TEST

START_TEST(no_text_is_empty)
{
    struct reading_of r;
    read_map(&r, "other: say it\n");
    struct tl_wordings wordings = {0};

    ck_assert(tl_wordings_load(&r.loader, r.map, "message", &wordings));
    tl_assert_str(tl_wordings_in(&wordings, TL_STR("en")), "");
}
END_TEST

START_TEST(a_text_in_languages_without_english_is_an_error)
{
    struct reading_of r;
    read_map(&r, "message:\n  sv: säg det\n");
    struct tl_wordings wordings = {0};

    ck_assert(!tl_wordings_load(&r.loader, r.map, "message", &wordings));
    assert_errors(r, "2:3: 'message' has no text in English ('en')\n");
}
END_TEST

START_TEST(a_list_is_no_text_in_any_language)
{
    struct reading_of r;
    read_map(&r, "message:\n  en: say it\n  sv: [säg, det]\nwhy: [a]\n");
    struct tl_wordings wordings = {0};

    ck_assert(!tl_wordings_load(&r.loader, r.map, "message", &wordings));
    ck_assert(!tl_wordings_load(&r.loader, r.map, "why", &wordings));
    assert_errors(r, "3:7: 'message' must be a text in each language\n4:6: 'why' must be a text\n");
}
END_TEST

static Suite *wording_suite(void)
{
    Suite *suite = suite_create("wording");
    tl_add_tests(suite, "in", one_text_serves_every_language,
                 a_language_that_has_no_text_reads_english_wherever_that_stands, no_text_is_empty);
    tl_add_tests(suite, "load", a_text_in_languages_without_english_is_an_error,
                 a_list_is_no_text_in_any_language);
    return suite;
}
TL_TEST_MAIN(wording_suite)
