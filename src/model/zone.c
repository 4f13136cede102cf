/* SPDX-License-Identifier: MIT */
#include "model/zone.h"

struct tl_str tl_zone_name(enum tl_zone zone)
{
    static const char *const names[TL_ZONE_COUNT] = {
#define ZONE(name, text) [TL_ZONE_##name] = (text),
#include "model/zone.def"
#undef ZONE
    };
    return tl_str_of(names[zone]);
}

bool tl_zone_is_customer_text(enum tl_zone zone)
{
    return zone == TL_ZONE_SUBJECT || zone == TL_ZONE_GREETING || zone == TL_ZONE_BODY ||
           zone == TL_ZONE_SIGNOFF || zone == TL_ZONE_POSTSCRIPT;
}
