/*
 * The plainest YAML, without libyaml, which takes ten times as long: a map of lists of texts, each
 * on a line of its own, as word classes are written.
 *
 *     classes:
 *       day: # of the week
 *         - Monday
 *         - '(?:the )?weekend'
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_YAML_LISTS_H
#define TL_RULES_YAML_LISTS_H

#include "rules/yaml.h"

/*
 * Reads the value of a key of the root that stands at `offset` (bytes) in its file.
 *
 * line  of the key
 *
 * Returns the map, as libyaml would have it; texts are borrowed from the bytes.  NULL where
 * anything is written in another way, or another key comes after it: nothing is known then.
 * Cost: O(bytes).
 */
struct tl_yaml *tl_yaml_lists_read(struct tl_arena *arena, const char *path, struct tl_str bytes,
                                   size_t offset, unsigned line);

#endif
