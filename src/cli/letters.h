/*
 * From a message to its letters: one or, where both alternatives of a mail are wanted, two.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_CLI_LETTERS_H
#define TL_CLI_LETTERS_H

#include "cli/options.h"
#include "model/letter.h"

enum { TL_MAX_LETTERS = 2 };

struct tl_letters {
    const struct tl_letter *items[TL_MAX_LETTERS]; /* the plain one first */
    size_t len;                                    /* at least 1 */
};

/*
 * Reads a message as the options say.
 *
 * languages  must outlive the letters
 * language   that the user named; NULL: each letter's own
 *
 * Borrowed from the arena.  Cannot fail.  Cost: O(size).
 */
struct tl_letters tl_letters_read(struct tl_arena *arena, const struct tl_source *source,
                                  const struct tl_options *options,
                                  const struct tl_languages *languages,
                                  const struct tl_language *language);

/*
 * Finds the language that an option names among the rules: NULL for "".  Returns false, with err
 * filled, where nobody knows it.
 */
TL_MUST_USE bool tl_letters_language(const char *option, struct tl_str tag,
                                     const struct tl_languages *languages,
                                     const struct tl_language **language, struct tl_error *err);

#endif
