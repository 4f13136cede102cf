/* SPDX-License-Identifier: MIT */
#include "support/letter.h"

#include "model/evidence.h"
#include "rules/language_file.h"
#include "rules/prefilter.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char english[] =
    "name: English\n"
    "greetings:\n"
    "  - 'dear\\b'\n"
    "  - 'hi(?: there| all)?\\b'\n"
    "  - 'hello\\b'\n"
    "  - 'good (?:morning|afternoon|evening)\\b'\n"
    "  - 'to whom it may concern\\b'\n"
    "signoffs:\n"
    "  - '(?:kind|best|warm) (?:regards|wishes)'\n"
    "  - '(?:yours )?(?:sincerely|faithfully)'\n"
    "  - '(?:all the )?best'\n"
    "  - '(?:many )?thanks(?: again)?'\n"
    "  - 'thank you'\n"
    "  - 'regards'\n"
    "postscripts:\n"
    "  - 'p\\.? ?s\\b[.:]?'\n"
    "title_words_ap: a an and by for in of the to with\n"
    "title_words_chicago: a an and by for in of the to with about\n"
    "subject_lines: ['concerning\\b']\n"
    "subject_labels: [subject, re, our ref]\n"
    "reply_prefixes: [re, fwd]\n"
    "reply_openings:\n"
    "  - 'thank you for your (?:message|call)'\n"
    "attributions:\n"
    "  - 'On .{4,200} wrote:?'\n"
    "  - '.{2,120}<[\\w.+-]+@[\\w.-]+> wrote:?'\n"
    "quote_dividers:\n"
    "  - '-{2,} ?(?:Original|Forwarded) Message ?-{2,}'\n"
    "quote_fields: [From, Sent, Date, To, Cc, Subject]\n"
    "mobile_signatures:\n"
    "  - 'Sent from my iPhone\\b'\n"
    "footers:\n"
    "  - 'this (?:e-?mail|message) (?:may contain|is confidential)'\n"
    "  - 'unsubscribe\\b'\n"
    "abbreviations: [approx, Ltd]\n"
    "leading_abbreviations: [Mr, Mrs, Ms, Dr, e.g, i.e]\n"
    "number_abbreviations: [no, -no]\n"
    "function_words: [the, and, of, to, you, your, is, are, we, our, it, with, for, on, in]\n"
    "dates:\n"
    "  weekdays: [Monday Mon, Tuesday Tue, Wednesday, Thursday, Friday, saturday, sunday]\n"
    "  months: [january jan, february, march, april, May, june, july, august, september, october,\n"
    "    november nov, december]\n"
    "  relative: {yesterday: -1, today: 0, tomorrow: 1}\n"
    "  forms:\n"
    "    - '(?:(?:{weekday} )?{day}(?: {month}(?: {year})?)?-)?(?:{weekday},? \\(?)?{day} {month}"
    "(?: {year})?(?: \\({weekday}\\))?'\n"
    "    - '(?:{weekday} )?{year}-{mm}-{day}'\n"
    "    - '(?:{weekday} )?{dm}/{dm}/{year}'\n"
    "    - '{weekday} {dm}/{dm}/{yy}'\n"
    "    - '{relative}, (?:{weekday} )?{day} {month}'\n"
    "    - '{relative} \\({weekday}\\)'\n"
    "classes:\n"
    "  fruit: [apple, pear, '(?&berry)']\n"
    "  berry: ['straw\\w+', 'black\\w+']\n"
    "  loop: ['(?&loop)']\n";

static const char other[] = "name: Otherish\nfunction_words: [och, att, det]\n";

static int entry_remove(const char *path, const struct stat *status, int kind, struct FTW *ftw)
{
    (void)status;
    (void)kind;
    (void)ftw;
    return remove(path);
}

static void folder_remove(void *path)
{
    (void)nftw(path, entry_remove, 16, FTW_DEPTH | FTW_PHYS);
}

const char *tl_test_folder(void)
{
    const char *tmp = getenv("TMPDIR");
    struct tl_str path = tl_arena_format(tl_test_arena, "%s/tactlint-test-XXXXXX",
                                         tmp == NULL || *tmp == '\0' ? "/tmp" : tmp);
    char *folder = mkdtemp((char *)(uintptr_t)path.data);
    ck_assert_msg(folder != NULL, "cannot make a folder in %s", path.data);
    tl_arena_on_free(tl_test_arena, folder_remove, folder);
    return folder;
}

