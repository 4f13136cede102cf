/* SPDX-License-Identifier: MIT */
#include "rules/vale_test.h"

#include "rules/key.h"

static const struct tl_key keys[] = {
    {"name", TL_KEY_TEXT, NULL, "What the test is called"},
    {"about", TL_KEY_TEXT, NULL, "What it is about"},
    {"input", TL_KEY_TEXT, NULL, "The text"},
    {"format", TL_KEY_TEXT, NULL, "The ending of the file that it stands for"},
    {"rule", TL_KEY_TEXT, NULL, "The rule that is tested"},
    {"want", TL_KEY_TEXT, NULL, "All that is printed; empty for nothing"},
    {"contains", TL_KEY_TEXTS, NULL, "What is in that"},
    {"absent", TL_KEY_TEXTS, NULL, "What is not in that"},
    {NULL, TL_KEY_ANY, NULL, NULL},
};

/* What is printed of a text, without the last line end. */
static struct tl_str printed(struct tl_arena *arena, const struct tl_example *example,
                             const struct tl_rule *rule)
{
    bool too_hard;
    struct tl_findings findings =
        tl_example_findings(arena, tl_matcher_new(arena), example, rule, &too_hard);
    struct tl_source *source = tl_source_of(arena, example->name, example->bytes);
    struct tl_buf out = tl_buf_in(arena);
    for (size_t i = 0; i < findings.len; i++) {
        const struct tl_finding *finding = &findings.items[i];
        struct tl_position at = tl_source_locate(source, finding->span.begin);
        tl_buf_add_format(&out, "%s%zu:%zu:%.*s:%.*s", i > 0 ? "\n" : "", (size_t)at.line,
                          (size_t)at.column, TL_STR_ARG(finding->rule),
                          TL_STR_ARG(finding->message));
    }
    return tl_buf_str(&out);
}

/* Whether each text of a key is in the output, or none is. */
static bool texts_hold(struct tl_loader *loader, const struct tl_yaml *test, const char *key,
                       struct tl_str output, bool wanted)
{
    const struct tl_yaml *list = tl_loader_find(test, key);
    const struct tl_yaml *text = tl_yaml_first(list);
    bool good = true;
    for (; text != NULL; text = tl_yaml_next(list, text)) {
        if (text->kind == TL_YAML_SCALAR &&
            (tl_str_find(output, tl_str_trim(text->text), 0) != TL_NONE) != wanted) {
            good = tl_loader_fail(loader, text, "the test prints '%.*s'",
                                  TL_STR_ARG(tl_str_slice(output, 0, 300)));
        }
    }
    return good;
}

static bool test_run(struct tl_loader *loader, const struct tl_rule *rule,
                     const struct tl_languages *languages, const struct tl_yaml *test)
{
    const struct tl_key *tables[] = {keys};
    struct tl_str input = TL_STR("");
    struct tl_str format = TL_STR("md");
    if (test->kind != TL_YAML_MAP) {
        return tl_loader_fail(loader, test, "a test must be a map");
    }
    if (!tl_keys_check(loader, test, tables, 1) || !tl_loader_str(loader, test, "input", &input) ||
        !tl_loader_str(loader, test, "format", &format)) {
        return false;
    }
    const struct tl_yaml *want = tl_loader_find(test, "want");
    if (want == NULL && tl_loader_find(test, "contains") == NULL &&
        tl_loader_find(test, "absent") == NULL) {
        return tl_loader_fail(loader, test, "a test needs 'want', 'contains' or 'absent'");
    }
    struct tl_arena *arena = tl_arena_new();
    struct tl_example example = {
        .name = tl_arena_format(arena, "test.%.*s", TL_STR_ARG(format)),
        .bytes = input,
    };
    example.letter = tl_example_letter(arena, rule, languages, &example);
    struct tl_str output = printed(arena, &example, rule);
    bool good = texts_hold(loader, test, "contains", output, true);
    good &= texts_hold(loader, test, "absent", output, false);
    if (want != NULL && !tl_str_equal(tl_str_trim(want->text), output)) {
        good = tl_loader_fail(loader, want, "the test prints '%.*s'",
                              TL_STR_ARG(tl_str_slice(output, 0, 300)));
    }
    tl_arena_free(arena);
    return good;
}

void tl_vale_tests_run(struct tl_loader *loader, const struct tl_rule *rule,
                       const struct tl_languages *languages, struct tl_example_count *count)
{
    const struct tl_yaml *list = tl_loader_find(rule->map, "tests");
    for (const struct tl_yaml *test = list == NULL ? NULL : list->first; test != NULL;
         test = test->next) {
        bool good = test_run(loader, rule, languages, test);
        count->n_passed += good;
        count->n_failed += !good;
    }
}
