/* SPDX-License-Identifier: MIT */
#include "rules/affix_condition.h"

#include "base/utf8.h"

bool tl_affix_condition_is_known(struct tl_str condition, bool is_utf8)
{
    bool in_set = false;
    for (size_t i = 0; i < condition.len; i++) {
        char c = condition.data[i];
        if (c == '[' ? in_set : c == ']' ? !in_set : (c == '\\' || c == '-')) {
            return false;
        }
        in_set = c == '[' || (in_set && c != ']');
    }
    return !in_set && (is_utf8 || tl_utf8_is_ascii(condition));
}

/* The character at an offset: in a dictionary that is not UTF-8, a byte. */
static struct tl_str char_at(struct tl_str s, size_t at, bool is_utf8)
{
    uint32_t c;
    size_t n = is_utf8 ? tl_utf8_next(tl_str_slice(s, at, s.len), &c) : 1;
    return tl_str_slice(s, at, at + n);
}

/* Takes the next character of a condition, from the left: whether `c` is one that it means. */
static bool condition_next(struct tl_str condition, size_t *at, struct tl_str c, bool is_utf8)
{
    struct tl_str sign = char_at(condition, *at, is_utf8);
    *at += sign.len;
    if (!tl_str_equal(sign, TL_STR("["))) {
        return tl_str_equal(sign, TL_STR(".")) || tl_str_equal(sign, c);
    }
    bool is_negative = condition.data[*at] == '^';
    bool is_in = false;
    *at += is_negative;
    while (condition.data[*at] != ']') {
        struct tl_str each = char_at(condition, *at, is_utf8);
        is_in |= tl_str_equal(each, c);
        *at += each.len;
    }
    (*at)++;
    return is_in != is_negative;
}

/* How many characters a condition is about. */
static size_t condition_len(struct tl_str condition, bool is_utf8)
{
    size_t n = 0;
    bool in_set = false;
    for (size_t i = 0; i < condition.len; i += char_at(condition, i, is_utf8).len) {
        char c = condition.data[i];
        in_set = c == '[' || (in_set && c != ']');
        n += !in_set;
    }
    return n;
}

/* Where the last `n` characters of a stem begin; TL_NONE: it has fewer. */
static size_t last_chars(struct tl_str stem, size_t n, bool is_utf8)
{
    size_t at = stem.len;
    for (; n > 0; n--) {
        if (at == 0) {
            return TL_NONE;
        }
        at = is_utf8 ? tl_utf8_before(stem, at) : at - 1;
    }
    return at;
}

bool tl_affix_condition_holds(struct tl_str condition, struct tl_str stem, bool is_prefix,
                              bool is_utf8)
{
    size_t n = condition_len(condition, is_utf8);
    size_t at = is_prefix ? 0 : last_chars(stem, n, is_utf8);
    size_t sign = 0;
    for (size_t i = 0; i < n; i++) {
        if (at == TL_NONE || at == stem.len) {
            return false;
        }
        struct tl_str c = char_at(stem, at, is_utf8);
        if ((!is_utf8 && !tl_utf8_is_ascii(c)) || !condition_next(condition, &sign, c, is_utf8)) {
            return false;
        }
        at += c.len;
    }
    return true;
}
