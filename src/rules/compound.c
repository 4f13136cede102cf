/* SPDX-License-Identifier: MIT */
#include "rules/compound.h"

#include "base/utf8.h"
#include "rules/kind.h"

enum {
    SHORT_HEAD = 3, /* letters of the first half at least */
    SHORT_TAIL = 6, /* and of the second: shorter ones are endings as well */
};

/* Whether the first half is a word, with or without a joint at its end. */
static bool is_head(struct tl_spell *spell, struct tl_spell_group *group,
                    const struct tl_strs *joints, struct tl_str head)
{
    bool is_word = tl_spell_has(spell, group, head);
    for (size_t i = 0; i < joints->len && !is_word; i++) {
        struct tl_str joint = joints->items[i];
        if (head.len > joint.len && tl_str_has_suffix_nocase(head, joint)) {
            struct tl_str bare = tl_str_slice(head, 0, head.len - joint.len);
            is_word = tl_utf8_count(bare) >= SHORT_HEAD && tl_spell_has(spell, group, bare);
        }
    }
    return is_word;
}

bool tl_compound_is(struct tl_spell *spell, struct tl_spell_group *group, struct tl_arena *arena,
                    const struct tl_strs *joints, struct tl_str word)
{
    struct tl_str small = tl_text_lower(arena, word);
    size_t left = tl_utf8_count(small);
    size_t letters = 0;
    if (tl_str_find_char(small, '-', 0) != TL_NONE) {
        return false;
    }
    for (size_t at = 0; left >= SHORT_TAIL; letters++, left--) {
        uint32_t c;
        struct tl_str tail = tl_str_slice(small, at, small.len);
        if (letters >= SHORT_HEAD && tl_spell_has(spell, group, tail) &&
            is_head(spell, group, joints, tl_str_slice(small, 0, at))) {
            return true;
        }
        at += tl_utf8_next(tail, &c);
    }
    return false;
}
