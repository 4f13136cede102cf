/* SPDX-License-Identifier: MIT */
#include "model/sentence.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "model/emoji.h"

#include <string.h>

enum {
    SHORTEST_WHOLE_WORD = 5, /* letters; shorter ones before a full stop may be abbreviations */
    LONGEST_LIST_NUMBER = 3,
    LONGEST_ENDING_BYTES = 8, /* of an entry "-nr" */
};

static uint32_t char_at(struct tl_str text, size_t at, size_t end, size_t *bytes)
{
    uint32_t c = 0;
    *bytes = tl_utf8_next(tl_str_slice(text, at, end), &c);
    return *bytes == 0 ? 0 : c;
}

static bool is_terminal(uint32_t c)
{
    return c == '.' || c == '?' || c == '!' || c == 0x2026; /* … */
}

/* Quotes and brackets that may stand between the mark and the white space. */
static bool is_closing(uint32_t c)
{
    return c == '"' || c == '\'' || c == ')' || c == ']' || c == '*' || c == '_' || c == 0x201D ||
           c == 0x2019 || c == 0x201C || c == 0xBB || c == 0xAB;
}

/* The start of the word that ends at `end`: letters, and full stops between them ("e.g"). */
static size_t word_begin(struct tl_str text, size_t begin, size_t end)
{
    while (end > begin) {
        size_t at = tl_utf8_before(text, end);
        size_t bytes;
        uint32_t c = char_at(text, at, end, &bytes);
        if (!tl_char_is_letter(c) && !tl_char_is_number(c) && c != '.') {
            break;
        }
        end = at;
    }
    return end;
}

static bool is_opening(uint32_t c)
{
    return c == '(' || c == '[' || c == '"' || c == '\'' || c == 0x2018 || c == 0x201C ||
           c == 0x201E || c == 0x201D || c == 0xAB || c == 0xBB;
}

static bool is_dash(uint32_t c)
{
    return c == '-' || c == 0x2013 || c == 0x2014;
}

/* Whether a sentence can begin at `at`: nothing that goes on with one, as "(if so)" and "- or" do.
 */
static bool can_begin(struct tl_str text, size_t at, size_t end)
{
    size_t bytes;
    uint32_t c = char_at(text, at, end, &bytes);
    if (!is_opening(c) && !is_dash(c)) {
        return bytes > 0 && c != ',' && c != ';' && c != ')';
    }
    at += bytes;
    at += is_dash(c) && at < end && text.data[at] == ' ';
    return !tl_char_is_lower(char_at(text, at, end, &bytes));
}

/* The word that begins at `at`, letters only. */
static struct tl_str word_at(struct tl_str text, size_t at, size_t end)
{
    size_t begin = at;
    size_t bytes;
    while (at < end && tl_char_is_letter(char_at(text, at, end, &bytes))) {
        at += bytes;
    }
    return tl_str_slice(text, begin, at);
}

/* Whether it is a word of every day and no name. */
static bool is_known_word(const struct tl_language *language, struct tl_str word)
{
    return language != NULL && word.len > 0 &&
           (tl_words_set_has(&language->function_words, word) ||
            tl_words_set_has(&language->common_words, word));
}

static bool is_function_word(const struct tl_language *language, struct tl_str word)
{
    return language != NULL && word.len > 0 && tl_words_set_has(&language->function_words, word);
}

/* Whether the list has the word, or an ending of it: "-nr" stands for "faxnr" too. */
static bool is_listed(const struct tl_words_set *set, struct tl_str word)
{
    if (word.len == 0) {
        return false;
    }
    if (tl_words_set_has(set, word)) {
        return true;
    }
    char ending[1 + LONGEST_ENDING_BYTES] = "-";
    for (size_t at = word.len; at > 0;) {
        at = tl_utf8_before(word, at);
        size_t len = word.len - at;
        if (len > LONGEST_ENDING_BYTES || at == 0) {
            return false;
        }
        memcpy(ending + 1, word.data + at, len);
        if (tl_words_set_has(set, (struct tl_str){ending, len + 1})) {
            return true;
        }
    }
    return false;
}

