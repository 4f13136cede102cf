/*
 * Work on many items by several threads, with the results handed out in order.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_CLI_POOL_H
#define TL_CLI_POOL_H

#include <stddef.h>

/* Gives the next item, NULL where there are no more; called by one thread at a time, of any. */
typedef void *tl_pool_next_fn(void *context);

/* Works on an item, in any thread.  Returns the result, which `done` gets. */
typedef void *tl_pool_work_fn(void *context, void *item);

/* Takes a result; called in the caller's thread, in the order of the items. */
typedef void tl_pool_done_fn(void *context, void *result);

struct tl_pool_job {
    tl_pool_next_fn *next;
    tl_pool_work_fn *work;
    tl_pool_done_fn *done;
    void *context; /* that they get */
};

/*
 * Works on all items with up to n_threads threads.  With one thread, or one item, or where no
 * thread can be started, all is done in the caller's thread.
 * Memory: at most four items or results a thread are there at any time.
 */
void tl_pool_run(size_t n_threads, const struct tl_pool_job *job);

/* How many processors there are for this program; at least 1. */
size_t tl_pool_n_processors(void);

#endif
