/* SPDX-License-Identifier: MIT */
#include "text/plain.h"

#include "base/utf8.h"
#include "text/flowed.h"
#include "text/grid.h"
#include "text/list.h"
#include "text/list_mark.h"
#include "text/markdown_link.h"
#include "text/newline.h"
#include "text/nfc.h"

#include <limits.h>

enum {
    TAB_COLUMNS = 8,
    LONGEST_TITLE_BYTES = 80,
    FEWEST_CAPITALS = 4, /* of a title: "FAQ" may be a word of a text */
    UNDERLINE_SLACK = 3, /* characters that an underline is longer or shorter than its title */
};

/* A line of the file, taken apart. */
struct raw_line {
    size_t begin;   /* where its text begins: after quote marks and indentation */
    size_t end;     /* without white space at the end */
    size_t raw_end; /* without the line end */
    size_t indent;
    unsigned depth;
};
TL_VEC(raw_lines, struct raw_line);
TL_VEC(columns, size_t);

struct reader {
    struct tl_arena *arena;
    struct tl_str text;
    struct raw_lines raw;
    struct tl_lines lines;
    struct columns indents; /* of each of the lines */
    struct tl_grid grid;
    size_t no_grid_before; /* up to this raw line, no table begins */
    bool ends_are_hard;   /* of every line: the text is flowed, and breaks lines softly elsewhere */
    bool border;          /* a blank line or the like stands before what comes next */
    size_t fence_end;     /* where the fenced code ends; 0 outside of code */
    unsigned fence_depth; /* the quote marks before it */
    bool no_fence;        /* there is no closing fence further on */
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\f' || c == '\v';
}

/* most_marks: what is more is text, as in code */
static struct raw_line raw_line_at(struct tl_str text, size_t begin, unsigned most_marks)
{
    size_t newline = tl_str_find_char(text, '\n', begin);
    struct raw_line line = {.begin = begin, .raw_end = newline == TL_NONE ? text.len : newline};
    size_t at = begin;
    while (at < line.raw_end) {
        if (text.data[at] == '>' && line.depth < most_marks) {
            line.depth++;
            at++;
            line.begin = at;
        } else if (line.depth > 0 && text.data[at] == ' ' && at == line.begin) {
            at++;
        } else {
            break;
        }
    }
    line.indent = line.begin;
    while (line.begin < line.raw_end && is_blank(text.data[line.begin])) {
        line.begin++;
    }
    line.indent = line.begin - line.indent;
    line.end = line.raw_end;
    while (line.end > line.begin && is_blank(text.data[line.end - 1])) {
        line.end--;
    }
    return line;
}

/* The bytes of a heading's mark, "## " and the like; 0 where there is none. */
static size_t heading_mark(struct tl_str line)
{
    size_t n = 0;
    while (n < line.len && n < 7 && line.data[n] == '#') {
        n++;
    }
    if (n == 0 || n > 6 || n == line.len || !is_blank(line.data[n])) {
        return 0;
    }
    while (is_blank(line.data[n])) {
        n++;
    }
    return n;
}

/* Where the text of a heading ends, without the "##" that may close it. */
static size_t heading_end(struct tl_str text, struct tl_span span)
{
    size_t end = span.end;
    while (end > span.begin && text.data[end - 1] == '#') {
        end--;
    }
    if (end == span.end || end == span.begin || !is_blank(text.data[end - 1])) {
        return span.end;
    }
    while (end > span.begin && is_blank(text.data[end - 1])) {
        end--;
    }
    return end;
}

/* --- code --- */

/* What opens a fence: "```", or "~~~" with a name, for "~~~" alone is also a dividing line. */
static char fence_char(struct tl_str line)
{
    bool tildes =
        tl_str_has_prefix(line, TL_STR("~~~")) && line.len > 3 && tl_char_is_alpha(line.data[3]);
    return tl_str_has_prefix(line, TL_STR("```")) ? '`' : tildes ? '~' : 0;
}

static struct tl_str shown_str(const struct reader *r, size_t i)
{
    const struct raw_line *line = &r->raw.items[i];
    return tl_str_slice(r->text, line->begin, line->end);
}

/* Line `i` as it is in code, where it has no more quote marks than the fence. */
static struct raw_line code_line(const struct reader *r, size_t i)
{
    size_t begin = i == 0 ? 0 : r->raw.items[i - 1].raw_end + 1;
    return raw_line_at(r->text, begin, r->fence_depth);
}

/* Where the code that the fence of line `i` opens ends: after its closing fence; 0: nowhere. */
static size_t fence_close(struct reader *r, size_t i, char mark)
{
    const char closing[] = {mark, mark, mark};
    for (size_t k = i + 1; !r->no_fence && k < r->raw.len; k++) {
        struct raw_line line = code_line(r, k);
        if (tl_str_has_prefix(tl_str_slice(r->text, line.begin, line.end),
                              (struct tl_str){closing, sizeof closing})) {
            return line.raw_end;
        }
    }
    r->no_fence = true;
    return 0;
}

