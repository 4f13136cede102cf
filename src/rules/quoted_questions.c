/* SPDX-License-Identifier: MIT */
#include "rules/quoted_questions.h"

#include "base/limits.h"
#include "rules/measures.h"

enum { FIELDS_OF_HEAD = 2 };

/* "From: Ann", "Subject: Which one?": a line of the head of a quoted message. */
static bool is_field(const struct tl_engine *engine, size_t sentence)
{
    struct tl_str text = tl_letter_sentence(engine->letter, sentence);
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
    struct tl_str text = tl_letter_sentence(letter, sentence);
    return letter->sentences.items[sentence].n_words > 0 && !tl_str_ends_in(text, ":") &&
           tl_str_find_char(TL_STR("-_=*>"), text.data[0], 0) == TL_NONE;
}

/* Adds a question, or those that it is joined from. */
static void add(struct tl_engine *engine, size_t sentence, const struct tl_regex *joints,
                struct tl_questions *questions)
{
    struct tl_span whole = engine->letter->sentences.items[sentence].span;
    struct tl_str text = tl_letter_str(engine->letter, whole);
    struct tl_match match;
    size_t begin = 0;
    for (size_t at = 0; questions->len < TL_MAX_QUESTIONS && joints != NULL &&
                        tl_engine_find(engine, joints, text, at, &match);
         at = match.next) {
        if (match.group[0].begin > begin) {
            *TL_VEC_ADD(engine->arena, questions) = (struct tl_question){
                sentence, {whole.begin + begin, whole.begin + match.group[0].begin}};
            begin = match.group[0].end;
        }
    }
    while (begin < text.len && tl_char_is_space(text.data[begin])) {
        begin++;
    }
    if (questions->len < TL_MAX_QUESTIONS && begin < text.len) {
        *TL_VEC_ADD(engine->arena, questions) =
            (struct tl_question){sentence, {whole.begin + begin, whole.end}};
    }
}

struct tl_questions tl_quoted_questions(struct tl_engine *engine, const struct tl_regex *asks,
                                        const struct tl_regex *joints)
{
    const struct tl_letter *letter = engine->letter;
    struct tl_questions questions = {0};
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
            struct tl_str text = tl_letter_sentence(letter, sentence);
            begun |= is_said(letter, sentence);
            bool is_question = tl_last_mark(text) == '?' ||
                               (asks != NULL && tl_engine_find(engine, asks, text, 0, NULL));
            if (is_question && !is_field(engine, sentence)) {
                add(engine, sentence, joints, &questions);
            }
        }
    }
    return questions;
}
