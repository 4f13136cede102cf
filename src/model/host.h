/*
 * Hosts in addresses: what a link shows and what it leads to.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_MODEL_HOST_H
#define TL_MODEL_HOST_H

#include "base/str.h"

struct tl_host {
    struct tl_str name; /* as written, without "www." and a full stop at its end; "": none */
    bool is_mail;       /* of a mailbox */
};

/*
 * The host of what a link leads to: of "http:", "https:" and "//" addresses, and that of the
 * mailbox of a "mailto:".  None where there is another scheme, no host, or what cannot stand in one
 * (a placeholder).  Cost: O(length).
 */
struct tl_host tl_host_of_target(struct tl_str target);

/*
 * The host that a text shows: the one of its only address that begins with a scheme or "www.", or
 * of the whole text, where that is a host, an address without a scheme or a mailbox.
 * Cost: O(length).
 */
struct tl_host tl_host_of_text(struct tl_str text);

/*
 * Whether somebody who reads the one is not surprised by the other: they are the same in either
 * case of letters, or one is inside the other ("acme.com", "shop.acme.com"), or it cannot be told
 * because only one is written in its ASCII form ("xn--").
 */
bool tl_host_fits(struct tl_host shown, struct tl_host target);

#endif