static bool is_code(struct reader *r, size_t i)
{
    char mark = r->fence_end == 0 ? fence_char(shown_str(r, i)) : 0;
    if (mark != 0) {
        r->fence_depth = r->raw.items[i].depth;
        r->fence_end = fence_close(r, i, mark);
    }
    return r->fence_end != 0;
}

/* --- headings --- */

/* Whether lines `i` and `k` are there, of one quote, with no blank line between. */
static bool is_together(const struct reader *r, size_t i, size_t k)
{
    const struct raw_line *lines = r->raw.items;
    return k < r->raw.len && lines[k].begin < lines[k].end && lines[i].depth == lines[k].depth;
}

/* A dividing line about as long as a title is its underline. */
static bool is_underline(const struct reader *r, size_t title, size_t i)
{
    struct tl_str line = shown_str(r, i);
    size_t n = tl_utf8_count(shown_str(r, title));
    return tl_line_is_rule(line) &&
           tl_str_find_char(TL_STR("=-*_~#"), line.data[0], 0) != TL_NONE &&
           tl_str_find_char(line, ' ', 0) == TL_NONE && line.len <= n + UNDERLINE_SLACK &&
           line.len + UNDERLINE_SLACK >= n;
}

/* Whether line `i` is a title that line `i + 1` underlines. */
static bool is_underlined(const struct reader *r, size_t i)
{
    struct tl_str title = shown_str(r, i);
    struct tl_list_mark mark = tl_list_mark_read(title);
    return is_together(r, i, i + 1) && title.len <= LONGEST_TITLE_BYTES &&
           mark.kind == TL_LIST_MARK_NONE && !tl_line_is_rule(title) && is_underline(r, i, i + 1) &&
           !tl_str_ends_in(title, ".,;:");
}

/* Whether line `i`, in a block of its own with a text below, is in capitals: "WHAT TO DO". */
static bool is_in_capitals(const struct reader *r, size_t i)
{
    struct tl_str s = shown_str(r, i);
    size_t n_letters = 0;
    for (size_t at = 0; at < s.len;) {
        uint32_t c;
        at += tl_utf8_next(tl_str_slice(s, at, s.len), &c);
        if (tl_char_is_lower(c) || tl_char_is_number(c)) {
            return false;
        }
        n_letters += tl_char_is_upper(c);
    }
    bool below = i + 2 < r->raw.len && r->raw.items[i + 1].begin == r->raw.items[i + 1].end;
    return below && n_letters >= FEWEST_CAPITALS && s.len <= LONGEST_TITLE_BYTES &&
           !tl_str_ends_in(s, ".,;:!") && tl_list_mark_read(s).kind == TL_LIST_MARK_NONE;
}

/* --- lines --- */

static bool is_signature_separator(const struct reader *r, const struct raw_line *line)
{
    return tl_str_equal(tl_str_slice(r->text, line->begin, line->raw_end), TL_STR("-- "));
}

static bool is_hard(const struct reader *r, const struct raw_line *line)
{
    return r->ends_are_hard ||
           tl_str_equal(tl_str_slice(r->text, line->end, line->raw_end), TL_STR("  "));
}

/* The columns of white space before the text. */
static size_t indent_columns(const struct reader *r, const struct raw_line *line)
{
    size_t column = 0;
    for (size_t at = line->begin - line->indent; at < line->begin; at++) {
        column += r->text.data[at] == '\t' ? TAB_COLUMNS - column % TAB_COLUMNS : 1;
    }
    return column;
}

static struct tl_line *line_add(struct reader *r, size_t i, enum tl_line_kind kind)
{
    const struct raw_line *raw = &r->raw.items[i];
    const struct tl_line *last = r->lines.len > 0 ? &r->lines.items[r->lines.len - 1] : NULL;
    bool starts = r->border || last == NULL || last->quote_depth != raw->depth;
    struct tl_line *added = TL_VEC_ADD(r->arena, &r->lines);
    *added = (struct tl_line){
        .span = {raw->begin, is_signature_separator(r, raw) ? raw->raw_end : raw->end},
        .kind = kind,
        .quote_depth = raw->depth,
        .starts_block = starts || kind == TL_LINE_HEADING,
        .hard = is_hard(r, raw),
    };
    *TL_VEC_ADD(r->arena, &r->indents) = indent_columns(r, raw);
    r->border = false;
    return added;
}

/* --- tables --- */

/* Reads the table that line `i` may begin, and returns what it is and how many lines it has. */
static enum tl_grid_kind grid_read(struct reader *r, size_t i, size_t *n_lines)
{
    tl_grid_clear(&r->grid);
    size_t k = i;
    for (; is_together(r, i, k); k++) {
        const struct raw_line *line = &r->raw.items[k];
        struct tl_span span = {line->begin - line->indent, line->end};
        struct tl_list_mark mark = tl_list_mark_read(shown_str(r, k));
        bool item = mark.kind != TL_LIST_MARK_NONE && mark.n_parts < 2;
        if (item || !tl_grid_add(&r->grid, span)) {
            break;
        }
    }
    *n_lines = k - i;
    return tl_grid_kind(&r->grid);
}

