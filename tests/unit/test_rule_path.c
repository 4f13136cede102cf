/* SPDX-License-Identifier: MIT */
#include "rules/rule_path.h"

#include "loading.h"

#include <sys/stat.h>

/* The path of a name for the rule file styles/en/rule.yml of a folder, without the folder. */
static struct tl_str path_of(const char *folder, const char *name)
{
    struct tl_loader loader = {
        .arena = tl_test_arena,
        .path = tl_arena_format(tl_test_arena, "%s/styles/en/rule.yml", folder).data};
    struct tl_str path = tl_rule_path(&loader, tl_str_of(name));
    return path.len == 0 ? path : tl_str_slice(path, tl_str_of(folder).len, path.len);
}

static const struct {
    const char *name;
    const char *path;
} rows[] = {
    {"words.txt", "/styles/en/words.txt"},
    {"dicts", "/styles/en/dicts"},
    {"dicts/a.dic", "/styles/en/dicts/a.dic"},
    {"shared.txt", "/styles/en/../shared.txt"},
    {"brands.txt", "/styles/en/../config/ignore/brands.txt"},
    {"a.aff", "/styles/en/../config/dictionaries/a.aff"},
    {"both.txt", "/styles/en/both.txt"}, /* the nearest */
    {"pipe", ""},
    {"none.txt", ""},
    {"", ""},
};

START_TEST(a_name_is_looked_up_around_the_rule_file)
{
    static const char *const files[] = {"en/words.txt",
                                        "en/dicts/a.dic",
                                        "shared.txt",
                                        "config/ignore/brands.txt",
                                        "config/ignore/both.txt",
                                        "config/dictionaries/a.aff",
                                        "en/both.txt"};
    const char *folder = tl_test_folder();
    for (int i = 0; i < (int)(sizeof files / sizeof *files); i++) {
        const char *name = tl_arena_format(tl_test_arena, "styles/%s", files[i]).data;
        (void)tl_test_file(folder, name, TL_STR("x\n"));
    }
    const char *pipe = tl_arena_format(tl_test_arena, "%s/styles/en/pipe", folder).data;
    ck_assert_int_eq(mkfifo(pipe, 0600), 0);

    tl_assert_same(path_of(folder, rows[_i].name), tl_str_of(rows[_i].path));
}
END_TEST

START_TEST(a_path_from_the_root_is_taken_as_it_is)
{
    struct tl_loader loader = {.arena = tl_test_arena, .path = "rule.yml"};
    const char *file = tl_test_file(tl_test_folder(), "a.txt", TL_STR("x\n"));

    tl_assert_same(tl_rule_path(&loader, tl_str_of(file)), tl_str_of(file));
    tl_assert_str(tl_rule_path(&loader, TL_STR("/nonexistent/a.txt")), "");
    tl_assert_str(tl_rule_path(&loader, TL_STR("/dev/null")), "");
}
END_TEST

static Suite *rule_path_suite(void)
{
    Suite *suite = suite_create("rule_path");
    TCase *names = tl_case(suite, "names");
    tcase_add_loop_test(names, a_name_is_looked_up_around_the_rule_file, 0,
                        (int)(sizeof rows / sizeof *rows));
    tcase_add_test(names, a_path_from_the_root_is_taken_as_it_is);
    return suite;
}
TL_TEST_MAIN(rule_path_suite)
