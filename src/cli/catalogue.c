/* SPDX-License-Identifier: MIT */
#include "cli/catalogue.h"

#include "base/nearest.h"
#include "cli/print.h"
#include "report/safe.h"
#include "rules/example.h"
#include "rules/kind.h"

enum { SHOWN_EXAMPLES = 6 };

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

static const char *kind_name(const struct tl_rule *rule)
{
    return rule->checks.len == 1 ? rule->checks.items[0].kind->name : "several";
}

bool tl_catalogue_list(struct tl_rule_set *set, const struct tl_selection *selection, FILE *stream)
{
    bool good;
    const struct tl_rules *rules = rules_read(set, &good);
    fprintf(stream, "%-24s %-5s %-8s %-13s %-4s %s\n", "ID", "LANG", "LEVEL", "KIND", "RUNS",
            "FILE");
    for (size_t i = 0; i < rules->len; i++) {
        const struct tl_rule *rule = &rules->items[i];
        fprintf(stream, "%-24.*s %-5.*s %-8s %-13s %-4s ", TL_STR_ARG(rule->id),
                TL_STR_ARG(rule->language), tl_level_name(tl_selection_level(selection, rule)),
                kind_name(rule), tl_selection_has(selection, rule) ? "on" : "off");
        tl_safe_print(stream, tl_str_of(rule->path));
        fputc('\n', stream);
    }
    styles_print(set, stream);
    fflush(stream);
    tl_print_warnings(tl_rule_set_warnings(set), 0);
    return good;
}

/* Text of several lines, each after two spaces. */
static void text_print(FILE *stream, struct tl_str text)
{
    for (size_t at = 0; at < text.len;) {
        size_t end = tl_str_find_char(text, '\n', at);
        end = end == TL_NONE ? text.len : end;
        fputs(end > at ? "  " : "", stream);
        tl_safe_print(stream, tl_str_slice(text, at, end));
        fputc('\n', stream);
        at = end + 1;
    }
}

static void block_print(FILE *stream, const char *title, struct tl_str text)
{
    if (text.len > 0) {
        fprintf(stream, "\n%s\n", title);
        text_print(stream, text);
    }
}

static void list_print(FILE *stream, const char *title, const struct tl_strs *texts)
{
    if (texts->len > 0) {
        fprintf(stream, "\n%s\n", title);
    }
    for (size_t i = 0; i < texts->len; i++) {
        text_print(stream, texts->items[i]);
    }
}

/* The first few sentences among the examples; whole messages are for the file itself. */
static void examples_print(FILE *stream, const struct tl_rule *rule, const char *key,
                           const char *title)
{
    const struct tl_yaml *list = tl_yaml_find(rule->examples, tl_str_of(key));
    const struct tl_yaml *item = list == NULL || list->kind != TL_YAML_LIST ? NULL : list->first;
    size_t n = 0;
    for (; item != NULL && n < SHOWN_EXAMPLES; item = item->next) {
        bool is_sentence = item->kind == TL_YAML_SCALAR &&
                           tl_str_find_char(tl_str_trim(item->text), '\n', 0) == TL_NONE;
        if (is_sentence) {
            fputs(n++ == 0 ? title : "", stream);
            text_print(stream, tl_str_trim(item->text));
        }
    }
}

static void rule_print(FILE *stream, const struct tl_rule *rule)
{
    tl_safe_print(stream, rule->id);
    fprintf(stream, " (%s, %.*s)\n", tl_level_name(rule->level), TL_STR_ARG(rule->language));
    block_print(stream, "Message", rule->checks.items[0].message);
    block_print(stream, "Why", rule->why);
    list_print(stream, "Write instead", &rule->suggestions);
    examples_print(stream, rule, "flags", "\nFlagged, at [[…]]\n");
    examples_print(stream, rule, "passes", "\nPasses\n");
    block_print(stream, "Guideline", rule->guideline);
    block_print(stream, "File", tl_str_of(rule->path));
}

bool tl_catalogue_explain(struct tl_rule_set *set, const struct tl_options *options, FILE *stream)
{
    bool good;
    size_t n = 0;
    const struct tl_rules *rules = rules_read(set, &good);
    for (size_t i = 0; i < rules->len; i++) {
        const struct tl_rule *rule = &rules->items[i];
        bool wanted = options->lang.len == 0 || tl_str_equal(rule->language, options->lang) ||
                      tl_str_equal(rule->language, TL_STR("any"));
        if (wanted && tl_str_equal(rule->id, options->explain)) {
            fputs(n++ > 0 ? "\n\n" : "", stream);
            rule_print(stream, rule);
        }
    }
    if (n == 0) {
        struct tl_error err;
        tl_error_set(&err, NULL, "--explain: there is no check '%.*s'; see --list-rules",
                     TL_STR_ARG(options->explain));
        tl_print_error(&err);
    }
    return n > 0 && good;
}

bool tl_catalogue_test(struct tl_rule_set *set, const struct tl_options *options, FILE *stream)
{
    bool good;
    struct tl_arena *arena = tl_arena_new();
    struct tl_errors errors = {0};
    struct tl_example_count count = {0};
    const struct tl_rules *rules = rules_read(set, &good);
    for (size_t i = 0; i < rules->len; i++) {
        if (tl_str_has_prefix(tl_str_of(rules->items[i].path), options->test_folder)) {
            tl_example_run_all(arena, &rules->items[i], tl_rule_set_languages(set), &errors,
                               &count);
        }
    }
    tl_print_errors(&errors, 0);
    tl_print_warnings(tl_rule_set_warnings(set), 0);
    fprintf(stream, "examples: %zu passed, %zu failed\n", count.n_passed, count.n_failed);
    tl_arena_free(arena);
    return good && count.n_failed == 0;
}
