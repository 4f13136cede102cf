/* SPDX-License-Identifier: MIT */
#include "rules/stems.h"

#include "support/letter.h"

static const char usual[] = "SET UTF-8\nTRY esianrt\nNOSUGGEST !\nONLYINCOMPOUND c\n"
                            "PFX U Y 1\nPFX U 0 un .\n"
                            "SFX D Y 3\nSFX D 0 d e\nSFX D y ied [^aeiou]y\nSFX D 0 ed [^ey]\n"
                            "SFX G Y 1\nSFX G e ing [^ei]e\n";
static const char words[] = "9\nask/DG\ncare/DG\ntry/D\nable/U\nJune\niPad\nth/c\ndamn/!\n"
                            "bad/xD\n";

static const struct tl_stems *stems_of(const char *aff, const char *dic)
{
    const char *folder = tl_test_folder();
    const char *aff_path = tl_test_file(folder, "x.aff", tl_str_of(aff));
    return tl_stems_read(tl_test_arena, aff_path, tl_test_file(folder, "x.dic", tl_str_of(dic)));
}

static bool has(const struct tl_stems *stems, const char *word)
{
    return tl_stems_has(stems, tl_str_of(word));
}

START_TEST(words_and_their_forms_are_known)
{
    static const char *const right[] = {"ask",    "asked", "Asked", "cared", "caring",  "tried",
                                        "unable", "June",  "iPad",  "damn",  "care-ask"};
    const struct tl_stems *stems = stems_of(usual, words);

    for (size_t i = 0; i < sizeof right / sizeof *right; i++) {
        ck_assert_msg(has(stems, right[i]), "%s", right[i]);
    }
}
END_TEST

START_TEST(conditions_and_capitals_are_of_characters_not_of_bytes)
{
    const struct tl_stems *stems =
        stems_of("SET UTF-8\nCOMPOUNDRULE 1\nCOMPOUNDRULE j*\nSFX J Y 3\nSFX J ra r [^ö]ra\n"
                 "SFX J a er [åö]na\nSFX J 0 r .ta\n",
                 "4\nhöra/J\nära/J\nlöna/J\nhämta/jJ\n");

    ck_assert(has(stems, "är"));
    ck_assert(has(stems, "Är"));
    ck_assert(has(stems, "löner"));
    ck_assert(has(stems, "Hämtar"));
    ck_assert(!has(stems, "hör"));
    ck_assert(!has(stems, "ÄR"));
}
END_TEST

START_TEST(what_a_flag_forbids_it_forbids_whatever_else_it_says)
{
    const struct tl_stems *stems = stems_of(
        "SET UTF-8\nONLYINCOMPOUND j\nCOMPOUNDRULE 1\nCOMPOUNDRULE j*\n", "2\nask/j\ncare\n");

    ck_assert(!has(stems, "ask"));
    ck_assert(has(stems, "care"));
}
END_TEST

START_TEST(an_entry_that_needs_more_or_lacks_the_affix_does_not_hide_another)
{
    const struct tl_stems *stems =
        stems_of("SET UTF-8\nONLYINCOMPOUND Z\nFORBIDDENWORD %\nNEEDAFFIX N\nCOMPOUNDRULE 1\n"
                 "COMPOUNDRULE Z*\nSFX R Y 1\nSFX R 0 r .\nSFX D Y 1\nSFX D 0 ar .\n",
                 "8\npay/R\npayr/Z\nhag/D\nhaga/Z\nned/N\nnedr/%Z\nnoa/N\nnoa/R\n");

    ck_assert(has(stems, "payr"));
    ck_assert(has(stems, "hagar"));
    ck_assert(has(stems, "noa"));
    ck_assert(!has(stems, "haga"));
    ck_assert(!has(stems, "ned"));
    ck_assert(!has(stems, "nedr"));
}
END_TEST

