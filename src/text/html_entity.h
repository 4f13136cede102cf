/*
 * Named characters of HTML as browsers read them: "&eacute" without its semicolon too, and names of
 * HTML 5.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_TEXT_HTML_ENTITY_H
#define TL_TEXT_HTML_ENTITY_H

#include "base/str.h"

struct tl_html_entity {
    size_t bytes;       /* of its name, and of the semicolon where there is one; 0: it is none */
    struct tl_str text; /* UTF-8 */
};

/*
 * Reads the name at the start of `s`, which follows a "&": all of it where it ends with a
 * semicolon, else the longest beginning of it that needs none.  Names that only the parser of
 * html.c knows are not found.  Cost: O(1).
 */
struct tl_html_entity tl_html_entity_read(struct tl_str s);

/*
 * The character of a name that HTML 4 has, without its semicolon: "ndash"; 0: it has no such name.
 * Cost: O(names).
 */
uint32_t tl_html_entity_of_html4(struct tl_str name);

#endif
