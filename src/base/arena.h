/*
 * Region allocator: much is allocated, all is released at once.  There is one arena a message and
 * one a rule set; nothing that was parsed is freed alone.
 *
 * Whatever a function returns that took an arena is borrowed from that arena.  Handles of other
 * libraries are tied to it with tl_arena_on_free().
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_BASE_ARENA_H
#define TL_BASE_ARENA_H

#include "base/str.h"

#include <stdarg.h>

struct tl_arena;

/* Returns an empty arena, owned by the caller. */
struct tl_arena *tl_arena_new(void);

/* Frees everything that came from `arena`, newest handle first; NULL is allowed. */
void tl_arena_free(struct tl_arena *arena);

/* Returns `size` bytes, zeroed and aligned for any type.  Cost: O(size). */
void *tl_arena_alloc(struct tl_arena *arena, size_t size);

/*
 * Makes `memory`, which has `size` bytes and came from an arena, bigger (bytes; more than `size`).
 * Returns it where it is now; the old place must not be used any more.  New bytes are not zeroed.
 * What is big is given back where it moves; what is small stays allocated.  Cost: O(size).
 */
void *tl_arena_resize(struct tl_arena *arena, void *memory, size_t size, size_t bigger);

/*
 * Makes room for at least one more item in an array of `len` items: returns the array, moved where
 * it had to grow, and updates `cap` (items).  Cost: O(1) amortised; the old array stays allocated.
 */
void *tl_arena_grow(struct tl_arena *arena, void *items, size_t len, size_t *cap,
                    size_t item_bytes);

/*
 * The same for long arrays that nothing else points at: the old array must not be used any more,
 * and new items are not zeroed.
 */
void *tl_arena_regrow(struct tl_arena *arena, void *items, size_t len, size_t *cap,
                      size_t item_bytes);

/* A copy of `s`, with a NUL after it that is not counted. */
struct tl_str tl_arena_copy(struct tl_arena *arena, struct tl_str s);

/* What printf() would print, with a NUL after it that is not counted. */
struct tl_str tl_arena_format(struct tl_arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
struct tl_str tl_arena_vformat(struct tl_arena *arena, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));

typedef void tl_arena_free_fn(void *handle);

/* Calls `free_handle(handle)` when the arena is freed. */
void tl_arena_on_free(struct tl_arena *arena, tl_arena_free_fn *free_handle, void *handle);

#endif
