/* SPDX-License-Identifier: MIT */
#include "source/text.h"

#include "support/tl_check.h"

static struct tl_span all_of(struct tl_text text)
{
    return (struct tl_span){0, text.bytes.len};
}

START_TEST(a_source_as_text_is_itself)
{
    struct tl_source *source = tl_test_source("x", "abc");
    struct tl_text text = tl_text_of(tl_test_arena, source);

    tl_assert_str(text.bytes, "abc");
    tl_assert_span(tl_text_source(&text, (struct tl_span){1, 2}), 1, 2);
    tl_map_check(text.map, 3);
}
END_TEST

START_TEST(an_empty_source_is_an_empty_text)
{
    struct tl_text text = tl_test_text("");

    tl_assert_str(text.bytes, "");
    tl_assert_span(tl_text_source(&text, (struct tl_span){0, 0}), 0, 0);
    tl_map_check(text.map, 0);
}
END_TEST

START_TEST(a_slice_of_a_slice_knows_its_source)
{
    struct tl_text text = tl_test_text("0123456789");
    struct tl_text slice = tl_text_slice(&text, (struct tl_span){2, 9});
    struct tl_text inner = tl_text_slice(&slice, (struct tl_span){3, 5});

    tl_assert_str(inner.bytes, "56");
    tl_assert_span(tl_text_source(&inner, (struct tl_span){0, 2}), 5, 7);
    tl_assert_span(tl_text_source(&inner, (struct tl_span){1, 1}), 6, 6);
    tl_assert_span(tl_text_source(&inner, (struct tl_span){2, 2}), 7, 7);
}
END_TEST

START_TEST(an_empty_slice_stands_where_it_was_cut)
{
    struct tl_text text = tl_test_text("0123456789");
    struct tl_text middle = tl_text_slice(&text, (struct tl_span){4, 4});
    struct tl_text end = tl_text_slice(&text, (struct tl_span){10, 10});

    tl_assert_span(tl_text_source(&middle, (struct tl_span){0, 0}), 4, 4);
    tl_assert_span(tl_text_source(&end, (struct tl_span){0, 0}), 10, 10);
}
END_TEST

START_TEST(nothing_built_is_an_empty_text)
{
    struct tl_text_builder out = tl_text_build(tl_test_arena);

    struct tl_text text = tl_text_finish(&out);

    tl_assert_str(text.bytes, "");
    tl_assert_span(tl_text_source(&text, (struct tl_span){0, 0}), 0, 0);
    tl_map_check(text.map, 0);
}
END_TEST

START_TEST(what_is_kept_in_order_is_one_run)
{
    struct tl_text in = tl_test_text("0123456789");
    struct tl_text_builder out = tl_text_build(tl_test_arena);

    tl_text_keep(&out, &in, (struct tl_span){0, 3});
    tl_text_keep(&out, &in, (struct tl_span){3, 3});
    tl_text_keep(&out, &in, (struct tl_span){3, 7});
    struct tl_text text = tl_text_finish(&out);

    tl_assert_str(text.bytes, "0123456");
    ck_assert_uint_eq(text.map->runs.len, 1);
    tl_map_check(text.map, 10);
}
END_TEST

START_TEST(what_is_left_out_is_inside_the_source_of_what_is_around_it)
{
    struct tl_source *source = tl_test_source("x", "one two three");
    struct tl_text in = tl_text_of(tl_test_arena, source);
    struct tl_text_builder out = tl_text_build(tl_test_arena);

    tl_text_keep(&out, &in, (struct tl_span){0, 4});
    tl_text_keep(&out, &in, (struct tl_span){8, 13});
    struct tl_text text = tl_text_finish(&out);

    tl_assert_str(text.bytes, "one three");
    tl_assert_source_is(source, &text, ((struct tl_span){0, 3}), "one");
    tl_assert_source_is(source, &text, ((struct tl_span){4, 9}), "three");
    tl_assert_source_is(source, &text, all_of(text), "one two three");
}
END_TEST

START_TEST(a_replacement_stands_for_all_of_its_part)
{
    struct tl_source *source = tl_test_source("x", "R&amp;D");
    struct tl_text in = tl_text_of(tl_test_arena, source);
    struct tl_text_builder out = tl_text_build(tl_test_arena);

    tl_text_keep(&out, &in, (struct tl_span){0, 1});
    tl_text_replace(&out, &in, (struct tl_span){1, 6}, TL_STR("&"));
    tl_text_keep(&out, &in, (struct tl_span){6, 7});
    struct tl_text text = tl_text_finish(&out);

    tl_assert_str(text.bytes, "R&D");
    tl_assert_source_is(source, &text, ((struct tl_span){1, 2}), "&amp;");
    tl_assert_source_is(source, &text, ((struct tl_span){0, 2}), "R&amp;");
    tl_map_check(text.map, source->bytes.len);
}
END_TEST

