/* SPDX-License-Identifier: MIT */
#include "rules/yaml.h"

#include "support/letter.h"

#include <string.h>

static const struct tl_yaml *parse(const char *yaml)
{
    struct tl_error err = {0};
    const struct tl_yaml *root = tl_yaml_parse(tl_test_arena, "a.yml", tl_str_of(yaml), &err);
    ck_assert_msg(root != NULL, "%u:%u: %s", err.line, err.column, err.text);
    return root;
}

/* The error of reading, "LINE:COLUMN: text". */
static const char *error_of(struct tl_str yaml)
{
    struct tl_error err = {0};
    ck_assert_ptr_null(tl_yaml_parse(tl_test_arena, "a.yml", yaml, &err));
    ck_assert_str_eq(err.path, "a.yml");
    return tl_arena_format(tl_test_arena, "%u:%u: %s", err.line, err.column, err.text).data;
}

START_TEST(a_scalar_is_kept_as_it_is_written)
{
    const struct tl_yaml *root = parse("a: true\nb: 007\nc: \\bx\nd: ~\n");

    tl_assert_str(tl_yaml_find(root, TL_STR("a"))->text, "true");
    tl_assert_str(tl_yaml_find(root, TL_STR("b"))->text, "007");
    tl_assert_str(tl_yaml_find(root, TL_STR("c"))->text, "\\bx");
    tl_assert_str(tl_yaml_find(root, TL_STR("d"))->text, "~");
}
END_TEST

START_TEST(quotes_are_known)
{
    const struct tl_yaml *root = parse("a: \"x\\by\"\nb: 'x\\by'\nc: x\n");

    const struct tl_yaml *a = tl_yaml_find(root, TL_STR("a"));
    ck_assert(a->double_quoted && a->quoted);
    tl_assert_str(a->text, "x\by");
    const struct tl_yaml *b = tl_yaml_find(root, TL_STR("b"));
    ck_assert(!b->double_quoted && b->quoted);
    tl_assert_str(b->text, "x\\by");
    ck_assert(!tl_yaml_find(root, TL_STR("c"))->quoted);
}
END_TEST

START_TEST(a_list_keeps_its_order)
{
    const struct tl_yaml *list = tl_yaml_find(parse("a: [x, y, z]\n"), TL_STR("a"));

    ck_assert_int_eq(list->kind, TL_YAML_LIST);
    tl_assert_str(list->first->text, "x");
    tl_assert_str(list->first->next->text, "y");
    tl_assert_str(list->first->next->next->text, "z");
    ck_assert_ptr_null(list->first->next->next->next);
}
END_TEST

START_TEST(an_empty_list_has_no_item)
{
    const struct tl_yaml *list = tl_yaml_find(parse("a: []\n"), TL_STR("a"));

    ck_assert_int_eq(list->kind, TL_YAML_LIST);
    ck_assert_ptr_null(list->first);
}
END_TEST

START_TEST(nodes_know_line_and_column)
{
    const struct tl_yaml *root = parse("a: 1\nkey:\n  - x\n  - 'y'\n");

    const struct tl_yaml *member = tl_yaml_find(root, TL_STR("key"));
    ck_assert_uint_eq(member->key->line, 2);
    ck_assert_uint_eq(member->key->column, 1);
    ck_assert_uint_eq(member->first->line, 3);
    ck_assert_uint_eq(member->first->column, 5);
    ck_assert_uint_eq(member->first->next->line, 4);
    ck_assert_uint_eq(member->first->next->column, 5);
}
END_TEST

START_TEST(columns_are_characters)
{
    const struct tl_yaml *root = parse("{\xC3\xA5: 1, b: 2}\n");

    ck_assert_uint_eq(tl_yaml_find(root, TL_STR("b"))->key->column, 8);
}
END_TEST

START_TEST(an_empty_document_is_an_empty_map)
{
    static const char *const empty[] = {"", "\n\n", "# nothing\n"};
    for (size_t i = 0; i < sizeof empty / sizeof *empty; i++) {
        const struct tl_yaml *root = parse(empty[i]);
        ck_assert_int_eq(root->kind, TL_YAML_MAP);
        ck_assert_ptr_null(root->first);
    }
}
END_TEST

START_TEST(a_key_that_is_not_there_is_not_found)
{
    const struct tl_yaml *root = parse("a: 1\n");

    ck_assert_ptr_null(tl_yaml_find(root, TL_STR("A")));
    ck_assert_ptr_null(tl_yaml_find(root, TL_STR("")));
    ck_assert_ptr_null(tl_yaml_find(NULL, TL_STR("a")));
    ck_assert_ptr_null(tl_yaml_find(tl_yaml_find(root, TL_STR("a")), TL_STR("a")));
}
END_TEST

START_TEST(a_scalar_knows_how_it_is_written)
{
    const struct tl_yaml *root = parse("\xC3\xA5: 'it''s'\nb: |\n  one\n  two\nc: x y # z\n");

    tl_assert_str(root->first->source, "'it''s'");
    tl_assert_str(root->first->next->source, "|\n  one\n  two\n");
    tl_assert_str(root->first->next->next->source, "x y");
}
END_TEST

START_TEST(what_is_no_yaml_is_an_error_with_its_place)
{
    tl_assert_mentions(error_of(TL_STR("a: 1\nb: [x\n")), "3:1: not well-formed YAML");
    tl_assert_mentions(error_of(TL_STR("a: 1\n\tb: 2\n")), "2:1: not well-formed YAML");
    tl_assert_mentions(error_of(TL_STR("a: \"x\xFF\"\n")), "not well-formed YAML");
}
END_TEST

