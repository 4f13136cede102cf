/* SPDX-License-Identifier: MIT */
#include "mime/charset.h"

#include "support/tl_check.h"

static struct tl_source *source;
static struct tl_text bytes;
static struct tl_notices notices;

static struct tl_text decode(struct tl_str input, const char *label)
{
    notices = (struct tl_notices){0};
    source = tl_source_of(tl_test_arena, TL_STR("test"), input);
    bytes = tl_text_of(tl_test_arena, source);
    struct tl_text text = tl_charset_decode(tl_test_arena, &bytes, tl_str_of(label), &notices);
    tl_map_check(text.map, input.len);
    return text;
}

#define assert_came_from(text, needle, literal)                                                    \
    tl_assert_source_is(source, &(text), tl_test_find((text).bytes, (needle)), literal)

#define assert_notice(what_literal, begin, end)                                                    \
    do {                                                                                           \
        ck_assert_uint_eq(notices.len, 1);                                                         \
        ck_assert_int_eq(notices.items[0].kind, TL_NOTICE_ENCODING);                               \
        tl_assert_span(notices.items[0].span, (begin), (end));                                     \
        tl_assert_str(notices.items[0].what, what_literal);                                        \
    } while (0)

#define FOR "f\xC3\xB6r"

static const struct {
    const char *label;
    struct tl_str input;
    struct tl_str text;
} rows[] = {
#define ROW(label, input, text)                                                                    \
    {                                                                                              \
        label, {input, sizeof(input) - 1},                                                         \
        {                                                                                          \
            text, sizeof(text) - 1                                                                 \
        }                                                                                          \
    }
    ROW("", "", ""),
    ROW("utf-16", "", ""),
    ROW("iso-8859-2", "", ""),
    ROW("utf-8", FOR, FOR),
    ROW("UTF8", FOR, FOR),
    ROW("", FOR, FOR),
    ROW("", "f\xF6r", FOR),
    ROW("us-ascii", FOR, FOR),
    ROW("us-ascii", "f\xF6r", FOR),
    ROW("no-such-charset", "for", "for"),
    ROW("utf-8//IGNORE", FOR, FOR),
    ROW("x-unknown", "f\xF6r", FOR),
    ROW("unknown-8bit", FOR, FOR),
    ROW("iso-8859-13", "\x84u\xFEsakymas\x93", "\xE2\x80\x9Eu\xC5\xBEsakymas\xE2\x80\x9C"),
    ROW("iso-8859-2", "\x84\xB9\x94", "\xE2\x80\x9E\xC4\x85\xE2\x80\x9D"),
    ROW("iso-8859-2", "\xB1", "\xC4\x85"),
    ROW("iso-8859-4", "u\xBEsakymas", "u\xC5\xBEsakymas"),
    ROW("iso-8859-8-i", "\xF9\xEC", "\xD7\xA9\xD7\x9C"),
    ROW("ks_c_5601-1987", "\xC0\xCF", "\xEC\x9D\xBC"),
    ROW("unicode-1-1-utf-7", "f+APY-r", FOR),
    ROW("us-ascii", "U\xFEsakymas i\xF0si\xF8stas", "U\xC5\xBEsakymas i\xC5\xA1si\xC5\xB3stas"),
    ROW("iso-8859-1", "f\xF6r", FOR),
    ROW(" \"ISO-8859-1\" ", "f\xF6r", FOR),
    ROW("iso-8859-1", "\x93so\x94 \x80", "\xE2\x80\x9Cso\xE2\x80\x9D \xE2\x82\xAC"),
    ROW("windows-1252", "\x93so\x94", "\xE2\x80\x9Cso\xE2\x80\x9D"),
    ROW("iso-8859-15", "\xA4", "\xE2\x82\xAC"),
    ROW("windows-1257", "u\xFEsakymas", "u\xC5\xBEsakymas"),
    ROW("iso-8859-13", "u\xFEsakymas", "u\xC5\xBEsakymas"),
    ROW("koi8-r", "\xC4\xC1", "\xD0\xB4\xD0\xB0"),
    ROW("windows-1258", "a", "a"),
    ROW("macintosh", "f\x9Ar", FOR),
    ROW("shift_jis", "\x93\xFA\x96{ a", "\xE6\x97\xA5\xE6\x9C\xAC a"),
    ROW("euc-jp", "\xC6\xFC\xCB\xDC", "\xE6\x97\xA5\xE6\x9C\xAC"),
    ROW("gb2312", "\xC8\xD5\xB1\xBE", "\xE6\x97\xA5\xE6\x9C\xAC"),
    ROW("gb18030", "\x95\x32\x82\x36", "\xF0\xA0\x80\x80"),
    ROW("big5", "\xA4\xE9\xA5\xBB", "\xE6\x97\xA5\xE6\x9C\xAC"),
    ROW("big5-hkscs", "\x88\x66", "\xC3\x8A"),
    ROW("euc-kr", "\xC0\xCF", "\xEC\x9D\xBC"),
    ROW("iso-2022-jp", "a \x1B$BF|K\\\x1B(B b", "a \xE6\x97\xA5\xE6\x9C\xAC b"),
    ROW("utf-7", "f+APY-r 1 +- 2", FOR " 1 + 2"),
    ROW("utf-16le", "f\0\xF6\0r\0", FOR),
    ROW("utf-16be", "\0f\0\xF6\0r", FOR),
    ROW("utf-16", "\0f\0\xF6\0r", FOR),
    ROW("utf-16", "f\0\xF6\0r\0", FOR),
    ROW("utf-16",
        "\xFF\xFE"
        "f\0\xF6\0r\0",
        FOR),
    ROW("utf-16le", "\x3D\xD8\x00\xDE", "\xF0\x9F\x98\x80"),
    ROW("utf-32", "\0\0\0f\0\0\0\xF6", "f\xC3\xB6"),
    ROW("", "\xEF\xBB\xBF" FOR, FOR),
    ROW("iso-8859-1", "\xEF\xBB\xBF" FOR, FOR),
    ROW("utf-8", "\xFE\xFF\0f\0\xF6\0r", FOR),
    ROW("utf-8", "a\0b\0\0c",
        "a\xEF\xBF\xBD"
        "b\xEF\xBF\xBD"
        "c"),
    ROW("iso-8859-1", "a\0\xF6", "a\xEF\xBF\xBD\xC3\xB6"),
    ROW("iso-8859-2", "a\0b",
        "a\xEF\xBF\xBD"
        "b"),
    ROW("iso-2022-kr", "a\x1B\0z", "a\xEF\xBF\xBDz"),
    ROW("internal", "abcd", "abcd"),
#undef ROW
};

