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

static json_t *span_json(const struct tl_dump_span *span)
{
    json_t *object = json_object();
    json_object_set_new(object, "zone", tl_json_string(span->zone));
    json_object_set_new(object, "kind", json_string(span->kind));
    json_object_set_new(object, "block", tl_json_number(span->block));
    json_object_set_new(object, "text", tl_json_string(span->text));
    json_object_set_new(object, "offset", tl_json_number(span->source.begin));
    json_object_set_new(object, "length", tl_json_number(span->source.end - span->source.begin));
    json_object_set_new(object, "line", tl_json_number(span->begin.line));
    json_object_set_new(object, "column", tl_json_number(span->begin.column));
    json_object_set_new(object, "end_line", tl_json_number(span->end.line));
    json_object_set_new(object, "end_column", tl_json_number(span->end.column));
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

static void end_print(FILE *stream)
{
    fputs("]}\n", stream);
}

const struct tl_dump_form tl_dump_form_json = {
    .begin = tl_json_begin,
    .parts = parts_print,
    .text = text_print,
    .end = end_print,
};
