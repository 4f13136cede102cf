/* SPDX-License-Identifier: MIT */
#include "base/regex.h"

#include "base/buf.h"
#include "support/tl_check.h"

#include <string.h>

static struct tl_regex *compiled(struct tl_str pattern, unsigned flags)
{
    struct tl_regex_error err;
    struct tl_regex *regex = tl_regex_compile(tl_test_arena, pattern, flags, &err);
    ck_assert_msg(regex != NULL, "'%.*s' at %zu: %s", TL_STR_ARG(pattern), err.offset, err.text);
    return regex;
}

/* The first match of `pattern` in `subject`, or "(none)". */
static struct tl_str found(struct tl_str pattern, unsigned flags, struct tl_str subject)
{
    struct tl_match match;
    struct tl_matcher *matcher = tl_matcher_new(tl_test_arena);
    if (tl_regex_find(compiled(pattern, flags), matcher, subject, 0, &match) != TL_FOUND) {
        return TL_STR("(none)");
    }
    return tl_str_slice(subject, match.group[0].begin, match.group[0].end);
}

/* Every match in `subject`, each followed by "|". */
static struct tl_str all(struct tl_str pattern, unsigned flags, struct tl_str subject)
{
    struct tl_regex *regex = compiled(pattern, flags);
    struct tl_matcher *matcher = tl_matcher_new(tl_test_arena);
    struct tl_buf buf = tl_buf_in(tl_test_arena);
    struct tl_match match;
    for (size_t at = 0; tl_regex_find(regex, matcher, subject, at, &match) == TL_FOUND;
         at = match.next) {
        ck_assert_uint_gt(match.next, at);
        tl_buf_add(&buf, tl_str_slice(subject, match.group[0].begin, match.group[0].end));
        tl_buf_add_char(&buf, '|');
    }
    return tl_buf_str(&buf);
}

START_TEST(a_broken_pattern_says_where_and_why)
{
    struct tl_regex_error err = {0};

    ck_assert_ptr_null(tl_regex_compile(tl_test_arena, TL_STR("ab(c"), 0, &err));

    ck_assert_uint_eq(err.offset, 4);
    tl_assert_mentions(err.text, "parenthesis");
}
END_TEST

START_TEST(a_pattern_that_is_not_utf8_does_not_compile)
{
    struct tl_regex_error err = {0};

    ck_assert_ptr_null(tl_regex_compile(tl_test_arena, TL_STR("\xff"), 0, &err));

    tl_assert_mentions(err.text, "UTF-8");
}
END_TEST

START_TEST(the_empty_pattern_and_the_empty_text_are_allowed)
{
    tl_assert_str(found(TL_STR(""), 0, TL_STR("")), "");
    tl_assert_str(found((struct tl_str){NULL, 0}, 0, (struct tl_str){NULL, 0}), "");
    tl_assert_str(found(TL_STR("a"), 0, (struct tl_str){NULL, 0}), "(none)");
}
END_TEST

START_TEST(word_characters_are_those_of_unicode)
{
    tl_assert_str(found(TL_STR("\\b\\w+\\b"), 0, TL_STR("- \xc3\xa5\xc3\xa4 -")),
                  "\xc3\xa5\xc3\xa4");
    tl_assert_str(found(TL_STR("\\d"), 0, TL_STR("\xd9\xa3")), "\xd9\xa3");
}
END_TEST

START_TEST(case_is_ignored_by_unicode_where_asked)
{
    tl_assert_str(found(TL_STR("\xc3\xa5r"), TL_REGEX_NOCASE, TL_STR("\xc3\x85R")), "\xc3\x85R");
    tl_assert_str(found(TL_STR("\xc3\xa5r"), 0, TL_STR("\xc3\x85R")), "(none)");
}
END_TEST

START_TEST(the_dollar_is_the_very_end)
{
    tl_assert_str(found(TL_STR("a$"), 0, TL_STR("a\n")), "(none)");
    tl_assert_str(found(TL_STR("a$"), 0, TL_STR("\na")), "a");
}
END_TEST

START_TEST(lines_begin_and_end_where_asked)
{
    tl_assert_str(all(TL_STR("^.+$"), TL_REGEX_MULTILINE, TL_STR("one\ntwo\r\n")), "one|two\r|");
    tl_assert_str(found(TL_STR("^two"), 0, TL_STR("one\ntwo")), "(none)");
}
END_TEST

