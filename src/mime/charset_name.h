/*
 * Which charset a text is said to be in: from what the mail says, what mail programs mean by it,
 * and the byte order mark. SPDX-License-Identifier: MIT
 */
#ifndef TL_MIME_CHARSET_NAME_H
#define TL_MIME_CHARSET_NAME_H

#include "base/str.h"

enum { TL_MAX_CHARSET_NAME_BYTES = 48 };

struct tl_charset_name {
    char text[TL_MAX_CHARSET_NAME_BYTES + 1]; /* for iconv_open(), in lower case; "" for none */
    bool unreadable;  /* there is a label, but it can be no name; the text is "" then */
    size_t bom_bytes; /* how long the byte order mark of the text is */
};

/*
 * The charset of `bytes`, whose label is as in charset.h.  The name may still be one that iconv
 * does not know; it is never one that stands for the machine's own encoding.
 *
 * Labels are read as the WHATWG Encoding Standard and mail programs read them: in any case, with
 * quotes, white space and hyphens or without, "x-sjis", "ks_c_5601-1987", "cp-1252",
 * "utf-8utf-8", and iso-8859-1 as windows-1252.  Other charsets of ISO 8859 are the one of Windows
 * for the same languages where bytes 80 to 9F occur, which mean nothing in ISO 8859.
 *
 * Of UTF-16 and UTF-32 without byte order it gives the likely one: RFC 2781 says big-endian where
 * nothing tells, but the zeros in usual text do tell.  Cost: O(label + length).
 */
struct tl_charset_name tl_charset_name_of(struct tl_str label, struct tl_str bytes);

/* Whether ASCII means ASCII in it, whatever comes before; false where this is not known. */
bool tl_charset_name_is_ascii_superset(const struct tl_charset_name *name);

#endif
