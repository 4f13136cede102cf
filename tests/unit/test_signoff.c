/* What signoff.c finds: sign-off, signature, postscript, footer.  SPDX-License-Identifier: MIT */
#include "support/letter.h"

#define N_OF(table) (int)(sizeof(table) / sizeof *(table))

/* Sign-offs of a line of their own. */
static const char *const signoffs[] = {
    "Kind regards",      "Kind regards,",    "Kind regards.",
    "kind regards,",     "BEST REGARDS",     "Best,",
    "All the best,",     "Many thanks,",     "Thanks again!",
    "Thank you",         "Yours sincerely,", "Sincerely,",
    "Kind regards, Tom", "Best, Tom",        "Thanks / Tom",
    "Best - Tom Berg",   "Regards Tom",      "Best, {{ agent }}",
    "Safe travels,",     "See you Friday,",  "Have a lovely day!",
};

START_TEST(a_signoff_line_is_the_signoff)
{
    const char *text =
        tl_arena_format(tl_test_arena, "The box left today.\n\n%s\nAnn Berg\n", signoffs[_i]).data;
    const char *wanted =
        tl_arena_format(tl_test_arena,
                        "body: The box left today.\nsignoff: %s\nsignature: Ann Berg\n",
                        signoffs[_i])
            .data;

    tl_assert_same(tl_test_zones(text), tl_str_of(wanted));
}
END_TEST

/* Last lines that begin as a sign-off does and are none. */
static const char *const sentences[] = {
    "Thanks for your order of the blue box.",
    "Thank you for waiting.",
    "Best of all is the blue one.",
    "Kind regards are all we have to send this time round, I am afraid.",
    "Bestow it on somebody.",
    "Thanks to Tom the box left.",
};

START_TEST(a_sentence_that_begins_as_a_signoff_is_body)
{
    const char *text =
        tl_arena_format(tl_test_arena, "The box left today.\n\n%s\n", sentences[_i]).data;
    const char *wanted =
        tl_arena_format(tl_test_arena, "body: The box left today.\nbody: %s\n", sentences[_i]).data;

    tl_assert_same(tl_test_zones(text), tl_str_of(wanted));
}
END_TEST

START_TEST(a_signoff_below_the_last_line_of_a_paragraph_is_a_block_of_its_own)
{
    tl_assert_str(tl_test_zones("The box left today.\nKind regards\nTom\n"),
                  "body: The box left today.\nsignoff: Kind regards\nsignature: Tom\n");
}
END_TEST

START_TEST(the_last_signoff_is_the_signoff)
{
    tl_assert_str(tl_test_zones("The box left.\n\nThank you!\n\nKind regards\nTom\n"),
                  "body: The box left.\nbody: Thank you!\nsignoff: Kind regards\n"
                  "signature: Tom\n");
}
END_TEST

START_TEST(a_signoff_may_have_two_lines)
{
    tl_assert_same(tl_test_zones("Dear Ann,\n\nIt left.\n\nMany thanks and\nkind regards\nTom\n"),
                   TL_STR("greeting: Dear Ann,\nbody: It left.\n"
                          "signoff: Many thanks and kind regards\nsignature: Tom\n"));
}
END_TEST

START_TEST(a_signoff_before_a_name_and_another_signoff_is_one_too)
{
    tl_assert_same(
        tl_test_zones("Dear Ann,\n\nIt left.\n\nAll the best,\nTom\n\nRegards,\nAcme Ltd\n"),
        TL_STR("greeting: Dear Ann,\nbody: It left.\nsignoff: All the best,\nsignature: Tom\n"
               "signoff: Regards,\nsignature: Acme Ltd\n"));
}
END_TEST

