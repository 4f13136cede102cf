/* SPDX-License-Identifier: MIT */
#include "cli/options.h"

#include "base/day.h"
#include "rules/engine.h"
#include "support/report.h"
#include "text/template_dialect.h"

#include <string.h>

#define N_OF(table) (int)(sizeof(table) / sizeof *(table))
enum { MOST = 8 };

/* Parses a command line of words that are divided by spaces. */
static bool parse(const char *words, struct tl_options *options, struct tl_error *err)
{
    static char name[] = "tactlint";
    char *argv[MOST + 2] = {name};
    int argc = 1;
    struct tl_str all = tl_str_of(words);
    for (size_t at = 0; at < all.len && argc <= MOST;) {
        size_t end = tl_str_find_char(all, ' ', at);
        end = end == TL_NONE ? all.len : end;
        struct tl_str copy = tl_arena_copy(tl_test_arena, tl_str_slice(all, at, end));
        argv[argc] = tl_arena_alloc(tl_test_arena, copy.len + 1);
        memcpy(argv[argc++], copy.data, copy.len);
        at = end + 1;
    }
    *options = tl_options_default();
    return tl_options_parse(tl_test_arena, argc, argv, options, err);
}

static struct tl_options parsed(const char *words)
{
    struct tl_options options;
    struct tl_error err = {0};
    ck_assert_msg(parse(words, &options, &err), "%s: %s", words, err.text);
    return options;
}

START_TEST(without_options_there_are_defaults)
{
    struct tl_options options = parsed("");

    ck_assert_int_eq(options.action, TL_ACTION_LINT);
    ck_assert_uint_eq(options.inputs.len, 0);
    tl_assert_str(options.stdin_name, "<stdin>");
    ck_assert_ptr_null(options.reporter);
    ck_assert_int_eq(options.part, TL_CHOICE_AUTO);
    ck_assert_int_eq(options.color, TL_COLOR_AUTO);
    ck_assert_int_eq(options.min_level, TL_LEVEL_NOTE);
    ck_assert_int_eq(options.fail_level, TL_LEVEL_WARNING);
    ck_assert(!options.quiet);
    tl_assert_str(options.lang, "");
    for (int i = 0; i < TL_FACT_COUNT; i++) {
        ck_assert(!options.facts.stated[i]);
    }
}
END_TEST

START_TEST(options_and_inputs_come_in_any_order)
{
    struct tl_options options = parsed("a.eml --quiet b.eml -f json -");

    ck_assert(options.quiet);
    ck_assert_str_eq(options.reporter->name, "json");
    ck_assert_uint_eq(options.inputs.len, 3);
    tl_assert_str(options.inputs.items[0], "a.eml");
    tl_assert_str(options.inputs.items[2], "-");
}
END_TEST

START_TEST(two_dashes_end_the_options)
{
    struct tl_options options = parsed("-q -- --quiet -x");

    ck_assert_uint_eq(options.inputs.len, 2);
    tl_assert_str(options.inputs.items[1], "-x");
}
END_TEST

START_TEST(levels_are_read)
{
    struct tl_options options = parsed("--min-level=error --fail-level=never");

    ck_assert_int_eq(options.min_level, TL_LEVEL_ERROR);
    ck_assert_int_eq(options.fail_level, TL_LEVEL_NEVER);
}
END_TEST

START_TEST(facts_are_stated)
{
    struct tl_options options =
        parsed("--channel=letter -a senior --origin=first --attachments=none -t");

    ck_assert_uint_eq(options.facts.value[TL_FACT_CHANNEL], TL_FACT_CHANNEL_LETTER);
    ck_assert_uint_eq(options.facts.value[TL_FACT_AUDIENCE], TL_FACT_AUDIENCE_SENIOR);
    ck_assert_uint_eq(options.facts.value[TL_FACT_ORIGIN], TL_FACT_ORIGIN_FIRST);
    ck_assert_uint_eq(options.facts.value[TL_FACT_ATTACHMENTS], TL_FACT_ATTACHMENTS_NONE);
    ck_assert_uint_eq(options.facts.value[TL_FACT_KIND], TL_FACT_KIND_TEMPLATE);
    for (int i = 0; i < TL_FACT_COUNT; i++) {
        ck_assert(options.facts.stated[i] == (i != TL_FACT_LETTERS)); /* which has no option */
    }
}
END_TEST

