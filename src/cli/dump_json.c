/*
 * --dump for programs: one object, described in docs/dump.md.
 * SPDX-License-Identifier: MIT
 */
#include "cli/dump_form.h"
#include "report/json_value.h"

#include <jansson.h>

static json_t *part_json(const struct tl_dump_part *row)
{
    const struct tl_part *part = row->part;
    json_t *object = json_object();
    json_object_set_new(object, "index", tl_json_string(row->index));
    json_object_set_new(object, "type", tl_json_string(part->type.value));
    json_object_set_new(object, "charset", tl_json_string_or_null(row->charset));
    json_object_set_new(object, "encoding", tl_json_string_or_null(part->encoding));
    json_object_set_new(object, "disposition", tl_json_string_or_null(part->disposition.value));
    json_object_set_new(object, "filename", tl_json_string_or_null(row->filename));
    json_object_set_new(object, "attachment", json_boolean(row->is_attachment));
    json_object_set_new(object, "read", json_boolean(row->is_read));
    json_object_set_new(object, "body_offset", tl_json_number(row->body.begin));
    json_object_set_new(object, "body_length", tl_json_number(row->body.end - row->body.begin));
    json_object_set_new(object, "body_line", tl_json_number(row->line));
    json_object_set_new(object, "text", row->is_text ? tl_json_string(row->text) : json_null());
    return object;
}

static void place_set(json_t *object, const struct tl_dump_place *place)
{
    size_t length = place->bytes.end - place->bytes.begin;
    json_object_set_new(object, "offset", tl_json_number(place->bytes.begin));
    json_object_set_new(object, "length", tl_json_number(length));
    json_object_set_new(object, "line", tl_json_number(place->begin.line));
    json_object_set_new(object, "column", tl_json_number(place->begin.column));
    json_object_set_new(object, "end_line", tl_json_number(place->end.line));
    json_object_set_new(object, "end_column", tl_json_number(place->end.column));
}

static json_t *span_json(const struct tl_dump_span *span)
{
    json_t *object = json_object();
    json_object_set_new(object, "zone", tl_json_string(span->zone));
    json_object_set_new(object, "kind", json_string(span->kind));
    json_object_set_new(object, "block", tl_json_number(span->block));
    json_object_set_new(object, "text", tl_json_string(span->text));
    place_set(object, &span->place);
    return object;
}

static json_t *file_json(const struct tl_source *source)
{
    json_t *object = json_object();
    json_object_set_new(object, "path", tl_json_string(source->path));
    if (source->message > 0) {
        json_object_set_new(object, "message", tl_json_number(source->message));
    }
    return object;
}

static void file_print(FILE *stream, json_t *object, bool is_first)
{
    fputs(is_first ? "\n" : ",\n", stream);
    tl_json_print(stream, object);
}

static void parts_print(FILE *stream, const struct tl_source *source,
                        const struct tl_dump_parts *parts, bool is_first)
{
    json_t *object = file_json(source);
    json_t *list = json_array();
    for (size_t i = 0; i < parts->len; i++) {
        json_array_append_new(list, part_json(&parts->items[i]));
    }
    json_object_set_new(object, "parts", list);
    file_print(stream, object, is_first);
}

static void text_print(FILE *stream, const struct tl_source *source, const struct tl_letter *letter,
                       struct tl_str part, const struct tl_dump_spans *spans, bool is_first)
{
    json_t *object = file_json(source);
    json_t *list = json_array();
    for (size_t i = 0; i < spans->len; i++) {
        json_array_append_new(list, span_json(&spans->items[i]));
    }
    json_object_set_new(object, "part", tl_json_string_or_null(part));
    json_object_set_new(object, "text", tl_json_string(letter->text.bytes));
    json_object_set_new(object, "spans", list);
    file_print(stream, object, is_first);
}

static json_t *language_json(const struct tl_language *language)
{
    return language == NULL ? json_null() : tl_json_string(language->tag);
}

static json_t *facts_json(const struct tl_letter *letter)
{
    json_t *facts = json_object();
    for (int i = 0; i < TL_FACT_COUNT; i++) {
        json_object_set_new(
            facts, tl_fact_name((enum tl_fact)i).data,
            tl_json_string(tl_fact_value_name((enum tl_fact)i, letter->facts.value[i])));
    }
    return facts;
}

static json_t *word_json(struct tl_source *source, const struct tl_letter *letter,
                         struct tl_span span)
{
    json_t *object = json_object();
    struct tl_dump_place place = tl_dump_view_place(source, letter, span);
    json_object_set_new(object, "text",
                        tl_json_string(tl_letter_show(source->arena, letter, span)));
    place_set(object, &place);
    return object;
}

static json_t *sentence_json(struct tl_source *source, const struct tl_letter *letter,
                             const struct tl_sentence *sentence)
{
    json_t *object = word_json(source, letter, sentence->span);
    json_t *words = json_array();
    for (size_t i = 0; i < sentence->n_words; i++) {
        const struct tl_word *word = &letter->words.items[sentence->first_word + i];
        json_array_append_new(words, word_json(source, letter, word->span));
    }
    json_object_set_new(object, "opening", json_boolean(sentence->opening));
    json_object_set_new(object, "closing", json_boolean(sentence->closing));
    json_object_set_new(object, "borrowed", json_boolean(sentence->borrowed));
    json_object_set_new(object, "words", words);
    return object;
}

static json_t *block_json(struct tl_source *source, const struct tl_letter *letter,
                          const struct tl_block *block)
{
    json_t *object = json_object();
    json_t *sentences = json_array();
    struct tl_dump_place place = tl_dump_view_place(source, letter, block->span);
    for (size_t i = 0; i < block->n_sentences; i++) {
        json_array_append_new(
            sentences,
            sentence_json(source, letter, &letter->sentences.items[block->first_sentence + i]));
    }
    json_object_set_new(object, "zone", tl_json_string(tl_zone_name(block->zone)));
    json_object_set_new(object, "kind", json_string(tl_line_kind_name(block->kind)));
    json_object_set_new(object, "level", tl_json_number(block->level));
    json_object_set_new(object, "quote_depth", tl_json_number(block->quote_depth));
    json_object_set_new(object, "language", language_json(block->language));
    place_set(object, &place);
    json_object_set_new(object, "sentences", sentences);
    return object;
}

static void model_print(FILE *stream, struct tl_source *source, const struct tl_letter *letter,
                        struct tl_str part, bool is_first)
{
    json_t *object = file_json(source);
    json_t *blocks = json_array();
    for (size_t i = 0; i < letter->blocks.len; i++) {
        json_array_append_new(blocks, block_json(source, letter, &letter->blocks.items[i]));
    }
    json_object_set_new(object, "part", tl_json_string_or_null(part));
    json_object_set_new(object, "language", language_json(letter->language));
    json_object_set_new(object, "facts", facts_json(letter));
    json_object_set_new(object, "blocks", blocks);
    file_print(stream, object, is_first);
}

static void end_print(FILE *stream)
{
    fputs("]}\n", stream);
}

static void begin_print(FILE *stream)
{
    tl_json_begin(stream, "files");
}

const struct tl_dump_form tl_dump_form_json = {
    .begin = begin_print,
    .parts = parts_print,
    .text = text_print,
    .model = model_print,
    .end = end_print,
};