/* The lines of a table that begins at line `i`; 0: there is none. */
static size_t grid_add(struct reader *r, size_t i)
{
    size_t n_lines = 0;
    if (i < r->no_grid_before) {
        return 0;
    }
    enum tl_grid_kind kind = grid_read(r, i, &n_lines);
    if (kind == TL_GRID_NONE) {
        r->no_grid_before = i + n_lines;
        return 0;
    }
    for (size_t row = 0; row < n_lines; row++) {
        const struct tl_grid_row *cells = &r->grid.rows.items[row];
        if (cells->n_cells == 0) {
            (void)line_add(r, i + row, TL_LINE_RULE);
        }
        for (size_t k = 0; k < cells->n_cells; k++) {
            bool in_table = kind == TL_GRID_TABLE;
            struct tl_line *line = line_add(r, i + row, in_table ? TL_LINE_CELL : TL_LINE_TEXT);
            line->span = r->grid.cells.items[cells->first_cell + k].span;
            line->starts_block = line->starts_block || in_table;
            line->starts_row = in_table && k == 0;
            line->hard = true;
        }
    }
    return n_lines;
}

/* --- the whole --- */

/* Makes lines of what begins at line `i`; returns how many lines it is. */
static size_t lines_add(struct reader *r, size_t i)
{
    struct raw_line *raw = &r->raw.items[i];
    bool in_code = r->fence_end != 0;
    if (in_code) {
        *raw = code_line(r, i);
    }
    if (raw->begin == raw->end) {
        r->border = r->border || !in_code;
        return 1;
    }
    if (is_code(r, i)) {
        bool closes = raw->raw_end == r->fence_end;
        r->fence_end = closes ? 0 : r->fence_end;
        if (!in_code || closes) {
            r->border = true; /* the fences are no part of the code */
            return 1;
        }
        (void)line_add(r, i, TL_LINE_CODE);
        return 1;
    }
    bool ruled = tl_line_is_rule(shown_str(r, i));
    if (ruled && is_together(r, i, i + 1) && is_underlined(r, i + 1) && is_underline(r, i + 1, i)) {
        (void)line_add(r, i + 1, TL_LINE_HEADING);
        return 3;
    }
    if (ruled) {
        (void)line_add(r, i, TL_LINE_RULE);
        return 1;
    }
    size_t heading = raw->indent < 4 ? heading_mark(shown_str(r, i)) : 0;
    if (heading > 0) {
        struct tl_line *line = line_add(r, i, TL_LINE_HEADING);
        while (r->text.data[raw->begin + line->level] == '#') {
            line->level++;
        }
        line->span.begin += heading;
        line->span.end = heading_end(r->text, line->span);
        return 1;
    }
    bool starts = r->border || i == 0 || r->raw.items[i - 1].depth != raw->depth;
    if (starts && is_underlined(r, i)) {
        struct tl_line *line = line_add(r, i, TL_LINE_HEADING);
        char mark = r->text.data[r->raw.items[i + 1].begin];
        line->level = mark == '=' ? 1 : mark == '-' ? 2 : 0;
        return 2;
    }
    if (starts && is_in_capitals(r, i)) {
        (void)line_add(r, i, TL_LINE_HEADING);
        return 1;
    }
    size_t n_lines = grid_add(r, i);
    if (n_lines == 0) {
        (void)line_add(r, i, TL_LINE_TEXT);
    }
    return n_lines > 0 ? n_lines : 1;
}

struct tl_reading tl_plain_read(struct tl_arena *arena, const struct tl_text *text, bool flowed,
                                bool delsp)
{
    struct tl_reading reading = {.text = tl_newline_text(arena, text)};
    bool joined = false;
    if (flowed) {
        reading.text = tl_flowed_text(arena, &reading.text, delsp, &joined);
    }
    reading.text = tl_nfc_text(arena, &reading.text);
    struct reader r = {
        .arena = arena,
        .text = reading.text.bytes,
        .grid = {.arena = arena, .text = reading.text.bytes},
        .border = true,
        .ends_are_hard = joined,
    };
    for (size_t at = 0; at < r.text.len;) {
        struct raw_line line = raw_line_at(r.text, at, UINT_MAX);
        *TL_VEC_ADD_LONG(arena, &r.raw) = line;
        at = line.raw_end + 1;
    }
    for (size_t i = 0; i < r.raw.len;) {
        i += lines_add(&r, i);
    }
    tl_lines_part_kinds(&r.lines);
    tl_list_find(arena, r.text, &r.lines, r.indents.items);
    tl_lines_part_kinds(&r.lines);
    tl_lines_mark_addresses(&r.lines, r.text);
    reading.lines = r.lines;
    tl_markdown_links_add(arena, &reading);
    return reading;
}
