/* SPDX-License-Identifier: MIT */
#include "text/line.h"

#include "base/utf8.h"

bool tl_line_is_rule(struct tl_str line)
{
    static const char *const marks[] = {"-", "=", "_", "*", "~", "#", "+", "–", "—", "─", "━", "═"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        struct tl_str mark = tl_str_of(marks[i]);
        if (!tl_str_has_prefix(line, mark)) {
            continue;
        }
        size_t n = 0;
        size_t at = 0;
        while (at < line.len) {
            if (tl_str_has_prefix(tl_str_slice(line, at, line.len), mark)) {
                at += mark.len;
                n++;
            } else if (tl_char_is_space(line.data[at])) {
                at++;
            } else {
                return false;
            }
        }
        return n >= 3;
    }
    return false;
}

const char *tl_line_kind_name(enum tl_line_kind kind)
{
    static const char *const names[] = {
        [TL_LINE_TEXT] = "text", [TL_LINE_ITEM] = "item", [TL_LINE_HEADING] = "heading",
        [TL_LINE_CELL] = "cell", [TL_LINE_CODE] = "code", [TL_LINE_URL] = "url",
        [TL_LINE_RULE] = "rule",
    };
    return names[kind];
}

/* --- addresses --- */

/* "ann@example.com": one @, a dot after it, nothing that no mailbox has. */
static bool is_mailbox(struct tl_str s)
{
    size_t at = tl_str_find_char(s, '@', 0);
    size_t dot = at == TL_NONE ? TL_NONE : tl_str_find_char(s, '.', at);
    for (size_t i = 0; i < s.len; i++) {
        if (tl_str_find_char(TL_STR("{}()<>,;:\"%$/"), s.data[i], 0) != TL_NONE) {
            return false;
        }
    }
    return at != TL_NONE && at > 0 && dot != TL_NONE && dot > at + 1 && dot + 1 < s.len;
}

bool tl_line_is_address(struct tl_str line)
{
    static const char *const schemes[] = {"http://", "https://", "ftp://", "mailto:", "www."};
    struct tl_str s = tl_str_trim(line);
    if (s.len > 2 && s.data[0] == '<' && s.data[s.len - 1] == '>') {
        s = tl_str_slice(s, 1, s.len - 1);
    }
    for (size_t i = 0; i < s.len; i++) {
        if (tl_char_is_space(s.data[i])) {
            return false;
        }
    }
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
        struct tl_str scheme = tl_str_of(schemes[i]);
        if (tl_str_has_prefix_nocase(s, scheme) && s.len > scheme.len) {
            return true;
        }
    }
    return is_mailbox(s);
}

static struct tl_str line_str(const struct tl_lines *lines, struct tl_str text, size_t i)
{
    return tl_str_slice(text, lines->items[i].span.begin, lines->items[i].span.end);
}

/* Whether what stands before line `i` has ended, or leads to it. */
static bool is_led_to(const struct tl_lines *lines, struct tl_str text, size_t i)
{
    const struct tl_line *line = &lines->items[i];
    if (i == 0 || line->starts_block || line[-1].hard || line[-1].kind != TL_LINE_TEXT) {
        return true;
    }
    struct tl_str before = line_str(lines, text, i - 1);
    return before.len > 0 &&
           tl_str_find_char(TL_STR(".:!?"), before.data[before.len - 1], 0) != TL_NONE;
}

/* Whether the sentence goes on after line `i`. */
static bool is_left(const struct tl_lines *lines, struct tl_str text, size_t i)
{
    const struct tl_line *line = &lines->items[i];
    if (i + 1 == lines->len || line[1].starts_block || line[1].kind != TL_LINE_TEXT) {
        return false;
    }
    struct tl_str next = line_str(lines, text, i + 1);
    uint32_t first;
    tl_utf8_next(next, &first);
    return tl_char_is_lower(first) && !tl_line_is_address(next);
}

void tl_lines_mark_addresses(struct tl_lines *lines, struct tl_str text)
{
    for (size_t i = 0; i < lines->len; i++) {
        struct tl_line *line = &lines->items[i];
        if (line->kind == TL_LINE_TEXT && tl_line_is_address(line_str(lines, text, i)) &&
            is_led_to(lines, text, i) && !is_left(lines, text, i)) {
            line->kind = TL_LINE_URL;
        }
    }
}

void tl_lines_part_kinds(struct tl_lines *lines)
{
    for (size_t i = 1; i < lines->len; i++) {
        struct tl_line *line = &lines->items[i];
        line->starts_block =
            line->starts_block || line->kind != line[-1].kind || line->kind == TL_LINE_RULE;
    }
}
