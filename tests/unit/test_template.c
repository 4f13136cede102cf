/*
 * Tags of templates become nouns, nothing or borders.  A noun is shown as "N", so that a test
 * states what is left. SPDX-License-Identifier: MIT
 */
#include "text/template.h"

#include "base/limits.h"
#include "support/tl_check.h"
#include "text/template_dialect.h"

#include <string.h>

struct masked {
    struct tl_source *source;
    struct tl_text text;
    struct tl_template template;
    struct tl_notices notices;
};

static struct masked mask(struct tl_str bytes, bool is_html)
{
    struct masked m = {.source = tl_source_of(tl_test_arena, TL_STR("test"), bytes)};
    struct tl_text in = tl_text_of(tl_test_arena, m.source);
    m.template.dialects = tl_dialects_of(TL_STR(""), bytes);
    m.text = tl_template_mask(tl_test_arena, &in, is_html, &m.template, &m.notices);
    tl_map_check(m.text.map, bytes.len);
    return m;
}

/* The text with "N" for each noun. */
static struct tl_str shown(const struct masked *m)
{
    struct tl_buf out = tl_buf_in(tl_test_arena);
    struct tl_str s = m->text.bytes;
    for (size_t at = 0; at < s.len; at++) {
        if (tl_str_has_prefix(tl_str_slice(s, at, s.len), TL_STR("\U00010400"))) {
            tl_buf_add_char(&out, 'N');
        }
        if (!tl_str_has_prefix(tl_str_slice(s, at, s.len), TL_STR("\xF0\x90\x90"))) {
            tl_buf_add_char(&out, s.data[at]);
        } else {
            at += 3;
        }
    }
    return tl_buf_str(&out);
}

/* The texts of the notices, joined by "|". */
static struct tl_str noticed(const struct masked *m)
{
    struct tl_buf out = tl_buf_in(tl_test_arena);
    for (size_t i = 0; i < m->notices.len; i++) {
        tl_buf_add(&out, i == 0 ? TL_STR("") : TL_STR("|"));
        tl_buf_add(&out, m->notices.items[i].text);
    }
    return tl_buf_str(&out);
}

static const struct {
    const char *text;
    const char *masked;
    const char *noticed;
} plain[] = {
    /* placeholders */
    {"Hi {{ name }}, {{{a}}} and {{b}}.", "Hi N, N and N.", ""},
    {"{{ '}}' }} {{ \"}}\" | x }} {{ it's }}.", "N N N.", ""},
    {"{{ a\n}} {{ {'a': {'b': 1}} }}", "N N", ""},
    {"${a} {!b} {$c} %D_E% %(f)s %(g)05.2f %%hit%% *|I|* ((j k)) [[l]] {m} <%= n %>",
     "N N N N N N N N N N N N", ""},
    {"{0} and {12}", "N and N", ""},
    {"https://x.example/{{ id }}/a?b=%(c)s", "https://x.example/N/a?b=N", ""},
    /* no placeholders */
    {"20% or 30%, a%20b%C3%A4, (a (b)), {123}, {}, [[1]], $5, 5 * | 4 | * 3", NULL, ""},
    {"{{}} {{", "N {{", ""},
    {"a < b, <% b", NULL, ""},
    {"{count, plural, one {day} other {days}}", "{count, plural, one N other N}", ""},
    /* lines */
    {"a\n{% if b %}\nc\n{% endif %}\nd\n", "a\nc\nd\n", ""},
    {"a\r\n  {% if b %} {# e #}  \r\nc\r\n{% endif %}", "a\r\nc\r\n", ""},
    {"a\n{% if b %}\nc\n{% else %}\nd\n{% endif %}\n", "a\nc\n\nd\n", ""},
    {"a\n{# b\n   c #}\nd", "a\nd", ""},
    {"a\n{{ b }}\nc", "a\nN\nc", ""},
    {"a\n{% if b %}{{ c }}{% endif %}\nd", "a\nN\nd", ""},
    /* alternatives in a line */
    {"a {% if b %}c{% else %}d{% endif %} e", "a c / d e", ""},
    {"a {% if b %}c {% else %} d{% endif %} e", "a c / d e", ""},
    {"a {% if b %}c.{% else %}d.{% endif %} e", "a c. d. e", ""},
    {"{% if a %}b{% endif %}{% if c %}d{% endif %}", "b d", ""},
    {"{{#a}}b{{/a}}{{^a}}c{{/a}} d", "b c d", ""},
    {"x{% if y != 1 %}s{% endif %}.", "xs.", ""},
    {"{% case a %}{% when 1 %}b{% when 2 %}c{% endcase %} d", "b / c d", ""},
    /* text that stays, and comments that go */
    {"{% raw %}{{ a }}{% endraw %} {{ b }}", "{{ a }} N", ""},
    {"a{% comment %}{{ b }} {% if %}{% endcomment %}c", "ac", ""},
    {"{{!-- a }} --}}b{{! c }}d{# e #}f{* g *}h", "bdfh", ""},
    {"((a??b ((c)).)) d))", "b N. d))", ""},
    {"{% trans 'a' %} {% trans %}b{% endtrans %} {% url 'c' %} {% set d = 1 %}e", "N b N e", ""},
    /* what is broken stays, and is noticed */
    {"a {{ b } c", NULL, "{{ b }"},
    {"a {{ b.c. D", NULL, "{{ b.c"},
    {"a { b }} c", NULL, "{ b }}"},
    {"a *|B| c |D|* e", NULL, "*|B|||D|*"},
    {"{% if a %}b", "b", "{% if a %}"},
    {"a{% endif %}b", "ab", "{% endif %}"},
    {"{% if a %}{% for b in c %}{% endif %}", "", "{% for b in c %}"},
    {"{{#a}}b{{/c}}", "b", "{{/c}}|{{#a}}"},
    {"{% raw %}{{ a }}", "N", "{% raw %}"},
    {"((a) b", NULL, ""},
    {"((a) b ((c))", "((a) b N", "((a)"},
    {"((a) and (b)) ((c))", "((a) and (b)) N", ""},
    {"{{ a\n\nb }}", NULL, "{{ a"},
    {"%NAME is", NULL, "%NAME"},
};

