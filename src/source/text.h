/*
 * Text that knows where it came from: bytes with a map to the source.
 *
 * Each stage of reading (transfer decoding, charset, entities, flowed lines, …) takes a tl_text and
 * builds another.  A stage that has nothing to change returns what it was given.
 *
 *     struct tl_text_builder out = tl_text_build(arena);
 *     tl_text_keep(&out, &in, (struct tl_span){0, 5});                 // five bytes as they are
 *     tl_text_replace(&out, &in, (struct tl_span){5, 10}, TL_STR("&")); // "&amp;" as one unit
 *     struct tl_text text = tl_text_finish(&out);
 *
 * Everything is borrowed from the builder's arena.  Spans are bytes of the text unless named
 * source. SPDX-License-Identifier: MIT
 */
#ifndef TL_SOURCE_TEXT_H
#define TL_SOURCE_TEXT_H

#include "base/buf.h"
#include "source/map.h"
#include "source/source.h"

struct tl_text {
    struct tl_str bytes;
    const struct tl_map *map;
    size_t origin; /* the offset in the map of the first byte: texts are cut without copying */
};

/* The whole source as text, each byte for itself. */
struct tl_text tl_text_of(struct tl_arena *arena, const struct tl_source *source);

/* A part of a text; shares its bytes and map.  Cost: O(1). */
struct tl_text tl_text_slice(const struct tl_text *text, struct tl_span part);

/* Where a part of the text stands in the source.  Cost: O(log runs).  See tl_map_source(). */
struct tl_span tl_text_source(const struct tl_text *text, struct tl_span part);

struct tl_text_builder {
    struct tl_buf bytes;
    struct tl_map *map;
    const struct tl_map *last_map; /* private: where tl_text_keep() was last, so that */
    size_t last_run;               /* keeping a text in order costs O(1) a run */
};

struct tl_text_builder tl_text_build(struct tl_arena *arena);

/* Adds a part of `from` unchanged.  Cost: O(part), if parts are kept in order. */
void tl_text_keep(struct tl_text_builder *out, const struct tl_text *from, struct tl_span part);

/* Adds `with` as one unit that stands for a part of `from`, which may be empty. */
void tl_text_replace(struct tl_text_builder *out, const struct tl_text *from, struct tl_span part,
                     struct tl_str with);

/* Adds `with` as one unit that stands for a range of the source, which may be empty. */
void tl_text_insert(struct tl_text_builder *out, struct tl_span source, struct tl_str with);

/* Adds the byte that `escape`, three bytes of `from` ("=C3"), stands for. */
void tl_text_add_escape(struct tl_text_builder *out, const struct tl_text *from,
                        struct tl_span escape, unsigned char byte);

/*
 * Adds bytes that were decoded from base64 characters: `groups`, a part of `from` that holds only
 * whole groups of four characters of the alphabet and perhaps the padding.
 */
void tl_text_add_base64(struct tl_text_builder *out, const struct tl_text *from,
                        struct tl_span groups, struct tl_str bytes);

/* The text that was built; the builder must not be used again. */
struct tl_text tl_text_finish(struct tl_text_builder *out);

#endif
