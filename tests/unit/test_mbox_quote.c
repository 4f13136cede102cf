/* SPDX-License-Identifier: MIT */
#include "mime/mbox_quote.h"

#include "support/tl_check.h"

START_TEST(one_mark_of_each_quoted_line_is_taken_away)
{
    struct tl_text text = tl_test_text("a\n>From x\n>>From y\r\n>>>From z\n");

    struct tl_text undone = tl_mbox_quote_undo(tl_test_arena, &text);

    tl_assert_str(undone.bytes, "a\nFrom x\n>From y\r\n>>From z\n");
}
END_TEST

START_TEST(the_map_leads_past_the_mark)
{
    struct tl_source *source = tl_test_source("test", "a\n>From x\nb");
    struct tl_text text = tl_text_of(tl_test_arena, source);

    struct tl_text undone = tl_mbox_quote_undo(tl_test_arena, &text);

    tl_assert_source_is(source, &undone, tl_test_find(undone.bytes, "From x"), "From x");
    tl_assert_source_is(source, &undone, tl_test_find(undone.bytes, "b"), "b");
    tl_map_check(undone.map, source->bytes.len);
}
END_TEST

START_TEST(other_marks_stay)
{
    struct tl_text text = tl_test_text("> From x\na >From y\n>from z\n>Fromage\n->From\n");

    struct tl_text undone = tl_mbox_quote_undo(tl_test_arena, &text);

    ck_assert_ptr_eq(undone.bytes.data, text.bytes.data);
    ck_assert_uint_eq(undone.bytes.len, text.bytes.len);
}
END_TEST

START_TEST(the_first_line_may_be_quoted)
{
    struct tl_text text = tl_test_text(">From x");

    tl_assert_str(tl_mbox_quote_undo(tl_test_arena, &text).bytes, "From x");
}
END_TEST

static Suite *mbox_quote_suite(void)
{
    Suite *suite = suite_create("mbox_quote");
    tl_add_tests(suite, "undo", one_mark_of_each_quoted_line_is_taken_away,
                 the_map_leads_past_the_mark, other_marks_stay, the_first_line_may_be_quoted);
    return suite;
}
TL_TEST_MAIN(mbox_quote_suite)
