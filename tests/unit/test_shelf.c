/* SPDX-License-Identifier: MIT */
#include "rules/shelf.h"

#include "rules/rule_set.h"
#include "support/letter.h"

#include <string.h>

#define RULE "extends: existence\nmessage: parent\ntokens: [x]\n"

static void write(const char *folder, const char *name, const char *text)
{
    (void)tl_test_file(folder, name, tl_str_of(text));
}

/* The rules of English of two folders, the second one after the first: "id: message, …", or the
 * errors. */
static struct tl_str rules_of(const char *first, const char *second)
{
    struct tl_rule_set *set = tl_rule_set_new(tl_test_arena);
    (void)tl_rule_set_add(set, first, false);
    if (second != NULL) {
        (void)tl_rule_set_add(set, second, false);
    }
    const struct tl_rules *rules =
        tl_rule_set_rules(set, tl_language_find(tl_rule_set_languages(set), TL_STR("en")));
    if (tl_rule_set_errors(set)->len > 0) {
        return tl_test_errors(tl_rule_set_errors(set));
    }
    struct tl_buf out = tl_buf_in(tl_test_arena);
    for (size_t i = 0; i < rules->len; i++) {
        const struct tl_rule *rule = &rules->items[i];
        tl_buf_add_format(&out, "%s%.*s: %.*s", i == 0 ? "" : ", ", TL_STR_ARG(rule->id),
                          TL_STR_ARG(tl_wordings_in(&rule->message, TL_STR(""))));
    }
    return tl_buf_str(&out);
}

static const char *folder_make(void)
{
    const char *folder = tl_test_folder();
    write(folder, "en/language.yml", "name: English\n");
    write(folder, "en/own.yml", RULE);
    write(folder, "any/all.yml", RULE);
    return folder;
}

START_TEST(a_rule_extends_one_of_its_language_or_of_all)
{
    const char *folder = folder_make();
    write(folder, "en/a.yml", "extends: own\n");
    write(folder, "en/b.yml", "extends: all\nmessage: b\n");
    write(folder, "en/c.yml", "extends: a\n");

    tl_assert_str(rules_of(folder, NULL), "a: parent, b: b, c: parent, own: parent, all: parent");
}
END_TEST

START_TEST(a_rule_extends_the_one_whose_place_it_takes)
{
    const char *later = tl_test_folder();
    write(later, "en/own.yml", "extends: own\nmessage: child\n");
    write(later, "en/all.yml", "extends: all\nmessage: of en\n");
    write(later, "any/all.yml", "extends: all\nmessage: of all\n");

    tl_assert_str(rules_of(folder_make(), later), "own: child, all: of en");
}
END_TEST

START_TEST(an_unknown_rule_is_an_error)
{
    const char *folder = folder_make();
    write(folder, "en/a.yml", "extends: onw\n");

    tl_assert_str(rules_of(folder, NULL),
                  "1:10: unknown kind of check or rule 'onw'; did you mean 'own'?\n");
}
END_TEST

START_TEST(a_circle_is_an_error_that_names_it)
{
    const char *folder = folder_make();
    write(folder, "en/a.yml", "extends: b\n");
    write(folder, "en/b.yml", "extends: c\n");
    write(folder, "en/c.yml", "extends: b\n");

    tl_assert_str(rules_of(folder, NULL), "1:10: a circle: b extends c extends b\n"
                                          "1:10: a circle: c extends b extends c\n");
}
END_TEST

START_TEST(a_rule_that_extends_itself_is_an_error)
{
    const char *folder = folder_make();
    write(folder, "any/all.yml", "extends: all\n");

    tl_assert_str(rules_of(folder, NULL), "1:10: a circle: all extends all\n");
}
END_TEST

START_TEST(a_rule_that_extends_itself_and_no_earlier_one_is_told_so)
{
    const char *folder = folder_make();
    write(folder, "en/mine.yml", "extends: mine\n");

    tl_assert_str(rules_of(folder, NULL), "1:10: no earlier folder has a rule 'mine' to extend\n");
}
END_TEST

START_TEST(only_ten_rules_extend_each_other)
{
    const char *folder = folder_make();
    write(folder, "en/r10.yml", RULE);
    for (int i = 11; i <= 21; i++) {
        write(folder, tl_arena_format(tl_test_arena, "en/r%d.yml", i).data,
              tl_arena_format(tl_test_arena, "extends: r%d\n", i - 1).data);
    }

    tl_assert_str(rules_of(folder, NULL), "1:10: more than 10 rules extend each other\n");
}
END_TEST

START_TEST(a_broken_parent_is_said_once)
{
    const char *folder = folder_make();
    write(folder, "en/a.yml", "extends: z\n");
    write(folder, "en/b.yml", "extends: z\n");
    write(folder, "en/z.yml", "extends: [\n");

    ck_assert_ptr_null(strchr(strchr(rules_of(folder, NULL).data, '\n') + 1, '\n'));
}
END_TEST

START_TEST(a_list_is_no_parent)
{
    const char *folder = folder_make();
    write(folder, "en/a.yml", "extends: z\n");
    write(folder, "en/z.yml", "[x]\n");

    tl_assert_mentions(rules_of(folder, NULL).data, "a rule must be a map of keys");
}
END_TEST

static Suite *shelf_suite(void)
{
    Suite *suite = suite_create("shelf");
    tl_add_tests(suite, "extends", a_rule_extends_one_of_its_language_or_of_all,
                 a_rule_extends_the_one_whose_place_it_takes);
    tl_add_tests(suite, "errors", an_unknown_rule_is_an_error, a_circle_is_an_error_that_names_it,
                 a_rule_that_extends_itself_is_an_error,
                 a_rule_that_extends_itself_and_no_earlier_one_is_told_so,
                 only_ten_rules_extend_each_other, a_broken_parent_is_said_once,
                 a_list_is_no_parent);
    return suite;
}
TL_TEST_MAIN(shelf_suite)
