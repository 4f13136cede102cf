/* SPDX-License-Identifier: MIT */
#include "text/html_sheet.h"

#include "text/html_trait.h"

/* So that many classes with many elements take no time. */
enum { MAX_HIDDEN = 64 };

/* Passes over white space, comments and the "<!--" in which old pages wrap their styles. */
static size_t filler_pass(struct tl_str s, size_t at)
{
    while (at < s.len) {
        struct tl_str rest = tl_str_slice(s, at, at + 4);
        if (tl_str_has_prefix(rest, TL_STR("/*"))) {
            size_t end = tl_str_find(s, TL_STR("*/"), at + 2);
            at = end == TL_NONE ? s.len : end + 2;
        } else if (tl_str_has_prefix(rest, TL_STR("<!--"))) {
            at += 4;
        } else if (tl_str_has_prefix(rest, TL_STR("-->"))) {
            at += 3;
        } else if (tl_char_is_space(s.data[at])) {
            at++;
        } else {
            break;
        }
    }
    return at;
}

/* The end of the block whose "{" stands at `at`, after its "}". */
static size_t block_end(struct tl_str s, size_t at)
{
    size_t depth = 0;
    for (; at < s.len; at++) {
        depth += s.data[at] == '{';
        if (s.data[at] == '}' && --depth == 0) {
            return at + 1;
        }
    }
    return s.len;
}

/* The class of a selector that is nothing but one, ".x" or "p.x"; else empty. */
static struct tl_str selector_class(struct tl_str selector)
{
    size_t dot = tl_str_find_char(selector, '.', 0);
    if (dot == TL_NONE) {
        return TL_STR("");
    }
    for (size_t i = 0; i < selector.len; i++) {
        char c = selector.data[i];
        bool named = tl_char_is_alpha(c) || tl_char_is_digit(c) || c == '-' || c == '_';
        if (!named && i != dot) {
            return TL_STR("");
        }
    }
    return tl_str_slice(selector, dot + 1, selector.len);
}

static void selectors_hide(struct tl_arena *arena, struct tl_html_sheet *sheet,
                           struct tl_str selectors)
{
    for (size_t at = 0; at < selectors.len && sheet->hidden.len < MAX_HIDDEN;) {
        size_t end = tl_str_find_char(selectors, ',', at);
        struct tl_str name = selector_class(tl_str_trim(tl_str_slice(selectors, at, end)));
        if (name.len > 0) {
            *TL_VEC_ADD(arena, &sheet->hidden) = name;
        }
        at = end == TL_NONE ? selectors.len : end + 1;
    }
}

void tl_html_sheet_read(struct tl_arena *arena, struct tl_html_sheet *sheet, struct tl_str style)
{
    for (size_t at = filler_pass(style, 0); at < style.len; at = filler_pass(style, at)) {
        size_t open = at;
        while (open < style.len && style.data[open] != '{' && style.data[open] != ';') {
            open++;
        }
        if (open == style.len || style.data[open] == ';') {
            at = open + 1; // "@import …;"
            continue;
        }
        size_t end = block_end(style, open);
        bool closed = style.data[end - 1] == '}';
        struct tl_str declarations = tl_str_slice(style, open + 1, closed ? end - 1 : end);
        if (style.data[at] != '@' && tl_html_style_hides(declarations)) {
            selectors_hide(arena, sheet, tl_str_slice(style, at, open));
        }
        at = end;
    }
}

bool tl_html_sheet_hides(const struct tl_html_sheet *sheet, struct tl_str classes)
{
    for (size_t at = 0; at < classes.len && sheet->hidden.len > 0;) {
        size_t end = at;
        while (end < classes.len && !tl_char_is_space(classes.data[end])) {
            end++;
        }
        struct tl_str name = tl_str_slice(classes, at, end);
        for (size_t i = 0; i < sheet->hidden.len; i++) {
            if (tl_str_equal(name, sheet->hidden.items[i])) {
                return true;
            }
        }
        at = end + 1;
    }
    return false;
}
