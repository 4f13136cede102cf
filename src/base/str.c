/* SPDX-License-Identifier: MIT */
#include "base/str.h"

#include <string.h>

struct tl_str tl_str_of(const char *zero_ended)
{
    return (struct tl_str){zero_ended, zero_ended == NULL ? 0 : strlen(zero_ended)};
}

struct tl_str tl_str_trim(struct tl_str s)
{
    size_t begin = 0;
    size_t end = s.len;
    while (begin < end && tl_char_is_space(s.data[begin])) {
        begin++;
    }
    while (end > begin && tl_char_is_space(s.data[end - 1])) {
        end--;
    }
    return tl_str_slice(s, begin, end);
}

bool tl_str_equal(struct tl_str a, struct tl_str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.data, b.data, a.len) == 0);
}

bool tl_str_equal_nocase(struct tl_str a, struct tl_str b)
{
    return a.len == b.len && tl_str_has_prefix_nocase(a, b);
}

bool tl_str_has_prefix(struct tl_str s, struct tl_str prefix)
{
    return s.len >= prefix.len && (prefix.len == 0 || memcmp(s.data, prefix.data, prefix.len) == 0);
}

bool tl_str_has_prefix_nocase(struct tl_str s, struct tl_str prefix)
{
    if (s.len < prefix.len) {
        return false;
    }
    for (size_t i = 0; i < prefix.len; i++) {
        if (tl_char_lower(s.data[i]) != tl_char_lower(prefix.data[i])) {
            return false;
        }
    }
    return true;
}

bool tl_str_has_suffix_nocase(struct tl_str s, struct tl_str suffix)
{
    return s.len >= suffix.len &&
           tl_str_equal_nocase(tl_str_slice(s, s.len - suffix.len, s.len), suffix);
}

bool tl_str_ends_in(struct tl_str s, const char *bytes)
{
    return s.len > 0 && tl_str_find_char(tl_str_of(bytes), s.data[s.len - 1], 0) != TL_NONE;
}

bool tl_str_has_digit(struct tl_str s)
{
    for (size_t i = 0; i < s.len; i++) {
        if (tl_char_is_digit(s.data[i])) {
            return true;
        }
    }
    return false;
}

int tl_str_compare(struct tl_str a, struct tl_str b)
{
    size_t shared = a.len < b.len ? a.len : b.len;
    int order = shared == 0 ? 0 : memcmp(a.data, b.data, shared);
    if (order != 0) {
        return order;
    }
    return (a.len > b.len) - (a.len < b.len);
}

size_t tl_str_find(struct tl_str s, struct tl_str needle, size_t from)
{
    if (from > s.len || needle.len > s.len - from) {
        return TL_NONE;
    }
    if (needle.len == 0) {
        return from;
    }
    const char *at = memmem(s.data + from, s.len - from, needle.data, needle.len);
    return at == NULL ? TL_NONE : (size_t)(at - s.data);
}

size_t tl_str_find_char(struct tl_str s, char c, size_t from)
{
    if (from >= s.len) {
        return TL_NONE;
    }
    const char *at = memchr(s.data + from, c, s.len - from);
    return at == NULL ? TL_NONE : (size_t)(at - s.data);
}

bool tl_char_is_wsp(char c)
{
    return c == ' ' || c == '\t';
}

bool tl_char_is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

char tl_char_lower(char c)
{
    return (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

int tl_char_hex(char c)
{
    if (tl_char_is_digit(c)) {
        return c - '0';
    }
    char lower = tl_char_lower(c);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}
