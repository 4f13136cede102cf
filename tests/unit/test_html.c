/* SPDX-License-Identifier: MIT */
#include "text/html.h"

#include "base/limits.h"
#include "reading.h"

#include <string.h>

static struct tl_reading read_html(struct tl_source *source, struct tl_notices *notices)
{
    struct tl_text text = tl_text_of(tl_test_arena, source);
    return tl_html_read(tl_test_arena, &text, notices);
}

struct row {
    const char *name;
    const char *in;
    const char *lines;
};

static const struct row rows[] = {
    /* lines and white space */
    {"paragraphs", "<p>one\n  two</p><p>three", "*T0! one two\n*T0! three\n"},
    {"line breaks", "one<br>two<br/>three<br><br>four",
     "*T0! one\n T0! two\n T0! three\n*T0! four\n"},
    {"divisions as lines", "<div>one</div><div><br></div><div>two</div>", "*T0! one\n*T0! two\n"},
    {"no-break spaces", "<p>1&nbsp;340&#160;kr</p><p>&nbsp;</p><p> &nbsp; x</p>",
     "*T0! 1 340 kr\n*T0! x\n"},
    {"words in pieces", "<p>w<b>or</b>d <i> two</i> </p>", "*T0! word two\n"},
    {"invisible characters", "<p>f\u00f6r&shy;sening &zwnj; \u200bnu</p>",
     "*T0! f\u00f6rsening nu\n"},
    {"decomposed letters", "<p>cafe\u0301 e&#769;t</p>", "*T0! caf\u00e9 \u00e9t\n"},
    {"headings and rules", "<h2>One</h2>two<hr>three",
     "*H0! One\n*T0! two\n*-0! ---\n*T0! three\n"},
    {"list items", "<ul><li>one<br>more<li><p>two</p><p>more</p></ul>",
     "*I0! one\n I0! more\n*I0! two\n I0! more\n"},
    {"a list in a list", "<ul><li>one<ul><li>in</ul>on</ul>", "*I0! one\n*I0! in\n*I0! on\n"},
    {"code", "<p>Run</p><pre>a  b\n\n  c\n</pre>", "*T0! Run\n*#0  a b\n*#0  c\n"},
    {"a plain text in HTML", "<pre>Dear Ann,\r\n\r\nthe order\r\nleft.</pre>",
     "*T0  Dear Ann,\n*T0  the order\n T0! left.\n"},
    {"kept line ends", "<p style='white-space: pre-wrap'>one\ntwo</p>a\nb",
     "*T0! one\n T0! two\n*T0! a b\n"},
    {"a span as a block", "<span style=\"display:block\">a</span>b", "*T0! a\n*T0! b\n"},
    {"MJML",
     "<mjml><mj-head><mj-title>t</mj-title><mj-preview>p</mj-preview></mj-head><mj-body>"
     "<mj-text>one</mj-text><mj-image src=\"x\" /><mj-button href=\"u\">two</mj-button>",
     "*T0! one\n*T0! two\n"},

    /* entities and broken HTML */
    {"entities", "caf&eacute; &amp; &lt;b&gt; &#229;&#xE5; &euro;",
     "*T0! caf\u00e9 & <b> \u00e5\u00e5 \u20ac\n"},
    {"entities of Windows", "it&#146;s 5&#150;6 &#128;", "*T0! it\u2019s 5\u20136 \u20ac\n"},
    {"what is no entity", "A&B & &foo; AT&T&T 5 &", "*T0! A&B & &foo; AT&T&T 5 &\n"},
    {"entities without a semicolon", "caf&eacute r&eacutesum&eacute; AT&ampT &lt;b&gt &copy2&nbsp3",
     "*T0! caf\u00e9 r\u00e9sum\u00e9 AT&T <b> \u00a92 3\n"},
    {"entities side by side without semicolons", "&auml&ouml&amp&amp;x", "*T0! \u00e4\u00f6&&x\n"},
    {"an entity of an entity", "&amp;eacute &ampeacute;", "*T0! &eacute &eacute;\n"},
    {"entities of HTML 5", "u&zcaron;sakymas d&edot;l &AMP; &scaron",
     "*T0! u\u017esakymas d\u0117l & &scaron\n"},
    {"numbers without a semicolon", "&#65 x&#67y &#x42z &#229 m", "*T0! A xCy Bz \u00e5 m\n"},
    {"no character", "a&#0;b", "*T0! ab\n"},
    {"ligatures", "\uFB01nd the o\uFB00er &fflig;", "*T0! find the offer ff\n"},
    {"what is no tag", "1 < 2 <3 a<b>c</b> {{x<1}}", "*T0! 1 < 2 <3 ac {{x<1}}\n"},
    {"templates", "<p>{% if a &lt; b %}x{% endif %} <%= name %> *|FNAME|*",
     "*T0! {% if a < b %}x{% endif %} <%= name %> *|FNAME|*\n"},
    {"unclosed and wrongly nested", "<p><b>one<p>two</i></b></div>three",
     "*T0! one\n*T0! twothree\n"},
    {"text after the end", "<html><body>one</body></html>two", "*T0! one\n*T0! two\n"},
    {"upper case", "<P>one<BR>two<STYLE>x</STYLE>", "*T0! one\n T0! two\n"},

    /* what is not shown */
    {"classes that the style sheet hides",
     "<style>/* x */ .pre, span.post { display:none !important } @media print { .shown { display: "
     "none } }</style><div><b class=\"big pre\">a</b><b class=post>b</b><b class=shown>c</b></div>",
     "*T0! c\n"},
    {"the head", "<head><title>t</title><style>p{}</style></head>x", "*T0! x\n"},
    {"scripts and templates",
     "a<script>if (b<c) '</p>'</script><template>d</template>"
     "<noscript>e</noscript>f",
     "*T0! af\n"},
    {"comments", "a<!-- b --><!--[if mso]><p>c</p><![endif]-->d", "*T0! ad\n"},
    {"conditions that browsers pass over",
     "a<![if !mso]>b<![endif]>c<!--[if !mso]><!-->d<!--<![endif]-->", "*T0! a b cd\n"},
    {"display none", "<div>a<div style=\"color:red; DISPLAY : none !important\"><p>b</p></div>c",
     "*T0! ac\n"},
    {"the attribute hidden", "<div>a<p hidden>b</p>c", "*T0! ac\n"},
    {"max-height, opacity, mso-hide",
     "<i style='max-height:0px'>a</i><i style='opacity:0.0'>b</i><i style='mso-hide:all'>c</i>"
     "<i style='max-height:0.5em'>d</i><i style='opacity:.9'>e</i>",
     "*T0! de\n"},
    {"a size of zero that is undone",
     "<td style='font-size:0px'>a<div style='font-size:13px'>b</div></td>", "*T0! b\n"},
    {"visibility that is undone",
     "<p style='visibility:hidden'>a<b style='visibility:visible'>b</b></p>", "*T0! b\n"},

    {"white on the page", "<div style='color:#FFFFFF;font-size:1px'>a</div><p>b</p>", "*T0! b\n"},
    {"the colour of its background",
     "<body bgcolor=#eeeeee><font color=#eee>a</font><font color=white>b</font></body>",
     "*T0! b\n"},
    {"a dark text on white in a dark table",
     "<table bgcolor=#333333><td style='background:#fff'><i style='color:#333'>a</i>"
     "<i style='color:rgb(255,255,255)'>b</i></td></table>",
     "*T0! a\n"},
    {"buttons",
     "<table><td bgcolor=#3869D4><a href=u style='color:#fff'>a</a></td></table>"
     "<a href=u style='background:#00f;color:#fff'>b</a>"
     "<div style='background:#fff url(x)'><b style='color:#fff'>c</b></div>"
     "<div background=x.png><b style='color:#fff'>d</b></div>"
     "<button style='color:#fff'>e</button>",
     "*T0! a\n*T0! b\n*T0! c\n*T0! d\n*T0! e\n"},
    {"a background of the style sheet",
     "<style>td.button a:hover, #x { background: #333 } @media print { p { background: #333 } }"
     "</style><div id=x><b style='color:#fff'>a</b></div><p style='color:#fff'>b</p>"
     "<div style='color:#fff'>c</div>",
     "*T0! a\n*T0! b\n"},
    {"colours undone inside",
     "<p style='color:#fff'>a<b style='color:#000'>b</b><a href=u>c</a></p>", "*T0! bc\n"},
    {"what cannot be seen parts lines and words",
     "one<p style='color:#fff'>x</p>two t<font color=white>x</font>wo<br>three",
     "*T0! one\n*T0! two t wo\n T0! three\n"},
    {"no room",
     "<p style='height:0;overflow:hidden'>a</p><td style='height:0;overflow:hidden'>b</td>"
     "<p style='line-height:0;overflow:hidden'>c<b style='line-height:20px'>d</b></p>",
     "*T0! b\n*T0! d\n"},
    {"aria-hidden is seen", "<p aria-hidden=true>a</p>", "*T0! a\n"},
    {"the padding of preheaders",
     "<p>&#847;&zwnj;&nbsp;&#847; &zwnj;&#8199;&shy;&#65279;&nbsp;&lrm;&#8203;</p>a", "*T0! a\n"},

    /* quotes */
    {"a blockquote", "a<blockquote type=cite>b<blockquote>c</blockquote></blockquote>d",
     "*T0! a\n*T1! b\n*T2! c\n*T0! d\n"},
    {"an indented paragraph",
     "<blockquote style=\"margin:0 0 0 40px;border:none;padding:0px\">a</blockquote>", "*T0! a\n"},
    {"Gmail's reply",
     "a<div class=\"gmail_quote gmail_quote_container\"><div dir=\"ltr\" class=\"gmail_attr\">On "
     "Monday Bo"
     " wrote:<br></div><blockquote class=\"gmail_quote\" style=\"border-left:1px "
     "solid\">b</blockquote>"
     "</div>",
     "*T0! a\n*T1! On Monday Bo wrote:\n*T1! b\n"},
    {"answers between Gmail's quotes",
     "<div class=gmail_quote>Bo wrote:<blockquote class=gmail_quote>b</blockquote><div>c</div>"
     "<blockquote class=gmail_quote>d</blockquote>e</div>f",
     "*T1! Bo wrote:\n*T1! b\n*T0! c\n*T1! d\n*T0! e\n*T0! f\n"},
    {"Gmail's forward",
     "a<div class=gmail_quote><div class=gmail_attr>From: "
     "Bo</div>b<div>c<blockquote>d</blockquote>e"
     "</div></div>",
     "*T0! a\n*T1! From: Bo\n*T1! b\n*T1! c\n*T2! d\n*T1! e\n"},
    {"Outlook's reply",
     "<body><div>a</div><div id=\"appendonsend\"></div><hr><div id=\"divRplyFwdMsg\">From: Bo</div>"
     "<div>b</div></body>",
     "*T0! a\n*-1! ---\n*T1! From: Bo\n*T1! b\n"},
    {"Outlook's quote ends with what is around it",
     "<div>a<div id=divRplyFwdMsg>From</div>b</div>c", "*T0! a\n*T1! From\n*T1! b\n*T0! c\n"},
    {"Thunderbird's reply",
     "<div class=\"moz-cite-prefix\">Bo wrote:<br></div><blockquote type=\"cite\" cite=\"mid:x\">b"
     "</blockquote>a",
     "*T1! Bo wrote:\n*T1! b\n*T0! a\n"},
    {"Outlook for Mac and Yahoo",
     "a<span id=\"OLK_SRC_BODY_SECTION\">b</span><div class=\"yahoo_quoted\">c</div>",
     "*T0! a\n*T1! b\n*T1! c\n"},

    /* tables */
    {"a layout", "<table><tr><td>Dear Ann,</td></tr><tr><td>we</td></tr></table>",
     "*T0! Dear Ann,\n*T0! we\n"},
    {"data", "<table><tr><th>Item<th>Price<tr><td>Pen<td>2 kr</table>x",
     "*C0! Item\n*C0! Price\n*C0! Pen\n*C0! 2 kr\n*T0! x\n"},
    {"data without heads", "<table><tr><td>Pen<td>2 kr<tr><td>Ink<td>9 kr</table>",
     "*C0! Pen\n*C0! 2 kr\n*C0! Ink\n*C0! 9 kr\n"},
    {"a layout that says so", "<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>",
     "*T0! a\n*T0! b\n*T0! c\n*T0! d\n"},
    {"data in a layout", "<table><tr><td>a<table><tr><th>b<td>c</table><td>d</table>",
     "*T0! a\n*C0! b\n*C0! c\n*T0! d\n"},
    {"lists in two columns", "<table><tr><td><ul><li>a</ul><td>b<tr><td>c<td>d</table>",
     "*I0! a\n*T0! b\n*T0! c\n*T0! d\n"},
    {"nothing", "", ""},
    {"only tags", "<div><br><img alt='logo'></div>", ""},
};

