/* SPDX-License-Identifier: MIT */
#include "text/newline.h"

struct tl_text tl_newline_text(struct tl_arena *arena, const struct tl_text *text)
{
    struct tl_str bytes = text->bytes;
    size_t cr = tl_str_find_char(bytes, '\r', 0);
    if (cr == TL_NONE) {
        return *text;
    }
    struct tl_text_builder out = tl_text_build(arena);
    size_t done = 0;
    for (; cr != TL_NONE; cr = tl_str_find_char(bytes, '\r', done)) {
        bool crlf = cr + 1 < bytes.len && bytes.data[cr + 1] == '\n';
        tl_text_keep(&out, text, (struct tl_span){done, cr});
        done = cr + (crlf ? 2 : 1);
        tl_text_replace(&out, text, (struct tl_span){cr, done}, TL_STR("\n"));
    }
    tl_text_keep(&out, text, (struct tl_span){done, bytes.len});
    return tl_text_finish(&out);
}
