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
    buf->data = tl_arena_resize(buf->arena, buf->data, buf->cap, cap);
    buf->cap = cap;
}

void tl_buf_add(struct tl_buf *buf, struct tl_str s)
{
    if (s.len == 0) {
        return;
    }
    // bytes of the buffer itself move with it
    size_t offset = (size_t)((uintptr_t)s.data - (uintptr_t)buf->data);
    bool own = buf->len > 0 && offset < buf->len;
    reserve(buf, s.len);
    memcpy(buf->data + buf->len, own ? buf->data + offset : s.data, s.len);
    buf->len += s.len;
}

void tl_buf_add_char(struct tl_buf *buf, char c)
{
    tl_buf_add(buf, (struct tl_str){&c, 1});
}

void tl_buf_add_code_point(struct tl_buf *buf, uint32_t code_point)
{
    if (code_point < 0x80) {
        tl_buf_add_char(buf, (char)code_point);
        return;
    }
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
