/*
 * Hashes of bytes for tables: Fowler, Noll, Vo, FNV-1a of 32 bits (RFC 9923).  No defence against
 * keys that are made to collide.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_BASE_HASH_H
#define TL_BASE_HASH_H

#include "base/str.h"

#include <stdint.h>

/* The hash of nothing. */
#define TL_HASH_BASIS 2166136261U

/* The hash of what a hash is of, and one more byte. */
static inline uint32_t tl_hash_byte(uint32_t hash, unsigned char byte)
{
    return (hash ^ byte) * 16777619U;
}

/* The same with more bytes.  Cost: O(length). */
static inline uint32_t tl_hash_add(uint32_t hash, struct tl_str bytes)
{
    for (size_t i = 0; i < bytes.len; i++) {
        hash = tl_hash_byte(hash, (unsigned char)bytes.data[i]);
    }
    return hash;
}

#endif
