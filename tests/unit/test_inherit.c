/* SPDX-License-Identifier: MIT */
#include "rules/inherit.h"

#include "unit/loading.h"

static void show(struct tl_buf *out, const struct tl_yaml *node)
{
    if (node->kind == TL_YAML_SCALAR) {
        tl_buf_add(out, node->text);
        return;
    }
    bool is_map = node->kind == TL_YAML_MAP;
    tl_buf_add(out, is_map ? TL_STR("{") : TL_STR("["));
    for (const struct tl_yaml *item = node->first; item != NULL; item = item->next) {
        tl_buf_add(out, item == node->first ? TL_STR("") : TL_STR(", "));
        if (is_map) {
            tl_buf_add_format(out, "%.*s: ", TL_STR_ARG(item->key->text));
        }
        show(out, item);
    }
    tl_buf_add(out, is_map ? TL_STR("}") : TL_STR("]"));
}

#define PARENT                                                                                     \
    "{extends: existence, message: m, tokens: [a, b], swap: {x: y, z: w}, enabled: false, "        \
    "examples: {}, tests: []}"
#define REST "swap: {x: y, z: w}"

/* What a child of PARENT comes to, or the errors. */
static const struct {
    const char *child;
    const char *map;
} rows[] = {
    {"extends: p", "{extends: existence, message: m, tokens: [a, b], " REST "}"},
    {"{extends: p, message: n}", "{extends: existence, message: n, tokens: [a, b], " REST "}"},
    {"{Extends: p, Message: n}", "{extends: existence, Message: n, tokens: [a, b], " REST "}"},
    {"{extends: p, tokens: [c]}", "{extends: existence, message: m, tokens: [c], " REST "}"},
    {"{extends: p, tokens+: [c, d]}",
     "{extends: existence, message: m, tokens: [a, b, c, d], " REST "}"},
    {"{extends: p, tokens+: c}", "{extends: existence, message: m, tokens: [a, b, c], " REST "}"},
    {"{extends: p, message+: n}",
     "{extends: existence, message: [m, n], tokens: [a, b], " REST "}"},
    {"{extends: p, tokens-: [a]}", "{extends: existence, message: m, tokens: [b], " REST "}"},
    {"{extends: p, tokens-: b, tokens+: [c]}",
     "{extends: existence, message: m, tokens: [a, c], " REST "}"},
    {"{extends: p, tokens-: }", "{extends: existence, message: m, " REST "}"},
    {"{extends: p, swap+: {x: v, u: t}}",
     "{extends: existence, message: m, tokens: [a, b], swap: {x: v, z: w, u: t}}"},
    {"{extends: p, swap-: [x]}", "{extends: existence, message: m, tokens: [a, b], swap: {z: w}}"},
    {"{extends: p, swap-: {x: y}}",
     "{extends: existence, message: m, tokens: [a, b], swap: {z: w}}"},
    {"{extends: p, tokens+: {c: d}}",
     "{extends: existence, message: m, tokens: [a, b, {c: d}], " REST "}"},
    {"{extends: p, raw+: [c]}",
     "{extends: existence, message: m, tokens: [a, b], " REST ", raw: [c]}"},
    {"{extends: p, enabled: true}",
     "{extends: existence, message: m, tokens: [a, b], " REST ", enabled: true}"},
    {"{extends: p, tokens-: [q, a]}", "1:24: 'tokens' has no such entry to take out\n"},
    {"{extends: p, raw-: [q]}",
     "1:14: the rule that it extends has no 'raw' to take anything out of\n"},
    {"{extends: p, swap+: [q]}", "1:21: 'swap+' must be a map, as 'swap' is one\n"},
};

START_TEST(a_child_comes_to_this)
{
    struct reading_of parent;
    struct reading_of child;
    struct tl_buf out = tl_buf_in(tl_test_arena);
    read_map(&parent, PARENT);
    read_map(&child, rows[_i].child);
    const struct tl_yaml *map = tl_inherit(&child.loader, parent.map, child.map);
    if (map != NULL) {
        show(&out, map);
    } else {
        tl_buf_add(&out, tl_test_errors(&child.errors));
    }

    ck_assert_msg(tl_is_str(tl_buf_str(&out), tl_str_of(rows[_i].map)), "%s: %s", rows[_i].child,
                  tl_test_said());
}
END_TEST

START_TEST(a_kind_is_no_parent)
{
    struct reading_of reading;
    read_map(&reading, "extends: existence");
    ck_assert_ptr_null(tl_inherit_parent(reading.map));
    read_map(&reading, "extends: sequence");
    ck_assert_ptr_null(tl_inherit_parent(reading.map));
    read_map(&reading, "message: m");
    ck_assert_ptr_null(tl_inherit_parent(reading.map));
    read_map(&reading, "extends: Some.Rule");
    tl_assert_str(tl_inherit_parent(reading.map)->text, "Some.Rule");
}
END_TEST

START_TEST(the_nodes_keep_their_places)
{
    struct reading_of parent;
    struct reading_of child;
    read_map(&parent, "message: m\ntokens:\n  - a\n");
    read_map(&child, "extends: p\ntokens+:\n\n  - b\n");
    const struct tl_yaml *map = tl_inherit(&child.loader, parent.map, child.map);
    const struct tl_yaml *tokens = tl_loader_find(map, "tokens");

    ck_assert_uint_eq(tokens->first->line, 3);
    ck_assert_uint_eq(tokens->first->next->line, 4);
    ck_assert_str_eq(tokens->first->path, "a.yml");
}
END_TEST

static Suite *inherit_suite(void)
{
    Suite *suite = suite_create("inherit");
    TCase *maps = tl_case(suite, "maps");
    tcase_add_loop_test(maps, a_child_comes_to_this, 0, sizeof rows / sizeof *rows);
    tl_add_tests(suite, "nodes", a_kind_is_no_parent, the_nodes_keep_their_places);
    return suite;
}
TL_TEST_MAIN(inherit_suite)
