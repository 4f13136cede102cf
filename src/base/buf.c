/* SPDX-License-Identifier: MIT */
#include "base/buf.h"

#include "base/utf8.h"

#include <string.h>

struct tl_buf tl_buf_in(struct tl_arena *arena)
{
    return (struct tl_buf){.arena = arena};
}

/* Room for `size` more bytes and a NUL. */
static void reserve(struct tl_buf *buf, size_t size)
{
    size_t wanted = buf->len + size + 1;
    if (wanted <= buf->cap) {
        return;
    }
    size_t cap = buf->cap * 2;
    if (cap < 64) {
        cap = 64;
    }
    if (cap < wanted) {
        cap = wanted;
    }
    char *data = tl_arena_alloc(buf->arena, cap);
    if (buf->len > 0) {
        memcpy(data, buf->data, buf->len);
    }
    buf->data = data;
    buf->cap = cap;
}

void tl_buf_add(struct tl_buf *buf, struct tl_str s)
{
    if (s.len == 0) {
        return;
    }
    reserve(buf, s.len);
    memcpy(buf->data + buf->len, s.data, s.len);
    buf->len += s.len;
}

void tl_buf_add_char(struct tl_buf *buf, char c)
{
    tl_buf_add(buf, (struct tl_str){&c, 1});
}

void tl_buf_add_code_point(struct tl_buf *buf, uint32_t code_point)
{
    char bytes[TL_UTF8_MAX];
    tl_buf_add(buf, (struct tl_str){bytes, tl_utf8_encode(code_point, bytes)});
}

void tl_buf_add_format(struct tl_buf *buf, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    tl_buf_add(buf, tl_arena_vformat(buf->arena, format, args));
    va_end(args);
}

struct tl_str tl_buf_str(struct tl_buf *buf)
{
    reserve(buf, 0);
    buf->data[buf->len] = '\0';
    return (struct tl_str){buf->data, buf->len};
}
