/*
 * repetition: the same word twice in a row.  Vale's keys; `tokens` say what a word is.
 * Message argument: the word.
 * SPDX-License-Identifier: MIT
 */
#include "base/utf8.h"
#include "rules/exceptions.h"
#include "rules/kind.h"
#include "rules/pattern.h"

struct repetition {
    const struct tl_regex *tokens;
    struct tl_exceptions exceptions;
    unsigned max;
    bool alpha; /* words of letters only */
    bool ignorecase;
};

static const struct tl_key keys[] = {
    {"tokens", TL_KEY_PATTERNS, NULL, "What a word is"},
    {"max", TL_KEY_NUMBER, NULL, "How often a word may be repeated in a row; 0 is the default"},
    {"alpha", TL_KEY_BOOL, NULL, "Only words that are nothing but letters"},
    {"exceptions", TL_KEY_PATTERNS, NULL, "Words that may stand twice"},
    {"vocab", TL_KEY_BOOL, NULL, "false: accepted words of the user are no exceptions"},
    {NULL, TL_KEY_ANY, NULL, NULL},
};

static bool load(struct tl_loader *loader, const struct tl_yaml *map, struct tl_check *check)
{
    struct repetition *data = tl_arena_alloc(loader->arena, sizeof *data);
    check->data = data;
    data->ignorecase = loader->ignorecase;
    if (!tl_loader_bool(loader, map, "alpha", &data->alpha) ||
        !tl_loader_unsigned(loader, map, "max", &data->max) ||
        !tl_pattern_list(loader, tl_loader_find(map, "tokens"), TL_PATTERN_NONWORD,
                         &data->tokens) ||
        !tl_exceptions_load(loader, map, &data->exceptions)) {
        return false;
    }
    return data->tokens != NULL || tl_loader_fail(loader, map, "there are no 'tokens'");
}

static bool is_letters(struct tl_str word)
{
    for (size_t at = 0; at < word.len;) {
        uint32_t c;
        at += tl_utf8_next(tl_str_slice(word, at, word.len), &c);
        if (!tl_char_is_letter(c)) {
            return false;
        }
    }
    return true;
}

/* Whether two words are the same, and of the kind that counts. */
static bool is_same(const struct repetition *data, struct tl_str a, struct tl_str b)
{
    bool same = data->ignorecase ? tl_utf8_equal_nocase(a, b) : tl_str_equal(a, b);
    return same && (!data->alpha || is_letters(a));
}

/* Two words are a repetition only with a space between them: not across a line end that was meant.
 */
static bool is_next_to(struct tl_str text, struct tl_span a, struct tl_span b)
{
    return tl_str_equal(tl_str_slice(text, a.end, b.begin), TL_STR(" "));
}

/* Exceptions are in the case that they are written in, unless words are compared without it. */
static bool is_excepted(struct tl_engine *engine, const struct repetition *data,
                        struct tl_span words, struct tl_str word)
{
    return tl_exceptions_has(engine, &data->exceptions, words) ||
           (data->ignorecase &&
            tl_exceptions_in(engine, &data->exceptions, tl_text_lower(engine->arena, word)));
}

static void run(struct tl_engine *engine, const struct tl_check *check)
{
    const struct repetition *data = check->data;
    struct tl_str text = engine->letter->text.bytes;
    struct tl_cursor cursor = tl_engine_matches(engine, check);
    struct tl_span last = {0, 0};
    size_t last_unit = TL_NONE;
    unsigned n = 0; /* how often the last word was said again */
    while (tl_engine_next(engine, data->tokens, &cursor)) {
        struct tl_span both = {last.begin, cursor.span.end};
        struct tl_str found = tl_letter_str(engine->letter, cursor.span);
        bool again = cursor.unit == last_unit && is_next_to(text, last, cursor.span) &&
                     is_same(data, tl_letter_str(engine->letter, last), found) &&
                     tl_engine_sentence(engine, both.begin) ==
                         tl_engine_sentence(engine, cursor.span.begin) &&
                     !is_excepted(engine, data, both, found);
        n = again ? n + 1 : 0;
        if (n > data->max) {
            tl_engine_add(engine, check, both, &(struct tl_said){.args = {found}, .n_args = 1});
            n = 0;
        }
        last = cursor.span;
        last_unit = cursor.unit;
    }
}

const struct tl_kind tl_kind_repetition = {"repetition", keys, load, run};
