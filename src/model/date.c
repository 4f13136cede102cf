/* SPDX-License-Identifier: MIT */
#include "model/date.h"

#include "base/day.h"
#include "model/word.h"

enum {
    WORDS_BEFORE = 3, /* "Monday to Friday, 23 November": in them, another weekday is looked for */
    BYTES_BEFORE = 40,
    PIVOT = 70,     /* the first year of the last century, where two digits say one */
    LEAP_CYCLE = 8, /* years in which there is a 29 February, also around 1900 */
    MOST_DAYS = 31,
    MONTHS = 12,
};

/* --- finding --- */

/* The next match of each form, so that each text is looked at once. */
struct finder {
    struct tl_arena *arena;
    struct tl_matcher *matcher;
    const struct tl_calendar *calendar;
    struct tl_str part;
    size_t offset; /* of the part in the text */
    struct tl_match next[TL_MAX_DATE_FORMS];
    bool has_next[TL_MAX_DATE_FORMS];
    struct tl_dates *dates;
};

static void form_advance(struct finder *finder, size_t form, size_t from)
{
    finder->has_next[form] =
        tl_regex_find(finder->calendar->forms.items[form].regex, finder->matcher, finder->part,
                      from, &finder->next[form]) == TL_FOUND;
}

/* The form whose match begins first; of several, the longest. */
static size_t form_first(const struct finder *finder)
{
    size_t best = TL_NONE;
    for (size_t i = 0; i < finder->calendar->forms.len; i++) {
        if (!finder->has_next[i]) {
            continue;
        }
        const struct tl_match *one = &finder->next[i];
        const struct tl_match *other = best == TL_NONE ? NULL : &finder->next[best];
        if (other == NULL || one->group[0].begin < other->group[0].begin ||
            (one->group[0].begin == other->group[0].begin &&
             one->group[0].end > other->group[0].end)) {
            best = i;
        }
    }
    return best;
}

static unsigned number_of(struct tl_str digits)
{
    unsigned number = 0;
    for (size_t i = 0; i < digits.len; i++) {
        number = number * 10 + (unsigned)(digits.data[i] - '0');
    }
    return number;
}

static bool slot_is_set(const struct tl_date *date, enum tl_date_slot slot)
{
    switch (slot) {
    case TL_SLOT_WEEKDAY:
        return date->weekday >= 0;
    case TL_SLOT_DAY:
        return date->day != 0;
    case TL_SLOT_MONTH:
    case TL_SLOT_MM:
        return date->month != 0;
    case TL_SLOT_DM:
        return date->second != 0;
    case TL_SLOT_YEAR:
    case TL_SLOT_YY:
        return date->year != 0;
    case TL_SLOT_RELATIVE:
    case TL_SLOT_COUNT:
        break;
    }
    return date->is_relative;
}

static void relative_set(struct tl_date *date, struct tl_str words)
{
    const struct tl_relative_days *all = &date->calendar->relatives;
    for (size_t i = 0; i < all->len; i++) {
        if (tl_calendar_same(all->items[i].words, words)) {
            date->is_relative = true;
            date->offset = all->items[i].days;
        }
    }
}

static void slot_set(struct tl_date *date, enum tl_date_slot slot, struct tl_str words,
                     struct tl_span span)
{
    switch (slot) {
    case TL_SLOT_WEEKDAY:
        date->weekday = tl_calendar_weekday(date->calendar, words, NULL);
        date->weekday_span = span;
        break;
    case TL_SLOT_DAY:
        date->day = number_of(words);
        break;
    case TL_SLOT_MONTH:
        date->month = (unsigned)(tl_calendar_month(date->calendar, words) + 1);
        break;
    case TL_SLOT_MM:
        date->month = number_of(words);
        break;
    case TL_SLOT_DM:
        *(date->first == 0 ? &date->first : &date->second) = number_of(words);
        break;
    case TL_SLOT_YEAR:
        date->year = number_of(words);
        break;
    case TL_SLOT_YY:
        date->year = number_of(words) + (number_of(words) < PIVOT ? 2000 : 1900);
        break;
    case TL_SLOT_RELATIVE:
    case TL_SLOT_COUNT:
        relative_set(date, words);
        break;
    }
}

/* Whether a day of the month is said in slot `from` or later. */
static bool has_day_from(const struct tl_date_form *form, const struct tl_match *match, size_t from)
{
    for (size_t i = from; i < form->n_slots; i++) {
        if (form->slots[i] == TL_SLOT_DAY && match->group[i + 1].begin != TL_NONE) {
            return true;
        }
    }
    return false;
}

/* Whether another weekday stands a few words before, and no number between: then which of them is
 * meant is not sure. */