START_TEST(a_signoff_with_a_name_may_end_the_last_paragraph)
{
    tl_assert_same(
        tl_test_zones("Hi Ann,\n\nIt left. Is it there? Thanks, Tom\n"),
        TL_STR("greeting: Hi Ann,\nbody: It left. Is it there?\nsignoff: Thanks, Tom\n"));
    tl_assert_same(tl_test_zones("Hi Ann,\n\nIt left. Thanks, it was blue.\n"),
                   TL_STR("greeting: Hi Ann,\nbody: It left. Thanks, it was blue.\n"));
    tl_assert_same(tl_test_zones("Hi Ann,\n\nIt left. Thanks!\n"),
                   TL_STR("greeting: Hi Ann,\nbody: It left. Thanks!\n"));
}
END_TEST

START_TEST(thanks_before_the_text_are_no_signoff)
{
    tl_assert_same(tl_test_zones("Hi Ann,\n\nThanks!\n\nThe box left us on Monday.\n\nTom\n"),
                   TL_STR("greeting: Hi Ann,\nbody: Thanks!\nbody: The box left us on Monday.\n"
                          "signature: Tom\n"));
}
END_TEST

START_TEST(the_end_of_a_wrapped_sentence_is_no_signoff)
{
    tl_assert_same(
        tl_test_zones("Hi Ann,\n\nWe have sent all of our boxes and we wish you all the\nbest.\n\n"
                      "The box left us on Monday.\n"),
        TL_STR(
            "greeting: Hi Ann,\nbody: We have sent all of our boxes and we wish you all the best.\n"
            "body: The box left us on Monday.\n"));
}
END_TEST

START_TEST(lines_of_contact_belong_to_a_signature_without_a_signoff)
{
    tl_assert_same(
        tl_test_zones("Hi Ann,\n\nIt left us.\n\nTom Berg\ntom@example.com\n+44 20 7946 0000\n"),
        TL_STR("greeting: Hi Ann,\nbody: It left us.\n"
               "signature: Tom Berg / tom@example.com / +44 20 7946 0000\n"));
}
END_TEST

START_TEST(lines_that_a_colon_announces_are_no_signature)
{
    tl_assert_same(tl_test_zones("Hi Ann,\n\nPay to this account:\n\nAcme Ltd\nAccount 4411\n"),
                   TL_STR("greeting: Hi Ann,\nbody: Pay to this account:\n"
                          "body: Acme Ltd / Account 4411\n"));
}
END_TEST

START_TEST(a_postscript_above_the_signoff_is_one)
{
    tl_assert_same(tl_test_zones("Hi Ann,\n\nIt left.\n\nPS: Bring the lid.\n\nBest\nTom\n"),
                   TL_STR("greeting: Hi Ann,\nbody: It left.\npostscript: PS: Bring the lid.\n"
                          "signoff: Best\nsignature: Tom\n"));
}
END_TEST

START_TEST(wrapped_prose_after_the_signature_is_footer)
{
    tl_assert_same(
        tl_test_zones("Hi Ann,\n\nIt left us.\n\nBest\nTom\n\nThis box and all that is in it\n"
                      "are yours and may not be sent on.\n"),
        TL_STR("greeting: Hi Ann,\nbody: It left us.\nsignoff: Best\nsignature: Tom\n"
               "footer: This box and all that is in it are yours and may not be sent on.\n"));
}
END_TEST

START_TEST(a_name_may_be_quoted)
{
    tl_assert_same(tl_test_zones("Hi Ann,\n\nIt left us.\n\nTom\n\xE2\x80\x9E"
                                 "Berg\xE2\x80\x9C\n"),
                   TL_STR("greeting: Hi Ann,\nbody: It left us.\n"
                          "signature: Tom / \xE2\x80\x9E"
                          "Berg\xE2\x80\x9C\n"));
}
END_TEST

