/* SPDX-License-Identifier: MIT */
#include "rules/style.h"

#include "support/letter.h"

#define RULE "extends: existence\nmessage: m\ntokens: [x]\n"

struct finding_of {
    struct tl_styles styles;
    struct tl_errors errors;
    struct tl_errors warnings;
    bool good;
};

static struct finding_of find(const char *folder)
{
    struct finding_of found = {.good = false};
    found.good =
        tl_styles_find(tl_test_arena, folder, &found.styles, &found.errors, &found.warnings);
    return found;
}

static void write(const char *folder, const char *name, const char *text)
{
    (void)tl_test_file(folder, name, tl_str_of(text));
}

/* "Style: Style.Rule Style.Other; …" */
static struct tl_str shown(const struct tl_styles *styles)
{
    struct tl_buf out = tl_buf_in(tl_test_arena);
    for (size_t i = 0; i < styles->len; i++) {
        const struct tl_style *style = styles->items[i];
        tl_buf_add_format(&out, "%s%.*s:", i == 0 ? "" : "; ", TL_STR_ARG(style->name));
        for (size_t k = 0; k < style->files.len; k++) {
            tl_buf_add_format(&out, " %.*s", TL_STR_ARG(style->files.items[k].id));
        }
    }
    return tl_buf_str(&out);
}

START_TEST(each_folder_with_rules_is_a_style)
{
    const char *folder = tl_test_folder();
    write(folder, "One/b.yml", RULE);
    write(folder, "One/a.v2.yml", RULE);
    write(folder, "One/part/deep/c.yml", RULE);
    write(folder, "Two/a.yml", RULE);
    struct finding_of found = find(folder);

    ck_assert_msg(found.good, "%s", tl_test_errors(&found.errors).data);
    tl_assert_str(shown(&found.styles), "One: One.a One.b One.part.deep.c; Two: Two.a");
}
END_TEST

START_TEST(what_is_no_rule_is_passed_over)
{
    const char *folder = tl_test_folder();
    write(folder, "One/a.yml", RULE);
    write(folder, "One/a.test.yml", "x: y\n");
    write(folder, "One/a.yaml", RULE);
    write(folder, "One/meta.json", "{}");
    write(folder, "One/.hidden.yml", RULE);
    write(folder, "One/_draft/d.yml", RULE);
    write(folder, "One/.git/d.yml", RULE);
    write(folder, "_Two/a.yml", RULE);
    write(folder, "config/actions/a.yml", RULE);
    write(folder, "Vocab/N/a.yml", RULE);
    struct finding_of found = find(folder);

    tl_assert_str(shown(&found.styles), "One: One.a");
    ck_assert_uint_eq(found.warnings.len, 0);
}
END_TEST

START_TEST(a_folder_with_rules_in_it_is_one_style)
{
    const char *folder = tl_test_folder();
    write(folder, "Name/a.yml", RULE);
    write(folder, "Name/part/b.yml", RULE);
    const char *style = tl_arena_format(tl_test_arena, "%s/Name/.", folder).data;
    struct finding_of found = find(style);

    tl_assert_str(shown(&found.styles), "Name: Name.a Name.part.b");
}
END_TEST

START_TEST(files_that_look_like_no_rule_are_said)
{
    const char *folder = tl_test_folder();
    write(folder, "One/a.yml", RULE);
    write(folder, "coverage/a.yml", "numbers: true\n");
    struct finding_of found = find(folder);

    tl_assert_str(shown(&found.styles), "One: One.a");
    ck_assert_uint_eq(found.warnings.len, 1);
    tl_assert_mentions(found.warnings.items[0].text, "no file of this folder looks like a rule");
}
END_TEST

START_TEST(of_two_files_of_one_name_the_first_counts)
{
    const char *folder = tl_test_folder();
    write(folder, "One/a.b.yml", RULE);
    write(folder, "One/a.yml", RULE);
    struct finding_of found = find(folder);

    tl_assert_str(shown(&found.styles), "One: One.a");
    ck_assert_uint_eq(found.warnings.len, 1);
}
END_TEST

START_TEST(a_folder_without_a_style_is_an_error)
{
    struct finding_of empty = find(tl_test_folder());
    struct finding_of none = find("/nonexistent/styles");

    ck_assert(!empty.good);
    tl_assert_mentions(empty.errors.items[0].text, "there is no style in this folder");
    ck_assert(!none.good);
    ck_assert_uint_eq(none.errors.len, 1);
}
END_TEST

START_TEST(a_summary_counts)
{
    struct tl_style style = {.n_rules = 31, .n_dead = 2};
    struct tl_style small = {.n_rules = 1, .n_broken = 1, .n_dead = 1};
    struct tl_style whole = {.n_rules = 8};
    *TL_VEC_ADD(tl_test_arena, &style.refused) = TL_STR("script");
    *TL_VEC_ADD(tl_test_arena, &style.refused) = TL_STR("sequence");
    *TL_VEC_ADD(tl_test_arena, &style.refused) = TL_STR("script");

    tl_assert_str(tl_style_summary(tl_test_arena, &style),
                  "31 rules, 3 not supported (2 script, 1 sequence), 2 dead tokens");
    tl_assert_str(tl_style_summary(tl_test_arena, &small),
                  "1 rule, 0 not supported, 1 broken, 1 dead token");
    ck_assert(tl_style_is_short(&style));
    ck_assert(!tl_style_is_short(&whole));
}
END_TEST

static Suite *style_suite(void)
{
    Suite *suite = suite_create("style");
    tl_add_tests(suite, "find", each_folder_with_rules_is_a_style, what_is_no_rule_is_passed_over,
                 a_folder_with_rules_in_it_is_one_style, files_that_look_like_no_rule_are_said,
                 of_two_files_of_one_name_the_first_counts, a_folder_without_a_style_is_an_error);
    tl_add_tests(suite, "summary", a_summary_counts);
    return suite;
}
TL_TEST_MAIN(style_suite)
