/*
 * From what the user named to the files that are linted.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_CLI_WALK_H
#define TL_CLI_WALK_H

#include "base/error.h"

/*
 * Adds a file, or the files below a folder whose endings are known, sorted by name, hidden ones and
 * symbolic links to folders left out.  Of a Maildir (a folder with the folders cur and new), all
 * files in those two are added, whatever their ending, and the Maildirs inside it, hidden or not.
 *
 * files   paths, and "-" for standard input
 * errors  get what could not be read: the rest is there
 *
 * A file that is named itself is added whatever its ending, and even if it does not exist: the
 * attempt to read it will say so.  Cost: O(files).
 */
void tl_walk_add(struct tl_arena *arena, struct tl_str path, struct tl_strs *files,
                 struct tl_errors *errors);

/* Whether a path is that of a file in cur or new of a Maildir: a mail. */
bool tl_walk_is_in_maildir(struct tl_str path);

#endif
