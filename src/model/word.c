/* SPDX-License-Identifier: MIT */
#include "model/word.h"

#include "base/utf8.h"

enum { LONGEST_PLACEHOLDER_BYTES = 100 };

static size_t next_char(struct tl_str text, size_t at, size_t end, uint32_t *c)
{
    return tl_utf8_next(tl_str_slice(text, at, end), c);
}

static bool is_part(uint32_t c)
{
    return tl_char_is_letter(c) || tl_char_is_number(c) || c == '_';
}

/* Apostrophes, hyphens and the colon of "S:t" and "3:e" that may stand inside a word. */
static bool is_joint(uint32_t c)
{
    return c == '\'' || c == ':' || c == 0x2019 || c == '-' || c == 0x2010 || c == 0x2011 ||
           c == '@' || c == '&';
}

/* The end of a placeholder that begins at `at`, or `at`. */
static size_t placeholder_end(struct tl_str text, size_t at, size_t end)
{
    static const struct {
        struct tl_str open;
        struct tl_str close;
    } kinds[] = {
        {{"{{", 2}, {"}}", 2}}, {{"((", 2}, {"))", 2}}, {{"[[", 2}, {"]]", 2}},
        {{"${", 2}, {"}", 1}},  {{"{%", 2}, {"%}", 2}}, {{"<%", 2}, {"%>", 2}},
        {{"*|", 2}, {"|*", 2}}, {{"{!", 2}, {"}", 1}},  {{"[", 1}, {"]", 1}},
        {{"{", 1}, {"}", 1}},   {{"<", 1}, {">", 1}},
    };
    size_t stop = end - at > LONGEST_PLACEHOLDER_BYTES ? at + LONGEST_PLACEHOLDER_BYTES : end;
    struct tl_str s = tl_str_slice(text, at, stop);
    if (tl_str_has_prefix(s, TL_STR("< "))) {
        return at; /* less than */
    }
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (tl_str_has_prefix(s, kinds[i].open)) {
            size_t close = tl_str_find(s, kinds[i].close, kinds[i].open.len);
            return close == TL_NONE ? at : at + close + kinds[i].close.len;
        }
    }
    if (s.len > 2 && s.data[0] == '%' && tl_char_is_alpha(s.data[1])) {
        size_t close = tl_str_find_char(s, '%', 1);
        bool one_word =
            close != TL_NONE && tl_str_find_char(tl_str_slice(s, 0, close), ' ', 0) == TL_NONE;
        return one_word ? at + close + 1 : at;
    }
    return at;
}

static bool is_url(struct tl_str s)
{
    return tl_str_has_prefix_nocase(s, TL_STR("http://")) ||
           tl_str_has_prefix_nocase(s, TL_STR("https://")) ||
           tl_str_has_prefix_nocase(s, TL_STR("www.")) ||
           tl_str_has_prefix_nocase(s, TL_STR("mailto:"));
}

static size_t run_end(struct tl_str text, size_t at, size_t end)
{
    while (at < end && !tl_char_is_space(text.data[at])) {
        at++;
    }
    while (at > 0 && tl_str_find_char(TL_STR(".,;:!?)>"), text.data[at - 1], 0) != TL_NONE) {
        at--;
    }
    return at;
}

/* The bytes between two digits of one number: ".", " ", …, and of a phone number ") ", " (". */
static size_t number_joint(struct tl_str text, size_t at, size_t end)
{
    if (tl_str_find_char(TL_STR(" .,:/-'()"), text.data[at], 0) == TL_NONE) {
        return 0;
    }
    struct tl_str two = tl_str_slice(text, at, at + 2);
    bool wide = tl_str_equal(two, TL_STR(") ")) || tl_str_equal(two, TL_STR(" ("));
    size_t n = wide ? 2 : 1;
    return at + n < end && tl_char_is_digit(text.data[at + n]) ? n : 0;
}

/* Digits, and between them what numbers, dates, times and phone numbers have. */
static size_t number_end(struct tl_str text, size_t at, size_t end)
{
    while (at < end) {
        size_t n = tl_char_is_digit(text.data[at]) ? 1 : number_joint(text, at, end);
        if (n == 0) {
            break;
        }
        at += n;
    }
    return at;
}

static size_t letters_end(struct tl_str text, size_t at, size_t end)
{
    while (at < end) {
        uint32_t c;
        size_t n = next_char(text, at, end, &c);
        if (!is_part(c)) {
            uint32_t after = 0;
            bool dot_in_word = c == '.' && at + 1 < end && text.data[at + 1] != '.';
            next_char(text, at + n, end, &after);
            if ((!is_joint(c) && !dot_in_word) || at + n >= end || !is_part(after)) {
                break;
            }
        }
        at += n;
    }
    return at;
}

bool tl_word_next(struct tl_str text, size_t from, size_t end, struct tl_span *word)
{
    for (size_t at = from; at < end;) {
        uint32_t c;
        size_t n = next_char(text, at, end, &c);
        size_t stop = placeholder_end(text, at, end);
        if (stop > at) {
            *word = (struct tl_span){at, stop};
            return true;
        }
        if (is_part(c)) {
            stop = is_url(tl_str_slice(text, at, end)) ? run_end(text, at, end) : at;
            stop = stop > at ? stop : number_end(text, at, end);
            stop = letters_end(text, stop > at ? stop : at + n, end);
            *word = (struct tl_span){at, stop};
            return true;
        }
        at += n;
    }
    return false;
}