START_TEST(a_replacement_by_nothing_adds_no_run)
{
    struct tl_text in = tl_test_text("abc");
    struct tl_text_builder out = tl_text_build(tl_test_arena);

    tl_text_keep(&out, &in, (struct tl_span){0, 1});
    tl_text_replace(&out, &in, (struct tl_span){1, 2}, TL_STR(""));
    tl_text_keep(&out, &in, (struct tl_span){2, 3});
    struct tl_text text = tl_text_finish(&out);

    tl_assert_str(text.bytes, "ac");
    ck_assert_uint_eq(text.map->runs.len, 2);
    tl_map_check(text.map, 3);
}
END_TEST

START_TEST(an_insertion_may_stand_for_nothing)
{
    struct tl_text in = tl_test_text("ab");
    struct tl_text_builder out = tl_text_build(tl_test_arena);

    tl_text_keep(&out, &in, (struct tl_span){0, 1});
    tl_text_insert(&out, (struct tl_span){1, 1}, TL_STR("\n"));
    tl_text_keep(&out, &in, (struct tl_span){1, 2});
    struct tl_text text = tl_text_finish(&out);

    tl_assert_str(text.bytes, "a\nb");
    tl_assert_span(tl_text_source(&text, (struct tl_span){1, 2}), 1, 1);
    tl_assert_span(tl_text_source(&text, (struct tl_span){0, 3}), 0, 2);
}
END_TEST

/* "x &amp; y" with the entity as one unit, then a stage more, which doubles the text's second half.
 */
START_TEST(stages_map_straight_to_the_source)
{
    struct tl_source *source = tl_test_source("x", "x &amp; y");
    struct tl_text in = tl_text_of(tl_test_arena, source);
    struct tl_text_builder first = tl_text_build(tl_test_arena);
    tl_text_keep(&first, &in, (struct tl_span){0, 2});
    tl_text_replace(&first, &in, (struct tl_span){2, 7}, TL_STR("and"));
    tl_text_keep(&first, &in, (struct tl_span){7, 9});
    struct tl_text decoded = tl_text_finish(&first);

    struct tl_text_builder second = tl_text_build(tl_test_arena);
    tl_text_keep(&second, &decoded, (struct tl_span){3, 7});
    tl_text_keep(&second, &decoded, (struct tl_span){0, 7});
    struct tl_text text = tl_text_finish(&second);

    tl_assert_str(text.bytes, "nd yx and y");
    tl_assert_source_is(source, &text, ((struct tl_span){0, 1}), "&amp;");
    tl_assert_source_is(source, &text, ((struct tl_span){3, 4}), "y");
    tl_assert_source_is(source, &text, ((struct tl_span){4, 7}), "x &amp;");
    tl_map_check(text.map, source->bytes.len);
}
END_TEST

START_TEST(parts_of_two_texts_can_be_mixed)
{
    struct tl_source *source = tl_test_source("x", "abcdef");
    struct tl_text one = tl_text_of(tl_test_arena, source);
    struct tl_text_builder build = tl_text_build(tl_test_arena);
    tl_text_keep(&build, &one, (struct tl_span){4, 6});
    tl_text_keep(&build, &one, (struct tl_span){0, 1});
    struct tl_text two = tl_text_finish(&build);

    struct tl_text_builder out = tl_text_build(tl_test_arena);
    tl_text_keep(&out, &two, (struct tl_span){0, 1});
    tl_text_keep(&out, &one, (struct tl_span){1, 2});
    tl_text_keep(&out, &two, (struct tl_span){2, 3});
    tl_text_keep(&out, &two, (struct tl_span){0, 3});
    struct tl_text text = tl_text_finish(&out);

    tl_assert_str(text.bytes, "ebaefa");
    tl_assert_source_is(source, &text, ((struct tl_span){0, 1}), "e");
    tl_assert_source_is(source, &text, ((struct tl_span){1, 2}), "b");
    tl_assert_source_is(source, &text, ((struct tl_span){2, 3}), "a");
    tl_assert_source_is(source, &text, ((struct tl_span){3, 5}), "ef");
    tl_map_check(text.map, source->bytes.len);
}
END_TEST

START_TEST(a_slice_can_be_kept_from)
{
    struct tl_source *source = tl_test_source("x", "0123456789");
    struct tl_text in = tl_text_of(tl_test_arena, source);
    struct tl_text slice = tl_text_slice(&in, (struct tl_span){5, 9});
    struct tl_text_builder out = tl_text_build(tl_test_arena);

    tl_text_keep(&out, &slice, (struct tl_span){1, 3});
    struct tl_text text = tl_text_finish(&out);

    tl_assert_str(text.bytes, "67");
    tl_assert_source_is(source, &text, all_of(text), "67");
}
END_TEST