START_TEST(a_signoff_may_have_emoji_or_go_on_before_a_name)
{
    tl_assert_same(
        tl_test_zones("Hi Ann,\n\nIt left us.\n\nRegards \xE2\x9C\x8C\xEF\xB8\x8F\nTom B.\n"),
        TL_STR("greeting: Hi Ann,\nbody: It left us.\n"
               "signoff: Regards \xE2\x9C\x8C\xEF\xB8\x8F\nsignature: Tom B.\n"));
    tl_assert_same(tl_test_zones("Hi Ann,\n\nIt left us.\n\nBest till May, and pat the dog\nTom\n"),
                   TL_STR("greeting: Hi Ann,\nbody: It left us.\n"
                          "signoff: Best till May, and pat the dog\nsignature: Tom\n"));
    tl_assert_same(tl_test_zones("Hi Ann,\n\nIt left. Is it there? Thanks Tom\n"),
                   TL_STR("greeting: Hi Ann,\nbody: It left. Is it there?\nsignoff: Thanks Tom\n"));
    tl_assert_same(tl_test_zones("Hi Ann,\n\nIt left. Thanks to Tom\n"),
                   TL_STR("greeting: Hi Ann,\nbody: It left. Thanks to Tom\n"));
}
END_TEST

START_TEST(a_footer_may_follow_in_the_signature)
{
    tl_assert_same(tl_test_zones("Hi Ann,\n\nIt left us.\n\nBest\nTom\nUnsubscribe here\n"),
                   TL_STR("greeting: Hi Ann,\nbody: It left us.\nsignoff: Best\nsignature: Tom\n"
                          "footer: Unsubscribe here\n"));
    tl_assert_same(tl_test_zones("Hi Ann,\n\nIt left us.\n\n-- \nTom\nUnsubscribe here\n"),
                   TL_STR("greeting: Hi Ann,\nbody: It left us.\nsignature: -- / Tom\n"
                          "footer: Unsubscribe here\n"));
}
END_TEST

START_TEST(a_signature_without_delimiter_has_name_role_and_contact)
{
    tl_assert_str(tl_test_zones("The box left.\n\nKind regards\nTom Berg\nCustomer Care\n"
                                "Acme Ltd | +46 8 123 45 67\n"),
                  "body: The box left.\nsignoff: Kind regards\n"
                  "signature: Tom Berg / Customer Care / Acme Ltd | +46 8 123 45 67\n");
}
END_TEST

START_TEST(all_after_the_delimiter_is_signature)
{
    tl_assert_str(tl_test_zones("The box left.\n\nKind regards\nTom\n\n-- \nAcme Ltd\n"
                                "We pack boxes for everyone, everywhere, all year round.\n"),
                  "body: The box left.\nsignoff: Kind regards\nsignature: Tom\n"
                  "signature: -- / Acme Ltd / We pack boxes for everyone, everywhere, all year "
                  "round.\n");
}
END_TEST

START_TEST(a_delimiter_without_a_signoff_ends_the_body)
{
    tl_assert_str(tl_test_zones("The box left.\n-- \nTom\n"),
                  "body: The box left.\nsignature: -- / Tom\n");
}
END_TEST

START_TEST(short_last_lines_without_a_signoff_are_the_signature)
{
    tl_assert_str(tl_test_zones("The box left today.\n\nTom Berg\nAcme Ltd\n"),
                  "body: The box left today.\nsignature: Tom Berg / Acme Ltd\n");
}
END_TEST

START_TEST(a_name_right_below_the_last_sentence_is_the_signature)
{
    tl_assert_str(tl_test_zones("The box left today.\nIt has a blue lid.\nTom\nAcme Ltd\n"),
                  "body: The box left today. / It has a blue lid.\nsignature: Tom / Acme Ltd\n");
    tl_assert_str(
        tl_test_zones(
            "The box left today.\n\nThe lid was packed in the hall on Monday by\nTom Berg\n"),
        "body: The box left today.\nbody: The lid was packed in the hall on Monday by / Tom "
        "Berg\n");
    tl_assert_str(tl_test_zones("The box left today.\n\nCome on Friday.\nPlace: The Hall\n"),
                  "body: The box left today.\nbody: Come on Friday. / Place: The Hall\n");
}
END_TEST

