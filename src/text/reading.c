/* SPDX-License-Identifier: MIT */
#include "text/reading.h"

static struct tl_span moved(struct tl_span span, size_t by)
{
    return (struct tl_span){span.begin + by, span.end + by};
}

/* Adds the lines and links of `from`, whose text begins at `at`. */
static void contents_add(struct tl_arena *arena, struct tl_reading *joined,
                         const struct tl_reading *from, size_t at)
{
    for (size_t i = 0; i < from->lines.len; i++) {
        struct tl_line line = from->lines.items[i];
        line.span = moved(line.span, at);
        line.starts_block |= i == 0;
        *TL_VEC_ADD(arena, &joined->lines) = line;
    }
    for (size_t i = 0; i < from->links.len; i++) {
        struct tl_link link = from->links.items[i];
        link.span = moved(link.span, at);
        *TL_VEC_ADD(arena, &joined->links) = link;
    }
}

/* Adds a text below what is there. */
static void text_add(struct tl_text_builder *out, const struct tl_text *text, size_t i)
{
    if (i > 0) {
        tl_text_insert(out, tl_text_source(text, (struct tl_span){0, 0}), TL_STR("\n"));
    }
    tl_text_keep(out, text, (struct tl_span){0, text->bytes.len});
}

struct tl_reading tl_reading_join(struct tl_arena *arena, const struct tl_readings *readings)
{
    if (readings->len == 1) {
        return readings->items[0];
    }
    struct tl_reading joined = {0};
    struct tl_text_builder out = tl_text_build(arena);
    struct tl_text_builder raw = tl_text_build(arena);
    for (size_t i = 0; i < readings->len; i++) {
        const struct tl_reading *from = &readings->items[i];
        contents_add(arena, &joined, from, out.bytes.len + (i > 0));
        text_add(&out, &from->text, i);
        text_add(&raw, &from->raw, i);
    }
    joined.language = readings->items[0].language;
    joined.text = tl_text_finish(&out);
    joined.raw = tl_text_finish(&raw);
    return joined;
}
