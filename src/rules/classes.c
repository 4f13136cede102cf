/* SPDX-License-Identifier: MIT */
#include "rules/classes.h"

#include "base/limits.h"
#include "base/nearest.h"

enum { LONGEST_NAME = 32 };

/* The classes that were met: those on the way to the one at hand, and those that are defined. */
struct definer {
    struct tl_arena *arena;
    const struct tl_classes *classes;
    struct tl_buf out;
    unsigned char *is_defined; /* by index of class */
    struct tl_str why;
};

size_t tl_classes_find(const struct tl_classes *classes, struct tl_str name)
{
    for (size_t i = classes->len; i-- > 0;) {
        struct tl_str other = classes->items[i].name;
        if (other.len == name.len && other.data[0] == name.data[0] && tl_str_equal(other, name)) {
            return i;
        }
    }
    return TL_NONE;
}

static struct tl_str unknown(struct tl_arena *arena, const struct tl_classes *classes,
                             struct tl_str name)
{
    struct tl_strs names = {0};
    for (size_t i = 0; i < classes->len; i++) {
        *TL_VEC_ADD(arena, &names) = classes->items[i].name;
    }
    struct tl_str near = tl_nearest(&names, name);
    if (near.len == 0) {
        return tl_arena_format(arena, "there is no word class '%.*s'", TL_STR_ARG(name));
    }
    return tl_arena_format(arena, "there is no word class '%.*s'; did you mean '%.*s'?",
                           TL_STR_ARG(name), TL_STR_ARG(near));
}

/* Defines what `pattern` names; false with `why` and the offset of the name that is to blame. */
static bool define(struct definer *definer, struct tl_str pattern, unsigned depth, size_t *offset)
{
    for (size_t at = tl_str_find(pattern, TL_STR("(?&"), 0); at != TL_NONE;
         at = tl_str_find(pattern, TL_STR("(?&"), at + 1)) {
        size_t end = tl_str_find_char(pattern, ')', at);
        struct tl_str name = tl_str_slice(pattern, at + 3, end == TL_NONE ? at + 3 : end);
        size_t i = tl_classes_find(definer->classes, name);
        *offset = at;
        if (i == TL_NONE) {
            definer->why = unknown(definer->arena, definer->classes, name);
            return false;
        }
        if (depth == TL_MAX_CLASS_DEPTH) {
            definer->why = tl_arena_format(
                definer->arena, "the word class '%.*s' names itself, or is too deep in others",
                TL_STR_ARG(name));
            return false;
        }
        if (definer->is_defined[i]) {
            continue;
        }
        const struct tl_class *class = &definer->classes->items[i];
        size_t inner;
        if (!class->is_leaf && !define(definer, class->pattern, depth + 1, &inner)) {
            return false;
        }
        definer->is_defined[i] = 1;
        tl_buf_add(&definer->out, TL_STR("(?<"));
        tl_buf_add(&definer->out, class->name);
        tl_buf_add_char(&definer->out, '>');
        tl_buf_add(&definer->out, class->pattern);
        tl_buf_add_char(&definer->out, ')');
    }
    return true;
}

bool tl_classes_define(struct tl_arena *arena, const struct tl_classes *classes,
                       struct tl_str pattern, struct tl_str *definitions, size_t *offset,
                       struct tl_str *why)
{
    struct definer definer = {
        .arena = arena,
        .classes = classes,
        .out = tl_buf_in(arena),
        .is_defined = tl_arena_alloc(arena, classes->len + 1),
    };
    tl_buf_add(&definer.out, TL_STR("(?(DEFINE)"));
    size_t empty = definer.out.len;
    if (!define(&definer, pattern, 0, offset)) {
        *why = definer.why;
        return false;
    }
    bool any = definer.out.len > empty;
    tl_buf_add_char(&definer.out, ')');
    *definitions = any ? tl_buf_str(&definer.out) : TL_STR("");
    return true;
}

void tl_classes_named(struct tl_arena *arena, const struct tl_classes *classes,
                      struct tl_str pattern, struct tl_classes *named)
{
    size_t n_classes = classes == NULL ? 0 : classes->len;
    struct definer definer = {
        .arena = arena,
        .classes = classes,
        .out = tl_buf_in(arena),
        .is_defined = tl_arena_alloc(arena, n_classes + 1),
    };
    size_t offset;
    if (n_classes > 0 && define(&definer, pattern, 0, &offset)) {
        for (size_t i = 0; i < n_classes; i++) {
            if (definer.is_defined[i] &&
                tl_classes_find(named, classes->items[i].name) == TL_NONE) {
                *TL_VEC_ADD(arena, named) = classes->items[i];
            }
        }
    }
}

bool tl_class_is_name(struct tl_str name)
{
    if (name.len == 0 || name.len > LONGEST_NAME || tl_char_is_digit(name.data[0])) {
        return false;
    }
    for (size_t i = 0; i < name.len; i++) {
        char c = name.data[i];
        if (!tl_char_is_alpha(c) && !tl_char_is_digit(c) && c != '_') {
            return false;
        }
    }
    return true;
}
