/*
 * Files that hold no text.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_TEXT_BINARY_H
#define TL_TEXT_BINARY_H

#include "base/str.h"

/*
 * Whether the bytes are a program, a picture, an archive or the like: they begin as one, or their
 * first kilobyte is rich in control characters and has a NUL.  UTF-16 with its mark is text.
 * Cost: O(1).
 */
bool tl_binary_is(struct tl_str bytes);

#endif
