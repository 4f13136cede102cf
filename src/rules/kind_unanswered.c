/*
 * unanswered: a question of the quoted message that the letter does not take up: none of its
 * content words, nor a synonym of one, stands in the scope.  Function words are those of the
 * language.  Where answers stand between quoted lines, the question right above one is answered.
 * Message argument: the question.  SPDX-License-Identifier: MIT
 */
#include "base/limits.h"
#include "model/word_kind.h"
#include "rules/alike.h"
#include "rules/kind.h"
#include "rules/measures.h"
#include "rules/pattern.h"

enum { MOST_INLINE_SENTENCES = 2, FIELDS_OF_HEAD = 2 };

struct unanswered {
    struct tl_words_set ignore;
    struct tl_synonyms synonyms;
    const struct tl_regex *empty; /* may be NULL */
};

static const struct tl_key keys[] = {
    {"ignore", TL_KEY_TEXTS, NULL, "Words that say nothing of what a question is about"},
    {"synonyms", TL_KEY_TEXTS, NULL, "Texts whose words mean the same, one text for each meaning"},
    {"empty", TL_KEY_PATTERNS, NULL, "A sentence that matches one of these answers nothing"},
    {NULL, TL_KEY_ANY, NULL, NULL},
};

static bool load(struct tl_loader *loader, const struct tl_yaml *map, struct tl_check *check)
{
    struct unanswered *data = tl_arena_alloc(loader->arena, sizeof *data);
    check->data = data;
    struct tl_strs synonyms = {0};
    struct tl_str none;
    if (!tl_loader_strs(loader, map, "ignore", &data->ignore.sorted) ||
        !tl_loader_strs(loader, map, "synonyms", &synonyms) ||
        !tl_pattern_list(loader, tl_loader_find(map, "empty"), TL_PATTERN_WORD, &data->empty)) {
        return false;
    }
    tl_words_set_build(loader->arena, &data->ignore);
    data->synonyms = tl_synonyms_of(loader->arena, &synonyms);
    if (tl_loader_find(map, "scope") == NULL) {
        check->scope = (struct tl_scope){0};
        (void)tl_scope_add(loader->arena, &check->scope, TL_STR("body"), &none);
        (void)tl_scope_add(loader->arena, &check->scope, TL_STR("postscript"), &none);
    }
    return true;
}

static struct tl_str sentence_str(const struct tl_letter *letter, size_t i)
{
    return tl_letter_str(letter, letter->sentences.items[i].span);
}

/* Adds the content words of a sentence, in lower case. */
static void words_add(struct tl_engine *engine, const struct unanswered *data, size_t sentence,
                      size_t most, struct tl_strs *words)
{
    const struct tl_letter *letter = engine->letter;
    const struct tl_sentence *s = &letter->sentences.items[sentence];
    for (size_t i = 0; i < s->n_words && words->len < most; i++) {
        struct tl_str word = tl_letter_str(letter, letter->words.items[s->first_word + i].span);
        bool stop =
            letter->language != NULL && tl_words_set_has(&letter->language->function_words, word);
        if (!stop && !tl_words_set_has(&data->ignore, word) &&
            tl_word_kind_of(word) != TL_WORD_HOLE) {
            *TL_VEC_ADD(engine->arena, words) = tl_text_lower(engine->arena, word);
        }
    }
}

static struct tl_alike_set answers_of(struct tl_engine *engine, const struct tl_check *check)
{
    const struct unanswered *data = check->data;
    struct tl_strs words = {0};
    for (size_t i = 0; i < engine->letter->sentences.len; i++) {
        if (tl_scope_has(&check->scope, engine->letter, i) &&
            (data->empty == NULL ||
             !tl_engine_find(engine, data->empty, sentence_str(engine->letter, i), 0, NULL))) {
            words_add(engine, data, i, TL_MAX_ANSWER_WORDS, &words);
        }
    }
    return tl_alike_set_of(&words);
}

/* --- the quoted message --- */

/* "From: Ann", "Subject: Which one?": a line of the head of a quoted message. */
static bool is_field(const struct tl_engine *engine, size_t sentence)
{
    struct tl_str text = sentence_str(engine->letter, sentence);
    const struct tl_languages *languages = engine->letter->languages;
    for (size_t i = 0; tl_str_find_char(text, ':', 0) != TL_NONE && i < languages->len; i++) {
        const struct tl_regex *fields = languages->items[i]->quote_fields;
        if (fields != NULL && tl_regex_has(fields, engine->matcher, text)) {
            return true;
        }
    }
    return false;
}

