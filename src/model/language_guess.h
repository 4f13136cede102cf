/*
 * Which language a letter is written in, and which of its blocks are in another.
 *
 * A language is told by evidence (model/evidence.h) only where it is clearly ahead of every other;
 * where two are close, as related ones are in a short text, none is told.  What a message declares
 * (Content-Language, lang of HTML) counts as two or three words of that language: mail programs
 * declare the language of their own menus, so a plain sentence in another language beats it, and a
 * word or two do not.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_MODEL_LANGUAGE_GUESS_H
#define TL_MODEL_LANGUAGE_GUESS_H

#include "model/letter.h"
#include "model/piece.h"

/*
 * The language of what the sender wrote: of all pieces outside quotes, the first 64 KiB of them.
 * Of a letter in two languages it is the one of more words.
 *
 * declared  a tag, or ""
 * doubt     is filled where the language is not known
 *
 * Returns NULL where it is not known.  Cost: O(text).
 */
const struct tl_language *tl_language_guess(const struct tl_zoning *zoning, struct tl_str declared,
                                            struct tl_language_doubt *doubt);

/*
 * The language of a block of text in a letter: the letter's, or another that it is clearly in;
 * never another for a line of names, codes or a word or two.
 *
 * expected  that of the letter; may be NULL
 *
 * Cost: O(length).
 */
const struct tl_language *tl_language_of_block(const struct tl_languages *languages,
                                               const struct tl_language *expected,
                                               struct tl_str text);

#endif