START_TEST(text_in_a_charset_becomes_utf8)
{
    struct tl_text text = decode(rows[_i].input, rows[_i].label);

    ck_assert_msg(tl_is_str(text.bytes, rows[_i].text), "%s: %s", rows[_i].label, tl_test_said());
    ck_assert_msg(notices.len == 0, "%s %.*s", rows[_i].label, TL_STR_ARG(notices.items[0].what));
}
END_TEST

static const char *const utf8_labels[] = {"utf-8", "us-ascii", "", "x-unknown"};

START_TEST(utf8_is_returned_as_it_is)
{
    struct tl_text text = decode(TL_STR(FOR), utf8_labels[_i]);

    ck_assert_ptr_eq(text.bytes.data, bytes.bytes.data);
    ck_assert_ptr_eq(text.map, bytes.map);
}
END_TEST

START_TEST(a_byte_order_mark_is_left_out_of_text_and_map)
{
    struct tl_text text = decode(TL_STR("\xEF\xBB\xBFHello"), "");

    tl_assert_str(text.bytes, "Hello");
    tl_assert_span(tl_text_source(&text, (struct tl_span){0, 5}), 3, 8);
}
END_TEST

static const struct {
    const char *label;
    struct tl_str input;
} mapped[] = {
#define ROW(label, input)                                                                          \
    {                                                                                              \
        label,                                                                                     \
        {                                                                                          \
            input, sizeof(input) - 1                                                               \
        }                                                                                          \
    }
    ROW("iso-8859-1", "din f\xF6rs\xE4ndelse"), ROW("windows-1252", "din f\xF6rs\xE4ndelse"),
    ROW("iso-8859-4", "din f\xF6rs\xE4ndelse"), ROW("windows-1257", "din f\xF6rs\xE4ndelse"),
    ROW("cp850", "din f\x94rs\x84ndelse"),
#undef ROW
};

