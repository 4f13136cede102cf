/* SPDX-License-Identifier: MIT */
#include "base/nearest.h"

enum { LONGEST = 63 };

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Optimal string alignment distance (Damerau 1964, restricted), by three rows. */
static size_t distance(struct tl_str a, struct tl_str b)
{
    size_t rows[3][LONGEST + 1];
    for (size_t j = 0; j <= b.len; j++) {
        rows[0][j] = j;
    }
    for (size_t i = 1; i <= a.len; i++) {
        size_t *row = rows[i % 3];
        const size_t *last = rows[(i + 2) % 3];
        row[0] = i;
        for (size_t j = 1; j <= b.len; j++) {
            size_t cost = tl_char_lower(a.data[i - 1]) != tl_char_lower(b.data[j - 1]);
            row[j] = least(least(last[j] + 1, row[j - 1] + 1), last[j - 1] + cost);
            bool swapped =
                i > 1 && j > 1 && a.data[i - 1] == b.data[j - 2] && a.data[i - 2] == b.data[j - 1];
            if (swapped) {
                row[j] = least(row[j], rows[(i + 1) % 3][j - 2] + 1);
            }
        }
    }
    return rows[a.len % 3][b.len];
}

size_t tl_edits(struct tl_str a, struct tl_str b)
{
    return a.len > LONGEST || b.len > LONGEST ? TL_NONE : distance(a, b);
}

struct tl_str tl_nearest(const struct tl_strs *names, struct tl_str word)
{
    struct tl_str best = {"", 0};
    size_t fewest = word.len / 3 + 2;
    if (word.len == 0 || word.len > LONGEST) {
        return best;
    }
    for (size_t i = 0; i < names->len; i++) {
        struct tl_str name = names->items[i];
        size_t edits = name.len > LONGEST ? fewest : distance(word, name);
        if (edits < fewest) {
            fewest = edits;
            best = name;
        }
    }
    return best;
}
