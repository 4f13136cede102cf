/* SPDX-License-Identifier: MIT */
#include "model/piece.h"

#include "support/letter.h"

static const struct tl_regex *signoffs(const struct tl_language *language)
{
    return language->signoffs;
}

/* The zoning of a text of one piece. */
static struct tl_zoning zoning_of(const char *text)
{
    struct tl_zoning zoning = {
        .arena = tl_test_arena,
        .matcher = tl_matcher_new(tl_test_arena),
        .text = tl_str_of(text),
        .languages = tl_test_languages(),
    };
    *TL_VEC_ADD(tl_test_arena, &zoning.pieces) =
        (struct tl_piece){.span = {0, zoning.text.len}, .zone = TL_ZONE_BODY};
    return zoning;
}

START_TEST(a_piece_is_shown_without_blanks_at_its_ends)
{
    struct tl_zoning zoning = zoning_of("  Dear Ann, \t");

    tl_assert_str(tl_piece_str(&zoning, 0), "Dear Ann,");
}
END_TEST

START_TEST(words_are_runs_without_white_space)
{
    ck_assert_uint_eq(tl_piece_n_words(TL_STR("Dear Mr. van der Berg,")), 5);
    ck_assert_uint_eq(tl_piece_n_words(TL_STR("  two   words ")), 2);
    ck_assert_uint_eq(tl_piece_n_words(TL_STR("")), 0);
    ck_assert_uint_eq(tl_piece_n_words(TL_STR(" \t ")), 0);
}
END_TEST

START_TEST(a_mark_alone_is_no_word)
{
    ck_assert_uint_eq(tl_piece_n_words(TL_STR("Ann - from Acme")), 3);
    ck_assert_uint_eq(tl_piece_n_words(TL_STR("| Acme | Åre |")), 2);
    ck_assert_uint_eq(tl_piece_n_words(TL_STR("-- ")), 0);
    ck_assert_uint_eq(tl_piece_n_words(TL_STR("[Name] {x}")), 2);
}
END_TEST

START_TEST(a_match_gives_where_it_ends)
{
    struct tl_zoning zoning = zoning_of("Kind regards, Tom");
    zoning.language = zoning.languages->items[0];

    ck_assert_uint_eq(tl_zoning_match(&zoning, signoffs, zoning.text, false), 12);
}
END_TEST

START_TEST(a_match_must_begin_at_the_start)
{
    struct tl_zoning zoning = zoning_of("With kind regards");
    zoning.language = zoning.languages->items[0];

    ck_assert_uint_eq(tl_zoning_match(&zoning, signoffs, zoning.text, false), 0);
}
END_TEST

START_TEST(another_language_counts_only_where_it_is_asked_for)
{
    struct tl_zoning zoning = zoning_of("Kind regards");
    zoning.language = zoning.languages->items[1];

    ck_assert_uint_eq(tl_zoning_match(&zoning, signoffs, zoning.text, false), 0);
    ck_assert_uint_eq(tl_zoning_match(&zoning, signoffs, zoning.text, true), 12);
}
END_TEST

START_TEST(all_languages_count_where_the_language_is_not_known)
{
    struct tl_zoning zoning = zoning_of("Kind regards");

    ck_assert_uint_eq(tl_zoning_match(&zoning, signoffs, zoning.text, false), 12);
}
END_TEST

static Suite *piece_suite(void)
{
    Suite *suite = suite_create("piece");
    tl_add_tests(suite, "str", a_piece_is_shown_without_blanks_at_its_ends);
    tl_add_tests(suite, "n_words", words_are_runs_without_white_space, a_mark_alone_is_no_word);
    tl_add_tests(suite, "match", a_match_gives_where_it_ends, a_match_must_begin_at_the_start,
                 another_language_counts_only_where_it_is_asked_for,
                 all_languages_count_where_the_language_is_not_known);
    return suite;
}
TL_TEST_MAIN(piece_suite)
