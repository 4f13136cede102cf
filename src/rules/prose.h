/*
 * The words of a text that a dictionary may be asked for: prose, no addresses, names of files, tags
 * or what stands in brackets to be filled in.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_PROSE_H
#define TL_RULES_PROSE_H

#include "base/arena.h"
#include "base/str.h"
#include "source/span.h"

/* Reads the words of `text`; the rest begins as zero. */
struct tl_prose {
    struct tl_str text;
    struct tl_span chunk; /* what stands between two blanks, and is read now */
    size_t at;
};

/*
 * The next word, as a span of the text: letters and digits with hyphens and apostrophes inside.
 * False: there is none.  Cost of all: O(length).
 */
bool tl_prose_next(struct tl_prose *prose, struct tl_span *word);

/*
 * Whether a word is one that dictionaries cannot know: with digits, in capitals, or with capitals
 * inside, as names of things have them.
 */
bool tl_prose_is_name(struct tl_str word);

/* A word with the apostrophes and hyphens that dictionaries have; owned by the arena. */
struct tl_str tl_prose_plain(struct tl_arena *arena, struct tl_str word);

#endif
