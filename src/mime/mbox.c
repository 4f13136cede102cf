/* SPDX-License-Identifier: MIT */
#include "mime/mbox.h"

#include "mime/mbox_line.h"

enum {
    LINE_BYTES = 1024, /* of a line are looked at */
    CHUNK_BYTES = 256 * 1024,
};

/* The line that begins at `at`, without its end; at most LINE_BYTES of it. */
static struct tl_str line_at(struct tl_str bytes, size_t at)
{
    struct tl_str rest = tl_str_slice(bytes, at, at + LINE_BYTES);
    size_t end = tl_str_find_char(rest, '\n', 0);
    struct tl_str line = tl_str_slice(rest, 0, end == TL_NONE ? rest.len : end);
    line.len -= line.len > 0 && line.data[line.len - 1] == '\r';
    return line;
}

static bool is_field(struct tl_str line)
{
    size_t n = 0;
    while (n < line.len && line.data[n] > ' ' && line.data[n] < 0x7F && line.data[n] != ':') {
        n++;
    }
    return n > 0 && n < line.len && line.data[n] == ':';
}

/* Whether the line after the one that begins at `at` is a header field. */
static bool field_follows(struct tl_str bytes, size_t at)
{
    size_t next = tl_str_find_char(tl_str_slice(bytes, 0, at + LINE_BYTES), '\n', at);
    return next != TL_NONE && is_field(line_at(bytes, next + 1));
}

static bool is_after_blank_line(struct tl_str bytes, size_t at)
{
    size_t before = at - (at > 0 && bytes.data[at - 1] == '\n');
    before -= before > 0 && bytes.data[before - 1] == '\r';
    return before == 0 || bytes.data[before - 1] == '\n';
}

/* Whether a message begins at `at`, the beginning of a line. */
static bool begins_message(const struct tl_mbox *mbox, struct tl_str bytes, size_t at)
{
    struct tl_str line = line_at(bytes, at);
    if (!mbox->is_loose) {
        return tl_mbox_line_is(line);
    }
    return tl_str_has_prefix(line, TL_STR("From ")) && is_after_blank_line(bytes, at) &&
           field_follows(bytes, at);
}

/*
 * Finds where the next message begins, after `from`: TL_NONE where none does before the end of the
 * file, or before `limit`.
 */
static bool next_find(struct tl_mbox *mbox, size_t from, size_t limit, size_t *next,
                      struct tl_error *err)
{
    struct tl_str mark = TL_STR("\nFrom ");
    *next = TL_NONE;
    for (size_t at = from;;) {
        struct tl_str bytes = tl_window_bytes(mbox->window);
        size_t hit = tl_str_find(bytes, mark, at);
        if (hit == TL_NONE) {
            at = bytes.len > from + mark.len ? bytes.len - mark.len : from;
            if (mbox->window->at_end || bytes.len > limit) {
                return true;
            }
            if (!tl_window_fill(mbox->window, bytes.len + CHUNK_BYTES, err)) {
                return false;
            }
            continue;
        }
        if (!tl_window_fill(mbox->window, hit + 2 * (size_t)LINE_BYTES, err)) {
            return false;
        }
        if (begins_message(mbox, tl_window_bytes(mbox->window), hit + 1)) {
            *next = hit + 1;
            return true;
        }
        at = hit + 1;
    }
}

/* Where the body of a message begins; TL_NONE where it has none. */
static size_t body_find(struct tl_str message)
{
    size_t lf = tl_str_find(message, TL_STR("\n\n"), 0);
    size_t crlf = tl_str_find(tl_str_slice(message, 0, lf), TL_STR("\n\r\n"), 0);
    if (crlf != TL_NONE) {
        return crlf + 3;
    }
    return lf == TL_NONE ? TL_NONE : lf + 2;
}

/* Where the message ends by its Content-Length; TL_NONE where it has none. */
static size_t said_end(struct tl_str message)
{
    struct tl_str name = TL_STR("Content-Length:");
    size_t body = body_find(message);
    struct tl_str header = tl_str_slice(message, 0, body == TL_NONE ? 0 : body);
    for (size_t at = tl_str_find_char(header, '\n', 0); at != TL_NONE;
         at = tl_str_find_char(header, '\n', at + 1)) {
        struct tl_str line = line_at(header, at + 1);
        if (!tl_str_has_prefix_nocase(line, name)) {
            continue;
        }
        struct tl_str value = tl_str_trim(tl_str_slice(line, name.len, line.len));
        size_t n = 0;
        for (size_t i = 0; i < value.len; i++) {
            if (!tl_char_is_digit(value.data[i]) || n > SIZE_MAX / 100) {
                return TL_NONE;
            }
            n = n * 10 + (size_t)(value.data[i] - '0');
        }
        return value.len > 0 ? body + n : TL_NONE;
    }
    return TL_NONE;
}

