/* SPDX-License-Identifier: MIT */
#include "rules/engine.h"

#include "base/limits.h"
#include "rules/prefilter.h"
#include "rules/rule_file.h"
#include "support/letter.h"

#define RULE "extends: existence\nmessage: 'no %s'\ntokens: [box]\n"

static struct tl_findings run(const char *yaml, const char *name, const char *bytes)
{
    return tl_test_run(yaml, tl_test_letter_of(name, tl_str_of(bytes), NULL));
}

START_TEST(a_finding_has_all_that_reports_need)
{
    struct tl_findings found =
        run(RULE "level: error\nsuggestions: [crate]\n", "a.txt", "Hi Ann,\n\nThe box left.\n");

    ck_assert_uint_eq(found.len, 1);
    const struct tl_finding *finding = &found.items[0];
    tl_assert_str(finding->rule, "rule");
    ck_assert_int_eq(finding->level, TL_LEVEL_ERROR);
    tl_assert_str(finding->message, "no box");
    tl_assert_str(finding->zone, "body");
    tl_assert_str(finding->text, "box");
    tl_assert_span(finding->span, 13, 16);
    ck_assert_uint_eq(finding->suggestions.len, 1);
    tl_assert_str(finding->suggestions.items[0], "crate");
}
END_TEST

START_TEST(a_finding_stands_in_the_source_whatever_its_encoding)
{
    struct tl_findings found = run(RULE, "a.eml",
                                   "From: a@example.com\nContent-Transfer-Encoding: base64\n\n"
                                   "VGhlIGJveCBsZWZ0Lgo=\n");

    ck_assert_uint_eq(found.len, 1);
    tl_assert_str(found.items[0].text, "box");
    tl_assert_span(found.items[0].span, 60, 65);
}
END_TEST

START_TEST(a_finding_in_the_subject_says_so)
{
    struct tl_findings found =
        run(RULE, "a.eml", "From: a@example.com\nSubject: Your box\n\nIt left.\n");

    ck_assert_uint_eq(found.len, 1);
    tl_assert_str(found.items[0].zone, "subject");
    tl_assert_span(found.items[0].span, 34, 37);
}
END_TEST

START_TEST(the_zone_is_that_of_the_words)
{
    struct tl_findings found = run("extends: existence\nmessage: m\ntokens: [best]\n", "a.txt",
                                   "Hi best,\n\nMy best one.\n\nbest,\nTom\n");

    ck_assert_uint_eq(found.len, 3);
    tl_assert_str(found.items[0].zone, "greeting");
    tl_assert_str(found.items[1].zone, "body");
    tl_assert_str(found.items[2].zone, "signoff");
}
END_TEST

START_TEST(an_empty_letter_has_no_finding)
{
    ck_assert_uint_eq(run(RULE, "a.txt", "").len, 0);
}
END_TEST

START_TEST(suggestions_of_the_kind_come_before_those_of_the_rule)
{
    struct tl_findings found = run("extends: substitution\nmessage: m\nswap: {box: crate}\n"
                                   "suggestions: [other]\n",
                                   "a.txt", "The box left.\n");

    ck_assert_uint_eq(found.items[0].suggestions.len, 2);
    tl_assert_str(found.items[0].suggestions.items[0], "crate");
    tl_assert_str(found.items[0].suggestions.items[1], "other");
}
END_TEST

START_TEST(suggestions_of_one_finding_do_not_show_in_the_next)
{
    struct tl_findings found = run("extends: substitution\nmessage: m\nswap: {box: 'a|b|c|d'}\n"
                                   "suggestions: [other]\n",
                                   "a.txt", "The box. The box.\n");

    ck_assert_uint_eq(found.len, 2);
    ck_assert_uint_eq(found.items[0].suggestions.len, 5);
    ck_assert_uint_eq(found.items[1].suggestions.len, 5);
}
END_TEST

/* Runs rules over a text, one after the other; the level is that of an example. */
static struct tl_findings all_run(const char *const *yamls, const char *text,
                                  struct tl_engine **engine)
{
    struct tl_findings found = {0};
    *engine = tl_engine_new(tl_test_arena, tl_matcher_new(tl_test_arena), tl_test_letter(text), 0);
    for (; *yamls != NULL; yamls++) {
        const struct tl_rule *rule = tl_test_rule(*yamls);
        ck_assert_ptr_nonnull(rule);
        tl_engine_run(*engine, rule, &found);
    }
    return found;
}

static const char *repeated(const char *text, unsigned times)
{
    struct tl_buf buf = tl_buf_in(tl_test_arena);
    for (unsigned i = 0; i < times; i++) {
        tl_buf_add(&buf, tl_str_of(text));
    }
    return tl_buf_str(&buf).data;
}

