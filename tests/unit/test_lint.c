/* SPDX-License-Identifier: MIT */
#include "cli/lint.h"

#include "support/letter.h"
#include "support/report.h"

#include <stdlib.h>

/* Rules of a language that all messages of these tests are in; the folder of the messages. */
static struct tl_rule_set *set;
static const char *folder;
static const char *rules;

static void set_make(const char *more_name, const char *more)
{
    rules = tl_test_folder();
    (void)tl_test_file(rules, "en/language.yml",
                       TL_STR("name: English\nfunction_words: [the, and, it]\n"));
    (void)tl_test_file(rules, "en/box.yml",
                       TL_STR("extends: existence\nmessage: no box\ntokens: [box]\n"));
    (void)tl_test_file(rules, "en/lid.yml",
                       TL_STR("extends: existence\nmessage: no lid\nlevel: note\ntokens: [lid]\n"));
    if (more_name != NULL) {
        (void)tl_test_file(rules, more_name, tl_str_of(more));
    }
    set = tl_rule_set_new(tl_test_arena);
    ck_assert(tl_rule_set_add(set, rules, false));
    folder = tl_test_folder();
}

static struct tl_options options_make(void)
{
    return (struct tl_options){
        .stdin_name = TL_STR("<stdin>"),
        .reporter = tl_reporter_find(TL_STR("gcc")),
        .min_level = TL_LEVEL_NOTE,
        .fail_level = TL_LEVEL_WARNING,
        .color = TL_COLOR_NEVER,
        .quiet = true,
        .jobs = 1,
    };
}

/* Adds an input, a file of this text. */
static void input(struct tl_options *options, const char *name, const char *text)
{
    *TL_VEC_ADD(tl_test_arena, &options->inputs) =
        tl_str_of(tl_test_file(folder, name, tl_str_of(text)));
}

/* Lints; returns what is printed, without the folder; standard error goes nowhere. */
static struct tl_str lint(const struct tl_options *options, struct tl_lint_result *result)
{
    FILE *stream = tl_test_stream();
    ck_assert_ptr_nonnull(freopen("/dev/null", "w", stderr));
    *result = tl_lint_run(options, set, stream);
    struct tl_str printed = tl_test_printed(stream);
    struct tl_str prefix = tl_arena_format(tl_test_arena, "%s/", folder);
    struct tl_buf out = tl_buf_in(tl_test_arena);
    for (size_t at = 0;;) {
        size_t next = tl_str_find(printed, prefix, at);
        tl_buf_add(&out, tl_str_slice(printed, at, next == TL_NONE ? printed.len : next));
        if (next == TL_NONE) {
            return tl_buf_str(&out);
        }
        at = next + prefix.len;
    }
}

START_TEST(findings_of_all_inputs_are_reported_in_their_order)
{
    set_make(NULL, NULL);
    struct tl_options options = options_make();
    input(&options, "b.txt", "The box and it.\n");
    input(&options, "a.txt", "It and the lid.\n");
    struct tl_lint_result result;

    tl_assert_str(lint(&options, &result), "b.txt:1:5: warning: no box [box]\n"
                                           "a.txt:1:12: note: no lid [lid]\n");
    ck_assert_uint_eq(result.summary.n_files, 2);
    ck_assert_uint_eq(result.summary.n_by_level[TL_LEVEL_WARNING], 1);
    ck_assert_uint_eq(result.summary.n_by_level[TL_LEVEL_NOTE], 1);
    ck_assert(result.has_failures);
    ck_assert(!result.has_trouble);
}
END_TEST

START_TEST(many_threads_report_as_one)
{
    set_make(NULL, NULL);
    struct tl_options options = options_make();
    struct tl_buf wanted = tl_buf_in(tl_test_arena);
    for (int i = 0; i < 60; i++) {
        const char *name = tl_arena_format(tl_test_arena, "m%d.txt", i).data;
        input(&options, name, "The box and it.\n");
        tl_buf_add_format(&wanted, "%s:1:5: warning: no box [box]\n", name);
    }
    options.jobs = 8;
    struct tl_lint_result result;

    tl_assert_same(lint(&options, &result), tl_buf_str(&wanted));
    ck_assert_uint_eq(result.summary.n_files, 60);
}
END_TEST

