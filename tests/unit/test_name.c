/* SPDX-License-Identifier: MIT */
#include "model/name.h"

#include "support/kind_table.h"

/* A little of several languages. */
static struct tl_name_data data_new(void)
{
    struct tl_name_data data = {0};
    *TL_VEC_ADD(tl_test_arena, &data.alike) = (struct tl_name_pair){TL_STR("ph"), TL_STR("f")};
    *TL_VEC_ADD(tl_test_arena, &data.alike) = (struct tl_name_pair){TL_STR("ø"), TL_STR("o")};
    static const struct tl_str endings[] = {
        {"as", 2}, {"ai", 2}, {"us", 2}, {"ius", 3}, {"iau", 3}};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        *TL_VEC_ADD(tl_test_arena, &data.endings) = endings[i];
    }
    tl_name_group_add(tl_test_arena, &data, TL_STR("Elizabeth Liz  Beth"));
    tl_name_group_add(tl_test_arena, &data, TL_STR("Bethany Beth"));
    tl_name_group_add(tl_test_arena, &data, TL_STR(""));
    tl_name_group_add(tl_test_arena, &data, TL_STR("Vytautas Vytas"));
    tl_name_groups_sort(&data);
    return data;
}

static struct tl_str fold(const struct tl_name_data *data, const char *name)
{
    return tl_name_fold(tl_test_arena, data, tl_str_of(name));
}

START_TEST(folding_takes_case_and_marks_away)
{
    struct tl_name_data data = data_new();

    tl_assert_str(fold(&data, "Žąsis"), "zasis");
    tl_assert_str(fold(&data, "SJÖSTRÖM"), "sjostrom");
    tl_assert_str(fold(&data, "Søphie"), "sofie");
    tl_assert_str(fold(&data, "Иван"), "иван");
    tl_assert_str(fold(&data, ""), "");
}
END_TEST

START_TEST(a_stem_has_two_letters)
{
    struct tl_name_data data = data_new();

    tl_assert_str(tl_name_stem(&data, TL_STR("andrius")), "andr");
    tl_assert_str(tl_name_stem(&data, TL_STR("andriau")), "andr");
    tl_assert_str(tl_name_stem(&data, TL_STR("gus")), "gus");
    tl_assert_str(tl_name_stem(&data, TL_STR("")), "");
}
END_TEST

static const struct {
    const char *a;
    const char *b;
    bool fits;
} rows[] = {
    {"Petrai", "Petras", true}, {"Liz", "Elizabeth", true},  {"Beth", "Bethany", true},
    {"Liz", "Bethany", false},  {"Vytai", "Vytautas", true}, {"Alex", "Alexander", true},
    {"Al", "Alexander", false}, {"P", "Petra", true},        {"Petra", "p", true},
    {"Hollis", "Holis", false}, {"Tom", "Ann", false},
};

START_TEST(names_fit_or_not)
{
    struct tl_name_data data = data_new();
    struct tl_str a = fold(&data, rows[_i].a);
    struct tl_str b = fold(&data, rows[_i].b);

    ck_assert_int_eq(tl_name_fits(&data, a, b), rows[_i].fits);
    ck_assert_int_eq(tl_name_fits(&data, b, a), rows[_i].fits);
}
END_TEST

START_TEST(names_are_found_inside_of_addresses)
{
    struct tl_name_data data = data_new();

    ck_assert(tl_name_is_in(&data, TL_STR("holt"), TL_STR("eholt@x.example")));
    ck_assert(tl_name_is_in(&data, TL_STR("elizabeth"), TL_STR("lizholt@x.example")));
    ck_assert(tl_name_is_in(&data, TL_STR("petrai"), TL_STR("petras@x.example")));
    ck_assert(!tl_name_is_in(&data, TL_STR("ed"), TL_STR("ted@x.example")));
    ck_assert(!tl_name_is_in(&data, TL_STR("ann"), TL_STR("tom@x.example")));
}
END_TEST

START_TEST(names_of_groups_are_known)
{
    struct tl_name_data data = data_new();
    struct tl_name_data empty = {0};

    ck_assert(tl_name_is_known(&data, TL_STR("vytai")));
    ck_assert(!tl_name_is_known(&data, TL_STR("holt")));
    ck_assert(!tl_name_is_known(&empty, TL_STR("holt")));
    ck_assert(tl_name_is_same(&data, TL_STR("petrai"), TL_STR("petras")));
    ck_assert(!tl_name_is_same(&data, TL_STR("pet"), TL_STR("petras")));
}
END_TEST

static Suite *name_suite(void)
{
    Suite *suite = suite_create("name");
    tl_add_tests(suite, "forms", folding_takes_case_and_marks_away, a_stem_has_two_letters);
    TCase *fits = tl_case(suite, "fits");
    tcase_add_loop_test(fits, names_fit_or_not, 0, N_OF(rows));
    tl_add_tests(suite, "data", names_are_found_inside_of_addresses, names_of_groups_are_known);
    return suite;
}
TL_TEST_MAIN(name_suite)
