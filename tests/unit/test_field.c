/* SPDX-License-Identifier: MIT */
#include "mime/field.h"

#include "base/limits.h"
#include "support/tl_check.h"

static struct tl_source *source;
static struct tl_text entity;
static struct tl_fields fields;
static struct tl_notices notices;

/* Reads the fields of `bytes`; returns what comes after them. */
static struct tl_str parse(struct tl_str bytes)
{
    fields = (struct tl_fields){0};
    notices = (struct tl_notices){0};
    source = tl_source_of(tl_test_arena, TL_STR("test"), bytes);
    entity = tl_text_of(tl_test_arena, source);
    size_t body = tl_fields_parse(tl_test_arena, &entity, &fields, &notices);
    return tl_str_slice(bytes, body, bytes.len);
}

#define assert_field(i, name_literal, body_literal)                                                \
    do {                                                                                           \
        ck_assert_uint_lt((i), fields.len);                                                        \
        tl_assert_str(fields.items[i].name.bytes, name_literal);                                   \
        tl_assert_str(fields.items[i].body.bytes, body_literal);                                   \
    } while (0)

START_TEST(fields_come_in_order_with_their_bodies)
{
    struct tl_str body = parse(TL_STR("To: ann@example.com\nSubject: Hello\n\nDear Ann\n"));

    ck_assert_uint_eq(fields.len, 2);
    assert_field(0, "To", " ann@example.com");
    assert_field(1, "Subject", " Hello");
    tl_assert_str(body, "Dear Ann\n");
}
END_TEST

START_TEST(a_folded_field_is_one_field)
{
    parse(TL_STR("Subject: one\r\n two\r\n\tthree\r\nTo: x\r\n\r\n"));

    ck_assert_uint_eq(fields.len, 2);
    assert_field(0, "Subject", " one\r\n two\r\n\tthree");
    assert_field(1, "To", " x");
}
END_TEST

START_TEST(a_name_and_a_body_know_where_they_stand)
{
    parse(TL_STR("To: x\r\nSubject: Hello\r\n\r\n"));

    tl_assert_span(tl_text_source(&fields.items[1].name, (struct tl_span){0, 7}), 7, 14);
    tl_assert_source_is(source, &fields.items[1].body, ((struct tl_span){1, 6}), "Hello");
}
END_TEST

static const struct {
    const char *name;
    struct tl_str bytes;
} line_ends[] = {
    {"LF", {"A: 1\nB: 2\n\nbody", 15}},
    {"CRLF", {"A: 1\r\nB: 2\r\n\r\nbody", 18}},
    {"bare CR", {"A: 1\rB: 2\r\rbody", 15}},
    {"mixed", {"A: 1\r\nB: 2\n\r\nbody", 17}},
};

START_TEST(every_line_end_ends_a_field)
{
    ck_assert_msg(tl_str_equal(parse(line_ends[_i].bytes), TL_STR("body")), "%s",
                  line_ends[_i].name);
    assert_field(0, "A", " 1");
    assert_field(1, "B", " 2");
}
END_TEST

START_TEST(a_header_without_an_empty_line_ends_where_text_begins)
{
    struct tl_str body = parse(TL_STR("Subject: Hello\nDear Ann,\nthank you: both.\n"));

    ck_assert_uint_eq(fields.len, 1);
    tl_assert_str(body, "Dear Ann,\nthank you: both.\n");
}
END_TEST

START_TEST(what_looks_like_a_field_before_text_without_a_blank_line_is_text)
{
    struct tl_str body = parse(TL_STR("Subject: Hello\nX-A: 1\nNote: it is late\n so\nDear Ann\n"));

    ck_assert_uint_eq(fields.len, 2);
    tl_assert_str(body, "Note: it is late\n so\nDear Ann\n");
}
END_TEST

START_TEST(an_odd_field_before_a_blank_line_is_a_field)
{
    tl_assert_str(parse(TL_STR("Subject: Hello\nNote: it is late\n\nDear Ann\n")), "Dear Ann\n");

    ck_assert_uint_eq(fields.len, 2);
}
END_TEST

START_TEST(a_first_line_that_continues_nothing_is_passed_over)
{
    tl_assert_str(parse(TL_STR(" 12:00\nSubject: Hello\n\nDear Ann\n")), "Dear Ann\n");

    ck_assert_uint_eq(fields.len, 1);
    assert_field(0, "Subject", " Hello");
}
END_TEST

START_TEST(a_header_may_end_with_the_input)
{
    struct tl_str body = parse(TL_STR("Subject: Hello"));

    assert_field(0, "Subject", " Hello");
    tl_assert_str(body, "");
}
END_TEST

