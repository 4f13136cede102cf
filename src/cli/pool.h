/*
 * Work on many items by several threads, with the results handed out in order.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_CLI_POOL_H
#define TL_CLI_POOL_H

#include <stddef.h>

/* Works on item `i`, in any thread.  Returns the result, which `done` gets. */
typedef void *tl_pool_work_fn(void *context, size_t i);

/* Takes the result of item `i`; called in the caller's thread, in the order of the items. */
typedef void tl_pool_done_fn(void *context, size_t i, void *result);

/*
 * Works on the items 0 to n_items - 1 with up to n_threads threads.  With one thread, or one item,
 * or where no thread can be started, all is done in the caller's thread.
 * Memory: at most four results a thread are waiting at any time.
 */
void tl_pool_run(size_t n_threads, size_t n_items, tl_pool_work_fn *work, tl_pool_done_fn *done,
                 void *context);

/* How many processors there are for this program; at least 1. */
size_t tl_pool_n_processors(void);

#endif
