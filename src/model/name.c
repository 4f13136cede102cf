/* SPDX-License-Identifier: MIT */
#include "model/name.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <stdlib.h>

enum { SHORTEST_PART = 3, SHORTEST_STEM = 2 };

/* The pair that `rest` begins with, or NULL. */
static const struct tl_name_pair *pair_at(const struct tl_name_data *data, struct tl_str rest)
{
    for (size_t i = 0; i < data->alike.len; i++) {
        struct tl_str from = data->alike.items[i].from;
        if (rest.data[0] == from.data[0] && tl_str_has_prefix(rest, from)) {
            return &data->alike.items[i];
        }
    }
    return NULL;
}

struct tl_str tl_name_fold(struct tl_arena *arena, const struct tl_name_data *data,
                           struct tl_str name)
{
    struct tl_buf plain = tl_buf_in(arena);
    for (size_t at = 0; at < name.len;) {
        uint32_t c;
        at += tl_utf8_next(tl_str_slice(name, at, name.len), &c);
        tl_buf_add_code_point(&plain, tl_char_base(c));
    }
    struct tl_str s = tl_buf_str(&plain);
    struct tl_buf out = tl_buf_in(arena);
    for (size_t at = 0; at < s.len;) {
        const struct tl_name_pair *pair = pair_at(data, tl_str_slice(s, at, s.len));
        if (pair != NULL) {
            tl_buf_add(&out, pair->to);
            at += pair->from.len;
        } else {
            tl_buf_add_char(&out, s.data[at++]);
        }
    }
    return tl_buf_str(&out);
}

struct tl_str tl_name_stem(const struct tl_name_data *data, struct tl_str folded)
{
    size_t longest = 0;
    for (size_t i = 0; i < data->endings.len; i++) {
        struct tl_str ending = data->endings.items[i];
        if (ending.len > longest && folded.len >= ending.len + SHORTEST_STEM &&
            tl_str_has_suffix_nocase(folded, ending)) {
            longest = ending.len;
        }
    }
    return tl_str_slice(folded, 0, folded.len - longest);
}

void tl_name_group_add(struct tl_arena *arena, struct tl_name_data *data, struct tl_str text)
{
    struct tl_nicknames *all = &data->nicknames;
    size_t group = all->len > 0 ? all->items[all->len - 1].group + 1 : 0;
    for (size_t at = 0; at < text.len;) {
        size_t begin = at;
        while (at < text.len && !tl_char_is_space(text.data[at])) {
            at++;
        }
        if (at > begin) {
            struct tl_str name = tl_name_fold(arena, data, tl_str_slice(text, begin, at));
            *TL_VEC_ADD(arena, all) = (struct tl_nickname){tl_name_stem(data, name), group};
        }
        at++;
    }
}

static int compare(const void *a, const void *b)
{
    const struct tl_nickname *x = a;
    const struct tl_nickname *y = b;
    int order = tl_str_compare(x->stem, y->stem);
    return order != 0 ? order : (x->group > y->group) - (x->group < y->group);
}

void tl_name_groups_sort(struct tl_name_data *data)
{
    if (data->nicknames.len > 0) {
        qsort(data->nicknames.items, data->nicknames.len, sizeof *data->nicknames.items, compare);
    }
}

/* The index of the first entry of that stem, or of where it would stand. */
static size_t first_of(const struct tl_name_data *data, struct tl_str stem)
{
    size_t low = 0;
    size_t high = data->nicknames.len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (tl_str_compare(data->nicknames.items[middle].stem, stem) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static bool is_entry(const struct tl_name_data *data, size_t i, struct tl_str stem)
{
    return i < data->nicknames.len && tl_str_equal(data->nicknames.items[i].stem, stem);
}

bool tl_name_is_known(const struct tl_name_data *data, struct tl_str folded)
{
    struct tl_str stem = tl_name_stem(data, folded);
    return is_entry(data, first_of(data, stem), stem);
}

/* Groups of both are in order: they are gone through side by side. */
static bool share_group(const struct tl_name_data *data, struct tl_str a, struct tl_str b)
{
    size_t i = first_of(data, a);
    size_t k = first_of(data, b);
    while (is_entry(data, i, a) && is_entry(data, k, b)) {
        size_t x = data->nicknames.items[i].group;
        size_t y = data->nicknames.items[k].group;
        if (x == y) {
            return true;
        }
        i += x < y;
        k += y < x;
    }
    return false;
}

bool tl_name_is_same(const struct tl_name_data *data, struct tl_str a, struct tl_str b)
{
    return tl_str_equal(a, b) || tl_str_equal(tl_name_stem(data, a), tl_name_stem(data, b));
}

static bool begins(struct tl_str whole, struct tl_str part)
{
    return (part.len >= SHORTEST_PART || part.len == 1) && tl_str_has_prefix(whole, part);
}

bool tl_name_fits(const struct tl_name_data *data, struct tl_str a, struct tl_str b)
{
    struct tl_str x = tl_name_stem(data, a);
    struct tl_str y = tl_name_stem(data, b);
    return tl_name_is_same(data, a, b) || begins(a, y) || begins(b, x) || share_group(data, x, y);
}

static bool is_part(struct tl_str part, struct tl_str whole)
{
    return part.len >= SHORTEST_PART && tl_str_find(whole, part, 0) != TL_NONE;
}

bool tl_name_is_in(const struct tl_name_data *data, struct tl_str name, struct tl_str address)
{
    struct tl_str stem = tl_name_stem(data, name);
    if (is_part(name, address) || is_part(stem, address)) {
        return true;
    }
    for (size_t i = 0; is_entry(data, first_of(data, stem), stem) && i < data->nicknames.len; i++) {
        struct tl_str other = data->nicknames.items[i].stem;
        if (share_group(data, stem, other) && is_part(other, address)) {
            return true;
        }
    }
    return false;
}
