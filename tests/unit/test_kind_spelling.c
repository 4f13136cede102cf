/* SPDX-License-Identifier: MIT */
#include "support/kind_table.h"

#define RULE "extends: spelling\nmessage: \"'%s' is no word\"\ndicpath: DIR\n"

/* A rule with the path of a folder of dictionaries in the place of DIR. */
static const char *rule_of(const char *yaml)
{
    static const char words[] = "26\nthe\nbox\nleft\nit\ntoday\nand\nin\nis\nnow\nsoon\nre\nenter\n"
                                "ticket\ne-mail\nJune\nAnna\nHi\na\nlid\nof\n\xC3\xA5k\ncolor\n"
                                "tick\nto\nlefttickket\n";
    const char *folder = tl_test_folder();
    (void)tl_test_file(folder, "en_US.aff", TL_STR("SET UTF-8\nTRY esianrtolcdugmphbyfvkw\n"));
    (void)tl_test_file(folder, "en_US.dic", tl_str_of(words));
    (void)tl_test_file(folder, "more.aff", TL_STR("SET UTF-8\n"));
    (void)tl_test_file(folder, "more.dic", TL_STR("1\ncrate\n"));
    (void)tl_test_file(folder, "right.txt", TL_STR("# names\nfoobar\r\n\nBazquux\n"));
    (void)tl_test_file(folder, "wrong.txt", TL_STR("\xFF\n"));
    struct tl_str rest = tl_str_of(yaml);
    struct tl_buf out = tl_buf_in(tl_test_arena);
    for (size_t at = 0; at < rest.len;) {
        size_t dir = tl_str_find(rest, TL_STR("DIR"), at);
        tl_buf_add(&out, tl_str_slice(rest, at, dir == TL_NONE ? rest.len : dir));
        tl_buf_add(&out, dir == TL_NONE ? TL_STR("") : tl_str_of(folder));
        at = dir == TL_NONE ? rest.len : dir + 3;
    }
    return tl_buf_str(&out).data;
}

static const struct tl_kind_row rows[] = {
    {RULE, "The box left.\n", ""},
    {RULE, "The bxo left tdoay.\n", "bxo | tdoay"},
    {RULE "scope: text & ~quotation\n", "The \"the bxo left\" left tdoay.\n", "tdoay"},
    {RULE, "The BXO left, in 3rd bx0 and iBxo.\n", ""},
    {RULE "custom: true\n", "The BXO left.\n", "BXO"},
    {RULE "custom: true\nfilters: ['^[A-Z]+$']\n", "The BXO and Bxo left.\n", "Bxo"},
    {RULE "filters: ['bx']\n", "The bxo left tdoay.\n", "tdoay"},
    {RULE, "It is in bxo.example.com and bxo@tdoay.se and c:\\bxo.\n", ""},
    {RULE, "It is in e-mail and re-enter, re-bxo.\n", "bxo"},
    {RULE, "Anna's box, Anna\xE2\x80\x99s lid, bxo's lid.\n", "bxo's"},
    {RULE "exceptions: [bxo, the tdoay]\n", "The bxo left the tdoay, tdoay.\n", "tdoay"},
    {RULE "ignore: DIR/right.txt\n", "The foobar and bazquux left bxo.\n", "bxo"},
    {RULE "ignore: [DIR/right.txt, nothing.txt]\n", "The Foobar left.\n", ""},
    {RULE, "\xC3\x85k left, A\xCC\x8Ak too, \xF0\x90\x90\xA8\xF0\x90\x90\xA8 \xC4\x8D\xC5\xAB.\n",
     "too | \xF0\x90\x90\xA8\xF0\x90\x90\xA8 | \xC4\x8D\xC5\xAB"},
    {RULE, "It is {{ in bxo }}, [the tdoay lid] left in <bxo>, [bxo and tdoay.\n", "tdoay"},
    /* dictionaries */
    {RULE "dictionaries: [more]\n", "The crate.\n", "The"},
    {RULE "dictionaries: more\nappend: true\n", "The crate.\n", ""},
    {RULE "dictionaries: [en_US, more]\n", "The crate, the bxo.\n", "bxo"},
    {RULE "dictionaries: [nothing]\n", "The bxo.\n", ""},
    {RULE "dic: DIR/more.dic\naff: DIR/more.aff\n", "The crate.\n", "The"},
    {RULE "dic: DIR/none.dic\naff: DIR/none.aff\n", "The crate.\n", ""},
    {RULE "scope: greeting\n", "Hi Bxo,\n\nThe bxo left.\n", "Bxo"},
    {RULE, "", ""},
    {RULE, "The b&oacute;x left.\n", ""},
    {RULE "compounds: []\n", "The boxticket, ticksticket, lidbxo left.\n", "ticksticket | lidbxo"},
    {RULE "compounds: [s]\n", "The ticksticket, reticket, boxtick left.\n", "reticket | boxtick"},
    {RULE "compounds: []\n", "The leftticket, the boxticket left.\n", "leftticket"},
    {RULE "near: true\n", "The bxo, b\xC3\xB6x, tciket left the quorlith, ql.\n",
     "bxo | b\xC3\xB6x | tciket"},
    {RULE "near: true\nno_names: [Juneday]\n", "The box left Junesday.\n", "Junesday"},
    {RULE "names: greeting\n", "The lid of 5 bx. left in the bx.\n", "bx"},
    /* names: words with a capital, and those that the letter vouches for */
    {RULE "names: [greeting, quote]\n", "The box of Bxo left in Tdoay.\n", ""},
    {RULE "names: greeting\n", "Bxo left. Tihs is the box.\n", "Bxo"},
    {RULE "names: greeting\n", "Qwertz left. Bxo Lid left.\n", ""},
    {RULE "names: quote\n", "Bxo left.\n\n> The box of Bxo left.\n", ""},
    {RULE "names: quote\n", "The box left in bxo.\n\n> The lid of Bxo left.\n", ""},
    {RULE "names: greeting\n", "From: a@bxo.se\nTo: b@c.se\n\nBxo left, the lid too.\n", "too"},
    {RULE "names: greeting\nno_names: [June]\n", "The box left in Jnue, in Bxo.\n", "Jnue"},
    {RULE "names: greeting\n", "Tehx Anna,\n\nThe box left. Ti bxo lidd the lid.\n", ""},
    {RULE "scope: text & ~quotation\n", "The bxo left \"in tdoay now\".\n", "bxo"},
};

