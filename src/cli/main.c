/*
 * tactlint: lints outgoing customer emails and letters.
 * SPDX-License-Identifier: MIT
 */
#include "base/nearest.h"
#include "cli/catalogue.h"
#include "cli/config.h"
#include "cli/dump.h"
#include "cli/folders.h"
#include "cli/lint.h"
#include "cli/messages.h"
#include "cli/print.h"

#include <errno.h>
#include <string.h>

enum status {
    STATUS_GOOD = 0,
    STATUS_FINDINGS = 1,
    STATUS_TROUBLE = 2,
};

static enum status trouble(const struct tl_error *err)
{
    tl_print_error(err);
    return STATUS_TROUBLE;
}

/* Reads the rule folders; what could not be read has been said. */
static bool rules_add(struct tl_arena *arena, struct tl_rule_set *set,
                      const struct tl_options *options, const char *program)
{
    const char *own = tl_folders_rules(arena, program);
    if (options->action != TL_ACTION_LINT && options->action != TL_ACTION_DUMP) {
        tl_rule_set_strict(set);
    }
    bool good = own == NULL || tl_rule_set_add(set, own, true);
    for (size_t i = 0; i < options->rules.len; i++) {
        good &= tl_rule_set_add(set, options->rules.items[i].data, false);
    }
    if (options->test_folder.len > 0) {
        good &= tl_rule_set_add(set, options->test_folder.data, false);
    }
    for (size_t i = 0; i < options->styles.len; i++) {
        good &= tl_rule_set_add_styles(set, options->styles.items[i].data);
    }
    for (size_t i = 0; i < options->vocab.len; i++) {
        good &= tl_rule_set_add_vocabulary(set, options->vocab.items[i]);
    }
    tl_print_errors(tl_rule_set_errors(set), 0);
    if (own == NULL && options->rules.len == 0 && options->test_folder.len == 0 &&
        options->styles.len == 0) {
        struct tl_error err;
        tl_error_set(&err, NULL,
                     "there are no rules: neither rules.d beside the program nor '%s'; "
                     "name a folder with --rules",
                     TL_RULES_DIR);
        tl_print_error(&err);
        return false;
    }
    return good;
}

/* The identifiers of all rules, and the names of the styles that they begin with. */
static struct tl_strs names_known(struct tl_arena *arena, struct tl_rule_set *set)
{
    struct tl_strs known = {0};
    const struct tl_strs *ids = tl_rule_set_ids(set);
    for (size_t i = 0; i < ids->len; i++) {
        struct tl_str id = ids->items[i];
        for (size_t dot = tl_str_find_char(id, '.', 0); dot != TL_NONE;
             dot = tl_str_find_char(id, '.', dot + 1)) {
            struct tl_str style = tl_str_slice(id, 0, dot);
            if (i == 0 || !tl_selection_names(style, ids->items[i - 1])) {
                *TL_VEC_ADD(arena, &known) = style;
            }
        }
        *TL_VEC_ADD(arena, &known) = id;
    }
    return known;
}

/* Whether some name of the selection is that of a pack: only then all rules have to be read. */
static bool has_pack(const struct tl_strs *names)
{
    for (size_t i = 0; i < names->len; i++) {
        if (tl_selection_is_pack(names->items[i])) {
            return true;
        }
    }
    return false;
}

static void unknown_print(const char *option, struct tl_str name, const struct tl_strs *known)
{
    struct tl_error err;
    struct tl_str near = tl_nearest(known, name);
    tl_error_set(&err, NULL, "--%s: there is no %s '%.*s'%s%.*s%s", option,
                 tl_selection_is_pack(name) ? "pack" : "check", TL_STR_ARG(name),
                 near.len > 0 ? "; did you mean '" : "", TL_STR_ARG(near),
                 near.len > 0 ? "'?" : "; see --list-rules");
    tl_print_error(&err);
}

/* Whether all names of a list are those of rules, styles or packs. */
static bool are_known(struct tl_rule_set *set, const struct tl_strs *known, const char *option,
                      const struct tl_strs *names)
{
    static const struct tl_strs none = {NULL, 0, 0};
    const struct tl_strs *packs = has_pack(names) ? tl_rule_set_packs(set) : &none;
    bool good = true;
    for (size_t i = 0; i < names->len; i++) {
        const struct tl_strs *all = tl_selection_is_pack(names->items[i]) ? packs : known;
        if (!tl_strs_has(all, names->items[i])) {
            unknown_print(option, names->items[i], all);
            good = false;
        }
    }
    return good;
}

