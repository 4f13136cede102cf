/*
 * Evidence for languages in a text: common words, endings of words, letters.  All of it is data of
 * rules.d/<language>/language.yml; one table holds it for all languages, so that a word is looked
 * up once, however many languages there are.
 *
 * What fewer languages share weighs more: it is worked out from the data when the table is built.
 * Not looked at are addresses, URLs, codes, placeholders and, but for common words, what is a name
 * by its capital.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_MODEL_EVIDENCE_H
#define TL_MODEL_EVIDENCE_H

#include "model/language.h"

enum { TL_MAX_LANGUAGES_TOLD = 64 }; /* a bit each; of more, the first are told apart */

/* What was found in some text.  {0} is that of no text. */
struct tl_evidence {
    int points[TL_MAX_LANGUAGES_TOLD]; /* by the place of the language in tl_languages */
    int n_foreign_words;               /* with letters beyond a-z that some language writes */
    size_t n_words;                    /* that were looked at */
};

/*
 * Builds the table of all languages, and ties it to them.  To be called again when a language was
 * added.  Borrowed from the arena, as the words are.  Cost: O(words of all languages).
 */
void tl_evidence_index(struct tl_arena *arena, struct tl_languages *languages);

/*
 * Adds what a text says to the evidence.
 *
 * text  well-formed UTF-8; at its start and after each line end a capital is no sign of a name
 *
 * Cost: O(length), whatever the number of languages; allocates nothing.
 */
void tl_evidence_add(const struct tl_languages *languages, struct tl_str text,
                     struct tl_evidence *evidence);

/* Adds one evidence to another. */
void tl_evidence_join(struct tl_evidence *evidence, const struct tl_evidence *more);

/*
 * What speaks for a language, and against it: about 4 points a word that only it has; below 0 where
 * it does not write the letters of the text.
 */
int tl_evidence_points(const struct tl_languages *languages, const struct tl_evidence *evidence,
                       size_t language);

#endif
