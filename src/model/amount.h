/*
 * Numbers as amounts of money are written, in any of the usual ways: "1,234.50", "1 234,50",
 * "1.234,50", "1'234.50", "1234", "85:-".  Which sign divides what is told by the number itself: a
 * sign before three digits makes groups, one before one or two digits at the end is the decimal
 * mark.  No money has three decimals, but "1.250" beside "1.50" may be a price for a litre.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_MODEL_AMOUNT_H
#define TL_MODEL_AMOUNT_H

#include "base/arena.h"
#include "source/span.h"

struct tl_amount {
    int64_t hundredths;  /* never negative */
    struct tl_span span; /* of the text: the digits and what is between them */
    unsigned n_decimals; /* 0 to 2 */
    char decimal_mark;   /* ',' or '.'; 0: it has no decimals */
    struct tl_str group; /* between groups of three digits; "" where there is none */
};

/*
 * The number that begins at or after `from` and ends before `end`.  False where there is none.
 * What has more than twelve digits, groups that are none, three decimals and a leading zero, dates
 * and telephone numbers are passed over.  Cost: O(end - from).
 */
bool tl_amount_next(struct tl_str text, size_t from, size_t end, struct tl_amount *amount);

/* A value in the form of another amount, with decimals where it needs them.  From the arena. */
struct tl_str tl_amount_show(struct tl_arena *arena, int64_t hundredths,
                             const struct tl_amount *form);

#endif
