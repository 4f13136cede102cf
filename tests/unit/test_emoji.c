/* SPDX-License-Identifier: MIT */
#include "model/emoji.h"

#include "support/tl_check.h"

/* A text, and what of it is passed over from its beginning. */
static const struct {
    const char *text;
    const char *passed;
} table[] = {
    {" :) We", " :)"},
    {" \xF0\x9F\x98\x8A\xE2\x9D\xA4\xEF\xB8\x8F \xF0\x9F\x98\x8A",
     " \xF0\x9F\x98\x8A\xE2\x9D\xA4\xEF\xB8\x8F \xF0\x9F\x98\x8A"},
    {" :)so", ""},
    {":)", ""},
    {" : 4", ""},
    {" ", ""},
    {"", ""},
};

START_TEST(emoji_after_a_space_are_passed_over)
{
    struct tl_str text = tl_str_of(table[_i].text);

    size_t end = tl_emoji_skip(text, 0, text.len);

    tl_assert_same(tl_str_slice(text, 0, end), tl_str_of(table[_i].passed));
}
END_TEST

static Suite *emoji_suite(void)
{
    Suite *suite = suite_create("emoji");
    TCase *tests = tcase_create("skip");
    tcase_add_loop_test(tests, emoji_after_a_space_are_passed_over, 0,
                        (int)(sizeof table / sizeof *table));
    suite_add_tcase(suite, tests);
    return suite;
}
TL_TEST_MAIN(emoji_suite)