START_TEST(auto_leaves_a_fact_to_the_message)
{
    ck_assert_int_eq(parsed("--part=both").part, TL_CHOICE_BOTH);
    struct tl_options options = parsed("--origin=first --origin=auto --lang=auto");

    ck_assert(!options.facts.stated[TL_FACT_ORIGIN]);
    tl_assert_str(options.lang, "");
}
END_TEST

START_TEST(lists_are_divided_by_commas_and_add_up)
{
    struct tl_options options = parsed("--only=a,,b --only=c --disable=d --enable=,e");

    ck_assert_uint_eq(options.selection.only.len, 3);
    tl_assert_str(options.selection.only.items[1], "b");
    tl_assert_str(options.selection.only.items[2], "c");
    ck_assert_uint_eq(options.selection.disable.len, 1);
    ck_assert_uint_eq(options.selection.enable.len, 1);
}
END_TEST

START_TEST(rules_may_be_repeated)
{
    struct tl_options options = parsed("--rules=a -r b");

    ck_assert_uint_eq(options.rules.len, 2);
    tl_assert_str(options.rules.items[1], "b");
}
END_TEST

START_TEST(actions_are_read)
{
    ck_assert_int_eq(parsed("--help").action, TL_ACTION_HELP);
    ck_assert_int_eq(parsed("-V").action, TL_ACTION_VERSION);
    ck_assert_int_eq(parsed("--dump=text").action, TL_ACTION_DUMP);
    ck_assert_int_eq(parsed("--dump=text").dump, TL_DUMP_TEXT);
    ck_assert_int_eq(parsed("--schema=language").action, TL_ACTION_SCHEMA);
    ck_assert_int_eq(parsed("--schema=language").schema, TL_SCHEMA_LANGUAGE);
    ck_assert_int_eq(parsed("--list-rules").action, TL_ACTION_LIST_RULES);
    struct tl_options explain = parsed("--explain=x");
    ck_assert_int_eq(explain.action, TL_ACTION_EXPLAIN);
    tl_assert_str(explain.explain, "x");
    tl_assert_str(parsed("--test-rules").test_folder, "");
    tl_assert_str(parsed("--test-rules=d").test_folder, "d");
}
END_TEST

START_TEST(today_is_a_date)
{
    static const char *const good[] = {"2026-11-21", "0001-01-01", "2024-02-29", "2026-12-31"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        const char *words = tl_arena_format(tl_test_arena, "--today=%s", good[i]).data;
        ck_assert_int_eq(parsed(words).facts.today, tl_day_read(tl_str_of(good[i])));
    }
}
END_TEST

START_TEST(dialects_are_named_in_a_list_and_auto_forgets_them)
{
    unsigned both = 1U << TL_DIALECT_JINJA | 1U << TL_DIALECT_ERB;

    ck_assert_uint_eq(parsed("").dialects, 0);
    ck_assert_uint_eq(parsed("--dialects=jinja,erb").dialects, both);
    ck_assert_uint_eq(parsed("--dialects=twig --dialects=ejs").dialects, both);
    ck_assert_uint_eq(parsed("--dialects=smarty,auto,erb").dialects, 1U << TL_DIALECT_ERB);
}
END_TEST

