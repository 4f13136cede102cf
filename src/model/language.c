/* SPDX-License-Identifier: MIT */
#include "model/language.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <stdlib.h>

enum { LONGEST_WORD_BYTES = 64 };

static int compare(const void *a, const void *b)
{
    return tl_str_compare(*(const struct tl_str *)a, *(const struct tl_str *)b);
}

static bool is_lower_ascii(char c)
{
    return (unsigned char)c < 0x80 && !(c >= 'A' && c <= 'Z');
}

struct tl_str tl_text_lower(struct tl_arena *arena, struct tl_str text)
{
    struct tl_buf buf = tl_buf_in(arena);
    for (size_t at = 0; at < text.len;) {
        size_t end = at;
        while (end < text.len && is_lower_ascii(text.data[end])) {
            end++;
        }
        tl_buf_add(&buf, tl_str_slice(text, at, end));
        if (end < text.len) {
            uint32_t code_point;
            end += tl_utf8_next(tl_str_slice(text, end, text.len), &code_point);
            tl_buf_add_code_point(&buf, tl_char_fold(code_point));
        }
        at = end;
    }
    return tl_buf_str(&buf);
}

struct tl_str tl_text_bare(struct tl_arena *arena, struct tl_str text)
{
    struct tl_buf buf = tl_buf_in(arena);
    for (size_t at = 0; at < text.len;) {
        uint32_t code_point;
        at += tl_utf8_next(tl_str_slice(text, at, text.len), &code_point);
        tl_buf_add_code_point(&buf, tl_char_base(code_point));
    }
    return tl_buf_str(&buf);
}

void tl_words_set_sort(struct tl_words_set *set)
{
    if (set->sorted.len > 0) {
        qsort(set->sorted.items, set->sorted.len, sizeof *set->sorted.items, compare);
    }
}

void tl_words_set_build(struct tl_arena *arena, struct tl_words_set *set)
{
    for (size_t i = 0; i < set->sorted.len; i++) {
        set->sorted.items[i] = tl_text_lower(arena, set->sorted.items[i]);
    }
    tl_words_set_sort(set);
}

bool tl_words_set_has(const struct tl_words_set *set, struct tl_str word)
{
    char folded[LONGEST_WORD_BYTES + TL_UTF8_MAX];
    size_t len = 0;
    for (size_t at = 0; at < word.len;) {
        uint32_t code_point;
        at += tl_utf8_next(tl_str_slice(word, at, word.len), &code_point);
        len += tl_utf8_encode(tl_char_fold(code_point), folded + len);
        if (len > LONGEST_WORD_BYTES) {
            return false;
        }
    }
    struct tl_str key = {folded, len};
    return set->sorted.len > 0 && bsearch(&key, set->sorted.items, set->sorted.len,
                                          sizeof *set->sorted.items, compare) != NULL;
}

static bool has_tag(const struct tl_language *language, struct tl_str tag)
{
    bool has = tl_str_equal_nocase(language->tag, tag);
    for (size_t i = 0; i < language->other_tags.len; i++) {
        has |= tl_str_equal_nocase(language->other_tags.items[i], tag);
    }
    return has;
}

const struct tl_language *tl_language_find(const struct tl_languages *all, struct tl_str tag)
{
    /* "en-GB" and "en_US" are written in the language "en" */
    size_t len = 0;
    while (len < tag.len && tl_char_is_alpha(tag.data[len])) {
        len++;
    }
    struct tl_str primary = tl_str_slice(tag, 0, len);
    for (size_t i = 0; i < all->len; i++) {
        if (has_tag(all->items[i], primary)) {
            return all->items[i];
        }
    }
    return NULL;
}
