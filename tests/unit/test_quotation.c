/* Whose words are a quotation: their texts, joined by " | ".  SPDX-License-Identifier: MIT */
#include "model/quotation.h"

#include "support/letter.h"

#define N_OF(table) (int)(sizeof(table) / sizeof *(table))

static struct tl_str quotations_of(const struct tl_letter *letter)
{
    struct tl_buf out = tl_buf_in(tl_test_arena);
    for (size_t i = 0; i < letter->quotations.len; i++) {
        tl_buf_add(&out, i == 0 ? TL_STR("") : TL_STR(" | "));
        tl_buf_add(&out, tl_letter_str(letter, letter->quotations.items[i]));
    }
    return tl_buf_str(&out);
}

static const struct {
    const char *text;
    const char *quotations;
} rows[] = {
    /* marks */
    {"You wrote \"no more mail\" to us.\n", "\"no more mail\""},
    {"You wrote “no more mail” to us.\n", "“no more mail”"},
    {"You wrote „no more mail“ to us.\n", "„no more mail“"},
    {"You wrote ”no more mail” to us.\n", "”no more mail”"},
    {"You wrote «no more mail» to us.\n", "«no more mail»"},
    {"You wrote « no more mail » to us.\n", "« no more mail »"},
    {"You wrote »no more mail« to us.\n", "»no more mail«"},
    {"You wrote ‹no more mail› to us.\n", "‹no more mail›"},
    {"You wrote ›no more mail‹ to us.\n", "›no more mail‹"},
    {"You wrote ‘no more mail’ to us.\n", "‘no more mail’"},
    {"You wrote ‚no more mail‘ to us.\n", "‚no more mail‘"},
    {"You wrote 'no more mail' to us.\n", "'no more mail'"},
    {"You wrote 「no more mail」 to us.\n", "「no more mail」"},
    {"You wrote “no more mail\" to us.\n", "“no more mail\""},
    /* where they stand */
    {"(\"No more mail.\") It is \"over and out\"!\n", "\"No more mail.\" | \"over and out\""},
    {"“You never called. I am cross.” That hurt.\n", "“You never called. I am cross.”"},
    {"“He said ‘no more’ to me” is here.\n", "“He said ‘no more’ to me”"},
    {"The \"no more\n\nmail\" box.\n", ""},
    {"A \"no more mail.\n", ""},
    {"A 24\" screen and a 27\" screen.\n", ""},
    {"A 24\" screen, \"new in box\".\n", "\"new in box\""},
    /* apostrophes */
    {"It's the customers' wish, isn't it?\n", ""},
    {"It’s the customers’ wish, isn’t it?\n", ""},
    {"Rock 'n' roll of the '90s and the owners' club.\n", ""},
    {"You wrote 'it's over', and so it is.\n", "'it's over'"},
    {"The 'owners' club is over' message.\n", "'owners' club is over'"},
    {"The 'missing tickets' box and the 'late trains' box.\n", "'missing tickets' | 'late trains'"},
    {"The 'missing tickets' box.\n", "'missing tickets'"},
    /* how many words */
    {"Your \"complaint\" is here.\n", ""},
    {"Your \" \" and \"\" and \"...\" are here.\n", ""},
    {"The \"no-reply\" box.\n", ""},
    {"Your \"complaint\" is \"urgent\".\n\nTom\n\n> My complaint stands.\n", "\"complaint\""},
    {"> You said \"no more mail\" here.\n", ""},
};

START_TEST(a_text_has_these_quotations)
{
    struct tl_str came = quotations_of(tl_test_letter(rows[_i].text));

    ck_assert_msg(tl_is_str(came, tl_str_of(rows[_i].quotations)), "%s: %s", rows[_i].text,
                  tl_test_said());
}
END_TEST

START_TEST(the_subject_of_a_reply_is_one)
{
    static const char reply[] = "From: a@example.com\nSubject: Re: You lost my bag\n\n"
                                "Hi Ann,\n\nThe \"bag\" and the \"lid\" are here.\n";
    static const char first[] = "From: a@example.com\nSubject: You lost my bag\n\nHi Ann,\n";
    const struct tl_letter *letter = tl_test_letter_of("a.eml", TL_STR(reply), NULL);

    tl_assert_str(quotations_of(letter), "Re: You lost my bag | \"bag\"");
    tl_assert_str(quotations_of(tl_test_letter_of("a.eml", TL_STR(first), NULL)), "");
}
END_TEST

START_TEST(offsets_lie_in_quotations_or_between)
{
    const struct tl_letter *letter = tl_test_letter("A \"b c\" d \"e f\" g\n");

    ck_assert_uint_eq(tl_quotation_before(letter, 1), TL_NONE);
    ck_assert(!tl_quotation_has(letter, 1));
    ck_assert_uint_eq(tl_quotation_next(letter, 1), 2);
    ck_assert(tl_quotation_has(letter, 2));
    ck_assert_uint_eq(tl_quotation_next(letter, 2), 7);
    ck_assert(tl_quotation_has(letter, 6));
    ck_assert(!tl_quotation_has(letter, 7));
    ck_assert_uint_eq(tl_quotation_next(letter, 7), 10);
    ck_assert_uint_eq(tl_quotation_before(letter, 9), 0);
    ck_assert_uint_eq(tl_quotation_next(letter, 16), letter->text.bytes.len);
}
END_TEST

START_TEST(many_marks_that_nothing_closes_cost_little)
{
    static const char *const marks[] = {" \"a", " 'a", " “a", " «a", " 'as' b"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        struct tl_buf text = tl_buf_in(tl_test_arena);
        for (int k = 0; k < 100000; k++) {
            tl_buf_add(&text, tl_str_of(marks[i]));
        }
        ck_assert_uint_eq(tl_test_letter(tl_buf_str(&text).data)->quotations.len, 0);
    }
}
END_TEST

static Suite *quotation_suite(void)
{
    Suite *suite = suite_create("quotation");
    TCase *find = tl_case(suite, "find");
    tcase_add_loop_test(find, a_text_has_these_quotations, 0, N_OF(rows));
    tcase_add_test(find, the_subject_of_a_reply_is_one);
    tcase_add_test(find, offsets_lie_in_quotations_or_between);
    tcase_add_test(find, many_marks_that_nothing_closes_cost_little);
    return suite;
}
TL_TEST_MAIN(quotation_suite)
