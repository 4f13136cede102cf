/* SPDX-License-Identifier: MIT */
#include "cli/rule_view.h"

#include "support/letter.h"
#include "support/report.h"

#include <string.h>

static struct tl_rule_view view_of(const char *yaml)
{
    const struct tl_rule *rule = tl_test_rule(yaml);
    ck_assert_ptr_nonnull(rule);
    return tl_rule_view_of(tl_test_arena, &(struct tl_options){0}, rule, true);
}

/* What its checks say, a line for each key: "name=value" or "name~pattern". */
static struct tl_str shown(const struct tl_rule_view *view)
{
    struct tl_buf out = tl_buf_in(tl_test_arena);
    for (size_t i = 0; i < view->checks.len; i++) {
        const struct tl_check_view *check = &view->checks.items[i];
        tl_buf_add_format(&out, "%s in %s\n", check->kind.data, check->scope.data);
        for (size_t k = 0; k < check->keys.len; k++) {
            const struct tl_key_view *key = &check->keys.items[k];
            bool is_pattern = key->pattern.len > 0;
            tl_buf_add_format(&out, "%s%c%s\n", key->name.data, is_pattern ? '~' : '=',
                              is_pattern ? key->pattern.data : key->value.data);
        }
    }
    return tl_buf_str(&out);
}

START_TEST(a_pattern_is_shown_as_it_is_put_together)
{
    struct tl_rule_view view = view_of("extends: existence\nmessage: m\nraw: ['very ']\n"
                                       "tokens: [good, bad]\nexceptions: [very good]\n");

    tl_assert_str(shown(&view), "existence in text\n"
                                "tokens~very \\b(?:good|bad)\\b\n"
                                "exceptions~\\b(?:very good)\\b\n");
}
END_TEST

START_TEST(conditions_are_shown)
{
    struct tl_rule_view view =
        view_of("extends: occurrence\nmessage: m\ntoken: box\nmax: 2\nscope: [body, closing]\n"
                "when: {channel: [email, letter], kind: draft}\nonce: message\n"
                "without:\n  - {scope: quote, raw: [lid]}\n  - {tokens: [key], unless: [no]}\n");

    tl_assert_str(shown(&view), "occurrence in body, closing\n"
                                "token~(?:box)\n"
                                "max=2\n"
                                "when=channel: email, letter; kind: draft\n"
                                "without=\n"
                                "without: scope=quote\n"
                                "without: raw~lid\n"
                                "without=\n"
                                "without: tokens~\\b(?:key)\\b\n"
                                "without: unless~\\b(?:no)\\b\n"
                                "once=message\n");
}
END_TEST

START_TEST(swaps_are_shown_as_one_pattern)
{
    struct tl_rule_view view =
        view_of("extends: substitution\nmessage: m\nswap: {boxes: b, box(es)?: c}\n");

    tl_assert_str(shown(&view), "substitution in text\nswap~\\b(?:(box(?:es)?)|(boxes))\\b\n");
}
END_TEST

START_TEST(word_classes_are_those_that_the_patterns_name)
{
    struct tl_rule_view view = view_of("extends: existence\nmessage: m\ntokens: [a (?&fruit)]\n"
                                       "unless: ['(?&berry) pie']\n");

    ck_assert_uint_eq(view.classes.len, 2);
    tl_assert_str(view.classes.items[0].name, "fruit");
    tl_assert_str(view.classes.items[1].name, "berry");
}
END_TEST

START_TEST(kinds_and_scopes_of_several_checks_are_there_once)
{
    struct tl_rule_view view = view_of("message: m\nchecks:\n"
                                       "  - {extends: existence, tokens: [a]}\n"
                                       "  - {extends: existence, tokens: [b], scope: body}\n"
                                       "  - {extends: occurrence, token: c, max: 1, message: n}\n");

    ck_assert_uint_eq(view.checks.len, 3);
    ck_assert_uint_eq(view.kinds.len, 2);
    ck_assert_uint_eq(view.scopes.len, 2);
    tl_assert_str(view.checks.items[0].message, "");
    tl_assert_str(view.checks.items[2].message, "n");
}
END_TEST

