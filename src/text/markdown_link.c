/* SPDX-License-Identifier: MIT */
#include "text/markdown_link.h"

#include "base/utf8.h"

enum { LONGEST_TARGET_BYTES = 2048 };

/* The character before a place of a line; a space at its start. */
static uint32_t char_before(struct tl_str s, size_t line, size_t at)
{
    uint32_t c = ' ';
    if (at > line) {
        tl_utf8_next(tl_str_slice(s, tl_utf8_before(s, at), at), &c);
    }
    return c;
}

static bool has_letter(struct tl_str s)
{
    for (size_t at = 0; at < s.len;) {
        uint32_t c;
        at += tl_utf8_next(tl_str_slice(s, at, s.len), &c);
        if (tl_char_is_letter(c)) {
            return true;
        }
    }
    return false;
}

/* The address in the brackets that begin at `at`; false where it is none. */
static bool target_read(struct tl_str s, size_t at, size_t close, struct tl_str *target)
{
    struct tl_str inside = tl_str_trim(tl_str_slice(s, at, close));
    size_t title = tl_str_find_char(inside, '"', 0);
    *target = tl_str_trim(tl_str_slice(inside, 0, title));
    if (target->len > 1 && target->data[0] == '<' && tl_str_ends_in(*target, ">")) {
        *target = tl_str_slice(*target, 1, target->len - 1);
    }
    for (size_t i = 0; i < target->len; i++) {
        if (tl_char_is_space(target->data[i]) || target->data[i] == '(') {
            return false;
        }
    }
    return true;
}

static void line_read(struct tl_arena *arena, struct tl_reading *reading, struct tl_span line)
{
    struct tl_str s = tl_str_slice(reading->text.bytes, 0, line.end);
    size_t open = TL_NONE;
    for (size_t at = line.begin; at < line.end; at++) {
        open = s.data[at] == '[' ? at : open;
        if (s.data[at] != ']' || open == TL_NONE) {
            continue;
        }
        struct tl_span shown = {open + 1, at};
        uint32_t before = char_before(s, line.begin, open);
        open = TL_NONE;
        bool has_target = at + 1 < line.end && s.data[at + 1] == '(';
        struct tl_str near = tl_str_slice(s, 0, at + LONGEST_TARGET_BYTES);
        size_t close = has_target ? tl_str_find_char(near, ')', at) : TL_NONE;
        struct tl_str target;
        if (close == TL_NONE || before == '!' || tl_char_is_letter(before) ||
            !has_letter(tl_str_slice(s, shown.begin, shown.end)) ||
            !target_read(s, at + 2, close, &target)) {
            continue;
        }
        struct tl_span tag = tl_text_source(&reading->text, (struct tl_span){at + 1, close + 1});
        *TL_VEC_ADD(arena, &reading->links) = (struct tl_link){shown, target, tag};
        at = close;
    }
}

void tl_markdown_links_add(struct tl_arena *arena, struct tl_reading *reading)
{
    for (size_t i = 0; i < reading->lines.len; i++) {
        if (reading->lines.items[i].kind != TL_LINE_CODE) {
            line_read(arena, reading, reading->lines.items[i].span);
        }
    }
}
