/* SPDX-License-Identifier: MIT */
#include "rules/unmarked.h"

#include "base/buf.h"
#include "base/utf8.h"

/* Members of rule and language files that are said, or tell letters apart. */
static const char *const kept[] = {"message",   "why",    "suggestions", "examples",
                                   "guideline", "link",   "description", "action",
                                   "letters",   "vowels", "leave_out",   "or"};

static bool is_kept(struct tl_str key)
{
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
        if (tl_str_equal_nocase(key, tl_str_of(kept[i]))) {
            return true;
        }
    }
    return false;
}

/* A code point that is written as a letter of `letters` in either case, without its marks. */
static uint32_t without_marks(uint32_t c, struct tl_str letters)
{
    uint32_t lower = tl_char_fold(c);
    if (c < 0x80 || !tl_utf8_has(letters, lower)) {
        return c;
    }
    return c == lower ? tl_char_base(c) : tl_char_upper(tl_char_base(c));
}

struct tl_str tl_unmarked_text(struct tl_arena *arena, struct tl_str text, struct tl_str letters)
{
    if (tl_utf8_is_ascii(text)) {
        return text;
    }
    struct tl_buf out = tl_buf_in(arena);
    for (size_t at = 0; at < text.len;) {
        uint32_t c;
        at += tl_utf8_next(tl_str_slice(text, at, text.len), &c);
        tl_buf_add_code_point(&out, without_marks(c, letters));
    }
    return tl_buf_str(&out);
}

static const struct tl_yaml *copy(struct tl_arena *arena, const struct tl_yaml *node,
                                  struct tl_str letters);

/* A map from patterns to wordings, or a list of such maps. */
static const struct tl_yaml *swap_copy(struct tl_arena *arena, const struct tl_yaml *node,
                                       struct tl_str letters)
{
    struct tl_yaml *own = tl_arena_alloc(arena, sizeof *own);
    const struct tl_yaml **link = &own->first;
    *own = *node;
    for (const struct tl_yaml *child = node->first; child != NULL; child = child->next) {
        struct tl_yaml *swap = tl_arena_alloc(arena, sizeof *swap);
        *swap = child->kind == TL_YAML_SCALAR ? *child : *swap_copy(arena, child, letters);
        swap->key = child->key == NULL ? NULL : copy(arena, child->key, letters);
        *link = swap;
        link = &swap->next;
    }
    *link = NULL;
    return own;
}

static const struct tl_yaml *copy(struct tl_arena *arena, const struct tl_yaml *node,
                                  struct tl_str letters)
{
    struct tl_yaml *own = tl_arena_alloc(arena, sizeof *own);
    const struct tl_yaml **link = &own->first;
    *own = *node;
    own->text = tl_unmarked_text(arena, node->text, letters);
    for (const struct tl_yaml *child = node->first; child != NULL; child = child->next) {
        bool keeps = child->key != NULL && is_kept(child->key->text);
        bool swaps = child->key != NULL && tl_str_equal_nocase(child->key->text, TL_STR("swap"));
        struct tl_yaml *member = tl_arena_alloc(arena, sizeof *member);
        *member = keeps   ? *child
                  : swaps ? *swap_copy(arena, child, letters)
                          : *copy(arena, child, letters);
        *link = member;
        link = &member->next;
    }
    *link = NULL;
    return own;
}

const struct tl_yaml *tl_unmarked_copy(struct tl_arena *arena, const struct tl_yaml *map,
                                       struct tl_str letters)
{
    return copy(arena, map, letters);
}
