/* SPDX-License-Identifier: MIT */
#include "model/word.h"

#include "support/tl_check.h"

#include <string.h>

#define N_OF(table) (int)(sizeof(table) / sizeof *(table))

static struct tl_str words_of(struct tl_str text)
{
    struct tl_buf out = tl_buf_in(tl_test_arena);
    struct tl_span word = {0, 0};
    while (tl_word_next(text, word.end, text.len, &word)) {
        ck_assert_uint_lt(word.begin, word.end);
        tl_buf_add(&out, tl_str_slice(text, word.begin, word.end));
        tl_buf_add_char(&out, '|');
    }
    return tl_buf_str(&out);
}

/* A text and its words, each with "|" after it. */
static const struct {
    const char *text;
    const char *words;
} table[] = {
    {"The box, it left!", "The|box|it|left|"},
    {"don't rock'n'roll it\xE2\x80\x99s", "don't|rock'n'roll|it\xE2\x80\x99s|"},
    {"a well-known sub-order", "a|well-known|sub-order|"},
    {"'quoted' \"words\"", "quoted|words|"},
    {"Åsa och Öberg", "Åsa|och|Öberg|"},
    {"one - two -- three", "one|two|three|"},
    {"and/or", "and|or|"},
    {"R&D AT&T", "R&D|AT&T|"},
    /* numbers */
    {"1 340 kr", "1 340|kr|"},
    {"1,340.50 left", "1,340.50|left|"},
    {"2026-11-21 at 10:30", "2026-11-21|at|10:30|"},
    {"21/11/2026", "21/11/2026|"},
    {"in 3 days. 5 left", "in|3|days|5|left|"},
    {"room 5, 6 or 7.", "room|5|6|or|7|"},
    {"$20 or \xE2\x82\xAC"
     "30",
     "20|or|30|"},
    {"50% of 4411A", "50|of|4411A|"},
    {"the 3rd", "the|3rd|"},
    /* phone numbers */
    {"+46 8 123 45 67", "46 8 123 45 67|"},
    {"call 08-123 45 67 now", "call|08-123 45 67|now|"},
    {"+46 (0)8 123 45 67", "46 (0)8 123 45 67|"},
    {"(020) 7946 0000", "020) 7946 0000|"},
    /* addresses */
    {"see https://example.com/a?b=c&d=e#f now", "see|https://example.com/a?b=c&d=e#f|now|"},
    {"see www.example.com.", "see|www.example.com|"},
    {"(http://example.com/)", "http://example.com/|"},
    {"write to ann.berg@example.com, please", "write|to|ann.berg@example.com|please|"},
    {"mailto:ann@example.com", "mailto:ann@example.com|"},
    /* placeholders */
    {"Dear {{ customer.name }},", "Dear|{{ customer.name }}|"},
    {"{{a}} {{ b c }}", "{{a}}|{{ b c }}|"},
    {"[First Name] [[Last Name]]", "[First Name]|[[Last Name]]|"},
    {"%FIRST_NAME% and %name%", "%FIRST_NAME%|and|%name%|"},
    {"${name} {name} <name>", "${name}|{name}|<name>|"},
    {"<%= @a b %> {% if a %} *|FNAME|*", "<%= @a b %>|{% if a %}|*|FNAME|*|"},
    {"((name))", "((name))|"},
    {"100 % of 20 % off", "100|of|20|off|"},
    {"{{ never closed", "never|closed|"},
    {"a < b and c > d", "a|b|and|c|d|"},
    /* marks only */
    {"... -- !?", ""},
    {"", ""},
    {"   ", ""},
};

START_TEST(a_text_has_these_words)
{
    tl_assert_same(words_of(tl_str_of(table[_i].text)), tl_str_of(table[_i].words));
}
END_TEST

START_TEST(words_end_where_the_caller_says)
{
    struct tl_span word;
    struct tl_str text = TL_STR("The box left");

    ck_assert(tl_word_next(text, 4, 6, &word));
    tl_assert_span(word, 4, 6);
    ck_assert(!tl_word_next(text, 6, 6, &word));
    ck_assert(!tl_word_next(text, 7, 8, &word));
}
END_TEST

START_TEST(a_bracket_that_closes_far_away_is_no_placeholder)
{
    char text[200];
    memset(text, 'a', sizeof text);
    text[0] = '[';
    text[150] = ']';
    struct tl_span word;

    ck_assert(tl_word_next((struct tl_str){text, sizeof text}, 0, sizeof text, &word));
    tl_assert_span(word, 1, 150);
}
END_TEST

static Suite *word_suite(void)
{
    Suite *suite = suite_create("word");
    TCase *next = tl_case(suite, "next");
    tcase_add_loop_test(next, a_text_has_these_words, 0, N_OF(table));
    tl_add_tests(suite, "borders", words_end_where_the_caller_says,
                 a_bracket_that_closes_far_away_is_no_placeholder);
    return suite;
}
TL_TEST_MAIN(word_suite)
