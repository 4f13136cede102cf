/* SPDX-License-Identifier: MIT */
#include "report/json_value.h"

#include "support/report.h"

#include <jansson.h>

static struct tl_str printed(json_t *value)
{
    FILE *stream = tl_test_stream();
    tl_json_print(stream, value);
    return tl_test_printed(stream);
}

START_TEST(a_string_keeps_its_characters)
{
    tl_assert_str(printed(tl_json_string(TL_STR("a\"\\\n\xC3\xA5"))), "\"a\\\"\\\\\\n\xC3\xA5\"");
    tl_assert_str(printed(tl_json_string(TL_STR(""))), "\"\"");
}
END_TEST

START_TEST(ill_formed_bytes_become_replacement_characters)
{
    tl_assert_str(printed(tl_json_string(TL_STR("a\xFFz"))), "\"a\xEF\xBF\xBDz\"");
}
END_TEST

START_TEST(what_would_steer_a_terminal_is_escaped)
{
    struct tl_str shown = printed(tl_json_string(TL_STR("\033\x7F\xC2\x9B\xE2\x80\xAE")));

    tl_assert_str(shown, "\"\\u001B\\u007f\\u009b\\u202e\"");
    tl_assert_tame(shown);
}
END_TEST

START_TEST(an_empty_string_may_say_that_there_is_none)
{
    tl_assert_str(printed(tl_json_string_or_null(TL_STR(""))), "null");
    tl_assert_str(printed(tl_json_string_or_null(TL_STR("a"))), "\"a\"");
}
END_TEST

START_TEST(members_are_printed_in_the_order_they_were_set)
{
    json_t *object = json_object();
    json_object_set_new(object, "b", tl_json_number(7));
    json_object_set_new(object, "a", tl_json_number(0));

    tl_assert_str(printed(object), "{\"b\":7,\"a\":0}");
}
END_TEST

START_TEST(all_output_begins_with_version_and_tool)
{
    FILE *stream = tl_test_stream();
    tl_json_begin(stream, "files");

    tl_assert_str(tl_test_printed(stream),
                  "{\"version\":1,\"tool\":{\"name\":\"tactlint\",\"version\":\"" TL_VERSION
                  "\"},\n\"files\":[");
}
END_TEST

static Suite *json_value_suite(void)
{
    Suite *suite = suite_create("json_value");
    tl_add_tests(suite, "strings", a_string_keeps_its_characters,
                 ill_formed_bytes_become_replacement_characters,
                 what_would_steer_a_terminal_is_escaped,
                 an_empty_string_may_say_that_there_is_none);
    tl_add_tests(suite, "print", members_are_printed_in_the_order_they_were_set,
                 all_output_begins_with_version_and_tool);
    return suite;
}
TL_TEST_MAIN(json_value_suite)
