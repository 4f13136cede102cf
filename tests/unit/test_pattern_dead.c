/* SPDX-License-Identifier: MIT */
#include "rules/pattern_dead.h"

#include "support/tl_check.h"

START_TEST(tokens_that_match_only_glued_to_a_word_are_dead)
{
    static const char *const dead[] = {"approx\\.",    "vs\\.", "\\(s\\)he", "etc\\.|et al",
                                       "et al|etc\\.", "#box",  "really!+",  "\"box"};
    for (size_t i = 0; i < sizeof dead / sizeof *dead; i++) {
        ck_assert_msg(tl_pattern_is_dead(tl_str_of(dead[i])), "%s", dead[i]);
    }
}
END_TEST

START_TEST(others_are_alive)
{
    static const char *const alive[] = {
        "",       "box",         ", so to speak", "vs\\.?",  "(?:vs\\.)", "e\\.g\\.\\B", "[(]s",
        "\\d+%?", "\\(?s\\)?he", "caf\xC3\xA9",   "broken(", " and ",     "a(?=\\.)"};
    for (size_t i = 0; i < sizeof alive / sizeof *alive; i++) {
        ck_assert_msg(!tl_pattern_is_dead(tl_str_of(alive[i])), "%s", alive[i]);
    }
}
END_TEST

static Suite *dead_suite(void)
{
    Suite *suite = suite_create("pattern_dead");
    tl_add_tests(suite, "dead", tokens_that_match_only_glued_to_a_word_are_dead, others_are_alive);
    return suite;
}
TL_TEST_MAIN(dead_suite)
