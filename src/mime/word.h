/*
 * Unstructured header text: unfolding and encoded words (RFC 5322 2.2.3, RFC 2047).
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_MIME_WORD_H
#define TL_MIME_WORD_H

#include "source/notice.h"
#include "source/text.h"

/*
 * Turns the body of a field into one line of UTF-8: folds become one space, "=?charset?Q?…?=" and
 * "=?charset?B?…?=" are decoded (white space between two of them vanishes, and a character that is
 * split between two words of one charset is joined), other 8-bit bytes are read as UTF-8 or, where
 * they are not, as windows-1252.  An encoded word that is malformed stays as it is.
 * White space at both ends is left out.
 *
 * notices  gets a TL_NOTICE_ENCODING where bytes could not be decoded (they become U+FFFD), a
 *          TL_NOTICE_LIMIT where the field is longer than TL_MAX_FIELD_BYTES
 *
 * Returns text borrowed from the arena.  Cost: O(length).
 */
struct tl_text tl_word_decode(struct tl_arena *arena, const struct tl_text *body,
                              struct tl_notices *notices);

#endif
