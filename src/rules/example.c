/* SPDX-License-Identifier: MIT */
#include "rules/example.h"

#include "rules/check.h"
#include "rules/engine.h"

#include <string.h>

enum { FEWEST_EXAMPLES = 2 };

static const struct tl_key keys[] = {
    {"flags", TL_KEY_ANY, NULL, "Texts that the rule flags, at [[…]]"},
    {"passes", TL_KEY_ANY, NULL, "Texts in which it flags nothing"},
    {NULL, TL_KEY_ANY, NULL, NULL},
};

static const struct tl_key example_keys[] = {
    {"text", TL_KEY_TEXT, NULL, "The text or the whole message"},
    {"name", TL_KEY_TEXT, NULL, "The name of the file that it stands for: mail.eml, letter.html"},
    {NULL, TL_KEY_ANY, NULL, NULL},
};

const struct tl_key *tl_example_keys(void)
{
    return example_keys;
}

TL_VEC(spans, struct tl_span);

struct example {
    const struct tl_yaml *node; /* its text */
    struct tl_str name;         /* of the file that it stands for */
    struct tl_str bytes;        /* without marks */
    struct spans marks;         /* of the bytes */
    struct tl_facts facts;
};

/* Takes out [[ and ]]; "]]]" closes after the last bracket. */
static void unmark(struct tl_arena *arena, struct tl_str text, struct example *example)
{
    struct tl_buf out = tl_buf_in(arena);
    bool inside = false;
    for (size_t at = 0; at < text.len; at++) {
        struct tl_str rest = tl_str_slice(text, at, text.len);
        if (!inside && tl_str_has_prefix(rest, TL_STR("[["))) {
            *TL_VEC_ADD(arena, &example->marks) = (struct tl_span){out.len, out.len};
            inside = true;
            at++;
        } else if (inside && tl_str_has_prefix(rest, TL_STR("]]")) &&
                   !tl_str_has_prefix(rest, TL_STR("]]]"))) {
            example->marks.items[example->marks.len - 1].end = out.len;
            inside = false;
            at++;
        } else {
            tl_buf_add_char(&out, text.data[at]);
        }
    }
    example->bytes = tl_buf_str(&out);
}

static bool fact_load(struct tl_loader *loader, const struct tl_yaml *member,
                      struct example *example)
{
    enum tl_fact fact;
    unsigned value;
    if (!tl_fact_find(member->key->text, &fact)) {
        return tl_loader_fail(loader, member->key,
                              "an example has 'text', 'name' and facts, not '%.*s'",
                              TL_STR_ARG(member->key->text));
    }
    if (member->kind != TL_YAML_SCALAR || !tl_fact_find_value(fact, member->text, &value)) {
        return tl_loader_fail(loader, member, "there is no such %.*s",
                              TL_STR_ARG(member->key->text));
    }
    tl_facts_state(&example->facts, fact, value);
    return true;
}

/* Reads an example: a text, or a map of `text`, `name` and facts. */
static bool example_load(struct tl_loader *loader, const struct tl_yaml *node,
                         struct example *example)
{
    *example = (struct example){.node = node, .name = TL_STR("example")};
    const struct tl_yaml *text = node;
    if (node->kind == TL_YAML_MAP) {
        text = tl_loader_find(node, "text");
        if (text == NULL) {
            return tl_loader_fail(loader, node, "the example has no 'text'");
        }
        if (!tl_loader_str(loader, node, "name", &example->name)) {
            return false;
        }
        for (const struct tl_yaml *m = node->first; m != NULL; m = m->next) {
            bool own = tl_str_equal(m->key->text, TL_STR("text")) ||
                       tl_str_equal(m->key->text, TL_STR("name"));
            if (!own && !fact_load(loader, m, example)) {
                return false;
            }
        }
    }
    if (text->kind != TL_YAML_SCALAR) {
        return tl_loader_fail(loader, text,
                              "an example must be a text (quote one that begins "
                              "with '[[')");
    }
    unmark(loader->arena, text->text, example);
    return true;
}

static bool is_marked(const struct example *example, const struct tl_finding *finding)
{
    for (size_t i = 0; i < example->marks.len; i++) {
        if (example->marks.items[i].begin == finding->span.begin &&
            example->marks.items[i].end == finding->span.end) {
            return true;
        }
    }
    return false;
}

static bool is_found(const struct tl_findings *findings, struct tl_span mark)
{
    for (size_t i = 0; i < findings->len; i++) {
        if (findings->items[i].span.begin == mark.begin &&
            findings->items[i].span.end == mark.end) {
            return true;
        }
    }
    return false;
}

