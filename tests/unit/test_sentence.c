/* SPDX-License-Identifier: MIT */
#include "model/sentence.h"

#include "base/limits.h"
#include "support/letter.h"

#include <string.h>

#define N_OF(table) (int)(sizeof(table) / sizeof *(table))

/* The sentences of one block, a line each; what the block has as line ends are shown as such. */
static struct tl_str sentences_of(struct tl_str text)
{
    struct tl_buf out = tl_buf_in(tl_test_arena);
    struct tl_span sentence = {0, 0};
    const struct tl_language *language = tl_test_languages()->items[0];
    while (
        tl_sentence_next(text, (struct tl_span){0, text.len}, sentence.end, language, &sentence)) {
        ck_assert_uint_lt(sentence.begin, sentence.end);
        tl_buf_add(&out, tl_str_slice(text, sentence.begin, sentence.end));
        tl_buf_add_char(&out, '|');
    }
    return tl_buf_str(&out);
}

/* A text and its sentences, each with "|" after it. */
static const struct {
    const char *text;
    const char *sentences;
} table[] = {
    {"It left. It is blue.", "It left.|It is blue.|"},
    {"It left", "It left|"},
    {"Did it? Yes! It did.", "Did it?|Yes!|It did.|"},
    {"What?! No way. Really...", "What?!|No way.|Really...|"},
    /* abbreviations */
    {"Ask Mr. Berg. He knows.", "Ask Mr. Berg.|He knows.|"},
    {"Ask MR. BERG. He knows.", "Ask MR. BERG.|He knows.|"},
    {"Bring fruit, e.g. Apples. Or pears.", "Bring fruit, e.g. Apples.|Or pears.|"},
    {"It takes approx. 3 days. Then it comes.", "It takes approx. 3 days.|Then it comes.|"},
    {"Write to Dr. A. B. Smith. She reads all.", "Write to Dr. A. B. Smith.|She reads all.|"},
    {"Write to Å. Berg today.", "Write to Å. Berg today.|"},
    {"So did I. It left.", "So did I.|It left.|"},
    {"Nothing is wrong with drs. They left.", "Nothing is wrong with drs.|They left.|"},
    {"Ask Acme Ltd. Berg has it.", "Ask Acme Ltd. Berg has it.|"},
    {"Ask Acme Ltd. We have it.", "Ask Acme Ltd.|We have it.|"},
    {"Ask Dr. With today.", "Ask Dr. With today.|"},
    {"See plan B. It is blue.", "See plan B.|It is blue.|"},
    {"Made in the U.K. The box is blue.", "Made in the U.K.|The box is blue.|"},
    {"Made in the U.K. Berg has it.", "Made in the U.K. Berg has it.|"},
    {"Ask J. A. Berg.", "Ask J. A. Berg.|"},
    {"It is no. 4 of 5. Or no. I ask.", "It is no. 4 of 5.|Or no.|I ask.|"},
    {"Ring faxno. 4 today.", "Ring faxno. 4 today.|"},
    {"It is 18 \xC2\xB0"
     "C. Berg has it.",
     "It is 18 \xC2\xB0"
     "C.|Berg has it.|"},
    {"10 no. Berg comes, at 11 no. Ann too.", "10 no. Berg comes, at 11 no.|Ann too.|"},
    {"It is 10 no. Berg comes.", "It is 10 no.|Berg comes.|"},
    /* what goes on after a mark */
    {"It costs 5 p. (or so). Look.", "It costs 5 p. (or so).|Look.|"},
    {"\"Why?\" - so they ask.", "\"Why?\" - so they ask.|"},
    {"It left. - Look at it.", "It left.|- Look at it.|"},
    /* small letters */
    {"It left. macOS users know.", "It left.|macOS users know.|"},
    {"It is 2 in. deep.", "It is 2 in. deep.|"},
    {"It left. iPhone users know.", "It left.|iPhone users know.|"},
    {"we have looked. it is blue.", "we have looked.|it is blue.|"},
    {"it is for you. we have it.", "it is for you.|we have it.|"},
    {"the resp. part of it, the app. team", "the resp. part of it, the app. team|"},
    {"the Ltd. part of 3. all", "the Ltd. part of 3. all|"},
    /* emoji */
    {"It left! \xF0\x9F\x98\x8A We know.", "It left! \xF0\x9F\x98\x8A|We know.|"},
    {"It left. \xE2\x9D\xA4\xEF\xB8\x8F", "It left. \xE2\x9D\xA4\xEF\xB8\x8F|"},
    {"It left. \xF0\x9F\x98\x8Aso", "It left.|\xF0\x9F\x98\x8Aso|"},
    {"Good to hear :) We know.", "Good to hear :)|We know.|"},
    {"Good to hear :) and so on.", "Good to hear :) and so on.|"},
    /* numbers */
    {"It costs 3.50 a day. Or 1,300.75 in all.", "It costs 3.50 a day.|Or 1,300.75 in all.|"},
    {"Come at 10.30. Bring it.", "Come at 10.30.|Bring it.|"},
    {"It is in room 12. Come up.", "It is in room 12.|Come up.|"},
    {"1. Open the box. 2. Take it out.", "1. Open the box.|2. Take it out.|"},
    /* ellipses and marks inside */
    {"Well... it left.", "Well... it left.|"},
    {"Well... It left.", "Well...|It left.|"},
    {"Well\xE2\x80\xA6 It left.", "Well\xE2\x80\xA6|It left.|"},
    {"Yahoo! is blue. So is Who? magazine.", "Yahoo! is blue.|So is Who? magazine.|"},
    /* addresses */
    {"See https://example.com/a.b?c=d. It helps.", "See https://example.com/a.b?c=d.|It helps.|"},
    {"Write to ann.berg@example.com. We read it.", "Write to ann.berg@example.com.|We read it.|"},
    {"Version 2.1.3 is out. Get it.", "Version 2.1.3 is out.|Get it.|"},
    /* quotes and brackets */
    {"He said \"It left.\" We looked.", "He said \"It left.\"|We looked.|"},
    {"He said \xE2\x80\x9CIt left.\xE2\x80\x9D We looked.",
     "He said \xE2\x80\x9CIt left.\xE2\x80\x9D|We looked.|"},
    {"It left (on Friday.) It is blue.", "It left (on Friday.)|It is blue.|"},
    {"\"Did it leave?\" asked Tom.", "\"Did it leave?\" asked Tom.|"},
    {"**It left.** Look.", "**It left.**|Look.|"},
    /* what follows */
    {"It left.It is blue.", "It left.It is blue.|"},
    {"It left. (Or so.) Look.", "It left.|(Or so.)|Look.|"},
    {"It left. 3 days ago.", "It left.|3 days ago.|"},
    {"It left. {{ name }} has it.", "It left.|{{ name }} has it.|"},
    {"It left. \xC3\x85sa has it.", "It left.|\xC3\x85sa has it.|"},
    {"It left? , said Tom.", "It left? , said Tom.|"},
    /* meant line ends */
    {"Time: 10 pm\nPlace: the shop", "Time: 10 pm|Place: the shop|"},
    {"It left\n\nIt is blue", "It left|It is blue|"},
    {"It left.\nit is blue", "It left.|it is blue|"},
    /* nothing */
    {"", ""},
    {" \n ", ""},
    {"...", "...|"},
    {" It left. ", "It left.|"},
};

