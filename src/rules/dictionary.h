/*
 * A dictionary: a pair of files, en_US.aff and en_US.dic.  Hunspell reads them when a word is first
 * asked for that is not plainly in it (stems.h).  The only file that includes hunspell.h is
 * dictionary.c.  An object is not to be used by two threads at once (spell.h sees to that).
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_DICTIONARY_H
#define TL_RULES_DICTIONARY_H

#include "base/vec.h"

struct tl_dictionary;
TL_VEC(tl_dictionaries, struct tl_dictionary *);

/*
 * The dictionary of two files, given by their paths; NULL where they are no files that can be read
 * (TL_MAX_DICTIONARY_BYTES).  Freed with the arena, which it also uses later.
 */
struct tl_dictionary *tl_dictionary_new(struct tl_arena *arena, struct tl_str aff,
                                        struct tl_str dic);

/* The path of the file of words. */
struct tl_str tl_dictionary_path(const struct tl_dictionary *dictionary);

/* Whether it is known to have a word without Hunspell; false: that is to be asked. */
bool tl_dictionary_has_stem(struct tl_dictionary *dictionary, struct tl_str word);

/* Whether it has a word (UTF-8, no blanks), by Hunspell, which reads the files the first time. */
bool tl_dictionary_has(struct tl_dictionary *dictionary, struct tl_str word);

/* Whether Hunspell has read the files, or could not. */
bool tl_dictionary_is_read(const struct tl_dictionary *dictionary);

/*
 * Whether it differs from another in some stems alone, as those of two countries with one language
 * do.  Known after tl_dictionary_has_stem() was called for both.
 */
bool tl_dictionary_is_variant(const struct tl_dictionary *dictionary,
                              const struct tl_dictionary *other);

/* What Hunspell suggests instead of a word, the likeliest first.  Borrowed from the arena.
 * Cost: up to a tenth of a second. */
struct tl_strs tl_dictionary_suggest(struct tl_dictionary *dictionary, struct tl_arena *arena,
                                     struct tl_str word);

#endif