START_TEST(a_key_that_is_there_twice_is_an_error)
{
    ck_assert_str_eq(error_of(TL_STR("a: 1\nb: 2\na: 3\n")), "3:1: the key 'a' is there twice");
}
END_TEST

START_TEST(the_first_of_many_keys_that_are_there_twice_is_named_and_soon_found)
{
    struct tl_buf yaml = tl_buf_in(tl_test_arena);
    for (int i = 0; i < 100000; i++) {
        tl_buf_add_format(&yaml, "k%d: v\n", i);
    }
    tl_buf_add(&yaml, TL_STR("k7: v\nk3: v\nk7: v\n"));

    ck_assert_str_eq(error_of(tl_buf_str(&yaml)), "100001:1: the key 'k7' is there twice");
}
END_TEST

START_TEST(a_key_must_be_a_word)
{
    ck_assert_str_eq(error_of(TL_STR("[x]: 1\n")), "1:1: a key must be a word");
}
END_TEST

START_TEST(an_alias_is_an_error)
{
    ck_assert_str_eq(error_of(TL_STR("a: &x [1]\nb: *x\n")), "2:4: an alias is not allowed");
}
END_TEST

START_TEST(a_second_document_is_an_error)
{
    tl_assert_mentions(error_of(TL_STR("a: 1\n---\nb: 2\n")), "a file holds one document only");
}
END_TEST

START_TEST(a_nul_is_an_error)
{
    tl_assert_mentions(error_of(TL_STR("a: \"x\\0y\"\n")), "1:4: a NUL character is not allowed");
    (void)error_of(TL_STR("a: x\0y\n"));
}
END_TEST

START_TEST(bytes_that_are_no_text_are_an_error_at_their_place)
{
    tl_assert_mentions(error_of(TL_STR("a: 1\nb: \xC3\xA9\xFF\n")), "2:5: not well-formed YAML");
    tl_assert_mentions(error_of(TL_STR("a: 1\nb: \x01\n")), "2:4: not well-formed YAML");
    tl_assert_mentions(error_of(TL_STR("\xFF\xFE"
                                       "a")),
                       "1:1: not well-formed YAML");
}
END_TEST

START_TEST(too_many_levels_are_an_error)
{
    char yaml[200];
    memset(yaml, '[', 32);
    memset(yaml + 32, ']', 32);
    yaml[64] = '\0';
    ck_assert_int_eq(parse(yaml)->kind, TL_YAML_LIST);
    memset(yaml, '[', 34);
    memset(yaml + 34, ']', 34);

    tl_assert_mentions(error_of((struct tl_str){yaml, 68}), "1:34: too many levels");
}
END_TEST

START_TEST(a_file_that_is_not_there_is_an_error)
{
    struct tl_error err = {0};

    ck_assert_ptr_null(tl_yaml_read(tl_test_arena, "/nonexistent/a.yml", &err));
    ck_assert_str_eq(err.path, "/nonexistent/a.yml");
}
END_TEST

START_TEST(a_file_is_read)
{
    struct tl_error err = {0};
    const char *path = tl_test_file(tl_test_folder(), "a.yml", TL_STR("a: 1\n"));

    const struct tl_yaml *root = tl_yaml_read(tl_test_arena, path, &err);

    ck_assert_ptr_nonnull(root);
    tl_assert_str(tl_yaml_find(root, TL_STR("a"))->text, "1");
}
END_TEST

START_TEST(a_byte_order_mark_is_passed_over)
{
    struct tl_error err = {0};
    const char *path = tl_test_file(tl_test_folder(), "a.yml",
                                    TL_STR("\xEF\xBB\xBF"
                                           "a: 1\nb: 2\n"));

    const struct tl_yaml *root = tl_yaml_read(tl_test_arena, path, &err);

    ck_assert_ptr_nonnull(root);
    tl_assert_str(tl_yaml_find(root, TL_STR("a"))->text, "1");
    ck_assert_uint_eq(tl_yaml_find(root, TL_STR("b"))->line, 2);
}
END_TEST

static Suite *yaml_suite(void)
{
    Suite *suite = suite_create("yaml");
    tl_add_tests(suite, "nodes", a_scalar_is_kept_as_it_is_written, quotes_are_known,
                 a_list_keeps_its_order, an_empty_list_has_no_item, nodes_know_line_and_column,
                 a_scalar_knows_how_it_is_written, columns_are_characters,
                 an_empty_document_is_an_empty_map);
    tl_add_tests(suite, "find", a_key_that_is_not_there_is_not_found);
    tl_add_tests(suite, "errors", what_is_no_yaml_is_an_error_with_its_place,
                 a_key_that_is_there_twice_is_an_error,
                 the_first_of_many_keys_that_are_there_twice_is_named_and_soon_found,
                 a_key_must_be_a_word, an_alias_is_an_error, a_second_document_is_an_error,
                 a_nul_is_an_error, bytes_that_are_no_text_are_an_error_at_their_place,
                 too_many_levels_are_an_error);
    tl_add_tests(suite, "read", a_file_that_is_not_there_is_an_error, a_file_is_read,
                 a_byte_order_mark_is_passed_over);
    return suite;
}
TL_TEST_MAIN(yaml_suite)
