/*
 * The dates of a letter, the day on which it is written, and that of the message it answers.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_MODEL_LETTER_DATES_H
#define TL_MODEL_LETTER_DATES_H

#include "model/letter.h"
#include "model/piece.h"

/*
 * Finds the dates of a letter that has its sentences, by the forms of its language (of a block in
 * another language: of that one), and fills `dates`, `quoted_day` and `facts.today`.
 *
 * The day on which it is written is that of its Date field; of a letter on paper, the first date in
 * its letterhead; else what the user says.  A template has none: it is sent again and again.
 * The day of the quoted message is the first whole date of what stands above its text, by the forms
 * of the letter's language and then of all others.
 * Cost: O(text x forms).
 */
void tl_letter_dates_find(const struct tl_zoning *zoning, struct tl_letter *letter);

#endif
