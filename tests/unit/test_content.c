/* SPDX-License-Identifier: MIT */
#include "text/content.h"

#include "base/limits.h"
#include "reading.h"

#include <string.h>

static const struct {
    const char *why;
    const char *path;
    const char *bytes;
    enum tl_content_kind kind;
} kinds[] = {
    {"a mail", "x", "From: a@example.com\nSubject: x\n\nhello", TL_CONTENT_EML},
    {"a mail that is only a header", "x", "Date: Mon, 2 Jun 2025 10:00:00 +0200\n", TL_CONTENT_EML},
    {"a mail in CRLF after a mark", "x", "\xef\xbb\xbfMIME-Version: 1.0\r\nX: y\r\n\tz\r\n\r\nhi",
     TL_CONTENT_EML},
    {"an mbox", "x", "From a Mon Jun  2 10:00:00 2025\nSubject: x\nTo: b@example.com\n\nhi",
     TL_CONTENT_EML},
    {"a mail of HTML", "x.html", "Content-Type: text/html\nTo: a\n\n<html>", TL_CONTENT_EML},
    {"a subject alone", "x.txt", "Subject: Your order\n\nDear Ann,", TL_CONTENT_TEXT},
    {"a subject alone in a mail file", "x.EML", "Subject: Your order\n\nDear Ann,", TL_CONTENT_EML},
    {"a mail file without a header", "x.eml", "Dear Ann,\nhello", TL_CONTENT_EML},
    {"a letter that begins with To:", "x.txt", "To: all who came\nthank you", TL_CONTENT_TEXT},
    {"a text", "x", "Dear Ann: hello\n\nFrom: here", TL_CONTENT_TEXT},
    {"a link", "x", "https://example.com/\n\nhello", TL_CONTENT_TEXT},
    {"a doctype", "x", "\n <!DOCTYPE html><p>", TL_CONTENT_HTML},
    {"a comment", "x", "<!-- c -->\n", TL_CONTENT_HTML},
    {"a tag", "x.txt", "<Table width=1>", TL_CONTENT_HTML},
    {"an address", "x", "<a@example.com> wrote", TL_CONTENT_TEXT},
    {"no tag of HTML", "x", "<name>, hello", TL_CONTENT_TEXT},
    {"a template", "x.html", "{% extends 'base' %}<p>hi", TL_CONTENT_HTML},
    {"Markdown", "x.md", "# Dear Ann\n", TL_CONTENT_TEXT},
    {"nothing", "x", "", TL_CONTENT_TEXT},
};

START_TEST(every_input_has_its_kind)
{
    struct tl_source *source =
        tl_source_of(tl_test_arena, tl_str_of(kinds[_i].path), tl_str_of(kinds[_i].bytes));

    ck_assert_msg(tl_content_kind_of(source) == kinds[_i].kind, "%s", kinds[_i].why);
}
END_TEST

static const struct {
    const char *path;
    const char *bytes;
    enum tl_content_kind kind;
} template_kinds[] = {
    {"x.html.j2", "Hi {{ name }}", TL_CONTENT_HTML},
    {"x.eml.j2", "X-A: b\n\nHi", TL_CONTENT_EML},
    {"x.txt.j2", "Hi <b>{{ name }}</b>", TL_CONTENT_TEXT},
    {"x.j2", "Hi <b>{{ name }}</b>", TL_CONTENT_HTML},
    {"x.j2", "Hi {{ name }},<br>", TL_CONTENT_HTML},
    {"x.j2", "Hi {{ name }} <name>", TL_CONTENT_TEXT},
    {"x", "Hi <b>{{ name }}</b>", TL_CONTENT_TEXT},
    {"x", "{# a #}{% if b %}\n<p>Hi", TL_CONTENT_HTML},
    {"x", "---\nsubject: a\n---\n{{> top}}<p>Hi", TL_CONTENT_HTML},
    {"x.mjml", "{{> top}}", TL_CONTENT_HTML},
    {"x", "To: {{ to }}\nSubject: a\n\n<p>", TL_CONTENT_EML},
};

START_TEST(a_template_is_what_stands_behind_its_tags)
{
    struct tl_source *source = tl_source_of(tl_test_arena, tl_str_of(template_kinds[_i].path),
                                            tl_str_of(template_kinds[_i].bytes));

    ck_assert_msg(tl_content_kind_of_template(source) == template_kinds[_i].kind, "%s: %s",
                  template_kinds[_i].path, template_kinds[_i].bytes);
}
END_TEST

