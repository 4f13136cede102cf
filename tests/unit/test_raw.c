/* SPDX-License-Identifier: MIT */
#include "model/raw.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "support/letter.h"

/* The raw text of an input. */
static const struct tl_letter *raw_of(const char *name, struct tl_str bytes)
{
    const struct tl_letter *letter = tl_test_letter_of(name, bytes, NULL);
    const struct tl_letter *raw = tl_raw_build(tl_test_arena, letter);
    tl_letter_check(raw, bytes.len);
    return raw;
}

START_TEST(it_has_what_is_no_text)
{
    const struct tl_letter *raw = raw_of("a.html", TL_STR("<p>Dear <b>Ann</b>,</p>\r\n<p>x"));

    ck_assert(raw->is_raw);
    ck_assert_uint_eq(raw->sentences.len, 1);
    tl_assert_str(tl_letter_str(raw, raw->sentences.items[0].span),
                  "<p>Dear <b>Ann</b>,</p>\n<p>x");
}
END_TEST

START_TEST(it_is_the_body_of_a_mail_decoded_and_composed)
{
    const char mail[] = "From: a@example.com\nSubject: x\nContent-Type: text/plain; charset=utf-8\n"
                        "Content-Transfer-Encoding: quoted-printable\n\n> a=CC=8Ak =3D b\n";
    const struct tl_letter *raw = raw_of("a.eml", TL_STR(mail));

    tl_assert_str(tl_letter_str(raw, raw->sentences.items[0].span), "> \xC3\xA5k = b\n");
    struct tl_span ring = tl_text_source(&raw->text, (struct tl_span){2, 4});
    tl_assert_str(tl_str_slice(TL_STR(mail), ring.begin, ring.end), "a=CC=8A");
}
END_TEST

START_TEST(a_long_one_is_parted_at_line_ends)
{
    struct tl_buf text = tl_buf_in(tl_test_arena);
    while (text.len < 3 * TL_MAX_SENTENCE_BYTES) {
        tl_buf_add(&text, TL_STR("one line and another\n"));
    }
    const struct tl_letter *raw = raw_of("a.txt", tl_buf_str(&text));

    ck_assert_uint_eq(raw->sentences.len, 4U);
    for (size_t i = 0; i < raw->sentences.len; i++) {
        struct tl_str s = tl_letter_str(raw, raw->sentences.items[i].span);
        ck_assert(s.len <= TL_MAX_SENTENCE_BYTES);
        ck_assert(tl_str_ends_in(s, "\n"));
    }
}
END_TEST

START_TEST(a_long_line_is_parted_between_characters)
{
    struct tl_buf text = tl_buf_in(tl_test_arena);
    tl_buf_add(&text, TL_STR("x"));
    while (text.len < 2 * TL_MAX_SENTENCE_BYTES) {
        tl_buf_add(&text, TL_STR("\xC3\xA5"));
    }
    const struct tl_letter *raw = raw_of("a.txt", tl_buf_str(&text));

    ck_assert_uint_eq(raw->sentences.len, 3);
    for (size_t i = 0; i < raw->sentences.len; i++) {
        struct tl_str s = tl_letter_str(raw, raw->sentences.items[i].span);
        ck_assert_uint_eq(tl_utf8_valid_bytes(s), s.len);
    }
}
END_TEST

START_TEST(nothing_has_no_sentence)
{
    ck_assert_uint_eq(raw_of("a.txt", TL_STR(""))->sentences.len, 0);
}
END_TEST

static Suite *raw_suite(void)
{
    Suite *suite = suite_create("raw");
    tl_add_tests(suite, "build", it_has_what_is_no_text,
                 it_is_the_body_of_a_mail_decoded_and_composed, a_long_one_is_parted_at_line_ends,
                 a_long_line_is_parted_between_characters, nothing_has_no_sentence);
    return suite;
}
TL_TEST_MAIN(raw_suite)