START_TEST(spelling_finds_this)
{
    tl_assert_row(((struct tl_kind_row){rule_of(rows[_i].rule), rows[_i].text, rows[_i].found}));
}
END_TEST

START_TEST(words_of_a_template_are_not_looked_up)
{
    struct tl_facts facts = tl_test_facts(TL_FACT_KIND, TL_FACT_KIND_TEMPLATE);
    const struct tl_letter *letter =
        tl_test_letter_of("a.txt", TL_STR("The {{ bxo }} left.\n\nThe bxo{{ tdoay }}.\n"), &facts);

    ck_assert_uint_eq(tl_test_run(rule_of(RULE), letter).len, 0);
}
END_TEST

START_TEST(words_that_may_be_meant_are_suggested)
{
    struct tl_findings found = tl_test_run(rule_of(RULE), tl_test_letter("The bxo left.\n"));

    ck_assert_uint_eq(found.len, 1);
    tl_assert_str(found.items[0].message, "'bxo' is no word");
    ck_assert_uint_ge(found.items[0].suggestions.len, 1);
    tl_assert_str(found.items[0].suggestions.items[0], "box");
}
END_TEST

/* A letter with 26 words, each near to "ticket". */
static const struct tl_letter *many_slips(void)
{
    struct tl_buf text = tl_buf_in(tl_test_arena);
    tl_buf_add(&text, TL_STR("Hi Anna,\n\nThe box"));
    for (char c = 'a'; c <= 'z'; c++) {
        tl_buf_add_format(&text, " ticke%ct", c);
    }
    return tl_test_letter(tl_buf_str(&text).data);
}

START_TEST(only_so_many_words_of_a_message_have_suggestions)
{
    struct tl_findings found = tl_test_run(rule_of(RULE), many_slips());
    size_t n = 0;
    for (size_t i = 0; i < found.len; i++) {
        n += found.items[i].suggestions.len > 0;
    }

    ck_assert_uint_eq(found.len, 26);
    ck_assert_uint_eq(n, 20);
}
END_TEST

START_TEST(only_so_many_words_of_a_message_are_looked_at_for_near_ones)
{
    ck_assert_uint_eq(tl_test_run(rule_of(RULE "near: true\n"), many_slips()).len, 20);
}
END_TEST

static const struct tl_kind_error errors[] = {
    {RULE "custom: x\n", "4:9: 'custom' must be true or false\n"},
    {RULE "filters: ['(']\n", "4:13: the pattern does not compile: missing closing parenthesis\n"},
    {RULE "dictionaries: {a: b}\n", "4:15: 'dictionaries' must be a list\n"},
};

START_TEST(spelling_does_not_load_this)
{
    tl_assert_error_row(((struct tl_kind_error){rule_of(errors[_i].rule), errors[_i].errors}));
}
END_TEST

START_TEST(a_file_of_words_must_be_text)
{
    tl_assert_mentions(tl_test_rule_errors(rule_of(RULE "ignore: DIR/wrong.txt\n")).data,
                       "is not UTF-8");
    tl_assert_mentions(tl_test_rule_errors(rule_of(RULE "ignore: DIR\n")).data, "cannot be read");
}
END_TEST

static Suite *kind_spelling_suite(void)
{
    Suite *suite = suite_create("kind_spelling");
    TCase *run = tl_case(suite, "run");
    tcase_add_loop_test(run, spelling_finds_this, 0, N_OF(rows));
    tcase_add_test(run, words_of_a_template_are_not_looked_up);
    tcase_add_test(run, words_that_may_be_meant_are_suggested);
    tcase_add_test(run, only_so_many_words_of_a_message_have_suggestions);
    tcase_add_test(run, only_so_many_words_of_a_message_are_looked_at_for_near_ones);
    TCase *load = tl_case(suite, "load");
    tcase_add_loop_test(load, spelling_does_not_load_this, 0, N_OF(errors));
    tcase_add_test(load, a_file_of_words_must_be_text);
    return suite;
}
TL_TEST_MAIN(kind_spelling_suite)