START_TEST(every_html_has_its_lines)
{
    struct tl_source *source = tl_source_of(tl_test_arena, TL_STR("test"), tl_str_of(rows[_i].in));
    struct tl_notices notices = {0};

    struct tl_reading reading = read_html(source, &notices);

    ck_assert_msg(tl_is_str(reading_lines(&reading), tl_str_of(rows[_i].lines)), "%s: %s",
                  rows[_i].name, tl_test_said());
    tl_map_check(reading.text.map, source->bytes.len);
    ck_assert_uint_eq(notices.len, 0);
}
END_TEST

START_TEST(words_came_from_their_bytes)
{
    struct tl_source *source = tl_test_source(
        "test", "<p title='x'>The caf&eacute; &amp; b<b>a</b>r, 5&nbsp;&#8364;<br>\r\n"
                "\tf\xc3\xb6r&shy;sent A&B <3 x<!-- y -->z e&#769; &foo; it&#146;s</p>");
    struct tl_notices notices = {0};

    struct tl_reading reading = read_html(source, &notices);

    assert_lines(
        &reading, source,
        "*T0! The caf\u00e9 & bar, 5 \u20ac\n T0! f\u00f6rsent A&B <3 xz \u00e9 &foo; it\u2019s\n");
    assert_words_from(&reading, source, "caf\u00e9", "caf&eacute;");
    assert_words_from(&reading, source, " & ", " &amp; ");
    assert_words_from(&reading, source, "bar", "b<b>a</b>r");
    assert_words_from(&reading, source, "5 \u20ac", "5&nbsp;&#8364;");
    assert_words_from(&reading, source, "f\u00f6rsent", "f\xc3\xb6r&shy;sent");
    assert_words_from(&reading, source, "A&B", "A&B");
    assert_words_from(&reading, source, "<3", "<3");
    assert_words_from(&reading, source, "xz", "x<!-- y -->z");
    assert_words_from(&reading, source, "z \u00e9", "z e&#769;");
    assert_words_from(&reading, source, "&foo;", "&foo;");
    assert_words_from(&reading, source, "it\u2019s", "it&#146;s");
}
END_TEST

