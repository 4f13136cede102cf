/* SPDX-License-Identifier: MIT */
#include "model/marks.h"

#include "support/letter.h"

#define BODY                                                                                       \
    "musu siunta ateis rytoj ryte, o saskaita jau laukia pasto dezuteje prie jusu namu duru"

/* A language of two letters with marks, and its form without them. */
static struct tl_language form = {.tag = {"xy", 2}};
static const struct tl_language language = {
    .tag = {"xy", 2}, .letters = {"šų", sizeof "šų" - 1}, .unmarked = &form};

static const struct tl_language *found(const char *text, struct tl_facts *facts)
{
    struct tl_zoning zoning = {
        .arena = tl_test_arena,
        .matcher = tl_matcher_new(tl_test_arena),
        .text = tl_str_of(text),
    };
    *TL_VEC_ADD(tl_test_arena, &zoning.pieces) =
        (struct tl_piece){.span = {0, zoning.text.len}, .zone = TL_ZONE_BODY};
    return tl_marks_find(&zoning, &language, facts);
}

START_TEST(a_long_text_without_marks_is_unmarked)
{
    struct tl_facts facts = {.today = 0};

    ck_assert_ptr_eq(found(BODY, &facts), &form);
    ck_assert_uint_eq(facts.value[TL_FACT_LETTERS], TL_FACT_LETTERS_UNMARKED);
}
END_TEST

START_TEST(a_text_with_marks_is_marked)
{
    struct tl_facts facts = {.today = 0};

    ck_assert_ptr_eq(found("mūsų " BODY, &facts), &language);
    ck_assert_uint_eq(facts.value[TL_FACT_LETTERS], TL_FACT_LETTERS_MARKED);
}
END_TEST

START_TEST(the_marks_of_names_do_not_count)
{
    struct tl_facts facts = {.today = 0};

    ck_assert_ptr_eq(found(BODY " Šarūnas Bukšų", &facts), &form);
    ck_assert_uint_eq(facts.value[TL_FACT_LETTERS], TL_FACT_LETTERS_UNMARKED);
}
END_TEST

START_TEST(a_few_words_may_lack_marks_by_chance)
{
    struct tl_facts facts = {.today = 0};

    ck_assert_ptr_eq(found("ateis rytoj ryte", &facts), &form);
    ck_assert_uint_eq(facts.value[TL_FACT_LETTERS], TL_FACT_LETTERS_MARKED);
}
END_TEST

START_TEST(a_few_words_with_a_mark_in_a_capital_are_marked)
{
    struct tl_facts facts = {.today = 0};

    ck_assert_ptr_eq(found("Šiandien ateis ryte", &facts), &language);
}
END_TEST

START_TEST(what_is_stated_stays)
{
    struct tl_facts facts = {.today = 0};
    tl_facts_state(&facts, TL_FACT_LETTERS, TL_FACT_LETTERS_MARKED);

    (void)found(BODY, &facts);
    ck_assert_uint_eq(facts.value[TL_FACT_LETTERS], TL_FACT_LETTERS_MARKED);
}
END_TEST

START_TEST(a_language_without_that_form_is_itself)
{
    struct tl_facts facts = {.today = 0};
    struct tl_zoning zoning = {.arena = tl_test_arena};

    ck_assert_ptr_eq(tl_marks_find(&zoning, &form, &facts), &form);
    ck_assert_ptr_null(tl_marks_find(&zoning, NULL, &facts));
}
END_TEST

static Suite *marks_suite(void)
{
    Suite *suite = suite_create("marks");
    tl_add_tests(suite, "find", a_long_text_without_marks_is_unmarked, a_text_with_marks_is_marked,
                 the_marks_of_names_do_not_count, a_few_words_may_lack_marks_by_chance,
                 a_few_words_with_a_mark_in_a_capital_are_marked, what_is_stated_stays,
                 a_language_without_that_form_is_itself);
    return suite;
}
TL_TEST_MAIN(marks_suite)
