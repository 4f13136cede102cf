/* SPDX-License-Identifier: MIT */
#include "cli/progress.h"

#include <stdio.h>
#include <unistd.h>

enum { SECONDS_BEFORE = 2 };

struct tl_progress tl_progress_begin(bool quiet)
{
    struct tl_progress progress = {.wanted = !quiet && isatty(STDERR_FILENO) == 1};
    clock_gettime(CLOCK_MONOTONIC, &progress.last);
    return progress;
}

void tl_progress_show(struct tl_progress *progress, size_t n_messages, size_t n_files, size_t all)
{
    struct timespec now;
    if (!progress->wanted) {
        return;
    }
    clock_gettime(CLOCK_MONOTONIC, &now);
    long passed_ms = (now.tv_sec - progress->last.tv_sec) * 1000 +
                     (now.tv_nsec - progress->last.tv_nsec) / 1000000;
    if (passed_ms < (progress->is_shown ? 200 : SECONDS_BEFORE * 1000)) {
        return;
    }
    fprintf(stderr, "\rtactlint: %zu messages, %zu of %zu files\033[K", n_messages, n_files, all);
    progress->is_shown = true;
    progress->last = now;
}

void tl_progress_end(struct tl_progress *progress)
{
    if (progress->is_shown) {
        fputs("\r\033[K", stderr);
    }
}
