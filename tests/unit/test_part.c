/* SPDX-License-Identifier: MIT */
#include "mime/part.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "support/tl_check.h"

static struct tl_source *source;
static struct tl_notices notices;

static const struct tl_part *parse_str(struct tl_str bytes)
{
    notices = (struct tl_notices){0};
    source = tl_source_of(tl_test_arena, TL_STR("test"), bytes);
    struct tl_text message = tl_text_of(tl_test_arena, source);
    return tl_part_parse(tl_test_arena, &message, &notices);
}

#define parse(literal) parse_str(TL_STR(literal))

static struct tl_text decode(const struct tl_part *part)
{
    struct tl_text text = tl_part_decode(tl_test_arena, part, &notices);
    tl_map_check(text.map, source->bytes.len);
    return text;
}

#define assert_came_from(text, needle, literal)                                                    \
    tl_assert_source_is(source, &(text), tl_test_find((text).bytes, (needle)), literal)

static void tree_add(struct tl_buf *buf, const struct tl_part *part)
{
    tl_buf_add(buf, part->type.value);
    if (part->first == NULL) {
        tl_buf_add_format(buf, "<%.*s>", TL_STR_ARG(part->body.bytes));
        return;
    }
    size_t n = 0;
    tl_buf_add(buf, TL_STR("("));
    for (const struct tl_part *child = part->first; child != NULL; child = child->next) {
        tl_buf_add(buf, n++ > 0 ? TL_STR(" ") : TL_STR(""));
        tree_add(buf, child);
    }
    tl_buf_add(buf, TL_STR(")"));
    ck_assert_uint_eq(n, part->n_children);
}

/* "type<body>" for a leaf, "type(child child)" for what has children. */
static struct tl_str tree(const struct tl_part *part)
{
    struct tl_buf buf = tl_buf_in(tl_test_arena);
    tree_add(&buf, part);
    return tl_buf_str(&buf);
}

START_TEST(a_message_without_mime_is_plain_text)
{
    const struct tl_part *part = parse("Subject: Hello\n\nDear Ann\n");

    tl_assert_str(tree(part), "text/plain<Dear Ann\n>");
    tl_assert_span(tl_text_source(&part->body, (struct tl_span){0, 9}), 16, 25);
    ck_assert_uint_eq(part->fields.len, 1);
    tl_assert_str(part->encoding, "");
    tl_assert_str(part->disposition.value, "");
}
END_TEST

#define MIXED "Content-Type: multipart/mixed; boundary=\"b1\"\n\n"
#define TEXT "Content-Type: text/plain\n\n"
#define HTML "Content-Type: text/html\n\n"

