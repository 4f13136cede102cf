/*
 * Texts for the writer of a letter, in one language or several:
 *
 *     message: one line                   whichever language is asked for
 *     message: {en: one line, sv: en rad}
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_WORDING_H
#define TL_RULES_WORDING_H

#include "rules/loader.h"

struct tl_wording {
    struct tl_str tag; /* of its language; "" where that is not said */
    struct tl_str text;
};

/* One text in its languages, English before others; none: there is no text. */
TL_VEC(tl_wordings, struct tl_wording);

/*
 * Reads a text, or a map from tags of languages to it, which has one in English.  Leaves `value`
 * alone where the map has no such key; false after an error.  Borrowed from the loader's arena.
 */
bool tl_wordings_load(struct tl_loader *loader, const struct tl_yaml *map, const char *key,
                      struct tl_wordings *value);

/* The text in a language, else the first; "" where there is none.  Cost: O(languages). */
struct tl_str tl_wordings_in(const struct tl_wordings *wordings, struct tl_str tag);

#endif
