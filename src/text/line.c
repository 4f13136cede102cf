/* SPDX-License-Identifier: MIT */
#include "text/line.h"

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
        [TL_LINE_CELL] = "cell", [TL_LINE_CODE] = "code", [TL_LINE_RULE] = "rule",
    };
    return names[kind];
}
