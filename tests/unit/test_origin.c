/* SPDX-License-Identifier: MIT */
#include "model/origin.h"

#include "support/letter.h"

static unsigned origin_of(const char *name, const char *bytes)
{
    return tl_test_letter_of(name, tl_str_of(bytes), NULL)->facts.value[TL_FACT_ORIGIN];
}

/* What makes a message a reply. */
static const char *const replies[] = {
    "From: a@example.com\nIn-Reply-To: <1@example.com>\nSubject: Box\n\nIt left.\n",
    "From: a@example.com\nReferences: <1@example.com>\n\nIt left.\n",
    "From: a@example.com\nSubject: Re: Box\n\nIt left.\n",
    "From: a@example.com\nSubject: RE[2]: Box\n\nIt left.\n",
    "From: a@example.com\nSubject: RE: Fwd: Box\n\nIt left.\n",
    "From: a@example.com\nSubject: [EXTERNAL] Re: Box\n\nIt left.\n",
    "From: a@example.com\nSubject: [Shop] [Ticket #12] Re: Box\n\nIt left.\n",
    "From: a@example.com\n\nIt left.\n\n> Where is it?\n",
    "From: a@example.com\n\nHi Tom,\n\nThank you for your message. It left.\n",
};

START_TEST(a_reply_is_known_by_this)
{
    ck_assert_msg(origin_of("a.eml", replies[_i]) == TL_FACT_ORIGIN_REPLY, "%s", replies[_i]);
}
END_TEST

START_TEST(an_eml_with_none_of_it_is_a_first_contact)
{
    ck_assert_uint_eq(origin_of("a.eml", "From: a@example.com\nSubject: Return\n\nIt left.\n"),
                      TL_FACT_ORIGIN_FIRST);
    ck_assert_uint_eq(
        origin_of("a.eml", "From: a@example.com\n\nOne. Two. Thank you for your message.\n"),
        TL_FACT_ORIGIN_FIRST);
}
END_TEST

START_TEST(a_text_with_none_of_it_is_unknown)
{
    ck_assert_uint_eq(origin_of("a.txt", "It left.\n"), TL_FACT_ORIGIN_UNKNOWN);
}
END_TEST

START_TEST(the_answer_of_a_web_form_is_a_reply)
{
    const struct tl_facts webform = tl_test_facts(TL_FACT_CHANNEL, TL_FACT_CHANNEL_WEBFORM);

    ck_assert_uint_eq(
        tl_test_letter_of("a.txt", TL_STR("It left.\n"), &webform)->facts.value[TL_FACT_ORIGIN],
        TL_FACT_ORIGIN_REPLY);
}
END_TEST

START_TEST(what_the_user_said_of_the_origin_stays)
{
    const struct tl_facts first = tl_test_facts(TL_FACT_ORIGIN, TL_FACT_ORIGIN_FIRST);

    ck_assert_uint_eq(tl_test_letter_of("a.txt", TL_STR("It left.\n\n> Where?\n"), &first)
                          ->facts.value[TL_FACT_ORIGIN],
                      TL_FACT_ORIGIN_FIRST);
}
END_TEST

START_TEST(a_tag_alone_makes_no_reply)
{
    ck_assert_uint_eq(
        origin_of("a.eml", "From: a@example.com\nSubject: [Ticket #12] Box: red\n\nIt left.\n"),
        TL_FACT_ORIGIN_FIRST);
    ck_assert_uint_eq(origin_of("a.eml", "From: a@example.com\nSubject: [Re: Box\n\nIt left.\n"),
                      TL_FACT_ORIGIN_FIRST);
}
END_TEST

START_TEST(the_words_after_a_reply_prefix_are_borrowed)
{
    const char *text = "From: a@example.com\nSubject: [Shop] Re: Box\n\nIt left.\n";
    const struct tl_letter *letter = tl_test_letter_of("a.eml", tl_str_of(text), NULL);

    ck_assert(letter->sentences.items[0].borrowed);
    ck_assert(!letter->sentences.items[1].borrowed);
}
END_TEST

static Suite *origin_suite(void)
{
    Suite *suite = suite_create("origin");
    TCase *table = tl_case(suite, "table");
    tcase_add_loop_test(table, a_reply_is_known_by_this, 0,
                        (int)(sizeof replies / sizeof *replies));
    tl_add_tests(suite, "others", an_eml_with_none_of_it_is_a_first_contact,
                 a_text_with_none_of_it_is_unknown, the_answer_of_a_web_form_is_a_reply,
                 what_the_user_said_of_the_origin_stays, a_tag_alone_makes_no_reply,
                 the_words_after_a_reply_prefix_are_borrowed);
    return suite;
}
TL_TEST_MAIN(origin_suite)
