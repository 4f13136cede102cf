/*
 * UTF-8 (RFC 3629) and the few properties of characters that the model asks for (by utf8proc).
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_BASE_UTF8_H
#define TL_BASE_UTF8_H

#include "base/str.h"

enum {
    TL_UTF8_MAX = 4,              /* bytes of the longest encoded code point */
    TL_REPLACEMENT_CHAR = 0xFFFD, /* U+FFFD: stands for what could not be decoded */
};

/*
 * Decodes the code point at the start of `s`: returns its bytes (1 to 4) and writes it, or returns
 * 0 and writes U+FFFD where the bytes are no well-formed UTF-8 (overlong forms, surrogates, values
 * over U+10FFFF, cut sequences) or `s` is empty.
 */
size_t tl_utf8_decode(struct tl_str s, uint32_t *code_point);

/* As tl_utf8_decode(), but an ill-formed byte counts as one character: never 0 where s.len > 0. */
size_t tl_utf8_next(struct tl_str s, uint32_t *code_point);

/* Writes 1 to 4 bytes and returns how many; a value that is no scalar value is written as U+FFFD.
 */
size_t tl_utf8_encode(uint32_t code_point, char bytes[TL_UTF8_MAX]);

/* How many bytes at the start are well-formed UTF-8; s.len where all are.  Cost: O(length). */
size_t tl_utf8_valid_bytes(struct tl_str s);

/* Characters, ill-formed bytes counting one each.  Cost: O(length). */
size_t tl_utf8_count(struct tl_str s);

/* Whether a code point occurs in a text.  Cost: O(length). */
bool tl_utf8_has(struct tl_str s, uint32_t code_point);

/* The bytes of a mark of byte order at the beginning (RFC 3629 6): 3 or 0. */
size_t tl_utf8_mark(struct tl_str s);

/* Whether all bytes are ASCII (RFC 20).  Cost: O(length). */
bool tl_utf8_is_ascii(struct tl_str s);

/* The start of the character that ends before `offset` (> 0). */
size_t tl_utf8_before(struct tl_str s, size_t offset);

/* Whether two texts are the same but for the case of letters, by simple folding. */
bool tl_utf8_equal_nocase(struct tl_str a, struct tl_str b);

bool tl_char_is_letter(uint32_t code_point);  /* L*, and marks, which belong to their letter */
bool tl_char_is_upper(uint32_t code_point);   /* Lu, Lt */
bool tl_char_is_lower(uint32_t code_point);   /* Ll */
bool tl_char_is_number(uint32_t code_point);  /* N* */
bool tl_char_is_blank(uint32_t code_point);   /* Z*, tab, line ends, U+200B */
bool tl_char_is_emoji(uint32_t code_point);   /* So from U+2190 on, and what joins and colours it */
bool tl_char_is_control(uint32_t code_point); /* Cc, and what steers the direction of text */
size_t tl_char_columns(uint32_t code_point);  /* of a terminal: 0, 1 or 2 */
uint32_t tl_char_fold(uint32_t code_point);   /* simple lower case */
uint32_t tl_char_upper(uint32_t code_point);  /* simple upper case */
uint32_t tl_char_base(uint32_t code_point);   /* lower case, without marks: "Ž" is "z" */

#endif
