/* SPDX-License-Identifier: MIT */
#include "model/language_guess.h"

#include "support/letter.h"

/* en: the and of to you …; xx: och att det */
#define ENGLISH "We sent the box to you and it is on the way with the bill.\n\n"
#define OTHERISH "Det gick och det kom, och att det stod och att det sa det.\n\n"

static struct tl_language_doubt doubt;

/* The letter of a text whose language is declared by that tag. */
static const struct tl_letter *letter(const char *declared, const char *text)
{
    const struct tl_facts none = {.today = 0};
    struct tl_source *source = tl_source_of(tl_test_arena, TL_STR("a.txt"), tl_str_of(text));
    const struct tl_content *content = tl_content_read(tl_test_arena, source);
    struct tl_content *own = tl_arena_alloc(tl_test_arena, sizeof *own);
    *own = *content;
    own->language = tl_str_of(declared);
    const struct tl_letter *made =
        tl_letter_build(tl_test_arena, own, tl_test_languages(), &none, NULL);
    doubt = made->doubt;
    return made;
}

/* Its tag; "?" where it is not known. */
static struct tl_str tag(const struct tl_language *language)
{
    return language == NULL ? TL_STR("?") : language->tag;
}

static struct tl_str told(const char *declared, const char *text)
{
    return tag(letter(declared, text)->language);
}

START_TEST(a_text_is_of_the_language_whose_words_it_has)
{
    tl_assert_str(told("", ENGLISH), "en");
    tl_assert_str(told("", OTHERISH), "xx");
}
END_TEST

START_TEST(little_evidence_tells_nothing)
{
    tl_assert_str(told("", "Ann, the\n"), "?");
    tl_assert_str(told("", ""), "?");
    tl_assert_str(told("", "4411 ... --\n"), "?");
    ck_assert_ptr_null(doubt.rivals[0]);
}
END_TEST

START_TEST(a_few_words_among_many_others_tell_nothing)
{
    tl_assert_str(told("", "Kesa vo mira the lo suna, pe ra tilo to meri kano sevi dola and rupi "
                           "nasto vela, kira sodo puna lemi.\n"),
                  "?");
}
END_TEST

START_TEST(what_is_declared_counts_where_there_is_little_evidence)
{
    tl_assert_str(told("xx", "Kaukana linna.\n"), "xx");
    tl_assert_str(told("xx-SE", "Ann, the box.\n"), "xx");
}
END_TEST

START_TEST(a_sentence_in_another_language_beats_what_is_declared)
{
    tl_assert_str(told("xx", ENGLISH), "en");
}
END_TEST

START_TEST(a_declared_language_that_nobody_knows_is_named_in_the_doubt)
{
    tl_assert_str(told("tlh", "Kaukana linna on the.\n"), "?");
    tl_assert_str(doubt.declared, "tlh");
    tl_assert_str(told("tlh", ENGLISH), "en");
}
END_TEST

START_TEST(languages_that_are_alike_are_named_in_the_doubt)
{
    tl_assert_str(told("", "The box and the bill: det och det.\n"), "?");
    ck_assert_ptr_nonnull(doubt.rivals[0]);
    ck_assert_ptr_nonnull(doubt.rivals[1]);
}
END_TEST

START_TEST(of_a_letter_in_two_languages_it_is_that_of_more_words)
{
    tl_assert_str(told("", ENGLISH OTHERISH ENGLISH), "en");
    tl_assert_str(told("", OTHERISH ENGLISH OTHERISH), "xx");
}
END_TEST

START_TEST(a_block_has_its_own_language)
{
    const struct tl_letter *made = letter("", ENGLISH OTHERISH ENGLISH ENGLISH "Ann Berg\n");

    tl_assert_str(tag(made->blocks.items[0].language), "en");
    tl_assert_str(tag(made->blocks.items[1].language), "xx");
    tl_assert_str(tag(made->blocks.items[2].language), "en");
    tl_assert_str(tag(made->blocks.items[4].language), "en");
}
END_TEST

START_TEST(a_few_words_are_of_the_language_of_the_letter)
{
    const struct tl_language *en = tl_test_languages()->items[0];
    const struct tl_languages *all = tl_test_languages();

    ck_assert_ptr_eq(tl_language_of_block(all, en, TL_STR("Och det")), en);
    ck_assert_ptr_eq(tl_language_of_block(all, en, TL_STR("Och det var nog")), en);
    ck_assert_ptr_eq(tl_language_of_block(all, en, TL_STR("")), en);
    ck_assert_ptr_null(tl_language_of_block(all, NULL, TL_STR("Ann Berg")));
}
END_TEST

static Suite *language_guess_suite(void)
{
    Suite *suite = suite_create("language_guess");
    tl_add_tests(suite, "evidence", a_text_is_of_the_language_whose_words_it_has,
                 little_evidence_tells_nothing, a_few_words_among_many_others_tell_nothing,
                 languages_that_are_alike_are_named_in_the_doubt,
                 of_a_letter_in_two_languages_it_is_that_of_more_words);
    tl_add_tests(suite, "declared", what_is_declared_counts_where_there_is_little_evidence,
                 a_sentence_in_another_language_beats_what_is_declared,
                 a_declared_language_that_nobody_knows_is_named_in_the_doubt);
    tl_add_tests(suite, "blocks", a_block_has_its_own_language,
                 a_few_words_are_of_the_language_of_the_letter);
    return suite;
}
TL_TEST_MAIN(language_guess_suite)
