/*
 * The calendar words of a language, and the forms in which it writes dates.  All of it is data of
 * rules.d/<language>/language.yml, read by rules/calendar_file.h.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_MODEL_CALENDAR_H
#define TL_MODEL_CALENDAR_H

#include "base/regex.h"
#include "base/vec.h"

enum {
    TL_WEEKDAYS = 7,
    TL_MONTHS = 12,
};

/* What a part of a form stands for.  The rows are {name} in a form. */
enum tl_date_slot {
    TL_SLOT_WEEKDAY,
    TL_SLOT_DAY,      /* of the month, in digits */
    TL_SLOT_MONTH,    /* its name */
    TL_SLOT_MM,       /* the month in digits */
    TL_SLOT_DM,       /* a day or a month in digits: of two of them, one is the other */
    TL_SLOT_YEAR,     /* four digits */
    TL_SLOT_YY,       /* two */
    TL_SLOT_RELATIVE, /* "tomorrow" */
    TL_SLOT_COUNT,
};

enum {
    TL_MAX_DATE_SLOTS = TL_MATCH_GROUPS - 1,
    TL_MAX_DATE_FORMS = 16,
};

/* How one date, or a range of some, is written: group i + 1 of the regex is slots[i]. */
struct tl_date_form {
    const struct tl_regex *regex;
    enum tl_date_slot slots[TL_MAX_DATE_SLOTS];
    size_t n_slots;
};
TL_VEC(tl_date_forms, struct tl_date_form);

/* "tomorrow": so many days after the day on which the letter is written. */
struct tl_relative_day {
    struct tl_str words;
    int days;
};
TL_VEC(tl_relative_days, struct tl_relative_day);

struct tl_calendar {
    struct tl_strs weekdays[TL_WEEKDAYS]; /* from Monday: the forms of each, in one order */
    struct tl_strs months[TL_MONTHS];     /* from January */
    struct tl_relative_days relatives;
    struct tl_date_forms forms; /* up to TL_MAX_DATE_FORMS; none: nothing is known */
};

/* Whether two words are the same in any case of letters. */
bool tl_calendar_same(struct tl_str a, struct tl_str b);

/*
 * The number (from 0) of the weekday, or of the month, of which `word` is a form, in any case of
 * letters; -1 where it is of none.
 * form  where not NULL: which of its forms it is, from 0
 * Cost: O(forms).
 */
int tl_calendar_weekday(const struct tl_calendar *calendar, struct tl_str word, size_t *form);
int tl_calendar_month(const struct tl_calendar *calendar, struct tl_str word);

#endif
