/*
 * What rules say and reporters print.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_FINDING_FINDING_H
#define TL_FINDING_FINDING_H

#include "base/vec.h"
#include "finding/level.h"
#include "source/span.h"

struct tl_finding {
    struct tl_str rule; /* identifier: "customer-blame" */
    enum tl_level level;
    struct tl_str message;      /* what is wrong and what to do instead; one line */
    struct tl_str zone;         /* where in the letter; "" where it is in no zone */
    struct tl_str text;         /* decoded text of the span */
    struct tl_span span;        /* bytes of the source */
    struct tl_strs suggestions; /* concrete wordings; may be empty */
};

TL_VEC(tl_findings, struct tl_finding);

/*
 * Puts findings in the order of the source, then of their rules' names, and takes out what is the
 * same twice (rule and span).  Cost: O(n log n).
 */
void tl_findings_sort(struct tl_findings *findings);

#endif
