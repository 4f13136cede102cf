/*
 * Warnings about what a rule file says that is read but does nothing: tokens that match nothing in
 * practice, "$1" without a group, keys that are not used.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_TRAP_H
#define TL_RULES_TRAP_H

#include "rules/loader.h"

/*
 * Adds a warning for each trap in the map of a rule.  Returns how many of them are dead tokens.
 * Cost: O(bytes of the patterns).
 */
size_t tl_trap_find(struct tl_loader *loader, const struct tl_yaml *map);

#endif
