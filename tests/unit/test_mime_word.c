/* For src/mime/word.c; test_word.c is for src/model/word.c.  SPDX-License-Identifier: MIT */
#include "mime/word.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "support/tl_check.h"

static struct tl_source *source;
static struct tl_notices notices;

static struct tl_text decode(struct tl_str bytes)
{
    notices = (struct tl_notices){0};
    source = tl_source_of(tl_test_arena, TL_STR("test"), bytes);
    struct tl_text body = tl_text_of(tl_test_arena, source);
    struct tl_text text = tl_word_decode(tl_test_arena, &body, &notices);
    tl_map_check(text.map, bytes.len);
    return text;
}

#define assert_came_from(text, needle, literal)                                                    \
    tl_assert_source_is(source, &(text), tl_test_find((text).bytes, (needle)), literal)

static const struct {
    struct tl_str body;
    struct tl_str text;
} rows[] = {
#define ROW(body, text)                                                                            \
    {                                                                                              \
        {body, sizeof(body) - 1},                                                                  \
        {                                                                                          \
            text, sizeof(text) - 1                                                                 \
        }                                                                                          \
    }
    ROW("", ""),
    ROW("  plain text \t", "plain text"),
    ROW("a\r\n b", "a b"),
    ROW("a  \n\t  b\r\n c", "a b c"),
    ROW("=?utf-8?Q?f=C3=B6rsening?=", "f\xC3\xB6rsening"),
    ROW("=?UTF-8?b?ZsO2cnNlbmluZw==?=", "f\xC3\xB6rsening"),
    ROW("=?iso-8859-1?q?f=F6rsening_nu?=", "f\xC3\xB6rsening nu"),
    ROW("=?iso-8859-1*sv?q?f=F6r?=", "f\xC3\xB6r"),
    ROW("Re: =?utf-8?q?a?= b =?utf-8?q?c?= d", "Re: a b c d"),
    ROW("=?utf-8?q?a?= =?utf-8?q?b?=", "ab"),
    ROW("=?utf-8?q?a?=\r\n =?utf-8?b?Yg==?=", "ab"),
    ROW("=?utf-8?q?x?= =?iso-8859-1?q?=E4?= =?utf-8?q?y?=", "x\xC3\xA4y"),
    ROW("=?utf-8?q?a?==?utf-8?q?b?=", "ab"),
    ROW("=?utf-8?q?a_?= =?utf-8?q?b?=", "a b"),
    ROW("=?utf-8?Q?with spaces?=", "with spaces"),
    ROW("=?utf-8?Q?why?\?=", "why?"),
    ROW("=?utf-8?Q?a=?=", "a="),
    ROW("=?utf-8?Q?a=4?=", "a=4"),
    ROW("=?utf-8?Q?\?=", ""),
    ROW("=?utf-8?X?a?=", "=?utf-8?X?a?="),
    ROW("=?utf-8?Q?no end", "=?utf-8?Q?no end"),
    ROW("=?\?Q?a?=", "=?\?Q?a?="),
    ROW("=?utf-8?Q?no end =?utf-8?Q?b?=", "=?utf-8?Q?no end b"),
    ROW("=?", "=?"),
    ROW("=?utf-8", "=?utf-8"),
    ROW("=?utf-8?", "=?utf-8?"),
    ROW("=?utf-8?Q", "=?utf-8?Q"),
    ROW("=?utf-8?Q?", "=?utf-8?Q?"),
    ROW("=?utf-8?Q?a?", "=?utf-8?Q?a?"),
    ROW("=?utf-8?Q?a=0Ab=0D=0Ac?=", "a b c"),
    ROW("f\xC3\xB6r =?utf-8?q?a?=", "f\xC3\xB6r a"),
    ROW("f\xF6r", "f\xC3\xB6r"),
    ROW("f\xF6r =?utf-8?q?a?=", "f\xC3\xB6r a"),
    ROW("=?unknown-8bit?q?f=F6r?=", "f\xC3\xB6r"),
    ROW("=?iso-2022-jp?b?GyRCRnxLXBsoQg==?= =?iso-2022-jp?b?GyRCOGwbKEI=?=",
        "\xE6\x97\xA5\xE6\x9C\xAC\xE8\xAA\x9E"),
#undef ROW
};

START_TEST(a_body_becomes_one_line)
{
    tl_assert_same(decode(rows[_i].body).bytes, rows[_i].text);
    ck_assert_uint_eq(notices.len, 0);
}
END_TEST

START_TEST(plain_text_comes_from_itself)
{
    struct tl_text text = decode(TL_STR(" Your order"));

    assert_came_from(text, "order", "order");
    tl_assert_span(tl_text_source(&text, (struct tl_span){0, 4}), 1, 5);
}
END_TEST

START_TEST(a_fold_is_the_source_of_its_space)
{
    struct tl_text text = decode(TL_STR("Your\r\n\t order"));

    assert_came_from(text, " ", "\r\n\t ");
    assert_came_from(text, "order", "order");
}
END_TEST

START_TEST(a_q_word_is_mapped_by_character)
{
    struct tl_text text = decode(TL_STR("Om: =?utf-8?Q?din_f=C3=B6rsening?= nu"));

    assert_came_from(text, "f\xC3\xB6rsening", "f=C3=B6rsening");
    assert_came_from(text, "\xC3\xB6", "=C3=B6");
    assert_came_from(text, "din", "din");
    assert_came_from(text, "din f", "din_f");
    assert_came_from(text, "nu", "nu");
}
END_TEST

