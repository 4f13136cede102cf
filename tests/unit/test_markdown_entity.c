/* SPDX-License-Identifier: MIT */
#include "text/markdown_entity.h"

#include "support/tl_check.h"

static struct tl_str read_as(struct tl_text in)
{
    return tl_markdown_entities_read(tl_test_arena, &in).bytes;
}

START_TEST(names_and_numbers_become_characters)
{
    tl_assert_str(read_as(tl_test_text("H&auml;r &ndash; p&#229; &#xF6;n &amp; vi &hellip;")),
                  "Här – på ön & vi …");
}
END_TEST

START_TEST(what_is_no_character_stays)
{
    tl_assert_str(read_as(tl_test_text("R&D, &foo; &auml &#; &#0; &#xD800; &#1114112; &")),
                  "R&D, &foo; &auml &#; &#0; &#xD800; &#1114112; &");
}
END_TEST

START_TEST(a_character_stands_for_all_of_its_bytes)
{
    struct tl_source *source = tl_test_source("test", "a&ouml;b");
    struct tl_text in = tl_text_of(tl_test_arena, source);

    struct tl_text out = tl_markdown_entities_read(tl_test_arena, &in);

    tl_assert_source_is(source, &out, ((struct tl_span){1, 3}), "&ouml;");
    tl_assert_source_is(source, &out, ((struct tl_span){3, 4}), "b");
    tl_map_check(out.map, source->bytes.len);
}
END_TEST

START_TEST(text_without_any_is_returned_as_it_is)
{
    struct tl_text in = tl_test_text("a b");

    ck_assert_ptr_eq(tl_markdown_entities_read(tl_test_arena, &in).bytes.data, in.bytes.data);
}
END_TEST

static Suite *markdown_entity_suite(void)
{
    Suite *suite = suite_create("markdown_entity");
    tl_add_tests(suite, "read", names_and_numbers_become_characters, what_is_no_character_stays,
                 a_character_stands_for_all_of_its_bytes, text_without_any_is_returned_as_it_is);
    return suite;
}
TL_TEST_MAIN(markdown_entity_suite)
