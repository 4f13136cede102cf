/* SPDX-License-Identifier: MIT */
#include "loading.h"
#include "rules/key.h"

#include "support/kind_table.h"

static const struct tl_key keys[] = {
    {"tokens", TL_KEY_PATTERNS, NULL, "patterns"},
    {"max", TL_KEY_NUMBER, NULL, "a limit"},
    {"at", TL_KEY_CHOICE, "first|last|excess", "a place"},
    {NULL, TL_KEY_ANY, NULL, NULL},
};

/* A map, and the errors of its keys. */
static const struct {
    const char *yaml;
    const char *errors;
} table[] = {
    {"tokens: [a]\nmax: 3\n", ""},
    {"Tokens: a\nMAX: 3\n", ""},
    {"tokns: [a]\n", "1:1: unknown key 'tokns'; did you mean 'tokens'?\n"},
    {"tokens: {a: b}\n", "1:9: 'tokens' must be a list of patterns\n"},
    {"max: [3]\n", "1:6: 'max' must be a whole number\n"},
    {"max: 3\nMax: 4\n", "2:1: the key 'max' is there twice\n"},
    {"x: 1\ny: 2\n", "1:1: unknown key 'x'\n2:1: unknown key 'y'\n"},
};

START_TEST(what_is_wrong_with_keys_is_said)
{
    struct reading_of r;
    read_map(&r, table[_i].yaml);
    const struct tl_key *tables[] = {keys, NULL};

    bool good = tl_keys_check(&r.loader, r.map, tables, 2);

    ck_assert(tl_is_str(tl_test_errors(r.loader.errors), tl_str_of(table[_i].errors)));
    ck_assert(good == (table[_i].errors[0] == '\0'));
}
END_TEST

START_TEST(a_choice_is_one_of_its_values)
{
    struct reading_of r;
    unsigned value = 7;

    read_map(&r, "at: Excess\n");
    ck_assert(tl_keys_choice(&r.loader, r.map, keys, "at", &value));
    ck_assert_uint_eq(value, 2);

    read_map(&r, "max: 1\n");
    ck_assert(tl_keys_choice(&r.loader, r.map, keys, "at", &value));
    ck_assert_uint_eq(value, 2);

    read_map(&r, "at: middle\n");
    ck_assert(!tl_keys_choice(&r.loader, r.map, keys, "at", &value));
    tl_assert_str(tl_test_errors(r.loader.errors), "1:5: 'at' must be first, last or excess\n");
}
END_TEST

static Suite *key_suite(void)
{
    Suite *suite = suite_create("key");
    TCase *check = tl_case(suite, "check");
    tcase_add_loop_test(check, what_is_wrong_with_keys_is_said, 0, N_OF(table));
    tcase_add_test(tl_case(suite, "choice"), a_choice_is_one_of_its_values);
    return suite;
}
TL_TEST_MAIN(key_suite)
