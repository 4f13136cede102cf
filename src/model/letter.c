/* SPDX-License-Identifier: MIT */
#include "model/letter.h"

#include "model/flow.h"
#include "model/language_guess.h"
#include "model/letter_dates.h"
#include "model/letter_links.h"
#include "model/marks.h"
#include "model/origin.h"
#include "model/piece.h"
#include "model/quotation.h"
#include "model/sentence.h"
#include "model/word.h"

#include <assert.h>

enum {
    OPENING_SENTENCES = 2,
    CLOSING_SENTENCES = 3,
};

static void pieces_build(struct tl_zoning *zoning, const struct tl_lines *lines)
{
    for (size_t i = 0; i < lines->len; i++) {
        const struct tl_line *line = &lines->items[i];
        *TL_VEC_ADD(zoning->arena, &zoning->pieces) = (struct tl_piece){
            .span = line->span,
            .kind = line->kind,
            .zone = TL_ZONE_BODY,
            .quote_depth = line->quote_depth,
            .level = line->level,
            .is_numbered = line->is_numbered,
            .is_footer = line->is_footer,
            .starts_row = line->starts_row,
            .starts_block = line->starts_block,
            .hard = line->hard,
        };
    }
}

static void block_languages_find(struct tl_letter *letter, const struct tl_languages *languages)
{
    for (size_t i = 0; i < letter->blocks.len; i++) {
        struct tl_block *block = &letter->blocks.items[i];
        if (block->kind != TL_LINE_CODE) {
            block->language = tl_language_of_block(languages, letter->language,
                                                   tl_letter_str(letter, block->span));
        }
    }
}

static void words_build(struct tl_arena *arena, struct tl_letter *letter,
                        struct tl_sentence *sentence)
{
    struct tl_span word = {0, sentence->span.begin};
    sentence->first_word = letter->words.len;
    while (tl_word_next(letter->text.bytes, word.end, sentence->span.end, &word)) {
        *TL_VEC_ADD(arena, &letter->words) = (struct tl_word){word};
        sentence->n_words++;
    }
}

static void sentences_build(struct tl_arena *arena, struct tl_letter *letter)
{
    for (size_t i = 0; i < letter->blocks.len; i++) {
        struct tl_block *block = &letter->blocks.items[i];
        block->first_sentence = letter->sentences.len;
        struct tl_span span = {0, block->span.begin};
        while (
            tl_sentence_next(letter->text.bytes, block->span, span.end, letter->language, &span)) {
            struct tl_sentence *sentence = TL_VEC_ADD(arena, &letter->sentences);
            *sentence = (struct tl_sentence){.span = span, .zone = block->zone, .block = i};
            words_build(arena, letter, sentence);
            block->n_sentences++;
        }
    }
}

/* Whether it is something said: no heading, cell, code or address. */
static bool is_prose(const struct tl_letter *letter, const struct tl_sentence *sentence)
{
    enum tl_line_kind kind = letter->blocks.items[sentence->block].kind;
    return sentence->zone == TL_ZONE_BODY && (kind == TL_LINE_TEXT || kind == TL_LINE_ITEM);
}

static void opening_mark(struct tl_letter *letter)
{
    size_t count = 0;
    for (size_t i = 0; i < letter->sentences.len && count < OPENING_SENTENCES; i++) {
        struct tl_sentence *sentence = &letter->sentences.items[i];
        if (is_prose(letter, sentence)) {
            sentence->opening = true;
            count++;
        }
    }
}

/*
 * The last three sentences of the body, or its last block where that is longer and not the only
 * one; postscripts.
 */
static void closing_mark(struct tl_letter *letter)
{
    size_t count = 0;
    size_t last_block = 0;
    bool several = false;
    for (size_t i = letter->sentences.len; i-- > 0;) {
        struct tl_sentence *sentence = &letter->sentences.items[i];
        sentence->closing = sentence->zone == TL_ZONE_POSTSCRIPT;
        if (is_prose(letter, sentence)) {
            last_block = count == 0 ? sentence->block : last_block;
            several |= sentence->block != last_block;
            sentence->closing = count < CLOSING_SENTENCES;
            count++;
        }
    }
    for (size_t i = 0; several && i < letter->sentences.len; i++) {
        struct tl_sentence *sentence = &letter->sentences.items[i];
        sentence->closing |= is_prose(letter, sentence) && sentence->block == last_block;
    }
}

