/*
 * Shelves: the rule files of a language, of all folders together, and which of them extend which.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_SHELF_H
#define TL_RULES_SHELF_H

#include "rules/loader.h"
#include "rules/rule.h"
#include "rules/style.h"

/* A rule file that may not have been read yet. */
struct tl_entry {
    struct tl_str id;
    const char *path;
    struct tl_style *style;    /* NULL: a rule of ours */
    bool is_trusted;           /* see struct tl_loader */
    struct tl_entry *older;    /* whose place it takes; may be NULL */
    const struct tl_yaml *map; /* NULL until it is read */
    bool is_broken;            /* it could not be, and that has been said */
};
TL_VEC(tl_entries, struct tl_entry *);

/* A file of word classes. */
struct tl_words_file {
    const char *path;
    bool is_trusted;
};
TL_VEC(tl_words_files, struct tl_words_file);

struct tl_shelf {
    struct tl_str tag; /* of the language, or "any" */
    struct tl_classes classes;
    struct tl_words_files words; /* read before the rules */
    struct tl_entries entries;
    struct tl_shelf *unmarked; /* the same for texts without marks; NULL: there are none */
    struct tl_str marked;      /* of that shelf: the letters */
    struct tl_rules rules;     /* those of `any` come last, once both are read */
    bool is_read;
    bool has_broken_language;
    bool has_broken_rule;
};

/* Adds a rule, in the place of one of that identifier if there is one.  Borrowed from the arena. */
struct tl_entry *tl_shelf_add(struct tl_arena *arena, struct tl_shelf *shelf, struct tl_str id,
                              const char *path);

/*
 * Reads the map of a rule, with all that it has from the rules that it extends.  A name means a
 * rule of the same shelf, else of `neutral`; the rule's own name, the rule whose place it takes.
 *
 * NULL after having added errors to the loader: a file cannot be read, there is no such rule, rules
 * extend each other in a circle or are more than TL_MAX_RULE_PARENTS.
 */
const struct tl_yaml *tl_shelf_map(struct tl_loader *loader, const struct tl_shelf *shelf,
                                   const struct tl_shelf *neutral, struct tl_entry *entry);

/*
 * Reads the word classes and rules of a shelf, unless that was done.  What is wrong is added to the
 * errors and warnings of the loader.
 *
 * base     what all files have in common; it has the shelf's classes
 * neutral  the shelf of the rules for every message, which may be the same one
 */
void tl_shelf_read(const struct tl_loader *base, struct tl_shelf *shelf,
                   const struct tl_shelf *neutral);

#endif
