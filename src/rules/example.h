/*
 * The examples of rules, and running them: `tactlint --test-rules`.
 *
 * An example of `flags` marks with [[…]] the exact span of each finding of its rule; an example of
 * `passes` has none.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_EXAMPLE_H
#define TL_RULES_EXAMPLE_H

#include "rules/key.h"
#include "rules/rule_set.h"

struct tl_example_count {
    size_t n_passed;
    size_t n_failed;
};

/*
 * Runs the examples of a rule: each is linted as a message of its own, by this rule alone.
 *
 * languages  all that there are
 * errors     get an error for each example that fails, at its place in the rule file, and for a
 * rule that has fewer than two examples of either kind
 *
 * Cost: that of linting the examples.
 */
void tl_example_run_all(struct tl_arena *arena, const struct tl_rule *rule,
                        const struct tl_languages *languages, struct tl_errors *errors,
                        struct tl_example_count *count);

/* The keys of an example that is a map, besides the facts. */
const struct tl_key *tl_example_keys(void);

#endif
