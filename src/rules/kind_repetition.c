/*
 * repetition: the same word twice in a row.  Vale's keys; `tokens` say what a word is.
 * Message argument: the word.
 * SPDX-License-Identifier: MIT
 */
#include "base/utf8.h"
#include "rules/kind.h"
#include "rules/pattern.h"

struct repetition {
    const struct tl_regex *tokens;
    const struct tl_regex *exceptions; /* may be NULL */
    bool alpha;                        /* compare letters only */
    bool ignorecase;
};

static const struct tl_key keys[] = {
    {"tokens", TL_KEY_PATTERNS, NULL, "What a word is"},
    {"alpha", TL_KEY_BOOL, NULL, "Compare letters only"},
    {"exceptions", TL_KEY_PATTERNS, NULL, "Words that may stand twice"},
    {NULL, TL_KEY_ANY, NULL, NULL},
};

static bool load(struct tl_loader *loader, const struct tl_yaml *map, struct tl_check *check)
{
    struct repetition *data = tl_arena_alloc(loader->arena, sizeof *data);
    check->data = data;
    data->ignorecase = loader->ignorecase;
    if (!tl_loader_bool(loader, map, "alpha", &data->alpha) ||
        !tl_pattern_list(loader, tl_loader_find(map, "tokens"), TL_PATTERN_NONWORD,
                         &data->tokens) ||
        !tl_pattern_list(loader, tl_loader_find(map, "exceptions"), TL_PATTERN_WHOLE,
                         &data->exceptions)) {
        return false;
    }
    return data->tokens != NULL || tl_loader_fail(loader, map, "there are no 'tokens'");
}

/* The next character that is compared, or 0 at the end. */
static uint32_t next_compared(const struct repetition *data, struct tl_str word, size_t *at)
{
    while (*at < word.len) {
        uint32_t c;
        *at += tl_utf8_next(tl_str_slice(word, *at, word.len), &c);
        if (!data->alpha || tl_char_is_letter(c)) {
            return data->ignorecase ? tl_char_fold(c) : c;
        }
    }
    return 0;
}

static bool is_same(const struct repetition *data, struct tl_str a, struct tl_str b)
{
    size_t at_a = 0;
    size_t at_b = 0;
    size_t n = 0;
    for (;; n++) {
        uint32_t x = next_compared(data, a, &at_a);
        uint32_t y = next_compared(data, b, &at_b);
        if (x != y) {
            return false;
        }
        if (x == 0) {
            return n > 0;
        }
    }
}

/* Two words are a repetition only with a space between them: not across a line end that was meant.
 */
static bool is_next_to(struct tl_str text, struct tl_span a, struct tl_span b)
{
    return tl_str_equal(tl_str_slice(text, a.end, b.begin), TL_STR(" "));
}

static void run(struct tl_engine *engine, const struct tl_check *check)
{
    const struct repetition *data = check->data;
    struct tl_str text = engine->letter->text.bytes;
    struct tl_cursor cursor = tl_engine_matches(engine, check);
    struct tl_span last = {0, 0};
    size_t last_unit = TL_NONE;
    while (tl_engine_next(engine, data->tokens, &cursor)) {
        struct tl_span word = cursor.span;
        struct tl_str found = tl_letter_str(engine->letter, word);
        if (cursor.unit == last_unit && is_next_to(text, last, word) &&
            is_same(data, tl_letter_str(engine->letter, last), found) &&
            (data->exceptions == NULL ||
             !tl_engine_find(engine, data->exceptions, found, 0, NULL))) {
            tl_engine_add(engine, check, (struct tl_span){last.begin, word.end},
                          &(struct tl_said){.args = {found}, .n_args = 1});
        }
        last = word;
        last_unit = cursor.unit;
    }
}

const struct tl_kind tl_kind_repetition = {"repetition", keys, load, run};
