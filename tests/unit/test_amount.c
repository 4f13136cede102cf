/* SPDX-License-Identifier: MIT */
#include "model/amount.h"

#include "support/kind_table.h"

static const struct {
    const char *text;
    const char *found; /* hundredths and what was read, of all of them */
} rows[] = {
    {"1234", "123400 1234;"},
    {"1,234.50", "123450 1,234.50;"},
    {"1 234,50", "123450 1 234,50;"},
    {"1.234,50", "123450 1.234,50;"},
    {"1'234.5", "123450 1'234.5;"},
    {"1\u00A0234", "123400 1\u00A0234;"},
    {"12,345,678", "1234567800 12,345,678;"},
    {"1.250", "125000 1.250;"},
    {"85:-", "8500 85;"},
    {"5.", "500 5;"},
    {"0,5", "50 0,5;"},
    {"100 kr 20", "10000 100;2000 20;"},
    {"2 2 980", "200 2;298000 2 980;"},
    {"24 desk frames: 880.00", "2400 24;88000 880.00;"},
    /* no amounts */
    {"0.125", ""},
    {"1.2.3", ""},
    {"1,23,456", ""},
    {"1.234.56", ""},
    {"2026-11-21", ""},
    {"21/11/2026", ""},
    {"18:30", ""},
    {"20%", ""},
    {"#4411", ""},
    {"007", ""},
    {"1234567890123", ""},
    {"", ""},
};

START_TEST(a_text_has_these_amounts)
{
    struct tl_str text = tl_str_of(rows[_i].text);
    struct tl_buf out = tl_buf_in(tl_test_arena);
    struct tl_amount amount = {.span = {0, 0}};

    while (tl_amount_next(text, amount.span.end, text.len, &amount)) {
        struct tl_str read = tl_str_slice(text, amount.span.begin, amount.span.end);
        tl_buf_add_format(&out, "%lld %.*s;", (long long)amount.hundredths, TL_STR_ARG(read));
    }
    tl_assert_same(tl_buf_str(&out), tl_str_of(rows[_i].found));
}
END_TEST

static const struct {
    const char *form;
    long long hundredths;
    const char *shown;
} forms[] = {
    {"1,234.50", 123456789, "1,234,567.89"},
    {"1 234,50", 100000, "1 000,00"},
    {"1.234", 5, "0,05"},
    {"1,234", 150, "1.50"},
    {"10", 12300, "123"},
    {"10", 1234550, "12345.50"},
    {"10,5", -150, "-1,50"},
};

START_TEST(a_value_takes_the_form_of_another)
{
    struct tl_str text = tl_str_of(forms[_i].form);
    struct tl_amount amount;
    ck_assert(tl_amount_next(text, 0, text.len, &amount));

    tl_assert_same(tl_amount_show(tl_test_arena, forms[_i].hundredths, &amount),
                   tl_str_of(forms[_i].shown));
}
END_TEST

static Suite *amount_suite(void)
{
    Suite *suite = suite_create("amount");
    TCase *next = tl_case(suite, "next");
    tcase_add_loop_test(next, a_text_has_these_amounts, 0, N_OF(rows));
    TCase *show = tl_case(suite, "show");
    tcase_add_loop_test(show, a_value_takes_the_form_of_another, 0, N_OF(forms));
    return suite;
}
TL_TEST_MAIN(amount_suite)
