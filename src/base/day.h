/*
 * Calendar days of the Gregorian calendar, as numbers: day 1 is 1 January of the year 1.  Two days
 * can be compared and subtracted; 0 is no day.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_BASE_DAY_H
#define TL_BASE_DAY_H

#include "base/arena.h"

enum { TL_LAST_YEAR = 9999 };

/* A year, month and day of the month, all from 1. */
struct tl_ymd {
    unsigned year;
    unsigned month;
    unsigned day;
};

/* The days of a month; 0 where there is no such month.  Year 0: that of any year, so February has
 * 29. */
unsigned tl_month_days(unsigned year, unsigned month);

/* The day of that date, or 0 where the calendar has none. */
int tl_day_of(unsigned year, unsigned month, unsigned day);

/* The date of a day (> 0). */
struct tl_ymd tl_day_date(int day);

/* The day of the week of a day (> 0): 0 is Monday. */
unsigned tl_day_weekday(int day);

/* The day that "YYYY-MM-DD" says, or 0. */
int tl_day_read(struct tl_str text);

/* "YYYY-MM-DD" of a day (> 0). */
struct tl_str tl_day_text(struct tl_arena *arena, int day);

/* The day that it is by the clock and the time zone of the user; 0 where they cannot be asked. */
int tl_day_today(void);

#endif