START_TEST(below_a_full_name_without_a_signoff_what_somebody_is_may_begin_small)
{
    tl_assert_str(
        tl_test_zones("The box left today.\n\nAnn Berg\ntrumpet teacher, Acme School\n"),
        "body: The box left today.\nsignature: Ann Berg / trumpet teacher, Acme School\n");
    tl_assert_str(tl_test_zones("The box left today.\n\nAnn Berg\nhas the lid.\n"),
                  "body: The box left today.\nbody: Ann Berg has the lid.\n");
}
END_TEST

START_TEST(a_last_sentence_is_no_signature)
{
    tl_assert_str(tl_test_zones("The box left today.\n\nIt is blue.\n"),
                  "body: The box left today.\nbody: It is blue.\n");
}
END_TEST

START_TEST(a_letter_of_short_lines_only_has_no_signature)
{
    tl_assert_str(tl_test_zones("Tom Berg\nAcme Ltd\n"), "body: Tom Berg / Acme Ltd\n");
}
END_TEST

START_TEST(a_mobile_signature_is_signature)
{
    tl_assert_str(tl_test_zones("The box left today.\n\nSent from my iPhone\n"),
                  "body: The box left today.\nsignature: Sent from my iPhone\n");
    tl_assert_str(tl_test_zones("The box left.\n\nBest\nTom\n\nSent from my iPhone\n"),
                  "body: The box left.\nsignoff: Best\nsignature: Tom\n"
                  "signature: Sent from my iPhone\n");
}
END_TEST

/* How a postscript begins. */
static const char *const postscripts[] = {"PS: Bring it.", "P.S. Bring it.", "PS Bring it.",
                                          "Ps. bring it."};

START_TEST(a_postscript_after_the_signature_is_customer_text)
{
    const char *text =
        tl_arena_format(tl_test_arena, "The box left.\n\nBest\nTom\n\n%s\n", postscripts[_i]).data;
    const char *wanted =
        tl_arena_format(tl_test_arena,
                        "body: The box left.\nsignoff: Best\nsignature: Tom\npostscript: %s\n",
                        postscripts[_i])
            .data;

    tl_assert_same(tl_test_zones(text), tl_str_of(wanted));
}
END_TEST

START_TEST(what_follows_a_postscript_is_signature_again)
{
    tl_assert_str(tl_test_zones("The box left.\n\nBest\nTom\n\nPS: Bring\nit.\n\nAcme Ltd\n"),
                  "body: The box left.\nsignoff: Best\nsignature: Tom\npostscript: PS: Bring it.\n"
                  "signature: Acme Ltd\n");
}
END_TEST

START_TEST(a_postscript_needs_no_signoff)
{
    tl_assert_str(tl_test_zones("The box left.\n\nPS: Bring it.\n"),
                  "body: The box left.\npostscript: PS: Bring it.\n");
}
END_TEST

START_TEST(a_footer_begins_with_its_marker)
{
    tl_assert_str(tl_test_zones("The box left.\n\nBest\nTom\n\n"
                                "This email is confidential.\n\nActually all of it.\n"),
                  "body: The box left.\nsignoff: Best\nsignature: Tom\n"
                  "footer: This email is confidential.\nfooter: Actually all of it.\n");
}
END_TEST

START_TEST(a_footer_needs_no_signoff)
{
    tl_assert_str(tl_test_zones("The box left.\n\nUnsubscribe here\n"),
                  "body: The box left.\nfooter: Unsubscribe here\n");
}
END_TEST

START_TEST(a_marker_of_a_footer_before_the_signoff_is_body)
{
    tl_assert_str(tl_test_zones("This email is confidential.\n\nThe box left.\n\nBest\nTom\n"),
                  "body: This email is confidential.\nbody: The box left.\nsignoff: Best\n"
                  "signature: Tom\n");
}
END_TEST