static const struct {
    const char *name;
    struct tl_str bytes;
    struct tl_str tree;
} trees[] = {
#define ROW(name, bytes, tree)                                                                     \
    {                                                                                              \
        name, {bytes, sizeof(bytes) - 1},                                                          \
        {                                                                                          \
            tree, sizeof(tree) - 1                                                                 \
        }                                                                                          \
    }
    ROW("two parts", MIXED "--b1\n" TEXT "one\n--b1\n" HTML "two\n\n--b1--\n",
        "multipart/mixed(text/plain<one> text/html<two\n>)"),
    ROW("preamble and epilogue", MIXED "see below\n--b1\n\none\n--b1--\n\nthe end\n--b1\nx\n",
        "multipart/mixed(text/plain<one>)"),
    ROW("CRLF",
        "Content-Type: multipart/mixed;\r\n boundary=b1\r\n\r\n--b1\r\n\r\none\r\n\r\n--b1--\r\n",
        "multipart/mixed(text/plain<one\r\n>)"),
    ROW("bare CR", "Content-Type: multipart/mixed; boundary=b1\r\r--b1\r\rone\r--b1--\r",
        "multipart/mixed(text/plain<one>)"),
    ROW("white space after the boundary", MIXED "--b1  \n\none\n--b1-- \t\n",
        "multipart/mixed(text/plain<one>)"),
    ROW("a boundary that begins another", MIXED "--b1\n\none\n--b12\n--b1x--\n--b1--\n",
        "multipart/mixed(text/plain<one\n--b12\n--b1x-->)"),
    ROW("a nested boundary that begins the outer one",
        "Content-Type: multipart/mixed; boundary=ab\n\n--ab\n"
        "Content-Type: multipart/alternative; boundary=a\n\n--a\n\none\n--ab\n\ntwo\n--ab--\n",
        "multipart/mixed(multipart/alternative(text/plain<one>) text/plain<two>)"),
    ROW("a nested boundary that begins with the outer one and ends it",
        "Content-Type: multipart/mixed; boundary=a\n\n--a\n"
        "Content-Type: multipart/alternative; boundary=a--\n\n--a--\n\none\n--a----\n--a\n\ntwo\n",
        "multipart/mixed(multipart/alternative(text/plain<one>) text/plain<two\n>)"),
    ROW("one boundary for both levels",
        MIXED "--b1\n" MIXED "--b1\n\none\n--b1\n\ntwo\n--b1--\n--b1\n\nthree\n--b1--\n",
        "multipart/mixed(multipart/mixed(text/plain<one> text/plain<two>) text/plain<three>)"),
    ROW("nested",
        MIXED "--b1\nContent-Type: multipart/alternative; boundary=b2\n\n--b2\n" TEXT
              "one\n--b2\n" HTML "two\n--b2--\n\n--b1\n\nthree\n--b1--\n",
        "multipart/mixed(multipart/alternative(text/plain<one> text/html<two>) text/plain<three>)"),
    ROW("no last delimiter", MIXED "--b1\n\none\n", "multipart/mixed(text/plain<one\n>)"),
    ROW("no last delimiter inside",
        MIXED "--b1\nContent-Type: multipart/alternative; boundary=b2\n\n--b2\n\none\n--b1\n\ntwo",
        "multipart/mixed(multipart/alternative(text/plain<one>) text/plain<two>)"),
    ROW("a last delimiter that does not say so", MIXED "--b1\n\none\n--b1\n",
        "multipart/mixed(text/plain<one>)"),
    ROW("no boundary", "Content-Type: multipart/mixed\n\none\n", "text/plain<one\n>"),
    ROW("an empty boundary", "Content-Type: multipart/mixed; boundary=\"\"\n\n--\none\n",
        "text/plain<--\none\n>"),
    ROW("no delimiter", MIXED "one\n", "text/plain<one\n>"),
    ROW("no delimiter inside",
        MIXED "--b1\nContent-Type: multipart/alternative; boundary=b2\n\none\n--b1--\n",
        "multipart/mixed(text/plain<one>)"),
    ROW("an empty part", MIXED "--b1\n\n--b1\n--b1--\n",
        "multipart/mixed(text/plain<> text/plain<>)"),
    ROW("a part that ends in its header", MIXED "--b1\nContent-Type: text/html\n--b1\n\none\n",
        "multipart/mixed(text/html<> text/plain<one\n>)"),
    ROW("a boundary that looks like a field",
        "Content-Type: multipart/mixed; boundary=\":x\"\n\n--:x\nContent-Type: text/html\n--:x\n",
        "multipart/mixed(text/html<>)"),
    ROW("a message", "Content-Type: message/rfc822\n\nSubject: x\n\none\n",
        "message/rfc822(text/plain<one\n>)"),
    ROW("a message in a part", MIXED "--b1\nContent-Type: message/rfc822\n\n" HTML "one\n--b1--\n",
        "multipart/mixed(message/rfc822(text/html<one>))"),
    ROW("a digest", "Content-Type: multipart/digest; boundary=b1\n\n--b1\n\nA: 1\n\none\n--b1--\n",
        "multipart/digest(message/rfc822(text/plain<one>))"),
    ROW("a message in base64",
        "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\nQTogMQoKb25lCg==\n",
        "message/rfc822(text/plain<one\n>)"),
    ROW("a malformed type", "Content-Type: text\n\none", "text/plain<one>"),
    ROW("a type in capitals", "CONTENT-TYPE: Text/HTML\n\none", "text/html<one>"),
    ROW("line ends of all kinds",
        "Content-Type: multipart/mixed;\n "
        "boundary=b1\r\n\r\n--b1\r\r\none\ntwo\r--b1\n\r\nthree\r\n--b1--",
        "multipart/mixed(text/plain<one\ntwo> text/plain<three>)"),
    ROW("a preamble before nothing", MIXED "Hello\n--b1--\n", "text/plain<Hello\n>"),
    ROW("a preamble before empty parts", MIXED "Hello\n--b1\n" HTML "\n--b1--\n",
        "text/plain<Hello\n>"),
    ROW("no preamble before an empty part", MIXED "\n--b1\n\n--b1--\n",
        "multipart/mixed(text/plain<>)"),
    ROW("white space round a parameter",
        "Content-Type: multipart/mixed; boundary = \"b1\" \n\n--b1\n\none\n--b1--\n",
        "multipart/mixed(text/plain<one>)"),
    ROW("a header that begins with white space",
        " folded from nowhere\nContent-Type: text/html\n\none", "text/html<one>"),
    ROW("a text that begins like a field",
        "Subject: x\nContent-Type: text/plain; charset = \"utf-8\" \nNote: it is late\nDear Ann\n",
        "text/plain<Note: it is late\nDear Ann\n>"),
    ROW("a message in a message in a message",
        "Content-Type: message/rfc822\n\nContent-Type: message/rfc822\n\nSubject: x\n\none\n",
        "message/rfc822(message/rfc822(text/plain<one\n>))"),
    ROW("a digest whose part has a type",
        "Content-Type: multipart/digest; boundary=b1\n\n--b1\n" TEXT "one\n--b1--\n",
        "multipart/digest(text/plain<one>)"),
    ROW("nothing", "", "text/plain<>"),
#undef ROW
};

