/*
 * Bytes in a charset whose name is known, as UTF-8 with its map.  The only file that includes
 * iconv.h is charset_convert.c.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_MIME_CHARSET_CONVERT_H
#define TL_MIME_CHARSET_CONVERT_H

#include "source/text.h"

struct tl_converted {
    struct tl_text text;      /* well-formed UTF-8; the input itself where nothing changes */
    size_t n_bad;             /* bytes that are not valid in the charset */
    struct tl_span first_bad; /* of the input: the first run of them */
};

/*
 * Converts character by character.  Bytes that are not valid become U+FFFD (one for each run of
 * them), and so do NUL characters.
 *
 * name  as iconv_open() takes it, in lower case; "" is none
 *
 * Returns false where there is no such charset; else fills `converted`, which is borrowed from the
 * arena.  Cost: O(length).
 */
bool tl_charset_convert(struct tl_arena *arena, const struct tl_text *in, const char *name,
                        struct tl_converted *converted);

#endif
