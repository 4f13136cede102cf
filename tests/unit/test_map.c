/* SPDX-License-Identifier: MIT */
#include "source/map.h"

#include "support/tl_check.h"

/*
 * text    0123 456 789ABCD E
 * runs    exact unit base64 unit without a source
 * source  10-14 20-25 30-42 50
 *
 * The base64 run holds 7 bytes that begin at the second byte of a group: 3 groups from 30 to 42.
 */
static struct tl_run runs[] = {
    {TL_RUN_EXACT, 0, 0, {10, 14}},
    {TL_RUN_UNIT, 0, 4, {20, 25}},
    {TL_RUN_BASE64, 1, 7, {30, 42}},
    {TL_RUN_UNIT, 0, 14, {50, 50}},
};
static const struct tl_map map = {{runs, 4, 4}, 15};
static const struct tl_map empty = {{NULL, 0, 0}, 0};

START_TEST(a_byte_is_found_in_its_run)
{
    static const size_t run_of[] = {0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 3};
    for (size_t i = 0; i < sizeof run_of / sizeof run_of[0]; i++) {
        ck_assert_uint_eq(tl_map_find(&map, i), run_of[i]);
    }
}
END_TEST

START_TEST(exact_bytes_came_from_their_own_byte)
{
    tl_assert_span(tl_map_source(&map, (struct tl_span){1, 3}), 11, 13);
}
END_TEST

START_TEST(a_part_of_a_unit_came_from_all_of_it)
{
    tl_assert_span(tl_map_source(&map, (struct tl_span){5, 6}), 20, 25);
}
END_TEST

START_TEST(a_range_over_runs_came_from_the_first_to_the_last)
{
    tl_assert_span(tl_map_source(&map, (struct tl_span){2, 5}), 12, 25);
    tl_assert_span(tl_map_source(&map, (struct tl_span){3, 15}), 13, 50);
}
END_TEST

START_TEST(a_base64_byte_came_from_two_characters)
{
    /* the first text byte is the second byte of the group 30-34 */
    tl_assert_span(tl_map_source(&map, (struct tl_span){7, 8}), 31, 33);
    tl_assert_span(tl_map_source(&map, (struct tl_span){8, 9}), 32, 34);
    tl_assert_span(tl_map_source(&map, (struct tl_span){9, 10}), 34, 36);
    tl_assert_span(tl_map_source(&map, (struct tl_span){10, 11}), 35, 37);
    tl_assert_span(tl_map_source(&map, (struct tl_span){11, 12}), 36, 38);
    tl_assert_span(tl_map_source(&map, (struct tl_span){7, 14}), 31, 41);
}
END_TEST

START_TEST(an_escaped_byte_came_from_its_three_characters)
{
    struct tl_run run[] = {{TL_RUN_ESCAPE, 0, 0, {10, 22}}};
    struct tl_map escapes = {{run, 1, 1}, 4};

    tl_assert_span(tl_map_source(&escapes, (struct tl_span){0, 1}), 10, 13);
    tl_assert_span(tl_map_source(&escapes, (struct tl_span){1, 3}), 13, 19);
    tl_assert_span(tl_map_source(&escapes, (struct tl_span){2, 2}), 16, 16);
    tl_assert_span(tl_map_source(&escapes, (struct tl_span){4, 4}), 22, 22);
    tl_map_check(&escapes, 22);
}
END_TEST

START_TEST(a_run_of_escapes_can_be_cut)
{
    struct tl_run whole[] = {{TL_RUN_ESCAPE, 0, 5, {10, 22}}};
    struct tl_map escapes = {{whole, 1, 1}, 9};

    struct tl_run run = tl_map_cut(&escapes, 0, 6, 8);

    ck_assert_int_eq(run.kind, TL_RUN_ESCAPE);
    ck_assert_uint_eq(run.text, 6);
    tl_assert_span(run.source, 13, 19);
}
END_TEST

START_TEST(an_empty_range_stands_before_the_byte_that_follows)
{
    tl_assert_span(tl_map_source(&map, (struct tl_span){2, 2}), 12, 12);
    tl_assert_span(tl_map_source(&map, (struct tl_span){4, 4}), 20, 20);
    tl_assert_span(tl_map_source(&map, (struct tl_span){5, 5}), 20, 20);
    tl_assert_span(tl_map_source(&map, (struct tl_span){9, 9}), 34, 34);
}
END_TEST

START_TEST(the_end_of_the_text_stands_after_the_last_byte)
{
    static struct tl_run one[] = {{TL_RUN_EXACT, 0, 0, {5, 8}}};
    const struct tl_map short_map = {{one, 1, 1}, 3};

    tl_assert_span(tl_map_source(&short_map, (struct tl_span){3, 3}), 8, 8);
}
END_TEST

START_TEST(an_empty_map_stands_at_the_start)
{
    tl_assert_span(tl_map_source(&empty, (struct tl_span){0, 0}), 0, 0);
}
END_TEST