const char *tl_test_file(const char *folder, const char *name, struct tl_str bytes)
{
    struct tl_str path = tl_arena_format(tl_test_arena, "%s/%s", folder, name);
    for (size_t at = strlen(folder) + 1;; at++) {
        at = tl_str_find_char(path, '/', at);
        if (at == TL_NONE) {
            break;
        }
        (void)mkdir(tl_arena_copy(tl_test_arena, tl_str_slice(path, 0, at)).data, 0700);
    }
    FILE *file = fopen(path.data, "wb");
    ck_assert_msg(file != NULL, "cannot write %s", path.data);
    ck_assert_uint_eq(fwrite(bytes.data, 1, bytes.len, file), bytes.len);
    ck_assert_int_eq(fclose(file), 0);
    return path.data;
}

/* Reads a language from a text; its classes are added to `classes`. */
static const struct tl_language *language_read(const char *tag, const char *yaml,
                                               struct tl_classes *classes)
{
    struct tl_language *language = tl_arena_alloc(tl_test_arena, sizeof *language);
    struct tl_errors errors = {0};
    const char *folder = tl_test_folder();
    struct tl_loader loader = {
        .arena = tl_test_arena,
        .path = tl_test_file(folder, "language.yml", tl_str_of(yaml)),
        .errors = &errors,
    };
    bool good =
        tl_language_file_load(&loader, tl_str_of(tag), language, classes, &(struct tl_classes){0});
    ck_assert_msg(good, "%s", tl_test_errors(&errors).data);
    return language;
}

/* The languages of the test that runs: made when they are first asked for. */
static struct {
    bool is_made;
    struct tl_languages languages;
    struct tl_classes classes;
} known;

static void languages_forget(void *handle)
{
    memset(handle, 0, sizeof known);
}

static void languages_make(void)
{
    if (known.is_made) {
        return;
    }
    *TL_VEC_ADD(tl_test_arena, &known.languages) = language_read("en", english, &known.classes);
    struct tl_classes none = {0};
    *TL_VEC_ADD(tl_test_arena, &known.languages) = language_read("xx", other, &none);
    tl_evidence_index(tl_test_arena, &known.languages);
    known.is_made = true;
    tl_arena_on_free(tl_test_arena, languages_forget, &known);
}

const struct tl_languages *tl_test_languages(void)
{
    languages_make();
    return &known.languages;
}

const struct tl_classes *tl_test_classes(void)
{
    languages_make();
    return &known.classes;
}

struct tl_facts tl_test_facts(enum tl_fact fact, unsigned value)
{
    struct tl_facts facts = {.today = 0};
    tl_facts_state(&facts, fact, value);
    return facts;
}

const struct tl_letter *tl_test_letter_of(const char *name, struct tl_str bytes,
                                          const struct tl_facts *facts)
{
    const struct tl_facts none = {.today = 0};
    const struct tl_languages *languages = tl_test_languages();
    struct tl_source *source = tl_source_of(tl_test_arena, tl_str_of(name), bytes);
    struct tl_content_asked asked = {
        .is_template = facts != NULL && facts->value[TL_FACT_KIND] == TL_FACT_KIND_TEMPLATE,
    };
    const struct tl_content *content = tl_content_read_as(tl_test_arena, source, &asked);
    const struct tl_letter *letter = tl_letter_build(
        tl_test_arena, content, languages, facts == NULL ? &none : facts, languages->items[0]);
    tl_letter_check(letter, source->bytes.len);
    return letter;
}

const struct tl_letter *tl_test_letter(const char *text)
{
    return tl_test_letter_of("letter.txt", tl_str_of(text), NULL);
}

struct tl_str tl_test_zones_of(const struct tl_letter *letter)
{
    struct tl_buf out = tl_buf_in(tl_test_arena);
    for (size_t i = 0; i < letter->blocks.len; i++) {
        const struct tl_block *block = &letter->blocks.items[i];
        struct tl_str s = tl_letter_str(letter, block->span);
        tl_buf_add(&out, tl_zone_name(block->zone));
        tl_buf_add(&out, TL_STR(": "));
        for (size_t k = 0; k < s.len; k++) {
            tl_buf_add(&out, s.data[k] == '\n' ? TL_STR(" / ") : tl_str_slice(s, k, k + 1));
        }
        tl_buf_add_char(&out, '\n');
    }
    return tl_buf_str(&out);
}

