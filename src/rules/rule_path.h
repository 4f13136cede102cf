/*
 * Files that a rule names.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_RULE_PATH_H
#define TL_RULES_RULE_PATH_H

#include "rules/loader.h"

/*
 * The path of a file or folder that a rule names: from the root, beside the rule file, or in the
 * folder of styles around it.  "" where there is none.  Borrowed from the loader's arena.
 */
struct tl_str tl_rule_path(const struct tl_loader *loader, struct tl_str name);

#endif
