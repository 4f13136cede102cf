/*
 * Reading `dates` of a language.yml: the weekdays, the months, and the forms in which the language
 * writes dates.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_CALENDAR_FILE_H
#define TL_RULES_CALENDAR_FILE_H

#include "model/calendar.h"
#include "rules/key.h"

/* The keys of `dates`. */
const struct tl_key *tl_calendar_keys(void);

/*
 * Reads the calendar of a language.
 * node  the value of `dates`; NULL leaves the calendar empty
 * Returns false after having added errors to the loader.
 */
bool tl_calendar_load(struct tl_loader *loader, const struct tl_yaml *node,
                      struct tl_calendar *calendar);

#endif
