/* SPDX-License-Identifier: MIT */
#include "source/text.h"

#include <assert.h>

struct tl_text tl_text_of(struct tl_arena *arena, const struct tl_source *source)
{
    struct tl_map *map = tl_arena_alloc(arena, sizeof *map);
    map->text_bytes = source->bytes.len;
    if (source->bytes.len > 0) {
        *TL_VEC_ADD(arena, &map->runs) = (struct tl_run){
            .kind = TL_RUN_EXACT,
            .source = {0, source->bytes.len},
        };
    }
    return (struct tl_text){source->bytes, map, 0};
}

struct tl_text tl_text_slice(const struct tl_text *text, struct tl_span part)
{
    assert(part.begin <= part.end && part.end <= text->bytes.len);
    return (struct tl_text){
        tl_str_slice(text->bytes, part.begin, part.end),
        text->map,
        text->origin + part.begin,
    };
}

struct tl_span tl_text_source(const struct tl_text *text, struct tl_span part)
{
    assert(part.begin <= part.end && part.end <= text->bytes.len);
    return tl_map_source(text->map,
                         (struct tl_span){text->origin + part.begin, text->origin + part.end});
}

struct tl_text_builder tl_text_build(struct tl_arena *arena)
{
    return (struct tl_text_builder){
        .bytes = tl_buf_in(arena),
        .map = tl_arena_alloc(arena, sizeof(struct tl_map)),
    };
}

/* Adds a run of `len` bytes whose bytes are added by the caller; joins what is one in both. */
static void run_add(struct tl_text_builder *out, struct tl_run run, size_t len)
{
    struct tl_map *map = out->map;
    if (len == 0) {
        return;
    }
    run.text = map->text_bytes;
    map->text_bytes += len;
    if (map->runs.len > 0 && tl_run_stride(run.kind) > 0) {
        struct tl_run *last = &map->runs.items[map->runs.len - 1];
        if (last->kind == run.kind && last->source.end == run.source.begin) {
            last->source.end = run.source.end;
            return;
        }
    }
    *TL_VEC_ADD_LONG(out->bytes.arena, &map->runs) = run;
}

/* The run of `map` that holds `offset`: where the last one was, else by search. */
static size_t run_find(struct tl_text_builder *out, const struct tl_map *map, size_t offset)
{
    size_t i = out->last_run;
    if (out->last_map == map && map->runs.items[i].text <= offset) {
        for (size_t tries = 0; tries < 4 && i < map->runs.len; tries++, i++) {
            if (i + 1 == map->runs.len || map->runs.items[i + 1].text > offset) {
                return i;
            }
        }
    }
    return tl_map_find(map, offset);
}

void tl_text_keep(struct tl_text_builder *out, const struct tl_text *from, struct tl_span part)
{
    assert(part.begin <= part.end && part.end <= from->bytes.len);
    if (part.begin == part.end) {
        return;
    }
    const struct tl_map *map = from->map;
    size_t at = from->origin + part.begin;
    size_t end = from->origin + part.end;
    size_t i = run_find(out, map, at);
    while (at < end) {
        size_t run_end = i + 1 < map->runs.len ? map->runs.items[i + 1].text : map->text_bytes;
        size_t stop = run_end < end ? run_end : end;
        run_add(out, tl_map_cut(map, i, at, stop), stop - at);
        out->last_run = i;
        at = stop;
        i++;
    }
    out->last_map = map;
    tl_buf_add(&out->bytes, tl_str_slice(from->bytes, part.begin, part.end));
}

void tl_text_replace(struct tl_text_builder *out, const struct tl_text *from, struct tl_span part,
                     struct tl_str with)
{
    tl_text_insert(out, tl_text_source(from, part), with);
}

void tl_text_insert(struct tl_text_builder *out, struct tl_span source, struct tl_str with)
{
    run_add(out, (struct tl_run){.kind = TL_RUN_UNIT, .source = source}, with.len);
    tl_buf_add(&out->bytes, with);
}

/* One group of four characters that do not lie in the source as they are: a unit for each byte. */
static void base64_group_add(struct tl_text_builder *out, const struct tl_text *from, size_t group,
                             size_t len)
{
    for (size_t i = 0; i < len; i++) {
        struct tl_span source = tl_text_source(from, (struct tl_span){group + i, group + i + 2});
        run_add(out, (struct tl_run){.kind = TL_RUN_UNIT, .source = source}, 1);
    }
}

void tl_text_add_escape(struct tl_text_builder *out, const struct tl_text *from,
                        struct tl_span escape, unsigned char byte)
{
    char c = (char)byte;
    struct tl_span source = tl_text_source(from, escape);
    bool exact = source.end - source.begin == tl_run_stride(TL_RUN_ESCAPE);
    run_add(out, (struct tl_run){exact ? TL_RUN_ESCAPE : TL_RUN_UNIT, 0, 0, source}, 1);
    tl_buf_add_char(&out->bytes, c);
}

void tl_text_add_base64(struct tl_text_builder *out, const struct tl_text *from,
                        struct tl_span groups, struct tl_str bytes)
{
    struct tl_span source = tl_text_source(from, groups);
    if (source.end - source.begin == groups.end - groups.begin) {
        run_add(out, (struct tl_run){TL_RUN_BASE64, 0, 0, source}, bytes.len);
    } else {
        for (size_t at = 0; at < bytes.len; at += 3) {
            size_t len = bytes.len - at < 3 ? bytes.len - at : 3;
            base64_group_add(out, from, groups.begin + at / 3 * 4, len);
        }
    }
    tl_buf_add(&out->bytes, bytes);
}

struct tl_text tl_text_finish(struct tl_text_builder *out)
{
    return (struct tl_text){tl_buf_str(&out->bytes), out->map, 0};
}
