/* SPDX-License-Identifier: MIT */
#include "support/kind_table.h"

#define RULE "extends: readability\nmessage: 'grade %s'\ngrade: -99\n"

/* 2 sentences, 13 words, 66 characters; 23 syllables, where a run of vowels is one; 1 word of
 * three syllables. */
#define LETTER "The visitors enter the museum over the bridge. Children under seven pay\nnothing.\n"

static const struct {
    const char *metrics;
    const char *message;
} table[] = {
    {"Flesch-Kincaid", "grade 7.82"},        {"flesch-kincaid", "grade 7.82"},
    {"[Gunning Fog]", "grade 5.68"},         {"SMOG", "grade 7.17"},
    {"Automated Readability", "grade 5.73"}, {"Coleman-Liau", "grade 9.50"},
    {"[Gunning Fog, SMOG]", "grade 6.42"},
};

START_TEST(the_mean_of_grades_is_said)
{
    struct tl_str rule = tl_arena_format(tl_test_arena, "%smetrics: %s\n", RULE, table[_i].metrics);

    tl_assert_same(tl_test_messages(rule.data, LETTER), tl_str_of(table[_i].message));
}
END_TEST

#define GRADE(grade)                                                                               \
    "extends: readability\nmessage: m\nmetrics: [SMOG, Gunning Fog]\ngrade: " grade "\n"

static const struct tl_kind_row rows[] = {
    {GRADE("6.4"), LETTER, "The visitors enter the museum over the bridge."},
    {GRADE("6.5"), LETTER, ""},
    {GRADE("{default: 9, email: 6}"), LETTER, "The visitors enter the museum over the bridge."},
    {GRADE("-100"), "", ""},
};

START_TEST(readability_finds_this)
{
    tl_assert_row(rows[_i]);
}
END_TEST

static const struct tl_kind_error errors[] = {
    {RULE, "1:1: there is no 'metrics'\n"},
    {"extends: readability\nmessage: m\nmetrics: SMOG\n", "1:1: there is no 'grade'\n"},
    {RULE "metrics: [SMOG, SMUG]\n", "4:17: unknown metric 'SMUG'; did you mean 'SMOG'?\n"},
    {RULE "metrics: Fog index\n", "4:10: unknown metric 'Fog index'\n"},
    {RULE "metrics: [SMOG, SMOG, SMOG, SMOG, SMOG, SMOG]\n", "4:41: 'metrics' names one twice\n"},
};

START_TEST(readability_does_not_load_this)
{
    tl_assert_error_row(errors[_i]);
}
END_TEST

static Suite *kind_readability_suite(void)
{
    Suite *suite = suite_create("kind_readability");
    TCase *run = tl_case(suite, "run");
    tcase_add_loop_test(run, the_mean_of_grades_is_said, 0, N_OF(table));
    tcase_add_loop_test(run, readability_finds_this, 0, N_OF(rows));
    TCase *load = tl_case(suite, "load");
    tcase_add_loop_test(load, readability_does_not_load_this, 0, N_OF(errors));
    return suite;
}
TL_TEST_MAIN(kind_readability_suite)
