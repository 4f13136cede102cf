/* SPDX-License-Identifier: MIT */
#include "model/word_kind.h"

#include "support/letter.h"

#define N_OF(table) (int)(sizeof(table) / sizeof *(table))

static const struct {
    const char *word;
    enum tl_word_kind kind;
} words[] = {
    {"box", TL_WORD_PLAIN},
    {"well-known", TL_WORD_PLAIN},
    {"it's", TL_WORD_PLAIN},
    {"\xC3\x85sa", TL_WORD_PLAIN},
    {"and/or", TL_WORD_PLAIN},
    {"e.g", TL_WORD_PLAIN},
    {"end.Next", TL_WORD_PLAIN},
    {"4411", TL_WORD_NUMBER},
    {"1 340.50", TL_WORD_NUMBER},
    {"2026-11-21", TL_WORD_NUMBER},
    {"10:30", TL_WORD_NUMBER},
    {"08-123 45 67", TL_WORD_NUMBER},
    {"3rd", TL_WORD_NUMBER},
    {"3:e", TL_WORD_NUMBER},
    {"5kg", TL_WORD_NUMBER},
    {"AB12-44", TL_WORD_CODE},
    {"4411A7", TL_WORD_CODE},
    {"order_id", TL_WORD_CODE},
    {"https://example.com/a?b=1", TL_WORD_LINK},
    {"www.example.com", TL_WORD_LINK},
    {"example.com", TL_WORD_LINK},
    {"example.co.uk/a/Bc", TL_WORD_LINK},
    {"ann@example.com", TL_WORD_LINK},
    {"<https://example.com/a>", TL_WORD_LINK},
    {"<ann@example.com>", TL_WORD_LINK},
    {"<Name>", TL_WORD_HOLE},
    {"{{ name }}", TL_WORD_HOLE},
    {"[Name]", TL_WORD_HOLE},
    {"%NAME%", TL_WORD_HOLE},
    {"", TL_WORD_PLAIN},
};

START_TEST(a_word_is_of_this_kind)
{
    ck_assert_int_eq(tl_word_kind_of(tl_str_of(words[_i].word)), words[_i].kind);
}
END_TEST

/* A sentence, and the words of it with which a number begins. */
static const struct {
    const char *text;
    const char *numbers;
} table[] = {
    {"Room 5, 6 or 7.", "5|6|7|"},
    {"Pay 1 340.50 or \xE2\x82\xAC"
     "30 by 10:30.",
     "1 340.50|30|10:30|"},
    /* a date is one number */
    {"On 21 November 2026 it ends.", "21|"},
    {"On November 21, 2026 it ends.", "21|"},
    {"On 21st of November 2026 it ends.", "21st|"},
    {"On 2026 m November 21 d it ends.", "2026|"},
    {"On 21 November 2026 at 10:30.", "21|10:30|"},
    {"On 3 May, 5 boxes left.", "3|5|"},
    {"In May 5 boxes left.", "5|"},
    {"In May 40, or May 44.", "40|44|"},
    {"In April 92 EUR, May 88 EUR, November 61.", "92|88|61|"},
    /* so is a range */
    {"Open 8-10 and 12\xE2\x80\x93"
     "14.",
     "8-10|12|"},
    {"Open 8 \xE2\x80\x93 10.", "8|"},
    {"Open from 8 to 10.", "8|"},
    {"Open from 8 am to 10 pm.", "8|"},
    {"From 1 May to 3 May we are away.", "1|"},
    {"From 1 May\xE2\x80\x93"
     "3 May 2026 we are away.",
     "1|"},
    {"Go to 10 shops.", "10|"},
    {"AB12 costs 5.", "5|"},
    {"None.", ""},
};

START_TEST(numbers_are_counted_as_a_reader_counts_them)
{
    struct tl_language language = {.tag = TL_STR("xx")};
    *TL_VEC_ADD(tl_test_arena, &language.months.sorted) = TL_STR("may");
    *TL_VEC_ADD(tl_test_arena, &language.months.sorted) = TL_STR("november");
    *TL_VEC_ADD(tl_test_arena, &language.range_words.sorted) = TL_STR("to");
    tl_words_set_sort(&language.months);
    const struct tl_letter *letter = tl_test_letter(table[_i].text);
    struct tl_buf out = tl_buf_in(tl_test_arena);
    for (size_t i = 0; i < letter->sentences.len; i++) {
        const struct tl_sentence *sentence = &letter->sentences.items[i];
        for (size_t k = 0; k < sentence->n_words; k++) {
            if (tl_number_begins(letter, sentence, sentence->first_word + k, &language)) {
                tl_buf_add(&out, tl_letter_str(letter,
                                               letter->words.items[sentence->first_word + k].span));
                tl_buf_add_char(&out, '|');
            }
        }
    }

    tl_assert_same(tl_buf_str(&out), tl_str_of(table[_i].numbers));
}
END_TEST

START_TEST(without_a_language_a_date_is_its_numbers)
{
    const struct tl_letter *letter = tl_test_letter("On 21 November 2026 it ends.\n");

    ck_assert(tl_number_begins(letter, &letter->sentences.items[0], 3, NULL));
}
END_TEST

static Suite *word_kind_suite(void)
{
    Suite *suite = suite_create("word_kind");
    tcase_add_loop_test(tl_case(suite, "kind"), a_word_is_of_this_kind, 0, N_OF(words));
    TCase *numbers = tl_case(suite, "numbers");
    tcase_add_loop_test(numbers, numbers_are_counted_as_a_reader_counts_them, 0, N_OF(table));
    tcase_add_test(numbers, without_a_language_a_date_is_its_numbers);
    return suite;
}
TL_TEST_MAIN(word_kind_suite)