START_TEST(front_matter_is_no_text_and_has_the_subject)
{
    struct tl_source *source =
        tl_test_source("x.md", "---\nsubject: \"Your {{ a }}\"\n---\nHi {{ name }}\n");

    const struct tl_content *content =
        tl_content_read_as(tl_test_arena, source, &(struct tl_content_asked){.is_template = true});

    ck_assert(content->has_subject);
    ck_assert_uint_eq(content->template.tags.len, 2);
    tl_assert_str(content->template.tags.items[0].text, "{{ a }}");
    ck_assert_uint_eq(content->reading.lines.len, 1);
    tl_assert_source_is(source, &content->subject, ((struct tl_span){0, 5}), "Your ");
    tl_assert_source_is(source, &content->reading.text, ((struct tl_span){0, 2}), "Hi");
}
END_TEST

START_TEST(a_mail_gives_subject_text_and_language)
{
    struct tl_source *source = tl_test_source(
        "test", "From: a@example.com\nSubject: =?utf-8?Q?F=C3=B6rs=C3=A4ljning?=\n"
                "Content-Language: sv-SE\nContent-Type: text/plain; charset=iso-8859-1\n"
                "Content-Transfer-Encoding: quoted-printable\n\nHej,\nvi f=F6r=\nst=E5r\n");

    const struct tl_content *content = tl_content_read(tl_test_arena, source);

    ck_assert_int_eq(content->kind, TL_CONTENT_EML);
    ck_assert(content->has_subject);
    tl_assert_str(content->subject.bytes, "F\u00f6rs\u00e4ljning");
    tl_assert_str(content->language, "sv-SE");
    ck_assert_ptr_eq(content->part, content->mail);
    ck_assert_int_eq(content->attachments, TL_ATTACHMENTS_NONE);
    assert_lines(&content->reading, source, "*T0  Hej,\n T0  vi f\u00f6rst\u00e5r\n");
    assert_words_from(&content->reading, source, "f\u00f6rst\u00e5r", "f=F6r=\nst=E5r");
    tl_assert_source_is(source, &content->subject, tl_test_find(content->subject.bytes, "s\u00e4l"),
                        "s=C3=A4l");
    ck_assert_uint_eq(content->notices.len, 0);
}
END_TEST

START_TEST(the_same_words_in_every_wrapping_give_the_same_lines)
{
    static const char *const mails[] = {
        "From: a@example.com\nContent-Type: text/plain; charset=utf-8\n\nTack f\xc3\xb6r "
        "allt\n\nBo\n",
        "From: a@example.com\r\nContent-Type: text/plain; charset=windows-1252\r\n\r\nTack f\xf6r "
        "allt\r\n\r\nBo\r\n",
        "From: a@example.com\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: "
        "base64\n\nVGFjayBmw7ZyIGFsbHQNCg0KQm8NCg==\n",
        "From: a@example.com\nContent-Type: text/plain; format=flowed\nContent-Transfer-Encoding: "
        "quoted-printable\n\nTack f=C3=B6r allt\n\nBo\n",
        "Tack f\xf6r allt\r\rBo",
    };
    for (size_t i = 0; i < sizeof mails / sizeof *mails; i++) {
        struct tl_source *source = tl_source_of(tl_test_arena, TL_STR("test"), tl_str_of(mails[i]));

        const struct tl_content *content = tl_content_read(tl_test_arena, source);

        assert_lines(&content->reading, source, "*T0  Tack f\u00f6r allt\n*T0  Bo\n");
    }
}
END_TEST

START_TEST(flowed_and_delsp_are_parameters_of_the_type)
{
    struct tl_source *source = tl_test_source(
        "test", "To: a\nContent-Type: text/plain; format=Flowed; delsp=YES\n\nThank \nyou\nBo\n");

    const struct tl_content *content = tl_content_read(tl_test_arena, source);

    assert_lines(&content->reading, source, "*T0! Thankyou\n T0! Bo\n");
}
END_TEST

START_TEST(attachments_are_seen)
{
    struct tl_source *source = tl_test_source(
        "test",
        "From: a@example.com\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nhello\n--b\n"
        "Content-Type: application/pdf; name=a.pdf\n\nP\n--b--\n");

    const struct tl_content *content = tl_content_read(tl_test_arena, source);

    ck_assert_int_eq(content->attachments, TL_ATTACHMENTS_SOME);
    assert_lines(&content->reading, source, "*T0  hello\n");
}
END_TEST

