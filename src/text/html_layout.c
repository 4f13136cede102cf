/* SPDX-License-Identifier: MIT */
#include "text/html_layout.h"

#include "base/utf8.h"
#include "text/list.h"
#include "text/list_mark.h"
#include "text/nfc.h"

enum {
    LONGEST_HEADING_BYTES = 60,
    FIRST_CHECK_MARK = 0x2600, /* what is above stands in cells of its own: "yes" and "no" */
};

TL_VEC(flags, bool);

struct layout {
    struct tl_arena *arena;
    const struct tl_html_stream *stream;
    struct tl_text_builder out;
    struct tl_lines lines;
    struct flags bold; /* of each line: all of it */
    struct tl_links links;
    struct tl_html_state state;
    size_t last_item;     /* of the last line */
    size_t last_row;      /* likewise */
    bool open;            /* a line has begun; it is the last of lines */
    bool border;          /* a block ended, or a blank line was shown, since the last line */
    struct tl_span space; /* white space of the stream that may come before the next word */
    bool in_link;
    bool link_shown; /* the link has text: it is the last of links */
    const struct tl_html_event *link;
};

static void line_open(struct layout *l, size_t at)
{
    if (l->lines.len > 0) {
        tl_text_replace(&l->out, &l->stream->text, (struct tl_span){at, at}, TL_STR("\n"));
    }
    const struct tl_line *last = l->lines.len > 0 ? &l->lines.items[l->lines.len - 1] : NULL;
    bool same_item = l->state.item != 0 && l->state.item == l->last_item;
    size_t table = l->state.table;
    bool cell = table > 0 && l->stream->tables.items[table - 1].is_data;
    enum tl_line_kind kind = cell ? TL_LINE_CELL : l->state.kind;
    bool starts = last == NULL || (l->border && !same_item) || last->kind != kind ||
                  last->quote_depth != l->state.quote_depth;
    *TL_VEC_ADD(l->arena, &l->lines) = (struct tl_line){
        .span = {l->out.bytes.len, l->out.bytes.len},
        .kind = kind,
        .quote_depth = l->state.quote_depth,
        .starts_block = starts,
        .is_numbered = kind == TL_LINE_ITEM && l->state.is_numbered,
        .is_footer = l->state.is_footer,
        .starts_row = cell && l->state.row != l->last_row,
        .level = kind == TL_LINE_HEADING ? l->state.heading
                 : kind != TL_LINE_ITEM  ? 0
                 : l->state.level > 0    ? l->state.level
                                         : 1,
    };
    *TL_VEC_ADD(l->arena, &l->bold) = true;
    l->last_item = l->state.item;
    l->last_row = l->state.row;
    l->open = true;
    l->border = false;
}

static void line_close(struct layout *l, bool hard)
{
    l->space = (struct tl_span){0, 0};
    if (!l->open) {
        return;
    }
    struct tl_line *line = &l->lines.items[l->lines.len - 1];
    line->span.end = l->out.bytes.len;
    line->hard = hard;
    l->open = false;
}

/* A line end that is shown; the second in a row makes a blank line. */
static void line_break(struct layout *l, bool hard)
{
    if (!l->open) {
        l->border = true;
    }
    line_close(l, hard);
}

/* What templates pad their preheader with, "&#847;&zwnj;", so that nothing follows it in a list. */
static bool is_padding(struct tl_str word)
{
    for (size_t at = 0; at < word.len;) {
        uint32_t code_point;
        size_t n = tl_utf8_next(tl_str_slice(word, at, word.len), &code_point);
        bool joins = code_point == 0x034F; // combining grapheme joiner
        bool directs = code_point == 0x200E || code_point == 0x200F;
        if (!joins && !directs && !tl_nfc_is_invisible(tl_str_slice(word, at, at + n))) {
            return false;
        }
        at += n;
    }
    return true;
}