START_TEST(a_message_has_its_tree)
{
    const struct tl_part *part = parse_str(trees[_i].bytes);

    ck_assert_msg(tl_is_str(tree(part), trees[_i].tree), "%s: %s", trees[_i].name, tl_test_said());
    ck_assert_uint_eq(notices.len, 0);
}
END_TEST

START_TEST(a_preamble_that_is_the_text_keeps_its_place)
{
    const struct tl_part *part = parse(MIXED "Hello\n--b1--\n");

    tl_assert_span(tl_text_source(&part->body, (struct tl_span){0, 5}), 46, 51);
}
END_TEST

START_TEST(a_multipart_has_all_of_its_body)
{
    const struct tl_part *part = parse(MIXED "hi\n--b1\n\none\n--b1--\nbye\n");

    tl_assert_str(part->body.bytes, "hi\n--b1\n\none\n--b1--\nbye\n");
}
END_TEST

START_TEST(a_header_is_kept_with_its_part)
{
    const struct tl_part *part =
        parse(MIXED "--b1\nContent-Transfer-Encoding: BASE64 (yes)\n"
                    "Content-Disposition: Attachment; filename=\"a.pdf\"\n\nAAAA\n--b1--\n");

    tl_assert_str(part->first->encoding, "base64");
    tl_assert_str(part->first->disposition.value, "attachment");
    tl_assert_str(tl_param_find(&part->first->disposition, TL_STR("filename")), "a.pdf");
}
END_TEST

/* A message that is a message that is a message …, and then text. */
static struct tl_str nested_messages(size_t depth)
{
    struct tl_buf buf = tl_buf_in(tl_test_arena);
    for (size_t i = 0; i < depth; i++) {
        tl_buf_add(&buf, TL_STR("Content-Type: message/rfc822\n\n"));
    }
    tl_buf_add(&buf, TL_STR("Subject: x\n\nHello\n"));
    return tl_buf_str(&buf);
}

static struct tl_str nested_multiparts(size_t depth)
{
    struct tl_buf buf = tl_buf_in(tl_test_arena);
    for (size_t i = 0; i < depth; i++) {
        tl_buf_add_format(&buf, "Content-Type: multipart/mixed; boundary=b%zu\n\n--b%zu\n", i, i);
    }
    tl_buf_add(&buf, TL_STR("\nHello\n"));
    return tl_buf_str(&buf);
}

static size_t depth_of(const struct tl_part *part)
{
    size_t depth = 0;
    for (; part->first != NULL; part = part->first) {
        depth++;
    }
    return depth;
}

START_TEST(nesting_up_to_the_limit_is_read)
{
    ck_assert_uint_eq(depth_of(parse_str(nested_messages(TL_MAX_PART_DEPTH))), TL_MAX_PART_DEPTH);
    ck_assert_uint_eq(notices.len, 0);
    ck_assert_uint_eq(depth_of(parse_str(nested_multiparts(TL_MAX_PART_DEPTH))), TL_MAX_PART_DEPTH);
    ck_assert_uint_eq(notices.len, 0);
}
END_TEST

START_TEST(nesting_over_the_limit_is_reported_once)
{
    ck_assert_uint_eq(depth_of(parse_str(nested_messages(5000))), TL_MAX_PART_DEPTH);
    ck_assert_uint_eq(notices.len, 1);
    ck_assert_int_eq(notices.items[0].kind, TL_NOTICE_LIMIT);

    ck_assert_uint_eq(depth_of(parse_str(nested_multiparts(5000))), TL_MAX_PART_DEPTH);
    ck_assert_uint_eq(notices.len, 1);
}
END_TEST

