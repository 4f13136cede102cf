/*
 * What stands above an earlier message: an attribution ("On … wrote:"), a divider ("-----Original
 * Message-----") or the header block of a mail program.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_MODEL_QUOTE_HEAD_H
#define TL_MODEL_QUOTE_HEAD_H

#include "model/piece.h"

struct tl_quote_head {
    size_t end;      /* of its pieces */
    bool has_fields; /* a header block is in it */
};

/*
 * The head that begins with piece `i`; its end is `i` where none does.
 * is_first  nothing that the sender wrote stands above: a bare header block is that of a memo
 * Cost: a few regexes for a line that can be one; O(1) for others.
 */
struct tl_quote_head tl_quote_head_at(const struct tl_zoning *zoning, size_t i, bool is_first);

#endif
