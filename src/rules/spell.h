/*
 * Spelling: whether a word is in the dictionaries of a language (dictionary.h).  Words that were
 * asked for are remembered.  One object may be shared by threads.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_SPELL_H
#define TL_RULES_SPELL_H

#include "base/vec.h"

struct tl_spell;

/* A spell without dictionaries; everything that it makes is freed with the arena. */
struct tl_spell *tl_spell_new(struct tl_arena *arena);

/*
 * Adds a folder in which dictionaries are looked for, before those that systems have
 * (/usr/share/hunspell and the like, and those of the environment's DICPATH).
 */
void tl_spell_add_folder(struct tl_spell *spell, struct tl_str path);

/*
 * Adds a dictionary for all languages, by its name in the folders, "en_US", or by the paths of its
 * files.  False: there is none.
 */
bool tl_spell_add(struct tl_spell *spell, struct tl_str name);
bool tl_spell_add_files(struct tl_spell *spell, struct tl_str aff, struct tl_str dic);

/*
 * The dictionaries of a language: those that were added, and with `by_tag` those in the folders
 * that are named by its tag: "sv", "sv_SE".  They are looked for once.
 */
struct tl_spell_group;
struct tl_spell_group *tl_spell_group_of(struct tl_spell *spell, struct tl_str tag, bool by_tag);

/* Whether it has any; with `by_tag`, some of the language itself: what is added to those that are
 * missing would know next to no word. */
bool tl_spell_group_any(const struct tl_spell_group *group);

/*
 * Whether one of the dictionaries has a word (UTF-8, no blanks).  What is too long for Hunspell
 * counts as one.  Cost: a lock, and where the word is new, Hunspell's.
 */
bool tl_spell_has(struct tl_spell *spell, struct tl_spell_group *group, struct tl_str word);

/* The same, but false as well where a dictionary would have to be read for it that was not yet. */
bool tl_spell_knows(struct tl_spell *spell, struct tl_spell_group *group, struct tl_str word);

/*
 * Words that were perhaps meant by one that is none, those with the fewest edits first (marks of
 * letters do not count), of equals the likeliest; at most TL_MAX_SPELL_SUGGESTIONS.  Copied to the
 * arena.  Cost: up to a tenth of a second.
 */
struct tl_strs tl_spell_suggest(struct tl_spell *spell, struct tl_spell_group *group,
                                struct tl_arena *arena, struct tl_str word);

#endif
