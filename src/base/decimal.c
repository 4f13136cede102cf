/* SPDX-License-Identifier: MIT */
#include "base/decimal.h"

#include "base/limits.h"

size_t tl_decimal_read(struct tl_str text, double *value)
{
    double number = 0;
    double place = 0; /* of the next digit after the point; 0: before the point */
    size_t at = 0;
    for (; at < text.len; at++) {
        char c = text.data[at];
        if (tl_char_is_digit(c)) {
            int digit = c - '0';
            number = place > 0 ? number + digit / place : number * 10 + digit;
            place *= 10;
        } else if (c == '.' && place <= 0 && at > 0 && at + 1 < text.len &&
                   tl_char_is_digit(text.data[at + 1])) {
            place = 10;
        } else {
            break;
        }
    }
    if (at == 0 || at > TL_MAX_DECIMAL_BYTES) {
        return 0;
    }
    *value = number;
    return at;
}

bool tl_decimal_parse(struct tl_str text, double *value)
{
    bool minus = tl_str_has_prefix(text, TL_STR("-"));
    struct tl_str digits = tl_str_slice(text, minus ? 1 : 0, text.len);
    double number = 0;
    if (digits.len == 0 || tl_decimal_read(digits, &number) != digits.len) {
        return false;
    }
    *value = minus ? -number : number;
    return true;
}

struct tl_str tl_decimal_show(struct tl_arena *arena, double value, unsigned places)
{
    return tl_arena_format(arena, "%.*f", (int)places, value);
}