/* "smörgås" as base64; the line is cut in groups of four characters. */
START_TEST(escapes_side_by_side_are_one_run)
{
    struct tl_source *source = tl_test_source("test", "f=C3=B6=\n=C3=A5r");
    struct tl_text in = tl_text_of(tl_test_arena, source);
    struct tl_text_builder out = tl_text_build(tl_test_arena);

    tl_text_keep(&out, &in, (struct tl_span){0, 1});
    tl_text_add_escape(&out, &in, (struct tl_span){1, 4}, 0xC3);
    tl_text_add_escape(&out, &in, (struct tl_span){4, 7}, 0xB6);
    tl_text_add_escape(&out, &in, (struct tl_span){9, 12}, 0xC3);
    tl_text_add_escape(&out, &in, (struct tl_span){12, 15}, 0xA5);
    tl_text_keep(&out, &in, (struct tl_span){15, 16});
    struct tl_text text = tl_text_finish(&out);

    tl_assert_str(text.bytes, "f\xC3\xB6\xC3\xA5r");
    ck_assert_uint_eq(text.map->runs.len, 4);
    tl_assert_source_is(source, &text, ((struct tl_span){1, 3}), "=C3=B6");
    tl_assert_source_is(source, &text, ((struct tl_span){3, 4}), "=C3");
    tl_assert_source_is(source, &text, ((struct tl_span){3, 6}), "=C3=A5r");
    tl_map_check(text.map, source->bytes.len);
}
END_TEST

START_TEST(an_escape_that_was_itself_decoded_is_a_unit)
{
    struct tl_source *source = tl_test_source("test", "==33=44");
    struct tl_text in = tl_text_of(tl_test_arena, source);
    struct tl_text_builder first = tl_text_build(tl_test_arena);
    tl_text_keep(&first, &in, (struct tl_span){0, 1});
    tl_text_add_escape(&first, &in, (struct tl_span){1, 4}, '3');
    tl_text_add_escape(&first, &in, (struct tl_span){4, 7}, 'D');
    struct tl_text once = tl_text_finish(&first);
    struct tl_text_builder second = tl_text_build(tl_test_arena);

    tl_text_add_escape(&second, &once, (struct tl_span){0, 3}, '=');
    struct tl_text text = tl_text_finish(&second);

    tl_assert_str(text.bytes, "=");
    tl_assert_span(tl_text_source(&text, (struct tl_span){0, 1}), 0, 7);
    tl_map_check(text.map, source->bytes.len);
}
END_TEST

START_TEST(base64_maps_to_the_characters_that_carry_the_bytes)
{
    struct tl_source *source = tl_test_source("x", "> c23DtnJnw6Vz");
    struct tl_text in = tl_text_of(tl_test_arena, source);
    struct tl_text_builder out = tl_text_build(tl_test_arena);

    tl_text_add_base64(&out, &in, (struct tl_span){2, 14}, TL_STR("sm\xc3\xb6rg\xc3\xa5s"));
    struct tl_text text = tl_text_finish(&out);

    tl_assert_source_is(source, &text, ((struct tl_span){0, 1}), "c2");
    tl_assert_source_is(source, &text, ((struct tl_span){1, 2}), "23");
    tl_assert_source_is(source, &text, ((struct tl_span){2, 4}), "3Dtn");
    tl_assert_source_is(source, &text, ((struct tl_span){4, 6}), "nJn");
    tl_assert_source_is(source, &text, all_of(text), "c23DtnJnw6Vz");
    tl_map_check(text.map, source->bytes.len);
}
END_TEST

/* "smörgås" over three lines of four characters, and then the letter ö as one replaced unit. */
START_TEST(base64_that_is_cut_at_each_byte_keeps_its_source)
{
    struct tl_source *source = tl_test_source("x", "c23D\ntnJn\nw6Vz");
    struct tl_text in = tl_text_of(tl_test_arena, source);
    struct tl_str bytes = TL_STR("sm\xc3\xb6rg\xc3\xa5s");
    struct tl_text_builder first = tl_text_build(tl_test_arena);
    for (size_t i = 0; i < 3; i++) {
        tl_text_add_base64(&first, &in, (struct tl_span){i * 5, i * 5 + 4},
                           tl_str_slice(bytes, i * 3, i * 3 + 3));
    }
    struct tl_text decoded = tl_text_finish(&first);

    struct tl_text_builder second = tl_text_build(tl_test_arena);
    tl_text_keep(&second, &decoded, (struct tl_span){0, 2});
    tl_text_replace(&second, &decoded, (struct tl_span){2, 4}, TL_STR("oe"));
    for (size_t i = 4; i < 9; i++) {
        tl_text_keep(&second, &decoded, (struct tl_span){i, i + 1});
    }
    struct tl_text text = tl_text_finish(&second);

    tl_assert_str(text.bytes, "smoerg\xc3\xa5s");
    for (size_t i = 0; i < 9; i++) {
        if (i == 2 || i == 3) {
            tl_assert_source_is(source, &text, ((struct tl_span){i, i + 1}), "3D\ntn");
            continue;
        }
        struct tl_span wanted = tl_text_source(&decoded, (struct tl_span){i, i + 1});
        tl_assert_span(tl_text_source(&text, (struct tl_span){i, i + 1}), wanted.begin, wanted.end);
    }
    tl_assert_source_is(source, &text, ((struct tl_span){4, 6}), "nJn");
    tl_assert_source_is(source, &text, ((struct tl_span){5, 7}), "Jn\nw6");
    tl_map_check(text.map, source->bytes.len);
}
END_TEST