START_TEST(a_single_byte_charset_is_mapped_by_character)
{
    struct tl_text text = decode(mapped[_i].input, mapped[_i].label);

    tl_assert_str(text.bytes, "din f\xC3\xB6rs\xC3\xA4ndelse");
    tl_assert_span(tl_text_source(&text, tl_test_find(text.bytes, "din")), 0, 3);
    tl_assert_span(tl_text_source(&text, tl_test_find(text.bytes, "\xC3\xB6")), 5, 6);
    tl_assert_span(tl_text_source(&text, tl_test_find(text.bytes, "\xC3\xA4ndelse")), 8, 15);
    ck_assert_uint_eq(text.map->runs.len, 5); // ascii, letter, ascii, letter, ascii
}
END_TEST

START_TEST(utf16_is_mapped_by_character)
{
    struct tl_text text = decode(TL_STR("\xFF\xFE"
                                        "a\0\xF6\0\x3D\xD8\x00\xDE"
                                        "b\0"),
                                 "utf-16");

    tl_assert_str(text.bytes, "a\xC3\xB6\xF0\x9F\x98\x80"
                              "b");
    assert_came_from(text, "a", "a\0");
    assert_came_from(text, "\xC3\xB6", "\xF6\0");
    assert_came_from(text, "\xF0\x9F\x98\x80", "\x3D\xD8\x00\xDE");
    assert_came_from(text, "b", "b\0");
}
END_TEST

START_TEST(a_multi_byte_charset_is_mapped_by_character)
{
    struct tl_text text = decode(TL_STR("ab\x93\xFA\x96{c"), "shift_jis");

    assert_came_from(text, "ab", "ab");
    assert_came_from(text, "\xE6\x97\xA5", "\x93\xFA");
    assert_came_from(text, "\xE6\x9C\xAC", "\x96{");
    assert_came_from(text, "c", "c");
}
END_TEST

START_TEST(an_escape_sequence_belongs_to_no_character)
{
    struct tl_text text = decode(TL_STR("ab \x1B$BF|K\\\x1B(B cd"), "iso-2022-jp");

    assert_came_from(text, "ab ", "ab ");
    assert_came_from(text, "\xE6\x97\xA5", "F|");
    assert_came_from(text, "\xE6\x9C\xAC", "K\\");
    assert_came_from(text, " cd", " cd");
}
END_TEST

START_TEST(utf7_is_mapped_by_what_gave_the_character)
{
    struct tl_text text = decode(TL_STR("ab f+APY-r cd"), "utf-7");

    assert_came_from(text, "ab", "ab");
    assert_came_from(text, "\xC3\xB6", "+APY");
    assert_came_from(text, "r cd", "r cd");
}
END_TEST

START_TEST(bytes_that_are_not_utf8_become_one_replacement_a_run)
{
    struct tl_text text = decode(TL_STR("a\xF6\xF6z\xE2\x82y"), "utf-8");

    tl_assert_str(text.bytes, "a\xEF\xBF\xBDz\xEF\xBF\xBDy");
    tl_assert_span(tl_text_source(&text, (struct tl_span){1, 4}), 1, 3);
    tl_assert_span(tl_text_source(&text, (struct tl_span){5, 8}), 4, 6);
    assert_came_from(text, "z", "z");
    assert_notice("4 bytes are not valid utf-8", 1, 3);
}
END_TEST

START_TEST(a_single_bad_byte_is_told_in_the_singular)
{
    decode(TL_STR(FOR "a\xF6z"), "utf-8");

    assert_notice("1 byte is not valid utf-8", 5, 6);
}
END_TEST

