/*
 * Levels of findings, from mild to grave.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_FINDING_LEVEL_H
#define TL_FINDING_LEVEL_H

#include "base/str.h"

enum tl_level {
    TL_LEVEL_NOTE,    /* it could be better; Vale's "suggestion" */
    TL_LEVEL_WARNING, /* it breaks a guideline */
    TL_LEVEL_ERROR,   /* do not send this */
    TL_LEVEL_NEVER,   /* above all findings: for thresholds */
};

/* "note", "warning", "error", "never"; lives as long as the program. */
const char *tl_level_name(enum tl_level level);

/* Finds a level by its name; also "suggestion".  False where there is none. */
bool tl_level_find(struct tl_str name, enum tl_level *level);

#endif
