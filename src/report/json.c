/*
 * json: one object, described in docs/json.md.  The only file that includes jansson.h.
 * SPDX-License-Identifier: MIT
 */
#include "base/buf.h"
#include "base/utf8.h"
#include "report/report.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

enum { FORMAT_VERSION = 1 };

/* A string of bytes that may be no UTF-8: what is none becomes U+FFFD. */
static json_t *string_of(struct tl_str s)
{
    if (tl_utf8_valid_bytes(s) == s.len) {
        return json_stringn(s.len == 0 ? "" : s.data, s.len);
    }
    struct tl_arena *arena = tl_arena_new();
    struct tl_buf buf = tl_buf_in(arena);
    for (size_t at = 0; at < s.len;) {
        uint32_t c;
        at += tl_utf8_next(tl_str_slice(s, at, s.len), &c);
        tl_buf_add_code_point(&buf, c);
    }
    struct tl_str valid = tl_buf_str(&buf);
    json_t *string = json_stringn(valid.data, valid.len);
    tl_arena_free(arena);
    return string;
}

/* An empty string says that there is nothing: null. */
static json_t *string_or_null(struct tl_str s)
{
    return s.len == 0 ? json_null() : string_of(s);
}

static json_t *number_of(size_t n)
{
    return json_integer((json_int_t)n);
}

static json_t *finding_json(const struct tl_report_file *file, const struct tl_finding *finding)
{
    struct tl_position begin = tl_source_locate(file->source, finding->span.begin);
    struct tl_position end = tl_source_locate(file->source, finding->span.end);
    json_t *suggestions = json_array();
    for (size_t i = 0; i < finding->suggestions.len; i++) {
        json_array_append_new(suggestions, string_of(finding->suggestions.items[i]));
    }
    json_t *object = json_object();
    json_object_set_new(object, "rule", string_of(finding->rule));
    json_object_set_new(object, "level", json_string(tl_level_name(finding->level)));
    json_object_set_new(object, "message", string_of(finding->message));
    json_object_set_new(object, "zone", string_or_null(finding->zone));
    json_object_set_new(object, "text", string_of(finding->text));
    json_object_set_new(object, "offset", number_of(finding->span.begin));
    json_object_set_new(object, "length", number_of(finding->span.end - finding->span.begin));
    json_object_set_new(object, "line", number_of(begin.line));
    json_object_set_new(object, "column", number_of(begin.column));
    json_object_set_new(object, "end_line", number_of(end.line));
    json_object_set_new(object, "end_column", number_of(end.column));
    json_object_set_new(object, "suggestions", suggestions);
    return object;
}

/*
 * jansson leaves DEL, C1 controls and what steers the direction of text as they are.  They can only
 * stand inside strings, so each is replaced by its escape.
 */
static void print_escaped(FILE *stream, const char *json)
{
    struct tl_str s = tl_str_of(json);
    size_t kept = 0;
    for (size_t at = 0; at < s.len;) {
        uint32_t c;
        size_t n = tl_utf8_next(tl_str_slice(s, at, s.len), &c);
        if (c >= 0x7F && tl_char_is_control(c)) {
            fwrite(s.data + kept, 1, at - kept, stream);
            fprintf(stream, "\\u%04x", (unsigned)c);
            kept = at + n;
        }
        at += n;
    }
    fwrite(s.data + kept, 1, s.len - kept, stream);
}

static void print_and_free(FILE *stream, json_t *object)
{
    char *text = json_dumps(object, JSON_COMPACT | JSON_PRESERVE_ORDER);
    json_decref(object);
    print_escaped(stream, text);
    free(text);
}

static void begin_print(struct tl_out *out)
{
    fprintf(out->stream,
            "{\"version\":%d,\"tool\":{\"name\":\"tactlint\",\"version\":\"%s\"},\n\"files\":[",
            FORMAT_VERSION, TL_VERSION);
}

static void file_print(struct tl_out *out, const struct tl_report_file *file)
{
    json_t *findings = json_array();
    for (size_t i = 0; i < file->findings->len; i++) {
        json_array_append_new(findings, finding_json(file, &file->findings->items[i]));
    }
    json_t *object = json_object();
    json_object_set_new(object, "path", string_of(file->source->path));
    json_object_set_new(object, "language", string_or_null(file->language));
    json_object_set_new(object, "channel", string_of(file->channel));
    json_object_set_new(object, "reply", json_boolean(file->is_reply));
    json_object_set_new(object, "findings", findings);
    fputs(out->n_files == 0 ? "\n" : ",\n", out->stream);
    print_and_free(out->stream, object);
}

static void end_print(struct tl_out *out, const struct tl_summary *summary)
{
    fprintf(out->stream,
            "],\n\"summary\":{\"files\":%zu,\"errors\":%zu,\"warnings\":%zu,\"notes\":%zu}}\n",
            summary->n_files, summary->n_by_level[TL_LEVEL_ERROR],
            summary->n_by_level[TL_LEVEL_WARNING], summary->n_by_level[TL_LEVEL_NOTE]);
}

const struct tl_reporter tl_reporter_json = {
    .name = "json",
    .summary = "one object, for programs",
    .begin = begin_print,
    .file = file_print,
    .end = end_print,
};
