/* SPDX-License-Identifier: MIT */
#include "rules/loader.h"

#include "loading.h"

#define assert_errors(reading, literal) tl_assert_str(tl_test_errors(&(reading).errors), literal)

START_TEST(a_text_is_read)
{
    struct reading_of r;
    read_map(&r, "a: some text\n");
    struct tl_str value = TL_STR("");

    ck_assert(tl_loader_str(&r.loader, r.map, "a", &value));
    tl_assert_str(value, "some text");
}
END_TEST

START_TEST(what_is_not_there_is_left_alone)
{
    struct reading_of r;
    read_map(&r, "a: b\n");
    struct tl_str text = TL_STR("before");
    bool yes = true;
    unsigned number = 7;
    struct tl_strs strs = {NULL, 0, 0};

    ck_assert(tl_loader_str(&r.loader, r.map, "x", &text));
    ck_assert(tl_loader_bool(&r.loader, r.map, "x", &yes));
    ck_assert(tl_loader_unsigned(&r.loader, r.map, "x", &number));
    ck_assert(tl_loader_strs(&r.loader, r.map, "x", &strs));

    tl_assert_str(text, "before");
    ck_assert(yes);
    ck_assert_uint_eq(number, 7);
    ck_assert_uint_eq(strs.len, 0);
}
END_TEST

START_TEST(a_list_is_no_text)
{
    struct reading_of r;
    read_map(&r, "a:\n  - b\n");
    struct tl_str value;

    ck_assert(!tl_loader_str(&r.loader, r.map, "a", &value));
    assert_errors(r, "2:3: 'a' must be a text\n");
}
END_TEST

START_TEST(true_and_false_are_read_in_any_case)
{
    struct reading_of r;
    read_map(&r, "a: true\nb: False\nc: maybe\n");
    bool value = false;

    ck_assert(tl_loader_bool(&r.loader, r.map, "a", &value));
    ck_assert(value);
    ck_assert(tl_loader_bool(&r.loader, r.map, "b", &value));
    ck_assert(!value);
    ck_assert(!tl_loader_bool(&r.loader, r.map, "c", &value));
    assert_errors(r, "3:4: 'c' must be true or false\n");
}
END_TEST

START_TEST(a_number_has_one_to_nine_digits)
{
    unsigned number = 0;

    ck_assert(tl_loader_number(TL_STR("0"), &number));
    ck_assert_uint_eq(number, 0);
    ck_assert(tl_loader_number(TL_STR("999999999"), &number));
    ck_assert_uint_eq(number, 999999999);
    ck_assert(!tl_loader_number(TL_STR("1000000000"), &number));
    ck_assert(!tl_loader_number(TL_STR(""), &number));
    ck_assert(!tl_loader_number(TL_STR("-1"), &number));
    ck_assert(!tl_loader_number(TL_STR("1.5"), &number));
    ck_assert(!tl_loader_number(TL_STR("1 "), &number));
}
END_TEST

START_TEST(what_is_no_number_is_an_error)
{
    struct reading_of r;
    read_map(&r, "a: three\n");
    unsigned value;

    ck_assert(!tl_loader_unsigned(&r.loader, r.map, "a", &value));
    assert_errors(r, "1:4: 'a' must be a whole number\n");
}
END_TEST

START_TEST(one_text_is_a_list_of_one)
{
    struct reading_of r;
    read_map(&r, "a: x\nb: [x, y]\nc: []\n");
    struct tl_strs one = {NULL, 0, 0};
    struct tl_strs two = {NULL, 0, 0};
    struct tl_strs none = {NULL, 0, 0};

    ck_assert(tl_loader_strs(&r.loader, r.map, "a", &one));
    ck_assert(tl_loader_strs(&r.loader, r.map, "b", &two));
    ck_assert(tl_loader_strs(&r.loader, r.map, "c", &none));

    ck_assert_uint_eq(one.len, 1);
    ck_assert_uint_eq(two.len, 2);
    tl_assert_str(two.items[1], "y");
    ck_assert_uint_eq(none.len, 0);
}
END_TEST

START_TEST(a_list_holds_texts_only)
{
    struct reading_of r;
    read_map(&r, "a:\n  - x\n  - [y]\nb: {x: y}\n");
    struct tl_strs value = {NULL, 0, 0};

    ck_assert(!tl_loader_strs(&r.loader, r.map, "a", &value));
    ck_assert(!tl_loader_strs(&r.loader, r.map, "b", &value));
    assert_errors(r, "3:5: each item of 'a' must be a text\n4:4: 'b' must be a list\n");
}
END_TEST

