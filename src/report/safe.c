/* SPDX-License-Identifier: MIT */
#include "report/safe.h"

#include "base/utf8.h"

enum { LONGEST_ESCAPE = 16 };

/* How one character is shown: its own bytes, or an escape.  Returns the bytes read. */
static size_t shown(struct tl_str text, char escape[LONGEST_ESCAPE], struct tl_str *as)
{
    uint32_t c;
    size_t n = tl_utf8_decode(text, &c);
    int len = 0;
    if (n == 0) {
        len = snprintf(escape, LONGEST_ESCAPE, "\\x%02x", (unsigned char)text.data[0]);
        n = 1;
    } else if (c == '\t') {
        len = snprintf(escape, LONGEST_ESCAPE, " ");
    } else if (tl_char_is_control(c)) {
        len = snprintf(escape, LONGEST_ESCAPE, c < 0x100 ? "\\x%02x" : "\\u{%04x}", (unsigned)c);
    }
    *as = len > 0 ? (struct tl_str){escape, (size_t)len} : tl_str_slice(text, 0, n);
    return n;
}

void tl_safe_print(FILE *stream, struct tl_str text)
{
    for (size_t at = 0; at < text.len;) {
        char escape[LONGEST_ESCAPE];
        struct tl_str as;
        at += shown(tl_str_slice(text, at, text.len), escape, &as);
        fwrite(as.data, 1, as.len, stream);
    }
}

size_t tl_safe_columns(struct tl_str text)
{
    size_t columns = 0;
    for (size_t at = 0; at < text.len;) {
        char escape[LONGEST_ESCAPE];
        struct tl_str as;
        uint32_t c = 0;
        at += shown(tl_str_slice(text, at, text.len), escape, &as);
        bool plain = as.data != escape;
        columns += plain ? (tl_utf8_next(as, &c), tl_char_columns(c)) : as.len;
    }
    return columns;
}