START_TEST(parts_over_the_limit_are_reported_once)
{
    struct tl_buf buf = tl_buf_in(tl_test_arena);
    tl_buf_add(&buf, TL_STR(MIXED));
    for (int i = 0; i < 3 * TL_MAX_PARTS; i++) {
        tl_buf_add(&buf, TL_STR("--b1\n\none\n"));
    }

    const struct tl_part *part = parse_str(tl_buf_str(&buf));

    ck_assert_uint_eq(part->n_children, TL_MAX_PARTS - 1);
    ck_assert_uint_eq(notices.len, 1);
    ck_assert_int_eq(notices.items[0].kind, TL_NOTICE_LIMIT);
}
END_TEST

START_TEST(a_part_of_a_family_of_types_is_recognised)
{
    const struct tl_part *part = parse("Content-Type: Text/Html\n\n");

    ck_assert(tl_part_is(part, TL_STR("text/html")));
    ck_assert(tl_part_is(part, TL_STR("text/")));
    ck_assert(!tl_part_is(part, TL_STR("text/htm")));
    ck_assert(!tl_part_is(part, TL_STR("multipart/")));
}
END_TEST

static const struct {
    const char *header;
    bool is_attachment;
} attachments[] = {
    {"Content-Type: text/plain", false},
    {"Content-Type: text/html\nContent-Disposition: inline", false},
    {"Content-Type: text/plain\nContent-Disposition: attachment", true},
    {"Content-Type: text/plain; name=\"notes.txt\"", true},
    {"Content-Type: text/plain\nContent-Disposition: inline; filename*=utf-8''a.txt", true},
    {"Content-Type: application/pdf", true},
    {"Content-Type: application/pdf\nContent-Disposition: inline; filename=a.pdf", true},
    {"Content-Type: image/png", true},
    {"Content-Type: image/png\nContent-Disposition: inline", false},
    {"Content-Type: image/png; name=logo.png\nContent-ID: <logo@example.com>", false},
    {"Content-Type: image/png\nContent-ID: <x@example.com>\nContent-Disposition: attachment", true},
    {"Content-Type: multipart/mixed; boundary=x; name=y\n\n--x\n\n--x--", false},
    {"Content-Type: message/rfc822", true},
    {"Content-Type: application/pgp-signature; name=signature.asc", false},
};

START_TEST(an_attachment_is_what_a_person_sees_as_one)
{
    struct tl_str bytes = tl_arena_format(tl_test_arena, "%s\n\nx\n", attachments[_i].header);

    ck_assert_msg(tl_part_is_attachment(parse_str(bytes)) == attachments[_i].is_attachment, "%s",
                  attachments[_i].header);
}
END_TEST

#define SWEDISH "din f\xC3\xB6rs\xC3\xA4ndelse \xC3\xA4r sen"

static const struct {
    const char *name;
    struct tl_str bytes;
    struct tl_str word; /* what "försändelse" came from */
} bodies[] = {
#define ROW(name, header, body, word)                                                              \
    {                                                                                              \
        name,                                                                                      \
            {"Content-Type: text/plain; " header "\n\n" body,                                      \
             sizeof("Content-Type: text/plain; " header "\n\n" body) - 1},                         \
        {                                                                                          \
            word, sizeof(word) - 1                                                                 \
        }                                                                                          \
    }
    ROW("utf-8 in 8bit", "charset=utf-8", SWEDISH, "f\xC3\xB6rs\xC3\xA4ndelse"),
    ROW("utf-8 in quoted-printable", "charset=utf-8\nContent-Transfer-Encoding: quoted-printable",
        "din f=C3=B6rs=C3=A4nd=\nelse =C3=A4r sen", "f=C3=B6rs=C3=A4nd=\nelse"),
    ROW("iso-8859-1 in quoted-printable",
        "charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable",
        "din f=F6rs=E4ndelse =E4r sen", "f=F6rs=E4ndelse"),
    ROW("windows-1257 in 8bit", "charset=windows-1257", "din f\xF6rs\xE4ndelse \xE4r sen",
        "f\xF6rs\xE4ndelse"),
    ROW("utf-8 in base64", "charset=utf-8\nContent-Transfer-Encoding: base64",
        "ZGluIGbDtnJzw6RuZGVsc2Ugw6RyIHNlbg==", "GbDtnJzw6RuZGVsc2U"),
    ROW("iso-8859-1 in base64, odd lines", "charset=iso-8859-1\nContent-Transfer-Encoding: base64",
        "ZGluI\nGb2cn\nPkbmR\nlbHNl\nIOQgc\nmEgc2\n", "\nGb2cn\nPkbmR\nlbHNl"),
#undef ROW
};

