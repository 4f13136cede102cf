/* SPDX-License-Identifier: MIT */
#include "text/plain.h"

#include "base/utf8.h"
#include "text/flowed.h"
#include "text/newline.h"
#include "text/nfc.h"

#include <limits.h>

struct reader {
    struct tl_arena *arena;
    struct tl_str text;
    struct tl_lines lines;
    bool ends_are_hard; /* of every line: the text is flowed, and breaks lines softly elsewhere */
    bool border;        /* a blank line or the like stands before what comes next */
    bool in_item;
    size_t item_indent;
    size_t fence_end;     /* where the fenced code ends; 0 outside of code */
    unsigned fence_depth; /* the quote marks before it */
    bool no_fence;        /* there is no closing fence further on */
};

/* A line of the file, taken apart. */
struct raw_line {
    size_t begin;   /* where its text begins: after quote marks and indentation */
    size_t end;     /* without white space at the end */
    size_t raw_end; /* without the line end */
    size_t indent;
    unsigned depth;
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

enum mark { NO_MARK, BULLET, FIRST_NUMBER, FURTHER_NUMBER };

static bool mark_ends(struct tl_str line, size_t at)
{
    return at < line.len && is_blank(line.data[at]);
}

/* The bytes of a bullet at the start of the line; 0 where there is none. */
static size_t bullet_bytes(struct tl_str line)
{
    static const char *const bullets[] = {"-", "*", "+", "•", "‣", "◦", "·", "●", "▪", "■", "–"};
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++) {
        struct tl_str bullet = tl_str_of(bullets[i]);
        if (tl_str_has_prefix(line, bullet) && mark_ends(line, bullet.len)) {
            return bullet.len;
        }
    }
    return 0;
}

/* "1.", "12)", "(3)", "a)" and what they begin; `bytes` is the length of the mark. */
static enum mark mark_of(struct tl_str line, size_t *bytes)
{
    *bytes = bullet_bytes(line);
    if (*bytes > 0) {
        return BULLET;
    }
    size_t begin = line.len > 0 && line.data[0] == '(' ? 1 : 0;
    size_t at = begin;
    while (at < line.len && at < begin + 3 && tl_char_is_digit(line.data[at])) {
        at++;
    }
    bool letter = at == begin && at < line.len && tl_char_is_alpha(line.data[at]);
    at += letter;
    if (at == begin || at >= line.len || !mark_ends(line, at + 1)) {
        return NO_MARK;
    }
    bool ends_well = line.data[at] == ')' || (line.data[at] == '.' && begin == 0 && !letter);
    if (!ends_well) {
        return NO_MARK;
    }
    *bytes = at + 1;
    bool first =
        at == begin + 1 && (line.data[begin] == '1' || tl_char_lower(line.data[begin]) == 'a');
    return first ? FIRST_NUMBER : FURTHER_NUMBER;
}

static bool begins_in_lower_case(struct tl_str line)
{
    uint32_t code_point;
    return tl_utf8_decode(line, &code_point) > 0 && tl_char_is_lower(code_point);
}

static bool is_fence(struct tl_str line)
{
    return tl_str_has_prefix(line, TL_STR("```"));
}

/* Where the code that the fence at `at` opens ends: after its closing fence; 0 where there is none.
 */
static size_t fence_close(struct reader *r, size_t at)
{
    if (r->no_fence) {
        return 0;
    }
    for (size_t next = at; next != TL_NONE && next < r->text.len;) {
        size_t newline = tl_str_find_char(r->text, '\n', next);
        next = newline == TL_NONE ? TL_NONE : newline + 1;
        if (next == TL_NONE || next >= r->text.len) {
            break;
        }
        struct raw_line line = raw_line_at(r->text, next, r->fence_depth);
        if (is_fence(tl_str_slice(r->text, line.begin, line.end))) {
            return line.raw_end;
        }
    }
    r->no_fence = true;
    return 0;
}

static bool is_code(struct reader *r, const struct raw_line *line, struct tl_str shown)
{
    if (r->fence_end == 0 && is_fence(shown)) {
        r->fence_depth = line->depth;
        r->fence_end = fence_close(r, line->begin);
    }
    return r->fence_end != 0;
}

/* Decides what the line is; may move its begin and set r->border. */
static enum tl_line_kind classify(struct reader *r, struct raw_line *line)
{
    struct tl_str shown = tl_str_slice(r->text, line->begin, line->end);
    if (is_code(r, line, shown)) {
        return TL_LINE_CODE;
    }
    if (tl_line_is_rule(shown)) {
        return TL_LINE_RULE;
    }
    size_t heading = line->indent < 4 ? heading_mark(shown) : 0;
    if (heading > 0) {
        line->begin += heading;
        return TL_LINE_HEADING;
    }
    size_t mark_bytes = 0;
    enum mark mark = mark_of(shown, &mark_bytes);
    // inside a paragraph, a number is rather a date or an amount that was wrapped there
    if (mark == FURTHER_NUMBER && !r->border && !r->in_item) {
        mark = NO_MARK;
    }
    if (mark != NO_MARK) {
        r->border = true;
        r->item_indent = line->indent;
        line->begin += mark_bytes;
        while (is_blank(r->text.data[line->begin])) {
            line->begin++;
        }
        return TL_LINE_ITEM;
    }
    bool goes_on = line->indent > r->item_indent || begins_in_lower_case(shown);
    return r->in_item && !r->border && goes_on ? TL_LINE_ITEM : TL_LINE_TEXT;
}

static bool is_signature_separator(const struct reader *r, const struct raw_line *line)
{
    return tl_str_equal(tl_str_slice(r->text, line->begin, line->raw_end), TL_STR("-- "));
}

static bool is_hard(const struct reader *r, const struct raw_line *line)
{
    return r->ends_are_hard ||
           tl_str_equal(tl_str_slice(r->text, line->end, line->raw_end), TL_STR("  "));
}

static void line_add(struct reader *r, struct raw_line line)
{
    const struct tl_line *last = r->lines.len > 0 ? &r->lines.items[r->lines.len - 1] : NULL;
    if (line.begin == line.end) {
        r->border = true;
        return;
    }
    if (last == NULL || last->quote_depth != line.depth) {
        r->border = true;
    }
    enum tl_line_kind kind = classify(r, &line);
    if (last != NULL && kind != last->kind) {
        r->border = true;
    }
    bool separator = is_signature_separator(r, &line);
    struct tl_line *added = TL_VEC_ADD(r->arena, &r->lines);
    *added = (struct tl_line){
        .span = {line.begin, separator ? line.raw_end : line.end},
        .kind = kind,
        .quote_depth = line.depth,
        .starts_block = r->border || kind == TL_LINE_HEADING || kind == TL_LINE_RULE,
        .hard = is_hard(r, &line),
    };
    r->in_item = kind == TL_LINE_ITEM;
    r->border = kind == TL_LINE_HEADING;
    if (line.raw_end == r->fence_end) {
        r->fence_end = 0;
    }
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
        .arena = arena, .text = reading.text.bytes, .border = true, .ends_are_hard = joined};
    for (size_t at = 0; at < r.text.len;) {
        struct raw_line line = raw_line_at(r.text, at, r.fence_end != 0 ? r.fence_depth : UINT_MAX);
        line_add(&r, line);
        at = line.raw_end + 1;
    }
    reading.lines = r.lines;
    return reading;
}
