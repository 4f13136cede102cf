/* SPDX-License-Identifier: MIT */
#include "rules/compound.h"

#include "support/letter.h"

/* A dictionary that has no compounds itself. */
static struct tl_spell *spell_make(void)
{
    const char *folder = tl_test_folder();
    (void)tl_test_file(folder, "sv_SE.aff", TL_STR("SET UTF-8\n"));
    (void)tl_test_file(folder, "sv_SE.dic",
                       TL_STR("6\nbokning\nlistan\nhatt\nhylla\nkörkortstillstånd\nby\n"));
    struct tl_spell *spell = tl_spell_new(tl_test_arena);
    tl_spell_add_folder(spell, tl_str_of(folder));
    return spell;
}

static bool is_compound(const char *word)
{
    struct tl_spell *spell = spell_make();
    struct tl_strs joints = {0};
    *TL_VEC_ADD(tl_test_arena, &joints) = TL_STR("s");
    return tl_compound_is(spell, tl_spell_group_of(spell, TL_STR("sv"), true), tl_test_arena,
                          &joints, tl_str_of(word));
}

static struct tl_str doubled(const char *word)
{
    struct tl_spell *spell = spell_make();
    return tl_compound_doubled(spell, tl_spell_group_of(spell, TL_STR("sv"), true), tl_test_arena,
                               tl_str_of(word));
}

START_TEST(two_words_with_or_without_a_joint_are_one)
{
    ck_assert(is_compound("bokningslistan"));
    ck_assert(is_compound("Bokningslistan"));
    ck_assert(is_compound("hattbokning"));
}
END_TEST

START_TEST(what_may_be_an_ending_is_no_second_word)
{
    ck_assert(!is_compound("bokninghatt"));
    ck_assert(!is_compound("bylistan"));
    ck_assert(!is_compound("bokning-listan"));
    ck_assert(!is_compound("bokningxlistan"));
}
END_TEST

START_TEST(a_letter_too_many_or_too_few_of_a_pair_is_a_slip)
{
    tl_assert_str(doubled("körkortstilstånd"), "körkortstillstånd");
    tl_assert_str(doubled("hattt"), "hatt");
    tl_assert_str(doubled("hyla"), "hylla");
    tl_assert_str(doubled("hylan"), "");
}
END_TEST

static Suite *compound_suite(void)
{
    Suite *suite = suite_create("compound");
    tl_add_tests(suite, "words", two_words_with_or_without_a_joint_are_one,
                 what_may_be_an_ending_is_no_second_word,
                 a_letter_too_many_or_too_few_of_a_pair_is_a_slip);
    return suite;
}
TL_TEST_MAIN(compound_suite)
