/* SPDX-License-Identifier: MIT */
#include "rules/quoted_questions.h"

#include "base/limits.h"
#include "support/kind_table.h"

/* The texts of the questions, joined by " | ". */
static struct tl_str questions_of(const char *text, const char *asks, const char *joints)
{
    const struct tl_letter *letter = tl_test_letter(text);
    struct tl_engine *engine =
        tl_engine_new(tl_test_arena, tl_matcher_new(tl_test_arena), letter, 0);
    struct tl_regex *regexes[] = {NULL, NULL};
    const char *patterns[] = {asks, joints};
    for (size_t i = 0; i < 2; i++) {
        if (patterns[i] != NULL) {
            regexes[i] = tl_regex_new(tl_test_arena, tl_str_of(patterns[i]), 0);
        }
    }
    struct tl_questions found = tl_quoted_questions(engine, regexes[0], regexes[1]);
    struct tl_buf out = tl_buf_in(tl_test_arena);
    for (size_t i = 0; i < found.len; i++) {
        tl_buf_add(&out, i == 0 ? TL_STR("") : TL_STR(" | "));
        tl_buf_add(&out, tl_letter_str(letter, found.items[i].span));
    }
    return tl_buf_str(&out);
}

static const struct {
    const char *text;
    const char *found;
} rows[] = {
    {"It left.\n\n> Is it here? It was late.\n", "Is it here?"},
    {"Is it here?\n\n> It was late.\n", ""},
    {"It left.\n\n> Is it here? Is it red?)\n", "Is it here? | Is it red?)"},
    {"It left.\n\n> Tell me if it left.\n", "Tell me if it left."},
    {"It left.\n\n> Is it here, and is it red?\n", "Is it here | is it red?"},
    {"It left.\n\n> Is it here, and is it red, and is it new?\n",
     "Is it here | is it red | is it new?"},
    /* what the customer quotes is older */
    {"It left.\n\n> Is it here?\n>> Is it red?\n", "Is it here?"},
    {"It left.\n\n> Is it here?\n\nYes.\n\n> Is it red?\n", "Is it here? | Is it red?"},
    /* heads */
    {"It left.\n\n-----Original Message-----\nFrom: Ann\nSent: Monday\nSubject: Is it here?\n\n"
     "Is it red?\n",
     "Is it red?"},
    {"It left.\n\n-----Original Message-----\nFrom: Ann\nSent: Monday\nSubject: Box\n\n"
     "Is it red?\n\nFrom: Tom\nSent: Sunday\nSubject: Box\n\nIs it new?\n",
     "Is it red?"},
    {"It left.\n", ""},
};

START_TEST(a_quote_has_these_questions)
{
    struct tl_str came = questions_of(rows[_i].text, "[Tt]ell me if", ", and (?=is)");

    ck_assert_msg(tl_is_str(came, tl_str_of(rows[_i].found)), "%s: %s", rows[_i].text,
                  tl_test_said());
}
END_TEST

START_TEST(without_patterns_the_mark_counts)
{
    tl_assert_str(
        questions_of("It left.\n\n> Tell me if it left. Is it here, and is it red?\n", NULL, NULL),
        "Is it here, and is it red?");
}
END_TEST

START_TEST(there_are_not_too_many)
{
    struct tl_buf text = tl_buf_in(tl_test_arena);
    tl_buf_add(&text, TL_STR("It left.\n\n"));
    for (unsigned i = 0; i < TL_MAX_QUESTIONS + 5U; i++) {
        tl_buf_add_format(&text, "> Is it number %u?\n", i);
    }
    struct tl_str came = questions_of(tl_buf_str(&text).data, NULL, NULL);
    size_t count = 0;
    for (size_t at = 0; (at = tl_str_find_char(came, '?', at)) != TL_NONE; at++) {
        count++;
    }

    ck_assert_uint_eq(count, TL_MAX_QUESTIONS);
}
END_TEST

static Suite *quoted_questions_suite(void)
{
    Suite *suite = suite_create("quoted_questions");
    TCase *quote = tl_case(suite, "quote");
    tcase_add_loop_test(quote, a_quote_has_these_questions, 0, N_OF(rows));
    tcase_add_test(quote, without_patterns_the_mark_counts);
    tcase_add_test(quote, there_are_not_too_many);
    return suite;
}
TL_TEST_MAIN(quoted_questions_suite)
