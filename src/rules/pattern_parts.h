/*
 * Alternatives put together to a regex: in parts that are looked for and compiled one by one, so
 * that a letter costs only those whose literals it has; long word classes are taken apart and
 * shared by all regexes.  SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_PATTERN_PARTS_H
#define TL_RULES_PATTERN_PARTS_H

#include "rules/loader.h"

/* What is put around a list of alternatives. */
struct tl_pattern_frame {
    struct tl_str before;
    struct tl_str after;
};

/* The text of all alternatives in their frame.  Borrowed from the loader's arena. */
struct tl_str tl_pattern_join(const struct tl_loader *loader, const struct tl_strs *texts,
                              struct tl_pattern_frame frame);

/* A regex of one part.  Borrowed from the loader's arena; not compiled yet. */
const struct tl_regex *tl_pattern_whole(const struct tl_loader *loader, const struct tl_strs *texts,
                                        struct tl_pattern_frame frame);

/*
 * A regex of alternatives, in parts where that finds the same.  Borrowed from the loader's arena;
 * not compiled yet.  Cost: O(length of the alternatives), and of each word class once.
 */
const struct tl_regex *tl_pattern_assemble(const struct tl_loader *loader,
                                           const struct tl_strs *texts,
                                           struct tl_pattern_frame frame);

#endif
