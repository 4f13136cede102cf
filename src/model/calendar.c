/* SPDX-License-Identifier: MIT */
#include "model/calendar.h"

#include "base/utf8.h"

bool tl_calendar_same(struct tl_str a, struct tl_str b)
{
    while (a.len > 0 && b.len > 0) {
        uint32_t of_a;
        uint32_t of_b;
        a = tl_str_slice(a, tl_utf8_next(a, &of_a), a.len);
        b = tl_str_slice(b, tl_utf8_next(b, &of_b), b.len);
        if (tl_char_fold(of_a) != tl_char_fold(of_b)) {
            return false;
        }
    }
    return a.len == b.len;
}

static int find(const struct tl_strs *names, int n_names, struct tl_str word, size_t *form)
{
    for (int i = 0; i < n_names; i++) {
        for (size_t k = 0; k < names[i].len; k++) {
            if (tl_calendar_same(names[i].items[k], word)) {
                if (form != NULL) {
                    *form = k;
                }
                return i;
            }
        }
    }
    return -1;
}

int tl_calendar_weekday(const struct tl_calendar *calendar, struct tl_str word, size_t *form)
{
    return find(calendar->weekdays, TL_WEEKDAYS, word, form);
}

int tl_calendar_month(const struct tl_calendar *calendar, struct tl_str word)
{
    return find(calendar->months, TL_MONTHS, word, NULL);
}
