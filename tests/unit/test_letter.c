/* SPDX-License-Identifier: MIT */
#include "model/letter.h"

#include "support/letter.h"

/* The sentences of the opening or the closing, a line each. */
static struct tl_str marked(const char *text, bool closing)
{
    const struct tl_letter *letter = tl_test_letter(text);
    struct tl_buf out = tl_buf_in(tl_test_arena);
    for (size_t i = 0; i < letter->sentences.len; i++) {
        const struct tl_sentence *sentence = &letter->sentences.items[i];
        if (closing ? sentence->closing : sentence->opening) {
            tl_buf_add(&out, tl_letter_str(letter, sentence->span));
            tl_buf_add_char(&out, '\n');
        }
    }
    return tl_buf_str(&out);
}

static unsigned fact_of(enum tl_fact fact, const char *name, const char *bytes)
{
    return tl_test_letter_of(name, tl_str_of(bytes), NULL)->facts.value[fact];
}

START_TEST(the_opening_is_the_first_two_sentences_of_the_body)
{
    tl_assert_str(marked("Hi Ann,\n\nOne. Two. Three.\n\nBest\nTom\n", false), "One.\nTwo.\n");
    tl_assert_str(marked("Hi Ann,\n\nOne.\n\nTwo. Three.\n", false), "One.\nTwo.\n");
    tl_assert_str(marked("Hi Ann,\n\nOne.\n\nBest\nTom\n", false), "One.\n");
}
END_TEST

START_TEST(the_closing_is_the_last_three_sentences_of_the_body)
{
    tl_assert_str(marked("Hi Ann,\n\nOne. Two. Three. Four.\n\nBest\nTom\n", true),
                  "Two.\nThree.\nFour.\n");
    tl_assert_str(marked("Hi Ann,\n\nOne. Two.\n\nThree. Four.\n\nBest\nTom\n", true),
                  "Two.\nThree.\nFour.\n");
}
END_TEST

START_TEST(a_longer_last_paragraph_is_the_closing)
{
    tl_assert_str(marked("Zero.\n\nOne. Two. Three. Four.\n\nBest\nTom\n", true),
                  "One.\nTwo.\nThree.\nFour.\n");
}
END_TEST

START_TEST(a_body_of_one_paragraph_has_three_sentences_of_closing)
{
    tl_assert_str(marked("One. Two. Three. Four. Five.\n", true), "Three.\nFour.\nFive.\n");
}
END_TEST

START_TEST(a_heading_or_code_neither_opens_nor_closes)
{
    const char *text = "Hi Ann,\n\n# Box\n\nOne. Two. Three.\n\n## Lid\n\nFour.\n\n```\nx\n```\n";

    tl_assert_str(marked(text, false), "One.\nTwo.\n");
    tl_assert_str(marked(text, true), "Two.\nThree.\nFour.\n");
}
END_TEST

START_TEST(a_postscript_is_closing)
{
    tl_assert_str(marked("One. Two. Three. Four.\n\nBest\nTom\n\nPS: Bring it.\n", true),
                  "Two.\nThree.\nFour.\nPS: Bring it.\n");
}
END_TEST

START_TEST(a_short_body_is_opening_and_closing_at_once)
{
    tl_assert_str(marked("One.\n", false), "One.\n");
    tl_assert_str(marked("One.\n", true), "One.\n");
}
END_TEST

START_TEST(words_belong_to_their_sentence)
{
    const struct tl_letter *letter = tl_test_letter("Hi Ann,\n\nThe box left. It is blue.\n");

    ck_assert_uint_eq(letter->sentences.len, 3);
    ck_assert_uint_eq(letter->sentences.items[0].n_words, 2);
    ck_assert_uint_eq(letter->sentences.items[1].n_words, 3);
    ck_assert_uint_eq(letter->sentences.items[2].n_words, 3);
    size_t first = letter->sentences.items[2].first_word;
    tl_assert_str(tl_letter_str(letter, letter->words.items[first].span), "It");
}
END_TEST

START_TEST(an_empty_input_has_no_sentence)
{
    const struct tl_letter *letter = tl_test_letter("");

    ck_assert_uint_eq(letter->sentences.len, 0);
    ck_assert_uint_eq(letter->words.len, 0);
}
END_TEST

START_TEST(attachments_are_known_of_a_mail_only)
{
    ck_assert_uint_eq(fact_of(TL_FACT_ATTACHMENTS, "a.txt", "It left.\n"),
                      TL_FACT_ATTACHMENTS_UNKNOWN);
    ck_assert_uint_eq(fact_of(TL_FACT_ATTACHMENTS, "a.eml", "From: a@example.com\n\nIt left.\n"),
                      TL_FACT_ATTACHMENTS_NONE);
}
END_TEST

/* The language that a message is found to be in. */
static const struct tl_language *language_of(const char *name, const char *bytes)
{
    const struct tl_facts none = {.today = 0};
    struct tl_source *source = tl_source_of(tl_test_arena, tl_str_of(name), tl_str_of(bytes));
    const struct tl_content *content = tl_content_read(tl_test_arena, source);
    return tl_letter_build(tl_test_arena, content, tl_test_languages(), &none, NULL)->language;
}

START_TEST(the_language_is_that_of_the_words)
{
    const struct tl_languages *all = tl_test_languages();

    ck_assert_ptr_eq(language_of("a.txt", "The box is on the way to you.\n"), all->items[0]);
    ck_assert_ptr_eq(language_of("a.txt", "Och att det gick.\n"), all->items[1]);
    ck_assert_ptr_null(language_of("a.txt", "Kaukana linna.\n"));
}
END_TEST

START_TEST(a_quote_does_not_tell_the_language)
{
    ck_assert_ptr_eq(language_of("a.txt", "Och att det gick.\n\n> The box is on the way to you "
                                          "and it is for the shop.\n"),
                     tl_test_languages()->items[1]);
}
END_TEST

START_TEST(what_the_header_says_counts_where_the_words_tell_nothing)
{
    const struct tl_languages *all = tl_test_languages();

    ck_assert_ptr_eq(
        language_of("a.eml", "From: a@example.com\nContent-Language: xx\n\nKaukana linna.\n"),
        all->items[1]);
    ck_assert_ptr_eq(language_of("a.eml", "From: a@example.com\nContent-Language: xx\n\n"
                                          "The box is on the way to you.\n"),
                     all->items[0]);
}
END_TEST

static Suite *letter_suite(void)
{
    Suite *suite = suite_create("letter");
    tl_add_tests(suite, "opening", the_opening_is_the_first_two_sentences_of_the_body,
                 a_short_body_is_opening_and_closing_at_once);
    tl_add_tests(suite, "closing", the_closing_is_the_last_three_sentences_of_the_body,
                 a_longer_last_paragraph_is_the_closing,
                 a_body_of_one_paragraph_has_three_sentences_of_closing, a_postscript_is_closing,
                 a_heading_or_code_neither_opens_nor_closes);
    tl_add_tests(suite, "sentences", words_belong_to_their_sentence,
                 an_empty_input_has_no_sentence);
    tl_add_tests(suite, "facts", attachments_are_known_of_a_mail_only);
    tl_add_tests(suite, "language", the_language_is_that_of_the_words,
                 a_quote_does_not_tell_the_language,
                 what_the_header_says_counts_where_the_words_tell_nothing);
    return suite;
}
TL_TEST_MAIN(letter_suite)