START_TEST(an_entity_is_one_unit_of_the_map)
{
    struct tl_source *source = tl_test_source("test", "a&aring;&auml;&ouml;b");
    struct tl_notices notices = {0};

    struct tl_reading reading = read_html(source, &notices);

    assert_words_from(&reading, source, "\u00e5", "&aring;");
    assert_words_from(&reading, source, "\u00e4", "&auml;");
    assert_words_from(&reading, source, "\u00e4\u00f6", "&auml;&ouml;");
    assert_words_from(&reading, source, "b", "b");
}
END_TEST

START_TEST(an_entity_without_a_semicolon_is_one_unit_of_the_map)
{
    struct tl_source *source = tl_test_source("test", "caf&eacutes &amp bar &edot;r");
    struct tl_notices notices = {0};

    struct tl_reading reading = read_html(source, &notices);

    assert_words_from(&reading, source, "caf", "caf");
    assert_words_from(&reading, source, "\u00e9", "&eacute");
    assert_words_from(&reading, source, "s", "s");
    assert_words_from(&reading, source, "& bar", "&amp bar");
    assert_words_from(&reading, source, "\u0117r", "&edot;r");
}
END_TEST

START_TEST(every_word_of_a_long_text_came_from_its_bytes)
{
    struct tl_buf bytes = tl_buf_in(tl_test_arena);
    for (unsigned i = 0; i < 40000; i++) {
        tl_buf_add_format(&bytes, i % 7 == 0 ? "\u00f6&#229;%u " : "w\u00f6%u ", i);
    }
    struct tl_source *source = tl_source_of(tl_test_arena, TL_STR("test"), tl_buf_str(&bytes));
    struct tl_notices notices = {0};

    struct tl_reading reading = read_html(source, &notices);

    struct tl_str text = reading.text.bytes;
    tl_map_check(reading.text.map, source->bytes.len);
    for (size_t at = 0, n = 0; at < text.len; n++) {
        size_t end = tl_str_find_char(text, ' ', at);
        end = end == TL_NONE ? text.len : end;
        struct tl_span span = tl_text_source(&reading.text, (struct tl_span){at, end});
        struct tl_str expected =
            tl_arena_format(tl_test_arena, n % 7 == 0 ? "\u00f6&#229;%zu" : "w\u00f6%zu", n);
        tl_assert_same(tl_str_slice(source->bytes, span.begin, span.end), expected);
        at = end + 1;
    }
}
END_TEST

