/* SPDX-License-Identifier: MIT */
#include "rules/engine.h"

#include "base/limits.h"
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

START_TEST(a_pattern_that_is_too_costly_is_said_and_not_silent)
{
    struct tl_buf text = tl_buf_in(tl_test_arena);
    for (int i = 0; i < 3000; i++) {
        tl_buf_add(&text, TL_STR("aaaa aaaa "));
    }
    struct tl_findings found =
        run("extends: existence\nmessage: m\nnonword: true\ntokens: ['(?:a+a*)+(?:a+ ?)+[bc]']\n",
            "a.txt", tl_buf_str(&text).data);

    ck_assert_uint_eq(found.len, 1);
    tl_assert_str(found.items[0].rule, "rule-limit");
    ck_assert_int_eq(found.items[0].level, TL_LEVEL_NOTE);
    tl_assert_mentions(found.items[0].message.data, "'rule'");
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

START_TEST(the_findings_of_a_rule_are_capped)
{
    size_t n = TL_MAX_FINDINGS + 10;
    char *text = tl_arena_alloc(tl_test_arena, n * 2 + 1);
    for (size_t i = 0; i < n; i++) {
        text[i * 2] = 'x';
        text[i * 2 + 1] = i % 20 == 19 ? '\n' : ' ';
    }

    ck_assert_uint_eq(run("extends: existence\nmessage: m\ntokens: [x]\n", "a.txt", text).len,
                      TL_MAX_FINDINGS);
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

static Suite *engine_suite(void)
{
    Suite *suite = suite_create("engine");
    tl_add_tests(suite, "finding", a_finding_has_all_that_reports_need,
                 a_finding_stands_in_the_source_whatever_its_encoding,
                 a_finding_in_the_subject_says_so, the_zone_is_that_of_the_words,
                 an_empty_letter_has_no_finding,
                 suggestions_of_the_kind_come_before_those_of_the_rule,
                 suggestions_of_one_finding_do_not_show_in_the_next);
    tl_add_tests(suite, "limits", a_pattern_that_is_too_costly_is_said_and_not_silent,
                 of_two_checks_in_one_place_the_longer_finding_stays,
                 a_finding_shows_the_tags_of_a_template, the_findings_of_a_rule_are_capped);
    tl_add_tests(suite, "sentence", a_place_is_found_in_its_sentence,
                 an_empty_letter_has_no_sentence);
    return suite;
}
TL_TEST_MAIN(engine_suite)