START_TEST(an_input_that_is_not_there_is_trouble_and_the_others_are_linted)
{
    set_make(NULL, NULL);
    struct tl_options options = options_make();
    *TL_VEC_ADD(tl_test_arena, &options.inputs) = TL_STR("/nonexistent/a.txt");
    input(&options, "b.txt", "The box and it.\n");
    struct tl_lint_result result;

    tl_assert_str(lint(&options, &result), "b.txt:1:5: warning: no box [box]\n");
    ck_assert(result.has_trouble);
    ck_assert_uint_eq(result.summary.n_files, 1);
}
END_TEST

START_TEST(below_the_fail_level_nothing_fails)
{
    set_make(NULL, NULL);
    struct tl_options options = options_make();
    input(&options, "a.txt", "The lid and it, the box.\n");
    struct tl_lint_result result;

    options.fail_level = TL_LEVEL_ERROR;
    (void)lint(&options, &result);
    ck_assert(!result.has_failures);
    options.fail_level = TL_LEVEL_NEVER;
    (void)lint(&options, &result);
    ck_assert(!result.has_failures);
    options.fail_level = TL_LEVEL_NOTE;
    (void)lint(&options, &result);
    ck_assert(result.has_failures);
}
END_TEST

START_TEST(what_is_not_printed_may_still_fail)
{
    set_make(NULL, NULL);
    struct tl_options options = options_make();
    input(&options, "a.txt", "The lid and it.\n");
    options.min_level = TL_LEVEL_WARNING;
    options.fail_level = TL_LEVEL_NOTE;
    struct tl_lint_result result;

    tl_assert_str(lint(&options, &result), "");
    ck_assert(result.has_failures);
    ck_assert_uint_eq(result.summary.n_by_level[TL_LEVEL_NOTE], 0);
}
END_TEST

START_TEST(the_selection_decides_what_runs)
{
    set_make(NULL, NULL);
    struct tl_options options = options_make();
    input(&options, "a.txt", "The lid and it, the box.\n");
    *TL_VEC_ADD(tl_test_arena, &options.selection.only) = TL_STR("lid");
    struct tl_lint_result result;

    tl_assert_str(lint(&options, &result), "a.txt:1:5: note: no lid [lid]\n");
}
END_TEST

START_TEST(a_message_of_another_language_gets_no_rule_of_this_one)
{
    set_make(NULL, NULL);
    struct tl_options options = options_make();
    input(&options, "a.txt", "Kaukana box linna.\n");
    struct tl_lint_result result;

    tl_assert_str(lint(&options, &result), "");
    options.lang = TL_STR("en");
    tl_assert_str(lint(&options, &result), "a.txt:1:9: warning: no box [box]\n");
}
END_TEST

START_TEST(a_language_that_nobody_knows_is_trouble)
{
    set_make(NULL, NULL);
    struct tl_options options = options_make();
    input(&options, "a.txt", "The box and it.\n");
    options.lang = TL_STR("tlh");
    struct tl_lint_result result;

    tl_assert_str(lint(&options, &result), "");
    ck_assert(result.has_trouble);
}
END_TEST

START_TEST(a_message_whose_rules_are_broken_is_not_linted)
{
    set_make("en/broken.yml", "extends: nothing\n");
    struct tl_options options = options_make();
    input(&options, "a.txt", "The box and it.\n");
    struct tl_lint_result result;

    tl_assert_str(lint(&options, &result), "");
    ck_assert(result.has_trouble);
    ck_assert_uint_eq(result.summary.n_files, 0);
}
END_TEST

START_TEST(with_keep_going_the_sound_rules_run_and_it_is_trouble_still)
{
    set_make("en/broken.yml", "extends: nothing\n");
    struct tl_options options = options_make();
    input(&options, "a.txt", "The box and it.\n");
    struct tl_lint_result result;

    options.keep_going = true;
    tl_assert_str(lint(&options, &result), "a.txt:1:5: warning: no box [box]\n");
    ck_assert(result.has_trouble);
}
END_TEST

