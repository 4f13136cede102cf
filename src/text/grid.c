/* SPDX-License-Identifier: MIT */
#include "text/grid.h"

#include "base/utf8.h"

enum {
    TAB_COLUMNS = 8,
    MOST_UNIT_LETTERS = 5, /* of "450 SEK", "9.30 val." */
    WIDE_GAP = 3,          /* spaces that part columns which are no table */
    MOST_CELLS = 32,
    SLACK = 2, /* columns: who types with proportional letters sees them otherwise */
};

struct cursor {
    struct tl_str text;
    size_t at, end;
    size_t column;
};

static uint32_t peek(const struct cursor *c, size_t *bytes)
{
    uint32_t code_point = 0;
    *bytes = tl_utf8_next(tl_str_slice(c->text, c->at, c->end), &code_point);
    return *bytes == 0 ? 0 : code_point;
}

static void pass(struct cursor *c)
{
    size_t bytes;
    uint32_t code_point = peek(c, &bytes);
    c->column += code_point == '\t' ? TAB_COLUMNS - c->column % TAB_COLUMNS : 1;
    c->at += bytes;
}

static bool is_pipe(uint32_t c)
{
    return c == '|' || c == 0x2502 || c == 0x2503 || c == 0x2551; /* │ ┃ ║ */
}

/* --- rulings --- */

/*
 * "+----+----+", "|:---|---:|", "-----  -----" and their like in box drawing: dashes, and something
 * that divides them; inside of a table also without that.
 */
static bool is_ruling(struct tl_str text, struct tl_span line, bool inside)
{
    struct cursor c = {text, line.begin, line.end, 0};
    size_t n_dashes = 0;
    size_t n_corners = 0;
    while (c.at < c.end) {
        size_t bytes;
        uint32_t code_point = peek(&c, &bytes);
        bool box = code_point >= 0x2500 && code_point <= 0x257F;
        if (code_point == '-' || code_point == '=' || (box && !is_pipe(code_point))) {
            n_dashes++;
            n_corners += box;
        } else if (code_point == '+' || is_pipe(code_point) || code_point == ' ' ||
                   code_point == '\t') {
            n_corners++;
        } else if (code_point != ':') {
            return false;
        }
        pass(&c);
    }
    return n_dashes >= 3 && (n_corners > 0 || inside);
}

/* --- cells --- */

static void cell_add(struct tl_grid *grid, struct tl_grid_row *row, struct tl_grid_cell cell)
{
    struct tl_str text = grid->text;
    while (cell.span.begin < cell.span.end && tl_char_is_space(text.data[cell.span.begin])) {
        cell.span.begin++;
    }
    while (cell.span.end > cell.span.begin && tl_char_is_space(text.data[cell.span.end - 1])) {
        cell.span.end--;
    }
    if (cell.span.begin < cell.span.end) {
        *TL_VEC_ADD(grid->arena, &grid->cells) = cell;
        row->n_cells++;
    }
}

/* Returns whether the line begins with a pipe. */
static bool pipe_cells_read(struct tl_grid *grid, struct tl_grid_row *row)
{
    struct cursor c = {grid->text, row->span.begin, row->span.end, 0};
    struct tl_grid_cell cell = {.span.begin = c.at};
    bool edged = false;
    for (;;) {
        size_t bytes;
        bool pipe = is_pipe(peek(&c, &bytes));
        if (pipe || c.at == c.end) {
            cell.span.end = c.at;
            cell.end = c.column;
            bool blank = tl_str_trim(tl_str_slice(grid->text, row->span.begin, c.at)).len == 0;
            edged = edged || (pipe && blank);
            cell_add(grid, row, cell);
        }
        if (c.at == c.end) {
            return edged;
        }
        pass(&c);
        if (pipe) {
            cell = (struct tl_grid_cell){.span.begin = c.at, .begin = c.column};
        }
    }
}

/* Whether what stands before a gap of two spaces is the end of a sentence or of its part. */
static bool is_pause(struct tl_str text, size_t end)
{
    return tl_str_find_char(TL_STR(".!?:;,"), text.data[end - 1], 0) != TL_NONE;
}

