/* SPDX-License-Identifier: MIT */
#include "rules/yaml.h"

#include "support/letter.h"

/* Two nodes are the same, and so is all in them. */
static void assert_same(const struct tl_yaml *a, const struct tl_yaml *b)
{
    ck_assert_int_eq(a->kind, b->kind);
    ck_assert_uint_eq(a->line, b->line);
    ck_assert_uint_eq(a->column, b->column);
    ck_assert_int_eq(a->quoted, b->quoted);
    ck_assert_int_eq(a->double_quoted, b->double_quoted);
    ck_assert(tl_str_equal(a->text, b->text));
    ck_assert(tl_str_equal(a->source, b->source));
    ck_assert_str_eq(a->path, b->path);
    ck_assert_int_eq(a->key == NULL, b->key == NULL);
    if (a->key != NULL) {
        assert_same(a->key, b->key);
    }
    const struct tl_yaml *other = b->first;
    for (const struct tl_yaml *child = a->first; child != NULL; child = child->next) {
        ck_assert_ptr_nonnull(other);
        assert_same(child, other);
        other = other->next;
    }
    ck_assert_ptr_null(other);
}

/* What is read fast is what libyaml reads. */
static void assert_read(const char *bytes)
{
    struct tl_error err;
    const char *path = tl_test_file(tl_test_folder(), "x.yml", tl_str_of(bytes));
    const struct tl_yaml *fast = tl_yaml_read_lists(tl_test_arena, path, TL_STR("classes"), &err);
    const struct tl_yaml *all = tl_yaml_read(tl_test_arena, path, &err);
    ck_assert_msg((fast == NULL) == (all == NULL), "%s", bytes);
    if (all != NULL) {
        assert_same(fast, all);
    }
}

START_TEST(lists_are_read_as_libyaml_has_them)
{
    assert_read("name: X\nclasses:\n  a:\n    - one\n    - 'two: three'\n");
    assert_read(
        "name: X\nclasses: # of words\n  # --- a ---\n  a: # an a\n    - x#y # a comment\n\n"
        "    - 'it''s' # one\n    - ''''\n    - ''\n  b_2:\n    # no item\n    - (?:x) y  \n");
    assert_read("classes:\n  a:\n    - \xC3\xA5r\n    - '\xE2\x80\x99 x'");
}
END_TEST

START_TEST(so_is_what_is_written_in_another_way)
{
    static const char *const others[] = {
        "classes:\n  a: x\n  b:\n    - y\n",
        "classes:\n  a:\n    - y\n  b: x\n",
        "classes:\n  a: [x, y]\n  b:\n    - z\n",
        "classes:\n  a:\n    - y\n    - 'one\n      two'\n    - three\n  b:\n    - z\n",
        "classes:\n  a:\n    - one\n      two\n  b:\n    - z\n",
        "classes:\n  a:\n    - \"x\\ty\"\n    - |-\n      a\n      b\n  b:\n    - z\n",
        "classes:\n  a:\n  - x\n  b:\n  - y\n",
        "classes:\n    a:\n      - x\n",
        "classes:\n  a:\n  b:\n    - x\n",
        "classes:\n  a:\n    - x\n  b:\n",
        "classes:\n  a:\n    - -x\n    - '- x'\n    - *x\n",
        "classes:\n  a:\n    - x: y\n",
        "classes:\n  a:\n    - 'x' y\n",
        "classes:\n  a:\n    - 'x\n",
        "classes:\n  a:\n    - x\nname: Y\n",
        "classes:\n  a:\n    - x\ty\n",
        "classes:\r\n  a:\r\n    - x\r\n",
        "classes:\n",
        "classes:",
        "classes: x\n",
        "classes: {a: [x]}\n",
        "name: X\n",
        "'classes':\n  a:\n    - x\n",
        "? classes\n:\n  a:\n    - x\n",
        "",
    };
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        assert_read(others[i]);
    }
}
END_TEST

START_TEST(the_languages_that_come_with_the_program_are_read_so)
{
    static const char *const paths[] = {"rules.d/en/language.yml", "rules.d/lt/language.yml",
                                        "rules.d/sv/language.yml", "rules.d/any/language.yml"};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        struct tl_error err;
        const struct tl_yaml *fast =
            tl_yaml_read_lists(tl_test_arena, paths[i], TL_STR("classes"), &err);
        const struct tl_yaml *all = tl_yaml_read(tl_test_arena, paths[i], &err);
        ck_assert_ptr_nonnull(all);
        assert_same(fast, all);
    }
}
END_TEST

static Suite *yaml_lists_suite(void)
{
    Suite *suite = suite_create("yaml_lists");
    tl_add_tests(suite, "lists", lists_are_read_as_libyaml_has_them,
                 so_is_what_is_written_in_another_way,
                 the_languages_that_come_with_the_program_are_read_so);
    return suite;
}
TL_TEST_MAIN(yaml_lists_suite)
