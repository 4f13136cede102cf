/* SPDX-License-Identifier: MIT */
#include "base/hash.h"

#include "support/tl_check.h"

START_TEST(it_is_that_of_the_norm)
{
    ck_assert_uint_eq(tl_hash_add(TL_HASH_BASIS, TL_STR("")), 0x811c9dc5);
    ck_assert_uint_eq(tl_hash_add(TL_HASH_BASIS, TL_STR("a")), 0xe40c292c);
    ck_assert_uint_eq(tl_hash_add(TL_HASH_BASIS, TL_STR("foobar")), 0xbf9cf968);
    ck_assert_uint_eq(tl_hash_byte(TL_HASH_BASIS, 'a'), 0xe40c292c);
}
END_TEST

static Suite *hash_suite(void)
{
    Suite *suite = suite_create("hash");
    tl_add_tests(suite, "bytes", it_is_that_of_the_norm);
    return suite;
}
TL_TEST_MAIN(hash_suite)
