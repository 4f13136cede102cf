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
    const struct tl_pool_job *job;
    pthread_mutex_t source; /* held while an item is taken, which may take long */
    pthread_mutex_t mutex;  /* of all below */
    pthread_cond_t changed; /* a slot became ready, or free; or there are no more items */
    struct slot *slots;     /* item i is in slot i % n_slots */
    size_t n_slots;
    size_t n_taken;
    size_t n_done;  /* items that were handed out */
    bool is_over;   /* there are no more items */
    void *ahead[2]; /* items that were taken before there were threads */
};

size_t tl_pool_n_processors(void)
{
    long n = sysconf(_SC_NPROCESSORS_ONLN);
    return n < 1 ? 1 : (size_t)n;
}

/* The next item; first those that were taken ahead. */
static void *next_item(struct pool *pool)
{
    for (size_t i = 0; i < 2; i++) {
        void *item = pool->ahead[i];
        pool->ahead[i] = NULL;
        if (item != NULL) {
            return item;
        }
    }
    return pool->job->next(pool->job->context);
}

/* Waits until there is a free slot, then takes an item and its number; NULL: no more. */
static void *take_item(struct pool *pool, size_t *number)
{
    pthread_mutex_lock(&pool->source);
    pthread_mutex_lock(&pool->mutex);
    while (!pool->is_over && pool->n_taken >= pool->n_done + pool->n_slots) {
        pthread_cond_wait(&pool->changed, &pool->mutex);
    }
    bool is_over = pool->is_over;
    pthread_mutex_unlock(&pool->mutex);
    void *item = is_over ? NULL : next_item(pool);
    pthread_mutex_lock(&pool->mutex);
    *number = pool->n_taken;
    pool->n_taken += item != NULL;
    pool->is_over = item == NULL;
    pthread_cond_broadcast(&pool->changed);
    pthread_mutex_unlock(&pool->mutex);
    pthread_mutex_unlock(&pool->source);
    return item;
}

static void *thread_main(void *argument)
{
    struct pool *pool = argument;
    size_t i;
    for (void *item = take_item(pool, &i); item != NULL; item = take_item(pool, &i)) {
        void *result = pool->job->work(pool->job->context, item);
        pthread_mutex_lock(&pool->mutex);
        pool->slots[i % pool->n_slots] = (struct slot){result, true};
        pthread_cond_broadcast(&pool->changed);
        pthread_mutex_unlock(&pool->mutex);
    }
    return NULL;
}

/* Waits for the next result and frees its slot; false where there are no more. */
static bool take_result(struct pool *pool, void **result)
{
    pthread_mutex_lock(&pool->mutex);
    struct slot *slot = &pool->slots[pool->n_done % pool->n_slots];
    while (!slot->is_ready && !(pool->is_over && pool->n_done == pool->n_taken)) {
        pthread_cond_wait(&pool->changed, &pool->mutex);
    }
    bool there = slot->is_ready;
    *result = slot->result;
    *slot = (struct slot){NULL, false};
    pool->n_done += there;
    pthread_cond_broadcast(&pool->changed);
    pthread_mutex_unlock(&pool->mutex);
    return there;
}

/* All in this thread. */
static void run_alone(struct pool *pool)
{
    const struct tl_pool_job *job = pool->job;
    for (void *item = next_item(pool); item != NULL; item = next_item(pool)) {
        job->done(job->context, job->work(job->context, item));
    }
}

void tl_pool_run(size_t n_threads, const struct tl_pool_job *job)
{
    pthread_t threads[MOST_THREADS];
    size_t n_started = 0;
    size_t wanted = n_threads < MOST_THREADS ? n_threads : MOST_THREADS;
    struct pool pool = {
        .job = job,
        .source = PTHREAD_MUTEX_INITIALIZER,
        .mutex = PTHREAD_MUTEX_INITIALIZER,
        .changed = PTHREAD_COND_INITIALIZER,
        .n_slots = wanted * WAITING_A_THREAD,
    };
    pool.ahead[0] = wanted > 1 ? next_item(&pool) : NULL;
    pool.ahead[1] = pool.ahead[0] != NULL ? job->next(job->context) : NULL;
    bool is_worth_it = pool.ahead[1] != NULL;
    pool.slots = tl_mem_alloc((pool.n_slots + 1) * sizeof *pool.slots);
    while (is_worth_it && n_started < wanted &&
           pthread_create(&threads[n_started], NULL, thread_main, &pool) == 0) {
        n_started++;
    }
    if (n_started == 0) {
        run_alone(&pool);
    }
    for (void *result; n_started > 0 && take_result(&pool, &result);) {
        job->done(job->context, result);
    }
    for (size_t i = 0; i < n_started; i++) {
        pthread_join(threads[i], NULL);
    }
    pthread_mutex_destroy(&pool.source);
    pthread_mutex_destroy(&pool.mutex);
    pthread_cond_destroy(&pool.changed);
    free(pool.slots);
}
