/* SPDX-License-Identifier: MIT */
#include "mime/transfer.h"

#include "support/tl_check.h"

static struct tl_source *source;
static struct tl_notices notices;

static struct tl_text decode_up_to(struct tl_str bytes, const char *encoding, size_t max)
{
    notices = (struct tl_notices){0};
    source = tl_source_of(tl_test_arena, TL_STR("test"), bytes);
    struct tl_text body = tl_text_of(tl_test_arena, source);
    struct tl_text text =
        tl_transfer_decode(tl_test_arena, &body, tl_str_of(encoding), max, &notices);
    tl_map_check(text.map, bytes.len);
    return text;
}

#define decode_qp(literal) decode_up_to(TL_STR(literal), "quoted-printable", 1000)
#define decode_base64(literal) decode_up_to(TL_STR(literal), "base64", 1000)

#define assert_came_from(text, needle, literal)                                                    \
    tl_assert_source_is(source, &(text), tl_test_find((text).bytes, (needle)), literal)

#define assert_notice(i, notice_kind, begin, end)                                                  \
    do {                                                                                           \
        ck_assert_uint_lt((i), notices.len);                                                       \
        ck_assert_int_eq(notices.items[i].kind, (notice_kind));                                    \
        tl_assert_span(notices.items[i].span, (begin), (end));                                     \
    } while (0)

static const char *const identities[] = {"7bit", "8bit", "binary", "", "x-unknown", "7BIT"};

START_TEST(an_identity_gives_the_body_itself)
{
    struct tl_text text = decode_up_to(TL_STR("a =3D b "), identities[_i], 3);

    ck_assert_ptr_eq(text.bytes.data, source->bytes.data);
    tl_assert_str(text.bytes, "a =3D b ");
    ck_assert_uint_eq(notices.len, 0);
}
END_TEST

static const struct {
    struct tl_str body;
    struct tl_str text;
} qp_rows[] = {
#define ROW(body, text)                                                                            \
    {                                                                                              \
        {body, sizeof(body) - 1},                                                                  \
        {                                                                                          \
            text, sizeof(text) - 1                                                                 \
        }                                                                                          \
    }
    ROW("", ""),
    ROW("plain", "plain"),
    ROW("a=3Db", "a=b"),
    ROW("f=c3=b6r", "f\xC3\xB6r"),
    ROW("one=\r\ntwo", "onetwo"),
    ROW("one=\ntwo", "onetwo"),
    ROW("one= \t\r\ntwo", "onetwo"),
    ROW("one=\rtwo", "onetwo"),
    ROW("one\r\ntwo\nthree", "one\r\ntwo\nthree"),
    ROW("one  \t\r\ntwo \n", "one\r\ntwo\n"),
    ROW("one two  three", "one two  three"),
    ROW("at the end  ", "at the end"),
    ROW("kept=20\n", "kept \n"),
    ROW("cut here=", "cut here"),
    ROW("cut here= ", "cut here"),
    ROW("a\0b", "a\0b"),
#undef ROW
};

START_TEST(quoted_printable_is_decoded)
{
    struct tl_text text = decode_up_to(qp_rows[_i].body, "Quoted-Printable ", 1000);

    tl_assert_same(text.bytes, qp_rows[_i].text);
    ck_assert_uint_eq(notices.len, 0);
}
END_TEST

START_TEST(an_escape_is_the_source_of_its_byte)
{
    struct tl_text text = decode_qp("din f=C3=B6rsening =\r\n=C3=A4r sen");

    assert_came_from(text, "f\xC3\xB6rsening", "f=C3=B6rsening");
    assert_came_from(text, "\xC3\xB6", "=C3=B6");
    assert_came_from(text, "\xB6", "=B6");
    assert_came_from(text, "\xC3\xA4r", "=C3=A4r");
    assert_came_from(text, " sen", " sen");
}
END_TEST

START_TEST(a_soft_line_break_is_inside_what_it_divides)
{
    struct tl_text text = decode_qp("your or=\r\nder");

    assert_came_from(text, "order", "or=\r\nder");
    assert_came_from(text, "der", "der");
}
END_TEST

