/* SPDX-License-Identifier: MIT */
#include "base/arena.h"

#include "base/mem.h"

#include <assert.h>
#include <stdalign.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Under AddressSanitizer each object is a block of its own, so that overruns are seen. */
#if defined(__SANITIZE_ADDRESS__)
enum { BLOCK_BYTES = 1 };
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
enum { BLOCK_BYTES = 1 };
#else
enum { BLOCK_BYTES = 64 * 1024 };
#endif
#else
enum { BLOCK_BYTES = 64 * 1024 };
#endif

enum { FIRST_BLOCK_BYTES = BLOCK_BYTES / 16 }; /* many arenas stay small */

static size_t larger(size_t a, size_t b)
{
    return a > b ? a : b;
}

struct block {
    struct block *next;
    struct block **link; /* what points at this one */
    alignas(max_align_t) char bytes[];
};

struct handle {
    struct handle *next;
    tl_arena_free_fn *free_handle;
    void *handle;
};

struct tl_arena {
    struct block *blocks;
    struct handle *handles;
    char *at;    /* the free bytes of the newest shared block */
    size_t left; /* how many there are */
    size_t used; /* the bytes of all shared blocks */
};

struct tl_arena *tl_arena_new(void)
{
    return tl_mem_alloc(sizeof(struct tl_arena));
}

void tl_arena_free(struct tl_arena *arena)
{
    if (arena == NULL) {
        return;
    }
    for (struct handle *h = arena->handles; h != NULL; h = h->next) {
        h->free_handle(h->handle);
    }
    for (struct block *block = arena->blocks; block != NULL;) {
        struct block *next = block->next;
        free(block);
        block = next;
    }
    free(arena);
}

/* Puts a block first. */
static void block_link(struct tl_arena *arena, struct block *block)
{
    block->next = arena->blocks;
    block->link = &arena->blocks;
    if (block->next != NULL) {
        block->next->link = &block->next;
    }
    arena->blocks = block;
}

static char *block_add(struct tl_arena *arena, size_t size)
{
    struct block *block = tl_mem_alloc(sizeof(struct block) + size);
    block_link(arena, block);
    return block->bytes;
}

/* What is big has a block of its own. */
static bool is_big(size_t size)
{
    return size > BLOCK_BYTES / 4;
}

void *tl_arena_alloc(struct tl_arena *arena, size_t size)
{
    if (size > SIZE_MAX / 2) {
        return tl_mem_alloc(size); /* a size that cannot be had: ends the program */
    }
    if (is_big(size)) {
        return block_add(arena, size);
    }
    size_t align = alignof(max_align_t);
    size_t rounded = size == 0 ? align : (size + align - 1) / align * align;
    if (rounded > arena->left) {
        size_t wanted = larger(arena->used, FIRST_BLOCK_BYTES);
        wanted = wanted < BLOCK_BYTES ? wanted : BLOCK_BYTES;
        size_t fresh = rounded > wanted ? rounded : wanted;
        arena->used += fresh;
        arena->at = block_add(arena, fresh);
        arena->left = fresh;
    }
    void *memory = arena->at;
    arena->at += rounded;
    arena->left -= rounded;
    return memory;
}

void *tl_arena_resize(struct tl_arena *arena, void *memory, size_t size, size_t bigger)
{
    assert(bigger > size);
    if (!is_big(size) || bigger > SIZE_MAX / 2) {
        void *moved = tl_arena_alloc(arena, bigger);
        if (size > 0) {
            memcpy(moved, memory, size);
        }
        return moved;
    }
    struct block *block = (struct block *)(void *)((char *)memory - offsetof(struct block, bytes));
    block = tl_mem_resize(block, sizeof(struct block) + bigger);
    *block->link = block;
    if (block->next != NULL) {
        block->next->link = &block->next;
    }
    return block->bytes;
}

static size_t bigger_cap(size_t cap)
{
    return cap == 0 ? 8 : cap * 2;
}

void *tl_arena_grow(struct tl_arena *arena, void *items, size_t len, size_t *cap, size_t item_bytes)
{
    if (len < *cap) {
        return items;
    }
    *cap = bigger_cap(*cap);
    void *moved = tl_arena_alloc(arena, *cap * item_bytes);
    if (len > 0) {
        memcpy(moved, items, len * item_bytes);
    }
    return moved;
}

void *tl_arena_regrow(struct tl_arena *arena, void *items, size_t len, size_t *cap,
                      size_t item_bytes)
{
    if (len < *cap) {
        return items;
    }
    size_t size = *cap * item_bytes;
    *cap = bigger_cap(*cap);
    return tl_arena_resize(arena, items, size, *cap * item_bytes);
}

struct tl_str tl_arena_copy(struct tl_arena *arena, struct tl_str s)
{
    char *copy = tl_arena_alloc(arena, s.len + 1);
    if (s.len > 0) {
        memcpy(copy, s.data, s.len);
    }
    return (struct tl_str){copy, s.len};
}

struct tl_str tl_arena_vformat(struct tl_arena *arena, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    size_t size = len < 0 ? 0 : (size_t)len;
    char *text = tl_arena_alloc(arena, size + 1);
    vsnprintf(text, size + 1, format, again);
    va_end(again);
    return (struct tl_str){text, size};
}

struct tl_str tl_arena_format(struct tl_arena *arena, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    struct tl_str text = tl_arena_vformat(arena, format, args);
    va_end(args);
    return text;
}

void tl_arena_on_free(struct tl_arena *arena, tl_arena_free_fn *free_handle, void *handle)
{
    struct handle *entry = tl_arena_alloc(arena, sizeof *entry);
    *entry = (struct handle){arena->handles, free_handle, handle};
    arena->handles = entry;
}
