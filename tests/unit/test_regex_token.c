/* SPDX-License-Identifier: MIT */
#include "base/regex_token.h"

#include "base/buf.h"
#include "support/tl_check.h"

#define N_OF(table) (int)(sizeof(table) / sizeof *(table))

/* A letter for each kind and kind of group. */
static const char kinds[] = {
    [TL_TOKEN_CHAR] = 'c',    [TL_TOKEN_SET] = 's',  [TL_TOKEN_ANY] = 'a',
    [TL_TOKEN_EMPTY] = 'e',   [TL_TOKEN_BAR] = '|',  [TL_TOKEN_QUANTIFIER] = 'q',
    [TL_TOKEN_CALL] = '&',    [TL_TOKEN_OPEN] = '(', [TL_TOKEN_CLOSE] = ')',
    [TL_TOKEN_CALLOUT] = 'C', [TL_TOKEN_OTHER] = '?'};
static const char groups[] = {
    [TL_GROUP_PLAIN] = ':', [TL_GROUP_CAPTURE] = '(', [TL_GROUP_RESET] = 'r',
    [TL_GROUP_AHEAD] = '=', [TL_GROUP_BEHIND] = '<',  [TL_GROUP_DEFINE] = 'D'};

/* The tokens of a pattern; they must cover it in order. */
static struct tl_str tokens_of(struct tl_str pattern)
{
    struct tl_token_reader reader = tl_token_read(pattern);
    struct tl_buf out = tl_buf_in(tl_test_arena);
    struct tl_token token;
    size_t end = 0;
    while (tl_token_next(&reader, &token)) {
        ck_assert(token.begin >= end && token.end >= token.begin && token.end <= pattern.len);
        end = token.end;
        tl_buf_add_char(&out,
                        token.kind == TL_TOKEN_OPEN ? groups[token.group] : kinds[token.kind]);
    }
    return tl_buf_str(&out);
}

static const struct {
    const char *pattern;
    const char *tokens;
} table[] = {
    {"", ""},
    {"ab|c", "cc|c"},
    {"a.^$\\b\\w\\n", "caeeeac"},
    {"a+b*?c?+d{2}e{1,}f{3,4}?", "cqcqcqcqcqcq"},
    {"a{,3}b{ 1 }c{x}{", "cqcqccccc"},
    {"[a-z][]a][^]a][[:alpha:]x][\\]]", "sssss"},
    {"[[:<:]]a[[a]]", "scsc"},
    {"[\\Q]\\E]a", "sc"},
    {"[a", "?"},
    {"(a)(?:b)(?<n>c)(?'n'd)(?P<n>e)(?|f)(?>g)", "(c):c)(c)(c)(c)rc):c)"},
    {"(?=a)(?!b)(?<=c)(?<!d)", "=c)=c)<c)<c)"},
    {"(?i)a(?i-s:b)(?^x: c )", "ec:c):c)"},
    {"(?&n)(?P>n)(?R)(?1)(?-1)(?+1)(?P=n)\\1\\k<n>\\g{-1}", "&&aaaaaaaa"},
    {"(?(DEFINE)(?<n>a))b", "D(c))c"},
    {"(?(1)a|b)", "?"},
    {"(?C1)(?C'x')a", "CCc"},
    {"a(?#b)c\\Qd|e\\Ef\\E", "cccccc"},
    {"(?x) a b # c\n d[ ]\\ ", "ecccsc"},
    {"(?x:a b) c", ":cc)cc"},
    {"\\x41\\x{1F600}\\o{101}\\012\\cA", "cccc?"},
    {"\\p{Lu}\\PL\\X\\R\\N", "aaaaa"},
    {"\\u0041", "?"},
    {"\\N{U+41}", "?"},
    {"\\12", "?"},
    {"(*ACCEPT)", "?"},
    {"a)", "c?"},
    {"(?xx)a", "?"},
    {"\\", "?"},
    {"(?", "?"},
    {"(?<", "("},
};

START_TEST(a_pattern_has_these_tokens)
{
    struct tl_str came = tokens_of(tl_str_of(table[_i].pattern));

    ck_assert_msg(tl_is_str(came, tl_str_of(table[_i].tokens)), "%s: %s", table[_i].pattern,
                  tl_test_said());
}
END_TEST

START_TEST(quantifiers_say_how_often)
{
    static const struct {
        const char *pattern;
        unsigned min;
        unsigned max;
    } often[] = {{"*", 0, TL_TOKEN_ENDLESS},
                 {"+?", 1, TL_TOKEN_ENDLESS},
                 {"?+", 0, 1},
                 {"{3}", 3, 3},
                 {"{2,}", 2, TL_TOKEN_ENDLESS},
                 {"{0,7}", 0, 7},
                 {"{,7}", 0, TL_TOKEN_ENDLESS}};
    for (size_t i = 0; i < sizeof often / sizeof *often; i++) {
        struct tl_token_reader reader = tl_token_read(tl_str_of(often[i].pattern));
        struct tl_token token;
        ck_assert(tl_token_quantifier(&reader, &token));
        ck_assert_uint_eq(token.min, often[i].min);
        ck_assert_uint_eq(token.max, often[i].max);
    }
}
END_TEST

START_TEST(flags_hold_to_the_end_of_their_group)
{
    struct tl_token_reader reader = tl_token_read(TL_STR("(?:(?x)a)b"));
    struct tl_token token;
    unsigned on[8] = {0};
    for (size_t i = 0; tl_token_next(&reader, &token); i++) {
        on[i] = reader.flags[reader.depth].on;
    }

    ck_assert_uint_eq(on[2], TL_TOKEN_FLAG_X); /* a */
    ck_assert_uint_eq(on[4], 0);               /* b */
}
END_TEST

START_TEST(letters_stand_for_themselves_once)
{
    static const struct {
        const char *pattern;
        const char *letters;
    } rows[] = {
        {"dear sir", "dear sir"},
        {"colou?r", "colo"},
        {"ab{2}", "a"},
        {"ab(?#c)*", "a"},
        {"ab\\E+", "a"},
        {"(?:a)", ""},
        {"abc|d", "abc"},
        {"a", "a"},
        {"ab*", "a"},
        {"a*", ""},
        {"", ""},
        {"ab.", "ab"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct tl_token_reader reader = tl_token_read(tl_str_of(rows[i].pattern));
        ck_assert(tl_str_equal(tl_token_letters(&reader), tl_str_of(rows[i].letters)));
    }
}
END_TEST

static Suite *token_suite(void)
{
    Suite *suite = suite_create("regex_token");
    TCase *tokens = tl_case(suite, "tokens");
    tcase_add_loop_test(tokens, a_pattern_has_these_tokens, 0, N_OF(table));
    tl_add_tests(suite, "values", quantifiers_say_how_often, flags_hold_to_the_end_of_their_group,
                 letters_stand_for_themselves_once);
    return suite;
}
TL_TEST_MAIN(token_suite)
