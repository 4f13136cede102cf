/* SPDX-License-Identifier: MIT */
#include "cli/letters.h"

#include "support/letter.h"

#define BOTH                                                                                       \
    "From: a@example.com\nContent-Type: multipart/alternative; boundary=b\n\n--b\n\nThe box.\n"    \
    "--b\nContent-Type: text/html\n\n<p>The lid.\n--b--\n"

static struct tl_letters letters_of(const char *name, const char *text, enum tl_choice part)
{
    struct tl_options options = {.part = part};
    struct tl_source *source = tl_source_of(tl_test_arena, tl_str_of(name), tl_str_of(text));
    return tl_letters_read(tl_test_arena, source, &options, tl_test_languages(), NULL);
}

START_TEST(a_message_is_one_letter_unless_both_parts_are_wanted)
{
    ck_assert_uint_eq(letters_of("a.eml", BOTH, TL_CHOICE_AUTO).len, 1);
    ck_assert_uint_eq(letters_of("a.txt", "The box.\n", TL_CHOICE_BOTH).len, 1);

    struct tl_letters both = letters_of("a.eml", BOTH, TL_CHOICE_BOTH);

    ck_assert_uint_eq(both.len, 2);
    tl_assert_str(both.items[0]->text.bytes, "The box.");
    tl_assert_str(both.items[1]->text.bytes, "The lid.");
}
END_TEST

START_TEST(the_ending_makes_a_template)
{
    struct tl_letters letters = letters_of("a.txt.j2", "The box.\n", TL_CHOICE_AUTO);

    ck_assert_uint_eq(letters.items[0]->facts.value[TL_FACT_KIND], TL_FACT_KIND_TEMPLATE);
}
END_TEST

START_TEST(a_language_that_nobody_knows_is_an_error)
{
    struct tl_error err;
    const struct tl_language *language = NULL;

    ck_assert(tl_letters_language("lang", TL_STR(""), tl_test_languages(), &language, &err));
    ck_assert_ptr_null(language);
    ck_assert(tl_letters_language("lang", TL_STR("en"), tl_test_languages(), &language, &err));
    tl_assert_str(language->tag, "en");
    ck_assert(!tl_letters_language("lang", TL_STR("tlh"), tl_test_languages(), &language, &err));
    tl_assert_mentions(err.text, "--lang: there is no language 'tlh'");
    tl_assert_mentions(err.text, "there are: en, xx");
}
END_TEST

static Suite *letters_suite(void)
{
    Suite *suite = suite_create("letters");
    tl_add_tests(suite, "read", a_message_is_one_letter_unless_both_parts_are_wanted,
                 the_ending_makes_a_template);
    tl_add_tests(suite, "language", a_language_that_nobody_knows_is_an_error);
    return suite;
}
TL_TEST_MAIN(letters_suite)
