/* SPDX-License-Identifier: MIT */
#include "rules/example.h"

#include "base/day.h"
#include "rules/check.h"
#include "rules/engine.h"
#include "rules/kind.h"

enum { FEWEST_EXAMPLES = 2 };

static const struct tl_key keys[] = {
    {"flags", TL_KEY_ANY, NULL, "Texts that the rule flags, at [[…]]"},
    {"passes", TL_KEY_ANY, NULL, "Texts in which it flags nothing"},
    {NULL, TL_KEY_ANY, NULL, NULL},
};

static const struct tl_key example_keys[] = {
    {"text", TL_KEY_TEXT, NULL, "The text or the whole message"},
    {"name", TL_KEY_TEXT, NULL, "The name of the file that it stands for: mail.eml, letter.html"},
    {"today", TL_KEY_TEXT, NULL, "The day on which it is written, as YYYY-MM-DD"},
    {NULL, TL_KEY_ANY, NULL, NULL},
};

const struct tl_key *tl_example_keys(void)
{
    return example_keys;
}

/* What reading the examples of a rule needs. */
struct reading {
    struct tl_arena *arena;
    struct tl_loader *loader;
    const struct tl_rule *rule;
    const struct tl_languages *languages;
    struct tl_example_count *count;
    struct tl_examples all;
};

/* Takes out [[ and ]]; "]]]" closes after the last bracket. */
static void unmark(struct tl_arena *arena, struct tl_str text, struct tl_example *example)
{
    struct tl_buf out = tl_buf_in(arena);
    bool inside = false;
    for (size_t at = 0; at < text.len; at++) {
        struct tl_str rest = tl_str_slice(text, at, text.len);
        if (!inside && tl_str_has_prefix(rest, TL_STR("[["))) {
            *TL_VEC_ADD(arena, &example->marks) = (struct tl_span){out.len, out.len};
            *TL_VEC_ADD(arena, &example->cuts) = out.len;
            inside = true;
            at++;
        } else if (inside && tl_str_has_prefix(rest, TL_STR("]]")) &&
                   !tl_str_has_prefix(rest, TL_STR("]]]"))) {
            example->marks.items[example->marks.len - 1].end = out.len;
            *TL_VEC_ADD(arena, &example->cuts) = out.len;
            inside = false;
            at++;
        } else {
            tl_buf_add_char(&out, text.data[at]);
        }
    }
    example->bytes = tl_buf_str(&out);
}

