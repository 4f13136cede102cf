/* SPDX-License-Identifier: MIT */
#include "text/html_layout.h"

#include "reading.h"

static void event_at(struct tl_html_stream *stream, size_t at, enum tl_html_event_kind kind)
{
    *TL_VEC_ADD(tl_test_arena, &stream->events) =
        (struct tl_html_event){.at = at, .kind = kind, .target = TL_STR("x")};
}

START_TEST(breaks_end_lines_and_two_of_them_a_block)
{
    struct tl_source *source = tl_test_source("test", "onetwothree");
    struct tl_html_stream stream = {.text = tl_text_of(tl_test_arena, source)};
    event_at(&stream, 3, TL_HTML_EVENT_BREAK);
    event_at(&stream, 6, TL_HTML_EVENT_BREAK);
    event_at(&stream, 6, TL_HTML_EVENT_BREAK);

    struct tl_reading reading = tl_html_layout(tl_test_arena, &stream);

    assert_lines(&reading, source, "*T0! one\n T0! two\n*T0! three\n");
    assert_words_from(&reading, source, "one\ntwo", "onetwo");
}
END_TEST

START_TEST(white_space_is_one_space_that_stands_for_all_of_it)
{
    struct tl_source *source = tl_test_source("test", " a \n\t\xc2\xa0 b \xe2\x80\x8b c ");
    struct tl_html_stream stream = {.text = tl_text_of(tl_test_arena, source)};

    struct tl_reading reading = tl_html_layout(tl_test_arena, &stream);

    assert_lines(&reading, source, "*T0! a b c\n");
    assert_words_from(&reading, source, "a b", "a \n\t\xc2\xa0 b");
    assert_words_from(&reading, source, "c", "c");
}
END_TEST

START_TEST(a_rule_is_a_line_from_no_bytes)
{
    struct tl_source *source = tl_test_source("test", "onetwo");
    struct tl_html_stream stream = {.text = tl_text_of(tl_test_arena, source)};
    event_at(&stream, 3, TL_HTML_EVENT_RULE);

    struct tl_reading reading = tl_html_layout(tl_test_arena, &stream);

    assert_lines(&reading, source, "*T0! one\n*-0! ---\n*T0! two\n");
    assert_words_from(&reading, source, "---", "");
}
END_TEST

START_TEST(a_link_spans_its_words_without_the_space_around_them)
{
    struct tl_source *source = tl_test_source("test", "see this page now");
    struct tl_html_stream stream = {.text = tl_text_of(tl_test_arena, source)};
    event_at(&stream, 3, TL_HTML_EVENT_LINK);
    event_at(&stream, 14, TL_HTML_EVENT_LINK_END);
    event_at(&stream, 14, TL_HTML_EVENT_LINK);
    event_at(&stream, 14, TL_HTML_EVENT_LINK_END);

    struct tl_reading reading = tl_html_layout(tl_test_arena, &stream);

    ck_assert_uint_eq(reading.links.len, 2);
    tl_assert_span(reading.links.items[0].span, 4, 13);
    tl_assert_str(reading.links.items[0].target, "x");
}
END_TEST

START_TEST(only_tables_of_data_have_cells)
{
    struct tl_source *source = tl_test_source("test", "onetwo");
    struct tl_html_stream stream = {.text = tl_text_of(tl_test_arena, source)};
    *TL_VEC_ADD(tl_test_arena, &stream.tables) = (struct tl_html_table){.is_data = false};
    *TL_VEC_ADD(tl_test_arena, &stream.tables) = (struct tl_html_table){.is_data = true};
    event_at(&stream, 0, TL_HTML_EVENT_BORDER);
    stream.events.items[0].state.table = 1;
    event_at(&stream, 3, TL_HTML_EVENT_BORDER);
    stream.events.items[1].state.table = 2;

    struct tl_reading reading = tl_html_layout(tl_test_arena, &stream);

    assert_lines(&reading, source, "*T0! one\n*C0! two\n");
}
END_TEST

static Suite *html_layout_suite(void)
{
    Suite *suite = suite_create("html_layout");
    tl_add_tests(suite, "layout", breaks_end_lines_and_two_of_them_a_block,
                 white_space_is_one_space_that_stands_for_all_of_it, a_rule_is_a_line_from_no_bytes,
                 a_link_spans_its_words_without_the_space_around_them,
                 only_tables_of_data_have_cells);
    return suite;
}

TL_TEST_MAIN(html_layout_suite)
