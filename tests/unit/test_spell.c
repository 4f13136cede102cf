/* SPDX-License-Identifier: MIT */
#include "rules/spell.h"

#include "base/limits.h"
#include "support/letter.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>

/* A folder with the dictionaries en_US, en_GB, en, eng, lt_LT, no_AA and no_BB. */
static const char *folder_make(void)
{
    const char *folder = tl_test_folder();
    static const struct {
        const char *name;
        const char *bytes;
    } files[] = {
        {"en_US.aff", "SET UTF-8\nTRY esianrtolcdugmphbyfvkw\nSFX S Y 1\nSFX S 0 s .\n"},
        {"en_US.dic", "4\nbox/S\ncolor\n\xC3\xA5k\nJune\n"},
        {"en_GB.aff", "SET UTF-8\n"},
        {"en_GB.dic", "1\ncolour\n"},
        {"en.aff", "SET UTF-8\n"},
        {"en.dic", "1\nwhilst\n"},
        {"eng.aff", "SET UTF-8\n"},
        {"eng.dic", "1\nthing\n"},
        {"lt_LT.aff", "SET ISO8859-13\nTRY aei\xE8\xFE\n"},
        {"lt_LT.dic", "2\na\xE8i\xFB\n\xFEodis\n"}, /* ačiū, žodis */
        {"alone.dic", "1\nx\n"},
        {"no_AA.aff", "SET UTF-8\nMAXCPDSUGS 2\nCOMPOUNDFLAG j\n"},
        {"no_AA.dic", "3\nsun/j\nrain/j\nelk\n"},
        {"no_BB.aff", "SET UTF-8\nMAXCPDSUGS 0\nCOMPOUNDFLAG j\n"},
        {"no_BB.dic", "3\nsun/j\nrise/j\nmoose\n"},
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        (void)tl_test_file(folder, files[i].name, tl_str_of(files[i].bytes));
    }
    return folder;
}

static struct tl_spell *spell_make(void)
{
    struct tl_spell *spell = tl_spell_new(tl_test_arena);
    tl_spell_add_folder(spell, tl_str_of(folder_make()));
    return spell;
}

static bool has(struct tl_spell *spell, const char *tag, const char *word)
{
    struct tl_spell_group *group = tl_spell_group_of(spell, tl_str_of(tag), true);
    return tl_spell_has(spell, group, tl_str_of(word));
}

START_TEST(a_word_is_in_some_dictionary_of_the_language)
{
    struct tl_spell *spell = spell_make();

    ck_assert(has(spell, "en", "box"));
    ck_assert(has(spell, "en", "boxes") == false);
    ck_assert(has(spell, "en", "boxs"));
    ck_assert(has(spell, "en", "Box"));
    ck_assert(has(spell, "en", "June"));
    ck_assert(!has(spell, "en", "june"));
    ck_assert(has(spell, "en", "colour"));
    ck_assert(has(spell, "en", "color"));
    ck_assert(has(spell, "en", "whilst"));
    ck_assert(!has(spell, "en", "thing"));
    ck_assert(has(spell, "eng", "thing"));
    ck_assert(has(spell, "en", "\xC3\x85k"));
}
END_TEST

START_TEST(a_dictionary_may_be_in_another_charset)
{
    struct tl_spell *spell = spell_make();
    struct tl_spell_group *group = tl_spell_group_of(spell, TL_STR("lt"), true);

    ck_assert(has(spell, "lt", "a\xC4\x8Di\xC5\xAB"));
    ck_assert(has(spell, "lt", "\xC5\xBDodis"));
    ck_assert(!has(spell, "lt", "zodis"));
    ck_assert(!has(spell, "lt", "\xE4\xBB\xB6"));
    struct tl_strs all = tl_spell_suggest(spell, group, tl_test_arena, TL_STR("zodis"));
    ck_assert_uint_ge(all.len, 1);
    tl_assert_str(all.items[0], "\xC5\xBEodis");
}
END_TEST

START_TEST(a_dictionary_that_is_not_there_has_no_words)
{
    struct tl_spell *spell = spell_make();

    ck_assert(!tl_spell_add(spell, TL_STR("xx_YY")));
    ck_assert(!tl_spell_add(spell, TL_STR("alone")));
    ck_assert(!tl_spell_add(spell, TL_STR("../x")));
    ck_assert(!tl_spell_add_files(spell, TL_STR("/nowhere/x.aff"), TL_STR("/nowhere/x.dic")));
    ck_assert(!tl_spell_add_files(spell, TL_STR(""), TL_STR("")));
    ck_assert(!tl_spell_group_any(tl_spell_group_of(spell, TL_STR("xx"), true)));
    ck_assert(!tl_spell_group_any(tl_spell_group_of(spell, TL_STR(""), true)));
}
END_TEST