START_TEST(a_b_word_is_mapped_by_character)
{
    struct tl_text text = decode(TL_STR("=?utf-8?B?ZsO2cnNlbmluZw==?="));

    assert_came_from(text, "f", "Zs");
    assert_came_from(text, "\xC3\xB6", "sO2");
    assert_came_from(text, "rse", "cnNl");
    assert_came_from(text, "ng", "luZw");
}
END_TEST

START_TEST(a_word_in_another_charset_is_mapped_by_character)
{
    struct tl_text text = decode(TL_STR("=?windows-1257?Q?u=FEsakymas_vis_d=EBl?="));

    tl_assert_str(text.bytes, "u\xC5\xBEsakymas vis d\xC4\x97l");
    assert_came_from(text, "\xC5\xBE", "=FE");
    assert_came_from(text, "vis", "vis");
    assert_came_from(text, "d\xC4\x97l", "d=EBl");
}
END_TEST

START_TEST(a_character_split_between_q_words_is_joined)
{
    struct tl_text text = decode(TL_STR("=?utf-8?Q?f=C3?=\r\n =?UTF-8?Q?=B6r?="));

    tl_assert_str(text.bytes, "f\xC3\xB6r");
    assert_came_from(text, "\xC3\xB6", "=C3?=\r\n =?UTF-8?Q?=B6");
    assert_came_from(text, "r", "r");
    ck_assert_uint_eq(notices.len, 0);
}
END_TEST

START_TEST(a_character_split_between_b_words_is_joined)
{
    struct tl_text text = decode(TL_STR("=?utf-8?B?ZsM=?= =?utf-8?B?tnI=?="));

    tl_assert_str(text.bytes, "f\xC3\xB6r");
    assert_came_from(text, "\xC3\xB6", "sM=?= =?utf-8?B?tn");
    ck_assert_uint_eq(notices.len, 0);
}
END_TEST

START_TEST(space_between_words_belongs_to_neither)
{
    struct tl_text text = decode(TL_STR("=?utf-8?Q?one?= =?utf-8?Q?two?="));

    assert_came_from(text, "one", "one");
    assert_came_from(text, "two", "two");
}
END_TEST

START_TEST(bytes_that_cannot_be_decoded_are_reported)
{
    struct tl_text text = decode(TL_STR("x =?utf-8?Q?a=FFz=C3=A5?="));

    tl_assert_str(text.bytes, "x a\xEF\xBF\xBDz\xC3\xA5");
    assert_came_from(text, "\xEF\xBF\xBD", "=FF");
    ck_assert_uint_eq(notices.len, 1);
    ck_assert_int_eq(notices.items[0].kind, TL_NOTICE_ENCODING);
    tl_assert_span(notices.items[0].span, 13, 16);
}
END_TEST

START_TEST(a_charset_that_nobody_knows_is_reported)
{
    struct tl_text text = decode(TL_STR("x =?no-such?Q?f=F6r?="));

    tl_assert_str(text.bytes, "x f\xC3\xB6r");
    assert_came_from(text, "\xC3\xB6", "=F6");
    ck_assert_uint_eq(notices.len, 1);
    tl_assert_str(notices.items[0].what,
                  "the charset \"no-such\" is not known, and was read as windows-1252");
    tl_assert_span(notices.items[0].span, 15, 18);
}
END_TEST

START_TEST(a_long_field_is_cut_and_reported)
{
    struct tl_buf buf = tl_buf_in(tl_test_arena);
    tl_buf_add(&buf, TL_STR("x"));
    for (int i = 0; i < TL_MAX_FIELD_BYTES / 2; i++) {
        tl_buf_add(&buf, TL_STR("\xC3\xB6"));
    }

    struct tl_text text = decode(tl_buf_str(&buf));

    ck_assert_uint_eq(text.bytes.len, TL_MAX_FIELD_BYTES - 1);
    ck_assert_uint_eq(tl_utf8_valid_bytes(text.bytes), text.bytes.len);
    ck_assert_uint_eq(notices.len, 1);
    ck_assert_int_eq(notices.items[0].kind, TL_NOTICE_LIMIT);
}
END_TEST

static const char *const hostile[] = {"=?", "=?utf-8?Q?", "=?a?b?=", "=?l1?q?=E5?= ", "\r", " \n"};

START_TEST(nothing_costs_more_than_its_length)
{
    struct tl_buf buf = tl_buf_in(tl_test_arena);
    while (buf.len < 2 * TL_MAX_FIELD_BYTES) {
        tl_buf_add(&buf, tl_str_of(hostile[_i]));
    }

    struct tl_text text = decode(tl_buf_str(&buf));

    ck_assert_uint_le(text.bytes.len, TL_MAX_FIELD_BYTES);
    ck_assert_uint_eq(notices.len, 1);
}
END_TEST

static Suite *word_suite(void)
{
    Suite *suite = suite_create("mime_word");
    tcase_add_loop_test(tl_case(suite, "text"), a_body_becomes_one_line, 0,
                        sizeof rows / sizeof *rows);
    tcase_add_loop_test(tl_case(suite, "hostile"), nothing_costs_more_than_its_length, 0,
                        sizeof hostile / sizeof *hostile);
    tl_add_tests(suite, "map", plain_text_comes_from_itself, a_fold_is_the_source_of_its_space,
                 a_q_word_is_mapped_by_character, a_b_word_is_mapped_by_character,
                 a_word_in_another_charset_is_mapped_by_character,
                 a_character_split_between_q_words_is_joined,
                 a_character_split_between_b_words_is_joined,
                 space_between_words_belongs_to_neither);
    tl_add_tests(suite, "notices", bytes_that_cannot_be_decoded_are_reported,
                 a_charset_that_nobody_knows_is_reported, a_long_field_is_cut_and_reported);
    return suite;
}
TL_TEST_MAIN(word_suite)
