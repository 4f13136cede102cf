/*
 * Several readings as one.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_TEXT_READING_H
#define TL_TEXT_READING_H

#include "text/line.h"

TL_VEC(tl_readings, struct tl_reading);

/*
 * Puts readings one below the other; each begins a block.  The language is that of the first.
 * One alone is returned as it is.  Borrowed from the arena.  Cost: O(size).
 */
struct tl_reading tl_reading_join(struct tl_arena *arena, const struct tl_readings *readings);

#endif