START_TEST(a_broken_rule_of_another_language_is_not_met)
{
    set_make("xx/language.yml", "name: Otherish\nfunction_words: [och, att, det]\n");
    (void)tl_test_file(rules, "xx/broken.yml", TL_STR("extends: nothing\n"));
    set = tl_rule_set_new(tl_test_arena);
    ck_assert(tl_rule_set_add(set, rules, false));
    struct tl_options options = options_make();
    input(&options, "a.txt", "The box and it.\n");
    struct tl_lint_result result;

    tl_assert_str(lint(&options, &result), "a.txt:1:5: warning: no box [box]\n");
    ck_assert(!result.has_trouble);
    input(&options, "b.txt", "Och det, att box.\n");
    tl_assert_str(lint(&options, &result), "a.txt:1:5: warning: no box [box]\n");
    ck_assert(result.has_trouble);
}
END_TEST

START_TEST(a_template_is_known_by_its_ending)
{
    set_make("en/kind.yml", "extends: existence\nmessage: template\nwhen: {kind: template}\n"
                            "tokens: [the]\nignorecase: true\n");
    struct tl_options options = options_make();
    input(&options, "a.txt", "The key and it.\n");
    input(&options, "b.txt.j2", "The key and it.\n");
    struct tl_lint_result result;

    tl_assert_str(lint(&options, &result), "b.txt.j2:1:1: warning: template [kind]\n");
}
END_TEST

#define FROM "From ann@example.com Sat Nov 21 10:00:00 2026\n"

START_TEST(each_message_of_an_mbox_is_linted_at_the_lines_of_the_file)
{
    set_make(NULL, NULL);
    struct tl_options options = options_make();
    input(&options, "a",
          FROM "To: b\n\nThe box and it.\n\n" FROM "To: b\n\nThe key and it.\n"
               ">From the box.\n");
    input(&options, "b.txt", "The box and it.\n");
    struct tl_lint_result result;
    for (options.jobs = 1; options.jobs < 6; options.jobs += 4) {
        tl_assert_str(lint(&options, &result), "a:4:5: warning: no box [box]\n"
                                               "a:10:11: warning: no box [box]\n"
                                               "b.txt:1:5: warning: no box [box]\n");
        ck_assert_uint_eq(result.summary.n_files, 3);
    }
}
END_TEST

START_TEST(both_parts_are_linted_and_each_finding_said_once)
{
    set_make(NULL, NULL);
    struct tl_options options = options_make();
    input(&options, "a.eml",
          "From: a@example.com\nSubject: The box\n"
          "Content-Type: multipart/alternative; boundary=b\n\n--b\n\nThe box and it.\n"
          "--b\nContent-Type: text/html\n\n<p>The box and it, the lid.\n--b--\n");
    struct tl_lint_result result;

    options.part = TL_CHOICE_BOTH;
    tl_assert_str(lint(&options, &result), "a.eml:2:14: warning: no box [box]\n"
                                           "a.eml:7:5: warning: no box [box]\n"
                                           "a.eml:11:8: warning: no box [box]\n"
                                           "a.eml:11:24: note: no lid [lid]\n");
    ck_assert_uint_eq(result.summary.n_files, 1);
    options.part = TL_CHOICE_HTML;
    tl_assert_str(lint(&options, &result), "a.eml:2:14: warning: no box [box]\n"
                                           "a.eml:11:8: warning: no box [box]\n"
                                           "a.eml:11:24: note: no lid [lid]\n");
    options.part = TL_CHOICE_PLAIN;
    tl_assert_str(lint(&options, &result), "a.eml:2:14: warning: no box [box]\n"
                                           "a.eml:7:5: warning: no box [box]\n");
}
END_TEST

static Suite *lint_suite(void)
{
    Suite *suite = suite_create("lint");
    tl_add_tests(suite, "inputs", findings_of_all_inputs_are_reported_in_their_order,
                 many_threads_report_as_one,
                 an_input_that_is_not_there_is_trouble_and_the_others_are_linted,
                 a_template_is_known_by_its_ending,
                 each_message_of_an_mbox_is_linted_at_the_lines_of_the_file,
                 both_parts_are_linted_and_each_finding_said_once);
    tl_add_tests(suite, "levels", below_the_fail_level_nothing_fails,
                 what_is_not_printed_may_still_fail);
    tl_add_tests(suite, "rules", the_selection_decides_what_runs,
                 a_message_of_another_language_gets_no_rule_of_this_one,
                 a_language_that_nobody_knows_is_trouble,
                 a_message_whose_rules_are_broken_is_not_linted,
                 with_keep_going_the_sound_rules_run_and_it_is_trouble_still,
                 a_broken_rule_of_another_language_is_not_met);
    return suite;
}
TL_TEST_MAIN(lint_suite)
