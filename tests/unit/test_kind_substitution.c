/* SPDX-License-Identifier: MIT */
#include "support/kind_table.h"

#define RULE "extends: substitution\nmessage: \"'%s', not '%s'\"\n"

static const struct tl_kind_row rows[] = {
    {RULE "swap: {box: crate}\n", "The box, boxes.\n", "box"},
    {RULE "swap: {box: crate, lid: cover}\n", "A lid on a box.\n", "lid | box"},
    {RULE "swap: {box: crate, 'big box': container}\n", "A big box, a box.\n", "big box | box"},
    {RULE "ignorecase: true\nswap: {box: crate}\n", "A BOX.\n", "BOX"},
    {RULE "scope: body & ~quotation\nswap: {box: crate}\n", "A “big box” is a box.\n", "box"},
    {RULE "swap: {box: crate}\n", "A Box.\n", ""},
    {RULE "nonword: true\nswap: {box: crate}\n", "Boxes, inbox.\n", "box"},
    {RULE "swap: {'(?:big|huge) box': crate}\n", "A huge box.\n", "huge box"},
    {RULE "swap: {'(big|huge) box': crate, lid: cover}\n", "A huge box, a lid.\n",
     "huge box | lid"},
    {RULE "ignorecase: true\nswap: {'box': box}\n", "A box, a BOX.\n", "BOX"},
    {RULE "swap: {'b\\w+': crate}\nexceptions: [bag]\n", "A box, a bag.\n", "box"},
    {RULE "swap: {'an? (?&fruit)': fruit}\n", "It is an apple.\n", "an apple"},
    {RULE "swap: {'[(]x[)]': y}\nnonword: true\n", "A (x).\n", "(x)"},
    {RULE "swap: {'\\(x\\)': y}\nnonword: true\n", "A (x).\n", "(x)"},
    /* groups of keys */
    {RULE "swap: {'(\\w)o\\1': x, lid: y}\n", "A bob, a box, a lid.\n", "bob | lid"},
    {RULE "swap: {'(?<a>\\w)o\\k<a>': x, '(?<a>\\w)i\\k<a>': y}\n", "A bob, a did, a dig.\n",
     "bob | did"},
    {RULE "swap: {'(x)?(b)o\\g{2}': x, '(\\w)i\\g1': y}\n", "A bob, a did.\n", "bob | did"},
    {RULE "swap: {'[]([:alpha:]]ox': x, '\\Q(l)\\E': y}\nnonword: true\n", "A box, (l).\n",
     "box | (l)"},
    {RULE "swap: {'(?#(a)b(c)': x}\n", "A bc.\n", "bc"},
    /* right already */
    {RULE "ignorecase: true\nswap: {'java ?script': JavaScript}\n", "A JavaScript, Javascript.\n",
     "Javascript"},
    {RULE "swap: {'\\w+ members?': '(?:group|family) members?'}\n",
     "A group member, staff members.\n", "staff members"},
    {RULE "ignorecase: true\nswap: {'b.x': box|bax}\n", "A bax, Bax, box.\n", "Bax"},
    {RULE "ignorecase: true\nswap: {'b.x': 'b.x'}\naction: {name: replace}\n", "A bax.\n", "bax"},
    /* exceptions */
    {RULE "swap: {box: crate}\nexceptions: [box office]\n", "A box, a box office.\n", "box"},
    /* a list of maps */
    {RULE "swap:\n  - box: crate\n  - lid: cover\n", "A box, a lid.\n", "box | lid"},
    {RULE "swap: {box: crate}\npos: NN\n", "A box.\n", "box"},
    {RULE "swap: {'\xC3\xA5k': x}\nignorecase: true\n",
     "\xC3\x85k, A\xCC\x8Ak, \xF0\x90\x90\xA8k.\n", "\xC3\x85k | \xC3\x85k"},
};

START_TEST(substitution_finds_this)
{
    tl_assert_row(rows[_i]);
}
END_TEST

