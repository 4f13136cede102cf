/*
 * Rule sets: all languages and rules of some folders.
 *
 *     DIR/<language>/language.yml     the language
 *     DIR/<language>/words/<…>.yml    word classes for its rules
 *     DIR/<language>/<id>.yml         a rule of that language
 *     DIR/any/languages.yml           languages that have no folder of their own
 *     DIR/any/<id>.yml                a rule for every message
 *     DIR/<id>.yml                    the same
 *
 * The languages of all folders are read at once, the rules and word classes of a language when the
 * first message of it comes.  A rule of a later folder takes the place of one of the same name and
 * language. A rule of a language takes the place of one of the same name for every message, unless
 * it says `adds: true`: then it has the checks of both.  A rule may extend another by its name; one
 * that extends its own name extends that whose place it takes.
 *
 * The rules of Vale's styles are for every message.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_RULE_SET_H
#define TL_RULES_RULE_SET_H

#include "model/language.h"
#include "rules/rule.h"
#include "rules/style.h"

struct tl_rule_set;

/* An empty rule set, borrowed from the arena, in which it keeps all it reads. */
struct tl_rule_set *tl_rule_set_new(struct tl_arena *arena);

/* Before folders are added: takes none for trusted, so that all that is wrong is found. */
void tl_rule_set_strict(struct tl_rule_set *set);

/*
 * Adds a folder: its languages are read, its rules listed.
 * trusted  it comes with the program: its patterns are compiled when they are used, and the
 *          examples of its rules are not read
 * Returns false, with errors added to those of the set, where something could not be read; what
 * could be read is there.
 */
bool tl_rule_set_add(struct tl_rule_set *set, const char *folder, bool trusted);

/* Adds the styles of a folder; the same of them. */
bool tl_rule_set_add_styles(struct tl_rule_set *set, const char *folder);

/* Adds a vocabulary that lies beside the styles added so far; before any rule is read. */
bool tl_rule_set_add_vocabulary(struct tl_rule_set *set, struct tl_str name);

/* All errors and warnings so far. */
const struct tl_errors *tl_rule_set_errors(const struct tl_rule_set *set);
const struct tl_errors *tl_rule_set_warnings(const struct tl_rule_set *set);

/* The styles, with what became of their rules once these are read. */
const struct tl_styles *tl_rule_set_styles(const struct tl_rule_set *set);

const struct tl_languages *tl_rule_set_languages(const struct tl_rule_set *set);

/* The identifiers of all rules, sorted, each once.  Borrowed from the set. */
const struct tl_strs *tl_rule_set_ids(struct tl_rule_set *set);

/*
 * The packs of all rules, sorted, each once, as names of a selection ("pack:sales"); borrowed from
 * the set.  Reads all rule files, of which it says what is wrong with them as YAML.
 */
const struct tl_strs *tl_rule_set_packs(struct tl_rule_set *set);

/*
 * The rules for a message in that language (NULL: not known): those of its folder and of `any`.
 * Reads them at the first call for a language: errors are added to those of the set.
 * Not to be called by two threads at once.
 */
const struct tl_rules *tl_rule_set_rules(struct tl_rule_set *set,
                                         const struct tl_language *language);

/*
 * Whether what tl_rule_set_rules() gave for that language is all that there should be: no file of
 * it, of `any` or of the folders could not be read.  For a message of no known language, no
 * language must be broken: it may be in that one.
 */
bool tl_rule_set_is_sound(const struct tl_rule_set *set, const struct tl_language *language);

/* Reads everything and returns all rules, by language and identifier. */
const struct tl_rules *tl_rule_set_all(struct tl_rule_set *set);

#endif
