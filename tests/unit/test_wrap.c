/* What wrap.c makes of line ends, as the letter's text shows it: " ", or "\n" where it was meant.
 */
/* SPDX-License-Identifier: MIT */
#include "model/wrap.h"

#include "support/letter.h"

static const struct {
    const char *name;
    const char *in;
    const char *text;
} rows[] = {
    {"a small letter", "The box\nleft.\n", "The box left."},
    {"a mark", "The box left\n. It did.\n", "The box left . It did."},
    {"a pause", "The box left\n- or not.\n", "The box left - or not."},
    {"labels", "time: ten\nplace: here\n", "time: ten\nplace: here"},
    {"labels of long lines",
     "Place: the red house at 12 High Street, on the third floor, left\nTime: ten\n",
     "Place: the red house at 12 High Street, on the third floor, left\nTime: ten"},
    {"a function word", "It left us on\nMonday.\n", "It left us on Monday."},
    {"a function word that begins a sentence", "It left. On\nMonday.\n", "It left. On Monday."},
    {"a name like a function word", "Ask Mr With\nAsk Bo\n", "Ask Mr With\nAsk Bo"},
    {"a label in prose", "We ask you this\nonce: come.\n", "We ask you this once: come."},
    {"entries", "mon-fri 9-17\nsat 10-14\n", "mon-fri 9-17\nsat 10-14"},
    {"a question", "Is it here?\nask Bo.\n", "Is it here?\nask Bo."},
    {"an address in brackets", "See <https://example.com/a/\nb> now.\n",
     "See <https://example.com/a/b> now."},
    {"an address before a new sentence",
     "It is at\nhttps://example.com/a/b/c/d/e/f/g/h/i/j/k/l\n"
     "It is big.\n",
     "It is at https://example.com/a/b/c/d/e/f/g/h/i/j/k/l\nIt is big."},
    {"a long word", "It is a long-\nterm plan.\n", "It is a long-term plan."},
    {"a word before a joiner", "It is for lunch-\nand dinner.\n", "It is for lunch- and dinner."},
    {"lines that are longer than anybody wraps",
     "We have put the tandem aside for you until the very end of the month of May, when the shop "
     "closes for the "
     "whole "
     "summer.\nHill and Daughter, the yellow house behind the post\nOffice Street\n",
     "We have put the tandem aside for you until the very end of the month of May, when the shop "
     "closes for the "
     "whole "
     "summer.\nHill and Daughter, the yellow house behind the post\nOffice Street"},
    {"a narrow width",
     "We have put the tandem aside for you\nuntil the end of May, when the shop\ncloses. Then we "
     "are "
     "all at the lake\nof the town of\nOldtown. It is a lovely place to be in\nJune.\n",
     "We have put the tandem aside for you until the end of May, when the shop closes. Then we are "
     "all at the lake of the town of Oldtown. It is a lovely place to be in June."},
};

START_TEST(a_line_end_is_what_it_was_meant_as)
{
    const struct tl_letter *letter = tl_test_letter(rows[_i].in);
    ck_assert_msg(tl_is_str(letter->text.bytes, tl_str_of(rows[_i].text)), "%s: %s", rows[_i].name,
                  tl_test_said());
}
END_TEST

START_TEST(hard_ends_are_wraps_where_the_text_shows_a_width)
{
    struct tl_str html =
        TL_STR("<html>We have put the tandem aside for you until the end of May, when<br>"
               "the shop closes. Then we are all at the lake that is not far from the<br>"
               "town. We will miss you and the tandem and the town. We hope that<br>"
               "Anna comes.<br>Place: here</html>");

    const struct tl_letter *letter = tl_test_letter_of("a.html", html, NULL);

    ck_assert_uint_ne(tl_str_find(letter->text.bytes, TL_STR("hope that Anna comes.\nPlace"), 0),
                      TL_NONE);
}
END_TEST

static Suite *wrap_suite(void)
{
    Suite *suite = suite_create("wrap");
    TCase *ends = tl_case(suite, "ends");
    tcase_add_loop_test(ends, a_line_end_is_what_it_was_meant_as, 0, sizeof rows / sizeof *rows);
    tcase_add_test(ends, hard_ends_are_wraps_where_the_text_shows_a_width);
    return suite;
}

TL_TEST_MAIN(wrap_suite)
