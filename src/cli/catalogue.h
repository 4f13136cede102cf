/*
 * What the program says of its rules: --list-rules, --explain, --test-rules.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_CLI_CATALOGUE_H
#define TL_CLI_CATALOGUE_H

#include "cli/options.h"

/* Prints a table of all rules.  False where some could not be read (said on standard error). */
bool tl_catalogue_list(struct tl_rule_set *set, const struct tl_selection *selection, FILE *stream);

/* Prints all about the rule options->explain, in each language that has it.  False if none has. */
bool tl_catalogue_explain(struct tl_rule_set *set, const struct tl_options *options, FILE *stream);

/*
 * Runs the examples of all rules, or of those below the folder options->test_folder; what fails is
 * said on standard error, a closing line on `stream`.  False where one failed.
 */
bool tl_catalogue_test(struct tl_rule_set *set, const struct tl_options *options, FILE *stream);

#endif
