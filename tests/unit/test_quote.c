/* What quote.c finds: earlier messages.  SPDX-License-Identifier: MIT */
#include "support/letter.h"

#define N_OF(table) (int)(sizeof(table) / sizeof *(table))

/* What introduces or divides off an earlier message, each on its lines, then its text. */
static const struct {
    const char *name;
    const char *quoted;
    const char *zones;
} forms[] = {
    {"marks", "> Where is it?\n> Tom\n", "quote: Where is it? / Tom\n"},
    {"marks without a space", ">Where is it?\n", "quote: Where is it?\n"},
    {"attribution and marks", "On 3 May Tom wrote:\n> Where is it?\n",
     "quote: On 3 May Tom wrote:\nquote: Where is it?\n"},
    {"attribution without marks", "On 3 May Tom wrote:\n\nWhere is it?\n",
     "quote: On 3 May Tom wrote:\nquote: Where is it?\n"},
    {"attribution with an address", "Tom Berg <tom@example.com> wrote:\n\n> Where is it?\n",
     "quote: Tom Berg <tom@example.com> wrote:\nquote: Where is it?\n"},
    {"attribution over two lines",
     "On Tue, 3 May 2026 at 10:04, Tom Berg of Berg & Sons\n<tom@example.com> wrote:\n\n"
     "> Where is it?\n",
     "quote: On Tue, 3 May 2026 at 10:04, Tom Berg of Berg & Sons <tom@example.com> wrote:\n"
     "quote: Where is it?\n"},
    {"divider", "-----Original Message-----\nWhere is it?\n\nTom\n",
     "quote: -----Original Message----- / Where is it?\nquote: Tom\n"},
    {"divider with spaces", "---------- Forwarded message ----------\nWhere is it?\n",
     "quote: ---------- Forwarded message ---------- / Where is it?\n"},
    {"header block",
     "From: Tom <tom@example.com>\nSent: Tuesday\nTo: Ann <ann@example.com>\nSubject: Box\n\n"
     "Where is it?\n",
     "quote: From: Tom <tom@example.com> / Sent: Tuesday / To: Ann <ann@example.com> / Subject: "
     "Box\nquote: Where is it?\n"},
    {"header block in bold",
     "*From:* Tom\n*Sent:* Tuesday\n*To:* Ann\n*Subject:* Box\n\nWhere is it?\n",
     "quote: *From:* Tom / *Sent:* Tuesday / *To:* Ann / *Subject:* Box\nquote: Where is it?\n"},
    {"header block of three fields, one with an address",
     "From: tom@example.com\nSent: Tuesday\nTo: Ann\n\nWhere is it?\n",
     "quote: From: tom@example.com / Sent: Tuesday / To: Ann\nquote: Where is it?\n"},
    {"header block of two fields below a dividing line",
     "-----\nFrom: tom@example.com\nSent: Tuesday\n\nWhere is it?\n",
     "quote: From: tom@example.com / Sent: Tuesday\nquote: Where is it?\n"},
    {"header block with a field that no list has",
     "From: tom@example.com\nAnswer: Ann\nSent: Tuesday\nTo: Ann\n\nWhere is it?\n",
     "quote: From: tom@example.com / Answer: Ann / Sent: Tuesday / To: Ann\nquote: Where is "
     "it?\n"},
    {"header block with its values on lines of their own",
     "From:\nTom\nSent:\nTuesday\nTo:\nAnn\nSubject:\nBox\n\nWhere is it?\n",
     "quote: From: / Tom / Sent: / Tuesday / To: / Ann / Subject: / Box\nquote: Where is it?\n"},
    {"divider in bold", "*-----Original Message-----*\nWhere is it?\n",
     "quote: *-----Original Message-----* / Where is it?\n"},
    {"divider with quote marks below", "-----Original Message-----\n> Where is it?\n",
     "quote: -----Original Message-----\nquote: Where is it?\n"},
    {"attribution over four lines, its address in brackets of their own",
     "On Tue, 3 May 2026 at 10:04 Tom Berg\n\n<\nmailto:Tom <tom@example.com>\n> wrote:\n\n"
     "Where is it?\n",
     "quote: On Tue, 3 May 2026 at 10:04 Tom Berg\nquote: < mailto:Tom <tom@example.com>\n"
     "quote: wrote:\nquote: Where is it?\n"},
    {"attribution without a colon before marks", "On 3 May Tom wrote\n> Where is it?\n",
     "quote: On 3 May Tom wrote\nquote: Where is it?\n"},
    {"attribution without a colon that stands alone",
     "Tom <tom@example.com> wrote\n\nWhere is it?\n",
     "quote: Tom <tom@example.com> wrote\nquote: Where is it?\n"},
    {"marks with indentation", "  > Where is it?\n  > Tom\n", "quote: Where is it? / Tom\n"},
    {"bars", "| Where is it?\n| Tom\n", "quote: Where is it? / Tom\n"},
    {"guillemets", "» Where is it?\n» Tom\n", "quote: Where is it? / Tom\n"},
    {"initials", "TB> Where is it?\nTB>\nTB> Tom\n", "quote: Where is it? / TB> / Tom\n"},
    {"two kinds of marks", "| > Where is it?\n| > Tom\n", "quote: Where is it? / Tom\n"},
    {"a quoted line that a mail program broke",
     "> The box that I ordered from you on the third of May 2026 has not\ncome yet.\n> Where is "
     "it?\n",
     "quote: The box that I ordered from you on the third of May 2026 has not\nquote: come yet.\n"
     "quote: Where is it?\n"},
};