/* Holds the findings against the marks; false after an error. */
static bool judge(struct tl_loader *loader, const struct example *example,
                  const struct tl_findings *findings)
{
    bool good = true;
    for (size_t i = 0; i < findings->len; i++) {
        if (!is_marked(example, &findings->items[i])) {
            struct tl_str text = tl_str_slice(findings->items[i].text, 0, 200);
            good = tl_loader_fail(loader, example->node,
                                  "example: '%.*s' is flagged and not marked", TL_STR_ARG(text));
        }
    }
    for (size_t i = 0; i < example->marks.len; i++) {
        struct tl_span mark = example->marks.items[i];
        if (!is_found(findings, mark)) {
            struct tl_str text = tl_str_slice(example->bytes, mark.begin, mark.end);
            good =
                tl_loader_fail(loader, example->node, "example: '%.*s' is marked and not flagged",
                               TL_STR_ARG(tl_str_slice(text, 0, 200)));
        }
    }
    return good;
}

static bool example_run(struct tl_loader *loader, const struct tl_rule *rule,
                        const struct tl_languages *languages, const struct example *example)
{
    struct tl_arena *arena = tl_arena_new();
    const struct tl_language *language = NULL;
    if (!tl_str_equal(rule->language, TL_STR("any"))) {
        language = tl_language_find(languages, rule->language);
    }
    struct tl_source *source = tl_source_of(arena, example->name, example->bytes);
    bool is_template = example->facts.value[TL_FACT_KIND] == TL_FACT_KIND_TEMPLATE;
    const struct tl_content *content =
        tl_content_read_as(arena, source, &(struct tl_content_asked){.is_template = is_template});
    const struct tl_letter *letter =
        tl_letter_build(arena, content, languages, &example->facts, language);
    tl_letter_check(letter, source->bytes.len);
    struct tl_findings findings = {0};
    tl_engine_run(tl_engine_new(arena, letter, 0), rule, &findings);
    tl_findings_sort(&findings);
    bool good = judge(loader, example, &findings);
    tl_arena_free(arena);
    return good;
}

static void list_run(struct tl_loader *loader, const struct tl_rule *rule,
                     const struct tl_languages *languages, const char *key,
                     struct tl_example_count *count)
{
    bool flags = strcmp(key, "flags") == 0;
    const struct tl_yaml *list = tl_loader_find(rule->examples, key);
    size_t n = 0;
    if (list != NULL && list->kind != TL_YAML_LIST) {
        tl_loader_fail(loader, list, "'%s' must be a list of examples", key);
        count->n_failed++;
        return;
    }
    const struct tl_yaml *item = list == NULL ? NULL : list->first;
    for (; item != NULL; item = item->next, n++) {
        struct example example;
        bool good = example_load(loader, item, &example);
        if (good && (example.marks.len > 0) != flags) {
            good = tl_loader_fail(loader, item,
                                  flags ? "example: nothing is marked with [[…]]"
                                        : "example: it passes, so nothing can be marked");
        }
        good = good && example_run(loader, rule, languages, &example);
        count->n_passed += good;
        count->n_failed += !good;
    }
    if (n < FEWEST_EXAMPLES) {
        const struct tl_yaml *at = list != NULL ? list : rule->examples;
        tl_loader_fail(loader, at, "a rule needs at least %d examples in '%s'", FEWEST_EXAMPLES,
                       key);
        count->n_failed++;
    }
}

void tl_example_run_all(struct tl_arena *arena, const struct tl_rule *rule,
                        const struct tl_languages *languages, struct tl_errors *errors,
                        struct tl_example_count *count)
{
    struct tl_loader loader = {.arena = arena, .path = rule->path, .errors = errors};
    const struct tl_yaml nowhere = {.kind = TL_YAML_MAP, .line = 1, .column = 1};
    if (rule->examples == NULL || rule->examples->kind != TL_YAML_MAP) {
        tl_loader_fail(&loader, rule->examples == NULL ? &nowhere : rule->examples,
                       "the rule has no 'examples' with 'flags' and 'passes'");
        count->n_failed++;
        return;
    }
    const struct tl_key *tables[] = {keys};
    if (!tl_keys_check(&loader, rule->examples, tables, 1)) {
        count->n_failed++;
    }
    list_run(&loader, rule, languages, "flags", count);
    list_run(&loader, rule, languages, "passes", count);
}
