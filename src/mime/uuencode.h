/*
 * Files that old mail programs put into the text itself: uuencode and yEnc.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_MIME_UUENCODE_H
#define TL_MIME_UUENCODE_H

#include "source/text.h"

/*
 * Leaves the files out of a text: from "begin 644 name" to "end", where what stands between is
 * lines of uuencode and nothing else, and from "=ybegin " to "=yend".  A file without its end goes
 * to the end of the text.
 *
 * n_files  gets how many there were
 *
 * Text without any is returned as it is; else the result is borrowed from the arena.
 * Cost: O(length).
 */
struct tl_text tl_uuencode_remove(struct tl_arena *arena, const struct tl_text *text,
                                  size_t *n_files);

#endif
