/* SPDX-License-Identifier: MIT */
#include "mime/param.h"

#include "base/limits.h"
#include "support/tl_check.h"

static const struct {
    const char *body;
    const char *value;
} values[] = {
    {"text/plain", "text/plain"},
    {"  Text/Plain ; charset=utf-8", "Text/Plain"},
    {"text/plain charset=utf-8", "text/plain"},
    {"text / plain; charset=utf-8", "text/plain"},
    {"(a comment) text/(inner)plain (and (one) more)", "text/plain"},
    {"\"text/plain\"; charset=utf-8", "text/plain"},
    {"text/plain\r\n ;charset=utf-8", "text/plain"},
    {"base64 (as ever)", "base64"},
    {"charset=utf-8", ""},
    {"; charset=utf-8", ""},
    {"", ""},
    {"text/plain (a comment without an end; charset=utf-8", "text/plain"},
};

START_TEST(the_value_comes_before_the_parameters)
{
    struct tl_valued field = tl_param_parse(tl_test_arena, tl_str_of(values[_i].body));

    tl_assert_same(field.value, tl_str_of(values[_i].value));
}
END_TEST

/* What the parameter "p" is, after "v; " and in front of nothing. */
static const struct {
    const char *params;
    const char *value; /* NULL where there is none */
} params[] = {
    {"p=x", "x"},
    {"P=x", "x"},
    {"p = x", "x"},
    {"p=\"x y; z\"", "x y; z"},
    {"p=\"say \\\"yes\\\" \\\\ no\"", "say \"yes\" \\ no"},
    {"p=\"C:\\temp\\bill.pdf\"", "C:\\temp\\bill.pdf"},
    {"p=\"folded\r\n name\"", "folded name"},
    {"p=my file.pdf; q=1", "my file.pdf"},
    {"p=x q=1", "x"},
    {"p=x (why not)", "x"},
    {"p=bill (1).pdf", "bill (1).pdf"},
    {"p=\"no end; q=1", "no end"},
    {"p=x; p=y", "x"},
    {"q=1;; ;p=x;", "x"},
    {"q; p=x", "x"},
    {"q=\"1\"p=x", "x"},
    {"p=", ""},
    {"p=\"\"", ""},
    {"p", NULL},
    {"pp=x", NULL},
    {"=x", NULL},
    {"p=f\xF6r", "f\xC3\xB6r"},
    {"p=f\xC3\xB6r", "f\xC3\xB6r"},
    {"p=\"=?iso-8859-1?q?f=F6r?=\"", "f\xC3\xB6r"},
    {"p=\"=?utf-8?q?f=C3?= =?utf-8?q?=B6r?=\"", "f\xC3\xB6r"},
    {"p*=iso-8859-1'sv'f%F6r%20oss", "f\xC3\xB6r oss"},
    {"p*=utf-8''f%C3%B6r", "f\xC3\xB6r"},
    {"p*=''abc%", "abc%"},
    {"p*=no quotes", "no quotes"},
    {"p=fallback; p*=utf-8''f%C3%B6r", "f\xC3\xB6r"},
    {"p*0=one; p*1=two", "onetwo"},
    {"p*1=two; p*0=one", "onetwo"},
    {"p*10=k; p*2=c; p*0=a; p*1=b", "abck"},
    {"p*0*=utf-8''f%C3; p*1*=%B6r; p*2=%C3", "f\xC3\xB6r%C3"},
    {"p*0=a; p*0=b; p*1=c", "ac"},
    {"p*99999999999=b; p*0=a", "ab"},
    {"p*", NULL},
    {"p*=", ""},
};

START_TEST(a_parameter_has_the_value_that_was_meant)
{
    struct tl_str body = tl_arena_format(tl_test_arena, "application/pdf; %s", params[_i].params);

    struct tl_valued field = tl_param_parse(tl_test_arena, body);
    struct tl_str found = tl_param_find(&field, TL_STR("p"));

    ck_assert_msg((found.data == NULL) == (params[_i].value == NULL), "%s", params[_i].params);
    tl_assert_same(found, tl_str_of(params[_i].value));
    tl_assert_str(field.value, "application/pdf");
}
END_TEST

START_TEST(all_parameters_are_read)
{
    struct tl_valued field = tl_param_parse(
        tl_test_arena, TL_STR("text/plain; charset=\"utf-8\"; format=flowed;\r\n\tdelsp=yes"));

    ck_assert_uint_eq(field.params.len, 3);
    tl_assert_str(tl_param_find(&field, TL_STR("Charset")), "utf-8");
    tl_assert_str(tl_param_find(&field, TL_STR("format")), "flowed");
    tl_assert_str(tl_param_find(&field, TL_STR("delsp")), "yes");
}
END_TEST

START_TEST(a_name_of_nothing_but_its_length_is_found)
{
    struct tl_valued field = tl_param_parse(tl_test_arena, TL_STR("a; b=c"));

    ck_assert_ptr_null(tl_param_find(&field, TL_STR("")).data);
    ck_assert_ptr_nonnull(tl_param_find(&field, TL_STR("B")).data);
}
END_TEST

static const char *const hostile[] = {"(", "\"", ";", "=", "a=", "a=\"", "\\", "a*0=", " (", "*"};

START_TEST(nothing_costs_more_than_its_length)
{
    struct tl_buf buf = tl_buf_in(tl_test_arena);
    tl_buf_add(&buf, TL_STR("text/plain; a="));
    while (buf.len < 2 * TL_MAX_FIELD_BYTES) {
        tl_buf_add(&buf, tl_str_of(hostile[_i]));
    }

    struct tl_valued field = tl_param_parse(tl_test_arena, tl_buf_str(&buf));

    tl_assert_str(field.value, "text/plain");
}
END_TEST

static Suite *param_suite(void)
{
    Suite *suite = suite_create("param");
    tcase_add_loop_test(tl_case(suite, "value"), the_value_comes_before_the_parameters, 0,
                        sizeof values / sizeof *values);
    tcase_add_loop_test(tl_case(suite, "parameter"), a_parameter_has_the_value_that_was_meant, 0,
                        sizeof params / sizeof *params);
    tcase_add_loop_test(tl_case(suite, "hostile"), nothing_costs_more_than_its_length, 0,
                        sizeof hostile / sizeof *hostile);
    tl_add_tests(suite, "find", all_parameters_are_read, a_name_of_nothing_but_its_length_is_found);
    return suite;
}
TL_TEST_MAIN(param_suite)
