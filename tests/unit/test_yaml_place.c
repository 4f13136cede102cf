/* SPDX-License-Identifier: MIT */
#include "rules/yaml_place.h"

#include "support/letter.h"

#define N_OF(table) (int)(sizeof(table) / sizeof *(table))

/* A file of one key, whose text has one "x": where that stands. */
static const struct {
    const char *yaml;
    unsigned line;
    unsigned column;
} table[] = {
    {"a: x\n", 1, 4},
    {"a: one x\n", 1, 8},
    {"a: \xC3\xA5\xC3\xA4 x\n", 1, 7},
    {"a: one\n  two x\n", 2, 7},
    {"a: one\n\n\n  two x\n", 4, 7},
    {"a: one\n\n   x\n", 3, 4},
    {"a: !!str one x\n", 1, 14},
    {"\xEF\xBB\xBF"
     "a: x\n",
     1, 5},
    {"a: 'x'\n", 1, 5},
    {"a: 'it''s ''x'''\n", 1, 13},
    {"a: 'one  two\n\n    x'\n", 3, 5},
    {"a: \"one\\n\\tx\"\n", 1, 12},
    {"a: \"\\xe5\\u00e5\\U000000e5\\\"x\"\n", 1, 27},
    {"a: \"one \\\n   two\\\n   x\"\n", 3, 4},
    {"a: \"one\n  two x\"\n", 2, 7},
    {"a: |\n  one\n  x\n", 3, 3},
    {"a: |-\n\n  one\n\n    two x\n", 5, 9},
    {"a: |2+\n    one\n   x\n", 3, 4},
    {"a: | # why\n  one\n\n  x\n", 4, 3},
    {"a: >\n  one\n  two x\n", 3, 7},
    {"a: >-\n  one\n\n\n  two\n    x\n", 6, 5},
    {"a: |\r\n  one\r\n  x\r\n", 3, 3},
};

START_TEST(a_byte_of_a_scalar_has_its_place)
{
    struct tl_error err = {0};
    const struct tl_yaml *root =
        tl_yaml_parse(tl_test_arena, "a.yml", tl_str_of(table[_i].yaml), &err);
    ck_assert_msg(root != NULL, "%s", err.text);
    size_t x = tl_str_find_char(root->first->text, 'x', 0);
    ck_assert_uint_ne(x, TL_NONE);

    struct tl_yaml_place place = tl_yaml_locate(root->first, x);

    ck_assert_msg(place.line == table[_i].line && place.column == table[_i].column, "%s: %u:%u",
                  table[_i].yaml, place.line, place.column);
}
END_TEST

START_TEST(the_end_is_the_place_after_the_last_character)
{
    struct tl_error err = {0};
    const struct tl_yaml *root = tl_yaml_parse(tl_test_arena, "a", TL_STR("a: 'bcd'\n"), &err);

    struct tl_yaml_place end = tl_yaml_locate(root->first, 3);

    ck_assert_uint_eq(end.line, 1);
    ck_assert_uint_eq(end.column, 8);
    ck_assert_uint_eq(tl_yaml_locate(root->first, 99).column, 8);
}
END_TEST

START_TEST(a_node_without_a_source_is_its_own_place)
{
    const struct tl_yaml node = {.line = 7, .column = 3, .text = TL_STR("text")};

    ck_assert_uint_eq(tl_yaml_locate(&node, 2).line, 7);
    ck_assert_uint_eq(tl_yaml_locate(&node, 2).column, 3);
}
END_TEST

static Suite *yaml_place_suite(void)
{
    Suite *suite = suite_create("yaml_place");
    TCase *locate = tl_case(suite, "locate");
    tcase_add_loop_test(locate, a_byte_of_a_scalar_has_its_place, 0, N_OF(table));
    tcase_add_test(locate, the_end_is_the_place_after_the_last_character);
    tcase_add_test(locate, a_node_without_a_source_is_its_own_place);
    return suite;
}
TL_TEST_MAIN(yaml_place_suite)