START_TEST(the_map_goes_through_the_map_of_the_text)
{
    struct tl_source *source = tl_test_source("test", "<p>caf=C3=A9</p>");
    struct tl_text raw = tl_text_of(tl_test_arena, source);
    struct tl_text_builder build = tl_text_build(tl_test_arena);
    tl_text_keep(&build, &raw, (struct tl_span){0, 6});
    tl_text_replace(&build, &raw, (struct tl_span){6, 12}, TL_STR("\u00e9"));
    tl_text_keep(&build, &raw, (struct tl_span){12, 16});
    struct tl_text text = tl_text_finish(&build);
    struct tl_notices notices = {0};

    struct tl_reading reading = tl_html_read(tl_test_arena, &text, &notices);

    assert_lines(&reading, source, "*T0! caf\u00e9\n");
    assert_words_from(&reading, source, "caf\u00e9", "caf=C3=A9");
}
END_TEST

START_TEST(a_link_has_what_is_shown_and_where_it_goes)
{
    struct tl_source *source = tl_test_source(
        "test",
        "See <a href=' https://example.com/?a=1&amp;b=2 '>our <b>page</b></a>."
        "<a href='x'><img src='y'></a><a name='z'>no</a><a href='#'><p>one</p><p>two</p></a>");
    struct tl_notices notices = {0};

    struct tl_reading reading = read_html(source, &notices);

    ck_assert_uint_eq(reading.links.len, 3);
    struct tl_link link = reading.links.items[0];
    tl_assert_str(tl_str_slice(reading.text.bytes, link.span.begin, link.span.end), "our page");
    tl_assert_str(link.target, "https://example.com/?a=1&b=2");
    tl_assert_str(tl_str_slice(source->bytes, link.tag.begin, link.tag.end),
                  "<a href=' https://example.com/?a=1&amp;b=2 '");
    link = reading.links.items[1];
    ck_assert_uint_eq(link.span.begin, link.span.end);
    tl_assert_str(link.target, "x");
    link = reading.links.items[2];
    tl_assert_str(tl_str_slice(reading.text.bytes, link.span.begin, link.span.end), "one\ntwo");
}
END_TEST