static bool has_weekday_before(const struct finder *finder, size_t begin)
{
    size_t from = begin > BYTES_BEFORE ? begin - BYTES_BEFORE : 0;
    struct tl_span words[WORDS_BEFORE] = {{0, 0}};
    struct tl_span word = {0, from};
    size_t n_words = 0;
    while (tl_word_next(finder->part, word.end, begin, &word)) {
        words[n_words++ % WORDS_BEFORE] = word;
    }
    for (size_t i = 1; i <= WORDS_BEFORE && i <= n_words; i++) {
        struct tl_span one = words[(n_words - i) % WORDS_BEFORE];
        struct tl_str s = tl_str_slice(finder->part, one.begin, one.end);
        if (tl_str_has_digit(s) || tl_calendar_weekday(finder->calendar, s, NULL) >= 0) {
            return !tl_str_has_digit(s);
        }
    }
    return false;
}

/* The end of a match: with the bracket that closes one in it, "Monday (3 May)", and without a full
 * stop after its last part, which is rather the sentence's. */
static size_t match_end(struct tl_str part, const struct tl_date_form *form,
                        const struct tl_match *match)
{
    size_t begin = match->group[0].begin;
    size_t end = match->group[0].end;
    for (size_t i = 1; i <= form->n_slots; i++) {
        if (match->group[i].begin != TL_NONE && match->group[i].end + 1 == end &&
            part.data[end - 1] == '.') {
            return end - 1;
        }
    }
    struct tl_str whole = tl_str_slice(part, begin, end);
    size_t open = tl_str_find_char(whole, '(', 0);
    bool is_open = open != TL_NONE && tl_str_find_char(whole, ')', open) == TL_NONE;
    return end + (is_open && end < part.len && part.data[end] == ')' ? 1 : 0);
}

static struct tl_date *date_begin(struct finder *finder, struct tl_span whole)
{
    struct tl_date *date = TL_VEC_ADD(finder->arena, finder->dates);
    *date = (struct tl_date){
        .span = whole,
        .whole = whole,
        .calendar = finder->calendar,
        .weekday = -1,
    };
    return date;
}

/* Takes out of a range what is no day by any reading: "32 May" is a house. */
static void dates_weed(struct tl_dates *dates, size_t first)
{
    size_t kept = first;
    for (size_t i = first; i < dates->len; i++) {
        const struct tl_date *date = &dates->items[i];
        bool is_sure = date->weekday >= 0 || date->year != 0;
        if (date->day <= MOST_DAYS || is_sure) {
            dates->items[kept++] = *date;
        }
    }
    dates->len = kept;
}

static void match_read(struct finder *finder, const struct tl_date_form *form,
                       const struct tl_match *match)
{
    size_t n_before = finder->dates->len;
    struct tl_span whole = {finder->offset + match->group[0].begin,
                            finder->offset + match_end(finder->part, form, match)};
    struct tl_date *date = date_begin(finder, whole);
    size_t last_end = whole.begin;
    for (size_t i = 0; i < form->n_slots; i++) {
        struct tl_span in_part = {match->group[i + 1].begin, match->group[i + 1].end};
        if (in_part.begin == TL_NONE || in_part.begin == in_part.end) {
            continue;
        }
        enum tl_date_slot slot = form->slots[i];
        struct tl_span span = {finder->offset + in_part.begin, finder->offset + in_part.end};
        bool is_next = slot == TL_SLOT_WEEKDAY && date->day != 0 && has_day_from(form, match, i);
        if (is_next || slot_is_set(date, slot)) {
            date->span.end = last_end;
            date = date_begin(finder, whole);
            date->span.begin = span.begin;
        }
        slot_set(date, slot, tl_str_slice(finder->part, in_part.begin, in_part.end), span);
        last_end = span.end;
    }
    date = &finder->dates->items[n_before];
    if (date->weekday >= 0 && date->weekday_span.begin == whole.begin &&
        has_weekday_before(finder, match->group[0].begin)) {
        date->weekday = -1;
    }
    dates_weed(finder->dates, n_before);
}

void tl_dates_find(struct tl_arena *arena, struct tl_matcher *matcher,
                   const struct tl_calendar *calendar, struct tl_str text, struct tl_span part,
                   struct tl_dates *dates)
{
    struct finder finder = {
        .arena = arena,
        .matcher = matcher,
        .calendar = calendar,
        .part = tl_str_slice(text, part.begin, part.end),
        .offset = part.begin,
        .dates = dates,
    };
    for (size_t i = 0; i < calendar->forms.len; i++) {
        form_advance(&finder, i, 0);
    }
    for (size_t best = form_first(&finder); best != TL_NONE; best = form_first(&finder)) {
        const struct tl_match match = finder.next[best];
        match_read(&finder, &calendar->forms.items[best], &match);
        for (size_t i = 0; i < calendar->forms.len; i++) {
            if (finder.has_next[i] && finder.next[i].group[0].begin < match.group[0].end) {
                form_advance(&finder, i, match.group[0].end);
            }
        }
    }
}

/* --- reading --- */

static bool is_in_one_range(const struct tl_date *a, const struct tl_date *b)
{
    return a->whole.begin == b->whole.begin && a->whole.end == b->whole.end;
}

