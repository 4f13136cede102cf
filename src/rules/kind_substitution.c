/*
 * substitution: a wording that has a better one.  Vale's keys and meaning: the longest key wins,
 * groups in keys do not capture, "a|b" offers several wordings.
 * Message arguments: the better wording and what stands there.
 * SPDX-License-Identifier: MIT
 */
#include "rules/exceptions.h"
#include "rules/kind.h"
#include "rules/pattern.h"

#include "base/utf8.h"

#include <stdlib.h>

struct swap {
    const struct tl_yaml *node; /* the member of `swap`: key and value */
    struct tl_str pattern;      /* its groups do not capture */
    size_t order;               /* in the file */
};
TL_VEC(swaps, struct swap);

struct substitution {
    const struct tl_regex *pattern; /* (key)|(key)|…: the group tells the swap */
    struct swaps swaps;
    struct tl_exceptions exceptions;
    bool capitalize;
};

static const struct tl_key keys[] = {
    {"swap", TL_KEY_SWAPS, NULL, "Patterns, and what should stand there instead"},
    {"nonword", TL_KEY_BOOL, NULL, "No word boundary around the tokens"},
    {"exceptions", TL_KEY_PATTERNS, NULL, "A match that contains one of these is none"},
    {"vocab", TL_KEY_BOOL, NULL, "false: what the vocabulary accepts is no exception"},
    {"capitalize", TL_KEY_BOOL, NULL, "Begin with a capital where the text does"},
    {NULL, TL_KEY_ANY, NULL, NULL},
};

/* Longest first; equal lengths in the order of the file. */
static int compare(const void *left, const void *right)
{
    const struct swap *a = left;
    const struct swap *b = right;
    if (a->node->key->text.len != b->node->key->text.len) {
        return a->node->key->text.len < b->node->key->text.len ? 1 : -1;
    }
    return (a->order > b->order) - (a->order < b->order);
}

/* Turns capturing groups to (?:…), so that the group number tells which key matched. */
static struct tl_str uncaptured(struct tl_arena *arena, struct tl_str pattern)
{
    struct tl_buf out = tl_buf_in(arena);
    bool in_class = false;
    for (size_t i = 0; i < pattern.len; i++) {
        char c = pattern.data[i];
        tl_buf_add_char(&out, c);
        if (c == '\\' && i + 1 < pattern.len) {
            tl_buf_add_char(&out, pattern.data[++i]);
        } else if (c == '[') {
            in_class = true;
        } else if (c == ']') {
            in_class = false;
        } else if (c == '(' && !in_class && i + 1 < pattern.len && pattern.data[i + 1] != '?' &&
                   pattern.data[i + 1] != '*') {
            tl_buf_add(&out, TL_STR("?:"));
        }
    }
    return tl_buf_str(&out);
}

/*
 * Whether a key names a group or refers to one: as one of many alternatives it has neither the
 * names nor the numbers that it was written with.
 */
static bool uses_groups(struct tl_str pattern)
{
    for (size_t i = 0; i + 1 < pattern.len; i++) {
        struct tl_str rest = tl_str_slice(pattern, i, pattern.len);
        char next = pattern.data[i + 1];
        if (pattern.data[i] == '\\') {
            if ((next >= '1' && next <= '9') || next == 'k' || next == 'g') {
                return true;
            }
            i++;
            continue;
        }
        bool lookbehind =
            tl_str_has_prefix(rest, TL_STR("(?<=")) || tl_str_has_prefix(rest, TL_STR("(?<!"));
        bool named = tl_str_has_prefix(rest, TL_STR("(?<")) ||
                     tl_str_has_prefix(rest, TL_STR("(?P")) ||
                     tl_str_has_prefix(rest, TL_STR("(?'"));
        if (named && !lookbehind) {
            return true;
        }
    }
    return false;
}

static bool swaps_load(struct tl_loader *loader, const struct tl_yaml *map, struct swaps *swaps)
{
    if (map->kind != TL_YAML_MAP) {
        return tl_loader_fail(loader, map, "'swap' must be a map from patterns to wordings");
    }
    for (const struct tl_yaml *node = map->first; node != NULL; node = node->next) {
        struct tl_str pattern;
        if (node->kind != TL_YAML_SCALAR) {
            return tl_loader_fail(loader, node, "a wording must be a text");
        }
        if (!tl_pattern_text(loader, node->key, &pattern) ||
            !tl_pattern_check(loader, node->key, pattern)) {
            return false;
        }
        if (uses_groups(pattern)) {
            return tl_loader_fail(loader, node->key,
                                  "a key of 'swap' cannot name its groups or refer to them");
        }
        *TL_VEC_ADD(loader->arena, swaps) =
            (struct swap){node, uncaptured(loader->arena, pattern), swaps->len};
    }
    if (swaps->len > 0) {
        qsort(swaps->items, swaps->len, sizeof *swaps->items, compare);
    }
    return swaps->len > 0 || tl_loader_fail(loader, map, "'swap' is empty");
}

