/*
 * capitalization: a heading or another unit of text is written in some case.  Vale's keys and
 * meaning: so many of the words must be right; of a sentence, the first one in any case.
 * Message arguments: the text, and what is expected.
 * SPDX-License-Identifier: MIT
 */
#include "base/utf8.h"
#include "rules/exceptions.h"
#include "rules/kind.h"
#include "rules/pattern.h"
#include "rules/swap.h"
#include "rules/title.h"

#include <stdlib.h>

enum { N_FORMS = 4 };

struct capitalization {
    enum tl_case form;
    const struct tl_regex *match;  /* in place of the form; else NULL */
    const struct tl_regex *prefix; /* at the start, is no part of the text; may be NULL */
    struct tl_exceptions exceptions;
    struct tl_strs indicators; /* after a word that ends so, a sentence begins */
    double threshold;          /* share of the words that must be right */
    unsigned style;            /* enum tl_title_style */
    bool is_replaced;          /* what is expected is the suggestion */
};

static const struct tl_key keys[] = {
    {"match", TL_KEY_TEXT, NULL, "$title, $sentence, $lower, $upper, or a pattern"},
    {"style", TL_KEY_CHOICE, "AP|Chicago", "Which words a title writes small"},
    {"exceptions", TL_KEY_PATTERNS, NULL, "Words that are right as they are"},
    {"vocab", TL_KEY_BOOL, NULL, "false: accepted words of the user are no exceptions"},
    {"indicators", TL_KEY_TEXTS, NULL, "What a word ends in before a new sentence, such as ':'"},
    {"threshold", TL_KEY_ANY, NULL, "The share of words that must be right; 0.8 is the default"},
    {"prefix", TL_KEY_PATTERN, NULL, "What may stand before the text, such as a number"},
    {NULL, TL_KEY_ANY, NULL, NULL},
};

static bool threshold_load(struct tl_loader *loader, const struct tl_yaml *map, double *threshold)
{
    const struct tl_yaml *node = tl_loader_find(map, "threshold");
    char *end = NULL;
    *threshold = 0.8;
    if (node == NULL) {
        return true;
    }
    if (node->kind == TL_YAML_SCALAR && node->text.len > 0 &&
        tl_char_is_digit(node->text.data[0])) {
        *threshold = strtod(tl_arena_copy(loader->arena, node->text).data, &end);
    }
    return (end != NULL && *end == '\0' && *threshold >= 0 && *threshold <= 1) ||
           tl_loader_fail(loader, node, "'threshold' must be a number from 0 to 1");
}

static bool match_load(struct tl_loader *loader, const struct tl_yaml *map,
                       struct capitalization *data)
{
    static const char *const forms[N_FORMS] = {
        [TL_CASE_TITLE] = "$title",
        [TL_CASE_SENTENCE] = "$sentence",
        [TL_CASE_LOWER] = "$lower",
        [TL_CASE_UPPER] = "$upper",
    };
    const struct tl_yaml *node = tl_loader_find(map, "match");
    struct tl_strs known = {0};
    if (node == NULL) {
        return tl_loader_fail(loader, map, "there is no 'match'");
    }
    for (int i = 0; i < N_FORMS; i++) {
        if (tl_str_equal(node->text, tl_str_of(forms[i]))) {
            data->form = (enum tl_case)i;
            return true;
        }
        *TL_VEC_ADD(loader->arena, &known) = tl_str_of(forms[i]);
    }
    if (tl_str_has_prefix(node->text, TL_STR("$"))) {
        return tl_loader_fail_unknown(loader, node, "form", node->text, &known);
    }
    struct tl_str pattern;
    struct tl_regex_error err;
    if (!tl_pattern_text(loader, node, &pattern)) {
        return false;
    }
    /* unlike other patterns, it may match nothing: it says what is right */
    data->match = tl_regex_compile(loader->arena, pattern, TL_REGEX_MULTILINE, &err);
    return data->match != NULL ||
           tl_loader_fail(loader, node, "the pattern does not compile: %s", err.text);
}

static bool load(struct tl_loader *loader, const struct tl_yaml *map, struct tl_check *check)
{
    struct capitalization *data = tl_arena_alloc(loader->arena, sizeof *data);
    check->data = data;
    data->is_replaced = tl_swap_is_replaced(map);
    return match_load(loader, map, data) && threshold_load(loader, map, &data->threshold) &&
           tl_keys_choice(loader, map, keys, "style", &data->style) &&
           tl_loader_strs(loader, map, "indicators", &data->indicators) &&
           tl_pattern_list(loader, tl_loader_find(map, "prefix"), TL_PATTERN_START,
                           &data->prefix) &&
           tl_exceptions_load(loader, map, &data->exceptions);
}

/* A text that is judged, and what comes of it. */
struct judged {
    struct tl_span span; /* of the letter's text */
    struct tl_str text;
    struct tl_buf expected;
    size_t n_words;
    size_t n_right;
    bool is_wrong; /* whatever the share of words */
};

/* Whether a new sentence begins after the text before a word. */
static bool is_indicated(const struct capitalization *data, struct tl_str before)
{
    before = tl_str_trim(before);
    for (size_t i = 0; i < data->indicators.len; i++) {
        struct tl_str end = tl_str_trim(data->indicators.items[i]);
        if (end.len > 0 && end.len <= before.len &&
            tl_str_equal(tl_str_slice(before, before.len - end.len, before.len), end)) {
            return true;
        }
    }
    return false;
}

