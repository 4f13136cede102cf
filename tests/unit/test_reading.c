/* SPDX-License-Identifier: MIT */
#include "text/reading.h"

#include "support/tl_check.h"
#include "text/plain.h"

/* Adds the reading of bytes [begin, end) of the source. */
static void add(struct tl_readings *readings, const struct tl_text *text, size_t begin, size_t end)
{
    struct tl_text part = tl_text_slice(text, (struct tl_span){begin, end});
    struct tl_reading reading = tl_plain_read(tl_test_arena, &part, false, false);
    reading.raw = part;
    *TL_VEC_ADD(tl_test_arena, readings) = reading;
}

START_TEST(one_reading_stays_as_it_is)
{
    struct tl_source *source = tl_test_source("test", "One line\n");
    struct tl_text text = tl_text_of(tl_test_arena, source);
    struct tl_readings readings = {0};
    add(&readings, &text, 0, 9);

    struct tl_reading joined = tl_reading_join(tl_test_arena, &readings);

    ck_assert_ptr_eq(joined.lines.items, readings.items[0].lines.items);
}
END_TEST

START_TEST(the_lines_of_the_second_follow_those_of_the_first_as_a_block)
{
    struct tl_source *source = tl_test_source("test", "one\ntwo\n--xx--three\nfour");
    struct tl_text text = tl_text_of(tl_test_arena, source);
    struct tl_readings readings = {0};
    add(&readings, &text, 0, 8);
    add(&readings, &text, 14, 24);

    struct tl_reading joined = tl_reading_join(tl_test_arena, &readings);

    ck_assert_uint_eq(joined.lines.len, 4);
    struct tl_line third = joined.lines.items[2];
    tl_assert_str(tl_str_slice(joined.text.bytes, third.span.begin, third.span.end), "three");
    ck_assert(third.starts_block);
    ck_assert(!joined.lines.items[3].starts_block);
    tl_assert_source_is(source, &joined.text, third.span, "three");
    tl_map_check(joined.text.map, source->bytes.len);
    tl_assert_str(joined.raw.bytes, "one\ntwo\n\nthree\nfour");
    tl_map_check(joined.raw.map, source->bytes.len);
}
END_TEST

START_TEST(an_empty_reading_adds_nothing)
{
    struct tl_source *source = tl_test_source("test", "one\n");
    struct tl_text text = tl_text_of(tl_test_arena, source);
    struct tl_readings readings = {0};
    add(&readings, &text, 4, 4);
    add(&readings, &text, 0, 4);

    struct tl_reading joined = tl_reading_join(tl_test_arena, &readings);

    ck_assert_uint_eq(joined.lines.len, 1);
    tl_assert_source_is(source, &joined.text, joined.lines.items[0].span, "one");
}
END_TEST

static Suite *reading_suite(void)
{
    Suite *suite = suite_create("reading");
    tl_add_tests(suite, "join", one_reading_stays_as_it_is,
                 the_lines_of_the_second_follow_those_of_the_first_as_a_block,
                 an_empty_reading_adds_nothing);
    return suite;
}
TL_TEST_MAIN(reading_suite)