START_TEST(a_whole_match_goes_from_the_start_to_the_end)
{
    tl_assert_str(found(TL_STR("a|ab"), TL_REGEX_WHOLE, TL_STR("ab")), "ab");
    tl_assert_str(found(TL_STR("a|ab"), TL_REGEX_WHOLE, TL_STR("abc")), "(none)");
    tl_assert_str(found(TL_STR("b"), TL_REGEX_WHOLE, TL_STR("ab")), "(none)");
}
END_TEST

START_TEST(matches_follow_each_other)
{
    tl_assert_str(all(TL_STR("a+"), 0, TL_STR("aa b a")), "aa|a|");
}
END_TEST

START_TEST(empty_matches_go_on_by_one_character)
{
    tl_assert_str(all(TL_STR("x*"), 0, TL_STR("\xc3\xa5xx\xf0\x9f\x98\x80")), "|xx|||");
}
END_TEST

START_TEST(a_match_may_look_behind_the_start_of_the_search)
{
    struct tl_match match;
    struct tl_matcher *matcher = tl_matcher_new(tl_test_arena);
    struct tl_regex *regex = compiled(TL_STR("(?<=a)b"), 0);

    ck_assert_int_eq(tl_regex_find(regex, matcher, TL_STR("ab"), 1, &match), TL_FOUND);
    ck_assert_uint_eq(match.group[0].begin, 1);
}
END_TEST

START_TEST(a_search_past_the_end_finds_nothing)
{
    struct tl_matcher *matcher = tl_matcher_new(tl_test_arena);
    struct tl_regex *regex = compiled(TL_STR(""), 0);

    ck_assert_int_eq(tl_regex_find(regex, matcher, TL_STR("ab"), 2, NULL), TL_FOUND);
    ck_assert_int_eq(tl_regex_find(regex, matcher, TL_STR("ab"), 3, NULL), TL_NOT_FOUND);
}
END_TEST

START_TEST(a_group_that_took_no_part_is_none)
{
    struct tl_match match;
    struct tl_matcher *matcher = tl_matcher_new(tl_test_arena);
    struct tl_regex *regex = compiled(TL_STR("(a)|(b)(c)?"), 0);

    ck_assert_int_eq(tl_regex_find(regex, matcher, TL_STR("xb"), 0, &match), TL_FOUND);

    ck_assert_uint_eq(tl_regex_n_groups(regex), 3);
    ck_assert_uint_eq(match.group[1].begin, TL_NONE);
    ck_assert_uint_eq(match.group[2].begin, 1);
    ck_assert_uint_eq(match.group[2].end, 2);
    ck_assert_uint_eq(match.group[3].begin, TL_NONE);
    ck_assert_uint_eq(match.group[15].end, TL_NONE);
    ck_assert_uint_eq(match.highest, 2);
}
END_TEST

/* "(a)(a)…(b)": n groups, of which only the last takes part. */
static struct tl_str alternatives(int n)
{
    struct tl_buf buf = tl_buf_in(tl_test_arena);
    for (int i = 1; i < n; i++) {
        tl_buf_add(&buf, TL_STR("(a)|"));
    }
    tl_buf_add(&buf, TL_STR("(b)"));
    return tl_buf_str(&buf);
}

START_TEST(the_highest_group_is_told_far_over_those_that_are_kept)
{
    struct tl_match match;
    struct tl_matcher *matcher = tl_matcher_new(tl_test_arena);
    struct tl_regex *regex = compiled(alternatives(900), 0);

    ck_assert_int_eq(tl_regex_find(regex, matcher, TL_STR("b"), 0, &match), TL_FOUND);

    ck_assert_uint_eq(match.highest, 900);
}
END_TEST

START_TEST(more_groups_than_a_matcher_tells_still_match)
{
    struct tl_match match;
    struct tl_matcher *matcher = tl_matcher_new(tl_test_arena);
    struct tl_regex *regex = compiled(alternatives(4500), 0);

    ck_assert_int_eq(tl_regex_find(regex, matcher, TL_STR("xb"), 0, &match), TL_FOUND);

    ck_assert_uint_eq(match.group[0].begin, 1);
    ck_assert_uint_eq(match.highest, 4095);
}
END_TEST

START_TEST(groups_may_share_names)
{
    tl_assert_str(found(TL_STR("(?<n>a)|(?<n>b)"), 0, TL_STR("b")), "b");
}
END_TEST

START_TEST(the_start_of_a_match_can_be_moved)
{
    tl_assert_str(found(TL_STR("a\\Kb"), 0, TL_STR("ab")), "b");
}
END_TEST