START_TEST(of_others_nothing_is_said)
{
    static const char *const others[] = {
        "asking", "careed", "tryed",   "unask", "june",  "IPad", "ASK",    "th",
        "bad",    "baded",  "a",       "",      "ask's", "'ask", "ask1",   "ask-ask-1",
        "-ask",   "ask-",   "ask ask", "as",    "askx",  "ed",   "xtried", "JUNE-ASK"};
    const struct tl_stems *stems = stems_of(usual, words);

    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        ck_assert_msg(!has(stems, others[i]), "%s", others[i]);
    }
}
END_TEST

START_TEST(files_may_begin_with_a_mark_of_byte_order)
{
    ck_assert(has(stems_of("\xEF\xBB\xBFSET UTF-8\n", "\xEF\xBB\xBF"
                                                      "1\nelk\n"),
                  "elk"));
}
END_TEST

START_TEST(what_only_suggestions_need_is_no_difference_of_rules)
{
    const struct tl_stems *stems = stems_of(usual, words);
    const struct tl_stems *same = stems_of("SET UTF-8\nCOMPOUNDFLAG j\n", "1\nelk\n");

    ck_assert(tl_stems_share_rules(
        same, stems_of("SET UTF-8\n# elks\nMAXCPDSUGS 2\nCOMPOUNDFLAG j\n", "1\nmoose\n")));
    ck_assert(!tl_stems_share_rules(same, stems));
    ck_assert(!tl_stems_share_rules(same, NULL));
    ck_assert(!tl_stems_share_rules(stems_of("SET ISO8859-1\n", "1\nelk\n"),
                                    stems_of("SET ISO8859-1\n", "1\nmoose\n")));
}
END_TEST

START_TEST(a_dictionary_with_unusual_rules_is_left_alone)
{
    static const char *const rules[] = {"FLAG long\n", "FLAG num\n",        "AF 1\nAF AB\n",
                                        "LANG hu\n",   "COMPLEXPREFIXES\n", "ICONV 1\nICONV a b\n",
                                        "IGNORE a\n",  "CHECKSHARPS\n",     "SFX A Y\n"};
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        ck_assert_msg(stems_of(rules[i], words) == NULL, "%s", rules[i]);
    }
    ck_assert_ptr_null(stems_of(usual, "word\n"));
    ck_assert_ptr_null(tl_stems_read(tl_test_arena, "/no/such.aff", "/no/such.dic"));
}
END_TEST

START_TEST(affixes_with_affixes_of_their_own_do_not_count)
{
    const struct tl_stems *stems =
        stems_of("SET UTF-8\nSFX A Y 2\nSFX A 0 s/B .\nSFX A 0 t .\n", "1\nask/A\n");

    ck_assert(has(stems, "askt"));
    ck_assert(!has(stems, "asks"));
}
END_TEST

START_TEST(a_word_counts_only_with_all_of_its_entries)
{
    const struct tl_stems *stems = stems_of(usual, "3\nask/DG\nask/xD\ncare\n");

    ck_assert(!has(stems, "ask"));
    ck_assert(!has(stems, "asked"));
    ck_assert(has(stems, "care"));
}
END_TEST

START_TEST(breaks_of_the_dictionary_are_left_to_hunspell)
{
    ck_assert(!has(stems_of("SET UTF-8\nBREAK 0\n", words), "June-iPad"));
}
END_TEST

static Suite *stems_suite(void)
{
    Suite *suite = suite_create("stems");
    tl_add_tests(suite, "words", words_and_their_forms_are_known,
                 conditions_and_capitals_are_of_characters_not_of_bytes,
                 what_a_flag_forbids_it_forbids_whatever_else_it_says, of_others_nothing_is_said,
                 an_entry_that_needs_more_or_lacks_the_affix_does_not_hide_another,
                 files_may_begin_with_a_mark_of_byte_order,
                 what_only_suggestions_need_is_no_difference_of_rules,
                 a_dictionary_with_unusual_rules_is_left_alone,
                 affixes_with_affixes_of_their_own_do_not_count,
                 a_word_counts_only_with_all_of_its_entries,
                 breaks_of_the_dictionary_are_left_to_hunspell);
    return suite;
}
TL_TEST_MAIN(stems_suite)
