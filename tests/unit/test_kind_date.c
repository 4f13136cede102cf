/* SPDX-License-Identifier: MIT */
#include "base/day.h"
#include "support/kind_table.h"

#define MISMATCH "extends: date\njudge: mismatch\nmessage: '%s, %s'\n"
#define NONEXISTENT "extends: date\njudge: nonexistent\nmessage: '%s, %s'\n"
#define PAST "extends: date\njudge: past\nmessage: '%s, %s'\n"
#define LATE "extends: date\njudge: late\nmessage: '%s, %s'\n"

/* All on 21 November 2026, a Saturday. */
static struct tl_findings run(const char *rule, const char *text)
{
    const struct tl_facts facts = {.today = tl_day_read(TL_STR("2026-11-21"))};
    return tl_test_run(rule, tl_test_letter_of("a.txt", tl_str_of(text), &facts));
}

static struct tl_str joined(const struct tl_findings *found, bool messages)
{
    struct tl_buf out = tl_buf_in(tl_test_arena);
    for (size_t i = 0; i < found->len; i++) {
        tl_buf_add(&out, i > 0 ? TL_STR(" | ") : TL_STR(""));
        tl_buf_add(&out, messages ? found->items[i].message : found->items[i].text);
    }
    return tl_buf_str(&out);
}

static const struct tl_kind_row rows[] = {
    {MISMATCH, "Come on Monday 21 November 2026.", "Monday 21 November 2026"},
    {MISMATCH, "Come on Monday 23 November 2026.", ""},
    {MISMATCH, "Come on Tuesday 23 November, please.", "Tuesday 23 November"},
    {MISMATCH, "Come tomorrow, 23 November.", "tomorrow, 23 November"},
    {MISMATCH, "Come Sunday 3-Friday 6 May 2026.", "Friday 6 May 2026"},
    {MISMATCH, "Come on Tuesday 1 June.", "Tuesday 1 June"},
    {MISMATCH "year_within: 100\n", "Come on Tuesday 1 June, Tuesday 1 June 2026.",
     "Tuesday 1 June 2026"},
    {MISMATCH "scope: subject\n", "Come on Monday 21 November 2026.", ""},
    {MISMATCH "unless: [birthday]\n", "My birthday is Monday 21 November 2026.", ""},
    {NONEXISTENT, "Come on 31 June or 30 June.", "31 June"},
    {NONEXISTENT "scope: text & ~quotation\n", "You wrote \"on 31 June\".", ""},
    {NONEXISTENT, "Come on 29 February or 29 February 2027.", "29 February 2027"},
    {NONEXISTENT, "Come on Monday 31 June 2026.", "Monday 31 June 2026"},
    {PAST, "Come on 20 November, 21 November or 22 November.", "20 November"},
    {PAST, "Come on 3-5 November, 19-21 November.", "3-5 November"},
    {PAST, "Come on 31 June.", ""},
    {PAST, "Come on Monday 20 November.", ""}, /* it is a mismatch */
    {PAST, "We came yesterday, 20 November.", ""},
    {PAST "before: [by, (?:un)?til]\n", "Come by 3 May 2026, until (3 May 2026), for 3 May 2026.",
     "3 May 2026 | 3 May 2026"},
    {PAST "before: ['^by']\n", "It is over. By 3 May 2026.", ""},
    {PAST "after: [is, ends]\n", "On 3 May 2026 it is, 4 May 2026 is it, 5 May 2026, ends.",
     "4 May 2026 | 5 May 2026"},
    {PAST "before: [by]\nafter: [it]\n", "By 3 May 2026. by 4 May 2026 it", "4 May 2026"},
    {LATE "max: 3\n", "It is here.\n\nOn 17 November 2026 at 9:00, Bo wrote:\n> Hi\n",
     "It is here."},
    {LATE "max: 4\n", "It is here.\n\nOn 17 November 2026 at 9:00, Bo wrote:\n> Hi\n", ""},
    {LATE "max: 3\n", "It is here.\n\nOn 17 November at 9:00, Bo wrote:\n> Hi\n", ""},
    {LATE "max: 3\nscope: subject\n", "It is here.\n\nOn 7 November 2026 Bo wrote:\n> Hi\n", ""},
    {LATE "max: 3\n", "It is here.\n", ""},
    {LATE "max: 3\nmax_age: 14\n", "It is here.\n\nOn 7 November 2026 Bo wrote:\n> Hi\n",
     "It is here."},
    {LATE "max: 3\nmax_age: 14\n", "It is here.\n\nOn 6 November 2026 Bo wrote:\n> Hi\n", ""},
    {PAST "max_age: 14\n", "Come on 7 November 2026, 6 November 2026.", "7 November 2026"},
};

