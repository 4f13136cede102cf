/* SPDX-License-Identifier: MIT */
#include "cli/pool.h"

#include "base/mem.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <unistd.h>

enum { WAITING_A_THREAD = 4, MOST_THREADS = 64 };

struct slot {
    void *result;
    bool is_ready;
};

struct pool {
    pthread_mutex_t mutex;
    pthread_cond_t changed; /* a slot became ready, or free */
    struct slot *slots;     /* item i is in slot i % n_slots */
    size_t n_slots;
    size_t n_items;
    size_t next;   /* item that no thread has taken */
    size_t n_done; /* items that were handed out */
    tl_pool_work_fn *work;
    void *context;
};

size_t tl_pool_n_processors(void)
{
    long n = sysconf(_SC_NPROCESSORS_ONLN);
    return n < 1 ? 1 : (size_t)n;
}

static void *thread_main(void *argument)
{
    struct pool *pool = argument;
    pthread_mutex_lock(&pool->mutex);
    while (pool->next < pool->n_items) {
        if (pool->next >= pool->n_done + pool->n_slots) {
            pthread_cond_wait(&pool->changed, &pool->mutex);
            continue;
        }
        size_t i = pool->next++;
        pthread_mutex_unlock(&pool->mutex);
        void *result = pool->work(pool->context, i);
        pthread_mutex_lock(&pool->mutex);
        pool->slots[i % pool->n_slots] = (struct slot){result, true};
        pthread_cond_broadcast(&pool->changed);
    }
    pthread_mutex_unlock(&pool->mutex);
    return NULL;
}

/* Waits for item `i` and frees its slot. */
static void *take(struct pool *pool, size_t i)
{
    struct slot *slot = &pool->slots[i % pool->n_slots];
    pthread_mutex_lock(&pool->mutex);
    while (!slot->is_ready) {
        pthread_cond_wait(&pool->changed, &pool->mutex);
    }
    void *result = slot->result;
    slot->is_ready = false;
    pool->n_done++;
    pthread_cond_broadcast(&pool->changed);
    pthread_mutex_unlock(&pool->mutex);
    return result;
}

void tl_pool_run(size_t n_threads, size_t n_items, tl_pool_work_fn *work, tl_pool_done_fn *done,
                 void *context)
{
    pthread_t threads[MOST_THREADS];
    size_t n_started = 0;
    size_t wanted = n_threads < n_items ? n_threads : n_items;
    wanted = wanted < MOST_THREADS ? wanted : MOST_THREADS;
    struct pool pool = {
        .mutex = PTHREAD_MUTEX_INITIALIZER,
        .changed = PTHREAD_COND_INITIALIZER,
        .n_slots = wanted * WAITING_A_THREAD,
        .n_items = n_items,
        .work = work,
        .context = context,
    };
    pool.slots = tl_mem_alloc(pool.n_slots * sizeof *pool.slots);
    while (wanted > 1 && n_started < wanted &&
           pthread_create(&threads[n_started], NULL, thread_main, &pool) == 0) {
        n_started++;
    }
    for (size_t i = 0; i < n_items; i++) {
        done(context, i, n_started > 0 ? take(&pool, i) : work(context, i));
    }
    for (size_t i = 0; i < n_started; i++) {
        pthread_join(threads[i], NULL);
    }
    pthread_mutex_destroy(&pool.mutex);
    pthread_cond_destroy(&pool.changed);
    free(pool.slots);
}
