/*
 * Charsets: anything to UTF-8, character by character, with its map.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_MIME_CHARSET_H
#define TL_MIME_CHARSET_H

#include "source/notice.h"
#include "source/text.h"

/*
 * Turns bytes into well-formed UTF-8.
 *
 * label  as the mail has it ("iso-8859-1", quotes and white space allowed), "" where it says none
 *
 * A byte order mark wins over the label and is left out.  Without a label, with one that nobody
 * knows and with "us-ascii", the bytes are UTF-8 if that fits, else what charset_guess.h says.  So
 * they are where the label is plainly wrong: "utf-8" where hardly anything is, a single-byte
 * charset where all is UTF-8, windows-1252 where the letters are those of another alphabet.  UTF-8
 * text is returned as it is.
 *
 * Bytes that cannot be decoded become U+FFFD (one for each run of them), and so do NUL characters.
 * notices  gets one TL_NOTICE_ENCODING: a label that is wrong or not known and was not just ASCII,
 *          where the first byte stands that is not ASCII; else the bytes that are not valid, where
 *          the first run of them stands
 *
 * Cost: O(length).
 */
struct tl_text tl_charset_decode(struct tl_arena *arena, const struct tl_text *bytes,
                                 struct tl_str label, struct tl_notices *notices);

#endif
