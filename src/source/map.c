/* SPDX-License-Identifier: MIT */
#include "source/map.h"

#include <assert.h>

size_t tl_run_stride(enum tl_run_kind kind)
{
    enum { ESCAPE_BYTES = 3 };
    return kind == TL_RUN_EXACT ? 1 : kind == TL_RUN_ESCAPE ? ESCAPE_BYTES : 0;
}

size_t tl_map_find(const struct tl_map *map, size_t offset)
{
    assert(map->runs.len > 0);
    size_t low = 0;
    size_t high = map->runs.len;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (map->runs.items[middle].text <= offset) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}

static size_t run_end(const struct tl_map *map, size_t i)
{
    return i + 1 < map->runs.len ? map->runs.items[i + 1].text : map->text_bytes;
}

struct tl_run tl_map_cut(const struct tl_map *map, size_t i, size_t begin, size_t end)
{
    struct tl_run run = map->runs.items[i];
    size_t from = begin - run.text;
    size_t to = end - run.text;
    size_t stride = tl_run_stride(run.kind);
    run.text = begin;
    switch (run.kind) {
    case TL_RUN_EXACT:
    case TL_RUN_ESCAPE:
        run.source = (struct tl_span){run.source.begin + from * stride, //
                                      run.source.begin + to * stride};
        break;
    case TL_RUN_UNIT:
        break;
    case TL_RUN_BASE64:
        from += run.phase;
        to += run.phase;
        size_t groups_end = run.source.begin + (to + 2) / 3 * 4;
        run.source.end = groups_end < run.source.end ? groups_end : run.source.end;
        run.source.begin += from / 3 * 4;
        run.phase = (unsigned)(from % 3);
        break;
    }
    return run;
}

/* The source of one byte of a base64 run: byte k of a group came from the characters k and k+1. */
static struct tl_span base64_byte(const struct tl_run *run, size_t index)
{
    size_t byte = index + run->phase;
    size_t begin = run->source.begin + byte / 3 * 4 + byte % 3;
    size_t end = begin + 2 < run->source.end ? begin + 2 : run->source.end;
    return (struct tl_span){begin, end};
}

static struct tl_span byte_source(const struct tl_map *map, size_t offset)
{
    const struct tl_run *run = &map->runs.items[tl_map_find(map, offset)];
    size_t index = offset - run->text;
    size_t stride = tl_run_stride(run->kind);
    size_t begin = run->source.begin + index * stride;
    switch (run->kind) {
    case TL_RUN_EXACT:
    case TL_RUN_ESCAPE:
        return (struct tl_span){begin, begin + stride};
    case TL_RUN_UNIT:
        return run->source;
    case TL_RUN_BASE64:
        return base64_byte(run, index);
    }
    return run->source;
}

struct tl_span tl_map_source(const struct tl_map *map, struct tl_span text)
{
    if (map->text_bytes == 0) {
        return (struct tl_span){0, 0};
    }
    if (text.begin >= map->text_bytes) {
        size_t end = byte_source(map, map->text_bytes - 1).end;
        return (struct tl_span){end, end};
    }
    struct tl_span source = byte_source(map, text.begin);
    if (text.end <= text.begin) {
        source.end = source.begin;
    } else {
        source.end = byte_source(map, text.end - 1).end;
    }
    return source;
}

void tl_map_check(const struct tl_map *map, size_t source_bytes)
{
    for (size_t i = 0; i < map->runs.len; i++) {
        const struct tl_run *run = &map->runs.items[i];
        size_t len = run_end(map, i) - run->text;
        assert(run->text == (i == 0 ? 0 : run_end(map, i - 1)));
        assert(len > 0 && run->text + len <= map->text_bytes);
        assert(run->source.begin <= run->source.end && run->source.end <= source_bytes);
        size_t stride = tl_run_stride(run->kind);
        assert(stride == 0 || run->source.end - run->source.begin == len * stride);
        (void)run; /* where assertions are off */
        (void)len;
        (void)stride;
    }
    assert(map->text_bytes == 0 || map->runs.len > 0);
    (void)source_bytes;
}
