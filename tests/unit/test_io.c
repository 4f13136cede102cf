/* SPDX-License-Identifier: MIT */
#include "base/io.h"

#include "support/tl_check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct tl_error err;
static struct tl_str bytes;
static bool more;

static void forget(void *path)
{
    unlink(path);
    free(path);
}

/* A file with this content; removed after the test. */
static const char *file_of(struct tl_str content)
{
    char name[] = "/tmp/test_io_XXXXXX";
    int fd = mkstemp(name);
    ck_assert_int_ge(fd, 0);
    ck_assert_int_eq(write(fd, content.data, content.len), (ssize_t)content.len);
    close(fd);
    struct tl_str path = tl_arena_copy(tl_test_arena, tl_str_of(name));
    char *owned = NULL;
    ck_assert_int_gt(asprintf(&owned, "%s", name), 0);
    tl_arena_on_free(tl_test_arena, forget, owned);
    return path.data;
}

START_TEST(a_file_is_read_whole_with_a_nul_after_it)
{
    const char *path = file_of(TL_STR("a\0b\n"));

    tl_assert_ok(tl_io_read(tl_test_arena, path, 100, &bytes, &more, &err), err);

    tl_assert_str(bytes, "a\0b\n");
    ck_assert_int_eq(bytes.data[bytes.len], '\0');
    ck_assert(!more);
}
END_TEST

START_TEST(an_empty_file_is_the_empty_text)
{
    const char *path = file_of(TL_STR(""));

    tl_assert_ok(tl_io_read(tl_test_arena, path, 100, &bytes, &more, &err), err);

    tl_assert_str(bytes, "");
    ck_assert_int_eq(bytes.data[0], '\0');
    ck_assert(!more);
}
END_TEST

START_TEST(a_file_as_long_as_the_cap_is_whole)
{
    const char *path = file_of(TL_STR("12345"));

    tl_assert_ok(tl_io_read(tl_test_arena, path, 5, &bytes, &more, &err), err);

    tl_assert_str(bytes, "12345");
    ck_assert(!more);
}
END_TEST

START_TEST(a_file_one_byte_over_the_cap_is_cut_and_says_so)
{
    const char *path = file_of(TL_STR("123456"));

    tl_assert_ok(tl_io_read(tl_test_arena, path, 5, &bytes, &more, &err), err);

    tl_assert_str(bytes, "12345");
    ck_assert_int_eq(bytes.data[5], '\0');
    ck_assert(more);
}
END_TEST

START_TEST(a_file_that_is_not_there_is_an_error_about_it)
{
    ck_assert(!tl_io_read(tl_test_arena, "/nonexistent/x", 5, &bytes, &more, &err));

    ck_assert_str_eq(err.path, "/nonexistent/x");
    tl_assert_mentions(err.text, "cannot open: No such file");
}
END_TEST

START_TEST(a_directory_is_an_error)
{
    ck_assert(!tl_io_read(tl_test_arena, "/", 5, &bytes, &more, &err));

    tl_assert_mentions(err.text, "cannot read: ");
}
END_TEST

/* Makes `text` (n times) come in through standard input, as a pipe. */
static void feed(const char *text, int n)
{
    int ends[2];
    ck_assert_int_eq(pipe(ends), 0);
    if (fork() == 0) {
        close(ends[0]);
        for (int i = 0; i < n; i++) {
            if (write(ends[1], text, strlen(text)) < 0) {
                break;
            }
        }
        _exit(0);
    }
    close(ends[1]);
    ck_assert_int_ge(dup2(ends[0], STDIN_FILENO), 0);
    close(ends[0]);
}

START_TEST(standard_input_is_read_to_its_end_whatever_its_size)
{
    feed("0123456789abcdef", 40000);

    tl_assert_ok(tl_io_read(tl_test_arena, NULL, 1000000, &bytes, &more, &err), err);

    ck_assert_uint_eq(bytes.len, 640000);
    tl_assert_str(tl_str_slice(bytes, 639984, 640000), "0123456789abcdef");
    ck_assert(!more);
}
END_TEST

START_TEST(standard_input_is_cut_at_the_cap)
{
    feed("0123456789abcdef", 40000);

    tl_assert_ok(tl_io_read(tl_test_arena, NULL, 100000, &bytes, &more, &err), err);

    ck_assert_uint_eq(bytes.len, 100000);
    ck_assert(more);
}
END_TEST

START_TEST(a_device_without_a_size_is_read)
{
    tl_assert_ok(tl_io_read(tl_test_arena, "/dev/null", 100, &bytes, &more, &err), err);

    ck_assert_uint_eq(bytes.len, 0);
}
END_TEST

static Suite *io_suite(void)
{
    Suite *suite = suite_create("io");
    tl_add_tests(suite, "file", a_file_is_read_whole_with_a_nul_after_it,
                 an_empty_file_is_the_empty_text, a_file_as_long_as_the_cap_is_whole,
                 a_file_one_byte_over_the_cap_is_cut_and_says_so,
                 a_file_that_is_not_there_is_an_error_about_it, a_directory_is_an_error,
                 a_device_without_a_size_is_read);
    tl_add_tests(suite, "standard input", standard_input_is_read_to_its_end_whatever_its_size,
                 standard_input_is_cut_at_the_cap);
    return suite;
}
TL_TEST_MAIN(io_suite)