START_TEST(an_input_without_fields_is_all_body)
{
    tl_assert_str(parse(TL_STR("From now on\nwe write.\n")), "From now on\nwe write.\n");
    tl_assert_str(parse(TL_STR(" indented\ntext\n")), " indented\ntext\n");
    tl_assert_str(parse(TL_STR("")), "");
    ck_assert_uint_eq(fields.len, 0);
}
END_TEST

START_TEST(an_empty_first_line_is_an_empty_header)
{
    tl_assert_str(parse(TL_STR("\r\nNote: text")), "Note: text");
    ck_assert_uint_eq(fields.len, 0);
}
END_TEST

START_TEST(white_space_before_the_colon_is_no_name)
{
    parse(TL_STR("Subject \t: Hello\n\n"));

    assert_field(0, "Subject", " Hello");
}
END_TEST

START_TEST(a_field_without_a_name_is_passed_over_with_its_folds)
{
    parse(TL_STR("A: 1\n: nothing\n more\nB: 2\n\n"));

    ck_assert_uint_eq(fields.len, 2);
    assert_field(0, "A", " 1");
    assert_field(1, "B", " 2");
}
END_TEST

START_TEST(an_mbox_line_and_a_byte_order_mark_come_before_the_header)
{
    parse(TL_STR("From ann@example.com Mon Jan  5 10:00:00 2026\nA: 1\n\n"));
    assert_field(0, "A", " 1");

    parse(TL_STR("\xEF\xBB\xBF"
                 "A: 1\n\n"));
    assert_field(0, "A", " 1");
}
END_TEST

START_TEST(a_line_of_white_space_continues_the_field)
{
    struct tl_str body = parse(TL_STR("A: 1\n  \nDear Ann\n"));

    assert_field(0, "A", " 1\n  ");
    tl_assert_str(body, "Dear Ann\n");
}
END_TEST

START_TEST(a_name_may_have_8_bit_bytes)
{
    struct tl_str body = parse(TL_STR("To: x\nInval\xED"
                                      "d-Field: y\nSubject: Hello\n\nbody\n"));

    ck_assert_uint_eq(fields.len, 3);
    assert_field(1,
                 "Inval\xED"
                 "d-Field",
                 " y");
    tl_assert_str(body, "body\n");
}
END_TEST

START_TEST(a_field_is_found_in_any_case)
{
    parse(TL_STR("subject: first\nSUBJECT: second\n\n"));

    const struct tl_field *found = tl_fields_find(&fields, TL_STR("Subject"));

    ck_assert_ptr_nonnull(found);
    tl_assert_str(found->body.bytes, " first");
    ck_assert_ptr_null(tl_fields_find(&fields, TL_STR("Sub")));
}
END_TEST

START_TEST(fields_over_the_limit_are_reported_once)
{
    struct tl_buf buf = tl_buf_in(tl_test_arena);
    for (int i = 0; i < TL_MAX_FIELDS + 2; i++) {
        tl_buf_add(&buf, TL_STR("A: 1\n"));
    }
    tl_buf_add(&buf, TL_STR("\nbody"));

    tl_assert_str(parse(tl_buf_str(&buf)), "body");

    ck_assert_uint_eq(fields.len, TL_MAX_FIELDS);
    ck_assert_uint_eq(notices.len, 1);
    ck_assert_int_eq(notices.items[0].kind, TL_NOTICE_LIMIT);
    tl_assert_span(notices.items[0].span, TL_MAX_FIELDS * 5, TL_MAX_FIELDS * 5 + 1);
}
END_TEST

static Suite *field_suite(void)
{
    Suite *suite = suite_create("field");
    tl_add_tests(suite, "parse", fields_come_in_order_with_their_bodies,
                 a_folded_field_is_one_field, a_name_and_a_body_know_where_they_stand,
                 a_header_without_an_empty_line_ends_where_text_begins,
                 what_looks_like_a_field_before_text_without_a_blank_line_is_text,
                 an_odd_field_before_a_blank_line_is_a_field,
                 a_first_line_that_continues_nothing_is_passed_over,
                 a_header_may_end_with_the_input, an_input_without_fields_is_all_body,
                 an_empty_first_line_is_an_empty_header, white_space_before_the_colon_is_no_name,
                 a_field_without_a_name_is_passed_over_with_its_folds,
                 an_mbox_line_and_a_byte_order_mark_come_before_the_header,
                 a_line_of_white_space_continues_the_field,
                 fields_over_the_limit_are_reported_once);
    tl_add_tests(suite, "find", a_name_may_have_8_bit_bytes, a_field_is_found_in_any_case);
    tcase_add_loop_test(tl_case(suite, "line ends"), every_line_end_ends_a_field, 0,
                        sizeof line_ends / sizeof *line_ends);
    return suite;
}
TL_TEST_MAIN(field_suite)