START_TEST(a_file_inside_the_text_is_an_attachment_and_no_text)
{
    struct tl_source *source = tl_test_source(
        "test", "From: a@example.com\nTo: b@example.com\n\nhello\n\nbegin 644 a\n`\nend\n\nbye\n");

    const struct tl_content *content = tl_content_read(tl_test_arena, source);

    ck_assert_int_eq(content->attachments, TL_ATTACHMENTS_SOME);
    assert_lines(&content->reading, source, "*T0  hello\n*T0  bye\n");
}
END_TEST

START_TEST(a_text_does_not_know_of_attachments)
{
    struct tl_source *source = tl_test_source("test", "hello");

    const struct tl_content *content = tl_content_read(tl_test_arena, source);

    ck_assert_int_eq(content->attachments, TL_ATTACHMENTS_UNKNOWN);
    ck_assert(!content->has_subject);
    ck_assert_uint_eq(content->subject.bytes.len, 0);
    ck_assert_ptr_null(content->mail);
    ck_assert_ptr_nonnull(content->part);
    tl_assert_str(content->part->type.value, "text/plain");
}
END_TEST

START_TEST(an_empty_subject_is_one)
{
    struct tl_source *source = tl_test_source("test", "From: a@example.com\nSubject:\n\nhello");

    const struct tl_content *content = tl_content_read(tl_test_arena, source);

    ck_assert(content->has_subject);
    ck_assert_uint_eq(content->subject.bytes.len, 0);
}
END_TEST

START_TEST(an_html_file_says_its_charset_and_language)
{
    struct tl_source *source = tl_test_source(
        "test", "<html lang=lt><meta http-equiv=\"Content-Type\" content=\"text/html; "
                "charset=windows-1257\"><p>a\xe8i\xfb");

    const struct tl_content *content = tl_content_read(tl_test_arena, source);

    ck_assert_int_eq(content->kind, TL_CONTENT_HTML);
    tl_assert_str(content->language, "lt");
    assert_lines(&content->reading, source, "*T0! a\u010di\u016b\n");
    assert_words_from(&content->reading, source, "a\u010di\u016b", "a\xe8i\xfb");
}
END_TEST

static const struct {
    const char *name;
    const char *bytes;
    size_t len;
    const char *what;
} textless[] = {
#define TEXTLESS(name, bytes, what)                                                                \
    {                                                                                              \
        name, bytes, sizeof(bytes) - 1, what                                                       \
    }
    TEXTLESS("nothing", "", "the input is empty"),
    TEXTLESS("white space", " \n\n", "the input has no text"),
    TEXTLESS("HTML without text", "<html><body><img></body></html>", "the input has no text"),
    TEXTLESS("a program",
             "\x7f"
             "ELF\x02\x01\x01\0\0\0",
             "the input is binary"),
    TEXTLESS("a mail without a body", "From: a@example.com\n\n",
             "the message has no readable part"),
    TEXTLESS("a picture", "From: a@example.com\nContent-Type: image/png\n\nP",
             "the message has no readable part"),
    TEXTLESS("an encrypted mail",
             "To: a\nContent-Type: multipart/encrypted; boundary=b\n\n--b\nContent-Type: "
             "application/pgp-encrypted\n\nVersion: 1\n--b--\n",
             "the message is encrypted"),
    TEXTLESS("S/MIME",
             "To: a\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nM",
             "the message is encrypted"),
#undef TEXTLESS
};

START_TEST(an_input_without_text_is_a_notice)
{
    struct tl_source *source = tl_source_of(tl_test_arena, TL_STR("test"),
                                            (struct tl_str){textless[_i].bytes, textless[_i].len});

    const struct tl_content *content = tl_content_read(tl_test_arena, source);

    ck_assert_msg(content->notices.len == 1, "%s", textless[_i].name);
    ck_assert_int_eq(content->notices.items[0].kind, TL_NOTICE_NO_TEXT);
    tl_assert_same(content->notices.items[0].what, tl_str_of(textless[_i].what));
    ck_assert_uint_eq(content->reading.lines.len, 0);
    struct tl_span nowhere = tl_text_source(&content->reading.text, (struct tl_span){0, 0});
    ck_assert_uint_eq(nowhere.begin, nowhere.end);
    ck_assert_uint_le(nowhere.end, source->bytes.len);
}
END_TEST

