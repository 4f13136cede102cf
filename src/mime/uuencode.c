/* SPDX-License-Identifier: MIT */
#include "mime/uuencode.h"

#include "mime/line_internal.h"

/* Octal, as in "begin 644 name" and "begin 0644 name". */
static size_t mode_bytes(struct tl_str s)
{
    size_t n = 0;
    while (n < s.len && s.data[n] >= '0' && s.data[n] <= '7') {
        n++;
    }
    return n == 3 || n == 4 ? n : 0;
}

static struct tl_str line_str(struct tl_str s, struct tl_mime_line line)
{
    return tl_str_slice(s, line.begin, line.end);
}

static bool is_uu_begin(struct tl_str line)
{
    const struct tl_str word = TL_STR("begin ");
    if (!tl_str_has_prefix(line, word)) {
        return false;
    }
    struct tl_str rest = tl_str_slice(line, word.len, line.len);
    size_t n = mode_bytes(rest);
    return n > 0 && n + 1 < rest.len && rest.data[n] == ' ';
}

/* Whether a line is one of uuencode: its first character says how many bytes it holds. */
static bool is_uu_line(struct tl_str line)
{
    enum { MAX_BYTES = 45, PADDING = 2 };
    if (line.len == 0 || line.data[0] < ' ' || line.data[0] > '`') {
        return false;
    }
    size_t n_bytes = (size_t)(line.data[0] - ' ') % 64;
    size_t wanted = 1 + (n_bytes + 2) / 3 * 4;
    for (size_t i = 0; i < line.len; i++) {
        if (line.data[i] < ' ' || line.data[i] > '`') {
            return false;
        }
    }
    // mail programs cut white space off the end, some add a checksum
    struct tl_str shown = tl_str_trim(line);
    return n_bytes <= MAX_BYTES && shown.len <= wanted + PADDING &&
           (n_bytes == 0 || shown.len + n_bytes / 3 * 4 > wanted);
}

/* Where the file ends whose first line is `line`; TL_NONE where it is none. */
static size_t uu_end(struct tl_str s, struct tl_mime_line line)
{
    size_t n_lines = 0;
    for (size_t at = line.next; at < s.len; n_lines++) {
        struct tl_mime_line next = tl_mime_line_at(s, at);
        struct tl_str shown = tl_str_trim(line_str(s, next));
        if (tl_str_equal(shown, TL_STR("end"))) {
            return next.next;
        }
        if (shown.len > 0 && !is_uu_line(line_str(s, next))) {
            return TL_NONE;
        }
        at = next.next;
    }
    return n_lines > 0 ? s.len : TL_NONE;
}

static size_t yenc_end(struct tl_str s, struct tl_mime_line line)
{
    for (size_t at = line.next; at < s.len;) {
        struct tl_mime_line next = tl_mime_line_at(s, at);
        if (tl_str_has_prefix(line_str(s, next), TL_STR("=yend"))) {
            return next.next;
        }
        at = next.next;
    }
    return s.len;
}

/* Where the file ends that begins with `line`; TL_NONE where none does. */
static size_t file_end(struct tl_str s, struct tl_mime_line line)
{
    struct tl_str first = line_str(s, line);
    if (is_uu_begin(first)) {
        return uu_end(s, line);
    }
    bool is_yenc = tl_str_has_prefix(first, TL_STR("=ybegin ")) &&
                   tl_str_find(first, TL_STR(" name="), 0) != TL_NONE;
    return is_yenc ? yenc_end(s, line) : TL_NONE;
}

struct tl_text tl_uuencode_remove(struct tl_arena *arena, const struct tl_text *text,
                                  size_t *n_files)
{
    struct tl_str s = text->bytes;
    *n_files = 0;
    if (tl_str_find(s, TL_STR("begin "), 0) == TL_NONE) {
        return *text;
    }
    struct tl_text_builder out = tl_text_build(arena);
    size_t kept = 0;
    for (size_t at = 0; at < s.len;) {
        struct tl_mime_line line = tl_mime_line_at(s, at);
        size_t end = file_end(s, line);
        if (end != TL_NONE) {
            tl_text_keep(&out, text, (struct tl_span){kept, at});
            kept = end;
            ++*n_files;
        }
        at = end != TL_NONE ? end : line.next;
    }
    if (*n_files == 0) {
        return *text;
    }
    tl_text_keep(&out, text, (struct tl_span){kept, s.len});
    return tl_text_finish(&out);
}
