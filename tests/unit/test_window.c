/* SPDX-License-Identifier: MIT */
#include "base/window.h"

#include "support/letter.h"

/* A window on a file of these bytes. */
static struct tl_window window_on(struct tl_str bytes)
{
    struct tl_window window;
    struct tl_error err;
    const char *path = tl_test_file(tl_test_folder(), "f", bytes);
    tl_assert_ok(tl_window_open(&window, path, &err), err);
    return window;
}

START_TEST(a_file_that_is_not_there_cannot_be_opened)
{
    struct tl_window window;
    struct tl_error err;

    ck_assert(!tl_window_open(&window, "/nonexistent/x", &err));
    tl_assert_mentions(err.text, "cannot open");
}
END_TEST

START_TEST(a_folder_cannot_be_read)
{
    struct tl_window window;
    struct tl_error err;
    tl_assert_ok(tl_window_open(&window, "/", &err), err);

    ck_assert(!tl_window_fill(&window, 1, &err));
    tl_assert_mentions(err.text, "cannot read");
    tl_window_close(&window);
}
END_TEST

START_TEST(filling_stops_at_the_end)
{
    struct tl_error err;
    struct tl_window window = window_on(TL_STR("hello"));

    ck_assert(tl_window_fill(&window, 100, &err));
    tl_assert_str(tl_window_bytes(&window), "hello");
    ck_assert(window.at_end);
    tl_window_skip(&window, 2);
    tl_assert_str(tl_window_bytes(&window), "llo");
    tl_window_skip(&window, 9);
    tl_assert_str(tl_window_bytes(&window), "");
    tl_window_close(&window);
}
END_TEST

START_TEST(memory_is_that_of_the_window_not_of_the_file)
{
    enum { ALL = 2000000, STEP = 1000 };
    struct tl_error err;
    char *bytes = tl_arena_alloc(tl_test_arena, ALL);
    for (size_t i = 0; i < ALL; i++) {
        bytes[i] = (char)('a' + i / STEP % 26);
    }
    struct tl_window window = window_on((struct tl_str){bytes, ALL});

    for (size_t at = 0; at < ALL; at += STEP) {
        ck_assert(tl_window_fill(&window, STEP, &err));
        tl_assert_same(tl_str_slice(tl_window_bytes(&window), 0, STEP),
                       ((struct tl_str){bytes + at, STEP}));
        tl_window_skip(&window, STEP);
    }
    ck_assert(tl_window_fill(&window, 1, &err));
    ck_assert_uint_eq(tl_window_bytes(&window).len, 0);
    ck_assert_uint_le(window.cap, 256 * 1024UL);
    tl_window_close(&window);
}
END_TEST

START_TEST(taken_bytes_outlive_the_window)
{
    struct tl_error err;
    struct tl_window window = window_on(TL_STR("hello"));
    ck_assert(tl_window_fill(&window, 100, &err));

    struct tl_str bytes = tl_window_take(&window, tl_test_arena, 4);
    tl_window_close(&window);

    tl_assert_str(bytes, "hell");
    ck_assert_int_eq(bytes.data[4], '\0');
}
END_TEST

static Suite *window_suite(void)
{
    Suite *suite = suite_create("window");
    tl_add_tests(suite, "open", a_file_that_is_not_there_cannot_be_opened, a_folder_cannot_be_read);
    tl_add_tests(suite, "fill", filling_stops_at_the_end,
                 memory_is_that_of_the_window_not_of_the_file);
    tl_add_tests(suite, "take", taken_bytes_outlive_the_window);
    return suite;
}
TL_TEST_MAIN(window_suite)
