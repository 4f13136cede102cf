/* SPDX-License-Identifier: MIT */
#include "model/facts.h"

#include "support/tl_check.h"

START_TEST(each_fact_is_found_by_its_name)
{
    for (int i = 0; i < TL_FACT_COUNT; i++) {
        enum tl_fact fact;
        ck_assert(tl_fact_find(tl_fact_name((enum tl_fact)i), &fact));
        ck_assert_int_eq((int)fact, i);
    }
}
END_TEST

START_TEST(a_fact_that_nobody_knows_is_not_found)
{
    enum tl_fact fact;

    ck_assert(!tl_fact_find(TL_STR("colour"), &fact));
    ck_assert(!tl_fact_find(TL_STR(""), &fact));
    ck_assert(!tl_fact_find(TL_STR("Channel"), &fact));
}
END_TEST

START_TEST(each_value_is_found_by_its_name)
{
    for (int i = 0; i < TL_FACT_COUNT; i++) {
        enum tl_fact fact = (enum tl_fact)i;
        for (unsigned value = 0; tl_fact_value_name(fact, value).len > 0; value++) {
            unsigned found = 99;
            ck_assert(tl_fact_find_value(fact, tl_fact_value_name(fact, value), &found));
            ck_assert_uint_eq(found, value);
        }
    }
}
END_TEST

START_TEST(a_value_of_another_fact_is_not_found)
{
    unsigned value;

    ck_assert(tl_fact_find_value(TL_FACT_CHANNEL, TL_STR("letter"), &value));
    ck_assert_uint_eq(value, TL_FACT_CHANNEL_LETTER);
    ck_assert(!tl_fact_find_value(TL_FACT_AUDIENCE, TL_STR("letter"), &value));
    ck_assert(!tl_fact_find_value(TL_FACT_AUDIENCE, TL_STR(""), &value));
}
END_TEST

START_TEST(a_value_past_the_last_has_no_name)
{
    tl_assert_str(tl_fact_value_name(TL_FACT_AUDIENCE, TL_FACT_AUDIENCE_COUNT), "");
    tl_assert_str(tl_fact_value_name(TL_FACT_CHANNEL, TL_FACT_CHANNEL_COUNT), "");
    tl_assert_str(tl_fact_value_name(TL_FACT_CHANNEL, 1000), "");
}
END_TEST

START_TEST(what_nobody_stated_is_the_first_value)
{
    const struct tl_facts facts = {.today = 0};

    tl_assert_str(tl_fact_value_name(TL_FACT_CHANNEL, facts.value[TL_FACT_CHANNEL]), "email");
    tl_assert_str(tl_fact_value_name(TL_FACT_AUDIENCE, facts.value[TL_FACT_AUDIENCE]), "general");
    tl_assert_str(tl_fact_value_name(TL_FACT_KIND, facts.value[TL_FACT_KIND]), "draft");
    tl_assert_str(tl_fact_value_name(TL_FACT_ORIGIN, facts.value[TL_FACT_ORIGIN]), "unknown");
}
END_TEST

START_TEST(a_stated_fact_is_marked_and_the_others_are_not)
{
    struct tl_facts facts = {.today = 0};

    tl_facts_state(&facts, TL_FACT_ORIGIN, TL_FACT_ORIGIN_FIRST);

    ck_assert_uint_eq(facts.value[TL_FACT_ORIGIN], TL_FACT_ORIGIN_FIRST);
    for (int i = 0; i < TL_FACT_COUNT; i++) {
        ck_assert(facts.stated[i] == (i == TL_FACT_ORIGIN));
    }
}
END_TEST

static Suite *facts_suite(void)
{
    Suite *suite = suite_create("facts");
    tl_add_tests(suite, "find", each_fact_is_found_by_its_name,
                 a_fact_that_nobody_knows_is_not_found);
    tl_add_tests(suite, "find_value", each_value_is_found_by_its_name,
                 a_value_of_another_fact_is_not_found);
    tl_add_tests(suite, "value_name", a_value_past_the_last_has_no_name,
                 what_nobody_stated_is_the_first_value);
    tl_add_tests(suite, "state", a_stated_fact_is_marked_and_the_others_are_not);
    return suite;
}
TL_TEST_MAIN(facts_suite)
