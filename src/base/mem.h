/*
 * Memory that is there: an allocation that fails ends the program with one line and exit status 2,
 * so that no caller needs a branch for it.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_BASE_MEM_H
#define TL_BASE_MEM_H

#include <stddef.h>

/* Returns `size` bytes, zeroed; owned by the caller, released with free(). */
void *tl_mem_alloc(size_t size);

/* Grows or shrinks what tl_mem_alloc() gave; new bytes are not zeroed.  Owned by the caller. */
void *tl_mem_resize(void *memory, size_t size);

#endif
