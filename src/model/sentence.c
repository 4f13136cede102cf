/* SPDX-License-Identifier: MIT */
#include "model/sentence.h"

#include "base/limits.h"
#include "base/utf8.h"

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
           c == 0x2019 || c == 0x201C || c == 0xBB;
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

/* Whether the full stop at `dot` belongs to its word: an abbreviation or an initial. */
static bool is_abbreviation(struct tl_str text, size_t begin, size_t dot,
                            const struct tl_language *language)
{
    size_t from = word_begin(text, begin, dot);
    struct tl_str word = tl_str_slice(text, from, dot);
    size_t bytes;
    uint32_t first = char_at(text, from, dot, &bytes);
    bool initial = bytes > 0 && bytes == word.len && tl_char_is_upper(first) && first != 'I';
    return initial ||
           (language != NULL && word.len > 0 && tl_words_set_has(&language->abbreviations, word));
}

static bool is_ordinal(struct tl_str text, size_t begin, size_t dot)
{
    size_t from = word_begin(text, begin, dot);
    for (size_t at = from; at < dot; at++) {
        if (!tl_char_is_digit(text.data[at])) {
            return false;
        }
    }
    return from < dot;
}

/* Whether a sentence can begin at `at`: no small letter, nothing that goes on with a sentence. */
static bool can_begin(struct tl_str text, size_t at, size_t end)
{
    size_t bytes;
    uint32_t c = char_at(text, at, end, &bytes);
    return bytes > 0 && !tl_char_is_lower(c) && c != ',' && c != ';' && c != ')';
}

/* "5 d. 10 val.", "nr. 4": an abbreviation that is one only where a number follows, at `next`. */
static bool is_before_number(struct tl_str text, size_t begin, size_t dot, size_t next,
                             const struct tl_language *language)
{
    struct tl_str word = tl_str_slice(text, word_begin(text, begin, dot), dot);
    return language != NULL && tl_char_is_digit(text.data[next]) &&
           tl_words_set_has(&language->number_abbreviations, word);
}

/*
 * Whether the sentence that began at `begin` ends with the mark at `at`; `after` is then the end of
 * its marks, quotes and brackets.
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
    *after = at;
    if (at == block.end || text.data[at] == '\n') {
        return true;
    }
    if (text.data[at] != ' ' || !can_begin(text, at + 1, block.end)) {
        return false;
    }
    if (!lone_stop || at > stop + 1) {
        return true;
    }
    return !is_abbreviation(text, begin, stop, language) &&
           !is_before_number(text, begin, stop, at + 1, language) &&
           !(is_ordinal(text, begin, stop) && stop - begin <= 3);
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
    while (at < block.end && at - begin < TL_MAX_SENTENCE_BYTES) {
        size_t bytes;
        uint32_t c = char_at(text, at, block.end, &bytes);
        if (c == '\n') {
            break;
        }
        size_t after;
        if (is_terminal(c) && ends_at(text, block, begin, at, language, &after)) {
            at = after;
            break;
        }
        at += bytes;
    }
    *sentence = (struct tl_span){begin, at};
    while (sentence->end > begin && tl_char_is_space(text.data[sentence->end - 1])) {
        sentence->end--;
    }
    return true;
}