static void word_add(struct layout *l, struct tl_span word)
{
    const struct tl_text *text = &l->stream->text;
    if (is_padding(tl_str_slice(text->bytes, word.begin, word.end))) {
        return;
    }
    if (!l->open) {
        line_open(l, word.begin);
    } else if (l->space.end > l->space.begin) {
        tl_text_replace(&l->out, text, l->space, TL_STR(" "));
    }
    l->space = (struct tl_span){0, 0};
    l->bold.items[l->bold.len - 1] = l->bold.items[l->bold.len - 1] && l->state.bold;
    if (l->in_link && !l->link_shown) {
        size_t at = l->out.bytes.len;
        *TL_VEC_ADD(l->arena, &l->links) =
            (struct tl_link){{at, at}, l->link->target, l->link->tag};
        l->link_shown = true;
    }
    tl_nfc_keep(&l->out, text, word);
    if (l->link_shown) {
        l->links.items[l->links.len - 1].span.end = l->out.bytes.len;
    }
}

/* The bytes of the white space or control character at `at`; 0 where there is none. */
static size_t blank_bytes(struct tl_str s, size_t at)
{
    unsigned char c = (unsigned char)s.data[at];
    if (c < 0x80) {
        return c <= ' ' || c == 0x7F ? 1 : 0;
    }
    uint32_t code_point;
    size_t n = tl_utf8_next((struct tl_str){s.data + at, s.len - at}, &code_point);
    return code_point != 0x200B && tl_char_is_blank(code_point) ? n : 0;
}

static size_t word_end(struct tl_str s, size_t at, size_t end)
{
    while (at < end && blank_bytes(s, at) == 0) {
        uint32_t code_point;
        at += tl_utf8_next((struct tl_str){s.data + at, end - at}, &code_point);
    }
    return at;
}

/* Goes over white space; shows its line ends where the state keeps them. */
static size_t blank_pass(struct layout *l, size_t at, size_t end)
{
    struct tl_str s = l->stream->text.bytes;
    if (l->space.end == l->space.begin) {
        l->space.begin = at;
    }
    for (size_t n = blank_bytes(s, at); n > 0; n = at < end ? blank_bytes(s, at) : 0) {
        bool crlf = s.data[at] == '\r' && at + 1 < end && s.data[at + 1] == '\n';
        bool line_end = (s.data[at] == '\n' || s.data[at] == '\r') && !crlf;
        at += n;
        if (line_end && l->state.keeps_lines) {
            line_break(l, l->state.kind != TL_LINE_CODE);
            l->space.begin = at;
        }
    }
    l->space.end = at;
    return at;
}

static void text_add(struct layout *l, size_t at, size_t end)
{
    struct tl_str s = l->stream->text.bytes;
    while (at < end) {
        if (blank_bytes(s, at) > 0) {
            at = blank_pass(l, at, end);
        } else {
            size_t stop = word_end(s, at, end);
            word_add(l, (struct tl_span){at, stop});
            at = stop;
        }
    }
}

static void rule_add(struct layout *l, size_t at)
{
    line_close(l, true);
    struct tl_html_state around = l->state;
    l->border = true;
    l->state.kind = TL_LINE_RULE;
    l->state.table = 0;
    l->state.item = 0;
    line_open(l, at);
    tl_text_replace(&l->out, &l->stream->text, (struct tl_span){at, at}, TL_STR("---"));
    line_close(l, true);
    l->state = around;
    l->border = true;
}

static void event_apply(struct layout *l, const struct tl_html_event *event)
{
    switch (event->kind) {
    case TL_HTML_EVENT_BORDER:
        line_close(l, true);
        l->border = true;
        l->state = event->state;
        break;
    case TL_HTML_EVENT_STATE:
        l->state = event->state;
        break;
    case TL_HTML_EVENT_BREAK:
        line_break(l, true);
        break;
    case TL_HTML_EVENT_RULE:
        rule_add(l, event->at);
        break;
    case TL_HTML_EVENT_LINK:
        l->in_link = true;
        l->link_shown = false;
        l->link = event;
        break;
    case TL_HTML_EVENT_LINK_END:
        if (l->in_link && !l->link_shown) {
            size_t end = l->out.bytes.len;
            *TL_VEC_ADD(l->arena, &l->links) =
                (struct tl_link){{end, end}, l->link->target, l->link->tag};
        }
        l->in_link = false;
        l->link_shown = false;
        break;
    }
}

