/*
 * Which parts of a rule its examples need: `tactlint --test-rules --coverage`.
 *
 * A part is an item of a list of patterns, a whole list of words (which are data), a swap, a
 * condition, a fact of `when`, a check of `checks`.  An example needs it if leaving it out changes
 * what the rule finds in that example. Inside an item nothing is tried. SPDX-License-Identifier:
 * MIT
 */
#ifndef TL_RULES_COVERAGE_H
#define TL_RULES_COVERAGE_H

#include "rules/example.h"

struct tl_coverage_count {
    size_t n_needed;
    size_t n_unneeded;
};

/*
 * Tries all parts of a rule whose examples hold: for each that no example needs, adds an error at
 * its place in the rule file.  Parts of what is not needed are not tried.
 *
 * loader  whose path is that of the rule
 *
 * Cost: the rule is loaded once for each part, and run over its examples until one changes: first
 * over those that the part matches in, so that what is needed mostly costs one run.  Of a very
 * large rule only some parts are tried (TL_MAX_COVERAGE_NODES), and an error says so.
 */
void tl_coverage_run(struct tl_loader *loader, const struct tl_rule *rule,
                     const struct tl_examples *examples, struct tl_coverage_count *count);

#endif