static unsigned attachments_of(const struct tl_content *content)
{
    static const unsigned facts[] = {
        [TL_ATTACHMENTS_UNKNOWN] = TL_FACT_ATTACHMENTS_UNKNOWN,
        [TL_ATTACHMENTS_NONE] = TL_FACT_ATTACHMENTS_NONE,
        [TL_ATTACHMENTS_SOME] = TL_FACT_ATTACHMENTS_SOME,
    };
    return facts[content->attachments];
}

const struct tl_letter *tl_letter_build(struct tl_arena *arena, const struct tl_content *content,
                                        const struct tl_languages *languages,
                                        const struct tl_facts *asked,
                                        const struct tl_language *language)
{
    struct tl_letter *letter = tl_arena_alloc(arena, sizeof *letter);
    letter->facts = *asked;
    letter->content = content;
    letter->languages = languages;
    struct tl_zoning zoning = {
        .arena = arena,
        .matcher = tl_matcher_new(arena),
        .text = content->reading.text.bytes,
        .languages = languages,
        .letter_channel = asked->value[TL_FACT_CHANNEL] == TL_FACT_CHANNEL_LETTER,
    };
    pieces_build(&zoning, &content->reading.lines);
    tl_quote_zone(&zoning);
    letter->language =
        language != NULL ? language : tl_language_guess(&zoning, content->language, &letter->doubt);
    letter->language = tl_marks_find(&zoning, letter->language, &letter->facts);
    zoning.language = letter->language;
    tl_greeting_zone(&zoning);
    tl_signoff_zone(&zoning);
    tl_flow_build(arena, letter, &content->reading.text, &zoning.pieces, &content->subject);
    block_languages_find(letter, languages);
    sentences_build(arena, letter);
    tl_borrowed_mark(&zoning, letter);
    tl_quotations_find(arena, letter);
    tl_letter_links_find(arena, letter);
    opening_mark(letter);
    closing_mark(letter);
    tl_letter_dates_find(&zoning, letter);
    if (!letter->facts.stated[TL_FACT_ORIGIN]) {
        letter->facts.value[TL_FACT_ORIGIN] = (unsigned char)tl_origin_of(&zoning, letter);
    }
    if (!letter->facts.stated[TL_FACT_ATTACHMENTS]) {
        letter->facts.value[TL_FACT_ATTACHMENTS] = (unsigned char)attachments_of(content);
    }
    return letter;
}

struct tl_str tl_letter_str(const struct tl_letter *letter, struct tl_span span)
{
    return tl_str_slice(letter->text.bytes, span.begin, span.end);
}

struct tl_str tl_letter_sentence(const struct tl_letter *letter, size_t sentence)
{
    return tl_letter_str(letter, letter->sentences.items[sentence].span);
}

struct tl_str tl_letter_show(struct tl_arena *arena, const struct tl_letter *letter,
                             struct tl_span span)
{
    return tl_template_show(arena, &letter->content->template, &letter->text, span);
}

void tl_letter_check(const struct tl_letter *letter, size_t source_bytes)
{
    size_t at = 0;
    size_t sentence_at = 0;
    size_t word_at = 0;
    tl_map_check(letter->text.map, source_bytes);
    for (size_t i = 0; i < letter->blocks.len; i++) {
        const struct tl_block *block = &letter->blocks.items[i];
        assert(block->span.begin >= at && block->span.begin < block->span.end);
        assert(block->first_sentence == sentence_at && block->n_sentences > 0);
        at = block->span.end;
        sentence_at += block->n_sentences;
    }
    assert(at <= letter->text.bytes.len && sentence_at == letter->sentences.len);
    for (size_t i = 0; i < letter->sentences.len; i++) {
        const struct tl_sentence *sentence = &letter->sentences.items[i];
        const struct tl_block *block = &letter->blocks.items[sentence->block];
        assert(sentence->span.begin < sentence->span.end);
        assert(sentence->span.begin >= block->span.begin && sentence->span.end <= block->span.end);
        assert(sentence->first_word == word_at);
        word_at += sentence->n_words;
        (void)block; /* where assertions are off */
    }
    assert(word_at == letter->words.len);
    for (size_t i = 0; i < letter->quotations.len; i++) {
        const struct tl_span *quotation = &letter->quotations.items[i];
        assert(quotation->begin < quotation->end && quotation->end <= letter->text.bytes.len);
        assert(i == 0 || quotation->begin >= quotation[-1].end);
        (void)quotation;
    }
    (void)at;
    (void)sentence_at;
    (void)word_at;
}