static struct tl_str printed(void (*print)(FILE *, const struct tl_rule_view *, size_t),
                             const struct tl_rule_view *view)
{
    FILE *stream = tl_test_stream();
    print(stream, view, 1);
    return tl_test_printed(stream);
}

START_TEST(a_list_is_a_table)
{
    struct tl_rule_view view = view_of("extends: existence\nmessage: m\nlevel: note\n"
                                       "enabled: false\ntokens: [a]\nscope: body & ~list\n");

    tl_assert_mentions(printed(tl_rule_form_human.list, &view).data,
                       "ID   LEVEL LANG KIND      SCOPE        RUNS PACKS FILE\n"
                       "rule note  en   existence body & ~list off  -     ");
    view = view_of("extends: existence\nmessage: m\npacks: [sales, shop]\ntokens: [a]\n");
    tl_assert_mentions(printed(tl_rule_form_human.list, &view).data, " off  sales,shop ");
    tl_assert_mentions(printed(tl_rule_form_human.explain, &view).data, "\nPacks\n  sales, shop\n");
}
END_TEST

START_TEST(a_long_pattern_is_broken_between_alternatives_and_nothing_is_lost)
{
    struct tl_buf rule = tl_buf_in(tl_test_arena);
    tl_buf_add(&rule, TL_STR("extends: existence\nmessage: m\ntokens:\n"));
    for (int i = 0; i < 40; i++) {
        tl_buf_add_format(&rule, "  - 'token %d[|)] (?:a|b) \\|'\n", i);
    }
    struct tl_rule_view view = view_of(tl_buf_str(&rule).data);
    struct tl_str text = printed(tl_rule_form_human.explain, &view);
    struct tl_str pattern = view.checks.items[0].keys.items[0].pattern;

    struct tl_buf joined = tl_buf_in(tl_test_arena);
    size_t at = tl_str_find(text, TL_STR("    \\b(?:"), 0);
    ck_assert_uint_ne(at, TL_NONE);
    while (at < text.len) {
        size_t end = tl_str_find_char(text, '\n', at);
        ck_assert_uint_le(end - at, 130);
        struct tl_str line = tl_str_slice(text, at + 4, end);
        ck_assert(joined.len == 0 || line.data[0] == '|');
        tl_buf_add(&joined, line);
        at = end + 1;
    }
    tl_assert_same(tl_buf_str(&joined), pattern);
}
END_TEST

START_TEST(json_has_all_of_it)
{
    struct tl_rule_view view = view_of("extends: existence\nmessage: 'm'\ntokens: ['(?&fruit)']\n"
                                       "examples: {flags: ['[[a]]', {text: b}], passes: [c]}\n");
    struct tl_str json = printed(tl_rule_form_json.explain, &view);

    tl_assert_mentions(json.data, "\"flags\":[\"[[a]]\",\"b\"],\"passes\":[\"c\"]");
    tl_assert_mentions(json.data, "\"pattern\":\"\\\\b(?:(?&fruit))\\\\b\"");
    tl_assert_mentions(json.data, "\"fruit\":\"apple|pear|(?&berry)\"");
    tl_assert_mentions(json.data, "\"why\":null");
    ck_assert(strstr(printed(tl_rule_form_json.list, &view).data, "flags") == NULL);
}
END_TEST

static Suite *rule_view_suite(void)
{
    Suite *suite = suite_create("rule_view");
    tl_add_tests(suite, "view", a_pattern_is_shown_as_it_is_put_together, conditions_are_shown,
                 swaps_are_shown_as_one_pattern, word_classes_are_those_that_the_patterns_name,
                 kinds_and_scopes_of_several_checks_are_there_once);
    tl_add_tests(suite, "forms", a_list_is_a_table,
                 a_long_pattern_is_broken_between_alternatives_and_nothing_is_lost,
                 json_has_all_of_it);
    return suite;
}
TL_TEST_MAIN(rule_view_suite)
