/* The keys that every check takes.  SPDX-License-Identifier: MIT */
#include "rules/check.h"

#include "support/letter.h"

#define N_OF(table) (int)(sizeof(table) / sizeof *(table))
#define RULE "extends: existence\nmessage: m\ntokens: [box]\n"
#define NO_LINE                                                                                    \
    "'%[line]' needs a 'with' of patterns without 'within', whose first match stands there\n"

/* The end of a rule file, and its errors. */
static const struct {
    const char *rule;
    const char *errors;
} wrong[] = {
    {"message: m\n", "1:1: 'extends' must name the kind of the check\n"},
    {"extends: existance\n",
     "1:10: unknown kind of check 'existance'; did you mean 'existence'?\n"},
    {"extends: [existence]\n", "1:10: 'extends' must name the kind of the check\n"},
    {RULE "tokns: [x]\n", "4:1: unknown key 'tokns'; did you mean 'tokens'?\n"},
    {RULE "zzzz: 1\nyyyyy: 2\n", "4:1: unknown key 'zzzz'\n5:1: unknown key 'yyyyy'\n"},
    {RULE "swap: {a: b}\n", "4:1: unknown key 'swap'\n"},
    {RULE "scope: bdy\n", "4:8: unknown scope 'bdy'; did you mean 'body'?\n"},
    {RULE "once: word\n", "4:7: 'once' must be each, sentence, paragraph or message\n"},
    {RULE "limit: many\n", "4:8: 'limit' must be a whole number\n"},
    {RULE "ignorecase: maybe\n", "4:13: 'ignorecase' must be true or false\n"},
    {RULE "when: email\n", "4:7: 'when' must be a map of facts\n"},
    {RULE "when: {chanel: email}\n", "4:8: unknown fact 'chanel'; did you mean 'channel'?\n"},
    {RULE "when: {channel: mail}\n", "4:17: unknown channel 'mail'; did you mean 'email'?\n"},
    {RULE "when: {channel: [email, fax]}\n", "4:25: unknown channel 'fax'\n"},
    {RULE "with: lid\n", "4:7: 'with' must be a map of 'scope' and 'tokens'\n"},
    {RULE "with: {scope: body}\n", "4:7: a condition needs 'tokens', 'raw' or 'measure'\n"},
    {RULE "without: {tokens: [x], scop: body}\n",
     "4:24: unknown key 'scop'; did you mean 'scope'?\n"},
    /* a kind never sees a value of a wrong type */
    {"extends: name\nmessage: m\nalike: [box]\n", "3:8: 'alike' must be a map\n"},
    /* what can never fire */
    {RULE "scope: subject & body\n",
     "4:8: no sentence is in all of 'subject & body', so the rule can never fire\n"},
    {RULE "scope: [closing, opening & signature, body & ~text, list & heading]\n",
     "4:18: no sentence is in all of 'opening & signature', so the rule can never fire\n"
     "4:39: no sentence is in all of 'body & ~text', so the rule can never fire\n"
     "4:53: no sentence is in all of 'list & heading', so the rule can never fire\n"},
    {RULE "scope: body & ~body\n",
     "4:8: no sentence is in all of 'body & ~body', so the rule can never fire\n"},
    {RULE "scope: quotation & body & ~quotation\n",
     "4:8: no sentence is in all of 'quotation & body & ~quotation', so the rule can never fire\n"},
    {RULE "with: {scope: quote & text, tokens: [x]}\n",
     "4:15: no sentence is in all of 'quote & text', so the rule can never fire\n"},
    /* a line that nothing finds */
    {"extends: existence\nmessage: 'in %[line]'\ntokens: [box]\n", "2:10: " NO_LINE},
    {"extends: existence\nmessage: 'in %[line]'\ntokens: [box]\n"
     "with: [{measure: words, min: 1}, {tokens: [x], within: same sentence}]\n"
     "without: {tokens: [x]}\n",
     "2:10: " NO_LINE},
    {RULE "when: {channel: []}\n", "4:17: no value is allowed, so the rule can never fire\n"},
    /* several errors are all said, each value once */
    {RULE "scope: bdy\nlimit: x\nonce: [a]\nunless: ['(', ')']\nwhen: {channel: fax, kind: x}\n",
     "6:7: 'once' must be a word\n4:8: unknown scope 'bdy'; did you mean 'body'?\n"
     "5:8: 'limit' must be a whole number\n8:17: unknown channel 'fax'\n8:28: unknown kind 'x'\n"
     "7:12: the pattern does not compile: missing closing parenthesis\n"
     "7:16: the pattern does not compile: unmatched closing parenthesis\n"},
    {RULE "unless: ['(']\n", "4:12: the pattern does not compile: missing closing parenthesis\n"},
};

