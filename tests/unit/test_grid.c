/* SPDX-License-Identifier: MIT */
#include "text/grid.h"

#include "support/tl_check.h"

/* The kind, the number of lines that were taken, and the cells. */
static struct tl_str grid_of(const char *in)
{
    struct tl_str text = tl_str_of(in);
    struct tl_grid grid = {.arena = tl_test_arena, .text = text};
    size_t at = 0;
    while (at < text.len) {
        size_t end = tl_str_find_char(text, '\n', at);
        if (!tl_grid_add(&grid, (struct tl_span){at, end})) {
            break;
        }
        at = end + 1;
    }
    struct tl_buf out = tl_buf_in(tl_test_arena);
    tl_buf_add_format(&out, "%c%zu", "-TC"[tl_grid_kind(&grid)], grid.rows.len);
    for (size_t i = 0; i < grid.cells.len; i++) {
        struct tl_span span = grid.cells.items[i].span;
        tl_buf_add_char(&out, ' ');
        tl_buf_add(&out, tl_str_slice(text, span.begin, span.end));
    }
    return tl_buf_str(&out);
}

static const struct {
    const char *name;
    const char *in;
    const char *grid;
} rows[] = {
    {"aligned at the left", "Pen      10 kr\nPaper    9 kr\n", "T2 Pen 10 kr Paper 9 kr"},
    {"aligned at the right", "Pen      10.00\nPaper     9.00\n", "T2 Pen 10.00 Paper 9.00"},
    {"a head", "Item   Price\nPen    10 kr\nInk    9 kr\n", "T3 Item Price Pen 10 kr Ink 9 kr"},
    {"a cell is missing", "Pen     1    10\nInk     2    20\nSum          30\n",
     "T3 Pen 1 10 Ink 2 20 Sum 30"},
    {"tabs", "Pen\t1\t10\nLong words\t2\t20\n", "T2 Pen 1 10 Long words 2 20"},
    {"a ruling below the head", "Room   Guest\n----   -----\nSea    Anna\n",
     "T3 Room Guest Sea Anna"},
    {"pipes", "| a | b |\n|---|--:|\n| c | d |\n", "T3 a b c d"},
    {"pipes without edges", "a | b\n--|--\nc | d\n", "T3 a b c d"},
    {"a frame", "+---+---+\n| a | b |\n+---+---+\n| c | d |\n+---+---+\n", "T5 a b c d"},
    {"a frame of one cell", "+---+\n| a |\n| b |\n+---+\n", "-4 a b"},
    {"a signature with pipes", "Anna | Sales\nAcme Ltd | Main Street 4\n",
     "-2 Anna Sales Acme Ltd Main Street 4"},
    {"labels", "Order:   4411\nDate:    4 May\n", "-2 Order: 4411 Date: 4 May"},
    {"a signature", "Anna Berg     Acme Ltd\nSales         Street 4, 123 45 Oldtown\n",
     "C2 Anna Berg Acme Ltd Sales Street 4, 123 45 Oldtown"},
    {"a signature with telephones", "Anna     Tel: 08-123\nBo       Fax: 08-124\n",
     "C2 Anna Tel: 08-123 Bo Fax: 08-124"},
    {"one row", "Pen      10 kr\n", "-1 Pen 10 kr"},
    {"sentences", "It left.  It is here.\n", "-0"},
    {"nothing below", "Pen      10 kr\nThe end of it all is near    9 kr\n", "-1 Pen 10 kr"},
    {"a drawing", "_/__    __/\n", "-0"},
};

START_TEST(lines_are_what_they_are_together)
{
    ck_assert_msg(tl_is_str(grid_of(rows[_i].in), tl_str_of(rows[_i].grid)), "%s: %s",
                  rows[_i].name, tl_test_said());
}
END_TEST

START_TEST(a_cleared_grid_is_a_new_one)
{
    struct tl_str text = TL_STR("a   1\nb   2\n");
    struct tl_grid grid = {.arena = tl_test_arena, .text = text};
    (void)tl_grid_add(&grid, (struct tl_span){0, 5});
    (void)tl_grid_add(&grid, (struct tl_span){6, 11});
    enum tl_grid_kind before = tl_grid_kind(&grid);

    tl_grid_clear(&grid);

    ck_assert_int_eq(before, TL_GRID_TABLE);
    ck_assert_int_eq(tl_grid_kind(&grid), TL_GRID_NONE);
    ck_assert_uint_eq(grid.cells.len, 0);
}
END_TEST

static Suite *grid_suite(void)
{
    Suite *suite = suite_create("grid");
    TCase *kinds = tl_case(suite, "kinds");
    tcase_add_loop_test(kinds, lines_are_what_they_are_together, 0, sizeof rows / sizeof *rows);
    tcase_add_test(kinds, a_cleared_grid_is_a_new_one);
    return suite;
}

TL_TEST_MAIN(grid_suite)