/* The identifiers whose level a configuration changes. */
static const struct tl_strs *level_ids(struct tl_arena *arena, const struct tl_selection *selection)
{
    struct tl_strs *ids = tl_arena_alloc(arena, sizeof *ids);
    for (size_t i = 0; i < selection->levels.len; i++) {
        *TL_VEC_ADD(arena, ids) = selection->levels.items[i].id;
    }
    return ids;
}

/* Whether the user selects by names that there are. */
static bool names_check(struct tl_arena *arena, struct tl_rule_set *set,
                        const struct tl_selection *selection)
{
    struct tl_strs known = names_known(arena, set);
    size_t n_errors = tl_rule_set_errors(set)->len;
    bool good = are_known(set, &known, "only", &selection->only) &&
                are_known(set, &known, "enable", &selection->enable) &&
                are_known(set, &known, "disable", &selection->disable) &&
                are_known(set, &known, "levels", level_ids(arena, selection));
    tl_print_errors(tl_rule_set_errors(set), n_errors);
    return good;
}

static enum status act(struct tl_rule_set *set, const struct tl_options *options, bool good)
{
    if (options->action == TL_ACTION_LIST_RULES) {
        good &= tl_catalogue_list(set, options, stdout);
        return good ? STATUS_GOOD : STATUS_TROUBLE;
    }
    if (options->action == TL_ACTION_EXPLAIN) {
        good &= tl_catalogue_explain(set, options, stdout);
        return good ? STATUS_GOOD : STATUS_TROUBLE;
    }
    if (options->action == TL_ACTION_TEST_RULES) {
        bool passed = tl_catalogue_test(set, options, stdout);
        return !good || tl_rule_set_errors(set)->len > 0 ? STATUS_TROUBLE
               : passed                                  ? STATUS_GOOD
                                                         : STATUS_FINDINGS;
    }
    if (options->action == TL_ACTION_DUMP) {
        good &= tl_dump_run(options, set, stdout);
        return good ? STATUS_GOOD : STATUS_TROUBLE;
    }
    struct tl_lint_result result = tl_lint_run(options, set, stdout);
    if (result.has_trouble || !good) {
        return STATUS_TROUBLE;
    }
    return result.has_failures ? STATUS_FINDINGS : STATUS_GOOD;
}

static enum status run(struct tl_arena *arena, int argc, char **argv)
{
    struct tl_options asked = tl_options_default();
    struct tl_options options = asked;
    struct tl_error err;
    if (!tl_options_parse(arena, argc, argv, &asked, &err)) {
        return trouble(&err);
    }
    if (asked.action == TL_ACTION_HELP) {
        tl_options_help(stdout);
        return STATUS_GOOD;
    }
    if (asked.action == TL_ACTION_VERSION) {
        printf("tactlint %s\n", TL_VERSION);
        return STATUS_GOOD;
    }
    if (asked.action == TL_ACTION_SCHEMA) {
        tl_schema_print(asked.schema, stdout);
        return STATUS_GOOD;
    }
    if (!tl_config_read(arena, &asked, &options, &err) ||
        !tl_options_parse(arena, argc, argv, &options, &err)) {
        return trouble(&err);
    }
    struct tl_rule_set *set = tl_rule_set_new(arena);
    bool good = rules_add(arena, set, &options, argv[0]);
    if (!tl_messages_check(&options, tl_rule_set_languages(set), &err)) {
        return trouble(&err);
    }
    return names_check(arena, set, &options.selection) ? act(set, &options, good) : STATUS_TROUBLE;
}

int main(int argc, char **argv)
{
    struct tl_arena *arena = tl_arena_new();
    enum status status = run(arena, argc, argv);
    tl_arena_free(arena);
    errno = 0;
    if (fflush(stdout) != 0 || ferror(stdout)) {
        struct tl_error err;
        tl_error_set(&err, NULL, "cannot write the report: %s",
                     errno != 0 ? strerror(errno) : "output error");
        status = trouble(&err);
    }
    return (int)status;
}
