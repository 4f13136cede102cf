/* SPDX-License-Identifier: MIT */
#include "support/kind_table.h"

#define BARE "extends: sum\nmessage: '%s, %s'\nignorecase: true\n"
#define RULE                                                                                       \
    BARE "currencies: [kr, '€|EUR|euros?', '\\$']\ntotal: [(?:sub)?total, to pay]\n"             \
         "other: [tax, discount]\nunsure: [each, '\\d x']\n"
#define TEXT(rows) "Hi Ann,\n\nIt is this:\n\n" rows "\n\nWe hope that you like it all.\n"
#define PAGE(rows)                                                                                 \
    "<html><p>Hi Ann,</p><table>" rows "</table><p>We hope that you like it all.</p></html>"

static const struct tl_kind_row rows[] = {
    {RULE, TEXT("A: 10 kr\nB: 20 kr\nTotal: 31 kr"), "Total: 31 kr"},
    {RULE, TEXT("A: 10 kr\nB: 20 kr\nTotal: 30 kr"), ""},
    {RULE, TEXT("- A: 10 kr\n- B: 20 kr\n- C: free\n\n**Total: 31 kr**"), "Total: 31 kr"},
    {RULE, TEXT("A: €1,000.50\nB: 20 euros\nTo pay: EUR 1,030.50"), "To pay: EUR 1,030.50"},
    {RULE, TEXT("A: 1.000,50 €\nB: 20 €\nTo pay: 1 020,50 €"), ""},
    {RULE, TEXT("A 10 kr\nB 20 kr\nC 5 kr (with the lid)\nTotal 34 kr"), "Total 34 kr"},
    {RULE,
     PAGE("<tr><td>A</td><td>10 kr</td></tr><tr><td>B</td><td>20 kr</td></tr>"
          "<tr><td>Total</td><td>31 kr</td></tr>"),
     "31 kr"},
    /* what goes on from a total, and what does not */
    {RULE, TEXT("Subtotal: 100 kr\nTax: 25 kr\nTotal: 135 kr"), "Total: 135 kr"},
    {RULE, TEXT("A: 10 kr\nB: 20 kr\nTotal: 30 kr\nC: 5 kr\nD: 6 kr\nTotal: 11 kr"), ""},
    {RULE, TEXT("A: 10 kr\nB: 20 kr\nTotal: 30 kr\nC: 5 kr\nD: 6 kr\nTotal: 41 kr"), ""},
    /* what may be added, taken off or left out */
    {RULE, TEXT("A: 10 kr\nB: 20 kr\nDiscount: 5 kr\nTotal: 25 kr"), ""},
    {RULE, TEXT("A: 10 kr\nB: 20 kr\nDiscount: -5 kr\nTax: 3 kr\nTotal: 28 kr"), ""},
    {RULE, TEXT("A: 10 kr\nB: 20 kr\nTax: 6 kr\nTotal: 30 kr"), ""},
    {RULE, TEXT("A: 10 kr\nB: 20 kr\nTax: 6 kr\nTotal: 31 kr"), "Total: 31 kr"},
    {RULE, TEXT("A: 10,40 kr\nB: 20,40 kr\nTotal: 31 kr"), ""},
    /* unsure */
    {RULE, TEXT("A: 10 kr\nB: 20 €\nTotal: 31 kr"), ""},
    {RULE, TEXT("A: 10 kr\nB: 20 kr\nTotal: 31 €"), ""},
    {RULE, TEXT("A: 10 kr\nB: 20 kr each\nTotal: 50 kr"), ""},
    {RULE, TEXT("- A: 10 kr\n- B: 20 kr each\n- Total: 50 kr"), ""},
    {RULE, TEXT("A: 2 x 10 kr\nB: 20 kr\nTotal: 40 kr"), ""},
    {RULE, TEXT("A: 10 kr\nB: 20 kr\nTotal with tax: 40 kr"), ""},
    {RULE, TEXT("- A: 10 kr\n- B: 20 kr\n- The tax is 25 %\n- Total: 40 kr"), ""},
    {RULE, TEXT("- A: 10 kr, was 15 kr\n- B: 20 kr\n- Total: 35 kr"), ""},
    {RULE, TEXT("A: 1.250 €\nB: 1.50 €\nTotal: 5 €"), ""},
    {RULE, TEXT("A 2 2 980 kr\nB 2 180 kr\nTotal 3 160 kr"), ""},
    {RULE, TEXT("A: 10 kr\nB: 20 kr\nTotal: 20 kr"), ""},
    {RULE, TEXT("A: 10 kr\nTotal: 20 kr"), ""},
    {RULE, TEXT("A: 10 kr\nB: 20 kr\n\nWe hope that you like it.\n\nTotal: 31 kr"), ""},
    {RULE, TEXT("A is 10 kr today.\nB is 20 kr today.\nTotal: 31 kr"), ""},
    {RULE, TEXT("A: 10 kr\nB: 5 krona\nTotal: 31 kr"), ""},
    {RULE, TEXT("A: 10 kr\nB: 20\nTotal: 31 kr"), ""},
    {RULE,
     PAGE("<tr><td>A</td><td>2</td><td>10 kr</td></tr><tr><td>B</td><td>1</td><td>20 kr</td>"
          "</tr><tr><td>Total</td><td></td><td>40 kr</td></tr>"),
     ""},
    {RULE,
     PAGE("<tr><td>A</td><td>10 kr</td><td>20 kr</td></tr><tr><td>B</td><td>5 kr</td><td>20 "
          "kr</td></tr><tr><td>Total</td><td></td><td>40 kr</td></tr>"),
     ""},
    {RULE,
     PAGE("<tr><th>Item</th><th>Price</th></tr><tr><td>24 A</td><td>10 kr</td></tr>"
          "<tr><td>B</td><td>20 kr</td></tr><tr><td>Total</td><td>31 kr</td></tr>"),
     "31 kr"},
    {RULE,
     PAGE("<tr><th>Item</th><th>Number</th><th>Price</th><th>Sum</th></tr>"
          "<tr><td>A</td><td>2 pc</td><td>10 kr</td><td>20 kr</td></tr>"
          "<tr><td>B</td><td>1</td><td>20 kr</td><td>20 kr</td></tr>"
          "<tr><td>Total</td><td></td><td></td><td>41 kr</td></tr>"),
     "41 kr"},
    {RULE,
     PAGE("<tr><td>A</td><td>12 May</td><td>10 kr</td></tr>"
          "<tr><td>B</td><td>13 May</td><td>20 kr</td></tr>"
          "<tr><td>Total</td><td></td><td>31 kr</td></tr>"),
     ""},
    {RULE "scope: signature\n", TEXT("A: 10 kr\nB: 20 kr\nTotal: 31 kr"), ""},
    {RULE, "", ""},
};