START_TEST(padding_is_no_part_of_the_last_byte)
{
    struct tl_source *source = tl_test_source("x", "YQ==");
    struct tl_text in = tl_text_of(tl_test_arena, source);
    struct tl_text_builder out = tl_text_build(tl_test_arena);

    tl_text_add_base64(&out, &in, (struct tl_span){0, 4}, TL_STR("a"));
    struct tl_text text = tl_text_finish(&out);

    tl_assert_source_is(source, &text, all_of(text), "YQ");
}
END_TEST

START_TEST(base64_inside_what_was_decoded_is_a_unit_for_each_byte)
{
    struct tl_source *source = tl_test_source("x", "=63=32=33=44");
    struct tl_text in = tl_text_of(tl_test_arena, source);
    struct tl_text_builder first = tl_text_build(tl_test_arena);
    for (size_t i = 0; i < 4; i++) {
        tl_text_replace(&first, &in, (struct tl_span){i * 3, i * 3 + 3},
                        tl_str_slice(TL_STR("c23D"), i, i + 1));
    }
    struct tl_text decoded = tl_text_finish(&first);

    struct tl_text_builder second = tl_text_build(tl_test_arena);
    tl_text_add_base64(&second, &decoded, (struct tl_span){0, 4}, TL_STR("sm\xc3"));
    struct tl_text text = tl_text_finish(&second);

    tl_assert_source_is(source, &text, ((struct tl_span){0, 1}), "=63=32");
    tl_assert_source_is(source, &text, ((struct tl_span){1, 2}), "=32=33");
    tl_assert_source_is(source, &text, ((struct tl_span){2, 3}), "=33=44");
    tl_map_check(text.map, source->bytes.len);
}
END_TEST

START_TEST(a_text_of_many_runs_is_kept_in_linear_time)
{
    struct tl_source *source = tl_test_source("x", "ab");
    struct tl_text in = tl_text_of(tl_test_arena, source);
    struct tl_text_builder first = tl_text_build(tl_test_arena);
    for (size_t i = 0; i < 200000; i++) {
        tl_text_replace(&first, &in, (struct tl_span){i % 2, i % 2 + 1}, TL_STR("x"));
    }
    struct tl_text many = tl_text_finish(&first);

    struct tl_text_builder second = tl_text_build(tl_test_arena);
    for (size_t i = 0; i < 200000; i++) {
        tl_text_keep(&second, &many, (struct tl_span){i, i + 1});
    }
    struct tl_text text = tl_text_finish(&second);

    tl_assert_span(tl_text_source(&text, (struct tl_span){199999, 200000}), 1, 2);
    tl_map_check(text.map, 2);
}
END_TEST

static Suite *text_suite(void)
{
    Suite *suite = suite_create("text");
    tl_add_tests(suite, "of", a_source_as_text_is_itself, an_empty_source_is_an_empty_text);
    tl_add_tests(suite, "slice", a_slice_of_a_slice_knows_its_source,
                 an_empty_slice_stands_where_it_was_cut);
    tl_add_tests(suite, "build", nothing_built_is_an_empty_text, what_is_kept_in_order_is_one_run,
                 what_is_left_out_is_inside_the_source_of_what_is_around_it,
                 a_replacement_stands_for_all_of_its_part, a_replacement_by_nothing_adds_no_run,
                 an_insertion_may_stand_for_nothing);
    tl_add_tests(suite, "stages", stages_map_straight_to_the_source,
                 parts_of_two_texts_can_be_mixed, a_slice_can_be_kept_from,
                 a_text_of_many_runs_is_kept_in_linear_time);
    tl_add_tests(suite, "base64", escapes_side_by_side_are_one_run,
                 an_escape_that_was_itself_decoded_is_a_unit,
                 base64_maps_to_the_characters_that_carry_the_bytes,
                 base64_that_is_cut_at_each_byte_keeps_its_source,
                 padding_is_no_part_of_the_last_byte,
                 base64_inside_what_was_decoded_is_a_unit_for_each_byte);
    return suite;
}
TL_TEST_MAIN(text_suite)
