/* SPDX-License-Identifier: MIT */
#include "rules/classes.h"

#include "support/tl_check.h"

#include <string.h>

static struct tl_class items[] = {
    {.name = {"fruit", 5}, .pattern = {"apple|pear", 10}},
    {.name = {"basket", 6}, .pattern = {"a (?&fruit)|(?&fruit)s", 22}},
    {.name = {"loop", 4}, .pattern = {"x(?&loop)", 9}},
    {.name = {"wrong", 5}, .pattern = {"(?&nothing)", 11}},
};
static const struct tl_classes classes = {items, 4, 4};

static struct tl_str define(const char *pattern)
{
    struct tl_str definitions = TL_STR("");
    struct tl_str why = TL_STR("");
    size_t offset;
    ck_assert_msg(
        tl_classes_define(tl_test_arena, &classes, tl_str_of(pattern), &definitions, &offset, &why),
        "%s", why.data);
    return definitions;
}

/* What is wrong with a pattern, "OFFSET: text". */
static const char *why_not(const char *pattern)
{
    struct tl_str definitions;
    struct tl_str why = TL_STR("");
    size_t offset = 999;
    ck_assert(!tl_classes_define(tl_test_arena, &classes, tl_str_of(pattern), &definitions, &offset,
                                 &why));
    return tl_arena_format(tl_test_arena, "%zu: %s", offset, why.data).data;
}

START_TEST(a_class_that_is_named_is_defined)
{
    tl_assert_str(define("an? (?&fruit)!"), "(?(DEFINE)(?<fruit>apple|pear))");
}
END_TEST

START_TEST(a_class_is_defined_once)
{
    tl_assert_str(define("(?&fruit)(?&fruit)"), "(?(DEFINE)(?<fruit>apple|pear))");
}
END_TEST

START_TEST(classes_that_classes_name_are_defined_too)
{
    tl_assert_str(define("(?&basket)"),
                  "(?(DEFINE)(?<fruit>apple|pear)(?<basket>a (?&fruit)|(?&fruit)s))");
}
END_TEST

START_TEST(a_pattern_that_names_none_needs_no_definitions)
{
    tl_assert_str(define("(?:a|b)(?=c)"), "");
    tl_assert_str(define(""), "");
}
END_TEST

START_TEST(an_unknown_class_is_named_with_its_place)
{
    ck_assert_str_eq(why_not("a (?&colour)"), "2: there is no word class 'colour'");
    ck_assert_str_eq(why_not("(?&fruit) (?&friut)"),
                     "10: there is no word class 'friut'; did you mean 'fruit'?");
    ck_assert_str_eq(why_not("(?&)"), "0: there is no word class ''");
    ck_assert_str_eq(why_not("x(?&fruit"), "1: there is no word class ''");
}
END_TEST

START_TEST(an_unknown_class_in_a_class_stands_where_the_outer_is_named)
{
    ck_assert_str_eq(why_not("ab (?&wrong)"), "3: there is no word class 'nothing'");
}
END_TEST

START_TEST(a_class_that_names_itself_is_an_error)
{
    tl_assert_mentions(why_not("(?&loop)"), "0: the word class 'loop' names itself");
}
END_TEST

START_TEST(the_last_class_of_a_name_counts)
{
    struct tl_class twice[] = {{.name = {"a", 1}, .pattern = {"old", 3}},
                               {.name = {"a", 1}, .pattern = {"new", 3}}};
    const struct tl_classes both = {twice, 2, 2};
    struct tl_str definitions;
    struct tl_str why;
    size_t offset;

    ck_assert(
        tl_classes_define(tl_test_arena, &both, TL_STR("(?&a)"), &definitions, &offset, &why));
    tl_assert_str(definitions, "(?(DEFINE)(?<a>new))");
}
END_TEST

START_TEST(a_name_has_letters_digits_and_underscores)
{
    ck_assert(tl_class_is_name(TL_STR("fruit_2")));
    ck_assert(tl_class_is_name(TL_STR("_x")));
    ck_assert(!tl_class_is_name(TL_STR("2nd")));
    ck_assert(!tl_class_is_name(TL_STR("a-b")));
    ck_assert(!tl_class_is_name(TL_STR("a b")));
    ck_assert(!tl_class_is_name(TL_STR("\xC3\xA5")));
    ck_assert(!tl_class_is_name(TL_STR("")));
}
END_TEST

START_TEST(a_name_has_at_most_32_bytes)
{
    char name[33];
    memset(name, 'a', sizeof name);

    ck_assert(tl_class_is_name((struct tl_str){name, 32}));
    ck_assert(!tl_class_is_name((struct tl_str){name, 33}));
}
END_TEST

static Suite *classes_suite(void)
{
    Suite *suite = suite_create("classes");
    tl_add_tests(suite, "define", a_class_that_is_named_is_defined, a_class_is_defined_once,
                 classes_that_classes_name_are_defined_too,
                 a_pattern_that_names_none_needs_no_definitions, the_last_class_of_a_name_counts);
    tl_add_tests(suite, "errors", an_unknown_class_is_named_with_its_place,
                 an_unknown_class_in_a_class_stands_where_the_outer_is_named,
                 a_class_that_names_itself_is_an_error);
    tl_add_tests(suite, "is_name", a_name_has_letters_digits_and_underscores,
                 a_name_has_at_most_32_bytes);
    return suite;
}
TL_TEST_MAIN(classes_suite)
