/* SPDX-License-Identifier: MIT */
#include "text/html_frame.h"

#include "support/tl_check.h"

static const struct tl_html_traits no_traits;

/* Opens and closes a cell with so many letters in it. */
static void add_cell(struct tl_html_frames *frames, const char *name, size_t n_ink)
{
    (void)tl_html_frame_open(frames, tl_str_of(name), &no_traits);
    frames->n_ink += n_ink;
    (void)tl_html_frame_close(frames);
}

static void add_row(struct tl_html_frames *frames, const char *cell, size_t a, size_t b)
{
    (void)tl_html_frame_open(frames, TL_STR("tr"), &no_traits);
    add_cell(frames, cell, a);
    add_cell(frames, cell, b);
    (void)tl_html_frame_close(frames);
}

static const struct {
    const char *name;
    const char *cell;
    size_t cells[4]; /* letters in the cells of two rows */
    bool layout;     /* says so */
    bool is_data;
} tables[] = {
    {"two full rows", "td", {5, 5, 5, 5}, false, true},
    {"one full row", "td", {5, 5, 5, 0}, false, false},
    {"one full row of heads", "th", {5, 5, 5, 0}, false, true},
    {"a column", "td", {5, 0, 5, 0}, false, false},
    {"prose", "td", {5, 500, 5, 5}, false, false},
    {"a layout that says so", "th", {5, 5, 5, 5}, true, false},
};

START_TEST(tables_are_told_by_their_cells)
{
    struct tl_html_frames *frames = tl_html_frames_new(tl_test_arena);
    struct tl_html_traits traits = {.presentation = tables[_i].layout};
    (void)tl_html_frame_open(frames, TL_STR("table"), &traits);
    add_row(frames, tables[_i].cell, tables[_i].cells[0], tables[_i].cells[1]);
    add_row(frames, tables[_i].cell, tables[_i].cells[2], tables[_i].cells[3]);
    (void)tl_html_frame_close(frames);

    struct tl_html_tables decided = tl_html_frames_tables(frames);

    ck_assert_uint_eq(decided.len, 1);
    ck_assert_msg(decided.items[0].is_data == tables[_i].is_data, "%s", tables[_i].name);
}
END_TEST

START_TEST(a_table_in_a_cell_makes_the_outer_one_a_layout)
{
    struct tl_html_frames *frames = tl_html_frames_new(tl_test_arena);
    (void)tl_html_frame_open(frames, TL_STR("table"), &no_traits);
    add_row(frames, "th", 5, 5);
    (void)tl_html_frame_open(frames, TL_STR("td"), &no_traits);
    (void)tl_html_frame_open(frames, TL_STR("table"), &no_traits);
    add_row(frames, "th", 5, 5);

    struct tl_html_tables decided = tl_html_frames_tables(frames);

    ck_assert(!decided.items[0].is_data);
    ck_assert(decided.items[1].is_data);
}
END_TEST

START_TEST(hiding_cannot_be_undone_but_shrinking_can)
{
    struct tl_html_frames *frames = tl_html_frames_new(tl_test_arena);
    struct tl_html_traits small = {.zero_sized = TL_HTML_ON};
    struct tl_html_traits large = {.zero_sized = TL_HTML_OFF};
    struct tl_html_traits hidden = {.hidden = true};

    ck_assert(!tl_html_frame_is_shown(tl_html_frame_open(frames, TL_STR("p"), &small)));
    ck_assert(!tl_html_frame_is_shown(tl_html_frame_open(frames, TL_STR("b"), &no_traits)));
    ck_assert(tl_html_frame_is_shown(tl_html_frame_open(frames, TL_STR("i"), &large)));
    ck_assert(!tl_html_frame_is_shown(tl_html_frame_open(frames, TL_STR("p"), &hidden)));
    ck_assert(!tl_html_frame_is_shown(tl_html_frame_open(frames, TL_STR("i"), &large)));
}
END_TEST

