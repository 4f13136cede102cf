/*
 * Prints what tactlint reads in messages, for the comparisons of this folder: reads paths on
 * standard input, one a line, and prints one JSON object a line.
 *
 *     {"kind": "eml", "subject": "…" or null, "chosen": 2 or null, "text": "…",
 *      "words": [["b" or "s", "word", begin, end], …],
 *      "notices": [["limit", begin, end, "…"], …],
 *      "parts": [{"type", "charset", "encoding", "depth", "children", "flowed", "html", "body":
 * [begin, end], "bytes": base64 of the body without its transfer encoding, "text": the same in
 * UTF-8}, …]}
 *
 * Parts come in the order of the file, each before its children; only leaves have bytes, and only
 * text has text.  All positions are bytes of the file.  SPDX-License-Identifier: MIT
 */
#include "base/limits.h"
#include "mime/transfer.h"
#include "text/choice.h"
#include "text/content.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct dump {
    struct tl_arena *arena;
    const struct tl_content *content;
    json_t *object;
    json_t *parts;
};

/* A header's value may have any bytes, and JSON only UTF-8: the others are given as "?". */
static json_t *string_of(struct tl_str s)
{
    json_t *string = json_stringn(s.data == NULL ? "" : s.data, s.len);
    if (string == NULL) {
        struct tl_arena *arena = tl_arena_new();
        char *copy = tl_arena_alloc(arena, s.len);
        for (size_t i = 0; i < s.len; i++) {
            copy[i] = (unsigned char)s.data[i] < 0x80 ? s.data[i] : '?';
        }
        string = json_stringn(copy, s.len);
        tl_arena_free(arena);
    }
    return string;
}

/* Bytes as base64: JSON has only text. */
static json_t *bytes_of(struct tl_arena *arena, struct tl_str s)
{
    static const char alphabet[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    struct tl_buf out = tl_buf_in(arena);
    for (size_t i = 0; i < s.len; i += 3) {
        unsigned long group = 0;
        for (size_t k = 0; k < 3; k++) {
            group = group << 8 | (i + k < s.len ? (unsigned char)s.data[i + k] : 0);
        }
        for (unsigned k = 0; k < 4; k++) {
            bool padding = i + k > s.len;
            tl_buf_add_char(&out, padding ? '=' : alphabet[group >> (18 - 6 * k) & 63]);
        }
    }
    return string_of(tl_buf_str(&out));
}

static json_t *span_of(struct tl_span span)
{
    return json_pack("[I,I]", (json_int_t)span.begin, (json_int_t)span.end);
}

static struct tl_span all_of(const struct tl_text *text)
{
    return tl_text_source(text, (struct tl_span){0, text->bytes.len});
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

static void words_add(json_t *words, const char *zone, const struct tl_text *text)
{
    struct tl_str s = text->bytes;
    for (size_t at = 0; at < s.len;) {
        size_t end = at;
        while (end < s.len && !is_blank(s.data[end])) {
            end++;
        }
        if (end > at) {
            struct tl_span source = tl_text_source(text, (struct tl_span){at, end});
            json_t *word = json_pack("[s,o,I,I]", zone, string_of(tl_str_slice(s, at, end)),
                                     (json_int_t)source.begin, (json_int_t)source.end);
            json_array_append_new(words, word);
        }
        at = end + 1;
    }
}

static void leaf_fill(struct dump *d, const struct tl_part *part, json_t *object)
{
    struct tl_notices ignored = {0};
    struct tl_text bytes =
        tl_transfer_decode(d->arena, &part->body, part->encoding, TL_MAX_TEXT_BYTES, &ignored);
    json_object_set_new(object, "bytes", bytes_of(d->arena, bytes.bytes));
    if (tl_part_is(part, TL_STR("text/"))) {
        struct tl_text text = tl_part_decode(d->arena, part, &ignored);
        tl_map_check(text.map, SIZE_MAX);
        json_object_set_new(object, "text", string_of(text.bytes));
    }
}

static json_t *param_of(const struct tl_part *part, const char *name)
{
    return string_of(tl_param_find(&part->type, tl_str_of(name)));
}

static void part_add(struct dump *d, const struct tl_part *part, unsigned depth)
{
    if (part == d->content->part) {
        json_object_set_new(d->object, "chosen",
                            json_integer((json_int_t)json_array_size(d->parts)));
    }
    json_t *object = json_object();
    json_object_set_new(object, "type", string_of(part->type.value));
    json_object_set_new(object, "charset", param_of(part, "charset"));
    json_object_set_new(object, "format", param_of(part, "format"));
    json_object_set_new(object, "delsp", param_of(part, "delsp"));
    json_object_set_new(object, "encoding", string_of(part->encoding));
    json_object_set_new(object, "html", json_boolean(tl_choice_is_html(part)));
    json_object_set_new(object, "depth", json_integer(depth));
    json_object_set_new(object, "children", json_integer((json_int_t)part->n_children));
    json_object_set_new(object, "body", span_of(all_of(&part->body)));
    json_array_append_new(d->parts, object);
    if (part->first == NULL) {
        leaf_fill(d, part, object);
    }
    for (const struct tl_part *child = part->first; child != NULL; child = child->next) {
        part_add(d, child, depth + 1);
    }
}

static void notices_add(struct dump *d)
{
    json_t *list = json_array();
    for (size_t i = 0; i < d->content->notices.len; i++) {
        const struct tl_notice *notice = &d->content->notices.items[i];
        json_array_append_new(list,
                              json_pack("[s,I,I,o]", tl_notice_names[notice->kind],
                                        (json_int_t)notice->span.begin,
                                        (json_int_t)notice->span.end, string_of(notice->what)));
    }
    json_object_set_new(d->object, "notices", list);
}

static void source_dump(struct tl_arena *arena, const struct tl_source *source)
{
    static const char *const kinds[] = {"eml", "text", "html"};
    const struct tl_content *content = tl_content_read(arena, source);
    struct dump d = {arena, content, json_object(), json_array()};
    size_t kind = (size_t)content->kind;
    const char *name = kind < sizeof kinds / sizeof *kinds ? kinds[kind] : "other";
    json_object_set_new(d.object, "kind", json_string(name));
    json_object_set_new(d.object, "chosen", json_null());
    json_t *subject = content->has_subject ? string_of(content->subject.bytes) : json_null();
    json_object_set_new(d.object, "subject", subject);
    json_object_set_new(d.object, "text", string_of(content->reading.text.bytes));
    json_t *words = json_array();
    words_add(words, "s", &content->subject);
    words_add(words, "b", &content->reading.text);
    json_object_set_new(d.object, "words", words);
    tl_map_check(content->reading.text.map, source->bytes.len);
    notices_add(&d);
    if (content->mail != NULL) {
        part_add(&d, content->mail, 0);
    }
    json_object_set_new(d.object, "parts", d.parts);
    json_dumpf(d.object, stdout, JSON_COMPACT);
    putchar('\n');
    json_decref(d.object);
}

int main(void)
{
    char *line = NULL;
    size_t room = 0;
    ssize_t n;
    while ((n = getline(&line, &room, stdin)) > 0) {
        line[n - (line[n - 1] == '\n')] = '\0';
        struct tl_arena *arena = tl_arena_new();
        struct tl_error err;
        const struct tl_source *source = tl_source_read(arena, line, tl_str_of(line), &err);
        if (source == NULL) {
            fprintf(stderr, "%s: error: %s\n", line, err.text);
            return 2;
        }
        source_dump(arena, source);
        tl_arena_free(arena);
    }
    free(line);
    return 0;
}
