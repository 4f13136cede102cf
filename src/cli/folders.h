/*
 * Where the program's own files are.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_CLI_FOLDERS_H
#define TL_CLI_FOLDERS_H

#include "base/arena.h"

/*
 * The folder of the rules that come with the program: rules.d beside the program itself (a
 * checkout), else the one that it was installed with.  NULL where there is neither.
 *
 * program  argv[0]; without a slash it is looked up in PATH
 *
 * Borrowed from the arena.
 */
const char *tl_folders_rules(struct tl_arena *arena, const char *program);

#endif