START_TEST(a_word_comes_from_its_encoded_bytes)
{
    struct tl_text text = decode(parse_str(bodies[_i].bytes));

    struct tl_span word = tl_test_find(text.bytes, "f\xC3\xB6rs\xC3\xA4ndelse");
    struct tl_span span = tl_text_source(&text, word);
    struct tl_str came_from = tl_str_slice(source->bytes, span.begin, span.end);
    ck_assert_msg(tl_is_str(tl_str_trim(came_from), tl_str_trim(bodies[_i].word)), "%s: %s",
                  bodies[_i].name, tl_test_said());
    ck_assert_uint_eq(notices.len, 0);
}
END_TEST

START_TEST(a_message_in_base64_knows_its_source)
{
    const struct tl_part *part =
        parse("Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n"
              "QTogMQoKb25lIHR3bwo=\n");

    struct tl_text text = decode(part->first);

    tl_assert_str(text.bytes, "one two\n");
    assert_came_from(text, "one", "b25l");
    assert_came_from(text, "two", "HR3bw");
}
END_TEST

static struct tl_str long_body(const char *header, const char *character, size_t n)
{
    struct tl_buf buf = tl_buf_in(tl_test_arena);
    tl_buf_add_format(&buf, "%s\n\nx", header);
    for (size_t i = 0; i < n; i++) {
        tl_buf_add(&buf, tl_str_of(character));
    }
    return tl_buf_str(&buf);
}

static const struct {
    const char *header;
    const char *character;
    size_t n;
} long_bodies[] = {
    {"A: 1", "\xC3\xB6", TL_MAX_TEXT_BYTES / 2},
    {"A: 1", "\xE2\x82\xAC", TL_MAX_TEXT_BYTES / 3 + 10},
    {"Content-Transfer-Encoding: quoted-printable", "=C3=B6", TL_MAX_TEXT_BYTES / 2},
    {"Content-Type: text/plain; charset=iso-8859-1", "\x80", TL_MAX_TEXT_BYTES / 2},
    {"Content-Type: text/plain; charset=shift_jis", "\x93\xFA", TL_MAX_TEXT_BYTES / 2 + 10},
};

START_TEST(a_body_over_the_limit_is_cut_between_characters)
{
    struct tl_str bytes =
        long_body(long_bodies[_i].header, long_bodies[_i].character, long_bodies[_i].n);

    struct tl_text text = decode(parse_str(bytes));

    ck_assert_uint_le(text.bytes.len, TL_MAX_TEXT_BYTES);
    ck_assert_uint_gt(text.bytes.len, TL_MAX_TEXT_BYTES - 8);
    ck_assert_uint_eq(tl_utf8_valid_bytes(text.bytes), text.bytes.len);
    ck_assert(!tl_str_has_suffix_nocase(text.bytes, TL_STR("\xEF\xBF\xBD")));
    ck_assert_uint_eq(notices.len, 1);
    ck_assert_int_eq(notices.items[0].kind, TL_NOTICE_LIMIT);
}
END_TEST

static Suite *part_suite(void)
{
    Suite *suite = suite_create("part");
    tcase_add_loop_test(tl_case(suite, "tree"), a_message_has_its_tree, 0,
                        sizeof trees / sizeof *trees);
    tl_add_tests(suite, "parse", a_message_without_mime_is_plain_text,
                 a_preamble_that_is_the_text_keeps_its_place, a_multipart_has_all_of_its_body,
                 a_header_is_kept_with_its_part, nesting_up_to_the_limit_is_read,
                 nesting_over_the_limit_is_reported_once, parts_over_the_limit_are_reported_once);
    tl_add_tests(suite, "is", a_part_of_a_family_of_types_is_recognised);
    tcase_add_loop_test(tl_case(suite, "attachment"), an_attachment_is_what_a_person_sees_as_one, 0,
                        sizeof attachments / sizeof *attachments);
    tcase_add_loop_test(tl_case(suite, "decode"), a_word_comes_from_its_encoded_bytes, 0,
                        sizeof bodies / sizeof *bodies);
    tl_add_tests(suite, "decode nested", a_message_in_base64_knows_its_source);
    tcase_add_loop_test(tl_case(suite, "limit"), a_body_over_the_limit_is_cut_between_characters, 0,
                        sizeof long_bodies / sizeof *long_bodies);
    return suite;
}
TL_TEST_MAIN(part_suite)
