/*
 * The configuration: `.tactlint.yml` beside the messages or in a folder above them.
 *
 *     channel: letter            # any of these options by its long name
 *     rules: house-rules         # relative to the file
 *     disable: [canned-phrase]
 *     levels:
 *       cta-missing: error
 *       overexcited: off
 *
 * The command line wins over it; lists of both are joined.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_CLI_CONFIG_H
#define TL_CLI_CONFIG_H

#include "cli/options.h"

/*
 * Reads the configuration that a command line calls for into `options`.
 *
 * asked    the command line: its --config, --no-config and first input decide; for standard input
 *          the folder of --stdin-name, where it has one, else the current folder
 * options  the defaults, on which the command line is put afterwards
 *
 * Returns false with err filled (its place in the file) where the file cannot be read or makes no
 * sense.  Where there is none, nothing happens.  Strings are borrowed from the arena.
 */
TL_MUST_USE bool tl_config_read(struct tl_arena *arena, const struct tl_options *asked,
                                struct tl_options *options, struct tl_error *err);

#endif
