/* SPDX-License-Identifier: MIT */
#include "mime/mbox.h"

#include "support/letter.h"

#define FROM "From ann@example.com Sat Nov 21 10:00:00 2026\n"

/* Reads all; a line for each message: "NUMBER @OFFSET +LINES: bytes", line ends as "|". */
static struct tl_str messages_up_to(size_t max_bytes, struct tl_str bytes)
{
    struct tl_error err;
    struct tl_window window;
    struct tl_source *source = NULL;
    struct tl_buf out = tl_buf_in(tl_test_arena);
    const char *path = tl_test_file(tl_test_folder(), "f.mbox", bytes);
    tl_assert_ok(tl_window_open(&window, path, &err), err);
    struct tl_mbox mbox = {.window = &window, .name = TL_STR("f.mbox"), .max_bytes = max_bytes};
    for (;;) {
        tl_assert_ok(tl_mbox_next(&mbox, tl_test_arena, &source, &err), err);
        if (source == NULL) {
            tl_window_close(&window);
            return tl_buf_str(&out);
        }
        tl_buf_add_format(&out, "%zu @%zu +%zu%s: ", source->message, source->base_offset,
                          source->base_line, source->is_from_quoted ? "" : " as it is");
        struct tl_str shown = tl_str_slice(source->bytes, 46, 146); /* after the "From " line */
        for (size_t i = 0; i < shown.len; i++) {
            tl_buf_add_char(&out, shown.data[i] == '\n' ? '|' : shown.data[i]);
        }
        tl_buf_add(&out, source->cut ? TL_STR(" cut\n") : TL_STR("\n"));
    }
}

static struct tl_str messages_of(struct tl_str bytes)
{
    return messages_up_to(1000000, bytes);
}

START_TEST(each_message_knows_its_place)
{
    tl_assert_str(messages_of(TL_STR(FROM "A: a\n\none\n\n" FROM "B: b\n\ntwo\n\n")),
                  "1 @0 +0: A: a||one|\n"
                  "2 @57 +5: B: b||two|\n");
}
END_TEST

START_TEST(a_blank_line_before_the_next_message_may_be_missing)
{
    tl_assert_str(messages_of(TL_STR(FROM "A: a\n\none\n" FROM "B: b\n\ntwo")),
                  "1 @0 +0: A: a||one|\n"
                  "2 @56 +4: B: b||two\n");
}
END_TEST

START_TEST(a_line_of_text_begins_no_message)
{
    tl_assert_str(messages_of(TL_STR(FROM "A: a\n\none\n\nFrom now on, two\n\n>" FROM)),
                  "1 @0 +0: A: a||one||From now on, two||>"
                  "From ann@example.com Sat Nov 21 10:00:00 2026|\n");
}
END_TEST

START_TEST(content_length_wins_where_it_fits)
{
    tl_assert_str(
        messages_of(TL_STR(FROM "Content-Length: 50\n\none\n" FROM "\n" FROM "B: b\n\n2\n")),
        "1 @0 +0 as it is: Content-Length: 50||one|"
        "From ann@example.com Sat Nov 21 10:00:00 2026|\n"
        "2 @117 +6: B: b||2|\n");
}
END_TEST

START_TEST(content_length_that_fits_nothing_is_overlooked)
{
    static const char *const values[] = {"2", "7", "49", "60", "999999999", "x", ""};
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        struct tl_str mbox = tl_arena_format(
            tl_test_arena, FROM "Content-Length: %s\n\none\n\n" FROM "B: b\n\n2\n", values[i]);
        struct tl_str came = messages_of(mbox);

        tl_assert_mentions(came.data, "||one|\n2 @");
    }
}
END_TEST

START_TEST(without_dates_a_blank_line_and_a_field_are_asked_for)
{
    struct tl_str came = messages_of(
        TL_STR("From \nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA: a\n\none\nFrom here\nX: x\n\nFrom "
               "there\non\n\nFrom \nBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB: b\n\ntwo\n"));

    tl_assert_str(came, "1 @0 +0: |one|From here|X: x||From there|on|\n"
                        "2 @82 +10: ||two|\n");
}
END_TEST

