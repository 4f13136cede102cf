/*
 * Arrays that grow in an arena.
 *
 *     TL_VEC(tl_lines, struct tl_line);          // declares struct tl_lines { items, len, cap }
 *     struct tl_lines lines = {0};
 *     *TL_VEC_ADD(arena, &lines) = (struct tl_line){…};
 *     for (size_t i = 0; i < lines.len; i++) use(&lines.items[i]);
 *
 * Items are borrowed from the arena; a pointer to an item holds until the next TL_VEC_ADD.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_BASE_VEC_H
#define TL_BASE_VEC_H

#include "base/arena.h"

#define TL_VEC(name, type)                                                                         \
    struct name {                                                                                  \
        type *items;                                                                               \
        size_t len; /* items in use */                                                             \
        size_t cap; /* items there is room for */                                                  \
    }

/* A pointer to a new item at the end; zeroed unless the place was in use before. */
#define TL_VEC_ADD(arena, vec) TL_VEC_ADD_BY(tl_arena_grow, (arena), (vec))

/*
 * The same for vectors that grow long: memory is given back when it moves, so there must be no copy
 * of the vector that is used afterwards.  The new item is not zeroed.
 */
#define TL_VEC_ADD_LONG(arena, vec) TL_VEC_ADD_BY(tl_arena_regrow, (arena), (vec))

/* Behind both. */
#define TL_VEC_ADD_BY(grow, arena, vec)                                                            \
    ((vec)->items = grow((arena), (vec)->items, (vec)->len, &(vec)->cap, sizeof *(vec)->items),    \
     &(vec)->items[(vec)->len++])

TL_VEC(tl_strs, struct tl_str);

/* Whether one of them is the same bytes.  Cost: O(strings). */
bool tl_strs_has(const struct tl_strs *strs, struct tl_str s);

#endif
