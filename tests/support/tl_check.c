/* SPDX-License-Identifier: MIT */
#include "support/tl_check.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct tl_arena *tl_test_arena;

static char said[4096];

const char *tl_test_said(void)
{
    return said;
}

/* Bytes for people: what does not print as \xNN, a long text cut. */
static const char *shown(struct tl_str s, char out[1024])
{
    size_t at = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (at > 1000) {
            (void)snprintf(out + at, 1024 - at, "... %zu bytes", s.len);
            return out;
        }
        unsigned char c = (unsigned char)s.data[i];
        if (c == '\n') {
            at += (size_t)snprintf(out + at, 1024 - at, "\\n");
        } else if (c == '\r') {
            at += (size_t)snprintf(out + at, 1024 - at, "\\r");
        } else if (c == '\\' || (c < 0x80 && !isprint(c)) || c == 0xFF) {
            at += (size_t)snprintf(out + at, 1024 - at, "\\x%02x", c);
        } else {
            out[at++] = (char)c;
        }
    }
    out[at] = '\0';
    return out;
}

bool tl_is_str(struct tl_str actual, struct tl_str expected)
{
    char a[1024];
    char e[1024];
    (void)snprintf(said, sizeof said, "expected \"%s\", came \"%s\"", shown(expected, e),
                   shown(actual, a));
    return tl_str_equal(actual, expected);
}

bool tl_is_mentioned(struct tl_str actual, struct tl_str part)
{
    char a[1024];
    char p[1024];
    (void)snprintf(said, sizeof said, "expected \"%s\" in \"%s\"", shown(part, p),
                   shown(actual, a));
    return tl_str_find(actual, part, 0) != TL_NONE;
}

bool tl_is_span(struct tl_span actual, size_t begin, size_t end)
{
    (void)snprintf(said, sizeof said, "expected span [%zu, %zu), came [%zu, %zu)", begin, end,
                   actual.begin, actual.end);
    return actual.begin == begin && actual.end == end;
}

bool tl_is_source(const struct tl_source *source, const struct tl_text *text, struct tl_span part,
                  struct tl_str expected)
{
    struct tl_span span = tl_text_source(text, part);
    struct tl_str actual = tl_str_slice(source->bytes, span.begin, span.end);
    char a[1024];
    char e[1024];
    (void)snprintf(said, sizeof said,
                   "expected text [%zu, %zu) from \"%s\", it came from \"%s\" at [%zu, %zu)",
                   part.begin, part.end, shown(expected, e), shown(actual, a), span.begin,
                   span.end);
    return span.end <= source->bytes.len && tl_str_equal(actual, expected);
}

bool tl_is_position(struct tl_source *source, size_t offset, size_t line, size_t column)
{
    struct tl_position at = tl_source_locate(source, offset);
    (void)snprintf(said, sizeof said, "expected byte %zu at %zu:%zu, came %zu:%zu", offset, line,
                   column, at.line, at.column);
    return at.line == line && at.column == column;
}

struct tl_span tl_test_find(struct tl_str s, const char *needle)
{
    size_t at = tl_str_find(s, tl_str_of(needle), 0);
    ck_assert_msg(at != TL_NONE, "the test looks for \"%s\", which is not there", needle);
    ck_assert_msg(tl_str_find(s, tl_str_of(needle), at + 1) == TL_NONE,
                  "the test looks for \"%s\", which is there twice", needle);
    return (struct tl_span){at, at + strlen(needle)};
}

static void arena_make(void)
{
    tl_test_arena = tl_arena_new();
}

static void arena_end(void)
{
    tl_arena_free(tl_test_arena);
    tl_test_arena = NULL;
}

TCase *tl_case(Suite *suite, const char *topic)
{
    TCase *tcase = tcase_create(topic);
    tcase_add_checked_fixture(tcase, arena_make, arena_end);
    suite_add_tcase(suite, tcase);
    return tcase;
}

void tl_add_case(Suite *suite, const char *topic, const TTest *const *tests)
{
    TCase *tcase = tl_case(suite, topic);
    for (; *tests != NULL; tests++) {
        tcase_add_test(tcase, *tests);
    }
}

int tl_suite_run(Suite *suite)
{
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