START_TEST(date_finds_this)
{
    struct tl_findings found = run(rows[_i].rule, rows[_i].text);

    ck_assert_msg(tl_is_str(joined(&found, false), tl_str_of(rows[_i].found)), "%s%s: %s",
                  rows[_i].rule, rows[_i].text, tl_test_said());
}
END_TEST

static const struct tl_kind_row messages[] = {
    {MISMATCH, "Come Mon 21 November 2026.", "Mon 21 November 2026, saturday"},
    {MISMATCH, "Come tomorrow, 23 November.", "tomorrow, 23 November, sunday 2026-11-22"},
    {NONEXISTENT, "Come on 29 February 2027.", "29 February 2027, 28"},
    {NONEXISTENT, "Come on 30 February.", "30 February, 29"},
    {PAST, "Come on 20 November.", "20 November, 2026-11-21"},
    {LATE "max: 3\n", "It is here.\n\nOn 17 November 2026 at 9:00, Bo wrote:\n> Hi\n",
     "4, 2026-11-17"},
};

START_TEST(the_message_says_what_speaks_against_it)
{
    struct tl_findings found = run(messages[_i].rule, messages[_i].text);

    ck_assert_msg(tl_is_str(joined(&found, true), tl_str_of(messages[_i].found)), "%s",
                  tl_test_said());
}
END_TEST

START_TEST(a_weekday_is_suggested_in_the_form_that_it_has)
{
    struct tl_findings found = run(MISMATCH, "Come Mon 24 November 2026, 22 November (Monday).");

    ck_assert_uint_eq(found.len, 2);
    ck_assert_uint_eq(found.items[0].suggestions.len, 1);
    tl_assert_str(found.items[0].suggestions.items[0], "Tue 24 November 2026");
    tl_assert_str(found.items[1].suggestions.items[0], "22 November (Sunday)");
}
END_TEST

START_TEST(nothing_is_past_or_late_where_the_day_is_not_known)
{
    tl_assert_str(tl_test_findings(PAST, "Come by 3 May 2026."), "");
    tl_assert_str(
        tl_test_findings(LATE "max: 1\n", "Yes.\n\nOn 17 November 2026 Bo wrote:\n> Hi\n"), "");
}
END_TEST

START_TEST(what_stands_far_before_a_date_is_not_looked_at)
{
    struct tl_buf text = tl_buf_in(tl_test_arena);
    tl_buf_add(&text, TL_STR("By "));
    for (int i = 0; i < 300; i++) {
        tl_buf_add(&text, TL_STR("ą"));
    }
    tl_buf_add(&text, TL_STR(" 3 May 2026."));

    ck_assert_uint_eq(run(PAST "before: ['By \\w+']\n", tl_buf_str(&text).data).len, 0);
}
END_TEST

static const struct tl_kind_error errors[] = {
    {"extends: date\nmessage: m\n", "1:1: there is no 'judge'\n"},
    {"extends: date\nmessage: m\njudge: old\n",
     "3:8: 'judge' must be mismatch, nonexistent, past or late\n"},
    {MISMATCH "max_age: 3\n", "1:1: 'max_age' is for 'judge: past' and 'judge: late'\n"},
    {LATE, "1:1: 'max' is for 'judge: late', which needs it\n"},
    {PAST "max: 3\n", "1:1: 'max' is for 'judge: late', which needs it\n"},
    {PAST "before: ['(']\n", NULL},
    {PAST "year_within: soon\n", "4:14: 'year_within' must be a whole number\n"},
    {PAST "tokens: [a]\n", "4:1: unknown key 'tokens'\n"},
};

START_TEST(date_does_not_load_this)
{
    if (errors[_i].errors != NULL) {
        tl_assert_error_row(errors[_i]);
    }
    ck_assert_ptr_null(tl_test_rule(errors[_i].rule));
}
END_TEST

static Suite *kind_date_suite(void)
{
    Suite *suite = suite_create("kind_date");
    TCase *run_case = tl_case(suite, "run");
    tcase_add_loop_test(run_case, date_finds_this, 0, N_OF(rows));
    tcase_add_loop_test(run_case, the_message_says_what_speaks_against_it, 0, N_OF(messages));
    tcase_add_test(run_case, a_weekday_is_suggested_in_the_form_that_it_has);
    tcase_add_test(run_case, nothing_is_past_or_late_where_the_day_is_not_known);
    tcase_add_test(run_case, what_stands_far_before_a_date_is_not_looked_at);
    TCase *load = tl_case(suite, "load");
    tcase_add_loop_test(load, date_does_not_load_this, 0, N_OF(errors));
    return suite;
}
TL_TEST_MAIN(kind_date_suite)
