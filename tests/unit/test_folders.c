/* SPDX-License-Identifier: MIT */
#include "cli/folders.h"

#include "support/letter.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* A folder with a program "p" and rules beside it. */
static const char *checkout(void)
{
    const char *folder = tl_test_folder();
    const char *program = tl_test_file(folder, "p", TL_STR("#!/bin/sh\n"));
    ck_assert_int_eq(chmod(program, 0700), 0);
    (void)tl_test_file(folder, "rules.d/a.yml", TL_STR(""));
    return folder;
}

/* What realpath() makes of "FOLDER/rules.d": the folder for temporary files may be a link. */
static struct tl_str rules_of(const char *folder)
{
    char *real = realpath(tl_arena_format(tl_test_arena, "%s/rules.d", folder).data, NULL);
    ck_assert_ptr_nonnull(real);
    struct tl_str copy = tl_arena_copy(tl_test_arena, tl_str_of(real));
    free(real);
    return copy;
}

static struct tl_str found(const char *program)
{
    return tl_str_of(tl_folders_rules(tl_test_arena, program));
}

START_TEST(rules_beside_the_program_are_found)
{
    const char *folder = checkout();

    tl_assert_same(found(tl_arena_format(tl_test_arena, "%s/p", folder).data), rules_of(folder));
}
END_TEST

START_TEST(a_link_to_the_program_finds_them)
{
    const char *folder = checkout();
    const char *link = tl_arena_format(tl_test_arena, "%s/link", tl_test_folder()).data;
    ck_assert_int_eq(symlink(tl_arena_format(tl_test_arena, "%s/p", folder).data, link), 0);

    tl_assert_same(found(link), rules_of(folder));
}
END_TEST

START_TEST(a_program_of_the_path_finds_them)
{
    const char *folder = checkout();
    const char *path = tl_arena_format(tl_test_arena, "/nonexistent:%s:/usr/bin", folder).data;
    ck_assert_int_eq(setenv("PATH", path, 1), 0);

    tl_assert_same(found("p"), rules_of(folder));
}
END_TEST

START_TEST(a_folder_of_the_path_with_that_name_is_no_program)
{
    const char *folder = checkout();
    const char *other = tl_test_folder();
    (void)tl_test_file(other, "p/x", TL_STR(""));
    ck_assert_int_eq(setenv("PATH", tl_arena_format(tl_test_arena, "%s:%s", other, folder).data, 1),
                     0);

    tl_assert_same(found("p"), rules_of(folder));
}
END_TEST

START_TEST(otherwise_the_installed_ones_or_none)
{
    const char *folder = tl_test_folder();
    (void)tl_test_file(folder, "p", TL_STR(""));
    const char *rules =
        tl_folders_rules(tl_test_arena, tl_arena_format(tl_test_arena, "%s/p", folder).data);

    ck_assert(rules == NULL || tl_str_equal(tl_str_of(rules), TL_STR(TL_RULES_DIR)));
}
END_TEST

static Suite *folders_suite(void)
{
    Suite *suite = suite_create("folders");
    tl_add_tests(suite, "rules", rules_beside_the_program_are_found,
                 a_link_to_the_program_finds_them, a_program_of_the_path_finds_them,
                 a_folder_of_the_path_with_that_name_is_no_program,
                 otherwise_the_installed_ones_or_none);
    return suite;
}
TL_TEST_MAIN(folders_suite)
