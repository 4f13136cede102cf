/*
 * Lists that were typed: lines that begin with a mark, and what belongs to them.
 *
 *     You need:          text
 *     1. a passport,     item, level 1
 *        not expired     its second line
 *       - a copy of it   item, level 2
 *     2. the form        item, level 1
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_TEXT_LIST_H
#define TL_TEXT_LIST_H

#include "text/line.h"

/*
 * Finds the items among the lines of kind TL_LINE_TEXT: sets their kind and level, and takes their
 * mark away.
 *
 * text     that the lines are spans of
 * lines    in order; are changed
 * indents  columns before the text of each line; NULL: unknown, nothing is indented
 *
 * A mark alone makes no item: a dash may be a pause or stand before a name, a number may be a date
 * that was wrapped there.  Such a mark needs a neighbour that continues it, or a line before it
 * that ends with ":".  Levels come from indentation, in one column from the styles of the marks.
 * What follows an item without a blank line and is indented, begins with a small letter, or was
 * wrapped belongs to it; after a blank line, what is indented.
 * Cost: O(lines).
 */
void tl_list_find(struct tl_arena *arena, struct tl_str text, struct tl_lines *lines,
                  const size_t *indents);

#endif