START_TEST(a_start_that_was_moved_past_the_end_is_the_end)
{
    struct tl_match match;
    struct tl_matcher *matcher = tl_matcher_new(tl_test_arena);
    struct tl_regex_error err;
    struct tl_regex *regex = tl_regex_compile(tl_test_arena, TL_STR("(?=ab\\K)"), 0, &err);
    if (regex == NULL) {
        return; /* newer versions of the library refuse it */
    }

    ck_assert_int_eq(tl_regex_find(regex, matcher, TL_STR("ab"), 0, &match), TL_FOUND);

    ck_assert_uint_le(match.group[0].begin, match.group[0].end);
    ck_assert_uint_gt(match.next, 0);
}
END_TEST

START_TEST(a_pattern_that_can_match_nothing_is_told)
{
    ck_assert(tl_regex_matches_empty(compiled(TL_STR("a*"), 0)));
    ck_assert(tl_regex_matches_empty(compiled(TL_STR("\\b"), 0)));
    ck_assert(!tl_regex_matches_empty(compiled(TL_STR("a+"), 0)));
}
END_TEST

START_TEST(a_pattern_without_end_is_too_hard_not_endless)
{
    struct tl_matcher *matcher = tl_matcher_new(tl_test_arena);
    struct tl_regex *regex = compiled(TL_STR("^(a+)+$"), 0);
    struct tl_str subject = TL_STR("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab");

    ck_assert_int_eq(tl_regex_find(regex, matcher, subject, 0, NULL), TL_TOO_HARD);
    ck_assert(!tl_regex_has(regex, matcher, subject));
}
END_TEST

START_TEST(a_pattern_that_recurses_without_end_is_too_hard)
{
    struct tl_matcher *matcher = tl_matcher_new(tl_test_arena);
    struct tl_regex *regex = compiled(TL_STR("^(\\((?1)*\\)|.)*x"), 0);
    size_t size = 200000;
    char *bytes = tl_arena_alloc(tl_test_arena, size);
    memset(bytes, '(', size);

    enum tl_match_result result =
        tl_regex_find(regex, matcher, (struct tl_str){bytes, size}, 0, NULL);

    ck_assert_int_ne(result, TL_FOUND);
}
END_TEST

START_TEST(a_long_text_is_not_too_hard_for_a_pattern_with_choices)
{
    struct tl_matcher *matcher = tl_matcher_new(tl_test_arena);
    size_t size = 65536;
    char *bytes = tl_arena_alloc(tl_test_arena, size);
    memset(bytes, 'a', size);

    enum tl_match_result result = tl_regex_find(compiled(TL_STR("^(?:\\w|\\s|(x))+$"), 0), matcher,
                                                (struct tl_str){bytes, size}, 0, NULL);

    ck_assert_int_eq(result, TL_FOUND);
}
END_TEST

START_TEST(a_matcher_is_good_after_something_too_hard)
{
    struct tl_matcher *matcher = tl_matcher_new(tl_test_arena);
    struct tl_regex *hard = compiled(TL_STR("^(a+)+$"), 0);
    tl_regex_has(hard, matcher, TL_STR("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab"));

    ck_assert(tl_regex_has(compiled(TL_STR("b"), 0), matcher, TL_STR("ab")));
}
END_TEST

START_TEST(single_bytes_of_a_character_cannot_be_matched)
{
    struct tl_regex_error err;

    ck_assert_ptr_null(tl_regex_compile(tl_test_arena, TL_STR("\\C"), 0, &err));
}
END_TEST

/* Patterns that are refused, and why. */
static const struct {
    const char *pattern;
    const char *why;
} refused[] = {
    {"(*UTF)a", "cannot set how it is matched"},
    {"(*LIMIT_MATCH=10)a", "cannot set how it is matched"},
    {"(*NO_JIT)a", "cannot set how it is matched"},
    {"(*CRLF)a", "cannot set how it is matched"},
    {"a(?C1)b", "callouts"},
    {"(?<!x*)a(?C0)b", "lookbehind"},
    {"((?<=(?R)*)a)", "lookbehind"},
    {"(a)(?<=\\1*)b", "lookbehind"},
    {"(?<=(?<!b*)a*)c", "lookbehind"},
};

START_TEST(a_pattern_that_reaches_for_the_engine_is_refused)
{
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        struct tl_regex_error err;
        struct tl_str pattern = tl_str_of(refused[i].pattern);
        ck_assert_msg(tl_regex_compile(tl_test_arena, pattern, 0, &err) == NULL, "%s",
                      refused[i].pattern);
        tl_assert_mentions(err.text, refused[i].why);
    }
}
END_TEST