START_TEST(white_space_left_out_belongs_to_nothing)
{
    struct tl_text text = decode_qp("one  \r\ntwo");

    assert_came_from(text, "one", "one");
    assert_came_from(text, "\r\n", "\r\n");
}
END_TEST

START_TEST(an_equals_sign_that_is_no_escape_stays_and_is_reported)
{
    struct tl_text text = decode_qp("1+1=2 and a=ZZ and = x");

    tl_assert_str(text.bytes, "1+1=2 and a=ZZ and = x");
    ck_assert_uint_eq(notices.len, 1);
    assert_notice(0, TL_NOTICE_ENCODING, 3, 4);
    tl_assert_str(notices.items[0].what, "3 \"=\" are no quoted-printable");
}
END_TEST

START_TEST(quoted_printable_stops_at_the_limit)
{
    struct tl_text text = decode_up_to(TL_STR("abc=64efg"), "quoted-printable", 4);

    tl_assert_str(text.bytes, "abcd");
    ck_assert_uint_eq(notices.len, 1);
    assert_notice(0, TL_NOTICE_LIMIT, 6, 6);
}
END_TEST

START_TEST(plain_text_in_quoted_printable_stops_at_the_limit)
{
    struct tl_text text = decode_up_to(TL_STR("abcdef"), "quoted-printable", 4);

    tl_assert_str(text.bytes, "abcd");
    assert_notice(0, TL_NOTICE_LIMIT, 4, 4);
}
END_TEST

START_TEST(a_result_of_just_the_limit_is_no_notice)
{
    tl_assert_str(decode_up_to(TL_STR("abc=64"), "quoted-printable", 4).bytes, "abcd");
    ck_assert_uint_eq(notices.len, 0);
    tl_assert_str(decode_up_to(TL_STR("YWJjZA==\r\n"), "base64", 4).bytes, "abcd");
    ck_assert_uint_eq(notices.len, 0);
}
END_TEST

static const struct {
    const char *body;
    const char *text;
} base64_rows[] = {
    {"", ""},
    {"YWJjZGVm", "abcdef"},
    {"YWJjZGU=", "abcde"},
    {"YWJjZA==", "abcd"},
    {"YWJjZA", "abcd"},
    {"YWJjZGU", "abcde"},
    {"YWJj\r\nZGVm\r\n", "abcdef"},
    {"YWJ\njZG\nVm", "abcdef"},
    {"Y W J j", "abc"},
    {"YWI=\r\nY2Q=\r\n", "abcd"},
    {"YWI=Y2Q=", "abcd"},
    {"YWI==\n==", "ab"},
    {"+/+/", "\xFB\xFF\xBF"},
};

START_TEST(base64_is_decoded)
{
    struct tl_text text = decode_up_to(tl_str_of(base64_rows[_i].body), "BASE64", 1000);

    tl_assert_same(text.bytes, tl_str_of(base64_rows[_i].text));
    ck_assert_uint_eq(notices.len, 0);
}
END_TEST

START_TEST(a_byte_of_base64_comes_from_the_two_characters_that_hold_it)
{
    struct tl_text text = decode_base64("YWJjZGVm");

    assert_came_from(text, "a", "YW");
    assert_came_from(text, "b", "WJ");
    assert_came_from(text, "c", "Jj");
    assert_came_from(text, "d", "ZG");
    assert_came_from(text, "bcde", "WJjZGV");
    assert_came_from(text, "abcdef", "YWJjZGVm");
}
END_TEST

START_TEST(base64_in_regular_lines_keeps_its_map)
{
    struct tl_text text = decode_base64("WW91ciBv\r\ncmRlciBp\r\ncyBsYXRl\r\n");

    tl_assert_str(text.bytes, "Your order is late");
    assert_came_from(text, "Your", "WW91ci");
    assert_came_from(text, "order", "Bv\r\ncmRlci");
    assert_came_from(text, "late", "BsYXRl");
}
END_TEST

START_TEST(base64_in_lines_of_odd_length_keeps_its_map)
{
    struct tl_text text = decode_base64("WW91c\niBvcm\nRlciB\r\npcyBsYXRl");

    tl_assert_str(text.bytes, "Your order is late");
    assert_came_from(text, "Your", "WW91c\ni");
    assert_came_from(text, "order", "Bvcm\nRlci");
    assert_came_from(text, "is", "B\r\npcy");
    assert_came_from(text, "i", "B\r\np");
    assert_came_from(text, "s ", "cyB");
    assert_came_from(text, "late", "BsYXRl");
}
END_TEST

