/* SPDX-License-Identifier: MIT */
#include "rules/literal.h"

#include "base/buf.h"
#include "base/regex.h"
#include "base/utf8.h"
#include "support/tl_check.h"

#define N_OF(table) (int)(sizeof(table) / sizeof *(table))

/* There is one class: (?&fruit). */
static struct tl_literal_class fruit;

static const struct tl_literal_class *find(void *context, struct tl_str name)
{
    (void)context;
    return tl_str_equal(name, TL_STR("fruit")) ? &fruit : NULL;
}

static struct tl_literal_pattern read(struct tl_str pattern)
{
    struct tl_literal_pattern is;
    struct tl_literal_source source = {find, NULL};
    if (!fruit.is_understood) {
        tl_literal_read(tl_test_arena, TL_STR("apple|pear|plum"), &source, &is);
        fruit.value = is.value;
        fruit.value.is_exact = false; /* as if it had more than are kept */
        fruit.is_understood = true;
    }
    tl_literal_read(tl_test_arena, pattern, &source, &is);
    fruit.is_understood = false; /* its texts live in the arena of one test */
    return is;
}

/* The texts that a pattern needs, with "|" between them and "&" for the class; or "(any)". */
static struct tl_str needed(struct tl_str pattern)
{
    struct tl_literal_need need = read(pattern).value.need;
    struct tl_buf out = tl_buf_in(tl_test_arena);
    if (!need.is_known) {
        return TL_STR("(any)");
    }
    for (size_t i = 0; i < need.texts.len; i++) {
        tl_buf_add(&out, out.len > 0 ? TL_STR("|") : TL_STR(""));
        tl_buf_add(&out, need.texts.items[i]);
    }
    for (size_t i = 0; i < need.classes.len; i++) {
        tl_buf_add_char(&out, '&');
    }
    return tl_buf_str(&out);
}

static const struct {
    const char *pattern;
    const char *needed;
} table[] = {
    {"", "(any)"},
    {"box", "box"},
    {"BOX", "box"},
    {"\\b(?:box|lid)\\b", "box|lid"},
    {"you (?:failed|forgot) to", "you failed to|you forgot to"},
    {"colou?r", "colour|color"},
    {"(?:please )?sign", "please sign|sign"},
    {"do(?: not|n['\xE2\x80\x99]t) hesitate",
     "do not hesitate|don't hesitate|don\xE2\x80\x99t hesitate"},
    {"a+box", "box"},
    {"bo+x", "bo"},
    {"bo*xing", "xing"},
    {"(?:box)*lid", "lid"},
    {"(?:box){0,3}lid", "lid"},
    {"(?:box)+", "box"},
    {"(?:box){2,}x", "box"},
    {"\\w+ing\\b", "ing"},
    {"[bl]id", "bid|lid"},
    {"[a-z]id", "id"},
    {"[^b]id", "id"},
    {"[[:alpha:]]id", "id"},
    {"\\d+ boxes", " boxes"},
    {".*", "(any)"},
    {"box|", "(any)"},
    {"box|\\d", "(any)"},
    {"x|box", "x|box"},
    {" ", "(any)"},
    {"a very long text that goes on and on", "a very long text"},
    {"\\{\\{", "{{"},
    {"\\x62\\x{6f}\\170", "(any)"},
    {"\\x62\\x{6f}x\\t", "box\t"},
    {"\\Qa.b|c\\E", "a.b|c"},
    {"(?x) bo x # a box\n lid", "boxlid"},
    {"bo(?#no)*xes", "xes"},
    {"bo\\E*xes", "xes"},
    {"(?i)box", "box"},
    {"(?-i:Box)es", "boxes"},
    {"(?=box)lid", "lid"},
    {"(?=box)", "(any)"},
    {"(?=box)+", "(any)"},
    {"(?<!old )box(?! lid)", "box"},
    {"(?<n>box)\\k<n>", "box"},
    {"(box)\\1lid", "box"},
    {"an? (?&fruit)", "&"},
    {"(?&fruit) in a crate of wood", " in a crate of w"},
    {"(?&nothing) box(?(DEFINE)(?<nothing>x))", " box"},
    {"(?<fruit>box)(?&fruit)", "(any)"},
    {"box(*ACCEPT)lid", "(any)"},
    {"box\\u0041", "(any)"},
    {"(?(1)box|lid)", "(any)"},
    {"(?R)box", "box"},
    {"(?:box", "(any)"},
    {"box)", "(any)"},
    {"[box", "(any)"},
    {"box{,3}lid", "lid"},
    {"box{x", "box{x"},
    {"\\p{Lu}ox\\PL", "ox"},
    {"p\xC3\xA5 v\xC3\xA4g", "p\xC3\xA5 v\xC3\xA4g"},
    {"P\xC3\x85 \xC5\xA0is", "p\xC3\xA5 \xC5\xA1is"},
    {"\xCE\xBC\xCE\xB5ga", "ga"}, /* of Greek letters there may be three cases */
    {"box\xC4\xB0lid", "box"},    /* a letter that is two in lower case */
};

