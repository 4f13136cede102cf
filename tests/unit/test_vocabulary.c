/* SPDX-License-Identifier: MIT */
#include "rules/vocabulary.h"

#include "rules/rule_set.h"
#include "support/letter.h"

#define EXISTENCE "extends: existence\nmessage: \"%s\"\n"

static void write(const char *folder, const char *name, const char *text)
{
    (void)tl_test_file(folder, name, tl_str_of(text));
}

static const char *folder_make(void)
{
    const char *folder = tl_test_folder();
    write(folder, "S/R.yml", EXISTENCE "tokens: ['b\\w+']\n");
    write(folder, "S/T.yml", EXISTENCE "tokens: ['b\\w+']\nvocab: false\n");
    write(folder, "config/vocabularies/Base/accept.txt",
          "\xEF\xBB\xBF# a comment\n\nbag\r\n  Big Box  \n(?i)bin\nba[rt]s\n");
    write(folder, "config/vocabularies/Base/reject.txt", "blob\n");
    write(folder, "Vocab/Old/accept.txt", "bell\n");
    return folder;
}

/* The findings of the rules of a folder and vocabularies in a text: "Rule: message, …". */
static struct tl_str found_in(const char *folder, const char *names, const char *text)
{
    struct tl_rule_set *set = tl_rule_set_new(tl_test_arena);
    struct tl_buf out = tl_buf_in(tl_test_arena);
    struct tl_findings findings = {0};
    bool good = tl_rule_set_add_styles(set, folder);
    good = good && tl_rule_set_add_vocabulary(set, tl_str_of(names));
    const struct tl_rules *rules = tl_rule_set_rules(set, NULL);
    if (!good || tl_rule_set_errors(set)->len > 0) {
        const struct tl_error *err = &tl_rule_set_errors(set)->items[0];
        return tl_arena_format(tl_test_arena, "%u:%u: %s", err->line, err->column, err->text);
    }
    struct tl_engine *engine =
        tl_engine_new(tl_test_arena, tl_matcher_new(tl_test_arena), tl_test_letter(text), 0);
    for (size_t i = 0; i < rules->len; i++) {
        size_t first = findings.len;
        tl_engine_run(engine, &rules->items[i], &findings);
        for (size_t k = first; k < findings.len; k++) {
            tl_buf_add_format(&out, "%s%.*s: %s", out.len == 0 ? "" : ", ",
                              TL_STR_ARG(rules->items[i].id), findings.items[k].message.data);
        }
    }
    return tl_buf_str(&out);
}

START_TEST(what_is_accepted_is_an_exception)
{
    tl_assert_str(found_in(folder_make(), "Base", "A bag, a BIN, bats, box.\n"),
                  "S.R: box, S.T: bag, S.T: bats, S.T: box");
}
END_TEST

START_TEST(a_word_of_an_accepted_phrase_is_an_exception)
{
    tl_assert_str(found_in(folder_make(), "Base", "A Big Box, a box.\n"), "S.R: box, S.T: box");
}
END_TEST

START_TEST(what_is_accepted_is_written_so)
{
    const char *folder = tl_test_folder();
    write(folder, "S/R.yml", EXISTENCE "tokens: [q]\n");
    write(folder, "config/vocabularies/V/accept.txt", "GitHub\n\xC3\x85land\nx.*\n");

    tl_assert_str(found_in(folder, "V", "On github, GitHub, \xC3\xA5land.\n"),
                  "Vale.Terms: Use 'GitHub' instead of 'github'., "
                  "Vale.Terms: Use '\xC3\x85land' instead of '\xC3\xA5land'.");
}
END_TEST

START_TEST(what_is_rejected_is_found)
{
    tl_assert_str(found_in(folder_make(), "Base", "A BLOB.\n"), "Vale.Avoid: Avoid using 'BLOB'.");
}
END_TEST

START_TEST(a_vocabulary_may_lie_where_it_did_before)
{
    tl_assert_str(found_in(folder_make(), "Old", "A bell.\n"), "S.T: bell");
}
END_TEST

START_TEST(a_large_vocabulary_works)
{
    const char *folder = tl_test_folder();
    struct tl_buf terms = tl_buf_in(tl_test_arena);
    for (int i = 0; i < 5000; i++) {
        tl_buf_add_format(&terms, "Term%d\n", i);
    }
    write(folder, "S/R.yml", EXISTENCE "tokens: ['Term\\d+']\n");
    write(folder, "config/vocabularies/V/accept.txt", tl_buf_str(&terms).data);
    write(folder, "config/vocabularies/V/reject.txt", tl_buf_str(&terms).data);

    tl_assert_str(found_in(folder, "V", "A Term4999, a Term5000, a term77.\n"),
                  "S.R: Term5000, Vale.Terms: Use 'Term77' instead of 'term77'., "
                  "Vale.Avoid: Avoid using 'term77'., Vale.Avoid: Avoid using 'Term4999'.");
}
END_TEST

START_TEST(an_unknown_vocabulary_is_an_error)
{
    const char *folder = folder_make();

    tl_assert_str(found_in(folder, "Bsae", "A.\n"),
                  "0:0: --vocab: there is no vocabulary 'Bsae'; did you mean 'Base'?");
    tl_assert_mentions(found_in(folder, "Quite other", "A.\n").data,
                       "there is no vocabulary 'Quite other' in '");
    tl_assert_mentions(found_in(folder, "../vocabularies/Base", "A.\n").data,
                       "there is no vocabulary");
}
END_TEST

START_TEST(a_broken_pattern_is_said_at_its_line)
{
    const char *folder = folder_make();
    write(folder, "config/vocabularies/Bad/accept.txt", "fine\n\n(bad\n");

    tl_assert_str(found_in(folder, "Bad", "A.\n"),
                  "3:5: the pattern does not compile: missing closing parenthesis");
}
END_TEST

static Suite *vocabulary_suite(void)
{
    Suite *suite = suite_create("vocabulary");
    tl_add_tests(suite, "accept", what_is_accepted_is_an_exception,
                 a_word_of_an_accepted_phrase_is_an_exception, what_is_accepted_is_written_so,
                 a_vocabulary_may_lie_where_it_did_before, a_large_vocabulary_works);
    tl_add_tests(suite, "reject", what_is_rejected_is_found);
    tl_add_tests(suite, "errors", an_unknown_vocabulary_is_an_error,
                 a_broken_pattern_is_said_at_its_line);
    return suite;
}
TL_TEST_MAIN(vocabulary_suite)