START_TEST(sum_finds_this)
{
    tl_assert_row(rows[_i]);
}
END_TEST

START_TEST(the_message_has_the_form_of_the_total)
{
    tl_assert_str(tl_test_messages(RULE, TEXT("A: EUR 1000\nB: EUR 20.5\nTotal: €1,030.00")),
                  "€1,020.50, €1,030.00");
}
END_TEST

START_TEST(more_than_can_be_tried_is_left_alone)
{
    tl_assert_str(tl_test_findings(RULE, TEXT("A: 1 kr\nB: 2 kr\nTax: 1 kr\nTax: 1 kr\nTax: 1 kr\n"
                                              "Tax: 1 kr\nTax: 1 kr\nTax: 1 kr\nTax: 1 kr\n"
                                              "Tax: 1 kr\nTax: 1 kr\nTotal: 900 kr")),
                  "");
}
END_TEST

static const struct tl_kind_error errors[] = {
    {BARE "currencies: [kr]\n", "1:1: there is no 'total'\n"},
    {BARE "total: [total]\n", "1:1: there is no 'currencies'\n"},
    {BARE "total: [total]\ncurrencies: [a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,b]\n",
     "5:46: there are more than 16 currencies\n"},
    {BARE "total: [total]\ncurrencies: ['(']\n",
     "5:16: the pattern does not compile: missing closing parenthesis\n"},
};

START_TEST(sum_does_not_load_this)
{
    tl_assert_error_row(errors[_i]);
}
END_TEST

static Suite *kind_sum_suite(void)
{
    Suite *suite = suite_create("kind_sum");
    TCase *run = tl_case(suite, "run");
    tcase_add_loop_test(run, sum_finds_this, 0, N_OF(rows));
    tl_add_tests(suite, "said", the_message_has_the_form_of_the_total,
                 more_than_can_be_tried_is_left_alone);
    TCase *load = tl_case(suite, "load");
    tcase_add_loop_test(load, sum_does_not_load_this, 0, N_OF(errors));
    return suite;
}
TL_TEST_MAIN(kind_sum_suite)
