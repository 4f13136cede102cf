/*
 * The elements of an HTML text that are open, and how they let text be shown: what is hidden, what
 * is quoted, which tables hold data.
 *
 *     struct tl_html_frames *frames = tl_html_frames_new(arena);
 *     tl_html_frame_open(frames, "td", &traits);
 *     frames->n_ink += 5;                       // five letters of text
 *     use(&tl_html_frame_top(frames)->state);
 *     tl_html_frame_close(frames);
 *     tables = tl_html_frames_tables(frames);
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_TEXT_HTML_FRAME_H
#define TL_TEXT_HTML_FRAME_H

#include "base/limits.h"
#include "text/html_sheet.h"
#include "text/html_stream.h"
#include "text/html_trait.h"

/* An element that is open. */
struct tl_html_frame {
    struct tl_str name; /* lower case */
    unsigned flags;     /* tl_html_element_flag */
    bool hidden;        /* for good */
    bool zero_sized;
    bool not_visible;
    bool flat; /* lines without height */
    struct tl_html_paint paint;
    bool block;
    bool link;
    bool in_box;         /* in a TL_HTML_QUOTE_BOX, which has added to the quote depth */
    bool is_box;         /* one whose quote proper has not come yet */
    bool rest_is_quoted; /* from a TL_HTML_QUOTE_REST in it on */
    struct tl_html_state state;
    size_t table;      /* the innermost, from 1 */
    size_t ink_before; /* of a cell: n_ink at its start */
};

/* What tells a table of data from a layout, gathered while it is read. */
struct tl_html_table_facts {
    bool layout;        /* said to be one, or with tables, lists or prose in its cells */
    bool has_heads;     /* th */
    size_t row_cells;   /* cells with text in this row so far */
    size_t n_full_rows; /* rows with more than one of them */
};

TL_VEC(tl_html_table_facts_vec, struct tl_html_table_facts);

struct tl_html_frames {
    struct tl_arena *arena;
    struct tl_html_sheet sheet; /* filled by the user */
    size_t n_ink;               /* bytes of text that are no white space: counted by the user */
    size_t n_items;             /* list items so far */
    size_t n_rows;              /* rows of tables so far */
    struct tl_html_table_facts_vec tables;
    size_t len;
    struct tl_html_frame items[TL_MAX_HTML_DEPTH]; /* 0 is around everything */
};

/* Frames of a text of which nothing was read, borrowed from the arena. */
struct tl_html_frames *tl_html_frames_new(struct tl_arena *arena);

/* The innermost. */
struct tl_html_frame *tl_html_frame_top(struct tl_html_frames *frames);

/* Whether it takes room: its lines begin and end, even if the text in it cannot be seen. */
bool tl_html_frame_is_laid_out(const struct tl_html_frame *frame);

/* Whether text can be seen in it; if so, it takes room. */
bool tl_html_frame_is_shown(const struct tl_html_frame *frame);

/*
 * Adds an element, and changes the one around it where a quote begins or ends with this one.
 * name  lower case; must outlive the frame
 * Returns the new frame, or NULL where there are TL_MAX_HTML_DEPTH already.
 */
struct tl_html_frame *tl_html_frame_open(struct tl_html_frames *frames, struct tl_str name,
                                         const struct tl_html_traits *traits);

/* Takes the innermost away, which must not be the one around everything; returns a copy of it. */
struct tl_html_frame tl_html_frame_close(struct tl_html_frames *frames);

/* What the tables were. */
struct tl_html_tables tl_html_frames_tables(const struct tl_html_frames *frames);

#endif
