/* SPDX-License-Identifier: MIT */
#include "rules/selection.h"

#include "support/tl_check.h"

/* Which of the rules "on" and "off" run. */
static bool runs(const struct tl_selection *selection, const char *id)
{
    struct tl_rule rule = {.id = tl_str_of(id), .enabled = tl_str_of(id).len == 2};
    return tl_selection_has(selection, &rule);
}

static struct tl_strs one(const char *id)
{
    struct tl_strs strs = {NULL, 0, 0};
    *TL_VEC_ADD(tl_test_arena, &strs) = tl_str_of(id);
    return strs;
}

START_TEST(without_a_selection_the_rules_that_are_on_run)
{
    const struct tl_selection none = {.only = {NULL, 0, 0}};

    ck_assert(runs(&none, "on"));
    ck_assert(!runs(&none, "off"));
}
END_TEST

START_TEST(only_runs_these_even_if_they_are_off)
{
    const struct tl_selection only = {.only = one("off")};

    ck_assert(!runs(&only, "on"));
    ck_assert(runs(&only, "off"));
}
END_TEST

START_TEST(enable_adds_and_disable_wins)
{
    const struct tl_selection enable = {.enable = one("off")};
    const struct tl_selection both = {.enable = one("off"), .disable = one("off")};
    const struct tl_selection no = {.only = one("on"), .disable = one("on")};

    ck_assert(runs(&enable, "on"));
    ck_assert(runs(&enable, "off"));
    ck_assert(!runs(&both, "off"));
    ck_assert(!runs(&no, "on"));
}
END_TEST

/* Whether the rule "S.part.Rule", which is on, runs. */
static bool style_runs(const struct tl_selection *selection)
{
    struct tl_rule rule = {.id = TL_STR("S.part.Rule"), .enabled = true};
    return tl_selection_has(selection, &rule);
}

START_TEST(a_style_stands_for_its_rules)
{
    const struct tl_selection off = {.disable = one("S")};
    const struct tl_selection part = {.disable = one("S.part")};
    const struct tl_selection other = {.disable = one("S.pa")};
    const struct tl_selection only = {.only = one("S")};
    const struct tl_selection only_other = {.only = one("T")};

    ck_assert(!style_runs(&off));
    ck_assert(!style_runs(&part));
    ck_assert(style_runs(&other));
    ck_assert(style_runs(&only));
    ck_assert(!style_runs(&only_other));
}
END_TEST

START_TEST(the_longer_name_counts)
{
    const struct tl_selection enable = {.enable = one("S.part.Rule"), .disable = one("S")};
    const struct tl_selection disable = {.enable = one("S"), .disable = one("S.part.Rule")};
    const struct tl_selection but = {.only = one("S"), .disable = one("S.part.Rule")};
    const struct tl_selection only = {.only = one("S.part.Rule"), .disable = one("S")};

    ck_assert(style_runs(&enable));
    ck_assert(!style_runs(&disable));
    ck_assert(!style_runs(&but));
    ck_assert(style_runs(&only));
}
END_TEST

static struct tl_selection levels_of(const char *first, enum tl_level level, const char *second,
                                     enum tl_level other)
{
    struct tl_selection selection = {.only = {NULL, 0, 0}};
    *TL_VEC_ADD(tl_test_arena, &selection.levels) = (struct tl_rule_level){tl_str_of(first), level};
    *TL_VEC_ADD(tl_test_arena, &selection.levels) =
        (struct tl_rule_level){tl_str_of(second), other};
    return selection;
}

