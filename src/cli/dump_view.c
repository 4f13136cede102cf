/* SPDX-License-Identifier: MIT */
#include "cli/dump_view.h"

struct viewer {
    struct tl_arena *arena;
    struct tl_source *source;
    const struct tl_letters *letters;
    struct tl_dump_parts parts;
};

/* A span of a source as one of its file. */
static struct tl_span in_file(const struct tl_source *source, struct tl_span span)
{
    return (struct tl_span){source->base_offset + span.begin, source->base_offset + span.end};
}

static bool is_read_in(const struct tl_content *content, const struct tl_part *part)
{
    bool is_more = false;
    for (size_t i = 0; i < content->more.len; i++) {
        is_more |= content->more.items[i] == part;
    }
    return is_more || content->part == part;
}

static bool is_read(const struct viewer *v, const struct tl_part *part)
{
    for (size_t i = 0; i < v->letters->len; i++) {
        if (is_read_in(v->letters->items[i]->content, part)) {
            return true;
        }
    }
    return false;
}

static struct tl_str filename_of(const struct tl_part *part)
{
    struct tl_str name = tl_param_find(&part->disposition, TL_STR("filename"));
    return name.len > 0 ? name : tl_param_find(&part->type, TL_STR("name"));
}

static void part_add(struct viewer *v, const struct tl_part *part, struct tl_str index)
{
    struct tl_notices ignored = {0}; // the linting reports them
    struct tl_span body = tl_text_source(&part->body, (struct tl_span){0, part->body.bytes.len});
    struct tl_dump_part *row = TL_VEC_ADD(v->arena, &v->parts);
    *row = (struct tl_dump_part){
        .index = index,
        .part = part,
        .charset = tl_param_find(&part->type, TL_STR("charset")),
        .filename = filename_of(part),
        .is_attachment = tl_part_is_attachment(part),
        .is_read = is_read(v, part),
        .body = in_file(v->source, body),
        .is_text = part->first == NULL && tl_part_is(part, TL_STR("text/")),
        .line = tl_source_locate(v->source, body.begin).line,
        .text = TL_STR(""),
    };
    if (row->is_text) {
        row->text = tl_part_decode(v->arena, part, &ignored).bytes;
    }
    size_t n = 0;
    for (const struct tl_part *child = part->first; child != NULL; child = child->next) {
        n++;
        part_add(v, child, tl_arena_format(v->arena, "%.*s.%zu", (int)index.len, index.data, n));
    }
}

struct tl_dump_parts tl_dump_view_parts(struct tl_arena *arena, struct tl_source *source,
                                        const struct tl_letters *letters)
{
    struct viewer v = {.arena = arena, .source = source, .letters = letters};
    const struct tl_content *content = letters->items[0]->content;
    const struct tl_part *root = content->mail != NULL ? content->mail : content->part;
    if (root != NULL) {
        part_add(&v, root, TL_STR("1"));
    }
    return v.parts;
}

struct tl_str tl_dump_view_index(const struct tl_dump_parts *parts, const struct tl_letter *letter)
{
    for (size_t i = 0; i < parts->len; i++) {
        if (parts->items[i].part == letter->content->part) {
            return parts->items[i].index;
        }
    }
    return TL_STR("");
}

struct tl_dump_place tl_dump_view_place(struct tl_source *source, const struct tl_letter *letter,
                                        struct tl_span span)
{
    struct tl_span bytes = tl_text_source(&letter->text, span);
    return (struct tl_dump_place){
        .bytes = in_file(source, bytes),
        .begin = tl_source_locate(source, bytes.begin),
        .end = tl_source_locate(source, bytes.end),
    };
}

struct tl_dump_spans tl_dump_view_spans(struct tl_arena *arena, struct tl_source *source,
                                        const struct tl_letter *letter)
{
    struct tl_dump_spans spans = {0};
    for (size_t i = 0; i < letter->sentences.len; i++) {
        const struct tl_sentence *sentence = &letter->sentences.items[i];
        *TL_VEC_ADD(arena, &spans) = (struct tl_dump_span){
            .zone = tl_zone_name(sentence->zone),
            .kind = tl_line_kind_name(letter->blocks.items[sentence->block].kind),
            .block = sentence->block + 1,
            .text = tl_letter_show(arena, letter, sentence->span),
            .place = tl_dump_view_place(source, letter, sentence->span),
        };
    }
    return spans;
}