START_TEST(a_text_has_these_sentences)
{
    tl_assert_same(sentences_of(tl_str_of(table[_i].text)), tl_str_of(table[_i].sentences));
}
END_TEST

START_TEST(without_a_language_there_are_no_abbreviations)
{
    struct tl_span sentence;
    struct tl_str text = TL_STR("Ask Mr. Berg.");

    ck_assert(tl_sentence_next(text, (struct tl_span){0, text.len}, 0, NULL, &sentence));
    tl_assert_span(sentence, 0, 7);
}
END_TEST

START_TEST(a_sentence_ends_with_its_block)
{
    struct tl_span sentence;
    struct tl_str text = TL_STR("It left on Friday");

    ck_assert(tl_sentence_next(text, (struct tl_span){3, 7}, 3, NULL, &sentence));
    tl_assert_span(sentence, 3, 7);
    ck_assert(!tl_sentence_next(text, (struct tl_span){3, 7}, 7, NULL, &sentence));
}
END_TEST

START_TEST(many_emoji_are_cut_as_any_sentence)
{
    size_t len = 8 * (size_t)TL_MAX_SENTENCE_BYTES;
    char *bytes = tl_arena_alloc(tl_test_arena, len);
    for (size_t i = 0; i < len; i += 4) {
        memcpy(bytes + i, " :) ", 4);
    }
    struct tl_str text = {bytes, len};
    struct tl_span sentence = {0, 0};
    size_t n = 0;

    while (tl_sentence_next(text, (struct tl_span){0, len}, sentence.end, NULL, &sentence)) {
        ck_assert_uint_le(sentence.end - sentence.begin, TL_MAX_SENTENCE_BYTES);
        n++;
    }

    ck_assert_uint_eq(n, 8);
}
END_TEST

