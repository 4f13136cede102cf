/*
 * The keys that a map of a rule file may have, as tables: what is unknown or of the wrong type is
 * said from them, and the schema for editors is made from them.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_KEY_H
#define TL_RULES_KEY_H

#include "rules/loader.h"

enum tl_key_type {
    TL_KEY_TEXT,
    TL_KEY_WORDING,  /* a text, or a map from languages to it */
    TL_KEY_TEXTS,    /* a text or a list of texts */
    TL_KEY_BOOL,     /* true or false */
    TL_KEY_NUMBER,   /* a whole number */
    TL_KEY_CHOICE,   /* one of `values` */
    TL_KEY_PATTERN,  /* a regular expression */
    TL_KEY_PATTERNS, /* one or a list of them */
    TL_KEY_SWAPS,    /* a map from patterns to wordings, or a list of such maps */
    TL_KEY_SCOPE,    /* a term or a list of terms */
    TL_KEY_LIMIT,    /* a number, or a map from audiences and channels to numbers */
    TL_KEY_FACTS,    /* `when`: a map from facts to a value or a list of values */
    TL_KEY_GUARDS,   /* `with`, `without`: a condition or a list of conditions */
    TL_KEY_CHECKS,   /* `checks`: a list of maps */
    TL_KEY_EXAMPLES, /* `examples`: a map of two lists */
    TL_KEY_ACTION,   /* `action`: a map of name and params */
    TL_KEY_MAP,      /* any other map */
    TL_KEY_ANY,      /* whatever it is */
};

struct tl_key {
    const char *name; /* NULL ends a table */
    enum tl_key_type type;
    const char *values; /* of TL_KEY_CHOICE: "first|excess"; else NULL */
    const char *help;   /* a short sentence for editors */
};

/* The row of a key in some tables, in any letter case; NULL where it has none. */
const struct tl_key *tl_keys_find(const struct tl_key *const *tables, size_t n_tables,
                                  struct tl_str name);

/*
 * Holds the members of a map against tables of keys: adds an error for each that is in none of
 * them, is there twice in different letter case, or is of another type than its row says.
 * Returns false after an error.  Cost: O(members x keys).
 */
bool tl_keys_check(struct tl_loader *loader, const struct tl_yaml *map,
                   const struct tl_key *const *tables, size_t n_tables);

/* Whether all members that have a key are of the type that its row says; says nothing. */
bool tl_keys_have_types(const struct tl_yaml *map, const struct tl_key *const *tables,
                        size_t n_tables);

/* The place of a choice's value in the key's `values`, by the row of that name in a table.  Leaves
 * `value` alone where the map has no such key; false after an error. */
bool tl_keys_choice(struct tl_loader *loader, const struct tl_yaml *map, const struct tl_key *table,
                    const char *name, unsigned *value);

#endif
