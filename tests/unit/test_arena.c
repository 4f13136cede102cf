/* SPDX-License-Identifier: MIT */
#include "base/arena.h"

#include "base/vec.h"
#include "support/tl_check.h"

#include <stdalign.h>
#include <string.h>

START_TEST(memory_is_zeroed_also_after_much_was_used)
{
    for (int i = 0; i < 3000; i++) {
        unsigned char *bytes = tl_arena_alloc(tl_test_arena, 100);
        for (int k = 0; k < 100; k++) {
            ck_assert_uint_eq(bytes[k], 0);
        }
        memset(bytes, 0xA5, 100);
    }
}
END_TEST

START_TEST(memory_is_aligned_for_any_type)
{
    for (size_t size = 0; size < 70; size++) {
        void *memory = tl_arena_alloc(tl_test_arena, size);
        ck_assert_uint_eq((uintptr_t)memory % alignof(max_align_t), 0);
    }
}
END_TEST

START_TEST(blocks_do_not_overlap)
{
    unsigned char *small = tl_arena_alloc(tl_test_arena, 10);
    unsigned char *big = tl_arena_alloc(tl_test_arena, 1000000);
    unsigned char *after = tl_arena_alloc(tl_test_arena, 10);

    memset(small, 1, 10);
    memset(big, 2, 1000000);
    memset(after, 3, 10);

    ck_assert_uint_eq(small[9], 1);
    ck_assert_uint_eq(big[0], 2);
    ck_assert_uint_eq(big[999999], 2);
    ck_assert_uint_eq(after[0], 3);
}
END_TEST

START_TEST(nothing_can_be_asked_for)
{
    void *a = tl_arena_alloc(tl_test_arena, 0);
    void *b = tl_arena_alloc(tl_test_arena, 0);

    ck_assert_ptr_nonnull(a);
    ck_assert_ptr_ne(a, b);
}
END_TEST

START_TEST(memory_that_cannot_be_had_ends_the_program)
{
    tl_arena_alloc(tl_test_arena, SIZE_MAX / 2 + 1);
}
END_TEST

START_TEST(no_arena_can_be_freed)
{
    tl_arena_free(NULL);
}
END_TEST

START_TEST(an_array_keeps_its_items_when_it_moves)
{
    TL_VEC(numbers, int);
    struct numbers numbers = {0};

    for (int i = 0; i < 1000; i++) {
        *TL_VEC_ADD(tl_test_arena, &numbers) = i;
    }

    ck_assert_uint_eq(numbers.len, 1000);
    for (int i = 0; i < 1000; i++) {
        ck_assert_int_eq(numbers.items[i], i);
    }
}
END_TEST

START_TEST(an_array_with_room_stays_where_it_is)
{
    int items[4] = {1, 2, 3, 4};
    size_t cap = 4;

    void *same = tl_arena_grow(tl_test_arena, items, 3, &cap, sizeof items[0]);

    ck_assert_ptr_eq(same, items);
    ck_assert_uint_eq(cap, 4);
}
END_TEST

START_TEST(a_long_array_keeps_its_items_when_it_moves)
{
    TL_VEC(numbers, int);
    struct numbers numbers = {0};

    for (int i = 0; i < 100000; i++) {
        *TL_VEC_ADD_LONG(tl_test_arena, &numbers) = i;
        memset(tl_arena_alloc(tl_test_arena, 1), 0xA5, 1);
    }

    for (int i = 0; i < 100000; i++) {
        ck_assert_int_eq(numbers.items[i], i);
    }
}
END_TEST

START_TEST(a_copy_of_an_array_grows_apart)
{
    TL_VEC(numbers, int);
    struct numbers numbers = {0};
    for (int i = 0; i < 8192; i++) {
        *TL_VEC_ADD(tl_test_arena, &numbers) = i;
    }
    struct numbers copy = numbers;

    *TL_VEC_ADD(tl_test_arena, &copy) = -1;

    ck_assert_int_eq(numbers.items[8191], 8191);
    ck_assert_int_eq(copy.items[8192], -1);
}
END_TEST

