/*
 * --dump for people: a line for each part or sentence, with its place in front as compilers print
 * it, so that editors jump to it.
 * SPDX-License-Identifier: MIT
 */
#include "cli/dump_form.h"
#include "report/safe.h"

static void value_print(FILE *stream, const char *name, struct tl_str value)
{
    if (value.len > 0) {
        fprintf(stream, ", %s ", name);
        tl_safe_print(stream, value);
    }
}

/* The first line of a text that is not blank. */
static struct tl_str first_line(struct tl_str text)
{
    struct tl_str rest = tl_str_trim(text);
    size_t end = 0;
    while (end < rest.len && rest.data[end] != '\n' && rest.data[end] != '\r') {
        end++;
    }
    return tl_str_slice(rest, 0, end);
}

static void part_print(FILE *stream, const struct tl_source *source, const struct tl_dump_part *row)
{
    tl_safe_print(stream, source->path);
    fprintf(stream, ":%zu: part ", row->line);
    tl_safe_print(stream, row->index);
    value_print(stream, "type", row->part->type.value);
    value_print(stream, "charset", row->charset);
    value_print(stream, "encoding", row->part->encoding);
    value_print(stream, "disposition", row->part->disposition.value);
    value_print(stream, "file name", row->filename);
    fprintf(stream, ", bytes %zu-%zu%s%s\n", row->body.begin, row->body.end,
            row->is_attachment ? ", attachment" : "", row->is_read ? ", read" : "");
    struct tl_str line = first_line(row->text);
    if (line.len > 0) {
        fputs("    ", stream);
        tl_safe_print(stream, line);
        fputc('\n', stream);
    }
}

static void parts_print(FILE *stream, const struct tl_source *source,
                        const struct tl_dump_parts *parts, bool is_first)
{
    (void)is_first;
    for (size_t i = 0; i < parts->len; i++) {
        part_print(stream, source, &parts->items[i]);
    }
}

static void text_print(FILE *stream, const struct tl_source *source, const struct tl_letter *letter,
                       struct tl_str part, const struct tl_dump_spans *spans, bool is_first)
{
    (void)letter;
    (void)part;
    (void)is_first;
    for (size_t i = 0; i < spans->len; i++) {
        const struct tl_dump_span *span = &spans->items[i];
        tl_safe_print(stream, source->path);
        fprintf(stream, ":%zu:%zu-%zu:%zu: bytes %zu-%zu, ", span->begin.line, span->begin.column,
                span->end.line, span->end.column, span->source.begin, span->source.end);
        tl_safe_print(stream, span->zone);
        fprintf(stream, ", %s %zu: ", span->kind, span->block);
        tl_safe_print(stream, span->text);
        fputc('\n', stream);
    }
}

static void nothing_print(FILE *stream)
{
    (void)stream;
}

const struct tl_dump_form tl_dump_form_human = {
    .begin = nothing_print,
    .parts = parts_print,
    .text = text_print,
    .end = nothing_print,
};
