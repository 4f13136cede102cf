/* SPDX-License-Identifier: MIT */
#include "text/html_frame.h"

#include "text/html_box.h"
#include "text/html_element.h"

/* A cell with more than this is prose, and its table a layout. */
enum { MAX_CELL_BYTES = 160 };

/* --- tables --- */

static size_t table_open(struct tl_html_frames *f, const struct tl_html_frame *around,
                         const struct tl_html_traits *traits)
{
    if (around->state.table > 0) {
        f->tables.items[around->state.table - 1].layout = true;
    }
    *TL_VEC_ADD(f->arena, &f->tables) =
        (struct tl_html_table_facts){.layout = traits->presentation};
    return f->tables.len;
}

static void cell_close(struct tl_html_frames *f, const struct tl_html_frame *cell)
{
    size_t n_bytes = f->n_ink - cell->ink_before;
    struct tl_html_table_facts *facts = &f->tables.items[cell->state.table - 1];
    facts->layout = facts->layout || n_bytes > MAX_CELL_BYTES;
    if (n_bytes > 0 && ++facts->row_cells == 2) {
        facts->n_full_rows++;
    }
}

static void frame_set_table(struct tl_html_frames *f, struct tl_html_frame *frame,
                            const struct tl_html_frame *around, const struct tl_html_traits *traits)
{
    if (frame->flags & TL_HTML_TABLE) {
        frame->table = table_open(f, around, traits);
        frame->state.table = 0;
    }
    if (frame->table == 0) {
        return;
    }
    struct tl_html_table_facts *facts = &f->tables.items[frame->table - 1];
    if (frame->flags & TL_HTML_ROW) {
        facts->row_cells = 0;
        frame->state.row = ++f->n_rows;
    }
    if (frame->flags & TL_HTML_CELL) {
        frame->state.table = frame->table;
        frame->ink_before = f->n_ink;
        facts->has_heads = facts->has_heads || (frame->flags & TL_HTML_HEAD_CELL) != 0;
    }
    if ((frame->flags & TL_HTML_ITEM) && frame->state.table > 0) {
        facts->layout = true;
    }
}

/* --- quotes --- */

static void blockquote_open(struct tl_html_frame *frame, struct tl_html_frame *around,
                            const struct tl_html_traits *traits)
{
    if (around->is_box) {
        // what follows the quote proper in its box is an answer
        around->is_box = false;
        around->in_box = false;
        around->state.quote_depth--;
        frame->in_box = false;
    } else if (traits->borderless && traits->quote != TL_HTML_QUOTE_CITE) {
        return; // the "indent" button of a mail program
    } else {
        frame->state.quote_depth++;
    }
}

static void frame_set_quote(struct tl_html_frame *frame, struct tl_html_frame *around,
                            const struct tl_html_traits *traits)
{
    frame->is_box = false;
    frame->rest_is_quoted = false;
    if (frame->flags & TL_HTML_QUOTE) {
        blockquote_open(frame, around, traits);
        return;
    }
    switch (traits->quote) {
    case TL_HTML_QUOTE_NONE:
    case TL_HTML_QUOTE_CITE:
        return;
    case TL_HTML_QUOTE_BOX:
        if (frame->in_box) {
            return;
        }
        frame->is_box = true;
        frame->in_box = true;
        frame->state.quote_depth++;
        break;
    case TL_HTML_QUOTE_ATTRIBUTION:
        frame->state.quote_depth += !frame->in_box;
        break;
    case TL_HTML_QUOTE_REST:
        around->state.quote_depth += !around->rest_is_quoted;
        around->rest_is_quoted = true;
        frame->state.quote_depth = around->state.quote_depth;
        break;
    }
    frame->block = true;
}

/* --- elements --- */

static bool switched(enum tl_html_switch said, bool around)
{
    return said == TL_HTML_UNSAID ? around : said == TL_HTML_ON;
}

/* The 2 of "h2"; 0 of other headings. */
static unsigned heading_level(struct tl_str name)
{
    return name.len == 2 && tl_char_is_digit(name.data[1]) ? (unsigned)(name.data[1] - '0') : 0;
}

static void frame_set_state(struct tl_html_frames *f, struct tl_html_frame *frame,
                            const struct tl_html_traits *traits)
{
    struct tl_html_state *state = &frame->state;
    state->keeps_lines = switched(traits->keeps_lines, state->keeps_lines);
    state->bold = switched(traits->bold, state->bold || (frame->flags & TL_HTML_BOLD) != 0);
    state->level += (frame->flags & TL_HTML_LIST) != 0;
    state->is_footer |= traits->footer || tl_str_equal(frame->name, TL_STR("footer"));
    if (frame->flags & TL_HTML_LIST) {
        state->is_numbered = tl_str_equal(frame->name, TL_STR("ol"));
    }
    if (frame->flags & TL_HTML_PRE) {
        state->kind = TL_LINE_CODE;
        state->keeps_lines = true;
    } else if (frame->flags & TL_HTML_HEADING) {
        state->kind = TL_LINE_HEADING;
        state->heading = heading_level(frame->name);
    } else if ((frame->flags & TL_HTML_ITEM) || traits->list_level > 0) {
        state->kind = TL_LINE_ITEM;
        state->item = ++f->n_items;
        state->level = traits->list_level > 0 ? traits->list_level : state->level;
    }
}

