/* SPDX-License-Identifier: MIT */
#include "rules/classes.h"

#include "base/limits.h"
#include "support/tl_check.h"

#include <string.h>

static struct tl_class items[] = {
    {{"fruit", 5}, {"apple|pear", 10}},
    {{"basket", 6}, {"a (?&fruit)|(?&fruit)s", 22}},
    {{"loop", 4}, {"x(?&loop)", 9}},
    {{"wrong", 5}, {"(?&nothing)", 11}},
};
static const struct tl_classes classes = {items, 4, 4};

static struct tl_str expand(const char *pattern)
{
    struct tl_str expanded = TL_STR("");
    struct tl_str why = TL_STR("");
    size_t offset;
    ck_assert_msg(tl_classes_expand(tl_test_arena, &classes, tl_str_of(pattern), &expanded,
                                    &offset, &why),
                  "%s", why.data);
    return expanded;
}

/* What is wrong with a pattern, "OFFSET: text". */
static const char *why_not(const char *pattern)
{
    struct tl_str expanded;
    struct tl_str why = TL_STR("");
    size_t offset = 999;
    ck_assert(!tl_classes_expand(tl_test_arena, &classes, tl_str_of(pattern), &expanded, &offset,
                                 &why));
    return tl_arena_format(tl_test_arena, "%zu: %s", offset, why.data).data;
}

START_TEST(a_class_is_put_in_as_a_group)
{
    tl_assert_str(expand("an? (?&fruit)!"), "an? (?:apple|pear)!");
}
END_TEST

START_TEST(classes_use_classes)
{
    tl_assert_str(expand("(?&basket)"), "(?:a (?:apple|pear)|(?:apple|pear)s)");
}
END_TEST

START_TEST(a_pattern_without_classes_stays)
{
    tl_assert_str(expand("(?:a|b)(?=c)"), "(?:a|b)(?=c)");
    tl_assert_str(expand(""), "");
    tl_assert_str(expand("(?&open"), "(?&open");
}
END_TEST

START_TEST(an_unknown_class_is_named_with_its_place)
{
    ck_assert_str_eq(why_not("a (?&colour)"), "2: there is no word class 'colour'");
    ck_assert_str_eq(why_not("a (?&friut)"),
                     "2: there is no word class 'friut'; did you mean 'fruit'?");
    ck_assert_str_eq(why_not("(?&)"), "0: there is no word class ''");
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

START_TEST(a_pattern_that_grows_too_large_is_an_error)
{
    enum { N = TL_MAX_PATTERN_BYTES / 8 };
    char *pattern = tl_arena_alloc(tl_test_arena, N * 8 + 1);
    for (size_t i = 0; i < N; i++) {
        memcpy(pattern + i * 8, "(?&fruit", 8);
        pattern[i * 8 + 7] = ')';
    }
    struct tl_class small[] = {{{"frui", 4}, {"an apple or a pear", 18}}};
    const struct tl_classes one = {small, 1, 1};
    struct tl_str expanded;
    struct tl_str why = TL_STR("");
    size_t offset;

    ck_assert(!tl_classes_expand(tl_test_arena, &one, (struct tl_str){pattern, N * 8UL},
                                 &expanded, &offset, &why));
    tl_assert_mentions(why.data, "is too large");
}
END_TEST

START_TEST(the_last_class_of_a_name_counts)
{
    struct tl_class twice[] = {{{"a", 1}, {"old", 3}}, {{"a", 1}, {"new", 3}}};
    const struct tl_classes both = {twice, 2, 2};
    struct tl_str expanded;
    struct tl_str why;
    size_t offset;

    ck_assert(tl_classes_expand(tl_test_arena, &both, TL_STR("(?&a)"), &expanded, &offset, &why));
    tl_assert_str(expanded, "(?:new)");
}
END_TEST

static Suite *classes_suite(void)
{
    Suite *suite = suite_create("classes");
    tl_add_tests(suite, "expand", a_class_is_put_in_as_a_group, classes_use_classes,
                 a_pattern_without_classes_stays, the_last_class_of_a_name_counts);
    tl_add_tests(suite, "errors", an_unknown_class_is_named_with_its_place,
                 an_unknown_class_in_a_class_stands_where_the_outer_is_named,
                 a_class_that_names_itself_is_an_error,
                 a_pattern_that_grows_too_large_is_an_error);
    return suite;
}
TL_TEST_MAIN(classes_suite)
