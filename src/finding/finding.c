/* SPDX-License-Identifier: MIT */
#include "finding/finding.h"

#include <stdlib.h>

static int order(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static int compare(const void *left, const void *right)
{
    const struct tl_finding *a = left;
    const struct tl_finding *b = right;
    int result = order(a->span.begin, b->span.begin);
    result = result != 0 ? result : tl_str_compare(a->rule, b->rule);
    result = result != 0 ? result : order(a->span.end, b->span.end);
    return result != 0 ? result : tl_str_compare(a->message, b->message);
}

static bool is_same(const struct tl_finding *a, const struct tl_finding *b)
{
    return a->span.begin == b->span.begin && a->span.end == b->span.end &&
           tl_str_equal(a->rule, b->rule) && tl_str_equal(a->message, b->message);
}

void tl_findings_sort(struct tl_findings *findings)
{
    if (findings->len == 0) {
        return;
    }
    qsort(findings->items, findings->len, sizeof *findings->items, compare);
    size_t kept = 1;
    for (size_t i = 1; i < findings->len; i++) {
        if (!is_same(&findings->items[kept - 1], &findings->items[i])) {
            findings->items[kept++] = findings->items[i];
        }
    }
    findings->len = kept;
}