static bool load(struct tl_loader *loader, const struct tl_yaml *map, struct tl_check *check)
{
    struct substitution *data = tl_arena_alloc(loader->arena, sizeof *data);
    check->data = data;
    bool nonword = false;
    const struct tl_yaml *swap = tl_loader_find(map, "swap");
    if (swap == NULL) {
        return tl_loader_fail(loader, map, "there is no 'swap'");
    }
    if (!tl_loader_bool(loader, map, "nonword", &nonword) ||
        !tl_loader_bool(loader, map, "capitalize", &data->capitalize) ||
        !tl_exceptions_load(loader, map, &data->exceptions) ||
        !swaps_load(loader, swap, &data->swaps)) {
        return false;
    }
    struct tl_strs groups = {0};
    for (size_t i = 0; i < data->swaps.len; i++) {
        *TL_VEC_ADD(loader->arena, &groups) =
            tl_arena_format(loader->arena, "(%s)", data->swaps.items[i].pattern.data);
    }
    return tl_pattern_alternatives(loader, swap, &groups,
                                   nonword ? TL_PATTERN_NONWORD : TL_PATTERN_WORD, &data->pattern);
}

static struct tl_str capitalized(struct tl_arena *arena, struct tl_str s)
{
    uint32_t first;
    size_t n = tl_utf8_next(s, &first);
    struct tl_buf out = tl_buf_in(arena);
    tl_buf_add_code_point(&out, tl_char_upper(first));
    tl_buf_add(&out, tl_str_slice(s, n, s.len));
    return tl_buf_str(&out);
}

/* The wordings of a swap, "a|b" as two, in the case of what stands there where that is asked for.
 */
static struct tl_strs wordings(struct tl_engine *engine, const struct substitution *data,
                               struct tl_str value, struct tl_str observed)
{
    struct tl_strs all = {0};
    uint32_t first = 0;
    tl_utf8_next(observed, &first);
    bool capital = data->capitalize && tl_char_is_upper(first);
    for (size_t at = 0; at <= value.len;) {
        size_t end = tl_str_find_char(value, '|', at);
        end = end == TL_NONE ? value.len : end;
        struct tl_str one = tl_str_trim(tl_str_slice(value, at, end));
        *TL_VEC_ADD(engine->arena, &all) = capital ? capitalized(engine->arena, one) : one;
        at = end + 1;
    }
    return all;
}

/* "a, b or c" */
static struct tl_str listed(struct tl_arena *arena, const struct tl_strs *all)
{
    struct tl_buf out = tl_buf_in(arena);
    for (size_t i = 0; i < all->len; i++) {
        tl_buf_add(&out, i == 0 ? TL_STR("") : i + 1 < all->len ? TL_STR(", ") : TL_STR(" or "));
        tl_buf_add(&out, all->items[i]);
    }
    return tl_buf_str(&out);
}

static void run(struct tl_engine *engine, const struct tl_check *check)
{
    const struct substitution *data = check->data;
    struct tl_cursor cursor = tl_engine_matches(engine, check);
    while (tl_engine_next(engine, data->pattern, &cursor)) {
        struct tl_str observed = tl_letter_str(engine->letter, cursor.span);
        unsigned group = cursor.match.highest;
        if (group == 0 || group > data->swaps.len ||
            tl_exceptions_has(engine, &data->exceptions, cursor.span)) {
            continue;
        }
        struct tl_strs better =
            wordings(engine, data, data->swaps.items[group - 1].node->text, observed);
        if (better.len == 1 && tl_str_equal(better.items[0], observed)) {
            continue; /* it is right already */
        }
        struct tl_said said = {
            .args = {listed(engine->arena, &better), observed},
            .n_args = 2,
            .suggestions = better,
        };
        tl_engine_add(engine, check, cursor.span, &said);
    }
}

const struct tl_kind tl_kind_substitution = {"substitution", keys, load, run};
