/* SPDX-License-Identifier: MIT */
#include "finding/level.h"

static const char *const names[] = {
    [TL_LEVEL_NOTE] = "note",
    [TL_LEVEL_WARNING] = "warning",
    [TL_LEVEL_ERROR] = "error",
    [TL_LEVEL_NEVER] = "never",
};

const char *tl_level_name(enum tl_level level)
{
    return names[level];
}

bool tl_level_find(struct tl_str name, enum tl_level *level)
{
    if (tl_str_equal(name, TL_STR("suggestion"))) {
        *level = TL_LEVEL_NOTE;
        return true;
    }
    for (int i = TL_LEVEL_NOTE; i <= TL_LEVEL_NEVER; i++) {
        if (tl_str_equal(name, tl_str_of(names[i]))) {
            *level = (enum tl_level)i;
            return true;
        }
    }
    return false;
}
