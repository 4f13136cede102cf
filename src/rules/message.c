/* SPDX-License-Identifier: MIT */
#include "rules/message.h"

/* Text on one line; the white space at its start is the caller's. */
static void add_line(struct tl_buf *out, struct tl_str s)
{
    for (size_t i = 0; i < s.len; i++) {
        if (!tl_char_is_space(s.data[i])) {
            tl_buf_add_char(out, s.data[i]);
        } else if (out->len > 0 && out->data[out->len - 1] != ' ') {
            tl_buf_add_char(out, ' ');
        }
    }
}

/* Reads "[2]" at `at`; the argument's index, and where it ends. */
static size_t explicit_index(struct tl_str message, size_t at, size_t next, size_t *end)
{
    *end = at;
    if (at + 2 < message.len && message.data[at] == '[' && tl_char_is_digit(message.data[at + 1]) &&
        message.data[at + 2] == ']') {
        *end = at + 3;
        return (size_t)(message.data[at + 1] - '1');
    }
    return next;
}

struct tl_str tl_message_fill(struct tl_arena *arena, struct tl_str message,
                              const struct tl_str *args, size_t n_args)
{
    struct tl_buf out = tl_buf_in(arena);
    size_t next = 0;
    for (size_t at = 0; at < message.len; at++) {
        if (message.data[at] != '%' || at + 1 == message.len) {
            add_line(&out, tl_str_slice(message, at, at + 1));
            continue;
        }
        size_t end;
        size_t index = explicit_index(message, at + 1, next, &end);
        char verb = end < message.len ? message.data[end] : '%';
        if (verb == '%') {
            tl_buf_add_char(&out, '%');
        } else if (verb == 's' || verb == 'd') {
            add_line(&out, index < n_args ? args[index] : TL_STR(""));
            next = index + 1;
        } else {
            add_line(&out, tl_str_slice(message, at, end + 1));
        }
        at = end;
    }
    return tl_str_trim(tl_buf_str(&out));
}