START_TEST(the_language_is_that_of_the_root)
{
    struct tl_source *source = tl_test_source("test", "<html lang=\"sv-SE\"><p lang=en>x");
    struct tl_notices notices = {0};

    struct tl_reading reading = read_html(source, &notices);

    tl_assert_str(reading.language, "sv-SE");
}
END_TEST

START_TEST(what_is_said_of_the_charset_is_not_looked_at)
{
    struct tl_source *source =
        tl_test_source("test", "<meta charset=iso-8859-1><p>\u00e5\u00e4\u00f6");
    struct tl_notices notices = {0};

    struct tl_reading reading = read_html(source, &notices);

    assert_lines(&reading, source, "*T0! \u00e5\u00e4\u00f6\n");
}
END_TEST

START_TEST(control_characters_are_white_space)
{
    struct tl_source *source = tl_test_source("test", "<p>a\0b\x01\fc\x7f");
    struct tl_notices notices = {0};

    struct tl_reading reading = read_html(source, &notices);

    assert_lines(&reading, source, "*T0! a b c\n");
}
END_TEST

START_TEST(too_deep_elements_are_a_notice)
{
    struct tl_buf bytes = tl_buf_in(tl_test_arena);
    for (unsigned i = 0; i < 1000; i++) {
        tl_buf_add(&bytes, TL_STR("<div>x"));
    }
    struct tl_source *source = tl_source_of(tl_test_arena, TL_STR("test"), tl_buf_str(&bytes));
    struct tl_notices notices = {0};

    struct tl_reading reading = read_html(source, &notices);

    ck_assert_uint_eq(notices.len, 1);
    ck_assert_int_eq(notices.items[0].kind, TL_NOTICE_LIMIT);
    ck_assert_uint_gt(reading.lines.len, TL_MAX_HTML_DEPTH - 10);
    ck_assert_uint_lt(reading.lines.len, TL_MAX_HTML_DEPTH);
    tl_map_check(reading.text.map, source->bytes.len);
}
END_TEST

