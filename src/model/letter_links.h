/*
 * The links of a letter: where its text has what the reading found in HTML and Markdown.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_MODEL_LETTER_LINKS_H
#define TL_MODEL_LETTER_LINKS_H

#include "model/letter.h"

/*
 * Fills `links` of a letter that has its sentences: of each link that shows a text, that text; in
 * Markdown, with the address after it.  Cost: O(links x log text).
 */
void tl_letter_links_find(struct tl_arena *arena, struct tl_letter *letter);

/*
 * Whether a link begins with a word (by its index in letter->words): one of HTML or Markdown, or an
 * address that is in none.  Cost: O(log links + length).
 */
bool tl_link_begins(const struct tl_letter *letter, size_t word);

#endif
