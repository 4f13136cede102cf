/*
 * The Date field (RFC 5322 3.3, and the obsolete forms of 4.3).
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_MIME_DATE_H
#define TL_MIME_DATE_H

#include "base/str.h"

/*
 * The day (base/day.h) that the body of a Date field says, as its writer's clock showed it; the
 * time and the zone are not looked at.  0 where it says none.  Cost: O(length).
 */
int tl_date_field_day(struct tl_str body);

#endif
