/*
 * Emoji and emoticons, which belong to what stands before them.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_MODEL_EMOJI_H
#define TL_MODEL_EMOJI_H

#include "base/str.h"

/*
 * The end of the emoji and emoticons (":)") that follow in the text at `at`, each run after a space
 * and before white space or `end`; `at` where there are none.  Cost: O(what is passed over).
 */
size_t tl_emoji_skip(struct tl_str text, size_t at, size_t end);

#endif
