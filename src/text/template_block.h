/*
 * Whether each block of a template has its end, and each end its block.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_TEXT_TEMPLATE_BLOCK_H
#define TL_TEXT_TEMPLATE_BLOCK_H

#include "text/template_tag.h"

TL_VEC(tl_tags, struct tl_tag);

struct tl_template_blocks {
    struct tl_tags open;      /* blocks whose end has not come yet */
    struct tl_tags unmatched; /* ends of nothing, and blocks in a block that has ended */
    bool is_too_deep;         /* some were not kept, so nothing is known any more */
};

/*
 * Takes the next tag; what neither begins nor ends a block is passed over.  Blocks end with a tag
 * of their own kind and name.  Cost: O(TL_MAX_TEMPLATE_DEPTH).
 */
void tl_template_blocks_take(struct tl_arena *arena, struct tl_template_blocks *blocks,
                             const struct tl_tag *tag);

/* The tags that have no counterpart, in no order; not to be called before the last tag is taken. */
struct tl_tags tl_template_blocks_unmatched(struct tl_arena *arena,
                                            struct tl_template_blocks *blocks);

#endif