START_TEST(verbs_of_backtracking_may_begin_a_pattern)
{
    tl_assert_str(all(TL_STR("(*FAIL)|b"), 0, TL_STR("abc")), "b|");
}
END_TEST

START_TEST(a_regex_is_compiled_when_it_is_used)
{
    struct tl_regex_error err;
    struct tl_matcher *matcher = tl_matcher_new(tl_test_arena);
    struct tl_regex *broken = tl_regex_new(tl_test_arena, TL_STR("a(b"), 0);

    ck_assert_int_eq(tl_regex_find(broken, matcher, TL_STR("ab"), 0, NULL), TL_TOO_HARD);
    ck_assert(!tl_regex_check(broken, &err));
    ck_assert_uint_eq(err.offset, 3);
}
END_TEST

static const struct {
    const char *pattern;
    const char *subject;
    const char *found;
} behinds[] = {
    {"(?<!:[^ ]+?):\\s[A-Z]", "a: B, :x: C", ": B|"},
    {"(?<=\\n\\s*)x", "x\n  x x", "x|"},
    {"(?<!.*-|program )operator", "operator program operator", "operator|"},
    {"(?<=a+)b(?<!cab*)", "aab cab ab", "b|b|"},
    {"(?i)(?<=X+)y(?-i)(?<!X+Y)z", "xxyz XYz", "yz|"},
    {"(?<=(a|bc)+)(d)\\2", "abcdd", "dd|"},
    {"(?<=\\bfoo\\b.*)bar", "foo bar food bar", "bar|bar|"},
    {"(?:(?<=a+)b){2}|c", "abb c", "c|"},
    {"(?<=x*(?=y))y", "xy", "y|"},
    {"x(?<!z.*x)", "x z x", "x|"},
};

START_TEST(lookbehinds_may_have_any_length)
{
    for (size_t i = 0; i < sizeof behinds / sizeof *behinds; i++) {
        struct tl_str came = all(tl_str_of(behinds[i].pattern), 0, tl_str_of(behinds[i].subject));
        ck_assert_msg(tl_is_str(came, tl_str_of(behinds[i].found)), "%s: %s", behinds[i].pattern,
                      tl_test_said());
    }
}
END_TEST

START_TEST(lookbehinds_are_the_same_as_machine_code)
{
    struct tl_regex *regex = compiled(TL_STR("(?<!:[^ ]+?):\\s[A-Z]"), 0);
    struct tl_matcher *matcher = tl_matcher_new(tl_test_arena);
    for (int i = 0; i < 2000; i++) {
        struct tl_match match;
        ck_assert_int_eq(tl_regex_find(regex, matcher, TL_STR("ab :x: C a: B"), 0, &match),
                         TL_FOUND);
        ck_assert_uint_eq(match.group[0].begin, 10);
    }
}
END_TEST

START_TEST(lookbehinds_cannot_hang)
{
    struct tl_matcher *matcher = tl_matcher_new(tl_test_arena);
    struct tl_regex *regex = compiled(TL_STR("(?:(?<!(?:x+x+)+[yq])x)+[zw]"), 0);
    char bytes[16000];
    memset(bytes, 'x', sizeof bytes);

    ck_assert_int_eq(tl_regex_find(regex, matcher, (struct tl_str){bytes, sizeof bytes}, 0, NULL),
                     TL_TOO_HARD);
}
END_TEST

/* A regex of three parts. */
static struct tl_regex *in_parts(const char *a, const char *b, const char *c)
{
    static const char marks[3] = {0};
    struct tl_regex_part parts[3] = {
        {.pattern = tl_str_of(a), .mark = &marks[0]},
        {.pattern = tl_str_of(b), .mark = &marks[1], .first_group = 1},
        {.pattern = tl_str_of(c), .first_group = 2},
    };
    return tl_regex_new_parts(tl_test_arena, parts, 3);
}

