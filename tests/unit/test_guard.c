/* Conditions on other places of the letter and near a finding.  SPDX-License-Identifier: MIT */
#include "rules/guard.h"

#include "support/kind_table.h"

#define RULE "extends: existence\nmessage: m\ntokens: [box]\n"

static const struct tl_kind_row rows[] = {
    /* a measure of some place */
    {RULE "with: {scope: body, measure: words, min: 4}\n", "The box left.\n", ""},
    {RULE "with: {scope: body, measure: words, min: 4}\n", "The box left. Yes.\n", "box"},
    {RULE "with: {scope: body, measure: words, min: {default: 4, email: 3}}\n", "The box left.\n",
     "box"},
    {RULE "with: {measure: words, min: 2, max: 3}\n", "The box left.\n", "box"},
    {RULE "with: {measure: words, min: 2, max: 3}\n", "The box left. Yes.\n", ""},
    {RULE "without: {measure: words, min: 4}\n", "The box left.\n", "box"},
    {RULE "without: {measure: words, min: 4}\n", "The box left. Yes.\n", ""},
    {RULE "with: {measure: words / sentences, min: 3}\n", "The box left. Yes.\n", ""},
    {RULE "with: {measure: words / questions, min: 0}\n", "The box left.\n", ""},
    {RULE "with: {measure: words, min: 3, unless: [yes], ignorecase: true}\n",
     "The box. Yes it is.\n", ""},
    {RULE "with: {scope: quote, measure: words, max: 0}\n", "The box left.\n", "box"},
    /* how many matches */
    {RULE "with: {tokens: [you], max: 1}\n", "The box. You and you.\n", "box"},
    {RULE "with: {tokens: [you], max: 1, ignorecase: true}\n", "The box. You and you.\n", ""},
    {RULE "with: {tokens: [lid], min: 2}\n", "A box, a lid.\n", ""},
    {RULE "with: {tokens: [lid], min: 2}\n", "A box, a lid. The lid.\n", "box"},
    {RULE "with: {tokens: [lid], min: 2, unless: [red]}\n", "A box, a lid. The red lid.\n", ""},
    {RULE "with: {tokens: [you], max: 1, per: 5 words}\n", "The box for you is you.\n", "box"},
    {RULE "with: {tokens: [you], max: 1, per: 10 words}\n", "The box for you is you.\n", ""},
    {RULE "with: {tokens: [was], min: 0.5, per: sentence}\n", "It was. The box. It is.\n", ""},
    {RULE "with: {tokens: [was], min: 0.5, per: sentence}\n", "It was. The box.\n", "box"},
    /* near the finding: the own sentence counts, too */
    {RULE "without: {tokens: [lid], within: same sentence}\n", "A box, a lid. A box. A lid.\n",
     "box"},
    {RULE "without: {tokens: [lid], within: next 2 sentences}\n",
     "A lid. A box. Yes. No. A lid. It is.\n", "box"},
    {RULE "without: {tokens: [lid], within: next 2 sentences}\n", "A box. Yes. A lid. It is.\n",
     ""},
    {RULE "without: {tokens: [lid], within: next sentence}\n", "A box. A lid.\n", ""},
    {RULE "without: {tokens: [lid], within: next sentence}\n", "A box. Yes. A lid.\n", "box"},
    {RULE "without: {tokens: [lid], within: last sentence}\n", "A lid. A box.\n", ""},
    {RULE "without: {tokens: [lid], within: last 2 sentences}\n", "A lid. Yes. A box.\n", ""},
    {RULE "without: {tokens: [lid], within: last 2 sentences}\n", "A lid. Yes. No. A box.\n",
     "box"},
    {RULE "without: {tokens: [lid], within: last 2 sentences}\n", "A box. A lid.\n", "box"},
    {RULE "without: {tokens: [lid], within: 1 sentences}\n", "A lid. A box.\n", ""},
    {RULE "without: {tokens: [lid], within: 1 sentences}\n", "A box. A lid.\n", ""},
    {RULE "without: {tokens: [lid], within: same paragraph}\n",
     "A box. A lid.\n\nA box.\n\nA lid.\n", "box"},
    {RULE "with: {tokens: [lid], within: next sentence}\n", "A box. A lid.\n\nA box.\n", "box"},
    {RULE "with: {tokens: [lid], within: next sentence}\n", "A box. Yes. No.\n", ""},
    {RULE "with: {tokens: [lid], within: 9 sentences}\n", "A box.\n", ""},
    /* words of a quotation do not count where the scope says so */
    {RULE "without: {tokens: [lid], scope: text & ~quotation}\n", "My box. A \"red lid\".\n",
     "box"},
    {RULE "without: {tokens: [lid], scope: text & ~quotation}\n", "My box. A \"red lid\", a lid.\n",
     ""},
    {RULE "with: {tokens: [lid], scope: text & quotation, within: same sentence}\n",
     "My box, a lid. A box, a \"red lid\".\n", "box"},
    {RULE "with: {scope: body & ~quotation, measure: words, max: 3}\n", "My box. \"A red lid.\"\n",
     "box"},
    /* once: so many sentences, not so many matches */
    {RULE "with: {tokens: [lid], min: 2, once: sentence}\n", "A box, a lid, a lid.\n", ""},
    {RULE "with: {tokens: [lid], min: 2, once: sentence}\n", "A box, a lid. A lid.\n", "box"},
    {RULE "without: {tokens: [lid], min: 2, once: sentence, within: same paragraph}\n",
     "A box, a lid, a lid.\n", "box"},
    /* sentences of the scope are counted, and no others */
    {RULE "without: {tokens: [lid], scope: body & ~list, within: next sentence}\n",
     "A box:\n\n- a key\n- a pen\n\nThe lid.\n", ""},
    {RULE "without: {tokens: [lid], scope: body, within: next sentence}\n",
     "A box.\n\nBest\nTom lid\n", "box"},
    {RULE "without: {tokens: [lid], unless: [red], within: next sentence}\n",
     "A box. A red lid. A box. A lid.\n", "box"},
    /* it is the last sentence: in two of them there is only it */
    {RULE "with: {scope: body, measure: sentences, max: 1, within: next sentence}\n",
     "A box. A box. My box.\n\nBest\nTom\n", "box"},
    {RULE "with: {measure: words, min: 3, within: same sentence}\n", "A box. The box left.\n",
     "box"},
    {RULE "without: {tokens: [was], min: 2, within: same paragraph}\n",
     "A box was. It was.\n\nA box was.\n", "box"},
    /* a finding that another condition rules out takes no place */
    {RULE "once: message\nwithout: {tokens: [lid], within: same sentence}\n",
     "A box, a lid. My box.\n", "box"},
    {RULE "limit: 1\nwithout: {tokens: [lid], within: same sentence}\n",
     "A box, a lid. My box. A box.\n", "box"},
    /* of what is required, where the finding would stand */
    {"extends: required\nmessage: m\nscope: opening\ntokens: [box]\nat: first body\n"
     "without: {scope: body, tokens: [lid], within: next 2 sentences}\n",
     "One. Two. A lid.\n", ""},
    {"extends: required\nmessage: m\nscope: opening\ntokens: [box]\nat: first body\n"
     "without: {scope: body, tokens: [lid], within: next 2 sentences}\n",
     "One it is. Two. Three. A lid.\n", "One it is."},
};

