/*
 * Which charset a text is in: from what the mail says, what mail programs mean by it, and the byte
 * order mark.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_MIME_CHARSET_NAME_H
#define TL_MIME_CHARSET_NAME_H

#include "base/str.h"

enum { TL_MAX_CHARSET_NAME_BYTES = 48 };

struct tl_charset_name {
    char text[TL_MAX_CHARSET_NAME_BYTES + 1]; /* for iconv_open(), in lower case; "" for unknown */
    size_t bom_bytes;                         /* how long the byte order mark of the text is */
};

/*
 * The charset of `bytes`, whose label is as in charset.h.  The name may still be one that iconv
 * does not know; it is never one that stands for the machine's own encoding.
 *
 * Of UTF-16 and UTF-32 without byte order it gives the likely one: RFC 2781 says big-endian where
 * nothing tells, but the zeros in usual text do tell.  Cost: O(label + 1024 bytes).
 */
struct tl_charset_name tl_charset_name_of(struct tl_str label, struct tl_str bytes);

/* Whether ASCII means ASCII in it, whatever comes before; false where this is not known. */
bool tl_charset_name_is_ascii_superset(const struct tl_charset_name *name);

#endif