START_TEST(of_several_parts_the_leftmost_match_counts_then_the_first)
{
    struct tl_regex *regex = in_parts("(cd)", "(bc)|cde", "(b)");
    struct tl_matcher *matcher = tl_matcher_new(tl_test_arena);
    struct tl_match match;

    ck_assert_int_eq(tl_regex_find(regex, matcher, TL_STR("abcde"), 0, &match), TL_FOUND);
    ck_assert_uint_eq(match.group[0].begin, 1);
    ck_assert_uint_eq(match.group[0].end, 3);
    ck_assert_uint_eq(match.highest, 2);
    ck_assert_uint_eq(match.group[2].begin, 1);
    ck_assert_uint_eq(match.group[1].begin, TL_NONE);
    ck_assert_int_eq(tl_regex_find(regex, matcher, TL_STR("abcde"), 2, &match), TL_FOUND);
    ck_assert_uint_eq(match.highest, 1);
    ck_assert_uint_eq(match.next, 4);
    ck_assert_uint_eq(tl_regex_n_groups(regex), 3);
}
END_TEST

static bool is_not_first(const void *context, const void *mark)
{
    return mark != context;
}

START_TEST(parts_that_a_filter_knows_to_be_absent_are_passed_over)
{
    struct tl_regex *regex = in_parts("a", "b(", "c");
    struct tl_matcher *matcher = tl_matcher_new(tl_test_arena);
    struct tl_regex_filter filter = {is_not_first, NULL};
    struct tl_match match;

    ck_assert_int_eq(tl_regex_find(regex, matcher, TL_STR("abc"), 0, &match), TL_TOO_HARD);
    regex = in_parts("a", "b", "c");
    filter.context = NULL;
    ck_assert_int_eq(tl_regex_find_filtered(regex, matcher, TL_STR("c"), 0, &filter, &match),
                     TL_FOUND);
}
END_TEST

START_TEST(patterns_that_are_hard_take_no_time)
{
    static const char *const hard[] = {"(a+)+$",
                                       "(.*)*x",
                                       "((a*)*)*b",
                                       "(?R)?a",
                                       "^(?:a?){60}a{60}x",
                                       "((((a+)+)+)+)+b",
                                       "(?:(?:a{1,50}){1,50}){1,50}b"};
    struct tl_matcher *matcher = tl_matcher_new(tl_test_arena);
    char bytes[4000];
    memset(bytes, 'a', sizeof bytes);
    bytes[sizeof bytes - 1] = '!';
    for (size_t i = 0; i < sizeof hard / sizeof *hard; i++) {
        (void)tl_regex_find(compiled(tl_str_of(hard[i]), 0), matcher,
                            (struct tl_str){bytes, sizeof bytes}, 0, NULL);
    }
}
END_TEST

static Suite *regex_suite(void)
{
    Suite *suite = suite_create("regex");
    tl_add_tests(suite, "compile", a_broken_pattern_says_where_and_why,
                 a_pattern_that_is_not_utf8_does_not_compile,
                 single_bytes_of_a_character_cannot_be_matched,
                 a_pattern_that_can_match_nothing_is_told, groups_may_share_names);
    tl_add_tests(suite, "refused", a_pattern_that_reaches_for_the_engine_is_refused,
                 verbs_of_backtracking_may_begin_a_pattern, a_regex_is_compiled_when_it_is_used);
    tl_add_tests(suite, "lookbehind", lookbehinds_may_have_any_length,
                 lookbehinds_are_the_same_as_machine_code, lookbehinds_cannot_hang);
    tl_add_tests(suite, "parts", of_several_parts_the_leftmost_match_counts_then_the_first,
                 parts_that_a_filter_knows_to_be_absent_are_passed_over,
                 patterns_that_are_hard_take_no_time);
    tl_add_tests(suite, "flags", word_characters_are_those_of_unicode,
                 case_is_ignored_by_unicode_where_asked, the_dollar_is_the_very_end,
                 lines_begin_and_end_where_asked, a_whole_match_goes_from_the_start_to_the_end);
    tl_add_tests(suite, "find", the_empty_pattern_and_the_empty_text_are_allowed,
                 matches_follow_each_other, empty_matches_go_on_by_one_character,
                 a_match_may_look_behind_the_start_of_the_search,
                 a_search_past_the_end_finds_nothing, the_start_of_a_match_can_be_moved,
                 a_start_that_was_moved_past_the_end_is_the_end);
    tl_add_tests(suite, "groups", a_group_that_took_no_part_is_none,
                 the_highest_group_is_told_far_over_those_that_are_kept,
                 more_groups_than_a_matcher_tells_still_match);
    tl_add_tests(suite, "limits", a_pattern_without_end_is_too_hard_not_endless,
                 a_pattern_that_recurses_without_end_is_too_hard,
                 a_long_text_is_not_too_hard_for_a_pattern_with_choices,
                 a_matcher_is_good_after_something_too_hard);
    return suite;
}
TL_TEST_MAIN(regex_suite)
