/* SPDX-License-Identifier: MIT */
#include "rules/alike.h"

#include "base/utf8.h"
#include "model/language.h"

#include <stdlib.h>

enum {
    FEWEST_ALIKE = 4,     /* characters at the start, of words that both have an ending */
    ALIKE_TENTHS = 7,     /* of the shorter word */
    LONGEST_ENDING = 4,   /* characters; of the shorter word one less */
    FEWEST_WHOLE = 3,     /* characters of a word that is all of the start of the other */
    LONGEST_OF_WHOLE = 2, /* characters after it */
    MOST_COMPARED = 1000,
};

bool tl_word_is_alike(struct tl_str a, struct tl_str b)
{
    size_t common = 0;
    size_t at = 0;
    while (at < a.len && at < b.len) {
        uint32_t of_a;
        uint32_t of_b;
        size_t n = tl_utf8_next(tl_str_slice(a, at, a.len), &of_a);
        tl_utf8_next(tl_str_slice(b, at, b.len), &of_b);
        if (of_a != of_b) {
            break;
        }
        common++;
        at += n;
    }
    size_t rest_a = tl_utf8_count(tl_str_slice(a, at, a.len));
    size_t rest_b = tl_utf8_count(tl_str_slice(b, at, b.len));
    size_t shorter = rest_a < rest_b ? rest_a : rest_b;
    size_t longer = rest_a < rest_b ? rest_b : rest_a;
    if (shorter == 0 && (longer == 0 || common < FEWEST_ALIKE)) {
        return longer == 0 || (common >= FEWEST_WHOLE && longer <= LONGEST_OF_WHOLE);
    }
    return common >= FEWEST_ALIKE && common * 10 >= (common + shorter) * ALIKE_TENTHS &&
           shorter < LONGEST_ENDING && longer <= LONGEST_ENDING;
}

static int compare(const void *a, const void *b)
{
    return tl_str_compare(*(const struct tl_str *)a, *(const struct tl_str *)b);
}

struct tl_alike_set tl_alike_set_of(struct tl_strs *words)
{
    if (words->len > 0) {
        qsort(words->items, words->len, sizeof *words->items, compare);
    }
    return (struct tl_alike_set){*words};
}

/* The bytes of the first characters that alike words share; of a shorter word all. */
static size_t start_bytes(struct tl_str word)
{
    size_t at = 0;
    for (size_t i = 0; i < FEWEST_WHOLE && at < word.len; i++) {
        uint32_t c;
        at += tl_utf8_next(tl_str_slice(word, at, word.len), &c);
    }
    return at;
}

bool tl_alike_set_has(const struct tl_alike_set *set, struct tl_str word)
{
    struct tl_str start = tl_str_slice(word, 0, start_bytes(word));
    size_t low = 0;
    size_t high = set->sorted.len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (tl_str_compare(set->sorted.items[middle], start) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    for (size_t i = low; i < set->sorted.len && i - low < MOST_COMPARED &&
                         tl_str_has_prefix(set->sorted.items[i], start);
         i++) {
        if (tl_word_is_alike(set->sorted.items[i], word)) {
            return true;
        }
    }
    return false;
}

struct tl_synonyms tl_synonyms_of(struct tl_arena *arena, const struct tl_strs *texts)
{
    struct tl_synonyms all = {0};
    for (size_t i = 0; i < texts->len; i++) {
        struct tl_str text = tl_text_lower(arena, texts->items[i]);
        struct tl_strs group = {0};
        for (size_t at = 0; at < text.len;) {
            size_t begin = at;
            while (at < text.len && !tl_char_is_space(text.data[at])) {
                at++;
            }
            if (at > begin) {
                *TL_VEC_ADD(arena, &group) = tl_str_slice(text, begin, at);
            }
            at++;
        }
        *TL_VEC_ADD(arena, &all) = group;
    }
    return all;
}

/* Whether a word of the set is alike to some word of the group. */
static bool group_is_in(const struct tl_strs *group, const struct tl_alike_set *set)
{
    for (size_t i = 0; i < group->len; i++) {
        if (tl_alike_set_has(set, group->items[i])) {
            return true;
        }
    }
    return false;
}

bool tl_synonyms_has(const struct tl_synonyms *synonyms, struct tl_str word,
                     const struct tl_alike_set *set)
{
    if (tl_alike_set_has(set, word)) {
        return true;
    }
    for (size_t i = 0; i < synonyms->len; i++) {
        const struct tl_strs *group = &synonyms->items[i];
        for (size_t k = 0; k < group->len; k++) {
            if (tl_word_is_alike(group->items[k], word)) {
                if (group_is_in(group, set)) {
                    return true;
                }
                break;
            }
        }
    }
    return false;
}