/* Mail programs put a whole plain text into <pre>: then it is no code. */
static void code_to_text(struct tl_lines *lines)
{
    for (size_t i = 0; i < lines->len; i++) {
        if (lines->items[i].kind != TL_LINE_CODE) {
            return;
        }
    }
    for (size_t i = 0; i < lines->len; i++) {
        lines->items[i].kind = TL_LINE_TEXT;
    }
}

/* Dividing lines may be written with characters, as in plain text. */
static void text_to_rules(struct tl_lines *lines, struct tl_str text)
{
    for (size_t i = 0; i < lines->len; i++) {
        struct tl_line *line = &lines->items[i];
        if (line->kind == TL_LINE_TEXT &&
            tl_line_is_rule(tl_str_slice(text, line->span.begin, line->span.end))) {
            line->kind = TL_LINE_RULE;
            line->starts_block = true;
            if (i + 1 < lines->len) {
                line[1].starts_block = true;
            }
        }
    }
}

/* A bullet in a cell or line of its own is the mark of what comes next: they become one line. */
static void bullets_join(struct tl_lines *lines, struct flags *bold, struct tl_str text)
{
    size_t n = 0;
    for (size_t i = 0; i < lines->len; i++) {
        struct tl_line *line = &lines->items[i];
        struct tl_line *next = i + 1 < lines->len ? line + 1 : line;
        struct tl_str both = tl_str_slice(text, line->span.begin, next->span.end);
        struct tl_list_mark mark = tl_list_mark_read(both);
        bool alike = next != line && next->kind == line->kind &&
                     next->quote_depth == line->quote_depth &&
                     (line->kind == TL_LINE_TEXT || line->kind == TL_LINE_CELL);
        if (alike && mark.kind == TL_LIST_MARK_BULLET && mark.sign < FIRST_CHECK_MARK &&
            line->span.begin + mark.bytes >= next->span.begin) {
            next->kind = TL_LINE_ITEM;
            next->level = 1;
            next->starts_block = true;
            continue;
        }
        bold->items[n] = bold->items[i];
        lines->items[n++] = *line;
    }
    lines->len = n;
}

/* A short block that is all bold heads what it stands before: prose, a list, a table. */
static void bold_to_headings(struct tl_lines *lines, const struct flags *bold, struct tl_str text)
{
    for (size_t i = 0; i + 1 < lines->len; i++) {
        struct tl_line *line = &lines->items[i];
        const struct tl_line *next = line + 1;
        struct tl_str s = tl_str_slice(text, line->span.begin, line->span.end);
        struct tl_str following = tl_str_slice(text, next->span.begin, next->span.end);
        bool alone = line->kind == TL_LINE_TEXT && bold->items[i] && line->starts_block &&
                     next->starts_block && next->quote_depth == line->quote_depth;
        bool heads = next->kind == TL_LINE_ITEM || next->kind == TL_LINE_CELL ||
                     (next->kind == TL_LINE_TEXT && tl_str_ends_in(following, ".!?:"));
        if (alone && heads && !bold->items[i + 1] && s.len <= LONGEST_HEADING_BYTES &&
            !tl_str_ends_in(s, ".,!?:;")) {
            line->kind = TL_LINE_HEADING;
        }
    }
}

struct tl_reading tl_html_layout(struct tl_arena *arena, const struct tl_html_stream *stream)
{
    struct layout l = {
        .arena = arena, .stream = stream, .out = tl_text_build(arena), .border = true};
    size_t at = 0;
    for (size_t i = 0; i < stream->events.len; i++) {
        const struct tl_html_event *event = &stream->events.items[i];
        text_add(&l, at, event->at);
        at = event->at;
        event_apply(&l, event);
    }
    text_add(&l, at, stream->text.bytes.len);
    line_close(&l, true);
    code_to_text(&l.lines);
    struct tl_text text = tl_text_finish(&l.out);
    text_to_rules(&l.lines, text.bytes);
    bullets_join(&l.lines, &l.bold, text.bytes);
    tl_list_find(arena, text.bytes, &l.lines, NULL);
    bold_to_headings(&l.lines, &l.bold, text.bytes);
    tl_lines_part_kinds(&l.lines);
    tl_lines_mark_addresses(&l.lines, text.bytes);
    return (struct tl_reading){
        .text = text, .lines = l.lines, .links = l.links, .language = TL_STR("")};
}