/* A rule, a text, and the messages. */
static const struct tl_kind_row messages[] = {
    {RULE "swap: {box: crate}\n", "A box.\n", "'crate', not 'box'"},
    {RULE "swap: {box: crate|case}\n", "A box.\n", "'crate or case', not 'box'"},
    {RULE "swap: {box: crate|case|tin}\n", "A box.\n", "'crate, case or tin', not 'box'"},
    {RULE "ignorecase: true\nswap: {box: crate}\n", "Box.\n", "'crate', not 'Box'"},
    {RULE "ignorecase: true\ncapitalize: true\nswap: {box: crate}\n", "Box.\n",
     "'Crate', not 'Box'"},
    {RULE "ignorecase: true\ncapitalize: true\nswap: {box: \xC3\xA5k}\n", "Box, box.\n",
     "'\xC3\x85k', not 'Box' | '\xC3\xA5k', not 'box'"},
    {RULE "swap: {a box: crate, box: case}\n", "Not a box, box.\n",
     "'crate', not 'a box' | 'case', not 'box'"},
    {RULE "swap: {box: 'a\\|b|c'}\n", "A box.\n", "'a|b or c', not 'box'"},
    /* what groups matched */
    {RULE "swap: {'e-?mail(s?)': email$1}\n", "An e-mail, e-mails.\n",
     "'email', not 'e-mail' | 'emails', not 'e-mails'"},
    {RULE "swap: {'(\\w+) of (\\w+)': '$2 $1 $$3|${1}'}\n", "A box of wood.\n",
     "'wood box $3 or box', not 'box of wood'"},
    {RULE "swap: {'(\\w+) (?<b>of) (?<what>\\w+)': '${what}-$1'}\n", "A box of wood.\n",
     "'wood-box', not 'box of wood'"},
    {RULE "swap: {box: '$1x'}\n", "A box.\n", "'x', not 'box'"},
    {RULE "swap: {box: 'US$ a box'}\n", "A box.\n", "'US$ a box', not 'box'"},
    {RULE "swap: {'(?<=a )(b)ox': '$1ag'}\n", "A a box.\n", "'bag', not 'box'"},
    /* the wording says how the text is written */
    {RULE "ignorecase: true\nswap: {'oauth2?': 'OAuth2?'}\n", "An oauth2, oauth, OAuth.\n",
     "'OAuth2', not 'oauth2' | 'OAuth', not 'oauth'"},
    {RULE "swap: {how come: 'why?'}\n", "So how come.\n", "'why?', not 'how come'"},
    /* wordings that replace the text have their own quotes */
    {RULE "swap: {box: crate}\naction: {name: replace}\n", "A box.\n", "'crate', not 'box'"},
    {RULE "swap: {box: crate|case}\naction: {name: replace}\n", "A box.\n",
     "'crate' or 'case', not 'box'"},
    {RULE "swap: {box: crate|case|tin}\naction: {name: replace}\n", "A box.\n",
     "'crate', 'case', or 'tin', not 'box'"},
    {RULE "swap: {box: crate|case}\naction: {name: replace, params: [x]}\n", "A box.\n",
     "'crate or case', not 'box'"},
    {"extends: substitution\nmessage: 'say \"%s\", not \"%s\"'\nswap: {box: a|b}\n"
     "action: {name: replace}\n",
     "A box.\n", "say 'a' or 'b', not \"box\""},
    {"extends: substitution\nmessage: \"say '%s'\"\nswap: {box: a|b}\n"
     "action: {name: replace}\n",
     "A box.\n", "say 'a' or 'b'"},
    {"extends: substitution\nmessage: \"say %s, not '%s'\"\nswap: {box: a|b}\n"
     "action: {name: replace}\n",
     "A box.\n", "say 'a' or 'b', not 'box'"},
    {"extends: substitution\nmessage: 'not %[2]s, %[1]s'\nswap: {box: a|b}\n"
     "action: {name: replace}\n",
     "A box.\n", "not box, 'a' or 'b'"},
    {"extends: substitution\nmessage: 'say %s'\nswap: {box: a|b}\nignorecase: true\ncapitalize: "
     "true\n"
     "action: {name: replace}\n",
     "Box, box.\n", "say 'A' or 'B' | say 'a' or 'b'"},
};

START_TEST(substitution_says_this)
{
    struct tl_str came = tl_test_messages(messages[_i].rule, messages[_i].text);

    ck_assert_msg(tl_is_str(came, tl_str_of(messages[_i].found)), "%s: %s", messages[_i].rule,
                  tl_test_said());
}
END_TEST

START_TEST(each_wording_is_a_suggestion)
{
    struct tl_findings found =
        tl_test_run(RULE "swap: {box: crate | case}\n", tl_test_letter("A box.\n"));

    ck_assert_uint_eq(found.items[0].suggestions.len, 2);
    tl_assert_str(found.items[0].suggestions.items[0], "crate");
    tl_assert_str(found.items[0].suggestions.items[1], "case");
}
END_TEST

START_TEST(many_swaps_each_have_their_own_wording)
{
    struct tl_buf rule = tl_buf_in(tl_test_arena);
    tl_buf_add(&rule, TL_STR(RULE "swap:\n"));
    for (int i = 10; i < 60; i++) {
        tl_buf_add_format(&rule, "  w%d: n%d\n", i, i);
    }

    tl_assert_str(tl_test_messages(tl_buf_str(&rule).data, "A w10, a w31, a w59.\n"),
                  "'n10', not 'w10' | 'n31', not 'w31' | 'n59', not 'w59'");
}
END_TEST

static const struct tl_kind_error errors[] = {
    {RULE, "1:1: there is no 'swap'\n"},
    {RULE "swap: {}\n", "3:7: 'swap' is empty\n"},
    {RULE "swap: [x]\n", "3:8: 'swap' must be a map from patterns to wordings\n"},
    {RULE "swap:\n  x: [y]\n", "4:6: a wording must be a text\n"},
    {RULE "swap:\n  a: b\n  (x: y\n",
     "5:5: the pattern does not compile: missing closing parenthesis\n"},
    {RULE "swap:\n  x*: y\n", "4:3: the pattern can match nothing at all\n"},
};

START_TEST(substitution_does_not_load_this)
{
    tl_assert_error_row(errors[_i]);
}
END_TEST

static Suite *kind_substitution_suite(void)
{
    Suite *suite = suite_create("kind_substitution");
    TCase *run = tl_case(suite, "run");
    tcase_add_loop_test(run, substitution_finds_this, 0, N_OF(rows));
    tcase_add_loop_test(run, substitution_says_this, 0, N_OF(messages));
    tcase_add_test(run, each_wording_is_a_suggestion);
    tcase_add_test(run, many_swaps_each_have_their_own_wording);
    TCase *load = tl_case(suite, "load");
    tcase_add_loop_test(load, substitution_does_not_load_this, 0, N_OF(errors));
    return suite;
}
TL_TEST_MAIN(kind_substitution_suite)
