/* SPDX-License-Identifier: MIT */
#include "rules/pattern_dotnet.h"

#include "support/tl_check.h"

#define N_OF(table) (int)(sizeof(table) / sizeof *(table))

/* A pattern as it is written, and for PCRE2. */
static const struct {
    const char *written;
    const char *rewritten;
} table[] = {
    {"", ""},
    {"a b|c", "a b|c"},
    {"caf\\u00e9s?", "caf\\x{e9}s?"},
    {"[\\u2018\\u2019]x", "[\\x{2018}\\x{2019}]x"},
    {"\\ud83d\\ude00!", "\\x{1f600}!"},
    {"\\\\u00e9", "\\\\u00e9"},
    {"\\Q\\u00e9[a-[b]]\\E\\v", "\\Q\\u00e9[a-[b]]\\E\\x0b"},
    {"a\\v[\\v]", "a\\x0b[\\x0b]"},
    {"[a-z-[aeiou]]+x", "(?:(?![aeiou])[a-z])+x"},
    {"[^a-z-[A-Z\\u00e9]]", "(?:(?![A-Z\\x{e9}])[^a-z])"},
    {"[a-z-[a-m-[c]]]", "(?:(?!(?:(?![c])[a-m]))[a-z])"},
    {"x[a-z-[aeiou]]]y", "x(?:(?![aeiou])[a-z])]y"},
    {"[a-z-[aeiou]", "[a-z-[aeiou]"},
    {"[\\w-[:digit:]]", "[\\w-[:digit:]]"},
    {"[]a-[b]]", "(?:(?![b])[]a])"},
    {"[-[b]]", "[-[b]]"},
    {"[\\]-[b]]", "(?:(?![b])[\\]])"},
    {"\\p{IsGreek}+[x\\p{IsCyrillic}]\\P{IsArrows}",
     "[\\x{370}-\\x{3ff}]+[x\\x{400}-\\x{4ff}][^\\x{2190}-\\x{21ff}]"},
    {"\\p{Lu}\\p{IsNowhere}\\pL", "\\p{Lu}\\p{IsNowhere}\\pL"},
    {"a{,3}b{2,3}c{,}", "a\\{,3}b{2,3}c{,}"},
    {"(?<name>a)(?'b'c)(?<=d)(?<!e-f)(?P<g>h)", "(?<name>a)(?'b'c)(?<=d)(?<!e-f)(?P<g>h)"},
    {"(?i)a(?-i:B)(?sx: c)(?#(?<a-b>x\\u)(?R)(?>e)",
     "(?i)a(?-i:B)(?sx: c)(?#(?<a-b>x\\u)(?R)(?>e)"},
    {"[a", "[a"},
    {"\\", "\\"},
};

START_TEST(a_pattern_is_rewritten_to_this)
{
    struct tl_dotnet dotnet;

    ck_assert(tl_dotnet_rewrite(tl_test_arena, tl_str_of(table[_i].written), &dotnet));

    ck_assert_msg(tl_is_str(dotnet.text, tl_str_of(table[_i].rewritten)), "%s", tl_test_said());
}
END_TEST

/* What cannot be rewritten, and where it stands. */
static const struct {
    const char *written;
    size_t offset;
    const char *why;
} wrong[] = {
    {"ab\\u00", 2, "four hexadecimal digits"}, {"a\\ud83dx", 1, "half a character"},
    {"a\\ude00", 1, "half a character"},       {"a(?<x-y>b)", 1, "balancing groups"},
    {"a(?<-y>b)", 1, "balancing groups"},      {"a(?'x-y'b)", 1, "balancing groups"},
    {"(?ie)a", 0, "the flags e, r and d"},     {"ab(?r:a)", 2, "the flags e, r and d"},
    {"[a\\P{IsGreek}]", 2, "all but a block"},
};

START_TEST(what_pcre2_has_not_is_refused_in_its_place)
{
    struct tl_dotnet dotnet;

    ck_assert(!tl_dotnet_rewrite(tl_test_arena, tl_str_of(wrong[_i].written), &dotnet));

    ck_assert_uint_eq(dotnet.offset, wrong[_i].offset);
    tl_assert_mentions(dotnet.why, wrong[_i].why);
}
END_TEST

START_TEST(places_lead_back_to_what_was_written)
{
    struct tl_dotnet dotnet;
    struct tl_str written = TL_STR("a\\u00e9b[a-z-[x]]c\\vd");
    ck_assert(tl_dotnet_rewrite(tl_test_arena, written, &dotnet));

    for (const char *c = "abcd"; *c != '\0'; c++) {
        size_t out = tl_str_find_char(dotnet.text, *c, *c == 'b' || *c == 'd' ? 7 : 0);
        out = *c == 'c' || *c == 'd' ? dotnet.text.len - (*c == 'c' ? 6 : 1) : out;
        size_t in = tl_dotnet_offset(&dotnet, out);
        ck_assert_msg(in < written.len && written.data[in] == *c, "'%c' is at %zu", *c, in);
    }
    ck_assert_uint_eq(tl_dotnet_offset(&dotnet, dotnet.text.len), written.len);
}
END_TEST

START_TEST(a_class_without_end_takes_no_longer_than_its_length)
{
    struct tl_buf pattern = tl_buf_in(tl_test_arena);
    struct tl_dotnet dotnet;
    tl_buf_add(&pattern, TL_STR("["));
    for (int i = 0; i < 100000; i++) {
        tl_buf_add(&pattern, TL_STR("-[a"));
    }

    ck_assert(tl_dotnet_rewrite(tl_test_arena, tl_buf_str(&pattern), &dotnet));
}
END_TEST

static Suite *dotnet_suite(void)
{
    Suite *suite = suite_create("pattern_dotnet");
    TCase *rewrite = tl_case(suite, "rewrite");
    tcase_add_loop_test(rewrite, a_pattern_is_rewritten_to_this, 0, N_OF(table));
    tcase_add_loop_test(rewrite, what_pcre2_has_not_is_refused_in_its_place, 0, N_OF(wrong));
    tl_add_tests(suite, "places", places_lead_back_to_what_was_written,
                 a_class_without_end_takes_no_longer_than_its_length);
    return suite;
}
TL_TEST_MAIN(dotnet_suite)