START_TEST(tags_become_this)
{
    struct masked m = mask(tl_str_of(plain[_i].text), false);
    const char *wanted = plain[_i].masked == NULL ? plain[_i].text : plain[_i].masked;

    ck_assert_msg(tl_is_str(shown(&m), tl_str_of(wanted)), "%s: %s", plain[_i].text,
                  tl_test_said());
    ck_assert_msg(tl_is_str(noticed(&m), tl_str_of(plain[_i].noticed)), "%s: %s", plain[_i].text,
                  tl_test_said());
}
END_TEST

static const struct {
    const char *text;
    const char *masked;
    const char *noticed;
} html[] = {
    {"<p>{{ a }}</p>{% else %}<p>b</p>", "<p>N</p> <p>b</p>", ""},
    {"<p>{{ a</p><p>b }}</p>", NULL, "{{ a"},
    {"<a href=\"{{ a > b }}\" title='{{ c'>d</a>", "<a href=\"N\" title='{{ c'>d</a>", "{{ c"},
    {"<style>a{{b:c}}{{ d }e}</style>{{ f }}", "<style>aN{{ d }e}</style>N", ""},
    {"<!-- {{ a } -->{{ b }<!-->{{ c }}", "<!-- {{ a } -->{{ b }<!-->N", "{{ b }"},
    {"<script>x = {a}, %(b)s</script >{c}", "<script>x = {a}, %(b)s</script >N", ""},
    {"{# <p> #}{{ a &gt; b }}", "N", ""},
    {"<p style=\"width:5%;height:6%\">", NULL, ""},
};

START_TEST(tags_in_html_become_this)
{
    struct masked m = mask(tl_str_of(html[_i].text), true);
    const char *wanted = html[_i].masked == NULL ? html[_i].text : html[_i].masked;

    ck_assert_msg(tl_is_str(shown(&m), tl_str_of(wanted)), "%s: %s", html[_i].text, tl_test_said());
    ck_assert_msg(tl_is_str(noticed(&m), tl_str_of(html[_i].noticed)), "%s: %s", html[_i].text,
                  tl_test_said());
}
END_TEST

START_TEST(a_noun_stands_for_its_whole_tag)
{
    struct masked m = mask(TL_STR("a {{ b }} c"), false);

    tl_assert_source_is(m.source, &m.text, ((struct tl_span){2, m.text.bytes.len - 2}), "{{ b }}");
    tl_assert_source_is(m.source, &m.text, ((struct tl_span){2, 6}), "{{ b }}");
}
END_TEST

START_TEST(each_tag_is_a_word_of_its_own)
{
    struct masked m = mask(TL_STR("{{ a }}|{{ a }}"), false);
    size_t bar = tl_str_find_char(m.text.bytes, '|', 0);

    ck_assert(!tl_str_equal(tl_str_slice(m.text.bytes, 0, bar),
                            tl_str_slice(m.text.bytes, bar + 1, m.text.bytes.len)));
}
END_TEST

START_TEST(a_text_without_tags_is_returned_as_it_is)
{
    struct masked m = mask(TL_STR("Dear Ann, {it} costs $5."), false);
    struct masked none = mask(TL_STR("Dear Ann."), false);

    ck_assert_uint_eq(m.template.tags.len, 1);
    ck_assert_uint_eq(none.template.tags.len, 0);
    ck_assert_ptr_eq(none.text.bytes.data, none.source->bytes.data);
}
END_TEST

