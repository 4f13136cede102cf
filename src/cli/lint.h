/*
 * Linting: from an input to its findings.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_CLI_LINT_H
#define TL_CLI_LINT_H

#include "cli/options.h"

/* What a run over inputs came to. */
struct tl_lint_result {
    struct tl_summary summary;
    bool has_trouble;  /* an input or a rule could not be read */
    bool has_failures; /* a finding at or above the fail level */
};

/*
 * Lints all inputs of the options and reports them on `stream`, errors and notes on standard error.
 * An input that cannot be read is trouble; the others are linted all the same.  So is a message
 * that has rules with errors: it is linted by the others only where the user asked to keep going.
 * The report is in the order of the inputs, however many threads there are.
 * Memory: that of a few inputs for each thread.
 */
struct tl_lint_result tl_lint_run(const struct tl_options *options, struct tl_rule_set *set,
                                  FILE *stream);

#endif
