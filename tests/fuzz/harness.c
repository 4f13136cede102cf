/* SPDX-License-Identifier: MIT */
#include "harness.h"

#include "base/utf8.h"
#include "model/letter.h"
#include "rules/engine.h"

#include <stdio.h>
#include <stdlib.h>

void fuzz_fail(const char *claim, const char *file, int line)
{
    fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, claim);
    abort();
}

struct tl_rule_set *fuzz_rules(void)
{
    static struct tl_rule_set *set;
    if (set == NULL) {
        const char *folder = getenv("TL_FUZZ_RULES");
        set = tl_rule_set_new(tl_arena_new());
        fuzz_require(tl_rule_set_add(set, folder == NULL ? "rules.d" : folder, false));
    }
    return set;
}

void fuzz_text_check(const struct tl_text *text, size_t source_bytes)
{
    tl_map_check(text->map, source_bytes);
    fuzz_require(tl_utf8_valid_bytes(text->bytes) == text->bytes.len);
    fuzz_require(text->origin + text->bytes.len <= text->map->text_bytes);
    size_t step = text->bytes.len / 256 + 1;
    for (size_t at = 0; at < text->bytes.len; at += step) {
        struct tl_span source = tl_text_source(text, (struct tl_span){at, at + 1});
        fuzz_require(source.begin <= source.end && source.end <= source_bytes);
    }
}

void fuzz_reading_check(const struct tl_reading *reading, size_t source_bytes)
{
    fuzz_text_check(&reading->text, source_bytes);
    size_t len = reading->text.bytes.len;
    size_t end = 0;
    for (size_t i = 0; i < reading->lines.len; i++) {
        struct tl_span span = reading->lines.items[i].span;
        fuzz_require(end <= span.begin && span.begin < span.end && span.end <= len);
        end = span.end;
    }
    for (size_t i = 0; i < reading->links.len; i++) {
        struct tl_span span = reading->links.items[i].span;
        fuzz_require(span.begin <= span.end && span.end <= len);
    }
}

static void part_check(struct tl_arena *arena, const struct tl_part *part, size_t source_bytes)
{
    struct tl_notices notices = {0};
    tl_map_check(part->body.map, source_bytes);
    if (part->first == NULL) {
        struct tl_text text = tl_part_decode(arena, part, &notices);
        fuzz_text_check(&text, source_bytes);
    }
    size_t n_children = 0;
    for (const struct tl_part *child = part->first; child != NULL; child = child->next) {
        part_check(arena, child, source_bytes);
        n_children++;
    }
    fuzz_require(n_children == part->n_children);
}

static void notices_check(const struct tl_notices *notices, size_t source_bytes)
{
    for (size_t i = 0; i < notices->len; i++) {
        struct tl_span span = notices->items[i].span;
        fuzz_require(span.begin <= span.end && span.end <= source_bytes);
    }
}

static void rules_run(struct tl_arena *arena, const struct tl_letter *letter,
                      const struct tl_rule *rules, size_t n_rules, size_t source_bytes)
{
    struct tl_engine *engine = tl_engine_new(arena, tl_matcher_new(arena), letter, 0);
    struct tl_findings findings = {0};
    for (size_t i = 0; i < n_rules; i++) {
        tl_engine_run(engine, &rules[i], &findings);
    }
    tl_findings_sort(&findings);
    for (size_t i = 0; i < findings.len; i++) {
        struct tl_span span = findings.items[i].span;
        fuzz_require(span.begin <= span.end && span.end <= source_bytes);
    }
}

/* Rules take ten times as long as everything before them: they run over one input in eight. */
static bool is_for_rules(struct tl_str bytes)
{
    unsigned sum = 0;
    for (size_t i = 0; i < bytes.len; i++) {
        sum = sum * 31 + (unsigned char)bytes.data[i];
    }
    return sum % 8 == 0;
}

void fuzz_source_lint(struct tl_arena *arena, const struct tl_source *source,
                      const struct tl_rule *rule)
{
    struct tl_rule_set *set = fuzz_rules();
    const struct tl_facts facts = {.today = 0};
    size_t source_bytes = source->bytes.len;
    const struct tl_content *content = tl_content_read(arena, source);
    notices_check(&content->notices, source_bytes);
    fuzz_text_check(&content->subject, source_bytes);
    fuzz_reading_check(&content->reading, source_bytes);
    if (content->mail != NULL) {
        part_check(arena, content->mail, source_bytes);
    }
    const struct tl_letter *letter =
        tl_letter_build(arena, content, tl_rule_set_languages(set), &facts, NULL);
    tl_letter_check(letter, source_bytes);
    fuzz_text_check(&letter->text, source_bytes);
    if (rule != NULL) {
        rules_run(arena, letter, rule, 1, source_bytes);
    } else if (is_for_rules(source->bytes)) {
        const struct tl_rules *rules = tl_rule_set_rules(set, letter->language);
        rules_run(arena, letter, rules->items, rules->len, source_bytes);
    }
}
