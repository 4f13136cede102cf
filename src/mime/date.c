/* SPDX-License-Identifier: MIT */
#include "mime/date.h"

#include "base/day.h"

enum { MONTH_BYTES = 3 };

/* The next run of letters or digits that is in no comment; "" at the end. */
static struct tl_str token_next(struct tl_str body, size_t *at)
{
    size_t depth = 0;
    size_t begin = *at;
    for (; begin < body.len; begin++) {
        char c = body.data[begin];
        if (c == '(') {
            depth++;
        } else if (c == ')') {
            depth -= depth > 0;
        } else if (depth == 0 && (tl_char_is_alpha(c) || tl_char_is_digit(c))) {
            break;
        }
    }
    size_t end = begin;
    while (end < body.len &&
           (tl_char_is_alpha(body.data[end]) || tl_char_is_digit(body.data[end]))) {
        end++;
    }
    *at = end;
    return tl_str_slice(body, begin, end);
}

/* The number that a token of up to four digits says; 0 where it is none. */
static unsigned number_of(struct tl_str token)
{
    unsigned number = 0;
    for (size_t i = 0; i < token.len; i++) {
        if (!tl_char_is_digit(token.data[i]) || i == 4) {
            return 0;
        }
        number = number * 10 + (unsigned)(token.data[i] - '0');
    }
    return number;
}

static unsigned month_of(struct tl_str token)
{
    static const char names[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    for (unsigned month = 1; month <= 12; month++) {
        struct tl_str name = {names + (size_t)(month - 1) * MONTH_BYTES, MONTH_BYTES};
        if (tl_str_has_prefix_nocase(token, name)) {
            return month;
        }
    }
    return 0;
}

/* RFC 5322 4.3: years of two digits, and of three, count from 1900, but the first fifty from 2000.
 */
static unsigned year_of(struct tl_str token)
{
    unsigned year = number_of(token);
    if (token.len < 2) {
        return 0;
    }
    if (token.len == 2 && year < 50) {
        return year + 2000;
    }
    return token.len < 4 ? year + 1900 : year;
}

int tl_date_field_day(struct tl_str body)
{
    size_t at = 0;
    struct tl_str day = token_next(body, &at);
    if (number_of(day) == 0) {
        day = token_next(body, &at); /* after the day of the week */
    }
    struct tl_str month = token_next(body, &at);
    struct tl_str year = token_next(body, &at);
    return tl_day_of(year_of(year), month_of(month), number_of(day));
}
