/* What flow.c makes of lines: the letter's text, and where it came from.  SPDX-License-Identifier:
 * MIT */
#include "model/flow.h"

#include "support/letter.h"

static struct tl_str text_of(const char *text)
{
    return tl_test_letter(text)->text.bytes;
}

START_TEST(white_space_is_one_space)
{
    tl_assert_str(text_of("The   box\t left\xC2\xA0today.  \n"), "The box left today.");
}
END_TEST

START_TEST(a_wrap_is_a_space)
{
    tl_assert_str(text_of("The box that you ordered from us last week is on its way to\n"
                          "Anna.\n"),
                  "The box that you ordered from us last week is on its way to Anna.");
}
END_TEST

START_TEST(a_line_end_before_a_small_letter_is_a_wrap)
{
    tl_assert_str(text_of("The box\nleft.\n"), "The box left.");
    tl_assert_str(text_of("The box\n\xC3\xA5kte.\n"), "The box \xC3\xA5kte.");
}
END_TEST

START_TEST(a_line_end_that_was_meant_stays)
{
    tl_assert_str(text_of("The box left.\nIt is blue.\n"), "The box left.\nIt is blue.");
}
END_TEST

/* 50 characters, a space and a word: the next word would have fitted up to 56 characters. */
START_TEST(a_line_was_wrapped_where_the_next_word_did_not_fit)
{
    const char *line = "aaaaaaaaa aaaaaaaaa aaaaaaaaa aaaaaaaaa aaaaaaaaaa";

    tl_assert_same(text_of(tl_arena_format(tl_test_arena, "%s\nAbcde f\n", line).data),
                   tl_arena_format(tl_test_arena, "%s\nAbcde f", line));
    tl_assert_same(text_of(tl_arena_format(tl_test_arena, "%s\nAbcdef g\n", line).data),
                   tl_arena_format(tl_test_arena, "%s Abcdef g", line));
}
END_TEST

START_TEST(blocks_are_divided_by_a_blank_line)
{
    tl_assert_str(text_of("One.\n\n\n\nTwo.\n"), "One.\n\nTwo.");
}
END_TEST

START_TEST(an_empty_text_has_no_block)
{
    ck_assert_uint_eq(tl_test_letter("")->blocks.len, 0);
    ck_assert_uint_eq(tl_test_letter(" \n\t\n")->blocks.len, 0);
    ck_assert_uint_eq(tl_test_letter("")->text.bytes.len, 0);
}
END_TEST

START_TEST(a_dividing_line_is_no_block)
{
    const struct tl_letter *letter =
        tl_test_letter_of("a.html", TL_STR("<html><p>One.</p><hr><p>Two.</p></html>"), NULL);

    tl_assert_str(letter->text.bytes, "One.\n\nTwo.");
}
END_TEST

START_TEST(the_subject_comes_first)
{
    const struct tl_letter *letter = tl_test_letter_of(
        "a.eml", TL_STR("From: ann@example.com\nSubject: Your  box\n\nIt left.\n"), NULL);

    tl_assert_str(tl_test_zones_of(letter), "subject: Your box\nbody: It left.\n");
}
END_TEST

START_TEST(an_empty_subject_is_no_block)
{
    const struct tl_letter *letter =
        tl_test_letter_of("a.eml", TL_STR("From: ann@example.com\nSubject:  \n\nIt left.\n"), NULL);

    tl_assert_str(tl_test_zones_of(letter), "body: It left.\n");
}
END_TEST

START_TEST(each_word_knows_its_source)
{
    struct tl_str bytes = TL_STR("Hi  Ann,\n\nThe   box\nleft   today.\n\nBest\nTom\n");
    struct tl_source *source = tl_source_of(tl_test_arena, TL_STR("a.txt"), bytes);
    const struct tl_letter *letter = tl_test_letter_of("a.txt", bytes, NULL);
    static const char *const words[] = {"Ann", "box", "left", "today", "Best", "Tom"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct tl_span part = tl_test_find(letter->text.bytes, words[i]);
        struct tl_span span = tl_text_source(&letter->text, part);
        tl_assert_same(tl_str_slice(source->bytes, span.begin, span.end), tl_str_of(words[i]));
    }
}
END_TEST

START_TEST(a_wrap_came_from_the_line_end_and_its_blanks)
{
    struct tl_str bytes = TL_STR("The box  \n  left.\n");
    struct tl_source *source = tl_source_of(tl_test_arena, TL_STR("a.txt"), bytes);
    const struct tl_letter *letter = tl_test_letter_of("a.txt", bytes, NULL);
    struct tl_span part = tl_test_find(letter->text.bytes, "box left");

    tl_assert_source_is(source, &letter->text, part, "box  \n  left");
}
END_TEST

static Suite *flow_suite(void)
{
    Suite *suite = suite_create("flow");
    tl_add_tests(suite, "lines", white_space_is_one_space, a_wrap_is_a_space,
                 a_line_end_before_a_small_letter_is_a_wrap, a_line_end_that_was_meant_stays,
                 a_line_was_wrapped_where_the_next_word_did_not_fit);
    tl_add_tests(suite, "blocks", blocks_are_divided_by_a_blank_line, an_empty_text_has_no_block,
                 a_dividing_line_is_no_block);
    tl_add_tests(suite, "subject", the_subject_comes_first, an_empty_subject_is_no_block);
    tl_add_tests(suite, "map", each_word_knows_its_source,
                 a_wrap_came_from_the_line_end_and_its_blanks);
    return suite;
}
TL_TEST_MAIN(flow_suite)
