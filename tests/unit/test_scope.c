/* SPDX-License-Identifier: MIT */
#include "rules/scope.h"

#include "support/letter.h"

#define N_OF(table) (int)(sizeof(table) / sizeof *(table))

static const char message[] =
    "<html><p>Dear Ann,</p><p>One. Two. Three.</p><h2>Head.</h2><ul><li>Item a. Item b.</li></ul>"
    "<pre>Code.</pre><p>Four. Five.</p><p>Kind regards<br>Tom</p><blockquote>Old.</blockquote>"
    "</html>";

static struct tl_scope scope_of(const char *text)
{
    struct tl_scope scope = {NULL, 0, 0};
    struct tl_str unknown = TL_STR("");
    ck_assert_msg(tl_scope_add(tl_test_arena, &scope, tl_str_of(text), &unknown),
                  "there is no '%.*s'", TL_STR_ARG(unknown));
    return scope;
}

/* The units of the message in a scope, joined by "|"; one that counts on has "+" before it. */
static struct tl_str units_of(const struct tl_scope *scope)
{
    const struct tl_letter *letter = tl_test_letter_of("a.html", TL_STR(message), NULL);
    struct tl_units units = tl_scope_units(tl_test_arena, scope, letter);
    struct tl_buf out = tl_buf_in(tl_test_arena);
    for (size_t i = 0; i < units.len; i++) {
        tl_buf_add(&out, i == 0 ? TL_STR("") : TL_STR("|"));
        tl_buf_add(&out, units.items[i].counts_on ? TL_STR("+") : TL_STR(""));
        tl_buf_add(&out, tl_letter_str(letter, tl_unit_span(&units.items[i], letter)));
    }
    return tl_buf_str(&out);
}

static const struct {
    const char *scope;
    const char *units;
} table[] = {
    {"body", "One. Two. Three.|Head.|Item a. Item b.|Code.|Four. Five."},
    {"body & sentence", "One.|Two.|Three.|Head.|Item a.|Item b.|Code.|Four.|Five."},
    {"body & message", "One. Two. Three.|+Head.|+Item a. Item b.|+Code.|+Four. Five."},
    {"greeting", "Dear Ann,"},
    {"signoff", "Kind regards"},
    {"signature", "Tom"},
    {"quote", "Old."},
    {"footer", ""},
    {"text", "Dear Ann,|One. Two. Three.|Head.|Item a. Item b.|Code.|Four. Five.|Kind regards"},
    {"text & ~body", "Dear Ann,|Kind regards"},
    {"opening", "One. Two."},
    {"opening & sentence", "One.|Two."},
    {"closing", "Item b.|Four. Five."},
    {"list", "Item a. Item b."},
    {"list & sentence", "Item a.|Item b."},
    {"heading", "Head."},
    {"code", "Code."},
    {"table.cell", ""},
    {"body & ~list & ~code & ~heading", "One. Two. Three.|Four. Five."},
    {"body & ~opening", "Three.|Head.|Item a. Item b.|Code.|Four. Five."},
    {"sentence & closing", "Item b.|Four.|Five."},
    {"paragraph",
     "Dear Ann,|One. Two. Three.|Head.|Item a. Item b.|Code.|Four. Five.|Kind regards"},
    {" body&  ~ list ", "One. Two. Three.|Head.|Code.|Four. Five."},
    {"quote & text", ""},
    {"text.heading.h2", "Head."},
    {"heading.h1", ""},
    {"h2", "Head."},
    {"text.heading.h2.html", "Head."},
    {"heading.md", ""},
    {"text & ~heading.h2 & ~code", "Dear Ann,|One. Two. Three.|Item a. Item b.|Four. Five.|"
                                   "Kind regards"},
    {"text.list", "Item a. Item b."},
    {"list.numbered", ""},
    {"body & list & ~list.numbered", "Item a. Item b."},
    {"text.table.cell", ""},
    {"blockquote", "Old."},
    {"summary", "One. Two. Three.|+Item a. Item b.|+Four. Five."},
    {"raw", ""},
    {"comment.line", ""},
    {"text.frontmatter.title", ""},
    {"body & ~comment", "One. Two. Three.|Head.|Item a. Item b.|Code.|Four. Five."},
};

/* The words of a text that a scope has, as they are matched one by one. */
static struct tl_str words_of(const char *name, const char *scope, const char *text)
{
    const char *rule = tl_arena_format(tl_test_arena,
                                       "extends: existence\nmessage: m\nscope: %s\n"
                                       "tokens: ['\\w+']\n",
                                       scope)
                           .data;
    struct tl_findings findings = tl_test_run(rule, tl_test_letter_of(name, tl_str_of(text), NULL));
    struct tl_buf out = tl_buf_in(tl_test_arena);
    for (size_t i = 0; i < findings.len; i++) {
        tl_buf_add(&out, i == 0 ? TL_STR("") : TL_STR(" "));
        tl_buf_add(&out, findings.items[i].text);
    }
    return tl_buf_str(&out);
}

