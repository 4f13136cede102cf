/* SPDX-License-Identifier: MIT */
#include "cli/walk.h"

#include "support/letter.h"

#include <sys/stat.h>
#include <unistd.h>

/* The files that a path stands for, without the folder, and the errors, one a line. */
static struct tl_str walked(const char *folder, const char *path)
{
    struct tl_strs files = {NULL, 0, 0};
    struct tl_errors errors = {NULL, 0, 0};
    tl_walk_add(tl_test_arena, tl_str_of(path), &files, &errors);
    struct tl_buf out = tl_buf_in(tl_test_arena);
    struct tl_str prefix = tl_str_of(folder);
    for (size_t i = 0; i < files.len; i++) {
        bool inside = tl_str_has_prefix(files.items[i], prefix);
        struct tl_str name = files.items[i];
        tl_buf_add(&out, inside ? tl_str_slice(name, prefix.len + 1, name.len) : name);
        tl_buf_add_char(&out, '\n');
    }
    for (size_t i = 0; i < errors.len; i++) {
        tl_buf_add_format(&out, "error: %s\n", errors.items[i].text);
    }
    return tl_buf_str(&out);
}

static void touch(const char *folder, const char *name)
{
    (void)tl_test_file(folder, name, TL_STR("x\n"));
}

START_TEST(files_with_known_endings_are_found_in_order)
{
    const char *folder = tl_test_folder();
    touch(folder, "b.eml");
    touch(folder, "a.TXT");
    touch(folder, "c.pdf");
    touch(folder, "d");
    touch(folder, "sub/deep/e.html.j2");
    touch(folder, "sub/f.md");

    tl_assert_str(walked(folder, folder), "a.TXT\nb.eml\nsub/deep/e.html.j2\nsub/f.md\n");
}
END_TEST

START_TEST(hidden_files_and_folders_are_left_out)
{
    const char *folder = tl_test_folder();
    touch(folder, ".a.eml");
    touch(folder, ".git/b.eml");
    touch(folder, "c.eml");

    tl_assert_str(walked(folder, folder), "c.eml\n");
}
END_TEST

START_TEST(links_to_files_are_followed_and_to_folders_are_not)
{
    const char *folder = tl_test_folder();
    const char *other = tl_test_folder();
    touch(other, "a.eml");
    const char *to = tl_arena_format(tl_test_arena, "%s/a.eml", other).data;
    ck_assert_int_eq(symlink(to, tl_arena_format(tl_test_arena, "%s/link.eml", folder).data), 0);
    ck_assert_int_eq(symlink(folder, tl_arena_format(tl_test_arena, "%s/loop", folder).data), 0);
    ck_assert_int_eq(
        symlink("nowhere", tl_arena_format(tl_test_arena, "%s/broken.eml", folder).data), 0);

    tl_assert_str(walked(folder, folder), "link.eml\n");
}
END_TEST

START_TEST(a_named_file_is_taken_whatever_its_ending)
{
    const char *folder = tl_test_folder();
    touch(folder, "c.pdf");

    tl_assert_str(walked(folder, tl_arena_format(tl_test_arena, "%s/c.pdf", folder).data),
                  "c.pdf\n");
    tl_assert_str(walked(folder, "/nonexistent/x"), "/nonexistent/x\n");
    tl_assert_str(walked(folder, "-"), "-\n");
}
END_TEST

START_TEST(a_folder_without_a_message_is_an_error)
{
    const char *folder = tl_test_folder();
    touch(folder, "c.pdf");

    tl_assert_mentions(walked(folder, folder).data, "error: the folder holds no message");
}
END_TEST

START_TEST(a_slash_at_the_end_is_not_doubled)
{
    const char *folder = tl_test_folder();
    touch(folder, "a.eml");

    tl_assert_str(walked(folder, tl_arena_format(tl_test_arena, "%s/", folder).data), "a.eml\n");
}
END_TEST

START_TEST(a_folder_that_cannot_be_read_is_an_error_and_the_rest_is_there)
{
    const char *folder = tl_test_folder();
    touch(folder, "a.eml");
    touch(folder, "closed/b.eml");
    const char *closed = tl_arena_format(tl_test_arena, "%s/closed", folder).data;
    if (geteuid() == 0) {
        return; /* root may read anything */
    }
    ck_assert_int_eq(chmod(closed, 0), 0);
    struct tl_str came = walked(folder, folder);
    (void)chmod(closed, 0700);

    tl_assert_mentions(came.data, "a.eml\nerror: cannot open: ");
}
END_TEST

START_TEST(of_a_maildir_the_mails_are_taken_whatever_their_names)
{
    const char *folder = tl_test_folder();
    touch(folder, "m/cur/1:2,S");
    touch(folder, "m/new/2.gz");
    touch(folder, "m/tmp/3.eml");
    touch(folder, "m/index.txt");
    touch(folder, "m/.Sent/cur/4");
    touch(folder, "m/.Sent/new/.hidden");
    touch(folder, "m/.other/5.eml");

    tl_assert_str(walked(folder, folder), "m/.Sent/cur/4\nm/cur/1:2,S\nm/new/2.gz\n");
}
END_TEST

START_TEST(an_empty_maildir_is_no_error)
{
    const char *folder = tl_test_folder();
    touch(folder, "cur/.keep");
    touch(folder, "new/.keep");

    tl_assert_str(walked(folder, folder), "");
}
END_TEST

START_TEST(mails_of_a_maildir_are_known_by_their_folder)
{
    const char *folder = tl_test_folder();
    touch(folder, "m/cur/1");
    touch(folder, "m/new/2");
    touch(folder, "cur/3");

    ck_assert(tl_walk_is_in_maildir(tl_arena_format(tl_test_arena, "%s/m/cur/1", folder)));
    ck_assert(tl_walk_is_in_maildir(tl_arena_format(tl_test_arena, "%s/m/new/2", folder)));
    ck_assert(!tl_walk_is_in_maildir(tl_arena_format(tl_test_arena, "%s/cur/3", folder)));
    ck_assert(!tl_walk_is_in_maildir(TL_STR("x")));
    ck_assert(!tl_walk_is_in_maildir(TL_STR("")));
}
END_TEST

static Suite *walk_suite(void)
{
    Suite *suite = suite_create("walk");
    tl_add_tests(suite, "add", files_with_known_endings_are_found_in_order,
                 hidden_files_and_folders_are_left_out,
                 links_to_files_are_followed_and_to_folders_are_not,
                 a_named_file_is_taken_whatever_its_ending, a_folder_without_a_message_is_an_error,
                 a_slash_at_the_end_is_not_doubled,
                 a_folder_that_cannot_be_read_is_an_error_and_the_rest_is_there);
    tl_add_tests(suite, "maildir", of_a_maildir_the_mails_are_taken_whatever_their_names,
                 an_empty_maildir_is_no_error, mails_of_a_maildir_are_known_by_their_folder);
    return suite;
}
TL_TEST_MAIN(walk_suite)
