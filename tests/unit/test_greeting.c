/* What greeting.c finds: the greeting, and what stands before it.  SPDX-License-Identifier: MIT */
#include "support/letter.h"

/* Greetings that have their line to themselves. */
static const char *const alone[] = {
    "Dear Ms Berg,",
    "Hi Tom!",
    "Hello,",
    "Hello",
    "Hi there,",
    "Hi all,",
    "HI TOM,",
    "Dear Mr. Smith,",
    "Dear Mr. Smith",
    "Dear Dr. A. B. Smith-Jones:",
    "Dear Mr and Mrs van der Berg,",
    "Dear Sir or Madam,",
    "Dear Åsa Öberg;",
    "Dear Ms O'Brien,",
    "Dear Ann.",
    "To whom it may concern:",
    "Good morning Ana -",
    "Good morning Ana \xE2\x80\x93",
    "Good morning, Ms Berg!",
    "Hello, Anna!",
    "Good afternoon, Mr. and Mrs. van der Berg,",
    "Hello, Anna \xE2\x80\x93",
    "Hello, {{ name }},",
    "{{ name }},",
    "Hi Tom :)",
    "Hi Tom! \xF0\x9F\x98\x8A",
    "Hi Tom, hi Ann!",
    "Dear A:t Berg,",
    "**Dear Ann,**",
    "Hello, {{ name }}.",
    "Hi Tom!!!",
    "Hi Tom,!",
    "Dear {{ customer.name }},",
    "Dear {{customer.first_name}} {{customer.last_name}},",
    "Dear {% if name %}{{ name }}{% endif %},",
    "Dear [Name],",
    "Dear [[Customer Name]],",
    "Dear <%= @name %>,",
    "Dear %FIRST_NAME%,",
    "Hi ${name},",
    "Anna,",
    "Mr Berg!",
    "Anna-Karin Öberg,",
};

START_TEST(a_greeting_line_is_the_greeting)
{
    const char *text =
        tl_arena_format(tl_test_arena, "%s\n\nThe box left today.\n", alone[_i]).data;
    const char *wanted =
        tl_arena_format(tl_test_arena, "greeting: %s\nbody: The box left today.\n", alone[_i]).data;

    tl_assert_same(tl_test_zones(text), tl_str_of(wanted));
}
END_TEST

/* Greetings that run into the text. */
static const struct {
    const char *line;
    const char *greeting;
    const char *rest;
} running[] = {
    {"Dear Ann, the box left today.", "Dear Ann,", "the box left today."},
    {"Hi Tom! Your box left today.", "Hi Tom!", "Your box left today."},
    {"Hello, your box left today.", "Hello,", "your box left today."},
    {"Hello, Ann, your box left today.", "Hello, Ann,", "your box left today."},
    {"Hello, Ann! Your box left.", "Hello, Ann!", "Your box left."},
    {"Hello, Thanks, it left.", "Hello,", "Thanks, it left."},
    {"Hello, Your box is here, at last.", "Hello,", "Your box is here, at last."},
    {"Hi Ann. Your box left.", "Hi Ann.", "Your box left."},
    {"Hi Dr. Berg. Your box left.", "Hi Dr. Berg.", "Your box left."},
    {"Good morning Ana - the box left today.", "Good morning Ana -", "the box left today."},
    {"Dear Ms Berg: The box left today, at last.", "Dear Ms Berg:", "The box left today, at last."},
    {"Dear {{ customer.name }}, the box left today.", "Dear {{ customer.name }},",
     "the box left today."},
    {"Dear {{ name | default: 'you, dear reader' }}, the box left.",
     "Dear {{ name | default: 'you, dear reader' }},", "the box left."},
    {"Dear Ann, Great!", "Dear Ann,", "Great!"},
};

START_TEST(a_greeting_that_runs_into_a_sentence_is_split)
{
    const char *wanted = tl_arena_format(tl_test_arena, "greeting: %s\nbody: %s\n",
                                         running[_i].greeting, running[_i].rest)
                             .data;

    tl_assert_same(tl_test_zones(running[_i].line), tl_str_of(wanted));
}
END_TEST

/* First lines that look like a greeting and are none. */
static const char *const none[] = {
    "Dearest of all is the box that we sent to you this week from our shop.",
    "Hippo boxes left today.",
    "Dear customers of ours have often asked where all the boxes went",
    "The box left, dear Ann.",
    "anna,",
    "Thanks,",
    "Order 4411,",
    "Ann, the box left today.",
};

