/* SPDX-License-Identifier: MIT */
#include "rules/title.h"

#include "base/buf.h"
#include "base/utf8.h"

static bool is_word_char(uint32_t c)
{
    return tl_char_is_letter(c) || tl_char_is_number(c);
}

bool tl_title_word_next(struct tl_str text, size_t at, struct tl_span *word)
{
    bool in_word = false;
    for (; at < text.len;) {
        uint32_t c;
        size_t n = tl_utf8_next(tl_str_slice(text, at, text.len), &c);
        if (in_word && tl_char_is_blank(c)) {
            break;
        }
        if (!in_word && is_word_char(c)) {
            in_word = true;
            word->begin = at;
        }
        at += n;
    }
    word->end = at;
    return in_word;
}

static bool is_all(struct tl_str text, uint32_t (*form)(uint32_t))
{
    for (size_t at = 0; at < text.len;) {
        uint32_t c;
        at += tl_utf8_next(tl_str_slice(text, at, text.len), &c);
        if (form(c) != c) {
            return false;
        }
    }
    return true;
}

bool tl_title_is_upper(struct tl_str text)
{
    return is_all(text, tl_char_upper);
}

bool tl_title_is_lower(struct tl_str text)
{
    return is_all(text, tl_char_fold);
}

static void add_all(struct tl_buf *out, struct tl_str text, uint32_t (*form)(uint32_t))
{
    for (size_t at = 0; at < text.len;) {
        uint32_t c;
        at += tl_utf8_next(tl_str_slice(text, at, text.len), &c);
        tl_buf_add_code_point(out, form(c));
    }
}

static void add_capitalized(struct tl_buf *out, struct tl_str text)
{
    uint32_t first;
    size_t n = tl_utf8_next(text, &first);
    tl_buf_add_code_point(out, tl_char_upper(first));
    tl_buf_add(out, tl_str_slice(text, n, text.len));
}

/* The letters and numbers at the start of a part of a word: "the" of "the,". */
static struct tl_str bare(struct tl_str part)
{
    size_t end = 0;
    while (end < part.len) {
        uint32_t c;
        size_t n = tl_utf8_next(tl_str_slice(part, end, part.len), &c);
        if (!is_word_char(c)) {
            break;
        }
        end += n;
    }
    return tl_str_slice(part, 0, end);
}

/* Whether the part [begin, end) of a title is written small. */
static bool is_small(struct tl_str text, size_t begin, size_t end, const struct tl_words_set *small)
{
    struct tl_span other;
    struct tl_str before = tl_str_trim(tl_str_slice(text, 0, begin));
    bool first = true;
    for (size_t at = 0; at < before.len && first;) {
        uint32_t c;
        at += tl_utf8_next(tl_str_slice(before, at, before.len), &c);
        first = !is_word_char(c);
    }
    bool last = !tl_title_word_next(text, end, &other);
    bool follows_part = begin > 0 && text.data[begin - 1] == '-';
    bool leads_part = end < text.len && text.data[end] == '-' && !follows_part; /* "On-Site" */
    bool alone =
        follows_part ||
        (begin > 0 && tl_str_find_char(TL_STR(" \n/"), text.data[begin - 1], 0) != TL_NONE);
    bool follows_mark = tl_str_ends_in(before, ":.!?");
    return !first && !last && !follows_mark && !leads_part && alone &&
           tl_words_set_has(small, bare(tl_str_slice(text, begin, end)));
}

static void title_add(struct tl_buf *out, struct tl_str text, struct tl_span word,
                      const struct tl_words_set *small)
{
    for (size_t at = word.begin; at < word.end;) {
        size_t end = tl_str_find_char(tl_str_slice(text, 0, word.end), '-', at);
        end = end == TL_NONE ? word.end : end;
        struct tl_str part = tl_str_slice(text, at, end);
        if (is_small(text, at, end, small)) {
            add_all(out, part, tl_char_fold);
        } else if (part.len > 0) {
            add_capitalized(out, part);
        }
        if (end < word.end) {
            tl_buf_add_char(out, '-');
        }
        at = end + 1;
    }
}

struct tl_str tl_title_word(struct tl_arena *arena, struct tl_str text, struct tl_span word,
                            enum tl_case form, const struct tl_words_set *small, bool starts)
{
    struct tl_buf out = tl_buf_in(arena);
    struct tl_str s = tl_str_slice(text, word.begin, word.end);
    switch (form) {
    case TL_CASE_TITLE:
        title_add(&out, text, word, small);
        break;
    case TL_CASE_SENTENCE:
        if (starts) {
            add_capitalized(&out, tl_text_lower(arena, s));
            break;
        }
        add_all(&out, s, tl_char_fold);
        break;
    case TL_CASE_LOWER:
        add_all(&out, s, tl_char_fold);
        break;
    case TL_CASE_UPPER:
        add_all(&out, s, tl_char_upper);
        break;
    }
    return tl_buf_str(&out);
}
