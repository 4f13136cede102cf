/*
 * Content-Transfer-Encoding (RFC 2045 6): quoted-printable and base64, with their map.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_MIME_TRANSFER_H
#define TL_MIME_TRANSFER_H

#include "source/notice.h"
#include "source/text.h"

/*
 * Decodes a body.
 *
 * encoding  the field's value; "7bit", "8bit", "binary", none and unknown ones return `body` itself
 * max       bytes of result after which decoding stops, with a TL_NOTICE_LIMIT
 *
 * Errors are read as mail programs read them, and reported once as TL_NOTICE_ENCODING: "=" that
 * begins no escape stays, characters outside base64's alphabet are passed over, groups that are cut
 * give the bytes they have, what follows the padding is left out unless it is base64 again.  In
 * quoted-printable, white space at line ends is left out and a line end stays what it is (LF,
 * CRLF).  Cost: O(length).
 */
struct tl_text tl_transfer_decode(struct tl_arena *arena, const struct tl_text *body,
                                  struct tl_str encoding, size_t max, struct tl_notices *notices);

#endif