/* Returns the width of the narrowest gap between two cells. */
static size_t spaced_cells_read(struct tl_grid *grid, struct tl_grid_row *row)
{
    struct cursor c = {grid->text, row->span.begin, row->span.end, 0};
    size_t narrowest = TL_NONE;
    bool tab = false;
    while (c.at < c.end) {
        struct tl_grid_cell cell = {.span = {c.at, c.at}, .begin = c.column, .after_tab = tab};
        while (c.at < c.end) {
            size_t gap = c.at;
            size_t column = c.column;
            tab = false;
            while (c.at < c.end && tl_char_is_space(c.text.data[c.at])) {
                tab = tab || c.text.data[c.at] == '\t';
                pass(&c);
            }
            size_t width = c.at - gap;
            bool divides =
                tab || width > 2 || (width == 2 && gap > cell.span.begin && !is_pause(c.text, gap));
            if (divides && gap == cell.span.begin) {
                cell = (struct tl_grid_cell){.span = {c.at, c.at}, .begin = c.column};
            } else if (divides && c.at < c.end) {
                narrowest = tab || width > narrowest ? narrowest : width;
                cell.end = column;
                break;
            }
            if (c.at < c.end) {
                pass(&c);
            }
            cell.span.end = c.at;
            cell.end = c.column;
        }
        cell_add(grid, row, cell);
    }
    return narrowest;
}

/* --- rows --- */

static struct tl_str cell_str(const struct tl_grid *grid, size_t i)
{
    struct tl_span span = grid->cells.items[i].span;
    return tl_str_slice(grid->text, span.begin, span.end);
}

static bool is_below(const struct tl_grid_cell *above, const struct tl_grid_cell *cell)
{
    return (above->begin <= cell->begin + SLACK && cell->begin <= above->begin + SLACK) ||
           (above->end <= cell->end + 1 && cell->end <= above->end + 1);
}

/* Whether all but the first cell of the row with fewer cells stand in columns of the other. */
static bool is_aligned(const struct tl_grid *grid, const struct tl_grid_row *above,
                       const struct tl_grid_row *row)
{
    bool fewer = row->n_cells < above->n_cells;
    const struct tl_grid_row *few = fewer ? row : above;
    const struct tl_grid_row *many = fewer ? above : row;
    for (size_t i = 1; i < few->n_cells; i++) {
        const struct tl_grid_cell *cell = &grid->cells.items[few->first_cell + i];
        bool tabbed = few->n_cells == many->n_cells && cell->after_tab &&
                      grid->cells.items[many->first_cell + i].after_tab;
        bool found = tabbed;
        for (size_t k = 1; !found && k < many->n_cells; k++) {
            found = is_below(&grid->cells.items[many->first_cell + k], cell);
        }
        if (!found) {
            return false;
        }
    }
    return true;
}

/* Whether the pipes of two rows stand in the same columns. */
static bool has_same_pipes(const struct tl_grid *grid, const struct tl_grid_row *above,
                           const struct tl_grid_row *row)
{
    if (above->n_cells != row->n_cells) {
        return false;
    }
    for (size_t i = 1; i < row->n_cells; i++) {
        if (grid->cells.items[above->first_cell + i].begin !=
            grid->cells.items[row->first_cell + i].begin) {
            return false;
        }
    }
    return true;
}

/* Strokes of a drawing: "_/__". */
static bool is_drawn(struct tl_str cell)
{
    for (size_t i = 0; i < cell.len; i++) {
        if (tl_str_find_char(TL_STR("_/\\ "), cell.data[i], 0) == TL_NONE) {
            return false;
        }
    }
    return true;
}

/* A number with hardly more than its unit: an amount, a time, a date, a telephone number. */
static bool is_numeric(struct tl_str cell)
{
    size_t n_digits = 0;
    size_t n_letters = 0;
    for (size_t at = 0; at < cell.len;) {
        uint32_t c;
        at += tl_utf8_next(tl_str_slice(cell, at, cell.len), &c);
        n_digits += tl_char_is_number(c);
        n_letters += tl_char_is_letter(c);
    }
    return n_digits > 0 && n_letters <= MOST_UNIT_LETTERS;
}

/* "Tel: 08-123", "ann@example.com". */
static bool is_contact(struct tl_str cell)
{
    return tl_str_find(cell, TL_STR(": "), 0) != TL_NONE ||
           tl_str_find_char(cell, '@', 0) != TL_NONE || cell.data[0] == '+';
}

