/*
 * Texts typed without the marks of their letters, as people do on foreign keyboards: "aciu".
 * A language whose file says `unmarked: true` is known in that form too.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_MODEL_MARKS_H
#define TL_MODEL_MARKS_H

#include "model/facts.h"
#include "model/piece.h"

/*
 * The language as which the text of the sender is to be read: itself, or its form without marks.
 *
 * language  of the letter; may be NULL
 * facts     gets `letters: unmarked` where the text is long enough to be sure that this is no
 *           chance, unless the user stated it
 *
 * Cost: O(text).
 */
const struct tl_language *tl_marks_find(const struct tl_zoning *zoning,
                                        const struct tl_language *language, struct tl_facts *facts);

#endif
