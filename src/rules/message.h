/*
 * Messages of rules: Vale's printf strings with "%s", "%d", "%[2]s" and "%%", and "%[line]".
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_MESSAGE_H
#define TL_RULES_MESSAGE_H

#include "base/buf.h"

/*
 * Fills a message; `line` takes the place of "%[line]".  An argument that is not there is left out;
 * one that is not asked for is not said; white space and line ends become single spaces.  Borrowed
 * from the arena.
 */
struct tl_str tl_message_fill(struct tl_arena *arena, struct tl_str message,
                              const struct tl_str *args, size_t n_args, struct tl_str line);

/* Whether a message says "%[line]". */
bool tl_message_says_line(struct tl_str message);

#endif