START_TEST(of_dictionaries_with_the_same_rules_the_last_is_asked_for_more_than_plain_words)
{
    struct tl_spell *spell = spell_make();

    ck_assert(has(spell, "no", "elk"));
    ck_assert(has(spell, "no", "moose"));
    ck_assert(has(spell, "no", "sunrise"));
    ck_assert(!has(spell, "no", "sunrain"));
}
END_TEST

START_TEST(named_dictionaries_stand_alone_or_beside_those_of_the_language)
{
    struct tl_spell *spell = spell_make();
    ck_assert(tl_spell_add(spell, TL_STR("eng")));
    struct tl_spell_group *alone = tl_spell_group_of(spell, TL_STR("en"), false);

    ck_assert(tl_spell_has(spell, alone, TL_STR("thing")));
    ck_assert(!tl_spell_has(spell, alone, TL_STR("box")));
    ck_assert_ptr_eq(alone, tl_spell_group_of(spell, TL_STR("sv"), false));
    ck_assert(has(spell, "en", "thing"));
    ck_assert(has(spell, "en", "box"));
}
END_TEST

START_TEST(few_words_are_suggested_and_only_for_wrong_ones)
{
    struct tl_spell *spell = spell_make();
    struct tl_spell_group *group = tl_spell_group_of(spell, TL_STR("en"), true);

    for (int i = 0; i < 2; i++) {
        struct tl_strs all = tl_spell_suggest(spell, group, tl_test_arena, TL_STR("bxo"));
        ck_assert_uint_ge(all.len, 1);
        ck_assert(all.len <= TL_MAX_SPELL_SUGGESTIONS);
        tl_assert_str(all.items[0], "box");
    }
    ck_assert_uint_eq(tl_spell_suggest(spell, group, tl_test_arena, TL_STR("box")).len, 0);
}
END_TEST

START_TEST(what_is_too_long_is_not_asked_for)
{
    struct tl_spell *spell = spell_make();
    struct tl_spell_group *group = tl_spell_group_of(spell, TL_STR("en"), true);
    char *word = tl_arena_alloc(tl_test_arena, 5000);
    memset(word, 'x', 5000);
    struct tl_str all = {word, 5000};

    ck_assert(tl_spell_has(spell, group, all));
    ck_assert(tl_spell_has(spell, group, TL_STR("")));
    ck_assert_uint_eq(tl_spell_suggest(spell, group, tl_test_arena, all).len, 0);
    ck_assert(!tl_spell_has(spell, group, (struct tl_str){word, TL_MAX_SPELL_BYTES}));
}
END_TEST

static void *asking(void *argument)
{
    struct tl_spell *spell = argument;
    bool good = true;
    for (int i = 0; i < 300; i++) {
        char word[16];
        (void)snprintf(word, sizeof word, "box%d", i % 50);
        good = good && has(spell, "en", "boxs") && !has(spell, "en", word);
    }
    return good ? argument : NULL;
}

START_TEST(threads_may_share_it)
{
    struct tl_spell *spell = spell_make();
    pthread_t threads[4];
    for (size_t i = 0; i < 4; i++) {
        ck_assert_int_eq(pthread_create(&threads[i], NULL, asking, spell), 0);
    }
    for (size_t i = 0; i < 4; i++) {
        void *result = NULL;
        ck_assert_int_eq(pthread_join(threads[i], &result), 0);
        ck_assert_ptr_eq(result, spell);
    }
}
END_TEST

static Suite *spell_suite(void)
{
    Suite *suite = suite_create("spell");
    tl_add_tests(suite, "words", a_word_is_in_some_dictionary_of_the_language,
                 a_dictionary_may_be_in_another_charset,
                 a_dictionary_that_is_not_there_has_no_words,
                 of_dictionaries_with_the_same_rules_the_last_is_asked_for_more_than_plain_words,
                 named_dictionaries_stand_alone_or_beside_those_of_the_language,
                 few_words_are_suggested_and_only_for_wrong_ones, what_is_too_long_is_not_asked_for,
                 threads_may_share_it);
    return suite;
}
TL_TEST_MAIN(spell_suite)
