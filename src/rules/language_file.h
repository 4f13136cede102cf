/*
 * Reading language.yml: what the model knows of a language, and the word classes of its rules; and
 * languages.yml, in which several languages stand below their tags.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_LANGUAGE_FILE_H
#define TL_RULES_LANGUAGE_FILE_H

#include "model/language.h"
#include "rules/key.h"

/*
 * Reads the file `loader->path`.
 *
 * tag       the folder that it lies in
 * language  filled
 * classes   get those of the file added
 * unmarked  get them for texts without marks, if the language has that form: language->unmarked
 *
 * Returns false after having added errors to the loader.
 */
bool tl_language_file_load(struct tl_loader *loader, struct tl_str tag,
                           struct tl_language *language, struct tl_classes *classes,
                           struct tl_classes *unmarked);

/* The same of a node of a file that was read, which has no such form. */
bool tl_language_load(struct tl_loader *loader, const struct tl_yaml *map, struct tl_str tag,
                      struct tl_language *language, struct tl_classes *classes);

/*
 * Reads the file `loader->path`, which has nothing but word classes: they are added to `classes`.
 * Returns false after having added errors to the loader.
 */
bool tl_words_file_load(struct tl_loader *loader, struct tl_classes *classes);

/* The keys of a language file.  Borrowed from the arena. */
const struct tl_key *tl_language_file_keys(struct tl_arena *arena);

#endif