/* One capital letter, or several with full stops between them: "J", "U.K". */
static bool is_initials(struct tl_str word)
{
    bool wants_letter = true;
    for (size_t at = 0; at < word.len;) {
        size_t bytes;
        uint32_t c = char_at(word, at, word.len, &bytes);
        if (wants_letter ? !tl_char_is_upper(c) : c != '.') {
            return false;
        }
        wants_letter = !wants_letter;
        at += bytes;
    }
    return word.len > 0 && !wants_letter && !tl_str_equal(word, TL_STR("I"));
}

/*
 * Whether a number stands before the word at `at`, and before that from `begin` nothing but a
 * month or a function word: "10 val. Petras", "Nuo 2026 m. Kauno", "Lapkričio 24 d. Vilniuje".
 */
static bool is_after_first_number(struct tl_str text, size_t begin, size_t at,
                                  const struct tl_language *language)
{
    if (at < begin + 2 || text.data[at - 1] != ' ' || !tl_char_is_digit(text.data[at - 2])) {
        return false;
    }
    struct tl_str first = word_at(text, begin, at);
    size_t n_spaces = 0;
    for (size_t i = begin; i < at; i++) {
        n_spaces += text.data[i] == ' ';
    }
    return n_spaces == 1 || (n_spaces == 2 && (is_function_word(language, first) ||
                                               tl_words_set_has(&language->months, first)));
}

/*
 * Whether a capital letter or a number at `next` shows no beginning after the full stop of the word
 * that begins at `at`: it is an abbreviation or an initial, and what follows may be a name.  Only
 * what begins sentences and is never a name, a function word with a capital ("at Acme Ltd. We …"),
 * begins one there.
 */
static bool is_abbreviation(struct tl_str text, size_t begin, struct tl_str word, size_t next,
                            size_t end, const struct tl_language *language)
{
    size_t at = (size_t)(word.data - text.data);
    size_t bytes;
    bool degrees = at > begin && char_at(text, tl_utf8_before(text, at), at, &bytes) == 0xB0;
    bool initials = is_initials(word) && !degrees;
    if (language == NULL || word.len == 0) {
        return initials;
    }
    if (is_listed(&language->leading_abbreviations, word)) {
        return true;
    }
    if (is_listed(&language->number_abbreviations, word) &&
        (tl_char_is_digit(text.data[next]) || is_after_first_number(text, begin, at, language))) {
        return true;
    }
    if (!initials && !is_listed(&language->abbreviations, word)) {
        return false;
    }
    struct tl_str after = word_at(text, next, end);
    bool initial =
        next + after.len < end && text.data[next + after.len] == '.' && tl_utf8_count(after) == 1;
    return initial || !is_known_word(language, after);
}

/* "21. November" */
static bool is_month(const struct tl_language *language, struct tl_str word)
{
    return language != NULL && word.len > 0 && tl_words_set_has(&language->months, word);
}

static bool is_digits(struct tl_str word)
{
    for (size_t i = 0; i < word.len; i++) {
        if (!tl_char_is_digit(word.data[i])) {
            return false;
        }
    }
    return word.len > 0;
}

/*
 * Whether a sentence begins with the small letter at `next`, after a full stop: "iPhone" does, and
 * so does the next sentence of who types no capitals.  Words of this length are no abbreviations.
 */
