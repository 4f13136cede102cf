/* SPDX-License-Identifier: MIT */
#include "text/template_block.h"

#include "base/limits.h"

/* Whether `end` ends the block that `begin` begins. */
static bool is_end_of(const struct tl_tag *end, const struct tl_tag *begin)
{
    if (!tl_str_equal(end->open, begin->open)) {
        return false;
    }
    /* *|END:IF|* ends *|IFNOT:…|* too */
    bool is_mailchimp = tl_str_equal(end->open, TL_STR("*|"));
    return end->name.len == 0 || tl_str_equal_nocase(end->name, begin->name) ||
           (is_mailchimp && tl_str_has_prefix_nocase(begin->name, end->name));
}

static void end_take(struct tl_arena *arena, struct tl_template_blocks *blocks,
                     const struct tl_tag *end)
{
    size_t i = blocks->open.len;
    while (i > 0 && !is_end_of(end, &blocks->open.items[i - 1])) {
        i--;
    }
    if (i == 0) {
        *TL_VEC_ADD(arena, &blocks->unmatched) = *end;
        return;
    }
    for (size_t inner = i; inner < blocks->open.len; inner++) {
        *TL_VEC_ADD(arena, &blocks->unmatched) = blocks->open.items[inner];
    }
    blocks->open.len = i - 1;
}

void tl_template_blocks_take(struct tl_arena *arena, struct tl_template_blocks *blocks,
                             const struct tl_tag *tag)
{
    if (blocks->is_too_deep || tag->kind != TL_TAG_CONTROL) {
        return;
    }
    if (tag->role == TL_TAG_ROLE_END) {
        end_take(arena, blocks, tag);
    } else if (tag->role == TL_TAG_ROLE_BEGIN) {
        *TL_VEC_ADD(arena, &blocks->open) = *tag;
        blocks->is_too_deep = blocks->open.len > TL_MAX_TEMPLATE_DEPTH;
    }
}

struct tl_tags tl_template_blocks_unmatched(struct tl_arena *arena,
                                            struct tl_template_blocks *blocks)
{
    if (blocks->is_too_deep) {
        return (struct tl_tags){0};
    }
    for (size_t i = 0; i < blocks->open.len; i++) {
        *TL_VEC_ADD(arena, &blocks->unmatched) = blocks->open.items[i];
    }
    blocks->open.len = 0;
    return blocks->unmatched;
}
