/*
 * Which part of a mail is meant for reading.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_TEXT_CHOICE_H
#define TL_TEXT_CHOICE_H

#include "mime/part.h"

/* What the user wants of multipart/alternative, where there are both. */
enum tl_choice {
    TL_CHOICE_AUTO, /* the plain one, unless it is only a stub */
    TL_CHOICE_PLAIN,
    TL_CHOICE_HTML,
    TL_CHOICE_BOTH, /* not of tl_choice_find() */
};

/*
 * Chooses the text that a mail program shows first, as content.h says.  A forwarded message
 * (message/rfc822) and an attached text are chosen only where there is nothing else.
 *
 * choice  decides between a plain and an HTML alternative; where there is but one, it is that
 *
 * Returns a leaf below `mail` or `mail` itself; NULL where nothing can be read.
 * Cost: O(size); of alternatives, both are decoded.
 */
const struct tl_part *tl_choice_find(struct tl_arena *arena, const struct tl_part *mail,
                                     enum tl_choice choice);

TL_VEC(tl_part_refs, const struct tl_part *);

/*
 * The texts that a mail program shows below the chosen one: further texts of multipart/mixed that
 * are no attachments, as of a letter with a picture in its midst.
 *
 * chosen  what tl_choice_find() returned
 *
 * Returns them in their order, borrowed from the arena; mostly there are none.
 * Cost: as tl_choice_find().
 */
struct tl_part_refs tl_choice_more(struct tl_arena *arena, const struct tl_part *mail,
                                   const struct tl_part *chosen, enum tl_choice choice);

/* Whether the part is HTML. */
bool tl_choice_is_html(const struct tl_part *part);

#endif
