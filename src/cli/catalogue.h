/*
 * What the program says of its rules: --list-rules, --explain, --test-rules.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_CLI_CATALOGUE_H
#define TL_CLI_CATALOGUE_H

#include "cli/options.h"

/* Prints a table of all rules, or JSON where the options ask for it.  False where some could not be
 * read (said on standard error). */
bool tl_catalogue_list(struct tl_rule_set *set, const struct tl_options *options, FILE *stream);

/* The same of all about the rule options->explain, in each language that has it.  False if none
 * has. */
bool tl_catalogue_explain(struct tl_rule_set *set, const struct tl_options *options, FILE *stream);

/*
 * Runs the examples of all rules, or of those below the folder options->test_folder, and with
 * options->coverage looks for what they do not need; what fails is said on standard error, a
 * closing line on `stream`.  False where something failed; a file that cannot be read is counted,
 * too.
 */
bool tl_catalogue_test(struct tl_rule_set *set, const struct tl_options *options, FILE *stream);

#endif
