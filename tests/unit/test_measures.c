/* SPDX-License-Identifier: MIT */
#include "rules/measures.h"

#include "rules/engine.h"
#include "support/letter.h"

#define N_OF(table) (int)(sizeof(table) / sizeof *(table))

static struct tl_tally tally_of(const struct tl_letter *letter, uint64_t uses)
{
    struct tl_engine engine = {
        .arena = tl_test_arena, .matcher = tl_matcher_new(tl_test_arena), .letter = letter};
    struct tl_tally tally = {.uses = uses};
    for (size_t i = 0; i < letter->sentences.len; i++) {
        tl_tally_add(&engine, &tally, i, TL_NONE);
    }
    return tally;
}

#define TEXT                                                                                       \
    "Hello dear customer! Is order AB12 here (\"yes?\") It costs 1 340 EUR.\n\n- see "             \
    "example.com\n- {{ nothing }}\n\n> Interesting!\n"

/* What the text above measures, in all its zones. */
static const struct {
    const char *measure;
    double value;
} table[] = {
    {"words", 16},
    {"plain_words", 12},
    {"numbers", 1},
    {"codes", 1},
    {"links", 1},
    {"sentences", 6},
    {"questions", 1},
    {"exclamations", 2},
    {"paragraphs", 3},
    {"list_items", 2},
    {"list", 2},
    {"blockquote", 1},
    {"headings", 0},
    {"table_cells", 0},
    {"pre", 0},
    {"long_words", 2},
    {"characters", 63},
    {"polysyllabic_words", 2},
    {"complex_words", 2},
    {"syllables", 24},
    {"words_per_sentence", 16.0 / 6},
    {"lix", 12.0 / 6 + 200.0 / 12},
    {"WORDS + Sentences", 22},
};

START_TEST(a_text_measures_this)
{
    struct tl_measure measure = tl_measure_of(tl_test_arena, tl_str_of(table[_i].measure));
    struct tl_tally tally = tally_of(tl_test_letter(TEXT), measure.uses);
    double value = 0;

    ck_assert(tl_measure_value(&measure, &tally, &value));
    ck_assert_msg(value > table[_i].value - 1e-9 && value < table[_i].value + 1e-9, "%s: %f",
                  table[_i].measure, value);
}
END_TEST

START_TEST(every_measure_is_a_formula)
{
    static const char *const formulas[] = {
#define COUNTED(id, text, one, meaning) text,
#define WORKED_OUT(text, formula, meaning) text, formula,
#include "rules/measures.def"
#undef COUNTED
#undef WORKED_OUT
    };
    for (size_t i = 0; i < sizeof formulas / sizeof *formulas; i++) {
        ck_assert_uint_ne(tl_measure_of(tl_test_arena, tl_str_of(formulas[i])).uses, 0);
    }
}
END_TEST

START_TEST(of_a_part_of_a_sentence_its_first_words_count)
{
    const struct tl_letter *letter = tl_test_letter("The big box left.\n");
    struct tl_engine engine = {.arena = tl_test_arena, .letter = letter};
    struct tl_tally tally = {.uses = 0};

    tl_tally_add(&engine, &tally, 0, 2);
    ck_assert_double_eq_tol(tally.n[TL_MEASURE_WORDS], 2, 1e-9);
    ck_assert_double_eq_tol(tally.n[TL_MEASURE_SENTENCES], 1, 1e-9);
    ck_assert_double_eq_tol(tally.n[TL_MEASURE_PARAGRAPHS], 1, 1e-9);
}
END_TEST

START_TEST(what_was_only_begun_counts_as_a_whole)
{
    struct tl_per per = {.n = 100, .measure = TL_MEASURE_WORDS};
    struct tl_tally tally = {.uses = 0};

    tally.n[TL_MEASURE_WORDS] = 150;
    ck_assert_double_eq_tol(tl_per_factor(&per, &tally), 2, 1e-9);
    tally.n[TL_MEASURE_WORDS] = 200;
    ck_assert_double_eq_tol(tl_per_factor(&per, &tally), 2, 1e-9);
    ck_assert_double_eq_tol(tl_per_factor(&(struct tl_per){0}, &tally), 1, 1e-9);
}
END_TEST

START_TEST(a_value_is_shown_with_a_place_where_it_has_one)
{
    tl_assert_str(tl_measure_show(tl_test_arena, 12), "12");
    tl_assert_str(tl_measure_show(tl_test_arena, 12.34), "12.3");
    tl_assert_str(tl_measure_show(tl_test_arena, 12.98), "13");
}
END_TEST

START_TEST(the_last_mark_stands_before_quotes_and_brackets)
{
    ck_assert_int_eq(tl_last_mark(TL_STR("Is it?")), '?');
    ck_assert_int_eq(tl_last_mark(TL_STR("(\"Is it?\")")), '?');
    ck_assert_int_eq(tl_last_mark(TL_STR("Is it? \xF0\x9F\x8E\x89")), '?');
    ck_assert_int_eq(tl_last_mark(TL_STR("It is!!")), '!');
    ck_assert_int_eq(tl_last_mark(TL_STR("Is it? Yes.")), '\0');
    ck_assert_int_eq(tl_last_mark(TL_STR("")), '\0');
}
END_TEST

static Suite *measures_suite(void)
{
    Suite *suite = suite_create("measures");
    tcase_add_loop_test(tl_case(suite, "tally"), a_text_measures_this, 0, N_OF(table));
    tl_add_tests(
        suite, "all", every_measure_is_a_formula, of_a_part_of_a_sentence_its_first_words_count,
        what_was_only_begun_counts_as_a_whole, a_value_is_shown_with_a_place_where_it_has_one,
        the_last_mark_stands_before_quotes_and_brackets);
    return suite;
}
TL_TEST_MAIN(measures_suite)