static const struct {
    const char *once;
    const char *again;
    size_t n;
} repeated[] = {
    {"", "<br>", 500000},
    {"", "<p>", 500000},
    {"", "</p>", 500000},
    {"", "<b></i>", 200000},
    {"", "<", 1000000},
    {"", "&", 1000000},
    {"", "<!--", 500000},
    {"", "<!", 500000},
    {"", "<![", 500000},
    {"", "<a href=\"", 200000},
    {"<a ", "b%u=1 ", 200000},
    {"", "<script>", 200000},
    {"", "<script></", 200000},
    {"", "&zwnj;", 300000},
    {"", "<table><tr><td>", 100000},
    {"", "x", 4000000},
    {"<pre>", "\n", 1000000},
    {"", "</blockquote>", 200000},
    {"", "<blockquote>x</blockquote>", 100000},
    {"", "<title>", 200000},
    {"", "\u0301", 1000000},
    {"<p style='", "a:b;", 500000},
    {"<p class='", "a ", 500000},
};

START_TEST(a_million_of_anything_is_read)
{
    struct tl_buf bytes = tl_buf_in(tl_test_arena);
    tl_buf_add(&bytes, tl_str_of(repeated[_i].once));
    struct tl_str again = tl_str_of(repeated[_i].again);
    size_t number = tl_str_find(again, TL_STR("%u"), 0);
    for (unsigned i = 0; i < repeated[_i].n; i++) {
        tl_buf_add(&bytes, tl_str_slice(again, 0, number));
        if (number != TL_NONE) {
            tl_buf_add_format(&bytes, "%u", i);
            tl_buf_add(&bytes, tl_str_slice(again, number + 2, again.len));
        }
    }
    struct tl_source *source = tl_source_of(tl_test_arena, TL_STR("test"), tl_buf_str(&bytes));
    struct tl_notices notices = {0};

    struct tl_reading reading = read_html(source, &notices);

    tl_map_check(reading.text.map, source->bytes.len);
}
END_TEST

static Suite *html_suite(void)
{
    Suite *suite = suite_create("html");
    TCase *table = tl_case(suite, "lines");
    tcase_add_loop_test(table, every_html_has_its_lines, 0, sizeof rows / sizeof *rows);
    tl_add_tests(suite, "map", words_came_from_their_bytes, an_entity_is_one_unit_of_the_map,
                 an_entity_without_a_semicolon_is_one_unit_of_the_map,
                 every_word_of_a_long_text_came_from_its_bytes,
                 the_map_goes_through_the_map_of_the_text);
    tl_add_tests(suite, "read", a_link_has_what_is_shown_and_where_it_goes,
                 the_language_is_that_of_the_root, what_is_said_of_the_charset_is_not_looked_at,
                 control_characters_are_white_space, too_deep_elements_are_a_notice);
    TCase *hostile = tl_case(suite, "hostile");
    tcase_set_timeout(hostile, 60);
    tcase_add_loop_test(hostile, a_million_of_anything_is_read, 0,
                        sizeof repeated / sizeof *repeated);
    return suite;
}

TL_TEST_MAIN(html_suite)
