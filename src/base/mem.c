/* SPDX-License-Identifier: MIT */
#include "base/mem.h"

#include <stdio.h>
#include <stdlib.h>

static void *or_die(void *memory)
{
    if (memory == NULL) {
        fputs("tactlint: error: out of memory\n", stderr);
        exit(2);
    }
    return memory;
}

void *tl_mem_alloc(size_t size)
{
    return or_die(calloc(1, size == 0 ? 1 : size));
}

void *tl_mem_resize(void *memory, size_t size)
{
    return or_die(realloc(memory, size == 0 ? 1 : size));
}
