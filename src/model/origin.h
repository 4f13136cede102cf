/*
 * Origin: whether a message is a reply, a first contact, or of an origin that nobody can know.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_MODEL_ORIGIN_H
#define TL_MODEL_ORIGIN_H

#include "model/letter.h"
#include "model/piece.h"

/*
 * The bytes of what a mail program puts before the subject of the message that is answered or
 * passed on: "Re:", "RE: Fwd:", "[Ticket #12] Sv:"; 0 where there is nothing of it.  Cost: O(1)
 * regexes.
 */
size_t tl_reply_prefix(const struct tl_zoning *zoning, struct tl_str subject);

/* Says of the sentences of a subject with such a prefix that they are borrowed. */
void tl_borrowed_mark(const struct tl_zoning *zoning, struct tl_letter *letter);

/*
 * What the guidelines call it, by headers, subject, quotes and opening.  Sentences must have been
 * marked as borrowed and as opening.  Cost: a regex for each sentence of the opening.
 */
enum tl_fact_ORIGIN tl_origin_of(const struct tl_zoning *zoning, const struct tl_letter *letter);

#endif
