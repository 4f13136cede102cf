/*
 * The tests that rules of Vale's style packs carry: `tests`, since Vale 3.24.  Each is a text, and
 * what Vale would print of it, in whole or in part.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_VALE_TEST_H
#define TL_RULES_VALE_TEST_H

#include "rules/example.h"

/*
 * Runs the tests of a rule, by this rule alone: errors are added at what failed.  A finding is the
 * line LINE:COLUMN:RULE:MESSAGE.
 *
 *     input     the text
 *     want      all lines that are printed, in order; empty for none
 *     contains  what is in them; absent: what is not
 *
 * loader  whose path is that of the rule
 */
void tl_vale_tests_run(struct tl_loader *loader, const struct tl_rule *rule,
                       const struct tl_languages *languages, struct tl_example_count *count);

#endif