/*
 * Whether at `end` a message can end: nothing but line ends stand before the next one or the end of
 * the file.  Then `next` is where that begins.
 */
static bool fits(const struct tl_mbox *mbox, size_t end, size_t *next)
{
    struct tl_str bytes = tl_window_bytes(mbox->window);
    size_t at = end;
    while (at < bytes.len && at - end < 4 && (bytes.data[at] == '\r' || bytes.data[at] == '\n')) {
        at++;
    }
    *next = at;
    bool at_line = end <= bytes.len && (at > end || bytes.data[at - 1] == '\n');
    return end <= bytes.len && (at == bytes.len || (at_line && begins_message(mbox, bytes, at)));
}

/* Counts and leaves out the first `n` bytes of the window. */
static void skip(struct tl_mbox *mbox, size_t n)
{
    struct tl_str bytes = tl_str_slice(tl_window_bytes(mbox->window), 0, n);
    for (size_t at = tl_str_find_char(bytes, '\n', 0); at != TL_NONE;
         at = tl_str_find_char(bytes, '\n', at + 1)) {
        mbox->n_lines++;
    }
    mbox->offset += bytes.len;
    tl_window_skip(mbox->window, bytes.len);
}

/* Passes over the rest of a message that is too long, up to the next one. */
static bool rest_skip(struct tl_mbox *mbox, struct tl_error *err)
{
    enum { KEPT_BYTES = 16 }; // a line end may stand at the border
    for (;;) {
        size_t next;
        if (!next_find(mbox, 0, CHUNK_BYTES, &next, err)) {
            return false;
        }
        size_t len = tl_window_bytes(mbox->window).len;
        if (next != TL_NONE || mbox->window->at_end) {
            skip(mbox, next != TL_NONE ? next : len);
            return true;
        }
        skip(mbox, len - KEPT_BYTES);
    }
}

static struct tl_str without_blank_line(struct tl_str message)
{
    struct tl_str s = message;
    s.len -= s.len > 0 && s.data[s.len - 1] == '\n';
    s.len -= s.len > 0 && s.data[s.len - 1] == '\r';
    return s.len > 0 && s.data[s.len - 1] == '\n' ? s : message;
}

/* The message that ends at `end`, as a source that knows its place. */
static struct tl_source *source_of(struct tl_mbox *mbox, struct tl_arena *arena, size_t end)
{
    struct tl_str bytes = tl_str_slice(tl_window_bytes(mbox->window), 0, end);
    bytes = without_blank_line(bytes);
    bool is_cut = bytes.len > mbox->max_bytes;
    bytes = tl_str_slice(bytes, 0, mbox->max_bytes);
    struct tl_source *source = tl_source_of(arena, mbox->name, tl_arena_copy(arena, bytes));
    source->cut = is_cut;
    source->is_mail = true;
    source->message = ++mbox->n_messages;
    source->base_offset = mbox->offset;
    source->base_line = mbox->n_lines;
    return source;
}

bool tl_mbox_is(struct tl_str bytes, struct tl_str name)
{
    bool is_named = tl_str_has_suffix_nocase(name, TL_STR(".mbox"));
    if (bytes.len == 0) {
        return is_named;
    }
    struct tl_str line = line_at(bytes, 0);
    return tl_mbox_line_is(line) ||
           (is_named && tl_str_has_prefix(line, TL_STR("From ")) && field_follows(bytes, 0));
}

bool tl_mbox_next(struct tl_mbox *mbox, struct tl_arena *arena, struct tl_source **source,
                  struct tl_error *err)
{
    struct tl_window *window = mbox->window;
    size_t next;
    *source = NULL;
    if (!tl_window_fill(window, 2 * (size_t)LINE_BYTES, err)) {
        return false;
    }
    struct tl_str bytes = tl_window_bytes(window);
    if (bytes.len == 0) {
        return true;
    }
    mbox->is_loose |= mbox->n_messages == 0 && !tl_mbox_line_is(line_at(bytes, 0));
    if (!next_find(mbox, 0, mbox->max_bytes, &next, err)) {
        return false;
    }
    bytes = tl_window_bytes(window);
    size_t end = next != TL_NONE ? next : bytes.len;
    size_t said = said_end(tl_str_slice(bytes, 0, end));
    bool is_inside = said != TL_NONE && said > end && said <= mbox->max_bytes;
    if (is_inside) {
        if (!tl_window_fill(window, said + 2 * (size_t)LINE_BYTES, err)) {
            return false;
        }
        size_t after;
        is_inside = fits(mbox, said, &after);
        end = is_inside ? said : end;
        next = is_inside ? after : next;
    }
    *source = source_of(mbox, arena, end);
    (*source)->is_from_quoted = !is_inside;
    skip(mbox, next != TL_NONE ? next : end);
    return next != TL_NONE || window->at_end || rest_skip(mbox, err);
}