START_TEST(prose_after_the_signature_is_footer)
{
    tl_assert_str(tl_test_zones("The box left.\n\nBest\nTom\n\nAcme Ltd is a company that packs "
                                "boxes of many sizes for the whole of the north.\n"),
                  "body: The box left.\nsignoff: Best\nsignature: Tom\nfooter: Acme Ltd is a "
                  "company that packs boxes of many sizes for the whole of the north.\n");
}
END_TEST

START_TEST(a_farewell_needs_a_name_below_it)
{
    tl_assert_str(tl_test_zones("The box left.\n\nSafe travels,\nthe box people of the far north "
                                "who packed it all\n"),
                  "body: The box left.\nbody: Safe travels, the box people of the far north who "
                  "packed it all\n");
}
END_TEST

START_TEST(a_signoff_far_above_the_end_is_none)
{
    struct tl_buf text = tl_buf_in(tl_test_arena);
    tl_buf_add(&text, TL_STR("Best\n\n"));
    for (int i = 0; i < 20; i++) {
        tl_buf_add(&text, TL_STR("The box is blue.\n\n"));
    }
    const struct tl_letter *letter = tl_test_letter(tl_buf_str(&text).data);

    for (size_t i = 0; i < letter->blocks.len; i++) {
        ck_assert_int_eq((int)letter->blocks.items[i].zone, TL_ZONE_BODY);
    }
}
END_TEST

static Suite *signoff_suite(void)
{
    Suite *suite = suite_create("signoff");
    TCase *lines = tl_case(suite, "lines");
    tcase_add_loop_test(lines, a_signoff_line_is_the_signoff, 0, N_OF(signoffs));
    tcase_add_loop_test(lines, a_sentence_that_begins_as_a_signoff_is_body, 0, N_OF(sentences));
    tl_add_tests(suite, "place", a_signoff_below_the_last_line_of_a_paragraph_is_a_block_of_its_own,
                 the_last_signoff_is_the_signoff, a_signoff_may_have_emoji_or_go_on_before_a_name,
                 a_footer_may_follow_in_the_signature, wrapped_prose_after_the_signature_is_footer,
                 a_name_may_be_quoted, a_signoff_with_a_name_may_end_the_last_paragraph,
                 thanks_before_the_text_are_no_signoff, the_end_of_a_wrapped_sentence_is_no_signoff,
                 lines_of_contact_belong_to_a_signature_without_a_signoff,
                 lines_that_a_colon_announces_are_no_signature,
                 a_postscript_above_the_signoff_is_one, a_signoff_may_have_two_lines,
                 a_signoff_before_a_name_and_another_signoff_is_one_too,
                 a_farewell_needs_a_name_below_it, a_signoff_far_above_the_end_is_none);
    tl_add_tests(suite, "signature", a_signature_without_delimiter_has_name_role_and_contact,
                 all_after_the_delimiter_is_signature, a_delimiter_without_a_signoff_ends_the_body,
                 short_last_lines_without_a_signoff_are_the_signature,
                 a_name_right_below_the_last_sentence_is_the_signature,
                 below_a_full_name_without_a_signoff_what_somebody_is_may_begin_small,
                 a_last_sentence_is_no_signature, a_letter_of_short_lines_only_has_no_signature,
                 a_mobile_signature_is_signature);
    TCase *postscript = tl_case(suite, "postscript");
    tcase_add_loop_test(postscript, a_postscript_after_the_signature_is_customer_text, 0,
                        N_OF(postscripts));
    tcase_add_test(postscript, what_follows_a_postscript_is_signature_again);
    tcase_add_test(postscript, a_postscript_needs_no_signoff);
    tl_add_tests(suite, "footer", a_footer_begins_with_its_marker, a_footer_needs_no_signoff,
                 a_marker_of_a_footer_before_the_signoff_is_body,
                 prose_after_the_signature_is_footer);
    return suite;
}
TL_TEST_MAIN(signoff_suite)