/* Of "Top-level" and "Client's", what says how they are written. */
static struct tl_str head_of(struct tl_str word)
{
    size_t end = 0;
    for (uint32_t c = 0; end < word.len;) {
        size_t n = tl_utf8_next(tl_str_slice(word, end, word.len), &c);
        if (c == '-' || c == '\'' || c == 0x2019) {
            break;
        }
        end += n;
    }
    return tl_str_slice(word, 0, end);
}

static void word_judge(struct tl_engine *engine, const struct capitalization *data,
                       const struct tl_words_set *small, struct judged *judged, struct tl_span word)
{
    bool first = judged->n_words == 0;
    bool starts = first || is_indicated(data, tl_str_slice(judged->text, 0, word.begin));
    struct tl_str came = tl_str_slice(judged->text, word.begin, word.end);
    struct tl_str should =
        tl_title_word(engine->arena, judged->text, word, data->form, small, starts);
    struct tl_span place = {judged->span.begin + word.begin, judged->span.begin + word.end};
    bool is_sentence = data->form == TL_CASE_SENTENCE;
    struct tl_str head = is_sentence ? head_of(came) : came;
    struct tl_str should_head = is_sentence ? head_of(should) : should;
    bool is_free = tl_title_is_upper(head) || (is_sentence && starts && !first) ||
                   tl_exceptions_has(engine, &data->exceptions, place);
    bool right = is_free || tl_str_equal(head, should_head);
    judged->n_words++;
    judged->n_right += right;
    judged->is_wrong |= is_sentence && first && !right;
    tl_buf_add(&judged->expected, is_free ? came : should);
}

/* Judges word by word: titles and sentences. */
static bool is_right_by_words(struct tl_engine *engine, const struct capitalization *data,
                              const struct tl_words_set *small, struct judged *judged)
{
    struct tl_span word;
    size_t at = 0;
    while (tl_title_word_next(judged->text, at, &word)) {
        tl_buf_add(&judged->expected, tl_str_slice(judged->text, at, word.begin));
        word_judge(engine, data, small, judged, word);
        at = word.end;
    }
    tl_buf_add(&judged->expected, tl_str_slice(judged->text, at, judged->text.len));
    return !judged->is_wrong &&
           (double)judged->n_right >= data->threshold * (double)judged->n_words;
}

/* Judges the text as a whole: in one case, or by a pattern. */
static bool is_right_as_whole(struct tl_engine *engine, const struct capitalization *data,
                              struct judged *judged)
{
    struct tl_span whole = {0, judged->text.len};
    bool right;
    if (data->match != NULL) {
        right = tl_engine_find(engine, data->match, judged->text, 0, NULL);
    } else {
        right = data->form == TL_CASE_UPPER ? tl_title_is_upper(judged->text)
                                            : tl_title_is_lower(judged->text);
        tl_buf_add(&judged->expected,
                   tl_title_word(engine->arena, judged->text, whole, data->form, NULL, false));
    }
    return right || tl_exceptions_in(engine, &data->exceptions, judged->text);
}

static void unit_run(struct tl_engine *engine, const struct tl_check *check,
                     const struct tl_unit *unit)
{
    const struct capitalization *data = check->data;
    const struct tl_letter *letter = engine->letter;
    const struct tl_block *block =
        &letter->blocks.items[letter->sentences.items[unit->first].block];
    struct judged judged = {
        .span = tl_unit_span(unit, letter),
        .expected = tl_buf_in(engine->arena),
    };
    struct tl_match match;
    if (data->prefix != NULL &&
        tl_engine_find(engine, data->prefix, tl_letter_str(letter, judged.span), 0, &match)) {
        judged.span.begin += match.group[0].end;
    }
    judged.text = tl_letter_str(letter, judged.span);
    bool by_words =
        data->match == NULL && (data->form == TL_CASE_TITLE || data->form == TL_CASE_SENTENCE);
    const struct tl_words_set *small =
        block->language == NULL ? NULL : &block->language->title_words[data->style];
    if (judged.text.len == 0 ||
        (by_words && data->form == TL_CASE_TITLE && (small == NULL || small->sorted.len == 0))) {
        return; /* there are no titles in this language */
    }
    if (by_words ? is_right_by_words(engine, data, small, &judged)
                 : is_right_as_whole(engine, data, &judged)) {
        return;
    }
    struct tl_str expected = tl_buf_str(&judged.expected);
    struct tl_said said = {.args = {judged.text, expected}, .n_args = 2};
    if (data->is_replaced && expected.len > 0) {
        *TL_VEC_ADD(engine->arena, &said.suggestions) = expected;
    }
    tl_engine_add(engine, check, judged.span, &said);
}

static void run(struct tl_engine *engine, const struct tl_check *check)
{
    struct tl_units units = tl_scope_units(engine->arena, &check->scope, engine->letter);
    for (size_t i = 0; i < units.len; i++) {
        unit_run(engine, check, &units.items[i]);
    }
}

const struct tl_kind tl_kind_capitalization = {"capitalization", keys, load, run};