START_TEST(a_scope_is_a_text_or_a_list)
{
    struct reading_of r;
    read_map(&r, "a: body\nb: [subject, closing & sentence]\n");
    struct tl_scope one = {NULL, 0, 0};
    struct tl_scope two = {NULL, 0, 0};

    ck_assert(tl_loader_scope(&r.loader, r.map, "a", &one));
    ck_assert(tl_loader_scope(&r.loader, r.map, "b", &two));
    ck_assert_uint_eq(one.len, 1);
    ck_assert_uint_eq(two.len, 2);
}
END_TEST

START_TEST(an_unknown_scope_names_the_nearest)
{
    struct reading_of r;
    read_map(&r, "a: body & sentense\nb: zzzzzz\n");
    struct tl_scope value = {NULL, 0, 0};

    ck_assert(!tl_loader_scope(&r.loader, r.map, "a", &value));
    ck_assert(!tl_loader_scope(&r.loader, r.map, "b", &value));
    assert_errors(r, "1:4: unknown scope 'sentense'; did you mean 'sentence'?\n"
                     "2:4: unknown scope 'zzzzzz'\n");
}
END_TEST

START_TEST(an_error_says_where)
{
    struct reading_of r;
    read_map(&r, "a: 1\nbb: x\n");

    ck_assert(!tl_loader_fail(&r.loader, tl_yaml_find(r.map, TL_STR("bb")), "no %s", "good"));

    assert_errors(r, "2:5: no good\n");
    ck_assert_str_eq(r.errors.items[0].path, "a.yml");
}
END_TEST

START_TEST(an_error_says_where_in_a_text)
{
    struct reading_of r;
    read_map(&r, "a: 'it''s'\nb: |\n  one\n  two\n");

    ck_assert(!tl_loader_fail_in(&r.loader, r.map->first, 3, "a"));
    ck_assert(!tl_loader_fail_in(&r.loader, r.map->first->next, 5, "b"));

    assert_errors(r, "1:9: a\n4:4: b\n");
}
END_TEST

START_TEST(a_value_is_complained_of_once)
{
    struct reading_of r;
    read_map(&r, "a: x\nb: {c: 1}\n");

    ck_assert(!tl_loader_fail(&r.loader, r.map->first, "one"));
    ck_assert(!tl_loader_fail(&r.loader, r.map->first, "two"));
    ck_assert(!tl_loader_fail(&r.loader, r.map, "no c"));
    ck_assert(!tl_loader_fail(&r.loader, r.map, "no d"));

    assert_errors(r, "1:4: one\n1:1: no c\n1:1: no d\n");
}
END_TEST

START_TEST(a_group_that_yaml_takes_for_a_map_gets_a_hint)
{
    struct reading_of r;
    read_map(&r, "a: [{one (?: two}]\n");

    ck_assert(!tl_loader_fail(&r.loader, r.map->first->first, "no text"));

    assert_errors(r, "1:5: no text; one with ': ' in it needs single quotes\n");
}
END_TEST

START_TEST(of_very_many_errors_of_a_file_some_are_said)
{
    struct reading_of r;
    read_map(&r, "a: x\n");
    for (int i = 0; i < 1000; i++) {
        ck_assert(!tl_loader_fail(&r.loader, r.map, "no %d", i));
    }
    ck_assert_uint_eq(r.errors.len, 100);
    tl_assert_mentions(r.errors.items[99].text, "(there are more errors in this file)");

    struct tl_error err;
    const struct tl_yaml *other = tl_yaml_parse(tl_test_arena, "b.yml", TL_STR("a: x\n"), &err);
    r.loader.path = "b.yml";
    ck_assert(!tl_loader_fail(&r.loader, other, "no"));
    ck_assert_uint_eq(r.errors.len, 101);
}
END_TEST

static Suite *loader_suite(void)
{
    Suite *suite = suite_create("loader");
    tl_add_tests(suite, "str", a_text_is_read, what_is_not_there_is_left_alone, a_list_is_no_text);
    tl_add_tests(suite, "bool", true_and_false_are_read_in_any_case);
    tl_add_tests(suite, "number", a_number_has_one_to_nine_digits, what_is_no_number_is_an_error);
    tl_add_tests(suite, "strs", one_text_is_a_list_of_one, a_list_holds_texts_only);
    tl_add_tests(suite, "scope", a_scope_is_a_text_or_a_list, an_unknown_scope_names_the_nearest);
    tl_add_tests(suite, "fail", an_error_says_where, an_error_says_where_in_a_text,
                 a_value_is_complained_of_once, a_group_that_yaml_takes_for_a_map_gets_a_hint,
                 of_very_many_errors_of_a_file_some_are_said);
    return suite;
}
TL_TEST_MAIN(loader_suite)