#define COSTLY "extends: existence\nmessage: m\nnonword: true\ntokens: ['(?:a+a*)+(?:a+ ?)+[bc]']\n"

START_TEST(a_pattern_that_is_too_costly_is_said_once_and_not_silent)
{
    static const char *const rules[] = {
        COSTLY, "extends: notice\nmessage: 'say %s'\nnotice: rule-limit\n", NULL};
    struct tl_engine *engine;

    struct tl_findings found = all_run(rules, repeated("aaaa aaaa ", 3000), &engine);

    ck_assert_uint_eq(found.len, 1);
    tl_assert_mentions(found.items[0].message.data, "say the rule 'rule'");
}
END_TEST

START_TEST(a_rule_that_was_too_costly_is_over_and_others_go_on)
{
    static const char *const rules[] = {
        "message: m\nchecks:\n  - {extends: existence, tokens: [box]}\n"
        "  - {extends: existence, nonword: true, tokens: ['(?:a+a*)+(?:a+ ?)+[bc]']}\n"
        "  - {extends: existence, tokens: [lid]}\n"
        "  - {extends: required, tokens: [nail]}\n",
        "extends: existence\nmessage: m\ntokens: [lid]\n", NULL};
    struct tl_engine *engine;

    struct tl_findings found =
        all_run(rules, repeated("One box and lid aaaa aaaa aaaa aaaa aaaa aaaa. ", 300), &engine);

    ck_assert_uint_eq(found.len, 600); /* 300 boxes, 300 lids */
    ck_assert_uint_eq(engine->notices.len, 1);
}
END_TEST

START_TEST(a_guard_that_was_too_costly_neither_holds_nor_does_not)
{
    static const char *const rules[] = {
        "extends: existence\nmessage: m\ntokens: [lid]\n"
        "without: {nonword: true, tokens: ['(?:a+a*)+(?:a+ ?)+[bc]']}\n",
        NULL};
    struct tl_engine *engine;

    struct tl_str text = tl_arena_format(tl_test_arena, "The lid.\n\n%s", repeated("aaaa ", 6000));

    ck_assert_uint_eq(all_run(rules, text.data, &engine).len, 0);
    ck_assert_uint_eq(engine->notices.len, 1);
}
END_TEST

START_TEST(of_two_checks_in_one_place_the_longer_finding_stays)
{
    const char *rule = "message: m\nchecks:\n  - {extends: existence, tokens: [old box]}\n"
                       "  - {extends: existence, tokens: [the old box, box left]}\n";

    tl_assert_str(tl_test_findings(rule, "See the old box left."), "the old box");
    tl_assert_str(tl_test_findings(rule, "One old box left."), "box left");
}
END_TEST

START_TEST(a_finding_shows_the_tags_of_a_template)
{
    struct tl_facts facts = tl_test_facts(TL_FACT_KIND, TL_FACT_KIND_TEMPLATE);
    struct tl_str bytes = TL_STR("The {{ size }} {# old #}box {% if a %}left.{% endif %}\n");

    struct tl_findings found =
        tl_test_run("extends: existence\nmessage: 'm %s'\nraw: ['\\w+ box left']\n",
                    tl_test_letter_of("a.txt", bytes, &facts));

    ck_assert_uint_eq(found.len, 1);
    tl_assert_str(found.items[0].text, "{{ size }} {# old #}box {% if a %}left");
    tl_assert_str(found.items[0].message, "m {{ size }} {# old #}box {% if a %}left");
    tl_assert_span(found.items[0].span, 4, 42);
}
END_TEST

START_TEST(the_findings_of_a_letter_are_capped_and_that_is_said)
{
    static const char *const rules[] = {"extends: existence\nmessage: m\ntokens: [x]\n",
                                        "extends: existence\nmessage: m\ntokens: [x]\n",
                                        "extends: notice\nmessage: '%s'\nnotice: limit\n", NULL};
    struct tl_engine *engine;

    struct tl_findings found =
        all_run(rules, repeated("x x x x x x x x x x\n", TL_MAX_FINDINGS / 10 + 1), &engine);

    ck_assert_uint_eq(found.len, TL_MAX_FINDINGS + 1);
    tl_assert_str(found.items[TL_MAX_FINDINGS].message, "only the first 10000 findings were kept");
}
END_TEST

