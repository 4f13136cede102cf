/*
 * Reading a rule file.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_RULE_FILE_H
#define TL_RULES_RULE_FILE_H

#include "rules/key.h"
#include "rules/rule.h"

/*
 * Reads the rule of the file `loader->path`.
 *
 * id        what it is called: the file's name without its ending
 * language  the folder that it lies in
 *
 * Returns false after having added errors to the loader; all unknown keys of a file are reported.
 */
bool tl_rule_file_load(struct tl_loader *loader, struct tl_str id, struct tl_str language,
                       struct tl_rule *rule);

/* The same of the map of a file that was read, which must live as long as the rule. */
bool tl_rule_load(struct tl_loader *loader, const struct tl_yaml *map, struct tl_str id,
                  struct tl_str language, struct tl_rule *rule);

/* The keys of a rule besides those of checks; those that a rule with `checks` has for them all. */
const struct tl_key *tl_rule_file_keys(void);
const struct tl_key *tl_rule_file_shared_keys(void);

#endif
