/*
 * Lines from the stream of an HTML text.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_TEXT_HTML_LAYOUT_H
#define TL_TEXT_HTML_LAYOUT_H

#include "text/html_stream.h"

/*
 * Collapses white space (also of no-break spaces) to one space, and makes lines.  A text that is
 * all preformatted is taken for plain text that was wrapped in <pre>: its lines are TL_LINE_TEXT.
 * Returns the reading without its language, borrowed from the arena.  Cost: O(text + events).
 */
struct tl_reading tl_html_layout(struct tl_arena *arena, const struct tl_html_stream *stream);

#endif
