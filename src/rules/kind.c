/* SPDX-License-Identifier: MIT */
#include "rules/kind.h"

static const struct tl_kind *const kinds[] = {
#define KIND(name) &tl_kind_##name,
#include "rules/kinds.def"
#undef KIND
};

enum { N_KINDS = sizeof kinds / sizeof *kinds };

const struct tl_kind *tl_kind_find(struct tl_str name)
{
    for (size_t i = 0; i < N_KINDS; i++) {
        if (tl_str_equal(name, tl_str_of(kinds[i]->name))) {
            return kinds[i];
        }
    }
    return NULL;
}

bool tl_kind_is_refused(struct tl_str name)
{
    return tl_str_equal(name, TL_STR("sequence")) || tl_str_equal(name, TL_STR("script"));
}

struct tl_strs tl_kind_names(struct tl_arena *arena)
{
    struct tl_strs names = {0};
    for (size_t i = 0; i < N_KINDS; i++) {
        *TL_VEC_ADD(arena, &names) = tl_str_of(kinds[i]->name);
    }
    return names;
}
