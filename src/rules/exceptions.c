/* SPDX-License-Identifier: MIT */
#include "rules/exceptions.h"

#include "rules/pattern.h"

#include <stdlib.h>

enum { PATTERN_BYTES = 8 * 1024 }; /* of one regex: what compiles to more than 64 KiB is refused */

/* Longest first, so that of two that begin alike the longer one is tried first. */
static int compare(const void *left, const void *right)
{
    const struct tl_str *a = left;
    const struct tl_str *b = right;
    if (a->len != b->len) {
        return a->len < b->len ? 1 : -1;
    }
    return tl_str_compare(*a, *b);
}

static bool is_phrase(struct tl_str term)
{
    return tl_str_find_char(term, ' ', 0) != TL_NONE ||
           tl_str_find_char(term, '\t', 0) != TL_NONE ||
           tl_str_find(term, TL_STR("\\s"), 0) != TL_NONE;
}

/* One regex of the terms from `at` on, up to PATTERN_BYTES; `at` goes behind them. */
static bool regex_add(struct tl_loader *loader, const struct tl_yaml *node,
                      const struct tl_strs *terms, size_t *at, struct tl_regexes *regexes)
{
    struct tl_strs texts = {0};
    for (size_t bytes = 0; *at < terms->len && bytes < PATTERN_BYTES; *at += 1) {
        struct tl_str term = terms->items[*at];
        /* "(?i)" at the start of one must not hold for those after it */
        *TL_VEC_ADD(loader->arena, &texts) =
            tl_str_has_prefix(term, TL_STR("(?i)"))
                ? tl_arena_format(loader->arena, "(?:%.*s)", TL_STR_ARG(term))
                : term;
        bytes += term.len;
    }
    return tl_pattern_alternatives(loader, node, &texts, TL_PATTERN_WORD,
                                   TL_VEC_ADD(loader->arena, regexes));
}

static bool compile(struct tl_loader *loader, const struct tl_yaml *node,
                    const struct tl_strs *terms, bool phrases, struct tl_regexes *regexes)
{
    bool good = true;
    struct tl_loader own = *loader;
    struct tl_strs texts = {0};
    own.ignorecase = phrases;
    *regexes = (struct tl_regexes){0};
    for (size_t i = 0; i < terms->len; i++) {
        if (!phrases || is_phrase(terms->items[i])) {
            *TL_VEC_ADD(loader->arena, &texts) = terms->items[i];
        }
    }
    for (size_t at = 0; at < texts.len && good;) {
        good = regex_add(&own, node, &texts, &at, regexes);
    }
    return good;
}

static bool terms_compile(struct tl_loader *loader, const struct tl_yaml_nodes *nodes,
                          struct tl_terms *terms)
{
    if (nodes->len == 0) {
        return true;
    }
    return compile(loader, nodes->items[0], &terms->all, false, &terms->inside) &&
           compile(loader, nodes->items[0], &terms->all, true, &terms->phrases);
}

bool tl_terms_compile(struct tl_loader *loader, const struct tl_yaml_nodes *nodes,
                      struct tl_terms *terms)
{
    bool good = true;
    size_t n_errors = loader->errors->len;
    *terms = (struct tl_terms){.all = {0}};
    for (size_t i = 0; i < nodes->len; i++) {
        struct tl_str term;
        if (!tl_pattern_text(loader, nodes->items[i], &term)) {
            good = false;
        } else if (tl_str_trim(term).len > 0) {
            *TL_VEC_ADD(loader->arena, &terms->all) = term;
        }
    }
    if (terms->all.len > 0) {
        qsort(terms->all.items, terms->all.len, sizeof *terms->all.items, compare);
    }
    if (!good || terms_compile(loader, nodes, terms)) {
        return good;
    }
    struct tl_error err = loader->errors->items[n_errors];
    loader->errors->len = n_errors;
    for (size_t i = 0; i < nodes->len; i++) {
        const struct tl_regex *regex;
        (void)tl_pattern_list(loader, nodes->items[i], TL_PATTERN_WORD, &regex);
    }
    if (loader->errors->len == n_errors) {
        *TL_VEC_ADD(loader->arena, loader->errors) = err;
    }
    return false;
}