START_TEST(an_earlier_message_is_a_quote)
{
    const char *text =
        tl_arena_format(tl_test_arena, "The box left today.\n\n%s", forms[_i].quoted).data;
    const char *wanted =
        tl_arena_format(tl_test_arena, "body: The box left today.\n%s", forms[_i].zones).data;
    struct tl_str came = tl_test_zones(text);

    ck_assert_msg(tl_is_str(came, tl_str_of(wanted)), "%s: %s", forms[_i].name, tl_test_said());
}
END_TEST

/* What looks like one and is none. */
static const char *const none[] = {
    "On Friday we will tell you what we wrote: nothing.",
    "This is how you reach us:\n\nBy post.",
    "From: the shop\nTo: you\n\nWith care.",
    "The gap is 3 > 2 wide.",
    "----- Original recipes -----",
    "From: Oslo\nTo: Bergen\nDate: 3 May",
    "To: you\nTo: Tom\nTo: Ann\nTo: all@example.com",
    "Parcels have a price:\n> 10 kg: 12 euros\n> 20 kg: 15 euros",
    "We pay the postage of a parcel that weighs\n> 10 kg in the end.",
    "- > 10 kg: 12 euros\n- > 20 kg: 15 euros",
    "```\n> make\n> make install\n```",
    "| Size | Price |\n| 10 kg | 12 euros |",
    "»Where is it?« they ask.\n»Here.« we say.",
    "| alone",
};

START_TEST(a_line_of_the_sender_is_no_quote)
{
    const struct tl_letter *letter = tl_test_letter(
        tl_arena_format(tl_test_arena, "The box left today.\n\n%s\n", none[_i]).data);

    for (size_t i = 0; i < letter->blocks.len; i++) {
        ck_assert_msg(letter->blocks.items[i].zone != TL_ZONE_QUOTE, "%s", none[_i]);
    }
}
END_TEST

START_TEST(answers_between_quoted_lines_are_body)
{
    tl_assert_str(tl_test_zones("On 3 May Tom wrote:\n> Where is it?\n\nIt left today.\n\n"
                                "> Is it blue?\n\nYes, it is blue.\n"),
                  "quote: On 3 May Tom wrote:\nquote: Where is it?\nbody: It left today.\n"
                  "quote: Is it blue?\nbody: Yes, it is blue.\n");
}
END_TEST

START_TEST(what_begins_with_an_attribution_has_its_answer_below)
{
    tl_assert_str(tl_test_zones("On 3 May Tom wrote:\n\nIt left today.\n"),
                  "quote: On 3 May Tom wrote:\nbody: It left today.\n");
    tl_assert_str(tl_test_zones("-----Original Message-----\n\nIt left today.\n"),
                  "quote: -----Original Message-----\nbody: It left today.\n");
}
END_TEST

START_TEST(a_forwarded_message_with_nothing_above_is_a_quote)
{
    tl_assert_str(tl_test_zones("---- Forwarded Message ----\nFrom: tom@example.com\nTo: Ann\n"
                                "Subject: Box\n\nWhere is it?\n"),
                  "quote: ---- Forwarded Message ---- / From: tom@example.com / To: Ann / "
                  "Subject: Box\nquote: Where is it?\n");
}
END_TEST

START_TEST(an_amount_below_an_attribution_is_a_quote)
{
    tl_assert_str(tl_test_zones("On 3 May Tom wrote:\n> 10 boxes\n\nThey left today.\n"),
                  "quote: On 3 May Tom wrote:\nquote: 10 boxes\nbody: They left today.\n");
    tl_assert_str(tl_test_zones("> 10 boxes came broken.\n\nNew ones left today.\n"),
                  "quote: 10 boxes came broken.\nbody: New ones left today.\n");
}
END_TEST

START_TEST(a_sign_of_comparison_stays_in_the_text)
{
    tl_assert_str(tl_test_zones("Prices:\n> 10 kg: 12 euros\n"),
                  "body: Prices:\nbody: > 10 kg: 12 euros\n");
}
END_TEST

