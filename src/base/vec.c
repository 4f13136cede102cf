/* SPDX-License-Identifier: MIT */
#include "base/vec.h"

bool tl_strs_has(const struct tl_strs *strs, struct tl_str s)
{
    for (size_t i = 0; i < strs->len; i++) {
        if (tl_str_equal(strs->items[i], s)) {
            return true;
        }
    }
    return false;
}
