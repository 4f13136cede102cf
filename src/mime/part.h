/*
 * The tree of MIME entities (RFC 2045, 2046).
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_MIME_PART_H
#define TL_MIME_PART_H

#include "mime/field.h"
#include "mime/param.h"

struct tl_part {
    struct tl_fields fields;
    struct tl_valued type;        /* value in lower case; "text/plain" where the field is missing
                                     ("message/rfc822" inside multipart/digest) or malformed */
    struct tl_valued disposition; /* value in lower case; "" where the field is missing */
    struct tl_str encoding;       /* Content-Transfer-Encoding in lower case, "" where missing */
    struct tl_text body;          /* encoded, as it lies there; of a multipart: all of it */
    const struct tl_part *first;  /* child: the first of a multipart, the message of a message */
    const struct tl_part *next;   /* sibling */
    size_t n_children;
};

/*
 * Reads a message or an entity and all that is in it.
 *
 * Boundaries are found as mail programs find them: a delimiter ends the innermost multipart that
 * has it and all inside; one that is the prefix of another is not taken for it; a missing last
 * delimiter ends with the enclosing body; a multipart without a boundary parameter or without any
 * delimiter is a text, and one whose parts are all empty is the text of its preamble.  The line end
 * before a delimiter belongs to the delimiter.  A message/rfc822 that is itself encoded is decoded,
 * up to TL_MAX_TEXT_BYTES for all of them together.
 *
 * notices  gets TL_NOTICE_LIMIT at TL_MAX_PART_DEPTH and TL_MAX_PARTS, once each, where that begins
 *          which was not read
 *
 * Returns the root, borrowed from the arena.  Cost: O(length x depth of boundaries in force).
 */
const struct tl_part *tl_part_parse(struct tl_arena *arena, const struct tl_text *message,
                                    struct tl_notices *notices);

/* Whether the type is `type` ("text/html"), or begins with it where that ends in "/" ("text/"). */
bool tl_part_is(const struct tl_part *part, struct tl_str type);

/*
 * Whether a person sees it as a file that came along: disposition attachment, or a file name on
 * what is no multipart, or a type that is neither text nor multipart nor an inline image.
 * Signatures and images that the text shows (they have a Content-ID) are none, whatever their name.
 */
bool tl_part_is_attachment(const struct tl_part *part);

/*
 * Body without transfer encoding, in UTF-8; at most TL_MAX_TEXT_BYTES, cut after a character with a
 * TL_NOTICE_LIMIT.  Other notices as in transfer.h and charset.h.
 */
struct tl_text tl_part_decode(struct tl_arena *arena, const struct tl_part *part,
                              struct tl_notices *notices);

#endif
