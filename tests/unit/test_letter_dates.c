/* SPDX-License-Identifier: MIT */
#include "model/letter_dates.h"

#include "base/day.h"
#include "support/letter.h"

#define HEAD "From: a@example.com\nSubject: Box\n"
#define DATE "Date: Sat, 21 Nov 2026 23:59:00 -0800\n"
#define BODY "\nHi Ann,\n\nIt comes on 3 May.\n"

static const struct tl_letter *letter_of(const char *bytes, struct tl_facts facts)
{
    return tl_test_letter_of("a.eml", tl_str_of(bytes), &facts);
}

static struct tl_facts said(const char *today)
{
    return (struct tl_facts){.today = tl_day_read(tl_str_of(today))};
}

static struct tl_str day_text(int day)
{
    return day == 0 ? TL_STR("") : tl_day_text(tl_test_arena, day);
}

START_TEST(a_letter_is_of_the_day_of_its_date_field)
{
    const struct tl_letter *letter = letter_of(HEAD DATE BODY, said("2020-01-01"));

    tl_assert_str(day_text(letter->facts.today), "2026-11-21");
    ck_assert_uint_eq(letter->dates.len, 1);
    tl_assert_str(day_text(letter->dates.items[0].number), "2027-05-03");
}
END_TEST

START_TEST(without_one_it_is_of_the_day_that_the_user_says)
{
    tl_assert_str(day_text(letter_of(HEAD BODY, said("2020-01-01"))->facts.today), "2020-01-01");
    tl_assert_str(day_text(letter_of(HEAD "Date: today\n" BODY, said("2020-01-01"))->facts.today),
                  "2020-01-01");
    ck_assert_int_eq(letter_of(HEAD BODY, said(""))->facts.today, 0);
}
END_TEST

START_TEST(a_letter_on_paper_is_of_the_day_in_its_head)
{
    struct tl_facts facts = tl_test_facts(TL_FACT_CHANNEL, TL_FACT_CHANNEL_LETTER);
    facts.today = tl_day_read(TL_STR("2026-12-24"));
    static const char text[] = "Acme Ltd\nBox Street 5\n\n21 November 2026\n\n"
                               "Dear Ann,\n\nIt comes on 1 May 2027.\n\nKind regards\nTom\n";

    tl_assert_str(day_text(tl_test_letter_of("a.txt", TL_STR(text), &facts)->facts.today),
                  "2026-11-21");
    facts.value[TL_FACT_CHANNEL] = TL_FACT_CHANNEL_EMAIL;
    tl_assert_str(day_text(tl_test_letter_of("a.txt", TL_STR(text), &facts)->facts.today),
                  "2026-12-24");
}
END_TEST

START_TEST(a_template_is_of_no_day)
{
    struct tl_facts facts = tl_test_facts(TL_FACT_KIND, TL_FACT_KIND_TEMPLATE);
    facts.today = tl_day_read(TL_STR("2026-12-24"));

    ck_assert_int_eq(letter_of(HEAD BODY, facts)->facts.today, 0);
}
END_TEST

static const struct {
    const char *below; /* the answer */
    const char *day;
} quotes[] = {
    {"On Mon 16 November 2026, Bo wrote:\n> It is late.\n", "2026-11-16"},
    {"On 16/11/2026, Bo wrote:\n> It is late since 1 May 2026.\n", "2026-11-16"},
    {"-----Original Message-----\nFrom: bo@example.com\nSent: 16 November 2026 10:04\n"
     "To: Ann\n\nIt is late since 1 May 2026.\n",
     "2026-11-16"},
    {"> On 16 November 2026 at 10:04, Bo wrote:\n> It is late.\n", "2026-11-16"},
    {"> It is late since 1 May 2026: it is.\n", ""},
    {"> It is late since 1 May 2026.\n", ""},
    {"Bo <bo@example.com> wrote:\n> It is late since 1 May 2026.\n", ""},
    {"On 16 November at 10:04, Bo wrote:\n> It is late.\n", ""}, /* of which year */
    {"", ""},
};

START_TEST(the_quoted_message_is_of_the_day_above_it)
{
    struct tl_str bytes =
        tl_arena_format(tl_test_arena, "%s\n%s", HEAD DATE BODY, quotes[_i].below);

    tl_assert_same(day_text(letter_of(bytes.data, said(""))->quoted_day),
                   tl_str_of(quotes[_i].day));
}
END_TEST

START_TEST(dates_of_all_zones_are_in_order)
{
    const struct tl_letter *letter =
        letter_of("From: a@example.com\nSubject: 3 May\n\nDear Ann,\n\nOn 4 May.\n\nOn 5 May.\n\n"
                  "Regards\nTom\n\n> 6 May\n",
                  said("2026-05-01"));

    ck_assert_uint_eq(letter->dates.len, 4);
    for (size_t i = 0; i < 4; i++) {
        ck_assert_uint_eq(letter->dates.items[i].day, i + 3);
    }
}
END_TEST

START_TEST(a_long_text_has_its_dates)
{
    struct tl_buf text = tl_buf_in(tl_test_arena);
    for (int i = 0; i < 4000; i++) {
        tl_buf_add(&text, TL_STR("It comes on 3 May 2026. "));
    }

    ck_assert_uint_eq(tl_test_letter(tl_buf_str(&text).data)->dates.len, 4000);
}
END_TEST

static Suite *letter_dates_suite(void)
{
    Suite *suite = suite_create("letter_dates");
    tl_add_tests(suite, "today", a_letter_is_of_the_day_of_its_date_field,
                 without_one_it_is_of_the_day_that_the_user_says,
                 a_letter_on_paper_is_of_the_day_in_its_head, a_template_is_of_no_day);
    tl_add_tests(suite, "dates", dates_of_all_zones_are_in_order, a_long_text_has_its_dates);
    TCase *quoted = tl_case(suite, "quoted");
    tcase_add_loop_test(quoted, the_quoted_message_is_of_the_day_above_it, 0,
                        (int)(sizeof quotes / sizeof *quotes));
    return suite;
}
TL_TEST_MAIN(letter_dates_suite)
