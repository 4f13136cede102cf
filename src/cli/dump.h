/*
 * --dump: what was read of the inputs, for people who debug; described in docs/dump.md.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_CLI_DUMP_H
#define TL_CLI_DUMP_H

#include "cli/options.h"

/*
 * Prints what options->dump asks for, of all messages in their order; errors on standard error.
 * Returns false where an input could not be read; the others are there all the same.
 */
bool tl_dump_run(const struct tl_options *options, struct tl_rule_set *set, FILE *stream);

#endif
