/*
 * Tables that were typed: columns that spaces, tabs or "|" set side by side.
 *
 *     struct tl_grid grid = {.arena = arena, .text = text};
 *     while (there is a line && tl_grid_add(&grid, line)) …
 *     if (tl_grid_kind(&grid) == TL_GRID_TABLE) use(grid.cells);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_TEXT_GRID_H
#define TL_TEXT_GRID_H

#include "base/vec.h"
#include "source/span.h"

struct tl_grid_cell {
    struct tl_span span; /* bytes of the text, without white space at its ends */
    size_t begin, end;   /* columns of the line; of pipes, of what lies between them */
    bool after_tab;
};
TL_VEC(tl_grid_cells, struct tl_grid_cell);

struct tl_grid_row {
    size_t first_cell; /* index */
    size_t n_cells;    /* 0: a ruling, "|---|---|" */
    struct tl_span span;
};
TL_VEC(tl_grid_rows, struct tl_grid_row);

struct tl_grid {
    struct tl_arena *arena;
    struct tl_str text;
    struct tl_grid_cells cells;
    struct tl_grid_rows rows;
    bool has_pipes;
    bool is_ruled;      /* a row comes after a ruling */
    size_t n_multiple;  /* rows of two cells and more */
    size_t n_edged;     /* rows that begin with a pipe */
    size_t n_rulings;   /* in it */
    size_t n_labelled;  /* rows of two cells of which the first ends with a colon */
    size_t n_numeric;   /* rows with an amount, a time, a number after the first cell */
    size_t n_contacts;  /* rows with "Tel: …" or an address in a cell */
    size_t n_wide;      /* rows of three cells and more */
    size_t n_unaligned; /* rows with pipes at other places than the row before */
    size_t n_narrow;    /* rows with a gap of only two spaces */
};

enum tl_grid_kind {
    TL_GRID_NONE,    /* nothing but lines */
    TL_GRID_TABLE,   /* its cells are those of a table */
    TL_GRID_COLUMNS, /* texts side by side, as in a signature: no table */
};

/* Takes all lines away, so that it can be used anew.  Cost: O(1). */
void tl_grid_clear(struct tl_grid *grid);

/*
 * Adds a line where it fits to those before it: has two cells or more that stand below theirs, or
 * is a ruling.  Two spaces after a full stop part no cells.
 * line  bytes of the text, with its indentation
 * Returns whether it was added.  Cost: O(length + cells).
 */
bool tl_grid_add(struct tl_grid *grid, struct tl_span line);

/* What the lines are together.  Where unsure, nothing but lines.  Cost: O(1). */
enum tl_grid_kind tl_grid_kind(const struct tl_grid *grid);

#endif
