/*
 * Verbs of PCRE2 at the start of a pattern that set how all of it is matched: "(*UTF)",
 * "(*LIMIT_MATCH=…)". SPDX-License-Identifier: MIT
 */
#ifndef TL_BASE_REGEX_VERB_H
#define TL_BASE_REGEX_VERB_H

#include "base/str.h"

/* Whether a pattern begins with one; "(*SKIP)" and the like, which are parts of a pattern, are
 * none. */
bool tl_regex_has_verb(struct tl_str pattern);

#endif
