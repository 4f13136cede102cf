/*
 * Borrowed bytes with a length.  A tl_str never owns: what it points at lives in an arena, in the
 * source or in the program.  It need not end in NUL and may hold any bytes.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_BASE_STR_H
#define TL_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct tl_str {
    const char *data; /* not NULL where len > 0 */
    size_t len;       /* bytes */
};

/* A tl_str of a string literal. */
#define TL_STR(literal) ((struct tl_str){(literal), sizeof(literal) - 1})

/* For printf's "%.*s". */
#define TL_STR_ARG(s) (int)((s).len > 100000 ? 100000 : (s).len), (s).data

/* What the find functions return when there is nothing. */
#define TL_NONE SIZE_MAX

/* The bytes before the NUL of `zero_ended`; NULL gives the empty string. */
struct tl_str tl_str_of(const char *zero_ended);

/* The bytes [begin, end); both are cut to the length. */
static inline struct tl_str tl_str_slice(struct tl_str s, size_t begin, size_t end)
{
    if (end > s.len) {
        end = s.len;
    }
    if (begin > end) {
        begin = end;
    }
    return (struct tl_str){s.len == 0 ? s.data : s.data + begin, end - begin};
}

/* Without the ASCII white space at both ends. */
struct tl_str tl_str_trim(struct tl_str s);

bool tl_str_equal(struct tl_str a, struct tl_str b);

/* As tl_str_equal(), but ASCII letters match in either case. */
bool tl_str_equal_nocase(struct tl_str a, struct tl_str b);

bool tl_str_has_prefix(struct tl_str s, struct tl_str prefix);
bool tl_str_has_prefix_nocase(struct tl_str s, struct tl_str prefix);
bool tl_str_has_suffix_nocase(struct tl_str s, struct tl_str suffix);

/* Whether its last byte is one of these. */
bool tl_str_ends_in(struct tl_str s, const char *bytes);

bool tl_str_has_digit(struct tl_str s);

/* Bytewise order as memcmp(), the shorter first where one begins the other. */
int tl_str_compare(struct tl_str a, struct tl_str b);

/* Offset of `needle` at or after `from`, or TL_NONE.  Cost: O(length) for usual text. */
size_t tl_str_find(struct tl_str s, struct tl_str needle, size_t from);

/* Offset of the byte `c` at or after `from`, or TL_NONE. */
size_t tl_str_find_char(struct tl_str s, char c, size_t from);

/* ASCII only, whatever the locale says. */
static inline bool tl_char_is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline bool tl_char_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static inline bool tl_char_is_alpha(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool tl_char_is_wsp(char c);      /* WSP of RFC 5234: a space or a tab */
bool tl_char_is_line_end(char c); /* CR or LF */
char tl_char_lower(char c);

/* The value of a hexadecimal digit, or -1. */
int tl_char_hex(char c);

#endif