/* --- what can be seen --- */

static void frame_set_paint(const struct tl_html_frames *f, struct tl_html_frame *frame,
                            const struct tl_html_traits *traits)
{
    struct tl_html_paint said = traits->paint;
    struct tl_html_paint styled = tl_html_sheet_paint(&f->sheet, frame->name, traits);
    bool own_ink = frame->link || (frame->flags & TL_HTML_TABLE) != 0; // by default
    if (styled.ink.kind != TL_HTML_COLOUR_UNSAID ||
        (own_ink && said.ink.kind == TL_HTML_COLOUR_UNSAID)) {
        said.ink.kind = TL_HTML_COLOUR_UNKNOWN;
    }
    // buttons, and what programs turn into HTML of their own, have backgrounds by default
    bool own_back =
        (frame->flags & TL_HTML_KNOWN) == 0 || tl_str_has_prefix(frame->name, TL_STR("mj"));
    if (styled.back.kind != TL_HTML_COLOUR_UNSAID ||
        (own_back && said.back.kind == TL_HTML_COLOUR_UNSAID)) {
        said.back.kind = TL_HTML_COLOUR_UNKNOWN;
    }
    frame->paint = tl_html_paint_over(frame->paint, said);
}

static void frame_set_sight(const struct tl_html_frames *f, struct tl_html_frame *frame,
                            const struct tl_html_traits *traits)
{
    bool in_table = (frame->flags & (TL_HTML_TABLE | TL_HTML_ROW | TL_HTML_CELL)) != 0;
    bool is_box = frame->block && !in_table;
    frame->hidden = frame->hidden || traits->hidden || (frame->flags & TL_HTML_HIDDEN) != 0 ||
                    (is_box && tl_html_box_is_empty(traits->box)) ||
                    tl_html_sheet_hides(&f->sheet, traits->classes);
    frame->zero_sized = switched(traits->zero_sized, frame->zero_sized);
    frame->not_visible = switched(traits->not_visible, frame->not_visible);
    if (is_box && tl_html_box_is_flat(traits->box)) {
        frame->flat = true;
    } else if (traits->box & TL_HTML_BOX_TALL) {
        frame->flat = false;
    }
    frame_set_paint(f, frame, traits);
}

struct tl_html_frames *tl_html_frames_new(struct tl_arena *arena)
{
    struct tl_html_frames *frames = tl_arena_alloc(arena, sizeof *frames);
    frames->arena = arena;
    frames->len = 1;
    frames->items[0].name = TL_STR("");
    frames->items[0].paint = tl_html_paint_of_page();
    return frames;
}

struct tl_html_frame *tl_html_frame_top(struct tl_html_frames *frames)
{
    return &frames->items[frames->len - 1];
}

bool tl_html_frame_is_laid_out(const struct tl_html_frame *frame)
{
    return !frame->hidden && !frame->zero_sized && !frame->not_visible && !frame->flat;
}

bool tl_html_frame_is_shown(const struct tl_html_frame *frame)
{
    return tl_html_frame_is_laid_out(frame) && !tl_html_paint_hides(frame->paint);
}

struct tl_html_frame *tl_html_frame_open(struct tl_html_frames *frames, struct tl_str name,
                                         const struct tl_html_traits *traits)
{
    if (frames->len == TL_MAX_HTML_DEPTH) {
        return NULL;
    }
    struct tl_html_frame *around = tl_html_frame_top(frames);
    struct tl_html_frame *frame = &frames->items[frames->len++];
    *frame = *around;
    frame->name = name;
    frame->flags = tl_html_element_flags(name);
    frame->block = switched(traits->block, (frame->flags & TL_HTML_BLOCK) != 0);
    frame->link = (frame->flags & TL_HTML_LINK) != 0 && traits->has_href;
    frame_set_sight(frames, frame, traits);
    if (!frame->hidden) {
        frame_set_quote(frame, around, traits);
        frame_set_table(frames, frame, around, traits);
        frame_set_state(frames, frame, traits);
    }
    return frame;
}

struct tl_html_frame tl_html_frame_close(struct tl_html_frames *frames)
{
    struct tl_html_frame frame = frames->items[--frames->len];
    if (!frame.hidden && (frame.flags & TL_HTML_CELL) && frame.table > 0) {
        cell_close(frames, &frame);
    }
    return frame;
}

struct tl_html_tables tl_html_frames_tables(const struct tl_html_frames *frames)
{
    struct tl_html_tables tables = {0};
    for (size_t i = 0; i < frames->tables.len; i++) {
        const struct tl_html_table_facts *facts = &frames->tables.items[i];
        size_t needed = facts->has_heads ? 1 : 2;
        bool is_data = !facts->layout && facts->n_full_rows >= needed;
        *TL_VEC_ADD(frames->arena, &tables) = (struct tl_html_table){is_data};
    }
    return tables;
}
