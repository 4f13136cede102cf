/*
 * The zones of a letter.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_MODEL_ZONE_H
#define TL_MODEL_ZONE_H

#include "base/str.h"

enum tl_zone {
#define ZONE(name, text) TL_ZONE_##name,
#include "model/zone.def"
#undef ZONE
    TL_ZONE_COUNT,
};

/* "subject", "greeting", …; lives as long as the program. */
struct tl_str tl_zone_name(enum tl_zone zone);

/* Whether it is customer text: what the sender wrote to the customer. */
bool tl_zone_is_customer_text(enum tl_zone zone);

#endif