static const struct {
    const char *name;
    const char *scope;
    const char *text;
    const char *words;
} word_rows[] = {
    {"a.txt", "body & ~quotation", "A \"b c. d e\" f. \"G h.\" I.\n", "A f I"},
    {"a.txt", "body & quotation", "A \"b c. d e\" f. \"G h.\" I.\n", "b c d e G h"},
    {"a.txt", "body & sentence & ~quotation", "A \"b c. D e\" f.\n", "A f"},
    {"a.txt", "[body & quotation, greeting]", "Dear Ann,\n\nA \"b c\".\n", "Dear Ann b c"},
    {"a.txt", "[body, body & ~quotation]", "A \"b c\".\n", "A b c"},
    {"a.txt", "body & quotation", "A b.\n", ""},
    {"a.eml", "subject & ~quotation", "From: a@b.example\nSubject: Re: Box\n\nA.\n", ""},
    {"a.eml", "subject & quotation", "From: a@b.example\nSubject: Re: Box\n\nA.\n", "Re Box"},
    {"a.eml", "subject & ~quotation", "From: a@b.example\nSubject: Box\n\nA.\n", "Box"},
    {"a.txt", "list.numbered", "We:\n\n1. One\nmore\n2. Two\n   - in\n\n- dash\n- dot\n",
     "One more Two"},
    {"a.txt", "list & ~list.numbered", "We:\n\na) One\nb) Two\n\n- dash\n- dot\n", "dash dot"},
    {"a.html", "list.numbered", "<ol><li>One<ul><li>dot</ul><li>Two</ol><ul><li>dash</ul>",
     "One Two"},
    {"a.html", "list & ~list.numbered", "<ol><li>One<ul><li>dot</ul><li>Two</ol><ul><li>dash</ul>",
     "dot dash"},
};

START_TEST(a_scope_has_these_words)
{
    struct tl_str came = words_of(word_rows[_i].name, word_rows[_i].scope, word_rows[_i].text);

    ck_assert_msg(tl_is_str(came, tl_str_of(word_rows[_i].words)), "%s in %s: %s",
                  word_rows[_i].scope, word_rows[_i].text, tl_test_said());
}
END_TEST

START_TEST(a_scope_has_these_units)
{
    struct tl_scope scope = scope_of(table[_i].scope);
    struct tl_str came = units_of(&scope);

    ck_assert_msg(tl_is_str(came, tl_str_of(table[_i].units)), "%s: %s", table[_i].scope,
                  tl_test_said());
}
END_TEST

/* A scope, and the name in it that nobody knows. */
static const struct {
    const char *scope;
    const char *unknown;
} wrong[] = {
    {"bodys", "bodys"},
    {"body & x", "x"},
    {"", ""},
    {"body &", ""},
    {"& body", ""},
    {"~", "~"},
    {"Body", "Body"},
    {"~sentence", "~sentence"},
    {"body | list", "body | list"},
    {"text.headings", "text.headings"},
    {"heading.", "heading."},
    {"~summary", "~summary"},
    {"~text.sentence", "~text.sentence"},
};

START_TEST(an_unknown_name_is_given_back)
{
    struct tl_scope scope = {NULL, 0, 0};
    struct tl_str unknown = TL_STR("nothing");

    ck_assert_msg(!tl_scope_add(tl_test_arena, &scope, tl_str_of(wrong[_i].scope), &unknown), "%s",
                  wrong[_i].scope);
    tl_assert_same(unknown, tl_str_of(wrong[_i].unknown));
    ck_assert_uint_eq(scope.len, 0);
}
END_TEST

static const struct {
    const char *scope;
    enum tl_scope_chance chance;
} chances[] = {
    {"body", TL_SCOPE_SOME},
    {"raw", TL_SCOPE_SOME},
    {"text & ~list", TL_SCOPE_SOME},
    {"heading & h2", TL_SCOPE_SOME},
    {"opening & text", TL_SCOPE_SOME},
    {"text & body", TL_SCOPE_SOME},
    {"quote & text", TL_SCOPE_NONE},
    {"greeting & body", TL_SCOPE_NONE},
    {"list & heading", TL_SCOPE_NONE},
    {"list & h2", TL_SCOPE_NONE},
    {"h1 & h2", TL_SCOPE_NONE},
    {"body & ~body", TL_SCOPE_NONE},
    {"summary & heading", TL_SCOPE_NONE},
    {"raw & body", TL_SCOPE_NONE},
    {"html & md", TL_SCOPE_NONE},
    {"text.md", TL_SCOPE_SOME},
    {"text.adoc", TL_SCOPE_FOREIGN},
    {"opening & greeting", TL_SCOPE_NONE},
    {"alt", TL_SCOPE_FOREIGN},
    {"comment.block", TL_SCOPE_FOREIGN},
    {"table.header", TL_SCOPE_FOREIGN},
};