START_TEST(text_in_the_colour_of_its_background_takes_room_unseen)
{
    struct tl_html_frames *frames = tl_html_frames_new(tl_test_arena);
    struct tl_html_traits white = {.paint.ink = {TL_HTML_COLOUR_KNOWN, 0xFFFFFF}};
    struct tl_html_traits blue = {.paint.back = {TL_HTML_COLOUR_KNOWN, 0x0000FF}};

    const struct tl_html_frame *frame = tl_html_frame_open(frames, TL_STR("p"), &white);

    ck_assert(tl_html_frame_is_laid_out(frame));
    ck_assert(!tl_html_frame_is_shown(frame));
    ck_assert(tl_html_frame_is_shown(tl_html_frame_open(frames, TL_STR("b"), &blue)));
}
END_TEST

START_TEST(links_tables_and_buttons_have_colours_of_their_own)
{
    struct tl_html_frames *frames = tl_html_frames_new(tl_test_arena);
    struct tl_html_traits white = {.paint.ink = {TL_HTML_COLOUR_KNOWN, 0xFFFFFF}};
    struct tl_html_traits link = {.has_href = true, .href = TL_STR("x")};
    (void)tl_html_frame_open(frames, TL_STR("p"), &white);

    ck_assert(tl_html_frame_is_shown(tl_html_frame_open(frames, TL_STR("a"), &link)));
    (void)tl_html_frame_close(frames);
    ck_assert(!tl_html_frame_is_shown(tl_html_frame_open(frames, TL_STR("a"), &no_traits)));
    (void)tl_html_frame_close(frames);
    ck_assert(tl_html_frame_is_shown(tl_html_frame_open(frames, TL_STR("table"), &no_traits)));
    (void)tl_html_frame_close(frames);
    ck_assert(tl_html_frame_is_shown(tl_html_frame_open(frames, TL_STR("button"), &white)));
    (void)tl_html_frame_close(frames);
    ck_assert(tl_html_frame_is_shown(tl_html_frame_open(frames, TL_STR("mj-text"), &white)));
}
END_TEST

START_TEST(the_quote_in_a_box_ends_what_is_quoted)
{
    struct tl_html_frames *frames = tl_html_frames_new(tl_test_arena);
    struct tl_html_traits box = {.quote = TL_HTML_QUOTE_BOX};

    struct tl_html_frame *div = tl_html_frame_open(frames, TL_STR("div"), &box);
    ck_assert_uint_eq(div->state.quote_depth, 1);
    struct tl_html_frame *quote = tl_html_frame_open(frames, TL_STR("blockquote"), &no_traits);
    ck_assert_uint_eq(quote->state.quote_depth, 1);
    (void)tl_html_frame_close(frames);
    ck_assert_uint_eq(tl_html_frame_top(frames)->state.quote_depth, 0);
}
END_TEST

START_TEST(there_are_only_so_many)
{
    struct tl_html_frames *frames = tl_html_frames_new(tl_test_arena);
    for (size_t i = 1; i < TL_MAX_HTML_DEPTH; i++) {
        ck_assert_ptr_nonnull(tl_html_frame_open(frames, TL_STR("b"), &no_traits));
    }

    ck_assert_ptr_null(tl_html_frame_open(frames, TL_STR("b"), &no_traits));
    ck_assert_uint_eq(frames->len, TL_MAX_HTML_DEPTH);
}
END_TEST

static Suite *html_frame_suite(void)
{
    Suite *suite = suite_create("html_frame");
    TCase *table = tl_case(suite, "tables");
    tcase_add_loop_test(table, tables_are_told_by_their_cells, 0, sizeof tables / sizeof *tables);
    tl_add_tests(suite, "frames", a_table_in_a_cell_makes_the_outer_one_a_layout,
                 hiding_cannot_be_undone_but_shrinking_can,
                 text_in_the_colour_of_its_background_takes_room_unseen,
                 links_tables_and_buttons_have_colours_of_their_own,
                 the_quote_in_a_box_ends_what_is_quoted, there_are_only_so_many);
    return suite;
}

TL_TEST_MAIN(html_frame_suite)
