/* SPDX-License-Identifier: MIT */
#include "model/evidence.h"

#include "support/letter.h"

#include <string.h>

enum { XX, YY, ZZ, N_LANGUAGES };

static struct tl_strs words_of(const char *words)
{
    struct tl_strs strs = {NULL, 0, 0};
    struct tl_str all = tl_str_of(words);
    for (size_t at = 0; at < all.len;) {
        size_t end = tl_str_find_char(all, ' ', at);
        end = end == TL_NONE ? all.len : end;
        *TL_VEC_ADD(tl_test_arena, &strs) = tl_str_slice(all, at, end);
        at = end + 1;
    }
    return strs;
}

static const struct tl_languages *languages(void)
{
    static struct tl_language all[N_LANGUAGES];
    static const struct tl_language *items[N_LANGUAGES] = {&all[XX], &all[YY], &all[ZZ]};
    static struct tl_languages list;
    all[XX] = (struct tl_language){.tag = TL_STR("xx"),
                                   .function_words = {words_of("och inte det på")},
                                   .endings = words_of("ningen ar"),
                                   .letters = TL_STR("åäö")};
    all[YY] = (struct tl_language){.tag = TL_STR("yy"),
                                   .function_words = {words_of("ikke det")},
                                   .endings = words_of("ene ar"),
                                   .letters = TL_STR("åæø")};
    all[ZZ] = (struct tl_language){.tag = TL_STR("zz"), .function_words = {words_of("the")}};
    list = (struct tl_languages){.items = items, .len = N_LANGUAGES, .cap = N_LANGUAGES};
    tl_evidence_index(tl_test_arena, &list);
    return &list;
}

/* What a text says for a language. */
static int points(const char *text, size_t language)
{
    const struct tl_languages *all = languages();
    struct tl_evidence evidence = {.n_words = 0};
    tl_evidence_add(all, tl_str_of(text), &evidence);
    return tl_evidence_points(all, &evidence, language);
}

START_TEST(a_common_word_speaks_for_its_language)
{
    ck_assert_int_gt(points("inte", XX), 0);
    ck_assert_int_eq(points("inte", YY), 0);
    ck_assert_int_eq(points("INTE", XX), points("inte", XX));
    ck_assert_int_eq(points("Inte, inte!", XX), 2 * points("inte", XX));
}
END_TEST

START_TEST(a_word_of_two_languages_says_less)
{
    ck_assert_int_eq(points("det", XX), points("det", YY));
    ck_assert_int_lt(points("det", XX), points("och", XX));
}
END_TEST

START_TEST(a_part_of_a_word_is_no_word)
{
    ck_assert_int_eq(points("ochs toch intet", XX), 0);
}
END_TEST

START_TEST(the_longest_ending_of_a_word_counts)
{
    ck_assert_int_gt(points("betalningen", XX), 0);
    ck_assert_int_eq(points("betalningen", YY), 0);
    ck_assert_int_eq(points("svingene", YY), points("betalningen", XX));
    ck_assert_int_eq(points("ningen", XX), 0); // that is no ending of a word
}
END_TEST

START_TEST(letters_speak_for_and_against)
{
    ck_assert_int_gt(points("kött", XX), 0);
    ck_assert_int_lt(points("kött", YY), 0);
    ck_assert_int_eq(points("kött", ZZ), 0); // it does not say what it is written with
    ck_assert_int_gt(points("råd", YY), 0);
    ck_assert_int_eq(points("я", XX), 0); // nobody writes it
}
END_TEST

START_TEST(names_tell_nothing)
{
    ck_assert_int_eq(points("Ann Öberg", XX), 0);
    ck_assert_int_gt(points("Överallt", XX), 0);       // the start of a text
    ck_assert_int_gt(points("Ann.\nÖverallt", XX), 0); // and of a line
    ck_assert_int_gt(points("Ann! Överallt", XX), 0);
    ck_assert_int_gt(points("Ann Inte", XX), 0); // a common word in any case
}
END_TEST

static const char *const codes[] = {
    "inte@example.com", "https://example.com/inte",
    "inte.example.com", "inte_och",
    "{{inte}}",         "{{ inte och }}",
    "<% if inte %>",    "[och inte]",
    "inte4411",         "inte=och",
};

START_TEST(addresses_codes_and_placeholders_tell_nothing)
{
    ck_assert_int_eq(points(codes[_i], XX), 0);
}
END_TEST

START_TEST(what_never_ends_is_no_placeholder)
{
    ck_assert_int_gt(points("{{ a b c d e f g h i j k l inte inte inte", XX), 0);
}
END_TEST

START_TEST(a_very_long_word_tells_nothing)
{
    char word[5000];
    memset(word, 'a', sizeof word);
    memcpy(word + sizeof word - 7, "ningen", 7);

    ck_assert_int_eq(points(word, XX), 0);
}
END_TEST

START_TEST(two_texts_say_what_they_say_together)
{
    const struct tl_languages *all = languages();
    struct tl_evidence one = {.n_words = 0};
    struct tl_evidence two = {.n_words = 0};

    tl_evidence_add(all, TL_STR("inte kött"), &one);
    tl_evidence_add(all, TL_STR("och"), &two);
    tl_evidence_join(&one, &two);

    ck_assert_uint_eq(one.n_words, 3);
    ck_assert_int_eq(tl_evidence_points(all, &one, XX), points("inte kött och", XX));
}
END_TEST

START_TEST(without_an_index_nothing_is_told)
{
    struct tl_languages all = *languages();
    struct tl_evidence evidence = {.n_words = 0};
    all.evidence = NULL;

    tl_evidence_add(&all, TL_STR("inte"), &evidence);

    ck_assert_int_eq(tl_evidence_points(&all, &evidence, XX), 0);
}
END_TEST

static Suite *evidence_suite(void)
{
    Suite *suite = suite_create("evidence");
    tl_add_tests(suite, "words", a_common_word_speaks_for_its_language,
                 a_word_of_two_languages_says_less, a_part_of_a_word_is_no_word,
                 the_longest_ending_of_a_word_counts, letters_speak_for_and_against,
                 names_tell_nothing, what_never_ends_is_no_placeholder,
                 a_very_long_word_tells_nothing);
    TCase *none = tl_case(suite, "codes");
    tcase_add_loop_test(none, addresses_codes_and_placeholders_tell_nothing, 0,
                        (int)(sizeof codes / sizeof *codes));
    tl_add_tests(suite, "sum", two_texts_say_what_they_say_together,
                 without_an_index_nothing_is_told);
    return suite;
}
TL_TEST_MAIN(evidence_suite)
