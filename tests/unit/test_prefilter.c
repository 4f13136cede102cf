/* SPDX-License-Identifier: MIT */
#include "rules/prefilter.h"

#include "support/letter.h"

/* The mark of a pattern. */
static const struct tl_prefilter_mark *added(struct tl_prefilter *prefilter, const char *pattern)
{
    struct tl_literal_pattern is;
    tl_prefilter_read(prefilter, tl_str_of(pattern), &is);
    return tl_prefilter_add(prefilter, (const struct tl_literal_need *[]){&is.value.need}, 1);
}

/* The sentences in which a pattern may match, a digit each. */
static struct tl_str places(const char *pattern, const char *text)
{
    struct tl_prefilter *prefilter = tl_prefilter_new(tl_test_arena, tl_test_classes());
    const struct tl_prefilter_mark *mark = added(prefilter, pattern);
    const struct tl_letter *letter = tl_test_letter(text);
    const struct tl_prefilter_hits *hits = tl_prefilter_run(tl_test_arena, prefilter, letter);
    struct tl_buf out = tl_buf_in(tl_test_arena);
    for (size_t i = 0; i < letter->sentences.len; i++) {
        if (tl_prefilter_may_match(hits, mark, i, i)) {
            tl_buf_add_format(&out, "%zu", i);
        }
    }
    return tl_buf_str(&out);
}

START_TEST(a_pattern_may_match_where_a_literal_begins)
{
    static const char text[] = "One box. Two boxes.\n\nA LID and an a\xC3\x85 a. No more.\n";

    tl_assert_str(places("box", text), "01");
    tl_assert_str(places("boxes|lid", text), "12");
    tl_assert_str(places("x. two", text), "0");
    tl_assert_str(places("\xC3\xA5 a", text), "2");
    tl_assert_str(places("crate", text), "");
    tl_assert_str(places("no (?&fruit)|more", text), "3");
}
END_TEST

START_TEST(letters_of_three_cases_are_found)
{
    tl_assert_str(places("kiss", "A \xE2\x84\xAAi\xC5\xBFs."), "0");
}
END_TEST

START_TEST(a_class_is_looked_for_once_for_all_that_name_it)
{
    struct tl_prefilter *prefilter = tl_prefilter_new(tl_test_arena, tl_test_classes());
    const struct tl_prefilter_mark *a = added(prefilter, "(?&fruit)\\d");
    const struct tl_prefilter_mark *b = added(prefilter, "\\d(?&fruit)+");

    ck_assert_uint_eq(a->n_rows, b->n_rows);
    for (size_t i = 0; i < a->n_rows; i++) {
        ck_assert_uint_eq(a->rows[i], b->rows[i]);
    }
}
END_TEST

START_TEST(what_may_match_anything_has_no_mark)
{
    struct tl_prefilter *prefilter = tl_prefilter_new(tl_test_arena, tl_test_classes());

    ck_assert_ptr_null(added(prefilter, "\\w+"));
    ck_assert_ptr_null(added(prefilter, "(?&loop)"));
}
END_TEST

START_TEST(many_literals_are_all_found)
{
    struct tl_prefilter *prefilter = tl_prefilter_new(tl_test_arena, tl_test_classes());
    const struct tl_prefilter_mark *marks[3000];
    struct tl_buf text = tl_buf_in(tl_test_arena);
    for (unsigned i = 0; i < 3000; i++) {
        marks[i] = added(prefilter, tl_arena_format(tl_test_arena, "w%ux", i).data);
        tl_buf_add_format(&text, "%sW%uX", i % 2 == 0 ? " and " : ". Then ", i);
    }
    const struct tl_letter *letter = tl_test_letter(tl_buf_str(&text).data);
    const struct tl_prefilter_hits *hits = tl_prefilter_run(tl_test_arena, prefilter, letter);
    size_t last = letter->sentences.len - 1;

    for (unsigned i = 0; i < 3000; i++) {
        ck_assert(tl_prefilter_may_match(hits, marks[i], 0, last));
        ck_assert(i < 100 || !tl_prefilter_may_match(hits, marks[i], 0, 0));
    }
}
END_TEST

static Suite *prefilter_suite(void)
{
    Suite *suite = suite_create("prefilter");
    tl_add_tests(suite, "prefilter", a_pattern_may_match_where_a_literal_begins,
                 letters_of_three_cases_are_found, a_class_is_looked_for_once_for_all_that_name_it,
                 what_may_match_anything_has_no_mark, many_literals_are_all_found);
    return suite;
}
TL_TEST_MAIN(prefilter_suite)
