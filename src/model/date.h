/*
 * Dates in a text: found by the forms of a language, and read as far as that can be done for sure.
 *
 * What a date leaves out it takes from the other end of its range ("3-5 May 2026"); a year that
 * nobody says is that of the occurrence nearest to the day on which the letter is written.
 * Whether 3/4/2026 is in March or in April is told by its weekday, or by another date of the letter
 * that can be read in one way only.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_MODEL_DATE_H
#define TL_MODEL_DATE_H

#include "model/calendar.h"
#include "source/span.h"

struct tl_date {
    struct tl_span span;  /* of the text */
    struct tl_span whole; /* of the range that it is an end of; else as span */
    const struct tl_calendar *calendar;
    struct tl_span weekday_span; /* where the weekday is said */
    int weekday;                 /* that is said, from 0; -1: none */
    unsigned day;                /* of the month; 0: not known, nor are these: */
    unsigned month;
    unsigned year;
    unsigned first; /* two numbers of which one is the day, the other the month; 0: none */
    unsigned second;
    bool is_relative;
    int offset;           /* days; of a relative one */
    bool is_year_guessed; /* nobody said it */
    int number;           /* base/day.h; 0: not known, or there is no such day */
};
TL_VEC(tl_dates, struct tl_date);

/*
 * Adds the dates that stand in a part of a text, in order.
 *
 * text  well-formed UTF-8; what stands around the part is not looked at
 *
 * Of two forms that match in one place the one that begins first counts, then the longer one.
 * Cost: O(part x forms), bounded by the limits of regexes; where one is reached, the rest of the
 * part has no dates.
 */
void tl_dates_find(struct tl_arena *arena, struct tl_matcher *matcher,
                   const struct tl_calendar *calendar, struct tl_str text, struct tl_span part,
                   struct tl_dates *dates);

/*
 * Works out the days of all dates of a letter.
 * today  the day on which it is written (base/day.h); 0: not known, and no year is guessed
 * Cost: O(dates).
 */
void tl_dates_resolve(struct tl_dates *dates, int today);

/* Whether its day and month, and year if it is said, are those of no day: 31 June. */
bool tl_date_is_impossible(const struct tl_date *date);

/*
 * The day on which the weekday or the word of a date ("tomorrow, Monday 3 May") disagrees with the
 * rest: that of the word, else that of the date; 0 where they agree or that is not known.
 */
int tl_date_mismatch(const struct tl_date *date, int today);

#endif