START_TEST(a_very_long_sentence_is_cut_between_characters)
{
    size_t len = 2 * (size_t)TL_MAX_SENTENCE_BYTES + 2;
    char *bytes = tl_arena_alloc(tl_test_arena, len);
    for (size_t i = 0; i < len; i += 2) {
        memcpy(bytes + i, "\xC3\xA5", 2);
    }
    struct tl_str text = {bytes, len};
    struct tl_span sentence = {0, 0};
    size_t after = 0;

    while (tl_sentence_next(text, (struct tl_span){0, len}, sentence.end, NULL, &sentence)) {
        ck_assert_uint_eq(sentence.begin, after);
        ck_assert_uint_le(sentence.end - sentence.begin, TL_MAX_SENTENCE_BYTES + 1);
        ck_assert_uint_eq(sentence.end % 2, 0);
        after = sentence.end;
    }
    ck_assert_uint_eq(after, len);
}
END_TEST

START_TEST(list_items_are_sentences_of_their_own)
{
    tl_assert_str(tl_test_sentences("Bring:\n\n- the box\n- Two pears\n- a pen.\n"),
                  "Bring:\nthe box\nTwo pears\na pen.\n");
}
END_TEST

START_TEST(a_wrapped_sentence_is_one)
{
    tl_assert_str(tl_test_sentences("The box that you ordered from us last week left\n"
                                    "today. It is\nblue.\n"),
                  "The box that you ordered from us last week left today.\nIt is blue.\n");
}
END_TEST

START_TEST(label_lines_are_sentences_of_their_own)
{
    tl_assert_str(tl_test_sentences("We meet like this.\nTime: 10 pm\nPlace: the shop\n"),
                  "We meet like this.\nTime: 10 pm\nPlace: the shop\n");
}
END_TEST

static Suite *sentence_suite(void)
{
    Suite *suite = suite_create("sentence");
    TCase *next = tl_case(suite, "next");
    tcase_add_loop_test(next, a_text_has_these_sentences, 0, N_OF(table));
    tl_add_tests(suite, "borders", without_a_language_there_are_no_abbreviations,
                 a_sentence_ends_with_its_block, a_very_long_sentence_is_cut_between_characters,
                 many_emoji_are_cut_as_any_sentence);
    tl_add_tests(suite, "in a letter", list_items_are_sentences_of_their_own,
                 a_wrapped_sentence_is_one, label_lines_are_sentences_of_their_own);
    return suite;
}
TL_TEST_MAIN(sentence_suite)