START_TEST(a_level_of_a_rule_goes_before_that_of_its_style)
{
    struct tl_rule rule = {.id = TL_STR("S.Rule"), .level = TL_LEVEL_WARNING};
    struct tl_selection both = levels_of("S.Rule", TL_LEVEL_NOTE, "S", TL_LEVEL_ERROR);
    struct tl_selection style = levels_of("S", TL_LEVEL_ERROR, "T", TL_LEVEL_NOTE);
    struct tl_selection again = levels_of("S", TL_LEVEL_ERROR, "S", TL_LEVEL_NOTE);
    struct tl_selection none = levels_of("T", TL_LEVEL_ERROR, "S.Ru", TL_LEVEL_NOTE);

    ck_assert_int_eq(tl_selection_level(&both, &rule), TL_LEVEL_NOTE);
    ck_assert_int_eq(tl_selection_level(&style, &rule), TL_LEVEL_ERROR);
    ck_assert_int_eq(tl_selection_level(&again, &rule), TL_LEVEL_NOTE);
    ck_assert_int_eq(tl_selection_level(&none, &rule), TL_LEVEL_WARNING);
}
END_TEST

/* Whether the rule "upsell" of the packs "sales" and "shop" runs; it is no rule that is off. */
static bool pack_runs(const char *only, const char *enable, const char *disable)
{
    struct tl_selection selection = {.only = {NULL, 0, 0}};
    struct tl_rule rule = {.id = TL_STR("upsell"), .enabled = true};
    rule.packs = one("sales");
    *TL_VEC_ADD(tl_test_arena, &rule.packs) = TL_STR("shop");
    selection.only = only != NULL ? one(only) : selection.only;
    selection.enable = enable != NULL ? one(enable) : selection.enable;
    selection.disable = disable != NULL ? one(disable) : selection.disable;
    return tl_selection_has(&selection, &rule);
}

START_TEST(a_rule_of_a_pack_runs_if_one_of_its_packs_does)
{
    ck_assert(!pack_runs(NULL, NULL, NULL));
    ck_assert(pack_runs(NULL, "pack:sales", NULL));
    ck_assert(pack_runs(NULL, "pack:shop", NULL));
    ck_assert(!pack_runs(NULL, "pack:sale", NULL));
    ck_assert(!pack_runs(NULL, "sales", NULL));
    ck_assert(pack_runs("pack:sales", NULL, NULL));
    ck_assert(!pack_runs("pack:hotel", NULL, NULL));
    ck_assert(pack_runs(NULL, "upsell", NULL));
    ck_assert(!pack_runs(NULL, "pack:sales", "pack:shop"));
}
END_TEST

START_TEST(what_is_said_of_a_rule_goes_before_what_is_said_of_its_pack)
{
    ck_assert(!pack_runs(NULL, "pack:sales", "upsell"));
    ck_assert(pack_runs(NULL, "upsell", "pack:sales"));
    ck_assert(pack_runs("upsell", NULL, "pack:sales"));
}
END_TEST

START_TEST(a_level_may_be_that_of_a_pack)
{
    struct tl_rule rule = {.id = TL_STR("upsell"), .level = TL_LEVEL_WARNING};
    rule.packs = one("sales");
    struct tl_selection pack = levels_of("pack:sales", TL_LEVEL_ERROR, "pack:shop", TL_LEVEL_NOTE);
    struct tl_selection own = levels_of("upsell", TL_LEVEL_NOTE, "pack:sales", TL_LEVEL_ERROR);

    ck_assert_int_eq(tl_selection_level(&pack, &rule), TL_LEVEL_ERROR);
    ck_assert_int_eq(tl_selection_level(&own, &rule), TL_LEVEL_NOTE);
}
END_TEST

static Suite *selection_suite(void)
{
    Suite *suite = suite_create("selection");
    tl_add_tests(suite, "has", without_a_selection_the_rules_that_are_on_run,
                 only_runs_these_even_if_they_are_off, enable_adds_and_disable_wins,
                 a_style_stands_for_its_rules, the_longer_name_counts);
    tl_add_tests(suite, "level", a_level_of_a_rule_goes_before_that_of_its_style);
    tl_add_tests(suite, "pack", a_rule_of_a_pack_runs_if_one_of_its_packs_does,
                 what_is_said_of_a_rule_goes_before_what_is_said_of_its_pack,
                 a_level_may_be_that_of_a_pack);
    return suite;
}
TL_TEST_MAIN(selection_suite)
