/*
 * Folders of rule files.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_FOLDER_H
#define TL_RULES_FOLDER_H

#include "base/error.h"

/*
 * The names of files and folders in a folder, sorted, without those that begin with "." or "_"
 * and without pipes and devices.  Borrowed from the arena.  Returns false with err filled where it
 * cannot be read.
 */
TL_MUST_USE bool tl_folder_read(struct tl_arena *arena, const char *folder, struct tl_strs *names,
                                struct tl_error *err);

/* Whether a path is that of a folder, or of a link to one. */
bool tl_folder_is(const char *path);

#endif