static bool is_head(const struct tl_engine *engine, const struct tl_block *block)
{
    size_t n_fields = 0;
    for (size_t i = 0; i < block->n_sentences && n_fields < FIELDS_OF_HEAD; i++) {
        n_fields += is_field(engine, block->first_sentence + i);
    }
    return n_fields == FIELDS_OF_HEAD;
}

/* Whether it is something said, and no line that introduces a quote or divides. */
static bool is_said(const struct tl_letter *letter, size_t sentence)
{
    struct tl_str text = sentence_str(letter, sentence);
    return letter->sentences.items[sentence].n_words > 0 && !tl_str_ends_in(text, ":") &&
           tl_str_find_char(TL_STR("-_=*>"), text.data[0], 0) == TL_NONE;
}

/* The questions of the newest quoted message, in order. */
TL_VEC(places, size_t);

static struct places questions_of(const struct tl_engine *engine)
{
    const struct tl_letter *letter = engine->letter;
    struct places questions = {0};
    unsigned depth = 0;
    bool begun = false; /* something of the message was read */
    for (size_t i = 0; i < letter->blocks.len; i++) {
        const struct tl_block *block = &letter->blocks.items[i];
        if (block->zone != TL_ZONE_QUOTE || (depth > 0 && block->quote_depth > depth)) {
            continue; /* what is quoted deeper is older */
        }
        if (is_head(engine, block)) {
            if (begun) {
                break;
            }
            continue;
        }
        depth = depth == 0 ? block->quote_depth : depth;
        for (size_t k = 0; k < block->n_sentences; k++) {
            size_t sentence = block->first_sentence + k;
            begun |= is_said(letter, sentence);
            if (questions.len < TL_MAX_QUESTIONS &&
                tl_last_mark(sentence_str(letter, sentence)) == '?' &&
                !is_field(engine, sentence)) {
                *TL_VEC_ADD(engine->arena, &questions) = sentence;
            }
        }
    }
    return questions;
}

/* Whether the sentence after `i` is the sender's, and `i` is quoted. */
static bool is_before_answer(const struct tl_letter *letter, size_t i)
{
    return i + 1 < letter->sentences.len && letter->sentences.items[i].zone == TL_ZONE_QUOTE &&
           letter->sentences.items[i + 1].zone == TL_ZONE_BODY;
}

/* Whether answers stand between the quoted lines: in two places at least. */
static bool has_inline_answers(const struct tl_letter *letter)
{
    size_t count = 0;
    for (size_t i = 0; i < letter->sentences.len; i++) {
        count += is_before_answer(letter, i);
    }
    return count > 1;
}

static bool is_answered_inline(const struct tl_letter *letter, size_t question)
{
    for (size_t i = 0; i < MOST_INLINE_SENTENCES; i++) {
        if (is_before_answer(letter, question + i)) {
            return true;
        }
    }
    return false;
}

/* --- holding one against the other --- */

static bool is_taken_up(struct tl_engine *engine, const struct unanswered *data, size_t question,
                        const struct tl_alike_set *answers)
{
    struct tl_strs words = {0};
    words_add(engine, data, question, TL_MAX_QUESTION_WORDS, &words);
    for (size_t i = 0; i < words.len; i++) {
        if (tl_synonyms_has(&data->synonyms, words.items[i], answers)) {
            return true;
        }
    }
    return words.len == 0;
}

static void run(struct tl_engine *engine, const struct tl_check *check)
{
    const struct tl_letter *letter = engine->letter;
    struct places questions = questions_of(engine);
    if (questions.len == 0) {
        return;
    }
    bool inlined = has_inline_answers(letter);
    struct tl_alike_set answers = answers_of(engine, check);
    for (size_t i = 0; i < questions.len; i++) {
        size_t question = questions.items[i];
        if ((!inlined || !is_answered_inline(letter, question)) &&
            !is_taken_up(engine, check->data, question, &answers)) {
            struct tl_said said = {.args = {sentence_str(letter, question)}, .n_args = 1};
            tl_engine_add(engine, check, letter->sentences.items[question].span, &said);
        }
    }
}

const struct tl_kind tl_kind_unanswered = {"unanswered", keys, load, run};
