/*
 * Reading whole files.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_BASE_IO_H
#define TL_BASE_IO_H

#include "base/error.h"

/*
 * Reads the file `path`, or standard input where `path` is NULL, up to `max` bytes.
 *
 * bytes  the content, with a NUL after it; borrowed from the arena
 * more   whether the file went on after `max` bytes
 *
 * On failure (missing, no permission, a directory) returns false and fills err, whose path is
 * `path`. Cost: O(size); signals that interrupt the reading are waited out.
 */
TL_MUST_USE bool tl_io_read(struct tl_arena *arena, const char *path, size_t max,
                            struct tl_str *bytes, bool *more, struct tl_error *err);

#endif