static void row_count(struct tl_grid *grid, const struct tl_grid_row *row)
{
    struct tl_str first = cell_str(grid, row->first_cell);
    bool numeric = false;
    bool contact = is_contact(first);
    for (size_t i = 1; i < row->n_cells; i++) {
        struct tl_str cell = cell_str(grid, row->first_cell + i);
        contact = contact || is_contact(cell);
        numeric = numeric || (is_numeric(cell) && !is_contact(cell));
    }
    grid->n_multiple += row->n_cells > 1;
    grid->n_wide += row->n_cells > 2;
    grid->n_labelled += row->n_cells == 2 && first.data[first.len - 1] == ':';
    grid->n_numeric += numeric;
    grid->n_contacts += contact;
}

static const struct tl_grid_row *last_row(const struct tl_grid *grid)
{
    for (size_t i = grid->rows.len; i-- > 0;) {
        if (grid->rows.items[i].n_cells > 0) {
            return &grid->rows.items[i];
        }
    }
    return NULL;
}

static bool has_pipe(struct tl_str text, struct tl_span line)
{
    struct cursor c = {text, line.begin, line.end, 0};
    size_t bytes;
    while (c.at < c.end && !is_pipe(peek(&c, &bytes))) {
        pass(&c);
    }
    return c.at < c.end;
}

/* Reads the cells of a row; returns whether they fit to the row above. */
static bool cells_read(struct tl_grid *grid, struct tl_grid_row *row,
                       const struct tl_grid_row *above)
{
    if (grid->has_pipes) {
        bool edged = pipe_cells_read(grid, row);
        if (row->n_cells == 0 || row->n_cells > MOST_CELLS || (row->n_cells == 1 && !edged)) {
            return false;
        }
        grid->n_edged += edged;
        grid->n_unaligned += above != NULL && !has_same_pipes(grid, above, row);
        return true;
    }
    size_t gap = spaced_cells_read(grid, row);
    if (row->n_cells < 2 || row->n_cells > MOST_CELLS ||
        (above != NULL && !is_aligned(grid, above, row))) {
        return false;
    }
    for (size_t i = 0; i < row->n_cells; i++) {
        if (is_drawn(cell_str(grid, row->first_cell + i))) {
            return false;
        }
    }
    grid->n_narrow += gap < WIDE_GAP;
    return true;
}

void tl_grid_clear(struct tl_grid *grid)
{
    struct tl_grid cleared = {.arena = grid->arena, .text = grid->text};
    cleared.cells = grid->cells;
    cleared.rows = grid->rows;
    cleared.cells.len = 0;
    cleared.rows.len = 0;
    *grid = cleared;
}

bool tl_grid_add(struct tl_grid *grid, struct tl_span line)
{
    struct tl_grid_row row = {.first_cell = grid->cells.len, .span = line};
    const struct tl_grid_row *above = last_row(grid);
    if (is_ruling(grid->text, line, above != NULL)) {
        grid->n_rulings++;
        *TL_VEC_ADD(grid->arena, &grid->rows) = row;
        return true;
    }
    bool pipes = has_pipe(grid->text, line);
    if (above != NULL && pipes != grid->has_pipes) {
        return false;
    }
    grid->has_pipes = pipes;
    if (!cells_read(grid, &row, above)) {
        grid->cells.len = row.first_cell;
        return false;
    }
    grid->is_ruled = grid->is_ruled || grid->n_rulings > 0;
    row_count(grid, &row);
    *TL_VEC_ADD(grid->arena, &grid->rows) = row;
    return true;
}

enum tl_grid_kind tl_grid_kind(const struct tl_grid *grid)
{
    size_t n_rows = grid->rows.len - grid->n_rulings;
    if (n_rows == 0) {
        return TL_GRID_NONE;
    }
    if (grid->has_pipes) {
        bool framed = grid->n_edged == n_rows || grid->is_ruled || grid->n_unaligned == 0;
        bool has_columns = grid->n_multiple > 1 && grid->n_multiple * 2 >= n_rows;
        return framed && has_columns ? TL_GRID_TABLE : TL_GRID_NONE;
    }
    if (n_rows == 1 || grid->n_labelled == n_rows) {
        return TL_GRID_NONE;
    }
    bool numeric = grid->n_numeric > 1 && grid->n_numeric + 1 >= n_rows;
    bool wide = grid->n_wide > 2 && grid->n_wide == n_rows && grid->n_contacts == 0;
    if (wide || numeric || grid->is_ruled) {
        return TL_GRID_TABLE;
    }
    bool names = grid->n_numeric == 0 || grid->n_contacts > 0;
    return names && grid->n_narrow == 0 ? TL_GRID_COLUMNS : TL_GRID_NONE;
}
