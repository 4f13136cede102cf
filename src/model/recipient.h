/*
 * Who a mail goes to, or comes from: the mailboxes of an address field (RFC 5322 3.4, read
 * loosely).
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_MODEL_RECIPIENT_H
#define TL_MODEL_RECIPIENT_H

#include "mime/part.h"

struct tl_recipient {
    struct tl_str name;    /* that is shown, without quotes; "" where there is none */
    struct tl_str address; /* "anna@example.com" */
};
TL_VEC(tl_recipients, struct tl_recipient);

/*
 * Adds the mailboxes of all fields of that name: "Berg, Anna" <anna@example.com>, a comment as a
 * name, the members of a group.  At most TL_MAX_RECIPIENTS; what has no "@" or more
 * than TL_MAX_MAILBOX_BYTES is none.
 * mail  may be NULL: then there are none
 * Strings are borrowed from the arena.  Cost: O(length of the fields).
 */
void tl_recipients_add(struct tl_arena *arena, const struct tl_part *mail, struct tl_str field,
                       struct tl_recipients *recipients);

/* The part of an address before its "@". */
struct tl_str tl_recipient_local(const struct tl_recipient *recipient);

#endif
