/* Patterns of rule files, seen through existence, which has them all.  SPDX-License-Identifier: MIT
 */
#include "rules/pattern.h"

#include "support/letter.h"

#define N_OF(table) (int)(sizeof(table) / sizeof *(table))
#define RULE "extends: existence\nmessage: m\n"

/* The end of a rule file, a text, and what is found in it. */
static const struct {
    const char *name;
    const char *rule;
    const char *text;
    const char *found;
} table[] = {
    {"tokens are whole words", RULE "tokens: [box, lid]\n", "Box, boxes, box lid.", "box | lid"},
    {"tokens join by or", RULE "tokens: [a b, c]\n", "It is a b or c.", "a b | c"},
    {"nonword finds parts of words", RULE "nonword: true\ntokens: [box]\n", "Boxes, inbox.", "box"},
    {"raw alone has no borders", RULE "raw: [bo, x]\n", "Inboxes.", "box"},
    {"raw stands before the tokens", RULE "raw: ['very ']\ntokens: [good, bad]\n",
     "A very bad, good box.", "very bad"},
    {"append puts raw behind", RULE "append: true\nraw: [' indeed']\ntokens: [good, bad]\n",
     "A bad, good indeed.", "good indeed"},
    {"letters match in their case", RULE "tokens: [box]\n", "The BOX.", ""},
    {"ignorecase", RULE "ignorecase: true\ntokens: [\xC3\xA5ka]\n", "We \xC3\x85KA now.",
     "\xC3\x85KA"},
    {"words are those of Unicode", RULE "tokens: [ka]\n", "We \xC3\xA5ka now.", ""},
    {"classes", RULE "tokens: [an? (?&fruit)]\n", "Take an apple, a pear or a strawberry.",
     "an apple | a pear | a strawberry"},
    {"a class keeps to its group", RULE "tokens: [ripe (?&fruit) pie]\n",
     "A ripe pear pie, an apple.", "ripe pear pie"},
    {"blank tokens are passed over", RULE "tokens: ['', box, ' ']\n", "The box.", "box"},
    {"one token needs no list", RULE "tokens: box\n", "The box.", "box"},
    {"line ends match ^ and $", RULE "nonword: true\ntokens: [^Time.*$]\n",
     "We meet.\nTime: 10\nPlace: here\n", "Time: 10"},
    {"a match does not cross a block", RULE "nonword: true\ntokens: ['one\\s+two']\n",
     "It is one\n\ntwo boxes.\n", ""},
    {"a wrap is a space", RULE "tokens: [one two]\n", "It is one\ntwo boxes.\n", "one two"},
};

START_TEST(a_pattern_finds_this)
{
    struct tl_str came = tl_test_findings(table[_i].rule, table[_i].text);

    ck_assert_msg(tl_is_str(came, tl_str_of(table[_i].found)), "%s: %s", table[_i].name,
                  tl_test_said());
}
END_TEST

/* The end of a rule file and its error. */
static const struct {
    const char *rule;
    const char *errors;
} wrong[] = {
    {RULE "tokens:\n  - good\n  - (bad\n",
     "5:9: the pattern does not compile: missing closing parenthesis\n"},
    {RULE "tokens:\n  - '[x'\n",
     "4:8: the pattern does not compile: missing terminating ] for character class\n"},
    {RULE "tokens:\n  - \"\\bbox\"\n",
     "4:5: a pattern must not be in double quotes, where YAML reads \\b as a backspace; use single "
     "quotes\n"},
    {RULE "tokens:\n  - x (?&friut)\n",
     "4:7: there is no word class 'friut'; did you mean 'fruit'?\n"},
    {RULE "tokens:\n  - '(?&friut)'\n",
     "4:6: there is no word class 'friut'; did you mean 'fruit'?\n"},
    {RULE "tokens:\n  - box\n  - x*\n", "5:5: the pattern can match nothing at all\n"},
    {RULE "raw: [x*]\n", "3:7: the pattern can match nothing at all\n"},
    {RULE "tokens: [[x]]\n", "3:10: a pattern must be a text\n"},
    {RULE "tokens: {x: y}\n", "3:9: 'tokens' must be a list of patterns\n"},
    /* all that is wrong in a list; the place inside quotes, blocks, folded text */
    {RULE "tokens:\n  - (a\n  - b\n  - c))\n",
     "4:7: the pattern does not compile: missing closing parenthesis\n"
     "6:6: the pattern does not compile: unmatched closing parenthesis\n"},
    {RULE "tokens:\n  - |-\n    a(b|\n    c))\n",
     "6:7: the pattern does not compile: unmatched closing parenthesis\n"},
    {RULE "tokens:\n  - >-\n    a (b|\n    \xC3\xA5 c))\n",
     "6:9: the pattern does not compile: unmatched closing parenthesis\n"},
    {RULE "tokens:\n  - 'it''s\n    here) b'\n",
     "5:9: the pattern does not compile: unmatched closing parenthesis\n"},
    /* YAML takes these for maps */
    {RULE "tokens:\n  - good (?: day| night)\n",
     "4:5: a pattern must be a text; one with ': ' in it needs single quotes\n"},
    {RULE "tokens: good (?: day)\n",
     "3:16: not well-formed YAML: mapping values are not allowed in this context; a text with ': ' "
     "in it needs single quotes\n"},
};

