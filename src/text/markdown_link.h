/*
 * Links as Markdown writes them: [what is shown](https://example.com "title").
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_TEXT_MARKDOWN_LINK_H
#define TL_TEXT_MARKDOWN_LINK_H

#include "text/line.h"

/*
 * Adds the links of a reading, in order.  One stands in one line, has a letter in what it shows and
 * no white space in its address; "f[i](x)", images and code have none.
 * Cost: O(text).
 */
void tl_markdown_links_add(struct tl_arena *arena, struct tl_reading *reading);

#endif