/* Whether a comes after b in a year. */
static bool is_later_in_year(const struct tl_date *a, const struct tl_date *b)
{
    return a->month > b->month || (a->month == b->month && a->day > b->day);
}

/* What an end of a range does not say, the other end does. */
static void range_complete(struct tl_date *from, struct tl_date *to)
{
    if (from->month == 0 && from->day <= to->day) {
        from->month = to->month;
    } else if (to->month == 0 && from->day <= to->day) {
        to->month = from->month;
    }
    if (from->month == 0 || to->month == 0) {
        return;
    }
    unsigned turn = is_later_in_year(from, to) ? 1 : 0; /* of the year, between them */
    if (from->year == 0 && to->year != 0) {
        from->year = to->year - turn;
    } else if (to->year == 0 && from->year != 0) {
        to->year = from->year + turn;
    }
}

static int order_of(unsigned first, unsigned second)
{
    if (first > MONTHS && second <= MONTHS) {
        return 1;
    }
    return first <= MONTHS && second > MONTHS ? -1 : 0;
}

/* Whether the weekday is that of the date with this day and month. */
static bool weekday_fits(const struct tl_date *date, unsigned day, unsigned month)
{
    int number = tl_day_of(date->year, month, day);
    return number > 0 && (int)tl_day_weekday(number) == date->weekday;
}

/* 1: days come before months in dates like 3/4/2026; -1: after them; 0: nobody can tell. */
static int order_told(const struct tl_dates *dates)
{
    bool told[3] = {false, false, false};
    for (size_t i = 0; i < dates->len; i++) {
        const struct tl_date *date = &dates->items[i];
        if (date->second == 0) {
            continue;
        }
        int order = order_of(date->first, date->second);
        if (order == 0 && date->weekday >= 0 && date->year != 0) {
            order = (int)weekday_fits(date, date->first, date->second) -
                    (int)weekday_fits(date, date->second, date->first);
        }
        told[order + 1] = true;
    }
    return (int)told[2] - (int)told[0];
}

static void order_settle(struct tl_dates *dates)
{
    int told = order_told(dates);
    for (size_t i = 0; i < dates->len; i++) {
        struct tl_date *date = &dates->items[i];
        bool is_same = date->first == date->second && date->first <= MONTHS;
        int own = order_of(date->first, date->second);
        int order = is_same ? 1 : own != 0 ? own : told;
        if (date->second == 0 || order == 0) {
            continue;
        }
        date->day = order > 0 ? date->first : date->second;
        date->month = order > 0 ? date->second : date->first;
    }
}

static int distance(int a, int b)
{
    return a > b ? a - b : b - a;
}

/* Gives a date the year in which it is nearest to today. */
static void year_guess(struct tl_date *date, int today)
{
    unsigned this_year = tl_day_date(today).year;
    unsigned last = this_year + LEAP_CYCLE;
    int best = 0;
    for (unsigned year = this_year > LEAP_CYCLE ? this_year - LEAP_CYCLE : 1; year <= last;
         year++) {
        int day = tl_day_of(year, date->month, date->day);
        if (day > 0 && (best == 0 || distance(day, today) < distance(best, today))) {
            best = day;
            date->year = year;
        }
    }
    date->is_year_guessed = best > 0;
}

/* Guesses the year of a date, or of both ends of a range together. */
static void years_guess(struct tl_date *date, struct tl_date *other, int today)
{
    if (today == 0 || date->year != 0 || date->month == 0 || date->day == 0) {
        return;
    }
    year_guess(date, today);
    if (other != NULL && other->year == 0 && other->month != 0 && date->is_year_guessed) {
        range_complete(date, other);
        other->is_year_guessed = other->year != 0;
    }
}

void tl_dates_resolve(struct tl_dates *dates, int today)
{
    order_settle(dates);
    for (size_t i = 0; i + 1 < dates->len; i++) {
        if (is_in_one_range(&dates->items[i], &dates->items[i + 1])) {
            range_complete(&dates->items[i], &dates->items[i + 1]);
        }
    }
    for (size_t i = 0; i < dates->len; i++) {
        struct tl_date *date = &dates->items[i];
        bool has_other = i + 1 < dates->len && is_in_one_range(date, date + 1);
        years_guess(date, has_other ? date + 1 : NULL, today);
        date->number = tl_day_of(date->year, date->month, date->day);
    }
}

bool tl_date_is_impossible(const struct tl_date *date)
{
    unsigned year = date->is_year_guessed ? 0 : date->year;
    return date->day != 0 && date->month != 0 && date->day > tl_month_days(year, date->month);
}

int tl_date_mismatch(const struct tl_date *date, int today)
{
    int day = date->number;
    if (date->is_relative) {
        if (today == 0) {
            return 0;
        }
        day = today + date->offset;
        if (day < 1 || (date->number != 0 && date->number != day)) {
            return day < 1 ? 0 : day;
        }
    }
    bool differs = day > 0 && date->weekday >= 0 && (int)tl_day_weekday(day) != date->weekday;
    return differs ? day : 0;
}