START_TEST(lines_may_end_with_crlf)
{
    tl_assert_mentions(messages_of(TL_STR("From a@example.com Sat Nov 21 10:00:00 2026\r\nA: "
                                          "a\r\n\r\none\r\n\r\nFrom a@example.com Sat Nov 21 "
                                          "10:00:00 2026\r\nB: b\r\n"))
                           .data,
                       "2 @60 +5: ");
}
END_TEST

START_TEST(many_messages_have_their_places_across_all_borders_of_reading)
{
    enum { N = 5000 };
    struct tl_buf mbox = tl_buf_in(tl_test_arena);
    struct tl_buf wanted = tl_buf_in(tl_test_arena);
    for (size_t i = 0, n_lines = 0; i < N; i++) {
        tl_buf_add_format(&wanted, "%zu @%zu +%zu: B: b||", i + 1, mbox.len, n_lines);
        tl_buf_add(&mbox, TL_STR(FROM "B: b\n\n"));
        n_lines += 5 + i % 7;
        for (size_t k = 0; k < i % 7; k++) {
            tl_buf_add(&mbox, TL_STR("From me\n"));
            tl_buf_add(&wanted, TL_STR("From me|"));
        }
        tl_buf_add(&mbox, TL_STR("x\n\n"));
        tl_buf_add(&wanted, TL_STR("x|\n"));
    }

    tl_assert_same(messages_of(tl_buf_str(&mbox)), tl_buf_str(&wanted));
}
END_TEST

START_TEST(a_message_that_is_too_long_is_cut_and_the_next_one_read)
{
    struct tl_buf mbox = tl_buf_in(tl_test_arena);
    tl_buf_add(&mbox, TL_STR(FROM "A: a\n\n"));
    for (int i = 0; i < 1000000; i++) {
        tl_buf_add(&mbox, TL_STR("x\n"));
    }
    tl_buf_add(&mbox, TL_STR("\n" FROM "B: b\n\ntwo\n"));

    tl_assert_str(messages_up_to(60, tl_buf_str(&mbox)), "1 @0 +0: A: a||x|x|x|x| cut\n"
                                                         "2 @2000053 +1000004: B: b||two|\n");
}
END_TEST

START_TEST(a_message_as_long_as_may_be_is_whole)
{
    struct tl_str mbox = TL_STR(FROM "A: a\n\none\n");

    tl_assert_str(messages_up_to(mbox.len, mbox), "1 @0 +0: A: a||one|\n");
    tl_assert_str(messages_up_to(mbox.len - 1, mbox), "1 @0 +0: A: a||one cut\n");
}
END_TEST

START_TEST(an_mbox_is_known_by_its_first_line)
{
    ck_assert(tl_mbox_is(TL_STR(FROM "A: a\n"), TL_STR("x")));
    ck_assert(!tl_mbox_is(TL_STR("From \nA: a\n"), TL_STR("x")));
    ck_assert(tl_mbox_is(TL_STR("From \nA: a\n"), TL_STR("x.MBOX")));
    ck_assert(!tl_mbox_is(TL_STR("From here\nand now\n"), TL_STR("x.mbox")));
    ck_assert(!tl_mbox_is(TL_STR("From: a\n\nb"), TL_STR("x.mbox")));
    ck_assert(!tl_mbox_is(TL_STR(""), TL_STR("x")));
    ck_assert(tl_mbox_is(TL_STR(""), TL_STR("x.mbox")));
}
END_TEST

START_TEST(an_empty_mbox_has_no_message)
{
    tl_assert_str(messages_of(TL_STR("")), "");
}
END_TEST

static Suite *mbox_suite(void)
{
    Suite *suite = suite_create("mbox");
    tl_add_tests(suite, "is", an_mbox_is_known_by_its_first_line);
    tl_add_tests(suite, "next", each_message_knows_its_place,
                 a_blank_line_before_the_next_message_may_be_missing,
                 a_line_of_text_begins_no_message,
                 without_dates_a_blank_line_and_a_field_are_asked_for, lines_may_end_with_crlf,
                 many_messages_have_their_places_across_all_borders_of_reading,
                 an_empty_mbox_has_no_message);
    tl_add_tests(suite, "content length", content_length_wins_where_it_fits,
                 content_length_that_fits_nothing_is_overlooked);
    tl_add_tests(suite, "limit", a_message_that_is_too_long_is_cut_and_the_next_one_read,
                 a_message_as_long_as_may_be_is_whole);
    return suite;
}
TL_TEST_MAIN(mbox_suite)