START_TEST(it_is_known_what_nothing_can_be_in)
{
    struct tl_scope scope = scope_of(chances[_i].scope);

    ck_assert_msg(tl_scope_chance(&scope) == chances[_i].chance, "%s", chances[_i].scope);
}
END_TEST

static const struct {
    const char *scope;
    enum tl_scope_chance chance;
} of_styles[] = {
    {"assistant", TL_SCOPE_FOREIGN},
    {"text & doc(section:has(> h2:contains(\"A & B\")))", TL_SCOPE_FOREIGN},
    {"text.doc(a.b)", TL_SCOPE_FOREIGN},
    {"doc(", TL_SCOPE_FOREIGN},
    {"~assistant", TL_SCOPE_SOME},
    {"~doc(p.intro)", TL_SCOPE_SOME},
    {"heading & ~paragraph", TL_SCOPE_SOME},
    {"list & heading", TL_SCOPE_NONE},
};

START_TEST(a_style_may_name_what_letters_have_not)
{
    struct tl_scope scope = {NULL, 0, 0};
    struct tl_str none;

    ck_assert(tl_scope_add_style(tl_test_arena, &scope, tl_str_of(of_styles[_i].scope), &none));
    ck_assert_msg(tl_scope_chance(&scope) == of_styles[_i].chance, "%s", of_styles[_i].scope);
}
END_TEST

START_TEST(the_best_chance_of_several_terms_counts)
{
    struct tl_scope scope = scope_of("comment");
    struct tl_str unknown;
    ck_assert(tl_scope_add(tl_test_arena, &scope, TL_STR("raw"), &unknown));

    ck_assert(tl_scope_chance(&scope) == TL_SCOPE_SOME);
    ck_assert(tl_scope_is_raw(&scope, true));
    ck_assert(tl_scope_is_raw(&scope, false));
}
END_TEST

START_TEST(several_terms_are_any_of_them)
{
    struct tl_scope scope = scope_of("greeting");
    struct tl_str unknown;
    ck_assert(tl_scope_add(tl_test_arena, &scope, TL_STR("list & sentence"), &unknown));

    tl_assert_str(units_of(&scope), "Dear Ann,|Item a.|Item b.");
}
END_TEST

START_TEST(a_sentence_is_in_scope_or_not)
{
    const struct tl_letter *letter = tl_test_letter("Hi Ann,\n\nOne. Two. Three.\n\nBest\nTom\n");
    struct tl_scope opening = scope_of("opening");
    static const bool wanted[] = {false, true, true, false, false, false};

    ck_assert_uint_eq(letter->sentences.len, sizeof wanted);
    for (size_t i = 0; i < sizeof wanted; i++) {
        ck_assert(tl_scope_has(&opening, letter, i) == wanted[i]);
    }
}
END_TEST

START_TEST(each_name_is_a_scope)
{
    struct tl_strs names = tl_scope_names(tl_test_arena);

    ck_assert_uint_ge(names.len, 19);
    for (size_t i = 0; i < names.len; i++) {
        (void)scope_of(names.items[i].data);
    }
}
END_TEST

static Suite *scope_suite(void)
{
    Suite *suite = suite_create("scope");
    TCase *units = tl_case(suite, "units");
    tcase_add_loop_test(units, a_scope_has_these_units, 0, N_OF(table));
    tcase_add_loop_test(units, a_scope_has_these_words, 0, N_OF(word_rows));
    tcase_add_loop_test(units, it_is_known_what_nothing_can_be_in, 0, N_OF(chances));
    tcase_add_loop_test(units, a_style_may_name_what_letters_have_not, 0, N_OF(of_styles));
    tcase_add_test(units, the_best_chance_of_several_terms_counts);
    tcase_add_test(units, several_terms_are_any_of_them);
    TCase *add = tl_case(suite, "add");
    tcase_add_loop_test(add, an_unknown_name_is_given_back, 0, N_OF(wrong));
    tl_add_tests(suite, "has", a_sentence_is_in_scope_or_not, each_name_is_a_scope);
    return suite;
}
TL_TEST_MAIN(scope_suite)
