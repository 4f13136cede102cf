/* SPDX-License-Identifier: MIT */
#include "text/flowed.h"

struct flowed_line {
    size_t content; /* after quote marks and stuffing */
    size_t end;     /* without the line end */
    size_t depth;
};

static struct flowed_line line_at(struct tl_str text, size_t begin)
{
    struct flowed_line line = {.content = begin};
    size_t end = tl_str_find_char(text, '\n', begin);
    line.end = end == TL_NONE ? text.len : end;
    while (line.content < line.end && text.data[line.content] == '>') {
        line.content++;
    }
    line.depth = line.content - begin;
    if (line.content < line.end && text.data[line.content] == ' ') {
        line.content++;
    }
    return line;
}

static bool is_separator(struct tl_str text, const struct flowed_line *line)
{
    return tl_str_equal(tl_str_slice(text, line->content, line->end), TL_STR("-- "));
}

static bool goes_on(struct tl_str text, const struct flowed_line *line,
                    const struct flowed_line *next)
{
    // many a writer leaves a space before a blank line, and means the blank line
    return line->end > line->content && text.data[line->end - 1] == ' ' &&
           next->end > next->content && next->depth == line->depth && !is_separator(text, line) &&
           !is_separator(text, next);
}

struct tl_text tl_flowed_text(struct tl_arena *arena, const struct tl_text *text, bool delsp,
                              bool *joined)
{
    struct tl_str bytes = text->bytes;
    struct tl_text_builder out = tl_text_build(arena);
    size_t done = 0;
    *joined = false;
    struct flowed_line line = line_at(bytes, 0);
    while (line.end + 1 < bytes.len) {
        struct flowed_line next = line_at(bytes, line.end + 1);
        if (goes_on(bytes, &line, &next)) {
            tl_text_keep(&out, text, (struct tl_span){done, delsp ? line.end - 1 : line.end});
            done = next.content;
            *joined = true;
        }
        line = next;
    }
    if (!*joined) {
        return *text;
    }
    tl_text_keep(&out, text, (struct tl_span){done, bytes.len});
    return tl_text_finish(&out);
}
