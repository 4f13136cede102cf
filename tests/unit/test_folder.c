/* SPDX-License-Identifier: MIT */
#include "rules/folder.h"

#include "support/letter.h"

#include <stdio.h>
#include <sys/stat.h>

START_TEST(names_are_sorted_without_hidden_ones)
{
    struct tl_error err;
    struct tl_strs names;
    const char *folder = tl_test_folder();
    (void)tl_test_file(folder, "b", TL_STR(""));
    (void)tl_test_file(folder, "a/x", TL_STR(""));
    (void)tl_test_file(folder, ".hidden", TL_STR(""));
    (void)tl_test_file(folder, "_draft", TL_STR(""));

    ck_assert(tl_folder_read(tl_test_arena, folder, &names, &err));
    ck_assert_uint_eq(names.len, 2);
    tl_assert_str(names.items[0], "a");
    tl_assert_str(names.items[1], "b");
}
END_TEST

START_TEST(a_file_is_no_folder)
{
    struct tl_error err;
    struct tl_strs names;
    const char *folder = tl_test_folder();
    const char *file = tl_test_file(folder, "b", TL_STR(""));

    ck_assert(tl_folder_is(folder));
    ck_assert(!tl_folder_is(file));
    ck_assert(!tl_folder_is("/nonexistent"));
    ck_assert(!tl_folder_read(tl_test_arena, file, &names, &err));
    ck_assert_str_eq(err.path, file);
}
END_TEST

START_TEST(pipes_are_left_out)
{
    struct tl_error err;
    struct tl_strs names;
    const char *folder = tl_test_folder();
    const char *pipe = tl_arena_format(tl_test_arena, "%s/a.yml", folder).data;
    ck_assert_int_eq(mkfifo(pipe, 0600), 0);

    ck_assert(tl_folder_read(tl_test_arena, folder, &names, &err));
    ck_assert_uint_eq(names.len, 0);
    (void)remove(pipe);
}
END_TEST

static Suite *folder_suite(void)
{
    Suite *suite = suite_create("folder");
    tl_add_tests(suite, "folder", names_are_sorted_without_hidden_ones, a_file_is_no_folder,
                 pipes_are_left_out);
    return suite;
}
TL_TEST_MAIN(folder_suite)