START_TEST(what_the_prefilter_knows_to_be_absent_is_not_compiled)
{
    /* as part of a rule that is trusted, the pattern would be found to be broken when used */
    struct tl_errors errors = {0};
    struct tl_loader loader = {
        .arena = tl_test_arena,
        .path = tl_test_file(tl_test_folder(), "rule.yml",
                             TL_STR("extends: existence\nmessage: m\ntokens: ['lid (?<=x*']\n")),
        .errors = &errors,
        .classes = tl_test_classes(),
        .is_trusted = true,
        .prefilter = tl_prefilter_new(tl_test_arena, tl_test_classes()),
    };
    struct tl_rule rule;
    ck_assert(tl_rule_file_load(&loader, TL_STR("rule"), TL_STR("en"), &rule));
    struct tl_findings found = {0};
    struct tl_engine *engine =
        tl_engine_new(tl_test_arena, tl_matcher_new(tl_test_arena), tl_test_letter("The box."), 0);

    tl_engine_run(engine, &rule, &found);

    ck_assert_uint_eq(found.len, 0);
}
END_TEST

START_TEST(a_place_is_found_in_its_sentence)
{
    const struct tl_letter *letter = tl_test_letter("One. Two.\n\nThree.\n");
    struct tl_engine engine = {.letter = letter};

    ck_assert_uint_eq(tl_engine_sentence(&engine, 0), 0);
    ck_assert_uint_eq(tl_engine_sentence(&engine, 3), 0);
    ck_assert_uint_eq(tl_engine_sentence(&engine, 5), 1);
    ck_assert_uint_eq(tl_engine_sentence(&engine, 11), 2);
    ck_assert_uint_eq(tl_engine_sentence(&engine, 1000), 2);
}
END_TEST

START_TEST(an_empty_letter_has_no_sentence)
{
    struct tl_engine engine = {.letter = tl_test_letter("")};

    ck_assert_uint_eq(tl_engine_sentence(&engine, 0), TL_NONE);
}
END_TEST

#define BURIED                                                                                     \
    "extends: required\nscope: opening\ntokens: [pay]\nat: first body\n"                           \
    "message: 'pay in line %[line]'\n"                                                             \
    "with: [{measure: words, min: 1}, {scope: body, tokens: [pay]}, {tokens: [box]}]\n"

START_TEST(a_message_names_the_line_of_what_a_condition_found)
{
    struct tl_findings found =
        run(BURIED, "a.txt", "Hi Ann,\n\nOne. Two.\nA box.\nSo we ask you to\npay. Please pay.\n");

    ck_assert_uint_eq(found.len, 1);
    tl_assert_str(found.items[0].message, "pay in line 6");
    tl_assert_str(found.items[0].text, "One.");
}
END_TEST

START_TEST(the_line_is_that_of_the_file_whatever_its_encoding)
{
    struct tl_findings found =
        run(BURIED, "a.eml",
            "From: a@example.com\nContent-Transfer-Encoding: quoted-printable\n\n"
            "Hi Ann,\n\nOne. Two. =\nThree box. =\nPlease p=\nay.\n");

    ck_assert_uint_eq(found.len, 1);
    tl_assert_str(found.items[0].message, "pay in line 8");
}
END_TEST

START_TEST(where_the_condition_found_nothing_no_line_is_named)
{
    struct tl_findings found = run("extends: existence\ntokens: [box]\nmessage: 'not %[line]'\n"
                                   "with: {tokens: [lid], max: 0}\n",
                                   "a.txt", "A box.\n");

    ck_assert_uint_eq(found.len, 1);
    tl_assert_str(found.items[0].message, "not");
}
END_TEST

static Suite *engine_suite(void)
{
    Suite *suite = suite_create("engine");
    tl_add_tests(suite, "finding", a_finding_has_all_that_reports_need,
                 a_finding_stands_in_the_source_whatever_its_encoding,
                 a_finding_in_the_subject_says_so, the_zone_is_that_of_the_words,
                 an_empty_letter_has_no_finding,
                 suggestions_of_the_kind_come_before_those_of_the_rule,
                 suggestions_of_one_finding_do_not_show_in_the_next);
    tl_add_tests(suite, "limits", a_pattern_that_is_too_costly_is_said_once_and_not_silent,
                 a_rule_that_was_too_costly_is_over_and_others_go_on,
                 a_guard_that_was_too_costly_neither_holds_nor_does_not,
                 what_the_prefilter_knows_to_be_absent_is_not_compiled,
                 of_two_checks_in_one_place_the_longer_finding_stays,
                 a_finding_shows_the_tags_of_a_template,
                 the_findings_of_a_letter_are_capped_and_that_is_said);
    tl_add_tests(suite, "line", a_message_names_the_line_of_what_a_condition_found,
                 the_line_is_that_of_the_file_whatever_its_encoding,
                 where_the_condition_found_nothing_no_line_is_named);
    tl_add_tests(suite, "sentence", a_place_is_found_in_its_sentence,
                 an_empty_letter_has_no_sentence);
    return suite;
}
TL_TEST_MAIN(engine_suite)
