/*
 * What a word is: letters, a number, a code, an address.  Numbers are counted as a reader counts
 * them: a date, a time, a range, an amount and a phone number are one each.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_MODEL_WORD_KIND_H
#define TL_MODEL_WORD_KIND_H

#include "model/letter.h"

enum tl_word_kind {
    TL_WORD_PLAIN,  /* letters: "box", "well-known" */
    TL_WORD_NUMBER, /* "4411", "1 340.50", "2026-11-21", "10:30", "3rd", "5kg" */
    TL_WORD_CODE,   /* letters and digits: "AB12-44" */
    TL_WORD_LINK,   /* the address of a page or a mailbox */
    TL_WORD_HOLE,   /* a placeholder */
};

/* What a word (model/word.h) is.  Cost: O(length). */
enum tl_word_kind tl_word_kind_of(struct tl_str word);

/*
 * Whether a word of a sentence (by its index in letter->words) is a number, and not the rest of one
 * that began before it: of "21 November 2026" and "8–10" only the first word is.
 *
 * language  whose months and range words are known; may be NULL
 *
 * Cost: O(length of the few words before it).
 */
bool tl_number_begins(const struct tl_letter *letter, const struct tl_sentence *sentence,
                      size_t word, const struct tl_language *language);

#endif