START_TEST(a_line_that_greets_nobody_is_no_greeting)
{
    const struct tl_letter *letter =
        tl_test_letter(tl_arena_format(tl_test_arena, "%s\n\nIt is blue.\n", none[_i]).data);

    for (size_t i = 0; i < letter->blocks.len; i++) {
        ck_assert_msg(letter->blocks.items[i].zone != TL_ZONE_GREETING, "%s", none[_i]);
    }
}
END_TEST

START_TEST(a_second_greeting_line_belongs_to_the_greeting)
{
    tl_assert_str(tl_test_zones("Dear Ann,\nDear Tom,\n\nThe box left today.\n"),
                  "greeting: Dear Ann, / Dear Tom,\nbody: The box left today.\n");
}
END_TEST

START_TEST(further_greetings_may_have_paragraphs_of_their_own)
{
    tl_assert_same(tl_test_zones("Dear Ms Berg,\n\ndear Mr Holt,\n\nhello all\n\nit left.\n"),
                   TL_STR("greeting: Dear Ms Berg,\ngreeting: dear Mr Holt,\n"
                          "body: hello all\nbody: it left.\n"));
}
END_TEST

START_TEST(what_follows_a_nameless_greeting_in_its_line_is_body)
{
    tl_assert_same(tl_test_zones("Hello, thanks for this,\nit left.\n"),
                   TL_STR("greeting: Hello,\nbody: thanks for this, it left.\n"));
}
END_TEST

START_TEST(a_line_above_the_greeting_names_the_matter)
{
    tl_assert_same(tl_test_zones("Acme Ltd\n\nConcerning your box\n\nDear Ann,\n\nIt left us.\n"),
                   TL_STR("letterhead: Acme Ltd\nsubject: Concerning your box\n"
                          "greeting: Dear Ann,\nbody: It left us.\n"));
}
END_TEST

START_TEST(a_letter_without_a_greeting_has_a_letterhead)
{
    const char *text =
        "Acme Ltd\n\n21 November 2026\n\nSubject: Your box\n\nThe box left us on Monday.\n";
    const struct tl_facts letter = tl_test_facts(TL_FACT_CHANNEL, TL_FACT_CHANNEL_LETTER);

    tl_assert_same(tl_test_zones_of(tl_test_letter_of("a.txt", tl_str_of(text), &letter)),
                   TL_STR("letterhead: Acme Ltd\nletterhead: 21 November 2026\n"
                          "subject: Subject: Your box\nbody: The box left us on Monday.\n"));
}
END_TEST

START_TEST(a_text_line_below_the_greeting_is_body)
{
    tl_assert_str(tl_test_zones("Hi Ann,\nThe box left today.\n"),
                  "greeting: Hi Ann,\nbody: The box left today.\n");
}
END_TEST

START_TEST(a_greeting_alone_is_a_letter)
{
    tl_assert_str(tl_test_zones("Dear Ann,"), "greeting: Dear Ann,\n");
}
END_TEST

START_TEST(a_greeting_below_a_preview_text_is_the_greeting)
{
    tl_assert_str(
        tl_test_zones(
            "Your box with the blue lid left our house today.\n\nDear Ann,\n\nIt is blue.\n"),
        "letterhead: Your box with the blue lid left our house today.\n"
        "greeting: Dear Ann,\nbody: It is blue.\n");
}
END_TEST

START_TEST(a_greeting_below_much_prose_is_body)
{
    tl_assert_str(tl_test_zones("The box that you ordered left today.\n\n"
                                "The lid that you ordered left today.\n\n"
                                "The bag that you ordered left today.\n\nDear Ann,\n"),
                  "body: The box that you ordered left today.\n"
                  "body: The lid that you ordered left today.\n"
                  "body: The bag that you ordered left today.\nbody: Dear Ann,\n");
}
END_TEST

START_TEST(below_prose_a_name_alone_is_no_greeting)
{
    tl_assert_str(tl_test_zones("The box that you ordered left today.\n\nAnn,\n\nIt is blue.\n"),
                  "body: The box that you ordered left today.\nbody: Ann,\nbody: It is blue.\n");
}
END_TEST

START_TEST(lines_before_the_greeting_are_the_letterhead)
{
    tl_assert_str(tl_test_zones("Acme Ltd\nQuay Street 4\n\n21 November 2026\n\nDear Ann,\n\n"
                                "The box left today.\n"),
                  "letterhead: Acme Ltd / Quay Street 4\nletterhead: 21 November 2026\n"
                  "greeting: Dear Ann,\nbody: The box left today.\n");
}
END_TEST