static bool is_small_beginning(struct tl_str text, struct tl_str word, size_t next, size_t end,
                               const struct tl_language *language)
{
    struct tl_str after = word_at(text, next, end);
    for (size_t at = 0; at < after.len;) {
        size_t bytes;
        if (tl_char_is_upper(char_at(after, at, after.len, &bytes))) {
            return true;
        }
        at += bytes;
    }
    bool known = language != NULL && (is_listed(&language->abbreviations, word) ||
                                      is_listed(&language->leading_abbreviations, word) ||
                                      is_listed(&language->number_abbreviations, word));
    bool whole = tl_str_find_char(word, '.', 0) == TL_NONE && !tl_char_is_digit(word.data[0]);
    bool unit = word.data >= text.data + 2 && word.data[-1] == ' ' &&
                tl_char_is_digit(word.data[-2]); /* "2 in. deep" */
    return !known && whole && !unit &&
           (tl_utf8_count(word) >= SHORTEST_WHOLE_WORD ||
            (is_known_word(language, word) && is_function_word(language, after)));
}

/* Whether emoji after the space at `at` end a sentence that has no other mark; `after` is their
 * end.
 */
static bool ends_with_emoji(struct tl_str text, size_t at, size_t end, size_t *after)
{
    size_t bytes;
    *after = tl_emoji_skip(text, at, end);
    return *after > at && *after < end && tl_char_is_upper(char_at(text, *after + 1, end, &bytes));
}

/*
 * Whether the sentence that began at `begin` ends with the mark at `at`; `after` is the end of its
 * marks, quotes and brackets, and of the emoji that end it.
 */
static bool ends_at(struct tl_str text, struct tl_span block, size_t begin, size_t at,
                    const struct tl_language *language, size_t *after)
{
    size_t bytes;
    uint32_t c = char_at(text, at, block.end, &bytes);
    bool lone_stop = c == '.';
    size_t stop = at;
    for (at += bytes; at < block.end; at += bytes) {
        c = char_at(text, at, block.end, &bytes);
        if (!is_terminal(c) && !is_closing(c)) {
            break;
        }
        lone_stop &= !is_terminal(c);
    }
    *after = tl_emoji_skip(text, at, block.end);
    if (*after == block.end || text.data[*after] == '\n' || *after > at) {
        return true;
    }
    size_t next = at + 1;
    if (text.data[at] != ' ' || !can_begin(text, next, block.end)) {
        return false;
    }
    struct tl_str word = tl_str_slice(text, word_begin(text, begin, stop), stop);
    bool small = tl_char_is_lower(char_at(text, next, block.end, &bytes));
    if (small) {
        return lone_stop && at == stop + 1 && word.len > 0 &&
               is_small_beginning(text, word, next, block.end, language);
    }
    if (!lone_stop || at > stop + 1) {
        return true;
    }
    bool is_ordinal = is_digits(word) && (stop - begin <= LONGEST_LIST_NUMBER ||
                                          is_month(language, word_at(text, next, block.end)));
    return !is_ordinal && !is_abbreviation(text, begin, word, next, block.end, language);
}

bool tl_sentence_next(struct tl_str text, struct tl_span block, size_t from,
                      const struct tl_language *language, struct tl_span *sentence)
{
    size_t begin = from;
    while (begin < block.end && tl_char_is_space(text.data[begin])) {
        begin++;
    }
    if (begin >= block.end) {
        return false;
    }
    size_t at = begin;
    bool ends = false;
    bool is_long = block.end - begin > TL_MAX_SENTENCE_BYTES;
    size_t stop = is_long ? begin + TL_MAX_SENTENCE_BYTES : block.end;
    while (!ends && at < stop) {
        size_t bytes;
        uint32_t c = char_at(text, at, block.end, &bytes);
        if (c == '\n') {
            break;
        }
        size_t after = at;
        if (is_terminal(c)) {
            ends = ends_at(text, block, begin, at, language, &after);
        } else if (c == ' ') {
            ends = ends_with_emoji(text, at, stop, &after);
        }
        at = after > at ? after : at + bytes; /* never twice over a run of marks */
    }
    *sentence = (struct tl_span){begin, at};
    while (sentence->end > begin && tl_char_is_space(text.data[sentence->end - 1])) {
        sentence->end--;
    }
    return true;
}