static const struct {
    const char *label;
    struct tl_str input;
    const char *text;
    const char *what;
    size_t at;
} misread[] = {
#define ROW(label, input, text, at, what)                                                          \
    {                                                                                              \
        label, {input, sizeof(input) - 1}, text, what, at                                          \
    }
    ROW("no-such", "f\xF6r", FOR, 1,
        "the charset \"no-such\" is not known, and was read as windows-1252"),
    ROW(" \"no-such\"", FOR, FOR, 1, "the charset \"no-such\" is not known, and was read as utf-8"),
    ROW("no{such", FOR, FOR, 1, "the charset \"no{such\" is not known, and was read as utf-8"),
    ROW("utf-8", "f\xF6r", FOR, 1,
        "the text is not utf-8 as it says, and was read as windows-1252"),
    ROW("utf-8", "u\xFEsakymo b\xFBsena i\xF0si\xF8sta",
        "u\xC5\xBEsakymo b\xC5\xABsena i\xC5\xA1si\xC5\xB3sta", 1,
        "the text is not utf-8 as it says, and was read as windows-1257"),
    ROW("iso-8859-1", "J\xFBs\xF8 u\xFEsakymas i\xF0si\xF8stas",
        "J\xC5\xABs\xC5\xB3 u\xC5\xBEsakymas i\xC5\xA1si\xC5\xB3stas", 1,
        "the text is not iso-8859-1 as it says, and was read as windows-1257"),
    ROW("iso-8859-1", FOR, FOR, 1, "the text is not iso-8859-1 as it says, and was read as utf-8"),
    ROW("koi8-r", FOR, FOR, 1, "the text is not koi8-r as it says, and was read as utf-8"),
    ROW("iso-2022-jp", FOR, FOR, 1,
        "the text is not iso-2022-jp as it says, and was read as utf-8"),
    ROW("utf-16", "Hi " FOR, "Hi " FOR, 4,
        "the text is not utf-16 as it says, and was read as utf-8"),
#undef ROW
};

START_TEST(a_label_that_is_wrong_or_not_known_is_reported)
{
    struct tl_text text = decode(misread[_i].input, misread[_i].label);

    ck_assert_msg(tl_is_str(text.bytes, tl_str_of(misread[_i].text)), "%s", tl_test_said());
    tl_assert_span(tl_text_source(&text, (struct tl_span){0, text.bytes.len}), 0,
                   misread[_i].input.len);
    ck_assert_uint_eq(notices.len, 1);
    tl_assert_same(notices.items[0].what, tl_str_of(misread[_i].what));
    ck_assert_uint_eq(notices.items[0].span.begin, misread[_i].at);
}
END_TEST

START_TEST(a_label_without_end_is_reported_cut)
{
    decode(TL_STR(FOR), "a-charset-with-a-name-that-goes-on-and-on-and-on-and-on");

    assert_notice("the charset \"a-charset-with-a-name-that-goes-on-and-o\" is not known, and was "
                  "read as utf-8",
                  1, 2);
}
END_TEST

START_TEST(plain_ascii_is_well_read_whatever_it_is_said_to_be)
{
    tl_assert_str(decode(TL_STR("Hello"), "no-such").bytes, "Hello");
    ck_assert_uint_eq(notices.len, 0);
    tl_assert_str(decode(TL_STR("Hello!"), "utf-16").bytes, "Hello!");
    ck_assert_uint_eq(notices.len, 0);
}
END_TEST

START_TEST(text_that_is_only_by_chance_utf8_is_read_as_it_says)
{
    tl_assert_str(decode(TL_STR("NESTL\xC9\xAE"), "windows-1252").bytes, "NESTL\xC3\x89\xC2\xAE");

    ck_assert_uint_eq(notices.len, 0);
}
END_TEST

START_TEST(a_character_that_is_cut_at_the_end_leaves_the_rest)
{
    struct tl_text text = decode(TL_STR(FOR " \xE2\x82"), "utf-8");

    tl_assert_str(text.bytes, FOR " \xEF\xBF\xBD");
    tl_assert_span(tl_text_source(&text, (struct tl_span){5, 8}), 5, 7);
    assert_notice("2 bytes are not valid utf-8", 5, 7);
}
END_TEST

START_TEST(broken_iso_2022_jp_is_read_on)
{
    struct tl_text text = decode(TL_STR("a \x1B$BF|\xFF\x1B(B b"), "iso-2022-jp");

    tl_assert_str(text.bytes, "a \xE6\x97\xA5\xEF\xBF\xBD b");
    assert_came_from(text, "\xE6\x97\xA5", "F|");
    assert_came_from(text, " b", " b");
    assert_notice("1 byte is not valid iso-2022-jp", 7, 8);
}
END_TEST

START_TEST(a_hole_in_a_single_byte_charset_is_reported)
{
    struct tl_text text = decode(TL_STR("a\x81\x8Dz"), "iso-8859-1");

    tl_assert_str(text.bytes, "a\xEF\xBF\xBDz");
    assert_notice("2 bytes are not valid windows-1252", 1, 3);
}
END_TEST

