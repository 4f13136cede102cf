/* SPDX-License-Identifier: MIT */
#include "text/list.h"

#include "base/utf8.h"
#include "text/list_mark.h"
#include "text/template.h"

enum {
    DEEPEST = 16,             /* lists in lists */
    SAME_COLUMN = 1,          /* " 9." and "10." begin in different columns */
    HIGHEST = 128,            /* number that is looked for in the rest of the text */
    NARROWEST_WRAP_BYTES = 56 /* a line that is longer may have been wrapped */
};

struct open_list {
    size_t indent;
    struct tl_list_mark mark; /* of its last item */
};

struct finder {
    struct tl_str text;
    struct tl_lines *lines;
    const size_t *indents;
    struct tl_list_mark *marks; /* of each line */
    size_t *next;               /* of a line with a mark: the next one in the same stretch */
    bool *later;                /* of a line with a number: the next number comes somewhere */
    struct open_list open[DEEPEST];
    size_t n_open;
    struct tl_list_mark last_number; /* of the last numbered item */
    bool near_item;                  /* no blank line stands after the last item */
};

static struct tl_str line_str(const struct finder *f, size_t i)
{
    struct tl_span span = f->lines->items[i].span;
    return tl_str_slice(f->text, span.begin, span.end);
}

static size_t indent_of(const struct finder *f, size_t i)
{
    return f->indents == NULL ? 0 : f->indents[i];
}

static bool begins_in_lower_case(struct tl_str s)
{
    uint32_t c;
    return tl_utf8_decode(s, &c) > 0 && tl_char_is_lower(c);
}

/* --- what stands further on --- */

/* Whether a stretch of items ends before line `i`: a paragraph or another kind of block comes. */
static bool ends_stretch(const struct finder *f, size_t i)
{
    const struct tl_line *line = &f->lines->items[i];
    return line->kind != TL_LINE_TEXT || (line->starts_block && indent_of(f, i) <= SAME_COLUMN);
}

static void marks_read(struct finder *f)
{
    static const size_t n_signs = 2;
    bool seen[2][HIGHEST + 1] = {{false}};
    size_t next = TL_NONE;
    for (size_t i = f->lines->len; i-- > 0;) {
        const struct tl_line *line = &f->lines->items[i];
        f->next[i] = TL_NONE;
        if (i + 1 < f->lines->len && line[1].quote_depth != line->quote_depth) {
            next = TL_NONE;
        }
        if (line->kind == TL_LINE_TEXT) {
            f->marks[i] = tl_list_mark_read(line_str(f, i));
        }
        const struct tl_list_mark *mark = &f->marks[i];
        if (mark->kind == TL_LIST_MARK_NONE) {
            next = ends_stretch(f, i) ? TL_NONE : next;
            continue;
        }
        f->next[i] = next;
        next = i;
        if (mark->kind == TL_LIST_MARK_NUMBER && mark->n_parts == 1 && mark->parts[0] < HIGHEST) {
            size_t sign = mark->sign == '.' ? 0 : n_signs - 1;
            f->later[i] = seen[sign][mark->parts[0] + 1];
            seen[sign][mark->parts[0]] = true;
        }
    }
}

/* --- what is an item --- */

/* Whether the line end before line `i` may be a wrap: it is long, and no sentence ends there. */
static bool was_wrapped(const struct finder *f, size_t i)
{
    struct tl_str before = i > 0 ? line_str(f, i - 1) : TL_STR("");
    return i > 0 && !f->lines->items[i - 1].hard && before.len > NARROWEST_WRAP_BYTES &&
           !tl_str_ends_in(before, ".!?:;");
}

/* Whether the text after the mark begins with a small letter. */
static bool text_is_small(const struct finder *f, size_t i)
{
    struct tl_str s = line_str(f, i);
    return begins_in_lower_case(tl_str_slice(s, f->marks[i].bytes, s.len));
}