/* Command lines that make no sense, and a part of what is said. */
static const struct {
    const char *words;
    const char *said;
} wrong[] = {
    {"--formt=json", "unknown option '--formt'; did you mean '--format'?"},
    {"--zzzzzzzz", "unknown option '--zzzzzzzz'; see --help"},
    {"-x", "unknown option '-x'; see --help"},
    {"-qx", "unknown option '-x'; see --help"},
    {"--quiet -xq", "unknown option '-x'; see --help"},
    {"a.eml -x", "unknown option '-x'; see --help"},
    {"--quiet=yes", "the option '--quiet' takes no value"},
    {"--list-rules=x", "the option '--list-rules' takes no value"},
    {"--format", "the option '--format' needs a value; see --help"},
    {"-f", "the option '-f' needs a value; see --help"},
    {"--format=xml", "--format: there is no 'xml'; known are "},
    {"--part=rich", "--part: there is no 'rich'; known are auto, plain, html, both"},
    {"--dialects=jinja,erbb", "--dialects: there is no 'erbb'; did you mean 'erb'?"},
    {"--dialects=cobol", "--dialects: there is no 'cobol'; known are jinja, liquid"},
    {"--schema=all", "--schema: there is no 'all'; known are rule, language"},
    {"--dump=all", "--dump: there is no 'all'; known are parts, text"},
    {"--color=no", "--color: there is no 'no'; known are auto, always, never"},
    {"--min-level=never", "--min-level: there is no 'never'; known are note, warning, error"},
    {"--fail-level=x", "--fail-level: there is no 'x'; known are note, warning, error, never"},
    {"--channel=fax", "--channel: there is no 'fax'; known are email, letter, webform"},
    {"--channel=auto", "--channel: there is no 'auto'"},
    {"--audience=young", "--audience: there is no 'young'; known are general, senior"},
    {"--origin=unknown", "--origin: there is no 'unknown'; known are auto, reply, first"},
    {"--attachments=x", "--attachments: there is no 'x'; known are auto, none, some"},
    {"--today=tomorrow", "--today: 'tomorrow' is no date of the form YYYY-MM-DD"},
    {"--today=2026-13-01", "is no date"},
    {"--today=2026-00-01", "is no date"},
    {"--today=2026-01-32", "is no date"},
    {"--today=2026-02-30", "is no date"},
    {"--today=2026-1-01", "is no date"},
    {"--today=2026-01-011", "is no date"},
    {"--jobs=0", "--jobs: '0' is no whole number above 0"},
    {"--jobs=many", "--jobs: 'many' is no whole number above 0"},
};

START_TEST(what_makes_no_sense_is_said)
{
    struct tl_options options;
    struct tl_error err = {0};

    ck_assert_msg(!parse(wrong[_i].words, &options, &err), "%s", wrong[_i].words);
    tl_assert_mentions(err.text, "");
    ck_assert_msg(strstr(err.text, wrong[_i].said) != NULL, "%s: %s", wrong[_i].words, err.text);
}
END_TEST

START_TEST(a_developer_does_without)
{
    ck_assert_uint_eq(parsed("--without=jit,literals").without,
                      TL_WITHOUT_JIT | TL_WITHOUT_LITERALS);
}
END_TEST

START_TEST(help_fits_a_screen_and_names_each_option_that_has_one)
{
    FILE *stream = tl_test_stream();
    tl_options_help(stream);
    struct tl_str help = tl_test_printed(stream);
    size_t n_lines = 0;
    for (size_t at = 0; at < help.len; at++) {
        n_lines += help.data[at] == '\n';
    }

    ck_assert_uint_le(n_lines, 44);
#define OPTION(name, text, letter, argument, group, help_text)                                     \
    if ((help_text) != NULL) {                                                                     \
        tl_assert_mentions(help.data, "--" text);                                                  \
    }
#include "cli/options.def"
#undef OPTION
}
END_TEST

static Suite *options_suite(void)
{
    Suite *suite = suite_create("options");
    tl_add_tests(suite, "parse", without_options_there_are_defaults,
                 options_and_inputs_come_in_any_order, two_dashes_end_the_options, levels_are_read,
                 facts_are_stated, auto_leaves_a_fact_to_the_message,
                 lists_are_divided_by_commas_and_add_up, rules_may_be_repeated, actions_are_read,
                 today_is_a_date, dialects_are_named_in_a_list_and_auto_forgets_them);
    TCase *errors = tl_case(suite, "errors");
    tcase_add_loop_test(errors, what_makes_no_sense_is_said, 0, N_OF(wrong));
    tl_add_tests(suite, "without", a_developer_does_without);
    tl_add_tests(suite, "help", help_fits_a_screen_and_names_each_option_that_has_one);
    return suite;
}
TL_TEST_MAIN(options_suite)