START_TEST(a_cut_of_exact_bytes_is_exact)
{
    struct tl_run run = tl_map_cut(&map, 0, 1, 3);

    ck_assert_int_eq(run.kind, TL_RUN_EXACT);
    ck_assert_uint_eq(run.text, 1);
    tl_assert_span(run.source, 11, 13);
}
END_TEST

START_TEST(a_cut_of_a_unit_is_the_whole_unit)
{
    struct tl_run run = tl_map_cut(&map, 1, 5, 6);

    ck_assert_int_eq(run.kind, TL_RUN_UNIT);
    tl_assert_span(run.source, 20, 25);
}
END_TEST

/* Every cut of a base64 run of every phase says of each byte what the whole run says. */
START_TEST(a_cut_of_base64_keeps_the_source_of_each_byte)
{
    enum { LEN = 11 };
    unsigned phase = (unsigned)_i;
    struct tl_run whole[] = {{TL_RUN_BASE64, phase, 0, {100, 120}}};
    const struct tl_map from = {{whole, 1, 1}, LEN};
    for (size_t begin = 0; begin < LEN; begin++) {
        for (size_t end = begin + 1; end <= LEN; end++) {
            struct tl_run part[] = {tl_map_cut(&from, 0, begin, end)};
            part[0].text = 0;
            const struct tl_map cut = {{part, 1, 1}, end - begin};
            for (size_t i = begin; i < end; i++) {
                struct tl_span wanted = tl_map_source(&from, (struct tl_span){i, i + 1});
                struct tl_span came =
                    tl_map_source(&cut, (struct tl_span){i - begin, i - begin + 1});
                tl_assert_span(came, wanted.begin, wanted.end);
            }
            ck_assert_uint_lt(part[0].phase, 3);
            ck_assert_uint_eq((part[0].source.begin - 100) % 4, 0);
        }
    }
}
END_TEST

START_TEST(base64_that_ends_early_stays_inside_its_source)
{
    /* "YQ" without padding: one byte of two characters */
    struct tl_run run[] = {{TL_RUN_BASE64, 0, 0, {4, 6}}};
    const struct tl_map cut_short = {{run, 1, 1}, 1};

    tl_assert_span(tl_map_source(&cut_short, (struct tl_span){0, 1}), 4, 6);
    tl_assert_span(tl_map_cut(&cut_short, 0, 0, 1).source, 4, 6);
}
END_TEST

START_TEST(a_good_map_passes_the_check)
{
    tl_map_check(&map, 50);
    tl_map_check(&empty, 0);
}
END_TEST

START_TEST(a_source_past_the_end_fails_the_check)
{
    tl_map_check(&map, 49);
}
END_TEST

START_TEST(an_exact_run_of_another_length_fails_the_check)
{
    struct tl_run run[] = {{TL_RUN_EXACT, 0, 0, {0, 3}}};
    const struct tl_map wrong = {{run, 1, 1}, 4};
    tl_map_check(&wrong, 10);
}
END_TEST

START_TEST(text_without_runs_fails_the_check)
{
    const struct tl_map wrong = {{NULL, 0, 0}, 4};
    tl_map_check(&wrong, 10);
}
END_TEST

START_TEST(a_text_that_does_not_begin_in_a_run_fails_the_check)
{
    struct tl_run run[] = {{TL_RUN_EXACT, 0, 1, {0, 3}}};
    const struct tl_map wrong = {{run, 1, 1}, 4};
    tl_map_check(&wrong, 10);
}
END_TEST

static Suite *map_suite(void)
{
    Suite *suite = suite_create("map");
    tl_add_tests(suite, "find", an_escaped_byte_came_from_its_three_characters,
                 a_run_of_escapes_can_be_cut, a_byte_is_found_in_its_run);
    tl_add_tests(
        suite, "source", exact_bytes_came_from_their_own_byte, a_part_of_a_unit_came_from_all_of_it,
        a_range_over_runs_came_from_the_first_to_the_last, a_base64_byte_came_from_two_characters,
        an_empty_range_stands_before_the_byte_that_follows,
        the_end_of_the_text_stands_after_the_last_byte, an_empty_map_stands_at_the_start,
        base64_that_ends_early_stays_inside_its_source);
    tl_add_tests(suite, "cut", a_cut_of_exact_bytes_is_exact, a_cut_of_a_unit_is_the_whole_unit);
    TCase *base64 = tl_case(suite, "cut base64");
    tcase_add_loop_test(base64, a_cut_of_base64_keeps_the_source_of_each_byte, 0, 3);
    TCase *check = tl_case(suite, "check");
    tcase_add_test(check, a_good_map_passes_the_check);
    tcase_add_test_raise_signal(check, a_source_past_the_end_fails_the_check, 6);
    tcase_add_test_raise_signal(check, an_exact_run_of_another_length_fails_the_check, 6);
    tcase_add_test_raise_signal(check, text_without_runs_fails_the_check, 6);
    tcase_add_test_raise_signal(check, a_text_that_does_not_begin_in_a_run_fails_the_check, 6);
    return suite;
}
TL_TEST_MAIN(map_suite)