struct tl_str tl_test_zones(const char *text)
{
    return tl_test_zones_of(tl_test_letter(text));
}

struct tl_str tl_test_sentences(const char *text)
{
    const struct tl_letter *letter = tl_test_letter(text);
    struct tl_buf out = tl_buf_in(tl_test_arena);
    for (size_t i = 0; i < letter->sentences.len; i++) {
        tl_buf_add(&out, tl_letter_str(letter, letter->sentences.items[i].span));
        tl_buf_add_char(&out, '\n');
    }
    return tl_buf_str(&out);
}

struct tl_str tl_test_errors(const struct tl_errors *errors)
{
    struct tl_buf out = tl_buf_in(tl_test_arena);
    for (size_t i = 0; i < errors->len; i++) {
        const struct tl_error *err = &errors->items[i];
        tl_buf_add_format(&out, "%u:%u: %s\n", err->line, err->column, err->text);
    }
    return tl_buf_str(&out);
}

static bool rule_load(const char *yaml, struct tl_rule *rule, struct tl_errors *errors)
{
    struct tl_loader loader = {
        .arena = tl_test_arena,
        .path = tl_test_file(tl_test_folder(), "rule.yml", tl_str_of(yaml)),
        .errors = errors,
        .classes = tl_test_classes(),
        .prefilter = tl_prefilter_new(tl_test_arena, tl_test_classes()),
    };
    return tl_rule_file_load(&loader, TL_STR("rule"), TL_STR("en"), rule);
}

const struct tl_rule *tl_test_rule(const char *yaml)
{
    struct tl_errors errors = {0};
    struct tl_rule *rule = tl_arena_alloc(tl_test_arena, sizeof *rule);
    return rule_load(yaml, rule, &errors) ? rule : NULL;
}

struct tl_str tl_test_rule_errors(const char *yaml)
{
    struct tl_errors errors = {0};
    struct tl_rule rule;
    bool good = rule_load(yaml, &rule, &errors);
    ck_assert_msg(good == (errors.len == 0), "loading says %s and gives %zu errors",
                  good ? "yes" : "no", errors.len);
    return tl_test_errors(&errors);
}

static struct tl_findings run_without(const struct tl_rule *rule, const struct tl_letter *letter,
                                      unsigned without)
{
    struct tl_findings findings = {0};
    tl_engine_run(tl_engine_new(tl_test_arena, tl_matcher_new(tl_test_arena), letter, without),
                  rule, &findings);
    tl_findings_sort(&findings);
    return findings;
}

struct tl_findings tl_test_run(const char *yaml, const struct tl_letter *letter)
{
    struct tl_errors errors = {0};
    struct tl_rule *rule = tl_arena_alloc(tl_test_arena, sizeof *rule);
    bool good = rule_load(yaml, rule, &errors);
    ck_assert_msg(good, "%s", tl_test_errors(&errors).data);
    struct tl_findings plain = run_without(rule, letter, TL_WITHOUT_LITERALS | TL_WITHOUT_JIT);
    struct tl_findings findings = run_without(rule, letter, 0);
    ck_assert_uint_eq(findings.len, plain.len);
    for (size_t i = 0; i < findings.len; i++) {
        ck_assert_uint_eq(findings.items[i].span.begin, plain.items[i].span.begin);
        ck_assert_uint_eq(findings.items[i].span.end, plain.items[i].span.end);
    }
    return findings;
}

/* The texts or the messages of the findings of a rule. */
static struct tl_str listed(const char *yaml, const char *text, bool messages)
{
    struct tl_findings findings = tl_test_run(yaml, tl_test_letter(text));
    struct tl_buf out = tl_buf_in(tl_test_arena);
    for (size_t i = 0; i < findings.len; i++) {
        const struct tl_finding *finding = &findings.items[i];
        tl_buf_add(&out, i == 0 ? TL_STR("") : TL_STR(" | "));
        tl_buf_add(&out, messages ? finding->message : finding->text);
    }
    return tl_buf_str(&out);
}

struct tl_str tl_test_findings(const char *yaml, const char *text)
{
    return listed(yaml, text, false);
}

struct tl_str tl_test_messages(const char *yaml, const char *text)
{
    return listed(yaml, text, true);
}