START_TEST(half_a_character_at_the_end_is_reported)
{
    tl_assert_str(decode(TL_STR("ab\x93"), "shift_jis").bytes, "ab\xEF\xBF\xBD");
    assert_notice("1 byte is not valid cp932", 2, 3);

    tl_assert_str(decode(TL_STR("\0a\0"), "utf-16be").bytes, "a\xEF\xBF\xBD");
    assert_notice("1 byte is not valid utf-16be", 2, 3);
}
END_TEST

START_TEST(half_a_surrogate_pair_is_reported)
{
    tl_assert_str(decode(TL_STR("\xDE\x00\0a"), "utf-16be").bytes, "\xEF\xBF\xBD"
                                                                   "a");
    assert_notice("2 bytes are not valid utf-16be", 0, 2);
}
END_TEST

START_TEST(a_lone_surrogate_is_reported_in_either_order)
{
    tl_assert_str(decode(TL_STR("a\0\x3D\xD8z\0"), "utf-16le").bytes, "a\xEF\xBF\xBDz");
    assert_notice("2 bytes are not valid utf-16le", 2, 4);

    tl_assert_str(decode(TL_STR("a\0\x00\xDEz\0"), "utf-16le").bytes, "a\xEF\xBF\xBDz");
    assert_notice("2 bytes are not valid utf-16le", 2, 4);
}
END_TEST

START_TEST(text_that_was_decoded_before_keeps_its_first_source)
{
    struct tl_text_builder out = tl_text_build(tl_test_arena);
    source = tl_test_source("test", "f=F6r");
    struct tl_text whole = tl_text_of(tl_test_arena, source);
    tl_text_keep(&out, &whole, (struct tl_span){0, 1});
    tl_text_replace(&out, &whole, (struct tl_span){1, 4}, TL_STR("\xF6"));
    tl_text_keep(&out, &whole, (struct tl_span){4, 5});
    struct tl_text once = tl_text_finish(&out);

    struct tl_text text = tl_charset_decode(tl_test_arena, &once, TL_STR("iso-8859-1"), &notices);

    tl_assert_str(text.bytes, FOR);
    assert_came_from(text, "\xC3\xB6", "=F6");
    assert_came_from(text, "r", "r");
}
END_TEST

static Suite *charset_suite(void)
{
    Suite *suite = suite_create("charset");
    tcase_add_loop_test(tl_case(suite, "text"), text_in_a_charset_becomes_utf8, 0,
                        sizeof rows / sizeof *rows);
    tcase_add_loop_test(tl_case(suite, "as it is"), utf8_is_returned_as_it_is, 0,
                        sizeof utf8_labels / sizeof *utf8_labels);
    tcase_add_loop_test(tl_case(suite, "single byte"), a_single_byte_charset_is_mapped_by_character,
                        0, sizeof mapped / sizeof *mapped);
    tl_add_tests(suite, "map", a_byte_order_mark_is_left_out_of_text_and_map,
                 utf16_is_mapped_by_character, a_multi_byte_charset_is_mapped_by_character,
                 an_escape_sequence_belongs_to_no_character,
                 utf7_is_mapped_by_what_gave_the_character,
                 text_that_was_decoded_before_keeps_its_first_source);
    tl_add_tests(suite, "notices", bytes_that_are_not_utf8_become_one_replacement_a_run,
                 a_single_bad_byte_is_told_in_the_singular,
                 a_hole_in_a_single_byte_charset_is_reported,
                 half_a_character_at_the_end_is_reported, half_a_surrogate_pair_is_reported,
                 a_lone_surrogate_is_reported_in_either_order,
                 a_character_that_is_cut_at_the_end_leaves_the_rest, broken_iso_2022_jp_is_read_on);
    tcase_add_loop_test(tl_case(suite, "wrong labels"),
                        a_label_that_is_wrong_or_not_known_is_reported, 0,
                        sizeof misread / sizeof *misread);
    tl_add_tests(suite, "labels", a_label_without_end_is_reported_cut,
                 plain_ascii_is_well_read_whatever_it_is_said_to_be,
                 text_that_is_only_by_chance_utf8_is_read_as_it_says);
    return suite;
}
TL_TEST_MAIN(charset_suite)
