/* SPDX-License-Identifier: MIT */
#include "text/template.h"

/* The first byte of the part from `at` on whose source does not end before `source`. */
static size_t place_of(const struct tl_text *text, struct tl_span part, size_t source)
{
    size_t low = part.begin;
    size_t high = part.end;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (tl_text_source(text, (struct tl_span){middle, middle + 1}).begin < source) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* The first tag that begins at or after a place of the source. */
static size_t tag_find(const struct tl_template_tags *tags, size_t source)
{
    size_t low = 0;
    size_t high = tags->len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (tags->items[middle].source.begin < source) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* Where in a part its first noun stands; an empty span at its start where it has none. */
static struct tl_span noun_find(const struct tl_text *text, struct tl_span part)
{
    for (size_t at = part.begin; at < part.end; at++) {
        size_t n = tl_template_noun_bytes(tl_str_slice(text->bytes, at, part.end));
        if (n > 0) {
            return (struct tl_span){at, at + n};
        }
    }
    return (struct tl_span){part.begin, part.begin};
}

struct tl_str tl_template_show(struct tl_arena *arena, const struct tl_template *template,
                               const struct tl_text *text, struct tl_span part)
{
    const struct tl_template_tags *tags = &template->tags;
    struct tl_span source = tl_text_source(text, part);
    struct tl_buf out = tl_buf_in(arena);
    struct tl_span rest = part;
    bool has_tags = false;
    size_t i = tags->len == 0 ? 0 : tag_find(tags, source.begin);
    for (; i < tags->len && tags->items[i].source.end <= source.end; i++) {
        const struct tl_template_tag *tag = &tags->items[i];
        struct tl_span place = {place_of(text, rest, tag->source.begin), 0};
        place.end = place_of(text, (struct tl_span){place.begin, part.end}, tag->source.end);
        if (tag->is_noun) { // in base64, the letters beside it come from the same bytes
            place = noun_find(text, place);
        }
        // a placeholder in an element has left no noun in the text
        if (tag->is_noun ? place.end == place.begin : !tag->is_shown) {
            continue;
        }
        tl_buf_add(&out, tl_str_slice(text->bytes, rest.begin, place.begin));
        tl_buf_add(&out, tag->text);
        rest.begin = place.end;
        has_tags = true;
    }
    tl_buf_add(&out, tl_str_slice(text->bytes, rest.begin, rest.end));
    return has_tags ? tl_buf_str(&out) : tl_str_slice(text->bytes, part.begin, part.end);
}
