/*
 * Where a part of a YAML scalar stands in its file, whatever the style in which it is written:
 * plain, in quotes, or as a block, literal or folded.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_YAML_PLACE_H
#define TL_RULES_YAML_PLACE_H

#include "rules/yaml.h"

struct tl_yaml_place {
    unsigned line;   /* from 1 */
    unsigned column; /* from 1, in code points */
};

/*
 * The place of a byte of the scalar's text; at `offset` == length, the place after the last one.
 * Exact for all but white space: of a folded line end or an indentation, some place beside it.
 * Cost: O(offset).
 */
struct tl_yaml_place tl_yaml_locate(const struct tl_yaml *node, size_t offset);

#endif