START_TEST(the_bytes_before_padding_keep_their_map)
{
    struct tl_text text = decode_base64("YWJjZA==");

    assert_came_from(text, "d", "ZA");
    assert_came_from(text, "cd", "JjZA");
}
END_TEST

START_TEST(base64_of_text_that_was_itself_decoded_keeps_its_map)
{
    struct tl_text outer = decode_base64("WVdKag==");
    struct tl_text text =
        tl_transfer_decode(tl_test_arena, &outer, TL_STR("base64"), 1000, &notices);

    tl_assert_str(text.bytes, "abc");
    tl_map_check(text.map, source->bytes.len);
    assert_came_from(text, "abc", "WVdKag");
}
END_TEST

START_TEST(characters_that_are_not_base64_are_passed_over_and_reported)
{
    struct tl_text text = decode_base64("YW!!Jj*ZGVm");

    tl_assert_str(text.bytes, "abcdef");
    assert_came_from(text, "b", "W!!J");
    ck_assert_uint_eq(notices.len, 1);
    assert_notice(0, TL_NOTICE_ENCODING, 2, 4);
    tl_assert_str(notices.items[0].what, "3 characters are not base64");
}
END_TEST

START_TEST(a_single_character_left_over_is_reported)
{
    tl_assert_str(decode_base64("YWJjZ").bytes, "abc");
    ck_assert_uint_eq(notices.len, 1);
    assert_notice(0, TL_NOTICE_ENCODING, 4, 5);
}
END_TEST

START_TEST(text_below_the_padding_is_not_decoded)
{
    tl_assert_str(decode_base64("YWJjZA==\nThe list\nexample.com\n").bytes, "abcd");
    ck_assert_uint_eq(notices.len, 1);
    ck_assert_int_eq(notices.items[0].kind, TL_NOTICE_ENCODING);
}
END_TEST

START_TEST(base64_stops_at_the_limit)
{
    for (size_t max = 0; max < 12; max++) {
        struct tl_text text = decode_up_to(TL_STR("YWJjZGVm\nZ2hpamts"), "base64", max);

        tl_assert_same(text.bytes, tl_str_slice(TL_STR("abcdefghijkl"), 0, max));
        ck_assert_uint_eq(notices.len, 1);
        ck_assert_int_eq(notices.items[0].kind, TL_NOTICE_LIMIT);
    }
}
END_TEST

static Suite *transfer_suite(void)
{
    Suite *suite = suite_create("transfer");
    tcase_add_loop_test(tl_case(suite, "identity"), an_identity_gives_the_body_itself, 0,
                        sizeof identities / sizeof *identities);
    tcase_add_loop_test(tl_case(suite, "quoted-printable text"), quoted_printable_is_decoded, 0,
                        sizeof qp_rows / sizeof *qp_rows);
    tcase_add_loop_test(tl_case(suite, "base64 text"), base64_is_decoded, 0,
                        sizeof base64_rows / sizeof *base64_rows);
    tl_add_tests(
        suite, "quoted-printable", an_escape_is_the_source_of_its_byte,
        a_soft_line_break_is_inside_what_it_divides, white_space_left_out_belongs_to_nothing,
        an_equals_sign_that_is_no_escape_stays_and_is_reported, quoted_printable_stops_at_the_limit,
        plain_text_in_quoted_printable_stops_at_the_limit, a_result_of_just_the_limit_is_no_notice);
    tl_add_tests(suite, "base64", a_byte_of_base64_comes_from_the_two_characters_that_hold_it,
                 base64_in_regular_lines_keeps_its_map, base64_in_lines_of_odd_length_keeps_its_map,
                 the_bytes_before_padding_keep_their_map,
                 base64_of_text_that_was_itself_decoded_keeps_its_map,
                 characters_that_are_not_base64_are_passed_over_and_reported,
                 a_single_character_left_over_is_reported, text_below_the_padding_is_not_decoded,
                 base64_stops_at_the_limit);
    return suite;
}
TL_TEST_MAIN(transfer_suite)