START_TEST(text_below_an_attributed_quote_is_body)
{
    tl_assert_str(tl_test_zones("On 3 May Tom wrote:\n> Where is it?\nIt left today.\n"),
                  "quote: On 3 May Tom wrote:\nquote: Where is it?\nbody: It left today.\n");
}
END_TEST

START_TEST(a_quote_inside_a_quote_is_a_block_of_its_own)
{
    tl_assert_str(tl_test_zones("It left.\n\n>> Hello?\n> Where is it?\n"),
                  "body: It left.\nquote: Hello?\nquote: Where is it?\n");
}
END_TEST

START_TEST(all_below_a_divider_is_a_quote_even_a_greeting)
{
    tl_assert_str(tl_test_zones("It left.\n\n-----Original Message-----\nDear Ann,\n\n"
                                "Where is it?\n\nKind regards\nTom\n"),
                  "body: It left.\nquote: -----Original Message----- / Dear Ann,\n"
                  "quote: Where is it?\nquote: Kind regards / Tom\n");
}
END_TEST

START_TEST(a_signoff_is_found_above_a_quote)
{
    tl_assert_str(tl_test_zones("Hi Tom,\n\nIt left.\n\nBest\nAnn\n\nOn 3 May Tom wrote:\n"
                                "> Where is it?\n> Best\n> Tom\n"),
                  "greeting: Hi Tom,\nbody: It left.\nsignoff: Best\nsignature: Ann\n"
                  "quote: On 3 May Tom wrote:\nquote: Where is it? / Best / Tom\n");
}
END_TEST

START_TEST(an_attribution_at_the_end_is_a_quote)
{
    tl_assert_str(tl_test_zones("It left.\n\nOn 3 May Tom wrote:\n"),
                  "body: It left.\nquote: On 3 May Tom wrote:\n");
}
END_TEST

START_TEST(a_line_above_an_attribution_is_not_part_of_it)
{
    tl_assert_str(tl_test_zones("The box left.\nTom <tom@example.com> wrote:\n> Where is it?\n"),
                  "body: The box left.\nquote: Tom <tom@example.com> wrote:\n"
                  "quote: Where is it?\n");
    tl_assert_str(tl_test_zones("On Monday at ten\n\nTom and Ann wrote:\n\nIt is blue.\n"),
                  "body: On Monday at ten\nbody: Tom and Ann wrote:\nbody: It is blue.\n");
}
END_TEST

START_TEST(a_message_may_be_all_quote)
{
    tl_assert_str(tl_test_zones("> Where is it?\n"), "quote: Where is it?\n");
}
END_TEST

START_TEST(two_header_fields_are_no_header_block)
{
    tl_assert_str(tl_test_zones("It left.\n\nFrom: Tom\nSent: Tuesday\n\nIt is blue.\n"),
                  "body: It left.\nbody: From: Tom / Sent: Tuesday\nbody: It is blue.\n");
}
END_TEST

START_TEST(a_letter_on_paper_has_only_quotes_with_marks)
{
    const struct tl_facts letter = tl_test_facts(TL_FACT_CHANNEL, TL_FACT_CHANNEL_LETTER);
    const char *text = "Box Shop\n\nDate: 3 May\nFrom: Ann\nTo: Tom\nSubject: Box\n\nDear Tom,\n\n"
                       "On 3 May Ann wrote:\n\nThe box left.\n";
    const struct tl_letter *read = tl_test_letter_of("a.txt", tl_str_of(text), &letter);

    for (size_t i = 0; i < read->blocks.len; i++) {
        ck_assert(read->blocks.items[i].zone != TL_ZONE_QUOTE);
    }
}
END_TEST

static Suite *quote_suite(void)
{
    Suite *suite = suite_create("quote");
    TCase *table = tl_case(suite, "forms");
    tcase_add_loop_test(table, an_earlier_message_is_a_quote, 0, N_OF(forms));
    tcase_add_loop_test(table, a_line_of_the_sender_is_no_quote, 0, N_OF(none));
    tl_add_tests(
        suite, "extent", answers_between_quoted_lines_are_body,
        what_begins_with_an_attribution_has_its_answer_below,
        a_forwarded_message_with_nothing_above_is_a_quote,
        an_amount_below_an_attribution_is_a_quote, a_sign_of_comparison_stays_in_the_text,
        text_below_an_attributed_quote_is_body, a_quote_inside_a_quote_is_a_block_of_its_own,
        all_below_a_divider_is_a_quote_even_a_greeting, a_signoff_is_found_above_a_quote,
        an_attribution_at_the_end_is_a_quote, a_line_above_an_attribution_is_not_part_of_it,
        a_message_may_be_all_quote, a_letter_on_paper_has_only_quotes_with_marks,
        two_header_fields_are_no_header_block);
    return suite;
}
TL_TEST_MAIN(quote_suite)
