/*
 * A stretch of a file in memory that moves on: for reading what is larger than memory should be.
 *
 *     tl_window_open(&window, path, &err);
 *     tl_window_fill(&window, 1000, &err);     // at least 1000 bytes, if there are as many
 *     struct tl_str bytes = tl_window_bytes(&window);
 *     tl_window_skip(&window, 200);            // the first 200 are not wanted any more
 *     tl_window_close(&window);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_BASE_WINDOW_H
#define TL_BASE_WINDOW_H

#include "base/error.h"

struct tl_window {
    int fd;
    bool is_open; /* and closed with the window: not so standard input */
    bool at_end;  /* all of the file was read */
    char *data;   /* private, as all below */
    size_t begin;
    size_t end;
    size_t cap;
};

/*
 * Opens the file `path`, or standard input where it is NULL.  On failure returns false with err
 * filled, and there is nothing to close.
 */
TL_MUST_USE bool tl_window_open(struct tl_window *window, const char *path, struct tl_error *err);

/*
 * Reads on until the window has `n` bytes or the file ends.  On failure returns false with err
 * filled.  Cost: O(bytes read), amortised.
 */
TL_MUST_USE bool tl_window_fill(struct tl_window *window, size_t n, struct tl_error *err);

/* What is in the window; holds until it is filled, skipped or closed. */
struct tl_str tl_window_bytes(const struct tl_window *window);

/* Leaves out the first `n` bytes of the window (at most all).  Cost: O(1). */
void tl_window_skip(struct tl_window *window, size_t n);

/*
 * Takes the bytes out of the window, at most `max`; they are borrowed from the arena from then on,
 * and have a NUL after them.  The window can only be closed.  Cost: O(1).
 */
struct tl_str tl_window_take(struct tl_window *window, struct tl_arena *arena, size_t max);

void tl_window_close(struct tl_window *window);

#endif
