/* SPDX-License-Identifier: MIT */
#include "rules/alike.h"

#include "support/tl_check.h"

#define N_OF(table) (int)(sizeof(table) / sizeof *(table))

static const struct {
    const char *a;
    const char *b;
    bool alike;
} table[] = {
    {"parcel", "parcel", true},
    {"parcel", "parcels", true},
    {"arrive", "arrival", true},
    {"open", "opening", true},
    {"delivery", "delivered", true},
    {"fee", "fees", true},
    {"tv", "tv", true},
    {"kaina", "kainos", true},
    {"s\xC4\x85skaita", "s\xC4\x85skaitos", true},
    {"leverans", "leveransen", true},
    {"tv", "tvs", false},
    {"fee", "feeling", false},
    {"return", "refund", false},
    {"station", "status", false},
    {"delivery", "deliberate", false},
    {"price", "principal", false},
    {"4411", "4412", false},
    {"", "a", false},
};

START_TEST(two_words_are_alike_or_not)
{
    struct tl_str a = tl_str_of(table[_i].a);
    struct tl_str b = tl_str_of(table[_i].b);

    ck_assert_int_eq(tl_word_is_alike(a, b), table[_i].alike);
    ck_assert_int_eq(tl_word_is_alike(b, a), table[_i].alike);
}
END_TEST

START_TEST(a_set_has_what_is_alike_to_one_of_it)
{
    struct tl_str words[] = {TL_STR("parcels"), TL_STR("arrival"), TL_STR("tv")};
    struct tl_strs all = {words, 3, 3};
    struct tl_alike_set set = tl_alike_set_of(&all);

    ck_assert(tl_alike_set_has(&set, TL_STR("parcel")));
    ck_assert(tl_alike_set_has(&set, TL_STR("arrive")));
    ck_assert(tl_alike_set_has(&set, TL_STR("tv")));
    ck_assert(!tl_alike_set_has(&set, TL_STR("box")));
    ck_assert(!tl_alike_set_has(&(struct tl_alike_set){{NULL, 0, 0}}, TL_STR("box")));
}
END_TEST

START_TEST(a_synonym_in_the_set_does_as_well)
{
    struct tl_str texts[] = {TL_STR("Price cost  charge"), TL_STR("ship send")};
    struct tl_strs all = {texts, 2, 2};
    struct tl_synonyms synonyms = tl_synonyms_of(tl_test_arena, &all);
    struct tl_str words[] = {TL_STR("costs")};
    struct tl_strs answer = {words, 1, 1};
    struct tl_alike_set set = tl_alike_set_of(&answer);

    ck_assert(tl_synonyms_has(&synonyms, TL_STR("prices"), &set));
    ck_assert(tl_synonyms_has(&synonyms, TL_STR("cost"), &set));
    ck_assert(!tl_synonyms_has(&synonyms, TL_STR("send"), &set));
    ck_assert(!tl_synonyms_has(&synonyms, TL_STR("box"), &set));
}
END_TEST

static Suite *alike_suite(void)
{
    Suite *suite = suite_create("alike");
    tcase_add_loop_test(tl_case(suite, "word"), two_words_are_alike_or_not, 0, N_OF(table));
    tl_add_tests(suite, "set", a_set_has_what_is_alike_to_one_of_it,
                 a_synonym_in_the_set_does_as_well);
    return suite;
}
TL_TEST_MAIN(alike_suite)