START_TEST(a_wrong_key_is_an_error_in_its_place)
{
    struct tl_str came = tl_test_rule_errors(wrong[_i].rule);

    ck_assert_msg(tl_is_str(came, tl_str_of(wrong[_i].errors)), "%s: %s", wrong[_i].rule,
                  tl_test_said());
}
END_TEST

/* The end of a rule file, a text, what is found in it. */
static const struct {
    const char *rule;
    const char *text;
    const char *found;
} table[] = {
    {"", "The box left.\n", "box"},
    {"scope: greeting\n", "Hi box,\n\nThe box left.\n", "box"},
    {"scope: [greeting, signature]\n", "Hi Ann,\n\nThe box left.\n\nBest\nTom box\n", "box"},
    {"unless: [blue]\n", "The box is red. The box is blue.\n", "box"},
    {"unless: [Blue]\n", "The box is blue.\n", "box"},
    {"ignorecase: true\nunless: [Blue]\n", "The box is blue.\n", ""},
    {"limit: 2\n", "A box. A box. A box.\n", "box | box"},
    {"limit: 0\n", "A box. A box. A box.\n", "box | box | box"},
    {"once: sentence\n", "A box or box. A box.\n", "box | box"},
    {"once: paragraph\n", "A box. A box.\n\nA box.\n", "box | box"},
    {"once: message\n", "A box.\n\nA box.\n", "box"},
    {"with: {tokens: [lid]}\n", "A box.\n\nA lid.\n", "box"},
    {"with: {tokens: [lid]}\n", "A box.\n", ""},
    {"with: {tokens: [lid], scope: greeting}\n", "A box.\n\nA lid.\n", ""},
    {"with: {tokens: [lid], unless: [no lid]}\n", "A box.\n\nIt has no lid.\n", ""},
    {"with: [{tokens: [lid]}, {tokens: [key]}]\n", "A box. A lid.\n", ""},
    {"with: [{tokens: [lid]}, {tokens: [key]}]\n", "A box. A lid. A key.\n", "box"},
    {"without: {tokens: [lid]}\n", "A box.\n", "box"},
    {"without: {tokens: [lid]}\n", "A box. A lid.\n", ""},
    {"without: {raw: [lid]}\n", "A box. Lids, slides: eyelid.\n", ""},
    {"without: {tokens: [LID], ignorecase: true}\n", "A box. A lid.\n", ""},
    {"with: {tokens: [lid]}\nwithout: {tokens: [key]}\n", "A box. A lid.\n", "box"},
    {"when: {channel: email}\n", "A box.\n", "box"},
    {"when: {channel: [letter, email]}\n", "A box.\n", "box"},
    {"when: {channel: letter}\n", "A box.\n", ""},
    {"when: {channel: email, origin: reply}\n", "A box.\n", ""},
    {"when: {channel: email, origin: unknown}\n", "A box.\n", "box"},
};

START_TEST(a_check_finds_this)
{
    const char *rule = tl_arena_format(tl_test_arena, "%s%s", RULE, table[_i].rule).data;
    struct tl_str came = tl_test_findings(rule, table[_i].text);

    ck_assert_msg(tl_is_str(came, tl_str_of(table[_i].found)), "%s%s: %s", table[_i].rule,
                  table[_i].text, tl_test_said());
}
END_TEST

START_TEST(the_scope_is_customer_text_where_none_is_named)
{
    tl_assert_str(tl_test_findings(RULE, "Subject: A box\n\nHi box,\n\nNo box.\n\nBest\n"
                                         "Tom box\n\n> old box\n"),
                  "box | box | box");
}
END_TEST

static Suite *check_suite(void)
{
    Suite *suite = suite_create("check");
    TCase *errors = tl_case(suite, "errors");
    tcase_add_loop_test(errors, a_wrong_key_is_an_error_in_its_place, 0, N_OF(wrong));
    TCase *keys = tl_case(suite, "keys");
    tcase_add_loop_test(keys, a_check_finds_this, 0, N_OF(table));
    tcase_add_test(keys, the_scope_is_customer_text_where_none_is_named);
    return suite;
}
TL_TEST_MAIN(check_suite)
