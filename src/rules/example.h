/*
 * The examples of rules, and running them: `tactlint --test-rules`.
 *
 * An example of `flags` marks with [[…]] the exact span of each finding of its rule; an example of
 * `passes` has none.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_EXAMPLE_H
#define TL_RULES_EXAMPLE_H

#include "finding/finding.h"
#include "rules/key.h"
#include "rules/rule_set.h"

TL_VEC(tl_offsets, size_t);

/* An example, read once; any version of its rule can be run over its letter. */
struct tl_example {
    const struct tl_yaml *node; /* its text */
    struct tl_str name;         /* of the file that it stands for */
    struct tl_str bytes;        /* without marks */
    struct tl_spans marks;      /* of the bytes */
    struct tl_offsets cuts;     /* of the bytes, where the two of a mark were taken out */
    struct tl_facts facts;
    bool flags; /* it is one of `flags` */
    const struct tl_letter *letter;
};
TL_VEC(tl_examples, struct tl_example);

struct tl_example_count {
    size_t n_passed;
    size_t n_failed;
};

/*
 * Reads the examples of a rule; what is wrong with them is added to the errors, and counted as
 * failed: also that a rule (but not one of a style pack) has fewer than two of either kind.
 *
 * arena      of the examples and their letters
 * loader     whose path is that of the rule; its own arena is that of the errors
 * languages  all that there are
 */
struct tl_examples tl_examples_read(struct tl_arena *arena, struct tl_loader *loader,
                                    const struct tl_rule *rule,
                                    const struct tl_languages *languages,
                                    struct tl_example_count *count);

/* The letter that an example is, in the language of its rule. */
const struct tl_letter *tl_example_letter(struct tl_arena *arena, const struct tl_rule *rule,
                                          const struct tl_languages *languages,
                                          const struct tl_example *example);

/*
 * What a rule finds in an example's letter, sorted.  Cost: that of linting it.
 * arena     of the findings
 * too_hard  a pattern reached a limit
 */
struct tl_findings tl_example_findings(struct tl_arena *arena, struct tl_matcher *matcher,
                                       const struct tl_example *example, const struct tl_rule *rule,
                                       bool *too_hard);

/*
 * Runs each example as a message of its own, by this rule alone: for each finding that is not
 * marked, and each mark without a finding, adds an error at its place inside the example's text.
 * Returns whether all hold.
 */
bool tl_examples_run(struct tl_loader *loader, const struct tl_rule *rule,
                     const struct tl_examples *examples, struct tl_example_count *count);

/* The keys of an example that is a map, besides the facts. */
const struct tl_key *tl_example_keys(void);

#endif
