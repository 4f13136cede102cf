/*
 * pretty: the gcc line, then the source line with the words underlined, then what to write instead;
 * at the end one line that sums up.  For people at a terminal.
 * SPDX-License-Identifier: MIT
 */
#include "base/utf8.h"
#include "report/gcc.h"
#include "report/report.h"
#include "report/safe.h"

enum {
    SHOWN_BEFORE = 60, /* characters of a long line before the words */
    SHOWN_BYTES = 400, /* of a line; at most this much is looked at */
    SHOWN_COLUMNS = 100,
};

static const char *const level_colors[] = {
    [TL_LEVEL_NOTE] = "\033[1;36m",
    [TL_LEVEL_WARNING] = "\033[1;33m",
    [TL_LEVEL_ERROR] = "\033[1;31m",
};

static const char *paint(const struct tl_out *out, const char *color)
{
    return out->color ? color : "";
}

static const char *plain(const struct tl_out *out)
{
    return paint(out, "\033[0m");
}

static void head_print(struct tl_out *out, const struct tl_report_file *file,
                       const struct tl_finding *finding)
{
    fputs(paint(out, "\033[1m"), out->stream);
    tl_gcc_position(out->stream, file, finding);
    fprintf(out->stream, "%s%s%s: ", paint(out, level_colors[finding->level]),
            tl_level_name(finding->level), plain(out));
    tl_safe_print(out->stream, finding->message);
    fprintf(out->stream, " %s[", paint(out, "\033[2m"));
    tl_safe_print(out->stream, finding->rule);
    fprintf(out->stream, "]%s\n", plain(out));
}

/* The part of a line that is shown: all of a short one, of a long one what is near the words. */
static struct tl_span shown_part(struct tl_str bytes, struct tl_span line, size_t at)
{
    if (line.end - line.begin <= SHOWN_COLUMNS) {
        return line;
    }
    struct tl_span part = line;
    size_t n = 0;
    part.begin = at;
    while (part.begin > line.begin && n < SHOWN_BEFORE) {
        part.begin = tl_utf8_before(bytes, part.begin);
        n++;
    }
    if (part.end - part.begin > SHOWN_BYTES) {
        part.end = part.begin + SHOWN_BYTES;
    }
    for (int i = 1; i < TL_UTF8_MAX && part.end < line.end &&
                    ((unsigned char)bytes.data[part.end] & 0xC0) == 0x80;
         i++) {
        part.end++; /* not in mid character */
    }
    return part;
}

static void repeat(FILE *stream, char c, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        fputc(c, stream);
    }
}

static void line_print(struct tl_out *out, const struct tl_report_file *file,
                       const struct tl_finding *finding)
{
    struct tl_str bytes = file->source->bytes;
    struct tl_position at = tl_source_locate(file->source, finding->span.begin);
    struct tl_span line = tl_source_line(file->source, at.line);
    size_t begin = finding->span.begin < line.end ? finding->span.begin : line.end;
    struct tl_span part = shown_part(bytes, line, begin);
    size_t end = finding->span.end < part.end ? finding->span.end : part.end;
    struct tl_str before = tl_str_slice(bytes, part.begin, begin);
    struct tl_str words = tl_str_slice(bytes, begin, end < begin ? begin : end);
    size_t columns = tl_safe_columns(words);
    int margin = fprintf(out->stream, "%6zu | ", at.line);
    fputs(part.begin > line.begin ? "…" : "", out->stream);
    tl_safe_print(out->stream, tl_str_slice(bytes, part.begin, part.end));
    fputs(part.end < line.end ? "…\n" : "\n", out->stream);
    repeat(out->stream, ' ', (size_t)(margin > 2 ? margin - 2 : 0));
    fputs("| ", out->stream);
    repeat(out->stream, ' ', tl_safe_columns(before) + (part.begin > line.begin));
    fputs(paint(out, level_colors[finding->level]), out->stream);
    fputc('^', out->stream);
    repeat(out->stream, '~', columns > 1 ? columns - 1 : 0);
    fprintf(out->stream, "%s\n", plain(out));
}

/* Whether two texts are the same but for their white space. */
static bool has_same_words(struct tl_str a, struct tl_str b)
{
    size_t i = 0;
    size_t k = 0;
    for (;;) {
        while (i < a.len && tl_char_is_space(a.data[i])) {
            i++;
        }
        while (k < b.len && tl_char_is_space(b.data[k])) {
            k++;
        }
        if (i == a.len || k == b.len) {
            return i == a.len && k == b.len;
        }
        if (a.data[i++] != b.data[k++]) {
            return false;
        }
    }
}

/* What an encoded line says: shown where the bytes of the source are not the words themselves. */
static void text_print(struct tl_out *out, const struct tl_report_file *file,
                       const struct tl_finding *finding)
{
    struct tl_str raw = tl_str_slice(file->source->bytes, finding->span.begin, finding->span.end);
    if (has_same_words(raw, finding->text)) {
        return;
    }
    struct tl_str shown = tl_str_slice(finding->text, 0, SHOWN_BYTES);
    shown = tl_str_slice(shown, 0, tl_utf8_valid_bytes(shown));
    fputs("       = text: ", out->stream);
    tl_safe_print(out->stream, shown);
    fputs(shown.len < finding->text.len ? "…\n" : "\n", out->stream);
}

static void suggestions_print(struct tl_out *out, const struct tl_finding *finding)
{
    for (size_t i = 0; i < finding->suggestions.len; i++) {
        struct tl_str wording = finding->suggestions.items[i];
        fputs(i > 0             ? "       |    or: "
              : wording.len > 0 ? "       = write: "
                                : "       = ",
              out->stream);
        fputs(wording.len == 0 ? "leave it out" : "", out->stream);
        tl_safe_print(out->stream, wording);
        fputc('\n', out->stream);
    }
}

static void file_print(struct tl_out *out, const struct tl_report_file *file)
{
    for (size_t i = 0; i < file->findings->len; i++) {
        const struct tl_finding *finding = &file->findings->items[i];
        head_print(out, file, finding);
        line_print(out, file, finding);
        text_print(out, file, finding);
        suggestions_print(out, finding);
    }
}

static void count_print(FILE *stream, size_t n, const char *one, const char *many)
{
    fprintf(stream, "%zu %s", n, n == 1 ? one : many);
}

static void end_print(struct tl_out *out, const struct tl_summary *summary)
{
    FILE *stream = out->stream;
    count_print(stream, summary->n_files, "message: ", "messages: ");
    count_print(stream, summary->n_by_level[TL_LEVEL_ERROR], "error, ", "errors, ");
    count_print(stream, summary->n_by_level[TL_LEVEL_WARNING], "warning, ", "warnings, ");
    count_print(stream, summary->n_by_level[TL_LEVEL_NOTE], "note\n", "notes\n");
}

const struct tl_reporter tl_reporter_pretty = {
    .name = "pretty",
    .summary = "with the source line, for people",
    .file = file_print,
    .end = end_print,
    .is_end_optional = true,
};
