/* SPDX-License-Identifier: MIT */
#include "model/sentence.h"

#include "base/limits.h"
#include "base/utf8.h"

enum {
    SHORTEST_WHOLE_WORD = 5, /* letters; shorter ones before a full stop may be abbreviations */
    LONGEST_LIST_NUMBER = 3,
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

/* Whether a sentence can begin at `at`: nothing that goes on with one. */
static bool can_begin(struct tl_str text, size_t at, size_t end)
{
    size_t bytes;
    uint32_t c = char_at(text, at, end, &bytes);
    return bytes > 0 && c != ',' && c != ';' && c != ')';
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

static bool is_function_word(const struct tl_language *language, struct tl_str word)
{
    return language != NULL && word.len > 0 && tl_words_set_has(&language->function_words, word);
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
 * Whether a capital letter at `next` shows no beginning after the full stop of `word`: it is an
 * abbreviation or an initial, and what follows may be a name.  Only what begins sentences and is
 * never a name, a function word with a capital ("at 5 p.m. We close"), begins one there.
 */
static bool is_abbreviation(struct tl_str text, struct tl_str word, size_t next, size_t end,
                            const struct tl_language *language)
{
    if (language == NULL || word.len == 0) {
        return is_initials(word);
    }
    if (tl_words_set_has(&language->leading_abbreviations, word)) {
        return true;
    }
    if (tl_words_set_has(&language->number_abbreviations, word) &&
        tl_char_is_digit(text.data[next])) {
        return true;
    }
    if (!is_initials(word) && !tl_words_set_has(&language->abbreviations, word)) {
        return false;
    }
    struct tl_str after = word_at(text, next, end);
    bool initial =
        next + after.len < end && text.data[next + after.len] == '.' && tl_utf8_count(after) == 1;
    return initial || !is_function_word(language, after);
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
    size_t bytes;
    (void)char_at(text, next, end, &bytes);
    size_t second = next + bytes;
    if (second < next + after.len && tl_char_is_upper(char_at(text, second, end, &bytes))) {
        return true;
    }
    bool known = language != NULL && (tl_words_set_has(&language->abbreviations, word) ||
                                      tl_words_set_has(&language->leading_abbreviations, word));
    bool whole = tl_str_find_char(word, '.', 0) == TL_NONE && !tl_char_is_digit(word.data[0]);
    return !known && whole &&
           (tl_utf8_count(word) >= SHORTEST_WHOLE_WORD || is_function_word(language, word));
}

/* The end of the emoji after a space at `at`, which belong to what stands before them; or `at`. */
static size_t skip_emoji(struct tl_str text, size_t at, size_t end)
{
    size_t after = at;
    while (after < end && text.data[after] == ' ') {
        size_t stop = after + 1;
        size_t bytes;
        while (stop < end && tl_char_is_emoji(char_at(text, stop, end, &bytes))) {
            stop += bytes;
        }
        if (stop == after + 1 || (stop < end && !tl_char_is_space(text.data[stop]))) {
            break;
        }
        after = stop;
    }
    return after;
}

/*
 * Whether the sentence that began at `begin` ends with the mark at `at`; `after` is then the end of
 * its marks, quotes, brackets and emoji.
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
    *after = skip_emoji(text, at, block.end);
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
    bool is_list_mark = stop - begin <= LONGEST_LIST_NUMBER && is_digits(word);
    return !is_list_mark && !is_abbreviation(text, word, next, block.end, language);
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
