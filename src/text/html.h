/*
 * HTML to lines, by libxml2's SAX interface.  The only file that includes libxml/ is html.c.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_TEXT_HTML_H
#define TL_TEXT_HTML_H

#include "source/notice.h"
#include "text/line.h"

/*
 * Reads an HTML text the way a browser shows it: white space (also of no-break spaces) collapsed,
 * entities decoded, invisible content (style, script, head, comments, elements that their
 * attributes or a class of the style sheet hide, text that is for certain in the colour of its
 * background) left out, blocks and <br> made lines, blockquote
 * and the reply divisions of mail programs made quotes.
 *
 * Quotes: a blockquote, unless it has no border (then it indents); the box in which a mail program
 * puts attribution and quote, up to the end of the quote in it; what follows Outlook's
 * divRplyFwdMsg and appendonsend.
 * Cells: those of a table with two rows, or one where there are <th>, of more than one filled cell
 * each, that is not said to be a layout and has no tables, lists or long texts in its cells.
 * Preformatted text is TL_LINE_CODE, unless the whole text is.
 *
 * text     well-formed UTF-8; what it says of its charset is not looked at
 * notices  gets TL_NOTICE_LIMIT at TL_MAX_HTML_DEPTH, where reading ends
 *
 * Returns the reading, borrowed from the arena.  Cost: O(length).
 */
struct tl_reading tl_html_read(struct tl_arena *arena, const struct tl_text *text,
                               struct tl_notices *notices);

#endif
