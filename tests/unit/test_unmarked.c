/* SPDX-License-Identifier: MIT */
#include "rules/unmarked.h"

#include "rules/loader.h"
#include "support/letter.h"

#define LETTERS TL_STR("ąčęėįšųūž")

static const struct tl_yaml *copied(const char *yaml)
{
    struct tl_error err;
    const struct tl_yaml *map = tl_yaml_parse(tl_test_arena, "a.yml", tl_str_of(yaml), &err);
    ck_assert_ptr_nonnull(map);
    return tl_unmarked_copy(tl_test_arena, map, LETTERS);
}

START_TEST(letters_lose_their_marks_in_either_case_and_others_keep_theirs)
{
    tl_assert_str(tl_unmarked_text(tl_test_arena, TL_STR("Ačiū už ŽODŽIUS, Jürgen"), LETTERS),
                  "Aciu uz ZODZIUS, Jürgen");
    tl_assert_str(tl_unmarked_text(tl_test_arena, TL_STR("as is"), LETTERS), "as is");
}
END_TEST

START_TEST(what_is_looked_for_loses_its_marks_at_any_depth)
{
    const struct tl_yaml *map = copied("tokens: [ačiū, '(?&žodis)']\nwith:\n  - tokens: [už]\n");
    const struct tl_yaml *with = tl_loader_find(map, "with")->first;

    tl_assert_str(tl_loader_find(map, "tokens")->first->text, "aciu");
    tl_assert_str(tl_loader_find(map, "tokens")->first->next->text, "(?&zodis)");
    tl_assert_str(tl_loader_find(with, "tokens")->first->text, "uz");
    ck_assert_uint_eq(with->line, 3);
}
END_TEST

START_TEST(what_is_said_keeps_them)
{
    const struct tl_yaml *map = copied("message: rašykite ačiū\nsuggestions: [ačiū]\n"
                                       "swap:\n  šiuomi: šiuo\n");
    const struct tl_yaml *swap = tl_loader_find(map, "swap")->first;

    tl_assert_str(tl_loader_find(map, "message")->text, "rašykite ačiū");
    tl_assert_str(tl_loader_find(map, "suggestions")->first->text, "ačiū");
    tl_assert_str(swap->key->text, "siuomi");
    tl_assert_str(swap->text, "šiuo");
}
END_TEST

static Suite *unmarked_suite(void)
{
    Suite *suite = suite_create("unmarked");
    tl_add_tests(suite, "text", letters_lose_their_marks_in_either_case_and_others_keep_theirs);
    tl_add_tests(suite, "copy", what_is_looked_for_loses_its_marks_at_any_depth,
                 what_is_said_keeps_them);
    return suite;
}
TL_TEST_MAIN(unmarked_suite)