bool tl_exceptions_load(struct tl_loader *loader, const struct tl_yaml *map,
                        struct tl_exceptions *exceptions)
{
    const struct tl_yaml *node = tl_loader_find(map, "exceptions");
    struct tl_yaml_nodes nodes = {0};
    bool vocab = true;
    *exceptions = (struct tl_exceptions){.vocabulary = NULL};
    if (!tl_loader_bool(loader, map, "vocab", &vocab)) {
        return false;
    }
    exceptions->vocabulary = vocab ? loader->vocabulary : NULL;
    const struct tl_yaml *item = tl_yaml_first(node);
    for (; item != NULL; item = tl_yaml_next(node, item)) {
        *TL_VEC_ADD(loader->arena, &nodes) = item;
    }
    bool good = tl_terms_compile(loader, &nodes, &exceptions->own);
    if (good && exceptions->own.all.len > 0) {
        tl_pattern_trace(loader, node, &exceptions->own.all, TL_PATTERN_WORD);
    }
    return good;
}

static bool has_inside(struct tl_engine *engine, const struct tl_terms *terms, struct tl_str text)
{
    for (size_t i = 0; terms != NULL && i < terms->inside.len; i++) {
        if (tl_engine_find(engine, terms->inside.items[i], text, 0, NULL)) {
            return true;
        }
    }
    return false;
}

bool tl_exceptions_in(struct tl_engine *engine, const struct tl_exceptions *exceptions,
                      struct tl_str text)
{
    return has_inside(engine, &exceptions->own, text) ||
           has_inside(engine, exceptions->vocabulary, text);
}

/* The text in which a phrase may stand around a span: its sentence and the neighbours of that in
 * the block. */
static struct tl_span around(const struct tl_engine *engine, struct tl_span span)
{
    const struct tl_sentences *all = &engine->letter->sentences;
    size_t first = tl_engine_sentence(engine, span.begin);
    if (first == TL_NONE) {
        return span;
    }
    size_t block = all->items[first].block;
    size_t last = first;
    while (last + 1 < all->len && all->items[last].span.end < span.end) {
        last++;
    }
    first -= first > 0 && all->items[first - 1].block == block ? 1 : 0;
    last += last + 1 < all->len && all->items[last + 1].block == block ? 1 : 0;
    return (struct tl_span){all->items[first].span.begin, all->items[last].span.end};
}

/* Whether a phrase that a regex finds in `place` holds the span. */
static bool holds(struct tl_engine *engine, const struct tl_regex *phrase, struct tl_span place,
                  struct tl_span span)
{
    struct tl_str text = tl_letter_str(engine->letter, place);
    struct tl_match match;
    for (size_t at = 0; tl_engine_find(engine, phrase, text, at, &match); at = match.next) {
        if (place.begin + match.group[0].begin > span.begin) {
            return false;
        }
        if (place.begin + match.group[0].end >= span.end) {
            return true;
        }
    }
    return false;
}

static bool has_around(struct tl_engine *engine, const struct tl_terms *terms, struct tl_span span)
{
    if (terms == NULL || terms->phrases.len == 0) {
        return false;
    }
    struct tl_span place = around(engine, span);
    for (size_t i = 0; i < terms->phrases.len; i++) {
        if (holds(engine, terms->phrases.items[i], place, span)) {
            return true;
        }
    }
    return false;
}

bool tl_exceptions_has(struct tl_engine *engine, const struct tl_exceptions *exceptions,
                       struct tl_span span)
{
    return tl_exceptions_in(engine, exceptions, tl_letter_str(engine->letter, span)) ||
           has_around(engine, &exceptions->own, span) ||
           has_around(engine, exceptions->vocabulary, span);
}

bool tl_exceptions_any(const struct tl_exceptions *exceptions)
{
    return exceptions->own.all.len > 0 ||
           (exceptions->vocabulary != NULL && exceptions->vocabulary->all.len > 0);
}
