/*
 * Reading a check: the keys that every kind takes.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_CHECK_H
#define TL_RULES_CHECK_H

#include "rules/key.h"
#include "rules/rule.h"

/*
 * Reads a check from a map that has `extends`: the rule's own or an item of `checks`.
 *
 * rule   whose message it takes where it has none of its own
 * keys   that the map may have besides those of checks and of the kind; NULL where there are none
 * check  filled
 *
 * Returns false after having added errors to the loader.
 */
bool tl_check_load(struct tl_loader *loader, const struct tl_yaml *map, const struct tl_rule *rule,
                   const struct tl_key *keys, struct tl_check *check);

/* The keys of every check; those of its conditions are tl_guard_keys(). */
const struct tl_key *tl_check_common_keys(void);

/* Reads `once`. */
bool tl_check_once(struct tl_loader *loader, const struct tl_yaml *map, enum tl_once *once);

#endif
