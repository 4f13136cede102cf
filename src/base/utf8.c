/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"

#include <utf8proc.h>

enum { UTF8_PARTS = 8 }; /* of one character, decomposed */

/* The bytes of a sequence by its first byte; 0 where it cannot be one. */
static size_t sequence_bytes(unsigned char first)
{
    if (first < 0x80) {
        return 1;
    }
    if (first >= 0xC2 && first <= 0xDF) {
        return 2;
    }
    if (first >= 0xE0 && first <= 0xEF) {
        return 3;
    }
    return first >= 0xF0 && first <= 0xF4 ? 4 : 0;
}

size_t tl_utf8_decode(struct tl_str s, uint32_t *code_point)
{
    static const uint32_t first_bits[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    static const uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    *code_point = TL_REPLACEMENT_CHAR;
    if (s.len == 0) {
        return 0;
    }
    size_t n = sequence_bytes((unsigned char)s.data[0]);
    if (n == 0 || n > s.len) {
        return 0;
    }
    uint32_t value = (unsigned char)s.data[0] & first_bits[n];
    for (size_t i = 1; i < n; i++) {
        unsigned char c = (unsigned char)s.data[i];
        if ((c & 0xC0) != 0x80) {
            return 0;
        }
        value = (value << 6) | (c & 0x3F);
    }
    if (value < smallest[n] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) {
        return 0;
    }
    *code_point = value;
    return n;
}

size_t tl_utf8_next(struct tl_str s, uint32_t *code_point)
{
    size_t n = tl_utf8_decode(s, code_point);
    return n == 0 && s.len > 0 ? 1 : n;
}

size_t tl_utf8_encode(uint32_t code_point, char bytes[TL_UTF8_MAX])
{
    uint32_t c = code_point;
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) {
        c = TL_REPLACEMENT_CHAR;
    }
    if (c < 0x80) {
        bytes[0] = (char)c;
        return 1;
    }
    size_t n = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    for (size_t i = n - 1; i > 0; i--) {
        bytes[i] = (char)(0x80 | (c & 0x3F));
        c >>= 6;
    }
    static const unsigned char lead[] = {0, 0, 0xC0, 0xE0, 0xF0};
    bytes[0] = (char)(lead[n] | c);
    return n;
}

size_t tl_utf8_valid_bytes(struct tl_str s)
{
    size_t at = 0;
    while (at < s.len) {
        if ((unsigned char)s.data[at] < 0x80) {
            at++;
            continue;
        }
        uint32_t code_point;
        size_t n = tl_utf8_decode(tl_str_slice(s, at, s.len), &code_point);
        if (n == 0) {
            break;
        }
        at += n;
    }
    return at;
}

size_t tl_utf8_count(struct tl_str s)
{
    size_t count = 0;
    for (size_t at = 0; at < s.len; count++) {
        uint32_t code_point;
        at += tl_utf8_next(tl_str_slice(s, at, s.len), &code_point);
    }
    return count;
}

bool tl_utf8_has(struct tl_str s, uint32_t code_point)
{
    for (size_t at = 0; at < s.len;) {
        uint32_t c;
        at += tl_utf8_next(tl_str_slice(s, at, s.len), &c);
        if (c == code_point) {
            return true;
        }
    }
    return false;
}

size_t tl_utf8_mark(struct tl_str s)
{
    struct tl_str mark = TL_STR("\xEF\xBB\xBF");
    return tl_str_has_prefix(s, mark) ? mark.len : 0;
}

bool tl_utf8_is_ascii(struct tl_str s)
{
    for (size_t i = 0; i < s.len; i++) {
        if ((unsigned char)s.data[i] >= 0x80) {
            return false;
        }
    }
    return true;
}

size_t tl_utf8_before(struct tl_str s, size_t offset)
{
    size_t at = offset - 1;
    while (at > 0 && offset - at < TL_UTF8_MAX && ((unsigned char)s.data[at] & 0xC0) == 0x80) {
        at--;
    }
    uint32_t code_point;
    return tl_utf8_decode(tl_str_slice(s, at, offset), &code_point) == offset - at ? at
                                                                                   : offset - 1;
}

static utf8proc_category_t category(uint32_t code_point)
{
    return utf8proc_category((utf8proc_int32_t)code_point);
}

bool tl_char_is_letter(uint32_t code_point)
{
    utf8proc_category_t c = category(code_point);
    return c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_ME;
}

bool tl_char_is_upper(uint32_t code_point)
{
    utf8proc_category_t c = category(code_point);
    return c == UTF8PROC_CATEGORY_LU || c == UTF8PROC_CATEGORY_LT;
}

bool tl_char_is_lower(uint32_t code_point)
{
    return category(code_point) == UTF8PROC_CATEGORY_LL;
}

bool tl_char_is_number(uint32_t code_point)
{
    utf8proc_category_t c = category(code_point);
    return c >= UTF8PROC_CATEGORY_ND && c <= UTF8PROC_CATEGORY_NO;
}

bool tl_char_is_blank(uint32_t code_point)
{
    utf8proc_category_t c = category(code_point);
    return (code_point >= '\t' && code_point <= '\r') || code_point == 0x200B ||
           (c >= UTF8PROC_CATEGORY_ZS && c <= UTF8PROC_CATEGORY_ZP);
}

bool tl_char_is_emoji(uint32_t code_point)
{
    return (category(code_point) == UTF8PROC_CATEGORY_SO && code_point >= 0x2190) ||
           code_point == 0x200D || code_point == 0xFE0F ||
           (code_point >= 0x1F3FB && code_point <= 0x1F3FF);
}

bool tl_char_is_control(uint32_t code_point)
{
    return category(code_point) == UTF8PROC_CATEGORY_CC || code_point == 0x061C ||
           code_point == 0x200E || code_point == 0x200F ||
           (code_point >= 0x2028 && code_point <= 0x202E) ||
           (code_point >= 0x2066 && code_point <= 0x2069);
}

uint32_t tl_char_fold(uint32_t code_point)
{
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)code_point);
}

uint32_t tl_char_upper(uint32_t code_point)
{
    return (uint32_t)utf8proc_toupper((utf8proc_int32_t)code_point);
}

uint32_t tl_char_base(uint32_t code_point)
{
    if (code_point < 0x80) {
        return tl_char_fold(code_point);
    }
    utf8proc_int32_t parts[UTF8_PARTS];
    int boundary = 0;
    utf8proc_ssize_t n = utf8proc_decompose_char((utf8proc_int32_t)tl_char_fold(code_point), parts,
                                                 UTF8_PARTS, UTF8PROC_DECOMPOSE, &boundary);
    return n > 0 && n <= UTF8_PARTS ? (uint32_t)parts[0] : code_point;
}

size_t tl_char_columns(uint32_t code_point)
{
    int width = utf8proc_charwidth((utf8proc_int32_t)code_point);
    return width < 0 ? 0 : (size_t)width;
}

bool tl_utf8_equal_nocase(struct tl_str a, struct tl_str b)
{
    while (a.len > 0 && b.len > 0) {
        uint32_t x;
        uint32_t y;
        a = tl_str_slice(a, tl_utf8_next(a, &x), a.len);
        b = tl_str_slice(b, tl_utf8_next(b, &y), b.len);
        if (tl_char_fold(x) != tl_char_fold(y)) {
            return false;
        }
    }
    return a.len == b.len;
}