static bool fact_load(struct tl_loader *loader, const struct tl_yaml *member,
                      struct tl_example *example)
{
    enum tl_fact fact;
    unsigned value;
    if (tl_str_equal(member->key->text, TL_STR("today"))) {
        struct tl_str text = member->kind == TL_YAML_SCALAR ? member->text : TL_STR("");
        example->facts.today = tl_day_read(text);
        return example->facts.today != 0 ||
               tl_loader_fail(loader, member, "'today' must be a date of the form YYYY-MM-DD");
    }
    if (!tl_fact_find(member->key->text, &fact)) {
        return tl_loader_fail(loader, member->key,
                              "an example has 'text', 'name', 'today' and facts, not '%.*s'",
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
static bool example_load(struct tl_arena *arena, struct tl_loader *loader,
                         const struct tl_yaml *node, struct tl_example *example)
{
    *example = (struct tl_example){.node = node, .name = TL_STR("example")};
    const struct tl_yaml *text = node;
    if (node->kind == TL_YAML_MAP) {
        text = tl_loader_find(node, "text");
        if (text == NULL) {
            return tl_loader_fail(loader, node,
                                  "the example has no 'text'; one with ': ' in it needs quotes");
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
    example->node = text;
    unmark(arena, text->text, example);
    return true;
}

static bool is_marked(const struct tl_example *example, const struct tl_finding *finding)
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

/* Adds an error at a byte of the example, wherever it is written in the rule file. */
static bool fail_at(struct tl_loader *loader, const struct tl_example *example, size_t at,
                    const char *what, struct tl_str text)
{
    size_t offset = at;
    for (size_t i = 0; i < example->cuts.len && example->cuts.items[i] <= at; i++) {
        offset += 2;
    }
    struct tl_str shown = tl_str_slice(text, 0, 200);
    return tl_loader_fail_in(loader, example->node, offset, "example: '%.*s' is %s",
                             TL_STR_ARG(shown), what);
}

/* Holds the findings against the marks; false after an error. */
static bool judge(struct tl_loader *loader, const struct tl_rule *rule,
                  const struct tl_example *example, const struct tl_findings *findings)
{
    bool good = true;
    for (size_t i = 0; i < findings->len; i++) {
        const struct tl_finding *finding = &findings->items[i];
        if (!tl_str_equal(finding->rule, rule->id)) {
            good = tl_loader_fail(loader, example->node, "example: %.*s",
                                  TL_STR_ARG(finding->message));
        } else if (!is_marked(example, finding)) {
            good = fail_at(loader, example, finding->span.begin, "flagged and not marked",
                           finding->text);
        }
    }
    for (size_t i = 0; i < example->marks.len; i++) {
        struct tl_span mark = example->marks.items[i];
        if (!is_found(findings, mark)) {
            good = fail_at(loader, example, mark.begin, "marked and not flagged",
                           tl_str_slice(example->bytes, mark.begin, mark.end));
        }
    }
    return good;
}

const struct tl_letter *tl_example_letter(struct tl_arena *arena, const struct tl_rule *rule,
                                          const struct tl_languages *languages,
                                          const struct tl_example *example)
{
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
    return letter;
}

static void fail(struct reading *reading, const struct tl_yaml *node, const char *text)
{
    tl_loader_fail(reading->loader, node, "%s", text);
    reading->count->n_failed++;
}

static void item_read(struct reading *reading, const struct tl_yaml *item, bool flags)
{
    struct tl_example example;
    if (!example_load(reading->arena, reading->loader, item, &example)) {
        reading->count->n_failed++;
        return;
    }
    if ((example.marks.len > 0) != flags) {
        fail(reading, item,
             flags ? "example: nothing is marked with [[…]]"
                   : "example: it passes, so nothing can be marked");
        return;
    }
    example.flags = flags;
    example.letter = tl_example_letter(reading->arena, reading->rule, reading->languages, &example);
    *TL_VEC_ADD(reading->arena, &reading->all) = example;
}

static void list_read(struct reading *reading, const char *key, bool flags, size_t fewest)
{
    const struct tl_yaml *list = tl_loader_find(reading->rule->examples, key);
    struct tl_arena *arena = reading->arena;
    size_t n = 0;
    if (list != NULL && list->kind != TL_YAML_LIST) {
        fail(reading, list, tl_arena_format(arena, "'%s' must be a list of examples", key).data);
        return;
    }
    const struct tl_yaml *item = list == NULL ? NULL : list->first;
    for (; item != NULL; item = item->next, n++) {
        item_read(reading, item, flags);
    }
    if (n < fewest) {
        fail(
            reading, list != NULL ? list : reading->rule->examples,
            tl_arena_format(arena, "a rule needs at least %zu examples in '%s'", fewest, key).data);
    }
}

/* Whether a rule is about the reading alone: what that comes upon, a text need not be able to show.
 */
static bool is_of_notices(const struct tl_rule *rule)
{
    for (size_t i = 0; i < rule->checks.len; i++) {
        if (rule->checks.items[i].kind != &tl_kind_notice) {
            return false;
        }
    }
    return true;
}

struct tl_examples tl_examples_read(struct tl_arena *arena, struct tl_loader *loader,
                                    const struct tl_rule *rule,
                                    const struct tl_languages *languages,
                                    struct tl_example_count *count)
{
    struct reading reading = {arena, loader, rule, languages, count, {0}};
    const struct tl_yaml nowhere = {.kind = TL_YAML_MAP, .line = 1, .column = 1};
    bool of_pack = tl_str_find_char(rule->id, '.', 0) != TL_NONE;
    if (rule->examples == NULL && of_pack) {
        return reading.all;
    }
    if (rule->examples == NULL || rule->examples->kind != TL_YAML_MAP) {
        fail(&reading, rule->examples == NULL ? &nowhere : rule->examples,
             "the rule has no 'examples' with 'flags' and 'passes'");
        return reading.all;
    }
    const struct tl_key *tables[] = {keys};
    count->n_failed += !tl_keys_check(loader, rule->examples, tables, 1);
    list_read(&reading, "flags", true, of_pack || is_of_notices(rule) ? 0 : FEWEST_EXAMPLES);
    list_read(&reading, "passes", false, of_pack ? 0 : FEWEST_EXAMPLES);
    return reading.all;
}

struct tl_findings tl_example_findings(struct tl_arena *arena, struct tl_matcher *matcher,
                                       const struct tl_example *example, const struct tl_rule *rule,
                                       bool *too_hard)
{
    struct tl_findings findings = {0};
    struct tl_engine *engine = tl_engine_new(arena, matcher, example->letter, 0);
    tl_engine_run(engine, rule, &findings);
    tl_findings_sort(&findings);
    *too_hard = engine->too_hard;
    return findings;
}

bool tl_examples_run(struct tl_loader *loader, const struct tl_rule *rule,
                     const struct tl_examples *examples, struct tl_example_count *count)
{
    struct tl_arena *arena = tl_arena_new();
    struct tl_matcher *matcher = tl_matcher_new(arena);
    size_t n_passed = 0;
    for (size_t i = 0; i < examples->len; i++) {
        const struct tl_example *example = &examples->items[i];
        bool too_hard;
        struct tl_findings findings = tl_example_findings(arena, matcher, example, rule, &too_hard);
        n_passed += too_hard ? tl_loader_fail(loader, example->node,
                                              "example: the pattern is too costly here")
                             : judge(loader, rule, example, &findings);
    }
    tl_arena_free(arena);
    count->n_passed += n_passed;
    count->n_failed += examples->len - n_passed;
    return n_passed == examples->len;
}