START_TEST(a_condition_lets_this_be_found)
{
    tl_assert_row(rows[_i]);
}
END_TEST

static const char where[] =
    "4:27: 'within' must be 'same sentence', 'same paragraph' or up to 100 sentences, such as "
    "'next 2 sentences'\n";

static const struct tl_kind_error errors[] = {
    {RULE "with: {measure: words}\n", "4:17: a condition on a measure needs 'min' or 'max'\n"},
    {RULE "with: {measure: words, min: 1, tokens: [x]}\n",
     "4:17: a condition has either patterns or a measure\n"},
    {RULE "with: {measure: wrods, min: 1}\n",
     "4:17: unknown measure 'wrods'; did you mean 'words'?\n"},
    {RULE "with: {tokens: [x], min: few}\n", "4:26: a limit must be a number\n"},
    {RULE "with: {measure: words, min: 1, once: sentence}\n",
     "4:38: 'once' is for patterns, of which a sentence may have several\n"},
    {RULE "with: {raw: [x],  within: soon}\n", where},
    {RULE "with: {raw: [x],  within: sentence}\n", where},
    {RULE "with: {raw: [x],  within: same page}\n", where},
    {RULE "with: {raw: [x],  within: 2 words}\n", where},
    {RULE "with: {raw: [x],  within: next 0 sentences}\n", where},
    {RULE "with: {raw: [x],  within: next 101 sentences}\n", where},
    {RULE "with: {raw: [x],  within: next 2 sentences on}\n", where},
};

START_TEST(a_condition_does_not_load_this)
{
    tl_assert_error_row(errors[_i]);
}
END_TEST

START_TEST(many_findings_do_not_make_a_condition_slow)
{
    struct tl_buf text = tl_buf_in(tl_test_arena);
    for (int i = 0; i < 20000; i++) {
        tl_buf_add(&text, TL_STR("My box. "));
    }
    tl_buf_add(&text, TL_STR("A lid.\n"));

    tl_assert_str(tl_test_findings(RULE "without: {tokens: [lid], within: same paragraph}\n"
                                        "with: {measure: words, min: 3, within: same paragraph}\n",
                                   tl_buf_str(&text).data),
                  "");
}
END_TEST

static Suite *guard_suite(void)
{
    Suite *suite = suite_create("guard");
    TCase *hold = tl_case(suite, "hold");
    tcase_add_loop_test(hold, a_condition_lets_this_be_found, 0, N_OF(rows));
    tcase_add_test(hold, many_findings_do_not_make_a_condition_slow);
    TCase *load = tl_case(suite, "load");
    tcase_add_loop_test(load, a_condition_does_not_load_this, 0, N_OF(errors));
    return suite;
}
TL_TEST_MAIN(guard_suite)
