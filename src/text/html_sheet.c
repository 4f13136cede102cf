/* SPDX-License-Identifier: MIT */
#include "text/html_sheet.h"

/* So that many names with many elements take no time. */
enum { MAX_NAMES = 64 };

static bool is_one_of(const char *characters, char c)
{
    return tl_str_find_char(tl_str_of(characters), c, 0) != TL_NONE;
}

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

/*
 * What the last element of a selector is told by: its last class or id, else its name; "" where
 * that is anything.
 */
static struct tl_str selector_subject(struct tl_str selector)
{
    size_t begin = selector.len;
    while (begin > 0 && !tl_char_is_space(selector.data[begin - 1]) &&
           !is_one_of(">+~", selector.data[begin - 1])) {
        begin--;
    }
    struct tl_str last = tl_str_slice(selector, begin, selector.len);
    size_t end = 0;
    size_t sign = 0;
    while (end < last.len && !is_one_of(":[]()*", last.data[end])) {
        sign = last.data[end] == '.' || last.data[end] == '#' ? end : sign;
        end++;
    }
    return tl_str_slice(last, sign, end);
}

static bool has_name(const struct tl_strs *names, struct tl_str name)
{
    for (size_t i = 0; i < names->len; i++) {
        if (tl_str_equal_nocase(names->items[i], name)) {
            return true;
        }
    }
    return false;
}

static void subjects_add(struct tl_arena *arena, struct tl_html_subjects *subjects,
                         struct tl_str selectors)
{
    for (size_t at = 0; at < selectors.len && !subjects->anything;) {
        size_t end = tl_str_find_char(selectors, ',', at);
        struct tl_str name = selector_subject(tl_str_trim(tl_str_slice(selectors, at, end)));
        if (name.len == 0 || subjects->names.len == MAX_NAMES) {
            subjects->anything = true;
        } else if (!has_name(&subjects->names, name)) {
            *TL_VEC_ADD(arena, &subjects->names) = name;
        }
        at = end == TL_NONE ? selectors.len : end + 1;
    }
}

static void selectors_hide(struct tl_arena *arena, struct tl_html_sheet *sheet,
                           struct tl_str selectors)
{
    for (size_t at = 0; at < selectors.len && sheet->hidden.len < MAX_NAMES;) {
        size_t end = tl_str_find_char(selectors, ',', at);
        struct tl_str name = selector_class(tl_str_trim(tl_str_slice(selectors, at, end)));
        if (name.len > 0) {
            *TL_VEC_ADD(arena, &sheet->hidden) = name;
        }
        at = end == TL_NONE ? selectors.len : end + 1;
    }
}

static void rule_read(struct tl_arena *arena, struct tl_html_sheet *sheet, struct tl_str selectors,
                      struct tl_str declarations, bool always)
{
    struct tl_html_traits traits = tl_html_traits_of_style(declarations);
    if (always && traits.hidden) {
        selectors_hide(arena, sheet, selectors);
    }
    if (traits.paint.ink.kind != TL_HTML_COLOUR_UNSAID) {
        subjects_add(arena, &sheet->inks, selectors);
    }
    if (traits.paint.back.kind != TL_HTML_COLOUR_UNSAID) {
        subjects_add(arena, &sheet->backs, selectors);
    }
}

void tl_html_sheet_read(struct tl_arena *arena, struct tl_html_sheet *sheet, struct tl_str style)
{
    size_t depth = 0; // of "@media … {"
    for (size_t at = filler_pass(style, 0); at < style.len; at = filler_pass(style, at)) {
        size_t open = at;
        while (open < style.len && !is_one_of(depth > 0 ? "{;}" : "{;", style.data[open])) {
            open++;
        }
        struct tl_str head = tl_str_trim(tl_str_slice(style, at, open));
        at = open + 1;
        if (open == style.len || style.data[open] == ';') {
            continue; // "@import …;"
        }
        if (style.data[open] == '}') {
            depth--;
        } else if (tl_str_has_prefix(head, TL_STR("@"))) {
            depth++;
        } else {
            size_t end = tl_str_find_char(style, '}', at);
            rule_read(arena, sheet, head, tl_str_slice(style, at, end), depth == 0);
            at = end == TL_NONE ? style.len : end + 1;
        }
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

static bool has_word(struct tl_str words, struct tl_str word)
{
    for (size_t at = 0; at < words.len;) {
        size_t end = at;
        while (end < words.len && !tl_char_is_space(words.data[end])) {
            end++;
        }
        if (tl_str_equal_nocase(tl_str_slice(words, at, end), word)) {
            return true;
        }
        at = end + 1;
    }
    return false;
}

/* Whether `subjects` name an element, one of its classes or its id. */
static bool is_subject(const struct tl_html_subjects *subjects, struct tl_str name,
                       const struct tl_html_traits *traits)
{
    if (subjects->anything) {
        return true;
    }
    for (size_t i = 0; i < subjects->names.len; i++) {
        struct tl_str subject = subjects->names.items[i];
        struct tl_str rest = tl_str_slice(subject, 1, subject.len);
        char sign = subject.data[0];
        bool fits = sign == '.'   ? has_word(traits->classes, rest)
                    : sign == '#' ? tl_str_equal_nocase(traits->id, rest)
                                  : tl_str_equal_nocase(name, subject);
        if (fits) {
            return true;
        }
    }
    return false;
}

struct tl_html_paint tl_html_sheet_paint(const struct tl_html_sheet *sheet, struct tl_str name,
                                         const struct tl_html_traits *traits)
{
    struct tl_html_paint paint = {0};
    if (is_subject(&sheet->inks, name, traits)) {
        paint.ink.kind = TL_HTML_COLOUR_UNKNOWN;
    }
    if (is_subject(&sheet->backs, name, traits)) {
        paint.back.kind = TL_HTML_COLOUR_UNKNOWN;
    }
    return paint;
}
