/* SPDX-License-Identifier: MIT */
#include "mime/mbox_quote.h"

/* Where the next quoted line at or after `at` begins; TL_NONE where there is none. */
static size_t quoted_find(struct tl_str s, size_t at)
{
    struct tl_str mark = TL_STR(">From ");
    for (size_t hit = tl_str_find(s, mark, at); hit != TL_NONE;
         hit = tl_str_find(s, mark, hit + 1)) {
        size_t begin = hit;
        while (begin > at && s.data[begin - 1] == '>') {
            begin--;
        }
        if (begin == 0 || s.data[begin - 1] == '\n') {
            return begin;
        }
    }
    return TL_NONE;
}

struct tl_text tl_mbox_quote_undo(struct tl_arena *arena, const struct tl_text *text)
{
    size_t next = quoted_find(text->bytes, 0);
    if (next == TL_NONE) {
        return *text;
    }
    struct tl_text_builder out = tl_text_build(arena);
    size_t at = 0;
    for (; next != TL_NONE; next = quoted_find(text->bytes, at)) {
        tl_text_keep(&out, text, (struct tl_span){at, next});
        at = next + 1;
    }
    tl_text_keep(&out, text, (struct tl_span){at, text->bytes.len});
    return tl_text_finish(&out);
}
