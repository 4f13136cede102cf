/* SPDX-License-Identifier: MIT */
#include "cli/catalogue.h"

#include "base/nearest.h"
#include "cli/print.h"
#include "cli/rule_view.h"
#include "report/safe.h"
#include "rules/coverage.h"
#include "rules/vale_test.h"

/* All rules; errors of their files are printed (those of languages have been). */
static const struct tl_rules *rules_read(struct tl_rule_set *set, bool *good)
{
    const struct tl_errors *errors = tl_rule_set_errors(set);
    size_t n_printed = errors->len;
    const struct tl_rules *rules = tl_rule_set_all(set);
    tl_print_errors(errors, n_printed);
    *good = errors->len == 0;
    return rules;
}

/* What is said of a style: how many rules it has, and what of them does not work. */
static void styles_print(const struct tl_rule_set *set, FILE *stream)
{
    struct tl_arena *arena = tl_arena_new();
    const struct tl_styles *styles = tl_rule_set_styles(set);
    for (size_t i = 0; i < styles->len; i++) {
        tl_safe_print(stream, styles->items[i]->name);
        fputs(": ", stream);
        tl_safe_print(stream, tl_style_summary(arena, styles->items[i]));
        fputc('\n', stream);
    }
    tl_arena_free(arena);
}

TL_VEC(views, struct tl_rule_view);

static const struct tl_rule_form *form_of(const struct tl_options *options)
{
    bool is_json = options->reporter != NULL &&
                   tl_str_equal(tl_str_of(options->reporter->name), TL_STR("json"));
    return is_json ? &tl_rule_form_json : &tl_rule_form_human;
}

bool tl_catalogue_list(struct tl_rule_set *set, const struct tl_options *options, FILE *stream)
{
    bool good;
    const struct tl_rules *rules = rules_read(set, &good);
    struct tl_arena *arena = tl_arena_new();
    struct views views = {0};
    for (size_t i = 0; i < rules->len; i++) {
        *TL_VEC_ADD(arena, &views) = tl_rule_view_of(arena, options, &rules->items[i], false);
    }
    form_of(options)->list(stream, views.items, views.len);
    tl_arena_free(arena);
    if (form_of(options) != &tl_rule_form_json) {
        styles_print(set, stream);
    }
    fflush(stream);
    tl_print_warnings(tl_rule_set_warnings(set), 0);
    return good;
}

bool tl_catalogue_explain(struct tl_rule_set *set, const struct tl_options *options, FILE *stream)
{
    bool good;
    const struct tl_rules *rules = rules_read(set, &good);
    struct tl_arena *arena = tl_arena_new();
    struct views views = {0};
    for (size_t i = 0; i < rules->len; i++) {
        const struct tl_rule *rule = &rules->items[i];
        bool wanted = options->lang.len == 0 || tl_str_equal(rule->language, options->lang) ||
                      tl_str_equal(rule->language, TL_STR("any"));
        if (wanted && tl_str_equal(rule->id, options->explain)) {
            *TL_VEC_ADD(arena, &views) = tl_rule_view_of(arena, options, rule, true);
        }
    }
    if (views.len > 0) {
        form_of(options)->explain(stream, views.items, views.len);
    } else {
        struct tl_error err;
        const struct tl_strs *ids = tl_rule_set_ids(set);
        struct tl_str near = tl_nearest(ids, options->explain);
        if (tl_strs_has(ids, options->explain)) {
            tl_error_set(&err, NULL, "--explain: the check '%.*s' %s", TL_STR_ARG(options->explain),
                         good ? "is of another language" : "could not be read");
        } else {
            tl_error_set(&err, NULL, "--explain: there is no check '%.*s'%s%.*s%s",
                         TL_STR_ARG(options->explain), near.len > 0 ? "; did you mean '" : "",
                         TL_STR_ARG(near), near.len > 0 ? "'?" : "; see --list-rules");
        }
        tl_print_error(&err);
    }
    tl_arena_free(arena);
    return views.len > 0 && good;
}

/* Whether a rule's file lies below a folder; "" is all. */
static bool is_below(const struct tl_rule *rule, struct tl_str folder)
{
    struct tl_str path = tl_str_of(rule->path);
    bool ends = tl_str_ends_in(folder, "/");
    return folder.len == 0 ||
           (tl_str_has_prefix(path, folder) && (ends || path.data[folder.len] == '/'));
}

struct test {
    struct tl_arena *arena;
    struct tl_errors errors;
    struct tl_example_count examples;
    struct tl_coverage_count parts;
};

static void rule_test(struct test *test, const struct tl_rule *rule,
                      const struct tl_languages *languages, bool coverage)
{
    struct tl_arena *arena = tl_arena_new();
    struct tl_loader loader = {
        .arena = test->arena,
        .path = rule->path,
        .errors = &test->errors,
    };
    struct tl_examples examples =
        tl_examples_read(arena, &loader, rule, languages, &test->examples);
    bool good = tl_examples_run(&loader, rule, &examples, &test->examples);
    if (good && coverage && examples.len > 0) {
        tl_coverage_run(&loader, rule, &examples, &test->parts);
    }
    tl_vale_tests_run(&loader, rule, languages, &test->examples);
    tl_arena_free(arena);
}

bool tl_catalogue_test(struct tl_rule_set *set, const struct tl_options *options, FILE *stream)
{
    bool good;
    const struct tl_rules *rules = rules_read(set, &good);
    struct test test = {.arena = tl_arena_new()};
    for (size_t i = 0; i < rules->len; i++) {
        if (is_below(&rules->items[i], options->test_folder)) {
            rule_test(&test, &rules->items[i], tl_rule_set_languages(set), options->coverage);
        }
    }
    tl_print_errors(&test.errors, 0);
    tl_print_warnings(tl_rule_set_warnings(set), 0);
    size_t n_failed = test.examples.n_failed + tl_rule_set_errors(set)->len;
    fprintf(stream, "examples: %zu passed, %zu failed\n", test.examples.n_passed, n_failed);
    if (options->coverage) {
        fprintf(stream, "coverage: %zu needed by an example, %zu not\n", test.parts.n_needed,
                test.parts.n_unneeded);
    }
    tl_arena_free(test.arena);
    return good && n_failed == 0 && test.parts.n_unneeded == 0;
}
