/* SPDX-License-Identifier: MIT */
#include "base/day.h"

#include <time.h>

enum {
    MONTHS = 12,
    DAYS_OF_400_YEARS = 146097,
};

static bool is_leap(unsigned year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

unsigned tl_month_days(unsigned year, unsigned month)
{
    static const unsigned char days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > MONTHS) {
        return 0;
    }
    return days[month - 1] + (month == 2 && is_leap(year) ? 1U : 0U);
}

/* The days before a year. */
static int days_before(unsigned year)
{
    unsigned past = year - 1;
    return (int)(past * 365 + past / 4 - past / 100 + past / 400);
}

int tl_day_of(unsigned year, unsigned month, unsigned day)
{
    if (year < 1 || year > TL_LAST_YEAR || day < 1 || day > tl_month_days(year, month)) {
        return 0;
    }
    int number = days_before(year);
    for (unsigned i = 1; i < month; i++) {
        number += (int)tl_month_days(year, i);
    }
    return number + (int)day;
}

struct tl_ymd tl_day_date(int day)
{
    unsigned year = (unsigned)((long)day * 400 / DAYS_OF_400_YEARS) + 1;
    while (days_before(year) >= day) {
        year--;
    }
    while (days_before(year + 1) < day) {
        year++;
    }
    unsigned rest = (unsigned)(day - days_before(year));
    unsigned month = 1;
    while (rest > tl_month_days(year, month)) {
        rest -= tl_month_days(year, month);
        month++;
    }
    return (struct tl_ymd){year, month, rest};
}

unsigned tl_day_weekday(int day)
{
    return (unsigned)(day - 1) % 7; /* day 1 was a Monday */
}

static unsigned number_at(struct tl_str text, size_t begin, size_t end)
{
    unsigned number = 0;
    for (size_t i = begin; i < end; i++) {
        number = number * 10 + (unsigned)(text.data[i] - '0');
    }
    return number;
}

int tl_day_read(struct tl_str text)
{
    bool good = text.len == 10;
    for (size_t i = 0; good && i < text.len; i++) {
        good = i == 4 || i == 7 ? text.data[i] == '-' : tl_char_is_digit(text.data[i]);
    }
    return good ? tl_day_of(number_at(text, 0, 4), number_at(text, 5, 7), number_at(text, 8, 10))
                : 0;
}

struct tl_str tl_day_text(struct tl_arena *arena, int day)
{
    struct tl_ymd date = tl_day_date(day);
    return tl_arena_format(arena, "%04u-%02u-%02u", date.year, date.month, date.day);
}

int tl_day_today(void)
{
    time_t now = time(NULL);
    struct tm local;
    if (now == (time_t)-1 || localtime_r(&now, &local) == NULL || local.tm_year < 0) {
        return 0;
    }
    return tl_day_of((unsigned)local.tm_year + 1900, (unsigned)local.tm_mon + 1,
                     (unsigned)local.tm_mday);
}
