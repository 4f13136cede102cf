/*
 * Text on its way to a terminal: nothing of a message, a file name or a rule reaches it that could
 * steer it.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_REPORT_SAFE_H
#define TL_REPORT_SAFE_H

#include "base/str.h"

#include <stdio.h>

/*
 * Prints text.  Control characters (C0, DEL, C1), what steers the direction of text (U+202A to
 * U+202E and the like) and bytes that are no UTF-8 are printed as visible escapes: "\x1b",
 * "\u{202e}", "\xe5"; a tab as one space, so that columns stay in step.
 */
void tl_safe_print(FILE *stream, struct tl_str text);

/* How many columns tl_safe_print() takes for the text; wide characters count two. */
size_t tl_safe_columns(struct tl_str text);

#endif