/* Whether a placeholder of a template stands after the mark: in a loop, one item stands for all. */
static bool is_masked(const struct finder *f, size_t i)
{
    struct tl_str s = line_str(f, i);
    return tl_template_is_noun(tl_str_slice(s, f->marks[i].bytes, s.len));
}

static bool is_in_list(const struct finder *f, size_t i)
{
    const struct tl_list_mark *mark = &f->marks[i];
    if (f->n_open > 0 && !f->lines->items[i].starts_block && tl_list_mark_is_bullet(mark) &&
        tl_list_mark_is_bullet(&f->open[f->n_open - 1].mark) && !text_is_small(f, i)) {
        return true;
    }
    for (size_t k = 0; k < f->n_open; k++) {
        if (tl_list_mark_follows(&f->open[k].mark, mark)) {
            return true;
        }
    }
    return false;
}

static bool is_numbered_item(const struct finder *f, size_t i, bool at_start, bool has_next)
{
    const struct tl_list_mark *mark = &f->marks[i];
    bool first = tl_list_mark_is_first(mark);
    if (mark->kind == TL_LIST_MARK_LETTER || mark->n_parts > 1) {
        return (has_next && (first || at_start)) || tl_list_mark_is_below(&f->last_number, mark);
    }
    if (!at_start) {
        return (has_next && first) || (f->near_item && tl_list_mark_follows(&f->last_number, mark));
    }
    bool goes_on = mark->kind == f->last_number.kind && mark->n_parts == 1 &&
                   f->last_number.n_parts == 1 && mark->parts[0] == f->last_number.parts[0] + 1;
    return has_next || mark->sign == ')' || goes_on ||
           tl_list_mark_follows(&f->last_number, mark) || (first && f->later[i]);
}

static bool is_item(const struct finder *f, size_t i)
{
    const struct tl_list_mark *mark = &f->marks[i];
    const struct tl_line *line = &f->lines->items[i];
    bool pause = mark->kind == TL_LIST_MARK_DASH && !line->starts_block && text_is_small(f, i) &&
                 was_wrapped(f, i);
    bool ornament = mark->kind == TL_LIST_MARK_EMOJI && line->starts_block;
    if (!pause && !ornament && is_in_list(f, i)) {
        return true;
    }
    size_t next = f->next[i];
    bool has_next = next != TL_NONE &&
                    (tl_list_mark_follows(mark, &f->marks[next]) ||
                     (tl_list_mark_is_bullet(mark) && tl_list_mark_is_bullet(&f->marks[next])));
    bool introduced = i > 0 && line[-1].quote_depth == line->quote_depth &&
                      tl_str_ends_in(line_str(f, i - 1), ":");
    bool deeper = f->n_open > 0 && indent_of(f, i) > f->open[f->n_open - 1].indent + SAME_COLUMN;
    bool close = has_next && (line->starts_block || !f->lines->items[next].starts_block) &&
                 (!pause || indent_of(f, next) + SAME_COLUMN >= indent_of(f, i));
    switch (mark->kind) {
    case TL_LIST_MARK_NONE:
        return false;
    case TL_LIST_MARK_BULLET:
        return true;
    case TL_LIST_MARK_EMOJI:
        return has_next;
    case TL_LIST_MARK_STAR:
        return has_next || introduced || deeper || line->starts_block ||
               (mark->sign == '*' && !text_is_small(f, i));
    case TL_LIST_MARK_DASH:
        return close || introduced || (deeper && !pause) || is_masked(f, i);
    case TL_LIST_MARK_NUMBER:
    case TL_LIST_MARK_LETTER:
        return is_numbered_item(f, i, line->starts_block || introduced, has_next);
    }
    return false;
}

/* --- where it stands --- */

/* The list in the column of the innermost one that the mark goes on with, or TL_NONE. */
static size_t alike_in_column(const struct finder *f, const struct tl_list_mark *mark,
                              size_t indent)
{
    for (size_t i = f->n_open; i-- > 0 && f->open[i].indent + SAME_COLUMN >= indent;) {
        if (tl_list_mark_is_alike(&f->open[i].mark, mark)) {
            return i;
        }
    }
    return TL_NONE;
}

