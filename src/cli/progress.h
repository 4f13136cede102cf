/*
 * A line on standard error that says how far a long run is; only on a terminal, only after two
 * seconds.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_CLI_PROGRESS_H
#define TL_CLI_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

struct tl_progress {
    bool wanted;
    bool is_shown;
    struct timespec last; /* when it was shown; at first: when the run began */
};

struct tl_progress tl_progress_begin(bool quiet);

/*
 * Shows that `n_messages` are linted, of the first `n_files` files of `all` or of the one after
 * them, not more often than is of use.
 */
void tl_progress_show(struct tl_progress *progress, size_t n_messages, size_t n_files, size_t all);

/* Takes the line away. */
void tl_progress_end(struct tl_progress *progress);

#endif
