/*
 * json: one object, described in docs/json.md.
 * SPDX-License-Identifier: MIT
 */
#include "report/json_value.h"
#include "report/report.h"

#include <jansson.h>

static json_t *finding_json(const struct tl_report_file *file, const struct tl_finding *finding)
{
    struct tl_position begin = tl_source_locate(file->source, finding->span.begin);
    struct tl_position end = tl_source_locate(file->source, finding->span.end);
    json_t *suggestions = json_array();
    for (size_t i = 0; i < finding->suggestions.len; i++) {
        json_array_append_new(suggestions, tl_json_string(finding->suggestions.items[i]));
    }
    json_t *object = json_object();
    json_object_set_new(object, "rule", tl_json_string(finding->rule));
    json_object_set_new(object, "level", json_string(tl_level_name(finding->level)));
    json_object_set_new(object, "message", tl_json_string(finding->message));
    json_object_set_new(object, "zone", tl_json_string_or_null(finding->zone));
    json_object_set_new(object, "text", tl_json_string(finding->text));
    json_object_set_new(object, "offset",
                        tl_json_number(file->source->base_offset + finding->span.begin));
    json_object_set_new(object, "length", tl_json_number(finding->span.end - finding->span.begin));
    json_object_set_new(object, "line", tl_json_number(begin.line));
    json_object_set_new(object, "column", tl_json_number(begin.column));
    json_object_set_new(object, "end_line", tl_json_number(end.line));
    json_object_set_new(object, "end_column", tl_json_number(end.column));
    json_object_set_new(object, "suggestions", suggestions);
    return object;
}

static void begin_print(struct tl_out *out)
{
    tl_json_begin(out->stream, "files");
}

static void file_print(struct tl_out *out, const struct tl_report_file *file)
{
    json_t *findings = json_array();
    for (size_t i = 0; i < file->findings->len; i++) {
        json_array_append_new(findings, finding_json(file, &file->findings->items[i]));
    }
    json_t *object = json_object();
    json_object_set_new(object, "path", tl_json_string(file->source->path));
    if (file->source->message > 0) {
        json_object_set_new(object, "message", tl_json_number(file->source->message));
    }
    json_object_set_new(object, "language", tl_json_string_or_null(file->language));
    json_object_set_new(object, "channel", tl_json_string(file->channel));
    json_object_set_new(object, "reply", json_boolean(file->is_reply));
    json_object_set_new(object, "findings", findings);
    fputs(out->n_files == 0 ? "\n" : ",\n", out->stream);
    tl_json_print(out->stream, object);
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