START_TEST(a_wrong_pattern_is_an_error_in_its_place)
{
    struct tl_str came = tl_test_rule_errors(wrong[_i].rule);

    ck_assert_msg(tl_is_str(came, tl_str_of(wrong[_i].errors)), "%s: %s", wrong[_i].rule,
                  tl_test_said());
}
END_TEST

START_TEST(a_class_that_names_itself_is_an_error)
{
    tl_assert_mentions(tl_test_rule_errors(RULE "tokens: ['(?&loop)']\n").data,
                       "the word class 'loop' names itself");
}
END_TEST

/* A loader for templates, and what it compiles. */
static const struct tl_regex *compiled(const char *pattern, enum tl_pattern_template template)
{
    struct tl_errors errors = {NULL, 0, 0};
    struct tl_loader loader = {
        .arena = tl_test_arena, .path = "a", .errors = &errors, .classes = tl_test_classes()};
    const struct tl_yaml node = {.kind = TL_YAML_SCALAR, .line = 1, .text = tl_str_of(pattern)};
    const struct tl_regex *regex = NULL;
    ck_assert_msg(tl_pattern_list(&loader, &node, template, &regex), "%s",
                  tl_test_errors(&errors).data);
    return regex;
}

static bool has(const struct tl_regex *regex, const char *text)
{
    return tl_regex_has(regex, tl_matcher_new(tl_test_arena), tl_str_of(text));
}

START_TEST(start_matches_at_the_start_and_not_in_mid_word)
{
    const struct tl_regex *regex = compiled("dear|p\\.s\\.", TL_PATTERN_START);

    ck_assert(has(regex, "dear Ann"));
    ck_assert(has(regex, "dear"));
    ck_assert(has(regex, "p.s.Bring"));
    ck_assert(!has(regex, "dearest"));
    ck_assert(!has(regex, "my dear"));
    ck_assert(!has(regex, "Hi,\ndear"));
}
END_TEST

START_TEST(whole_matches_all_or_nothing)
{
    const struct tl_regex *regex = compiled("a|ab", TL_PATTERN_WHOLE);

    ck_assert(has(regex, "ab"));
    ck_assert(!has(regex, "abc"));
    ck_assert(!has(regex, "ab\n"));
    ck_assert(!has(regex, "b\na"));
}
END_TEST

START_TEST(label_matches_with_its_colon)
{
    const struct tl_regex *regex = compiled("re|subject", TL_PATTERN_LABEL);

    ck_assert(has(regex, "re: box"));
    ck_assert(has(regex, "re : box"));
    ck_assert(has(regex, "re[3]: box"));
    ck_assert(has(regex, "*re:* box"));
    ck_assert(!has(regex, "re box"));
    ck_assert(!has(regex, "return: box"));
    ck_assert(!has(regex, "a re: box"));
}
END_TEST

START_TEST(no_list_is_no_regex)
{
    struct tl_loader loader = {.arena = tl_test_arena, .path = "a"};
    const struct tl_regex *regex = compiled("x", TL_PATTERN_WORD);

    ck_assert(tl_pattern_list(&loader, NULL, TL_PATTERN_WORD, &regex));
    ck_assert_ptr_null(regex);
}
END_TEST

static Suite *pattern_suite(void)
{
    Suite *suite = suite_create("pattern");
    TCase *existence = tl_case(suite, "existence");
    tcase_add_loop_test(existence, a_pattern_finds_this, 0, N_OF(table));
    TCase *errors = tl_case(suite, "errors");
    tcase_add_loop_test(errors, a_wrong_pattern_is_an_error_in_its_place, 0, N_OF(wrong));
    tcase_add_test(errors, a_class_that_names_itself_is_an_error);
    tl_add_tests(suite, "list", start_matches_at_the_start_and_not_in_mid_word,
                 whole_matches_all_or_nothing, label_matches_with_its_colon, no_list_is_no_regex);
    return suite;
}
TL_TEST_MAIN(pattern_suite)
