/*
 * Rules that extend rules, as Vale has it: the map of the parent with what the child changes in it.
 *
 *     extends: Style.Rule    all keys of that rule
 *     message: …             in place of the parent's
 *     tokens+: […]           after the items of the parent's list, or into its map
 *     swap-: […]             without these items of its list, or keys of its map; without the key
 *                            itself where nothing is named
 *
 * The parent's `examples`, `tests` and `enabled` are its own and do not come along.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_INHERIT_H
#define TL_RULES_INHERIT_H

#include "rules/loader.h"

/* Whether a rule extends another: its `extends`, if that names no kind of check; else NULL. */
const struct tl_yaml *tl_inherit_parent(const struct tl_yaml *map);

/*
 * The map of a rule whose `extends` names the rule of the map `parent`.  Nodes keep the place and
 * the file that they came from.  NULL after having added errors to the loader.  Cost: O(members of
 * both), and of what is changed O(items of both).
 */
const struct tl_yaml *tl_inherit(struct tl_loader *loader, const struct tl_yaml *parent,
                                 const struct tl_yaml *child);

#endif