/* Puts the item into the list that it belongs to, and returns its level. */
static unsigned place(struct finder *f, size_t i)
{
    const struct tl_list_mark *mark = &f->marks[i];
    size_t indent = indent_of(f, i);
    while (f->n_open > 0 && f->open[f->n_open - 1].indent > indent + SAME_COLUMN) {
        f->n_open--;
    }
    const struct open_list *top = f->n_open > 0 ? &f->open[f->n_open - 1] : NULL;
    if (top != NULL && indent <= top->indent + SAME_COLUMN) {
        size_t alike = alike_in_column(f, mark, indent);
        bool inner = !f->lines->items[i].starts_block && tl_list_mark_is_inner(&top->mark, mark);
        if (alike != TL_NONE) {
            f->n_open = alike;
        } else if (!inner && !tl_list_mark_is_below(&top->mark, mark)) {
            f->n_open--; // another list, or a list of mixed bullets
        }
    }
    f->n_open -= f->n_open == DEEPEST;
    f->open[f->n_open++] = (struct open_list){indent, *mark};
    if (mark->kind == TL_LIST_MARK_NUMBER) {
        f->last_number = *mark;
    }
    return (unsigned)f->n_open;
}

static bool has_number(const struct tl_list_mark *mark)
{
    return mark->kind == TL_LIST_MARK_NUMBER || mark->kind == TL_LIST_MARK_LETTER;
}

static void item_begin(struct finder *f, size_t i)
{
    struct tl_line *line = &f->lines->items[i];
    line->level = place(f, i);
    line->kind = TL_LINE_ITEM;
    line->is_numbered = has_number(&f->marks[i]);
    line->span.begin += f->marks[i].bytes;
    line->starts_block = true;
    f->near_item = true;
}

/* --- what belongs to an item --- */

/* How many of the open lists the line stands in that has no mark: 0 where it belongs to none. */
static size_t lists_around(const struct finder *f, size_t i)
{
    const struct tl_line *line = &f->lines->items[i];
    const struct tl_line *before = line - 1;
    if (i == 0 || f->n_open == 0 || before->kind != TL_LINE_ITEM ||
        before->quote_depth != line->quote_depth) {
        return 0;
    }
    size_t slack = line->starts_block ? SAME_COLUMN : 0;
    for (size_t n = f->n_open; n > 0; n--) {
        if (indent_of(f, i) > f->open[n - 1].indent + slack) {
            return n;
        }
    }
    bool joined =
        !line->starts_block && (begins_in_lower_case(line_str(f, i)) || was_wrapped(f, i));
    return joined ? f->n_open : 0;
}

void tl_list_find(struct tl_arena *arena, struct tl_str text, struct tl_lines *lines,
                  const size_t *indents)
{
    struct finder f = {
        .text = text,
        .lines = lines,
        .indents = indents,
        .marks = tl_arena_alloc(arena, lines->len * sizeof *f.marks),
        .next = tl_arena_alloc(arena, lines->len * sizeof *f.next),
        .later = tl_arena_alloc(arena, lines->len * sizeof *f.later),
    };
    marks_read(&f);
    for (size_t i = 0; i < lines->len; i++) {
        struct tl_line *line = &lines->items[i];
        bool is_text = line->kind == TL_LINE_TEXT;
        f.near_item = f.near_item && !line->starts_block;
        if (i > 0 && line->quote_depth != line[-1].quote_depth) {
            f.n_open = 0;
        }
        if (is_text && is_item(&f, i)) {
            item_begin(&f, i);
            continue;
        }
        f.n_open = is_text ? lists_around(&f, i) : 0;
        if (f.n_open > 0) {
            line->kind = TL_LINE_ITEM;
            line->level = (unsigned)f.n_open;
            line->is_numbered = has_number(&f.open[f.n_open - 1].mark);
        }
    }
}
