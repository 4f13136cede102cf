/*
 * Charsets: anything to UTF-8, character by character, with its map.  The only file that includes
 * iconv.h is charset.c.
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
 * A byte order mark wins over the label and is left out.  Without a label, or with one that iconv
 * does not know, the bytes are UTF-8 if that fits, else windows-1252.  So are "us-ascii" with 8-bit
 * bytes, and iso-8859-1, which mail programs use for windows-1252.  UTF-8 text is returned as it
 * is. Bytes that cannot be decoded become U+FFFD (one for each run of them), reported once as
 * TL_NOTICE_ENCODING, where the first of them stands.  NUL characters become U+FFFD as well.
 *
 * Cost: O(length).
 */
struct tl_text tl_charset_decode(struct tl_arena *arena, const struct tl_text *bytes,
                                 struct tl_str label, struct tl_notices *notices);

#endif
