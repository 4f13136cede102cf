/*
 * What every unit test uses on top of Check: assertions that read as claims and say what was
 * expected and what came, an arena that is there for each test and freed after it, and main().
 *
 *     START_TEST(a_slice_is_cut_to_the_length)
 *     {
 *         struct tl_str cut = tl_str_slice(TL_STR("hello"), 3, 99);
 *
 *         tl_assert_str(cut, "lo");
 *     }
 *     END_TEST
 *
 *     static Suite *str_suite(void)
 *     {
 *         Suite *suite = suite_create("str");
 *         tl_add_tests(suite, "slice", a_slice_is_cut_to_the_length, …);
 *         return suite;
 *     }
 *     TL_TEST_MAIN(str_suite)
 *
 * The macros evaluate their arguments once.  SPDX-License-Identifier: MIT
 */
#ifndef TL_TESTS_SUPPORT_TL_CHECK_H
#define TL_TESTS_SUPPORT_TL_CHECK_H

#include "source/text.h"

#include <check.h>

/* The arena of the test that runs; whatever a test allocates there is freed when it ends. */
extern struct tl_arena *tl_test_arena;

/* A source named `name` of the bytes of a string literal (NULs inside are kept). */
#define tl_test_source(name, literal) tl_source_of(tl_test_arena, tl_str_of(name), TL_STR(literal))

/* The same as a text, each byte for itself. */
#define tl_test_text(literal)                                                                      \
    ((struct tl_text[]){tl_text_of(tl_test_arena, tl_test_source("test", literal))})[0]

/* The bytes are those of the literal (NULs inside are kept). */
#define tl_assert_str(actual, literal)                                                             \
    ck_assert_msg(tl_is_str((actual), TL_STR(literal)), "%s", tl_test_said())

/* The bytes are those of another tl_str. */
#define tl_assert_same(actual, expected)                                                           \
    ck_assert_msg(tl_is_str((actual), (expected)), "%s", tl_test_said())

/* A NUL-ended text contains the literal. */
#define tl_assert_mentions(zero_ended, literal)                                                    \
    ck_assert_msg(tl_is_mentioned(tl_str_of(zero_ended), TL_STR(literal)), "%s", tl_test_said())

/* The span is [begin, end). */
#define tl_assert_span(span, begin, end)                                                           \
    ck_assert_msg(tl_is_span((span), (begin), (end)), "%s", tl_test_said())

/* The part [begin, end) of the text came from these bytes of the source. */
#define tl_assert_source_is(source, text, part, literal)                                           \
    ck_assert_msg(tl_is_source((source), (text), (part), TL_STR(literal)), "%s", tl_test_said())

/* The byte at `offset` of the source stands at this line and column (from 1). */
#define tl_assert_position(source, offset, line, column)                                           \
    ck_assert_msg(tl_is_position((source), (offset), (line), (column)), "%s", tl_test_said())

/* A call that fills a tl_error succeeded. */
#define tl_assert_ok(call, err)                                                                    \
    ck_assert_msg((call), "%s:%u: %s", (err).path, (err).line, (err).text)

/* Where `needle`, which must occur once, stands in `s`: a span for the assertions above. */
struct tl_span tl_test_find(struct tl_str s, const char *needle);

/* Adds tests as a TCase named after the function or topic they are about. */
#define tl_add_tests(suite, topic, ...)                                                            \
    tl_add_case((suite), (topic), (const TTest *const[]){__VA_ARGS__, NULL})

/* Behind the macros: each compares, and keeps for tl_test_said() what was expected and what came.
 */
bool tl_is_str(struct tl_str actual, struct tl_str expected);
bool tl_is_mentioned(struct tl_str actual, struct tl_str part);
bool tl_is_span(struct tl_span actual, size_t begin, size_t end);
bool tl_is_source(const struct tl_source *source, const struct tl_text *text, struct tl_span part,
                  struct tl_str expected);
bool tl_is_position(struct tl_source *source, size_t offset, size_t line, size_t column);
const char *tl_test_said(void);

/* A TCase with the arena, added to the suite; for loop tests. */
TCase *tl_case(Suite *suite, const char *topic);
void tl_add_case(Suite *suite, const char *topic, const TTest *const *tests);

/* Runs the suite; returns the exit status of the program. */
int tl_suite_run(Suite *suite);

#define TL_TEST_MAIN(suite_fn)                                                                     \
    int main(void)                                                                                 \
    {                                                                                              \
        return tl_suite_run(suite_fn());                                                           \
    }

#endif
