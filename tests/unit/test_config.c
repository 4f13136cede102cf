/* SPDX-License-Identifier: MIT */
#include "cli/config.h"

#include "support/letter.h"
#include "support/tl_check.h"

/* What a configuration with this text makes of the default options. */
static struct tl_options read_good(const char *text)
{
    struct tl_options asked = tl_options_default();
    struct tl_options options = asked;
    struct tl_error err = {0};
    asked.config = tl_str_of(tl_test_file(tl_test_folder(), "config.yml", tl_str_of(text)));

    bool good = tl_config_read(tl_test_arena, &asked, &options, &err);

    ck_assert_msg(good, "%s", err.text);
    return options;
}

static struct tl_error read_bad(const char *text)
{
    struct tl_options asked = tl_options_default();
    struct tl_options options = asked;
    struct tl_error err = {0};
    asked.config = tl_str_of(tl_test_file(tl_test_folder(), "config.yml", tl_str_of(text)));
    ck_assert(!tl_config_read(tl_test_arena, &asked, &options, &err));
    return err;
}

START_TEST(an_option_is_set_by_its_long_name)
{
    struct tl_options options = read_good("channel: letter\nfail-level: error\nlang: sv\n");

    ck_assert_uint_eq(options.facts.value[TL_FACT_CHANNEL], TL_FACT_CHANNEL_LETTER);
    ck_assert_int_eq(options.fail_level, TL_LEVEL_ERROR);
    tl_assert_str(options.lang, "sv");
}
END_TEST

START_TEST(a_list_sets_each_of_its_items)
{
    struct tl_options options = read_good("disable: [a, b]\nonly: c,d\n");

    ck_assert_uint_eq(options.selection.disable.len, 2);
    tl_assert_str(options.selection.disable.items[1], "b");
    ck_assert_uint_eq(options.selection.only.len, 2);
}
END_TEST

START_TEST(a_level_is_given_to_a_check_and_off_disables_it)
{
    struct tl_options options = read_good("levels:\n  a: error\n  b: off\n  c: suggestion\n");

    ck_assert_uint_eq(options.selection.levels.len, 2);
    tl_assert_str(options.selection.levels.items[0].id, "a");
    ck_assert_int_eq(options.selection.levels.items[0].level, TL_LEVEL_ERROR);
    ck_assert_int_eq(options.selection.levels.items[1].level, TL_LEVEL_NOTE);
    tl_assert_str(options.selection.disable.items[0], "b");
}
END_TEST

START_TEST(a_template_may_be_true_or_false)
{
    struct tl_options yes = read_good("template: true\n");
    struct tl_options no = read_good("template: false\n");

    ck_assert_uint_eq(yes.facts.value[TL_FACT_KIND], TL_FACT_KIND_TEMPLATE);
    ck_assert(!no.facts.stated[TL_FACT_KIND]);
}
END_TEST

START_TEST(an_empty_file_changes_nothing)
{
    struct tl_options options = read_good("");

    ck_assert_int_eq(options.fail_level, TL_LEVEL_WARNING);
    ck_assert_uint_eq(options.selection.only.len, 0);
}
END_TEST

START_TEST(rules_are_looked_for_beside_the_file)
{
    struct tl_options asked = tl_options_default();
    struct tl_options options = asked;
    struct tl_error err = {0};
    const char *folder = tl_test_folder();
    struct tl_str text = TL_STR("rules: [house, /abroad]\n");
    asked.config = tl_str_of(tl_test_file(folder, "config.yml", text));

    ck_assert(tl_config_read(tl_test_arena, &asked, &options, &err));

    ck_assert_uint_eq(options.rules.len, 2);
    ck_assert_str_eq(options.rules.items[0].data,
                     tl_arena_format(tl_test_arena, "%s/house", folder).data);
    tl_assert_str(options.rules.items[1], "/abroad");
}
END_TEST

START_TEST(no_config_reads_nothing)
{
    struct tl_options asked = tl_options_default();
    struct tl_options options = asked;
    struct tl_error err = {0};
    asked.config = TL_STR("/nowhere/at/all.yml");
    asked.no_config = true;

    ck_assert(tl_config_read(tl_test_arena, &asked, &options, &err));
}
END_TEST

static const struct {
    const char *text;
    unsigned line;
    unsigned column;
    const char *says;
} wrong[] = {
    {"chanel: letter\n", 1, 1, "unknown key 'chanel'; did you mean 'channel'?"},
    {"lang: en\nhelp: true\n", 2, 1, "unknown key 'help'"},
    {"channel: lettr\n", 1, 10, "--channel: there is no 'lettr'; known are email, letter, webform"},
    {"levels: error\n", 1, 9, "'levels' must be a map from checks to levels"},
    {"levels:\n  a: grave\n", 2, 6, "a level must be error, warning, note or off"},
    {"levels:\n  a: never\n", 2, 6, "a level must be error, warning, note or off"},
    {"disable: [[a]]\n", 1, 11, "this must be a text or a list of texts"},
    {"- lang\n", 1, 1, "a configuration must be a map of options"},
};

START_TEST(what_is_wrong_is_said_with_its_place)
{
    struct tl_error err = read_bad(wrong[_i].text);

    ck_assert_str_eq(err.text, wrong[_i].says);
    ck_assert_uint_eq(err.line, wrong[_i].line);
    ck_assert_uint_eq(err.column, wrong[_i].column);
}
END_TEST

static Suite *config_suite(void)
{
    Suite *suite = suite_create("config");
    tl_add_tests(suite, "read", an_option_is_set_by_its_long_name, a_list_sets_each_of_its_items,
                 a_level_is_given_to_a_check_and_off_disables_it, a_template_may_be_true_or_false,
                 an_empty_file_changes_nothing, rules_are_looked_for_beside_the_file,
                 no_config_reads_nothing);
    tcase_add_loop_test(tl_case(suite, "errors"), what_is_wrong_is_said_with_its_place, 0,
                        sizeof wrong / sizeof *wrong);
    return suite;
}
TL_TEST_MAIN(config_suite)