START_TEST(a_match_needs_these)
{
    struct tl_str came = needed(tl_str_of(table[_i].pattern));

    ck_assert_msg(tl_is_str(came, tl_str_of(table[_i].needed)), "%s: %s", table[_i].pattern,
                  tl_test_said());
}
END_TEST

START_TEST(many_alternatives_are_all_needed)
{
    struct tl_buf pattern = tl_buf_in(tl_test_arena);
    for (int i = 0; i < 5000; i++) {
        tl_buf_add_format(&pattern, "%sword%d[abc]?x", i == 0 ? "" : "|", i);
    }

    struct tl_literal_need need = read(tl_buf_str(&pattern)).value.need;

    ck_assert(need.is_known);
    ck_assert_uint_ge(need.texts.len, 5000);
}
END_TEST

START_TEST(nesting_is_followed_to_a_limit)
{
    struct tl_buf pattern = tl_buf_in(tl_test_arena);
    for (int i = 0; i < 10000; i++) {
        tl_buf_add(&pattern, TL_STR("(?:"));
    }
    tl_buf_add(&pattern, TL_STR("box"));
    for (int i = 0; i < 10000; i++) {
        tl_buf_add(&pattern, TL_STR(")"));
    }

    ck_assert(!read(tl_buf_str(&pattern)).is_understood);
}
END_TEST

START_TEST(groups_that_capture_are_counted)
{
    struct tl_literal_pattern is = read(TL_STR("(a)(?:b(c(?=(d))))[(]\\((?i:e)"));

    ck_assert(is.stands_alone);
    ck_assert_uint_eq(is.n_groups, 3 + 0);
}
END_TEST

START_TEST(what_counts_on_others_does_not_stand_alone)
{
    static const char *const patterns[] = {"(a)\\1",    "(?<n>a)",     "(?i)a", "(?R)?a",
                                           "(?|(a)|b)", "(?&nothing)", "a)|(b", "(?n:(a))"};
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        ck_assert_msg(!read(tl_str_of(patterns[i])).stands_alone, "%s", patterns[i]);
    }
}
END_TEST

/* All characters that have cases, or are a case of one that has. */
static struct tl_str cased_chars(uint32_t from, uint32_t to)
{
    struct tl_buf out = tl_buf_in(tl_test_arena);
    for (uint32_t c = from; c < to; c++) {
        if ((c < 0xD800 || c > 0xDFFF) && (tl_char_fold(c) != c || tl_char_upper(c) != c)) {
            tl_buf_add_code_point(&out, c);
        }
    }
    return tl_buf_str(&out);
}

START_TEST(folding_loses_no_match_that_ignores_case)
{
    struct tl_str all = cased_chars(1, 0x1F000);
    struct tl_matcher *matcher = tl_matcher_new(tl_test_arena);
    uint32_t first;
    for (uint32_t c = ' '; c < 0x2200; c++) {
        char bytes[TL_UTF8_MAX];
        struct tl_str one = {bytes, tl_utf8_encode(c, bytes)};
        struct tl_buf pattern = tl_buf_in(tl_test_arena);
        tl_buf_add_char(&pattern, '[');
        tl_buf_add(&pattern, tl_char_is_letter(c) ? one : TL_STR("x"));
        tl_buf_add_char(&pattern, ']');
        struct tl_literal_value value = read(tl_buf_str(&pattern)).value;
        if (!tl_char_is_letter(c) || !value.is_exact) {
            continue; /* no literal has it */
        }
        struct tl_regex_error err;
        struct tl_regex *regex =
            tl_regex_compile(tl_test_arena, tl_buf_str(&pattern), TL_REGEX_NOCASE, &err);
        struct tl_match match;
        for (size_t at = 0; tl_regex_find(regex, matcher, all, at, &match) == TL_FOUND;
             at = match.next) {
            tl_utf8_next(tl_str_slice(all, match.group[0].begin, match.group[0].end), &first);
            ck_assert_msg(tl_literal_fold(first) == tl_literal_fold(c), "U+%04X and U+%04X", c,
                          first);
        }
    }
}
END_TEST

static Suite *literal_suite(void)
{
    Suite *suite = suite_create("literal");
    TCase *needs = tl_case(suite, "needs");
    tcase_add_loop_test(needs, a_match_needs_these, 0, N_OF(table));
    tl_add_tests(suite, "long", many_alternatives_are_all_needed, nesting_is_followed_to_a_limit);
    tl_add_tests(suite, "groups", groups_that_capture_are_counted,
                 what_counts_on_others_does_not_stand_alone);
    tl_add_tests(suite, "case", folding_loses_no_match_that_ignores_case);
    return suite;
}
TL_TEST_MAIN(literal_suite)