START_TEST(a_long_file_is_cut_and_says_so)
{
    size_t len = TL_MAX_TEXT_BYTES + 10;
    char *bytes = tl_arena_alloc(tl_test_arena, len);
    memset(bytes, 'x', len);
    struct tl_source *source =
        tl_source_of(tl_test_arena, TL_STR("test"), (struct tl_str){bytes, len});

    const struct tl_content *content = tl_content_read(tl_test_arena, source);

    ck_assert_uint_eq(content->notices.len, 1);
    ck_assert_int_eq(content->notices.items[0].kind, TL_NOTICE_LIMIT);
    ck_assert_uint_eq(content->reading.text.bytes.len, TL_MAX_TEXT_BYTES);
}
END_TEST

START_TEST(a_source_that_was_cut_is_a_notice)
{
    struct tl_source *source = tl_test_source("test", "hello");
    source->cut = true;

    const struct tl_content *content = tl_content_read(tl_test_arena, source);

    ck_assert_uint_eq(content->notices.len, 1);
    ck_assert_int_eq(content->notices.items[0].kind, TL_NOTICE_LIMIT);
    tl_assert_str(content->notices.items[0].what, "only the first 256 MB of the input were read");
}
END_TEST

/* Bytes that take every turn of the reading, put together at random. */
static const char *const pieces[] = {
    "From: a\n",
    "Content-Type: text/html\n",
    "\n",
    "<p>",
    "</div>",
    "&eacute;",
    "&",
    "<",
    "=?utf-8?Q?=C3?=",
    "\xc3",
    "\xa9",
    "\r",
    "\r\n",
    "> ",
    "- ",
    "<blockquote>",
    "\0x",
    "<table>",
    "<td>",
    "-- \n",
    "```\n",
    "Content-Type: multipart/alternative; boundary=b\n",
    "--b\n",
    "--b--",
    "<pre>",
    "=\n",
    "Content-Type: text/plain; format=flowed; charset=utf-7\n",
    "word ",
    "e\u0301",
    "\u200d",
    "<!--",
    "Content-Transfer-Encoding: base64\n",
    "Subject: ",
    "<a href='x'>",
    "<div class=gmail_quote>",
    "\xff\xfe",
};

START_TEST(any_bytes_are_a_message)
{
    unsigned seed = (unsigned)_i * 2654435761U + 1;
    struct tl_buf bytes = tl_buf_in(tl_test_arena);
    for (unsigned i = 0; i < 60; i++) {
        seed = seed * 1664525U + 1013904223U;
        const char *piece = pieces[(seed >> 16) % (sizeof pieces / sizeof *pieces)];
        tl_buf_add(&bytes, (struct tl_str){piece, piece[0] == '\0' ? 2 : strlen(piece)});
    }
    struct tl_source *source = tl_source_of(tl_test_arena, TL_STR("test"), tl_buf_str(&bytes));

    const struct tl_content *content = tl_content_read(tl_test_arena, source);

    (void)reading_lines(&content->reading);
    tl_map_check(content->reading.text.map, source->bytes.len);
    tl_map_check(content->subject.map, source->bytes.len);
}
END_TEST

static Suite *content_suite(void)
{
    Suite *suite = suite_create("content");
    TCase *table = tl_case(suite, "kind of");
    tcase_add_loop_test(table, every_input_has_its_kind, 0, sizeof kinds / sizeof *kinds);
    tcase_add_loop_test(table, a_template_is_what_stands_behind_its_tags, 0,
                        sizeof template_kinds / sizeof *template_kinds);
    tl_add_tests(suite, "template", front_matter_is_no_text_and_has_the_subject);
    tl_add_tests(suite, "read", a_mail_gives_subject_text_and_language,
                 the_same_words_in_every_wrapping_give_the_same_lines,
                 flowed_and_delsp_are_parameters_of_the_type, attachments_are_seen,
                 a_file_inside_the_text_is_an_attachment_and_no_text,
                 a_text_does_not_know_of_attachments, an_empty_subject_is_one,
                 an_html_file_says_its_charset_and_language);
    table = tl_case(suite, "no text");
    tcase_add_loop_test(table, an_input_without_text_is_a_notice, 0,
                        sizeof textless / sizeof *textless);
    tl_add_tests(suite, "limits", a_long_file_is_cut_and_says_so,
                 a_source_that_was_cut_is_a_notice);
    TCase *hostile = tl_case(suite, "hostile");
    tcase_set_timeout(hostile, 60);
    tcase_add_loop_test(hostile, any_bytes_are_a_message, 0, 400);
    return suite;
}

TL_TEST_MAIN(content_suite)
