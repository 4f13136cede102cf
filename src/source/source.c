/* SPDX-License-Identifier: MIT */
#include "source/source.h"

#include "base/io.h"
#include "base/limits.h"
#include "base/utf8.h"

TL_VEC(offsets, size_t);

/* Characters before `offset`, which is the start of one: noted about every CHECKPOINT_BYTES. */
struct checkpoint {
    size_t offset;
    size_t n_chars;
};
TL_VEC(checkpoints, struct checkpoint);

enum { CHECKPOINT_BYTES = 4096 };

struct tl_source_lines {
    struct offsets starts;
    struct checkpoints checkpoints;
};

struct tl_source *tl_source_read(struct tl_arena *arena, const char *path, struct tl_str name,
                                 struct tl_error *err)
{
    struct tl_str bytes;
    bool cut;
    if (!tl_io_read(arena, path, TL_MAX_SOURCE_BYTES, &bytes, &cut, err)) {
        return NULL;
    }
    struct tl_source *source = tl_source_of(arena, name, bytes);
    source->cut = cut;
    return source;
}

struct tl_source *tl_source_of(struct tl_arena *arena, struct tl_str name, struct tl_str bytes)
{
    struct tl_source *source = tl_arena_alloc(arena, sizeof *source);
    *source = (struct tl_source){.path = name, .bytes = bytes, .arena = arena};
    return source;
}

/* What ends its lines. */
static char line_end_of(const struct tl_source *source)
{
    return tl_str_find_char(source->bytes, '\n', 0) == TL_NONE ? '\r' : '\n';
}

size_t tl_source_line_of(const struct tl_source *source, size_t offset)
{
    struct tl_str before = tl_str_slice(source->bytes, 0, offset);
    char line_end = line_end_of(source);
    size_t line = source->base_line + 1;
    for (size_t at = tl_str_find_char(before, line_end, 0); at != TL_NONE;
         at = tl_str_find_char(before, line_end, at + 1)) {
        line++;
    }
    return line;
}

static struct tl_source_lines *lines_build(struct tl_source *source)
{
    struct tl_arena *arena = source->arena;
    struct tl_str bytes = source->bytes;
    struct tl_source_lines *lines = tl_arena_alloc(arena, sizeof *lines);
    char line_end = line_end_of(source);
    *TL_VEC_ADD(arena, &lines->starts) = 0;
    for (size_t at = tl_str_find_char(bytes, line_end, 0); at != TL_NONE;
         at = tl_str_find_char(bytes, line_end, at + 1)) {
        *TL_VEC_ADD(arena, &lines->starts) = at + 1;
    }
    size_t n_chars = 0;
    for (size_t at = 0, due = 0; at < bytes.len; n_chars++) {
        if (at >= due) {
            *TL_VEC_ADD(arena, &lines->checkpoints) = (struct checkpoint){at, n_chars};
            due = at + CHECKPOINT_BYTES;
        }
        uint32_t code_point;
        at += tl_utf8_next(tl_str_slice(bytes, at, bytes.len), &code_point);
    }
    return lines;
}

/* The characters that begin before `offset`. */
static size_t chars_before(const struct tl_source *source, size_t offset)
{
    const struct checkpoints *all = &source->lines->checkpoints;
    size_t low = 0;
    size_t high = all->len;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (all->items[middle].offset <= offset) {
            low = middle;
        } else {
            high = middle;
        }
    }
    if (all->len == 0) {
        return 0;
    }
    size_t at = all->items[low].offset;
    size_t n_chars = all->items[low].n_chars;
    while (at < offset) {
        uint32_t code_point;
        at += tl_utf8_next(tl_str_slice(source->bytes, at, source->bytes.len), &code_point);
        n_chars += at <= offset;
    }
    return n_chars;
}

struct tl_position tl_source_locate(struct tl_source *source, size_t offset)
{
    if (source->lines == NULL) {
        source->lines = lines_build(source);
    }
    if (offset > source->bytes.len) {
        offset = source->bytes.len;
    }
    const struct offsets *starts = &source->lines->starts;
    size_t low = 0;
    size_t high = starts->len;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (starts->items[middle] <= offset) {
            low = middle;
        } else {
            high = middle;
        }
    }
    size_t before = chars_before(source, starts->items[low]);
    return (struct tl_position){source->base_line + low + 1,
                                chars_before(source, offset) - before + 1};
}

struct tl_span tl_source_line(struct tl_source *source, size_t line)
{
    if (source->lines == NULL) {
        source->lines = lines_build(source);
    }
    const struct offsets *starts = &source->lines->starts;
    if (line <= source->base_line || line - source->base_line > starts->len) {
        return (struct tl_span){source->bytes.len, source->bytes.len};
    }
    size_t own = line - source->base_line;
    struct tl_span span = {starts->items[own - 1], source->bytes.len};
    if (own < starts->len) {
        span.end = starts->items[own] - 1;
    }
    if (span.end > span.begin && source->bytes.data[span.end - 1] == '\r') {
        span.end--;
    }
    return span;
}
