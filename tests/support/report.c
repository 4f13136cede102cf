/* SPDX-License-Identifier: MIT */
#include "support/report.h"

#include "base/utf8.h"

#include <stdlib.h>

static char *printed;
static size_t n_printed;

FILE *tl_test_stream(void)
{
    FILE *stream = open_memstream(&printed, &n_printed);
    ck_assert_ptr_nonnull(stream);
    return stream;
}

struct tl_str tl_test_printed(FILE *stream)
{
    ck_assert_int_eq(fclose(stream), 0);
    struct tl_str copy = tl_arena_copy(tl_test_arena, (struct tl_str){printed, n_printed});
    free(printed);
    printed = NULL;
    return copy;
}

struct tl_str tl_test_report(const struct tl_reporter *reporter, const char *path,
                             struct tl_str bytes, const struct tl_findings *findings, bool color)
{
    struct tl_out out = {.stream = tl_test_stream(), .color = color};
    struct tl_summary summary = {.n_files = 1};
    struct tl_report_file file = {
        .source = tl_source_of(tl_test_arena, tl_str_of(path), bytes),
        .language = TL_STR("en"),
        .channel = TL_STR("email"),
        .findings = findings,
    };
    for (size_t i = 0; i < findings->len; i++) {
        summary.n_by_level[findings->items[i].level]++;
    }
    if (reporter->begin != NULL) {
        reporter->begin(&out);
    }
    reporter->file(&out, &file);
    if (reporter->end != NULL) {
        reporter->end(&out, &summary);
    }
    return tl_test_printed(out.stream);
}

bool tl_is_tame(struct tl_str s)
{
    for (size_t at = 0; at < s.len;) {
        uint32_t c;
        size_t n = tl_utf8_decode(tl_str_slice(s, at, s.len), &c);
        bool steers = c != '\n' &&
                      (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x061C || c == 0x200E ||
                       c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069));
        if (n == 0 || steers) {
            return false;
        }
        at += n;
    }
    return true;
}
