/* SPDX-License-Identifier: MIT */
#include "mime/field.h"

#include "base/utf8.h"

#include "base/limits.h"
#include "mime/line_internal.h"

struct reader {
    struct tl_arena *arena;
    const struct tl_text *entity;
    struct tl_fields *fields;
    struct tl_notices *notices;
    struct tl_span name; /* of the field that is being read */
    struct tl_span body;
    bool open;          /* there is such a field */
    bool ended_by_text; /* by a line that is none of a header, with no blank line before it */
    bool full;          /* TL_MAX_FIELDS was reached and reported */
};

static void field_close(struct reader *r)
{
    if (!r->open) {
        return;
    }
    r->open = false;
    if (r->fields->len < TL_MAX_FIELDS) {
        *TL_VEC_ADD(r->arena, r->fields) = (struct tl_field){
            .name = tl_text_slice(r->entity, r->name),
            .body = tl_text_slice(r->entity, r->body),
        };
        return;
    }
    if (!r->full) {
        r->full = true;
        *TL_VEC_ADD(r->arena, r->notices) = (struct tl_notice){
            .kind = TL_NOTICE_LIMIT,
            .span = tl_text_source(r->entity, r->name),
            .what = tl_arena_format(r->arena, "only the first %d header fields were read",
                                    TL_MAX_FIELDS),
        };
    }
}

/* Also 8-bit bytes, which no standard allows: mail programs take such a line for a field. */
static bool is_name_char(char c)
{
    unsigned char byte = (unsigned char)c;
    return byte > ' ' && byte != 0x7F && byte != ':';
}

/* Reads "name:" at the start of a line; false where it is no field. */
static bool field_open(struct reader *r, const struct tl_mime_line *line)
{
    const char *data = r->entity->bytes.data;
    size_t at = line->begin;
    while (at < line->end && is_name_char(data[at])) {
        at++;
    }
    size_t name_end = at;
    while (at < line->end && tl_char_is_wsp(data[at])) {
        at++;
    }
    if (at == line->end || data[at] != ':') {
        return false;
    }
    field_close(r);
    if (name_end > line->begin) {
        r->open = true;
        r->name = (struct tl_span){line->begin, name_end};
        r->body = (struct tl_span){at + 1, line->end};
    }
    return true;
}

/* Past what comes before the header: a byte order mark and the "From " line of an mbox. */
static size_t header_start(struct tl_str bytes)
{
    size_t at = tl_utf8_mark(bytes);
    struct tl_str rest = tl_str_slice(bytes, at, bytes.len);
    if (tl_str_has_prefix(rest, TL_STR("From ")) || tl_str_has_prefix(rest, TL_STR(">From "))) {
        at = tl_mime_line_at(bytes, at).next;
    }
    return at;
}

/* Reads the lines of the header; returns where the body begins. */
static size_t lines_read(struct reader *r)
{
    struct tl_str bytes = r->entity->bytes;
    bool any = false;
    for (size_t at = header_start(bytes); at < bytes.len;) {
        struct tl_mime_line line = tl_mime_line_at(bytes, at);
        if (line.begin == line.end) {
            return line.next;
        }
        if (tl_char_is_wsp(bytes.data[at])) {
            r->body.end = line.end;
        } else if (field_open(r, &line)) {
            any = true;
        } else {
            r->ended_by_text = true;
            return any ? at : 0; // what was passed over before any field is text
        }
        at = line.next;
    }
    return any ? bytes.len : 0;
}

/* Whether a field may have that name: those of one word that there are, and all of several. */
static bool is_field_name(struct tl_str name)
{
    static const char *const words[] = {
        "from",   "to",         "cc",           "bcc",       "date",       "subject",
        "sender", "received",   "comments",     "keywords",  "references", "priority",
        "status", "precedence", "organization", "encrypted", "importance", "sensitivity",
        "lines",  "path",       "organisation",
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (tl_str_equal_nocase(name, tl_str_of(words[i]))) {
            return true;
        }
    }
    return tl_str_find_char(name, '-', 0) != TL_NONE;
}

/* Where the text begins in a message without a blank line: "Note: …" before it is no field. */
static size_t text_take_back(struct reader *r, size_t body)
{
    while (r->fields->len > 1) {
        const struct tl_field *last = &r->fields->items[r->fields->len - 1];
        if (is_field_name(last->name.bytes)) {
            break;
        }
        body = last->name.origin - r->entity->origin;
        r->fields->len--;
    }
    return body;
}

size_t tl_fields_parse(struct tl_arena *arena, const struct tl_text *entity,
                       struct tl_fields *fields, struct tl_notices *notices)
{
    struct reader r = {.arena = arena, .entity = entity, .fields = fields, .notices = notices};
    size_t body = lines_read(&r);
    field_close(&r);
    return r.ended_by_text && !r.full ? text_take_back(&r, body) : body;
}

const struct tl_field *tl_fields_find(const struct tl_fields *fields, struct tl_str name)
{
    for (size_t i = 0; i < fields->len; i++) {
        if (tl_str_equal_nocase(fields->items[i].name.bytes, name)) {
            return &fields->items[i];
        }
    }
    return NULL;
}