START_TEST(memory_keeps_its_bytes_when_it_is_resized)
{
    enum { STEP = 30000 };
    unsigned char *neighbours[8];
    unsigned char *memory = NULL;

    for (size_t i = 0; i < 8; i++) {
        memory = tl_arena_resize(tl_test_arena, memory, i * STEP, (i + 1) * STEP);
        memset(memory + i * STEP, (int)i, STEP);
        neighbours[i] = tl_arena_alloc(tl_test_arena, (i + 1) * STEP);
        memset(neighbours[i], 0xA5, (i + 1) * STEP);
    }

    for (size_t i = 0; i < 8; i++) {
        ck_assert_uint_eq(memory[i * STEP], i);
        ck_assert_uint_eq(memory[(i + 1) * STEP - 1], i);
        ck_assert_uint_eq(neighbours[i][0], 0xA5);
    }
}
END_TEST

START_TEST(a_copy_ends_in_a_nul_that_is_not_counted)
{
    char bytes[] = {'a', '\0', 'b'};
    struct tl_str copy = tl_arena_copy(tl_test_arena, (struct tl_str){bytes, 3});

    bytes[0] = 'x';

    tl_assert_str(copy, "a\0b");
    ck_assert_int_eq(copy.data[3], '\0');
}
END_TEST

START_TEST(nothing_can_be_copied)
{
    struct tl_str copy = tl_arena_copy(tl_test_arena, (struct tl_str){NULL, 0});

    ck_assert_uint_eq(copy.len, 0);
    ck_assert_int_eq(copy.data[0], '\0');
}
END_TEST

START_TEST(a_format_takes_the_length_that_it_needs)
{
    struct tl_str text =
        tl_arena_format(tl_test_arena, "%05d|%.*s|%2000s", 42, TL_STR_ARG(TL_STR("abc")), "x");

    ck_assert_uint_eq(text.len, 5 + 1 + 3 + 1 + 2000);
    tl_assert_str(tl_str_slice(text, 0, 10), "00042|abc|");
    ck_assert_int_eq(text.data[text.len], '\0');
}
END_TEST

static char order[8];

static void note_a(void *handle)
{
    (void)handle;
    order[strlen(order)] = 'a';
}

static void note_b(void *handle)
{
    (void)handle;
    order[strlen(order)] = 'b';
}

START_TEST(the_newest_handle_is_freed_first)
{
    memset(order, 0, sizeof order);
    struct tl_arena *arena = tl_arena_new();
    tl_arena_on_free(arena, note_a, NULL);
    tl_arena_on_free(arena, note_b, NULL);

    tl_arena_free(arena);

    ck_assert_str_eq(order, "ba");
}
END_TEST

static void note_inside(void *handle)
{
    order[0] = *(const char *)handle;
}

START_TEST(a_handle_may_live_in_the_arena)
{
    memset(order, 0, sizeof order);
    struct tl_arena *arena = tl_arena_new();
    char *inside = tl_arena_alloc(arena, 1);
    *inside = 'i';
    tl_arena_on_free(arena, note_inside, inside);

    tl_arena_free(arena);

    ck_assert_str_eq(order, "i");
}
END_TEST

static Suite *arena_suite(void)
{
    Suite *suite = suite_create("arena");
    tl_add_tests(suite, "alloc", memory_is_zeroed_also_after_much_was_used,
                 memory_is_aligned_for_any_type, blocks_do_not_overlap, nothing_can_be_asked_for,
                 no_arena_can_be_freed);
    TCase *too_much = tl_case(suite, "too much");
    tcase_add_exit_test(too_much, memory_that_cannot_be_had_ends_the_program, 2);
    tl_add_tests(suite, "grow", an_array_keeps_its_items_when_it_moves,
                 an_array_with_room_stays_where_it_is, a_long_array_keeps_its_items_when_it_moves,
                 a_copy_of_an_array_grows_apart, memory_keeps_its_bytes_when_it_is_resized);
    tl_add_tests(suite, "copy", a_copy_ends_in_a_nul_that_is_not_counted, nothing_can_be_copied,
                 a_format_takes_the_length_that_it_needs);
    tl_add_tests(suite, "on free", the_newest_handle_is_freed_first,
                 a_handle_may_live_in_the_arena);
    return suite;
}
TL_TEST_MAIN(arena_suite)
