/*
 * Characters that Markdown writes by name or number: "&ouml;", "&#246;", "&#xF6;".
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_TEXT_MARKDOWN_ENTITY_H
#define TL_TEXT_MARKDOWN_ENTITY_H

#include "source/text.h"

/*
 * The text with each of them as one character, whose map leads to all of it (CommonMark 0.31, 6.2).
 * What has no semicolon, is no known name or no visible character stays as it is.  Code is no
 * exception.  Returns the text itself where it has none.  Cost: O(length).
 */
struct tl_text tl_markdown_entities_read(struct tl_arena *arena, const struct tl_text *text);

#endif
