/*
 * `action` of a check, Vale's: what mends a finding, as suggestions.
 *
 *     replace    the params are the wordings
 *     remove     what was found is to be left out: an empty suggestion
 *     edit       the text that was found, changed: [regex, pattern, replacement], [trim, signs],
 *                [trim_left, signs], [trim_right, signs], [truncate, separator],
 *                [split, separator, index]
 *     suggest, convert    what the kind suggests; nothing more
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_ACTION_H
#define TL_RULES_ACTION_H

#include "rules/engine.h"
#include "rules/key.h"

struct tl_rule_action;

/*
 * Reads `action` of a check; NULL where there is none, or where it does nothing.  Borrowed from the
 * loader's arena.  Returns false after having added errors to the loader.
 */
bool tl_action_load(struct tl_loader *loader, const struct tl_yaml *map,
                    const struct tl_rule_action **action);

/*
 * Adds what the action suggests for a text that was found to what the kind has said.  Wordings
 * become the second argument of a message that has only one.  Cost: bounded by the engine's limits.
 */
void tl_action_suggest(struct tl_engine *engine, const struct tl_rule_action *action,
                       struct tl_str found, struct tl_said *said);

/* The keys of an action. */
const struct tl_key *tl_action_keys(void);

#endif
