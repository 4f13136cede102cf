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

static void place_print(FILE *stream, const struct tl_dump_place *place)
{
    fprintf(stream, "%zu:%zu-%zu:%zu", place->begin.line, place->begin.column, place->end.line,
            place->end.column);
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
        fputc(':', stream);
        place_print(stream, &span->place);
        fprintf(stream, ": bytes %zu-%zu, ", span->place.bytes.begin, span->place.bytes.end);
        tl_safe_print(stream, span->zone);
        fprintf(stream, ", %s %zu: ", span->kind, span->block);
        tl_safe_print(stream, span->text);
        fputc('\n', stream);
    }
}

static struct tl_str language_tag(const struct tl_language *language)
{
    return language == NULL ? TL_STR("unknown") : language->tag;
}

static void facts_print(FILE *stream, const struct tl_letter *letter)
{
    fputs("language ", stream);
    tl_safe_print(stream, language_tag(letter->language));
    for (int i = 0; i < TL_FACT_COUNT; i++) {
        value_print(stream, tl_fact_name((enum tl_fact)i).data,
                    tl_fact_value_name((enum tl_fact)i, letter->facts.value[i]));
    }
    fputc('\n', stream);
}

static void sentence_print(FILE *stream, struct tl_source *source, const struct tl_letter *letter,
                           const struct tl_sentence *sentence)
{
    struct tl_dump_place place = tl_dump_view_place(source, letter, sentence->span);
    fputs("  ", stream);
    place_print(stream, &place);
    fprintf(stream, " %zu %s%s%s%s: ", sentence->n_words, sentence->n_words == 1 ? "word" : "words",
            sentence->opening ? ", opening" : "", sentence->closing ? ", closing" : "",
            sentence->borrowed ? ", borrowed" : "");
    tl_safe_print(stream, tl_letter_show(source->arena, letter, sentence->span));
    fputc('\n', stream);
}

static void block_print(FILE *stream, struct tl_source *source, const struct tl_letter *letter,
                        const struct tl_block *block)
{
    struct tl_dump_place place = tl_dump_view_place(source, letter, block->span);
    place_print(stream, &place);
    fputc(' ', stream);
    tl_safe_print(stream, tl_zone_name(block->zone));
    fprintf(stream, " %s", tl_line_kind_name(block->kind));
    if (block->level > 0) {
        fprintf(stream, " %u", block->level);
    }
    if (block->quote_depth > 0) {
        fprintf(stream, ", quoted %u", block->quote_depth);
    }
    if (block->language != letter->language) {
        value_print(stream, "language", language_tag(block->language));
    }
    fputc('\n', stream);
    for (size_t i = 0; i < block->n_sentences; i++) {
        sentence_print(stream, source, letter, &letter->sentences.items[block->first_sentence + i]);
    }
}

static void model_print(FILE *stream, struct tl_source *source, const struct tl_letter *letter,
                        struct tl_str part, bool is_first)
{
    (void)is_first;
    tl_safe_print(stream, source->path);
    fputs(": ", stream);
    if (part.len > 0) {
        fputs("part ", stream);
        tl_safe_print(stream, part);
        fputs(", ", stream);
    }
    facts_print(stream, letter);
    for (size_t i = 0; i < letter->blocks.len; i++) {
        block_print(stream, source, letter, &letter->blocks.items[i]);
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
    .model = model_print,
    .end = nothing_print,
};
