/*
 * Letters as literals have them.  SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_LITERAL_FOLD_H
#define TL_RULES_LITERAL_FOLD_H

#include <stdbool.h>
#include <stdint.h>

/* A character as literals have it: the same for all that PCRE2 takes for one letter in two cases.
 */
uint32_t tl_literal_fold(uint32_t c);

/*
 * Whether folding leads all cases of a letter to one: held against PCRE2 by a test.  Of other
 * letters there may be three cases, or one that is two letters.
 */
bool tl_literal_is_foldable(uint32_t c);

#endif
