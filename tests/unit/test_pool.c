/* SPDX-License-Identifier: MIT */
#include "cli/pool.h"

#include "support/tl_check.h"

#include <pthread.h>

enum { N = 500 };

struct counts {
    pthread_mutex_t mutex;
    unsigned worked[N];
    size_t n_items;
    size_t n_given;
    size_t n_done;
    size_t n_waiting; /* items that were given and not handed out yet */
    size_t most_waiting;
    pthread_t caller;
};

static void *next(void *context)
{
    struct counts *counts = context;
    pthread_mutex_lock(&counts->mutex);
    void *item = counts->n_given < counts->n_items ? &counts->worked[counts->n_given++] : NULL;
    counts->n_waiting += item != NULL;
    if (counts->n_waiting > counts->most_waiting) {
        counts->most_waiting = counts->n_waiting;
    }
    pthread_mutex_unlock(&counts->mutex);
    return item;
}

static void *work(void *context, void *item)
{
    struct counts *counts = context;
    unsigned *worked = item;
    pthread_mutex_lock(&counts->mutex);
    (*worked)++;
    pthread_mutex_unlock(&counts->mutex);
    return item;
}

static void done(void *context, void *result)
{
    struct counts *counts = context;
    pthread_mutex_lock(&counts->mutex);
    ck_assert_ptr_eq(result, &counts->worked[counts->n_done]);
    ck_assert(pthread_equal(pthread_self(), counts->caller));
    counts->n_done++;
    counts->n_waiting--;
    pthread_mutex_unlock(&counts->mutex);
}

static struct counts run(size_t n_threads, size_t n_items)
{
    struct counts counts = {
        .mutex = PTHREAD_MUTEX_INITIALIZER, .n_items = n_items, .caller = pthread_self()};
    tl_pool_run(n_threads, &(struct tl_pool_job){next, work, done, &counts});
    pthread_mutex_destroy(&counts.mutex);
    return counts;
}

static const size_t thread_counts[] = {1, 2, 7, 200};

START_TEST(each_item_is_worked_on_once_and_handed_out_in_order)
{
    struct counts counts = run(thread_counts[_i], N);

    ck_assert_uint_eq(counts.n_done, N);
    for (size_t i = 0; i < N; i++) {
        ck_assert_uint_eq(counts.worked[i], 1);
    }
}
END_TEST

START_TEST(at_most_four_results_a_thread_wait)
{
    ck_assert_uint_le(run(3, N).most_waiting, 13); /* with the one that is handed out */
    ck_assert_uint_le(run(1, N).most_waiting, 1);
}
END_TEST

START_TEST(no_item_and_one_item_are_fine)
{
    ck_assert_uint_eq(run(4, 0).n_done, 0);
    ck_assert_uint_eq(run(4, 1).n_done, 1);
}
END_TEST

START_TEST(there_is_at_least_one_processor)
{
    ck_assert_uint_ge(tl_pool_n_processors(), 1);
}
END_TEST

static Suite *pool_suite(void)
{
    Suite *suite = suite_create("pool");
    TCase *tcase = tl_case(suite, "run");
    tcase_add_loop_test(tcase, each_item_is_worked_on_once_and_handed_out_in_order, 0, 4);
    tcase_add_test(tcase, at_most_four_results_a_thread_wait);
    tcase_add_test(tcase, no_item_and_one_item_are_fine);
    tl_add_tests(suite, "processors", there_is_at_least_one_processor);
    return suite;
}
TL_TEST_MAIN(pool_suite)
