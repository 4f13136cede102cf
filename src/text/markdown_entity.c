/* SPDX-License-Identifier: MIT */
#include "text/markdown_entity.h"

#include "base/utf8.h"
#include "text/html_entity.h"

#include <limits.h>

enum {
    MOST_DIGITS = 7,
    LAST_CODE_POINT = 0x10FFFF,
    FIRST_SURROGATE = 0xD800,
    LAST_SURROGATE = 0xDFFF
};

/* What stands for one character: its bytes, and the character in UTF-8; no bytes: nothing does. */
struct entity {
    size_t bytes;
    struct tl_str text;
};

static unsigned digit_of(char c)
{
    if (tl_char_is_digit(c)) {
        return (unsigned)(c - '0');
    }
    c = (char)(c | 0x20);
    return c >= 'a' && c <= 'f' ? (unsigned)(c - 'a') + 10 : UINT_MAX;
}

/* Reads "#246;" or "#xF6;"; `out` has room for a character. */
static struct entity number_read(struct tl_str s, char *out)
{
    bool is_hex = s.len > 1 && (s.data[1] | 0x20) == 'x';
    unsigned base = is_hex ? 16 : 10;
    uint32_t code_point = 0;
    size_t first = is_hex ? 2 : 1;
    size_t at = first;
    for (; at < s.len && at - first < MOST_DIGITS && digit_of(s.data[at]) < base; at++) {
        code_point = code_point * base + digit_of(s.data[at]);
    }
    bool is_whole = at > first && at < s.len && s.data[at] == ';';
    bool is_character = code_point <= LAST_CODE_POINT && !tl_char_is_control(code_point) &&
                        (code_point < FIRST_SURROGATE || code_point > LAST_SURROGATE);
    if (!is_whole || !is_character) {
        return (struct entity){.bytes = 0};
    }
    return (struct entity){at + 1, {out, tl_utf8_encode(code_point, out)}};
}

/* Reads what follows a "&". */
static struct entity entity_read(struct tl_str s, char *out)
{
    if (s.len > 0 && s.data[0] == '#') {
        return number_read(s, out);
    }
    size_t end = tl_str_find_char(s, ';', 0);
    uint32_t known = end == TL_NONE ? 0 : tl_html_entity_of_html4(tl_str_slice(s, 0, end));
    if (known != 0) {
        return (struct entity){end + 1, {out, tl_utf8_encode(known, out)}};
    }
    struct tl_html_entity named = tl_html_entity_read(s);
    bool is_whole = named.bytes > 0 && s.data[named.bytes - 1] == ';';
    return is_whole ? (struct entity){named.bytes, named.text} : (struct entity){.bytes = 0};
}

struct tl_text tl_markdown_entities_read(struct tl_arena *arena, const struct tl_text *text)
{
    struct tl_str bytes = text->bytes;
    size_t amp = tl_str_find_char(bytes, '&', 0);
    if (amp == TL_NONE) {
        return *text;
    }
    struct tl_text_builder out = tl_text_build(arena);
    size_t done = 0;
    for (; amp != TL_NONE; amp = tl_str_find_char(bytes, '&', amp + 1)) {
        char character[TL_UTF8_MAX];
        struct entity entity = entity_read(tl_str_slice(bytes, amp + 1, bytes.len), character);
        if (entity.bytes > 0) {
            tl_text_keep(&out, text, (struct tl_span){done, amp});
            done = amp + 1 + entity.bytes;
            tl_text_replace(&out, text, (struct tl_span){amp, done}, entity.text);
        }
    }
    tl_text_keep(&out, text, (struct tl_span){done, bytes.len});
    return tl_text_finish(&out);
}
