/*
 * HTML made safe for the parser: bytes of the same number, so that places stay true.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_TEXT_HTML_SAFE_H
#define TL_TEXT_HTML_SAFE_H

#include "base/arena.h"

/*
 * Blanks out what libxml2 reads otherwise than browsers do, or in quadratic time: control
 * characters, "<![if …]>" and other declarations, and the attributes of an element after its first
 * hundreds.
 * Returns a copy, borrowed from the arena.  Cost: O(length).
 */
struct tl_str tl_html_safe(struct tl_arena *arena, struct tl_str html);

#endif
