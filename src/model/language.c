/* SPDX-License-Identifier: MIT */
#include "model/language.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <stdlib.h>

enum { LOOKED_AT_BYTES = 64 * 1024, LONGEST_WORD_BYTES = 64 };

static int compare(const void *a, const void *b)
{
    return tl_str_compare(*(const struct tl_str *)a, *(const struct tl_str *)b);
}

static struct tl_str lower(struct tl_arena *arena, struct tl_str word)
{
    struct tl_buf buf = tl_buf_in(arena);
    for (size_t at = 0; at < word.len;) {
        uint32_t code_point;
        at += tl_utf8_next(tl_str_slice(word, at, word.len), &code_point);
        tl_buf_add_code_point(&buf, tl_char_fold(code_point));
    }
    return tl_buf_str(&buf);
}

void tl_words_set_build(struct tl_arena *arena, struct tl_words_set *set)
{
    for (size_t i = 0; i < set->sorted.len; i++) {
        set->sorted.items[i] = lower(arena, set->sorted.items[i]);
    }
    if (set->sorted.len > 0) {
        qsort(set->sorted.items, set->sorted.len, sizeof *set->sorted.items, compare);
    }
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

const struct tl_language *tl_language_find(const struct tl_languages *all, struct tl_str tag)
{
    /* "en-GB" and "en_US" are written in the language "en" */
    size_t len = 0;
    while (len < tag.len && tl_char_is_alpha(tag.data[len])) {
        len++;
    }
    struct tl_str primary = tl_str_slice(tag, 0, len);
    for (size_t i = 0; i < all->len; i++) {
        if (tl_str_equal_nocase(all->items[i]->tag, primary)) {
            return all->items[i];
        }
    }
    return NULL;
}

/* How many words of the text are function words of the language. */
static size_t n_function_words(const struct tl_language *language, struct tl_str text)
{
    size_t count = 0;
    for (size_t at = 0; at < text.len;) {
        uint32_t code_point;
        size_t begin = at;
        size_t n = tl_utf8_next(tl_str_slice(text, at, text.len), &code_point);
        while (n > 0 && tl_char_is_letter(code_point)) {
            at += n;
            n = tl_utf8_next(tl_str_slice(text, at, text.len), &code_point);
        }
        if (at > begin) {
            count += tl_words_set_has(&language->function_words, tl_str_slice(text, begin, at));
        } else {
            at += n;
        }
    }
    return count;
}

/* How many lines of the text begin as its greetings and sign-offs do. */
static size_t n_courtesies(const struct tl_language *language, struct tl_matcher *matcher,
                           struct tl_str text)
{
    size_t count = 0;
    for (size_t at = 0; at < text.len;) {
        size_t end = tl_str_find_char(text, '\n', at);
        end = end == TL_NONE ? text.len : end;
        struct tl_str line = tl_str_slice(text, at, end);
        count +=
            (language->greetings != NULL && tl_regex_has(language->greetings, matcher, line)) ||
            (language->signoffs != NULL && tl_regex_has(language->signoffs, matcher, line));
        at = end + 1;
    }
    return count;
}

const struct tl_language *tl_language_guess(const struct tl_languages *all,
                                            struct tl_matcher *matcher, struct tl_str text,
                                            size_t min)
{
    struct tl_str seen = tl_str_slice(text, 0, LOOKED_AT_BYTES);
    seen = tl_str_slice(seen, 0, tl_utf8_valid_bytes(seen));
    const struct tl_language *best = NULL;
    size_t most = 0;
    size_t second = 0;
    for (size_t i = 0; i < all->len; i++) {
        size_t count =
            n_function_words(all->items[i], seen) + n_courtesies(all->items[i], matcher, seen);
        if (count > most) {
            second = most;
            most = count;
            best = all->items[i];
        } else if (count > second) {
            second = count;
        }
    }
    /* a quarter more than the runner-up: related languages share function words */
    return most >= min && most * 4 >= second * 5 ? best : NULL;
}
