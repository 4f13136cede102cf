/* SPDX-License-Identifier: MIT */
#include "text/html_box.h"

#include "support/tl_check.h"

static const struct {
    const char *declarations[3][2];
    bool away, empty, flat;
} rows[] = {
    {{{"height", "0"}, {"overflow", "hidden"}}, .empty = true},
    {{{"WIDTH", "0px"}, {"overflow", "Hidden"}}, .empty = true},
    {{{"height", "0"}}, .empty = false},
    {{{"height", "0.5em"}, {"overflow", "hidden"}}, .empty = false},
    {{{"height", "0"}, {"overflow", "hidden"}, {"padding", "0 0 56%"}}, .empty = false},
    {{{"height", "0"}, {"overflow", "hidden"}, {"padding", "0 0px"}}, .empty = true},
    {{{"width", "0"}, {"overflow", "hidden"}, {"min-width", "100%"}}, .empty = false},
    {{{"line-height", "0"}, {"overflow", "hidden"}}, .flat = true},
    {{{"line-height", "0"}}, .flat = false},
    {{{"line-height", "1.4"}, {"overflow", "hidden"}}, .flat = false},
    {{{"position", "absolute"}, {"left", "-9999px"}}, .away = true},
    {{{"position", "fixed"}, {"top", "-500px"}}, .away = true},
    {{{"position", "absolute"}, {"left", "-40px"}}, .away = false},
    {{{"position", "absolute"}, {"left", "9999px"}}, .away = false},
    {{{"left", "-9999px"}}, .away = false},
    {{{"text-indent", "-9999px"}}, .away = true},
    {{{"text-indent", "-"}}, .away = false},
    {{{"text-indent", ""}}, .away = false},
};

START_TEST(declarations_together_leave_no_room)
{
    unsigned box = 0;

    for (size_t i = 0; i < 3 && rows[_i].declarations[i][0] != NULL; i++) {
        box |= tl_html_box_of(tl_str_of(rows[_i].declarations[i][0]),
                              tl_str_of(rows[_i].declarations[i][1]));
    }

    ck_assert_msg(tl_html_box_is_away(box) == rows[_i].away, "row %d", _i);
    ck_assert_msg(tl_html_box_is_empty(box) == rows[_i].empty, "row %d", _i);
    ck_assert_msg(tl_html_box_is_flat(box) == rows[_i].flat, "row %d", _i);
}
END_TEST

static Suite *html_box_suite(void)
{
    Suite *suite = suite_create("html_box");
    TCase *table = tl_case(suite, "box");
    tcase_add_loop_test(table, declarations_together_leave_no_room, 0, sizeof rows / sizeof *rows);
    return suite;
}

TL_TEST_MAIN(html_box_suite)