START_TEST(a_tag_that_is_too_long_is_none)
{
    struct tl_buf text = tl_buf_in(tl_test_arena);
    tl_buf_add(&text, TL_STR("{# "));
    for (size_t i = 0; i < TL_MAX_TEMPLATE_TAG_BYTES; i++) {
        tl_buf_add_char(&text, 'a');
    }
    tl_buf_add(&text, TL_STR(" #}"));

    ck_assert_uint_eq(mask(tl_buf_str(&text), false).template.tags.len, 0);
}
END_TEST

START_TEST(blocks_that_are_too_deep_are_not_counted)
{
    struct tl_buf text = tl_buf_in(tl_test_arena);
    for (size_t i = 0; i <= TL_MAX_TEMPLATE_DEPTH; i++) {
        tl_buf_add(&text, TL_STR("{% if a %}"));
    }

    ck_assert_uint_eq(mask(tl_buf_str(&text), false).notices.len, 0);
}
END_TEST

/* What makes each tag search far must not make all of them search far. */
static const char *const costly[] = {
    "{{ ",    "{{",     "{#",   "{% raw %}", "{% comment %}", "((a??",      "{{ '", "{{ \"{{ '",
    "<%",     "{{{{a",  "*|A",  "${",        "{{!--",         "{% if a %}", "{",    "{literal}",
    "{{#a}}", "{{/a}}", "((a ", "[[",        "%(a",           "{*",
};

START_TEST(any_input_is_read_in_time_that_grows_with_it)
{
    struct tl_buf text = tl_buf_in(tl_test_arena);
    size_t len = strlen(costly[_i]);
    while (text.len + len < 512UL * 1024) {
        tl_buf_add(&text, (struct tl_str){costly[_i], len});
    }

    struct masked m = mask(tl_buf_str(&text), _i % 2 == 0);

    ck_assert_uint_gt(m.text.bytes.len + m.template.tags.len, 0);
}
END_TEST

START_TEST(a_part_is_shown_as_its_writer_has_it)
{
    struct masked m =
        mask(TL_STR("a {# b #}{{ c }} d {% if\n e %}f{% else %}g{% endif %}."), false);
    struct tl_str s = m.text.bytes;
    size_t d = tl_str_find_char(s, 'd', 0);

    tl_assert_str(tl_template_show(tl_test_arena, &m.template, &m.text, (struct tl_span){0, s.len}),
                  "a {# b #}{{ c }} d {% if e %}f{% else %}g{% endif %}.");
    tl_assert_str(tl_template_show(tl_test_arena, &m.template, &m.text, (struct tl_span){d, s.len}),
                  "d {% if e %}f{% else %}g{% endif %}.");
    tl_assert_str(tl_template_show(tl_test_arena, &m.template, &m.text, (struct tl_span){0, 2}),
                  "a ");
}
END_TEST

START_TEST(tags_in_elements_are_not_shown)
{
    struct masked m = mask(TL_STR("a <b {% if c %}class=\"{{ d }}\"{% endif %}>e"), true);
    struct tl_text_builder out = tl_text_build(tl_test_arena);
    tl_text_keep(&out, &m.text, (struct tl_span){0, 2});
    tl_text_keep(&out, &m.text, (struct tl_span){m.text.bytes.len - 1, m.text.bytes.len});
    struct tl_text text = tl_text_finish(&out);

    tl_assert_str(tl_template_show(tl_test_arena, &m.template, &text, (struct tl_span){0, 3}),
                  "a e");
}
END_TEST

static Suite *template_suite(void)
{
    Suite *suite = suite_create("template");
    TCase *table = tl_case(suite, "mask");
    tcase_add_loop_test(table, tags_become_this, 0, sizeof plain / sizeof *plain);
    tcase_add_loop_test(table, tags_in_html_become_this, 0, sizeof html / sizeof *html);
    tl_add_tests(suite, "map", a_noun_stands_for_its_whole_tag, each_tag_is_a_word_of_its_own,
                 a_text_without_tags_is_returned_as_it_is);
    tl_add_tests(suite, "limits", a_tag_that_is_too_long_is_none,
                 blocks_that_are_too_deep_are_not_counted);
    TCase *cost = tl_case(suite, "cost");
    tcase_add_loop_test(cost, any_input_is_read_in_time_that_grows_with_it, 0,
                        sizeof costly / sizeof *costly);
    tl_add_tests(suite, "show", a_part_is_shown_as_its_writer_has_it,
                 tags_in_elements_are_not_shown);
    return suite;
}
TL_TEST_MAIN(template_suite)