START_TEST(a_labelled_line_of_the_letterhead_is_the_subject)
{
    tl_assert_str(tl_test_zones("Acme Ltd\n\n21 November\n\nRe: the blue box\n\nDear Ann,\n\n"
                                "It left today.\n"),
                  "letterhead: Acme Ltd\nletterhead: 21 November\nsubject: Re: the blue box\n"
                  "greeting: Dear Ann,\nbody: It left today.\n");
}
END_TEST

START_TEST(a_first_line_with_a_label_is_the_subject)
{
    tl_assert_str(tl_test_zones("Subject: Your box\n\nDear Ann,\n\nIt left today.\n"),
                  "subject: Your box\ngreeting: Dear Ann,\nbody: It left today.\n");
}
END_TEST

START_TEST(a_reference_line_of_a_letter_is_the_subject)
{
    const struct tl_facts letter = tl_test_facts(TL_FACT_CHANNEL, TL_FACT_CHANNEL_LETTER);

    tl_assert_str(
        tl_test_zones_of(tl_test_letter_of(
            "a.txt", TL_STR("Dear Ann,\n\nYour policy 4411\n\nIt ends today.\n"), &letter)),
        "greeting: Dear Ann,\nsubject: Your policy 4411\nbody: It ends today.\n");
}
END_TEST

START_TEST(an_email_has_no_reference_line)
{
    tl_assert_str(tl_test_zones("Dear Ann,\n\nYour policy 4411\n\nIt ends today.\n"),
                  "greeting: Dear Ann,\nbody: Your policy 4411\nbody: It ends today.\n");
}
END_TEST

START_TEST(a_sentence_below_the_greeting_of_a_letter_is_no_reference_line)
{
    const struct tl_facts letter = tl_test_facts(TL_FACT_CHANNEL, TL_FACT_CHANNEL_LETTER);

    tl_assert_str(
        tl_test_zones_of(tl_test_letter_of(
            "a.txt", TL_STR("Dear Ann,\n\nYour policy ends.\n\nIt was long.\n"), &letter)),
        "greeting: Dear Ann,\nbody: Your policy ends.\nbody: It was long.\n");
}
END_TEST

START_TEST(a_greeting_of_eight_names_is_too_long)
{
    tl_assert_str(tl_test_zones("Dear a b c d e f g,\n\nIt left.\n"),
                  "greeting: Dear a b c d e f g,\nbody: It left.\n");
    tl_assert_str(tl_test_zones("Dear a b c d e f g h,\n\nIt left.\n"),
                  "body: Dear a b c d e f g h,\nbody: It left.\n");
}
END_TEST

#define N_OF(table) (int)(sizeof(table) / sizeof *(table))

static Suite *greeting_suite(void)
{
    Suite *suite = suite_create("greeting");
    TCase *lines = tl_case(suite, "lines");
    tcase_add_loop_test(lines, a_greeting_line_is_the_greeting, 0, N_OF(alone));
    tcase_add_loop_test(lines, a_greeting_that_runs_into_a_sentence_is_split, 0, N_OF(running));
    tcase_add_loop_test(lines, a_line_that_greets_nobody_is_no_greeting, 0, N_OF(none));
    tl_add_tests(
        suite, "place", a_second_greeting_line_belongs_to_the_greeting,
        a_text_line_below_the_greeting_is_body, further_greetings_may_have_paragraphs_of_their_own,
        what_follows_a_nameless_greeting_in_its_line_is_body, a_greeting_alone_is_a_letter,
        a_greeting_below_a_preview_text_is_the_greeting, a_greeting_below_much_prose_is_body,
        below_prose_a_name_alone_is_no_greeting, a_greeting_of_eight_names_is_too_long);
    tl_add_tests(suite, "before", lines_before_the_greeting_are_the_letterhead,
                 a_labelled_line_of_the_letterhead_is_the_subject,
                 a_first_line_with_a_label_is_the_subject);
    tl_add_tests(suite, "reference", a_line_above_the_greeting_names_the_matter,
                 a_letter_without_a_greeting_has_a_letterhead,
                 a_reference_line_of_a_letter_is_the_subject, an_email_has_no_reference_line,
                 a_sentence_below_the_greeting_of_a_letter_is_no_reference_line);
    return suite;
}
TL_TEST_MAIN(greeting_suite)
