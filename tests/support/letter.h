/*
 * Letters and rules for tests: a text becomes a letter, a rule file is run over it, and what came
 * of it is shown as one string, so that a test states all of it at once.
 *
 *     tl_assert_str(tl_test_zones("Hi Ann,\nIt left.\n"), "greeting: Hi Ann,\n"
 *                                                         "body: It left.\n");
 *     tl_assert_str(tl_test_findings("extends: existence\n…", "The box was lost."), "lost");
 *
 * The languages are small ones that the tests own (letter.c): English "en", and "xx", of which only
 * three function words are known.  Everything is borrowed from the arena of the test.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_TESTS_SUPPORT_LETTER_H
#define TL_TESTS_SUPPORT_LETTER_H

#include "rules/engine.h"
#include "rules/rule_file.h"
#include "support/tl_check.h"

/* A folder that is empty; it is removed with all that is in it when the test ends. */
const char *tl_test_folder(void);

/* Writes a file in a folder; "a/b.yml" makes the folder a.  Returns its path. */
const char *tl_test_file(const char *folder, const char *name, struct tl_str bytes);

const struct tl_languages *tl_test_languages(void);
const struct tl_classes *tl_test_classes(void);

/* What the user says of a message: --channel=letter and the like. */
struct tl_facts tl_test_facts(enum tl_fact fact, unsigned value);

/* The letter that a text or message is, with nothing said about it; tl_letter_check() holds. */
const struct tl_letter *tl_test_letter(const char *text);
const struct tl_letter *tl_test_letter_of(const char *name, struct tl_str bytes,
                                          const struct tl_facts *facts);

/* A line for each block: "ZONE: text"; a line end inside a block is shown as " / ". */
struct tl_str tl_test_zones(const char *text);
struct tl_str tl_test_zones_of(const struct tl_letter *letter);

/* The sentences of a letter, a line each. */
struct tl_str tl_test_sentences(const char *text);

/* Loads a rule file "rule.yml" of English with this text; NULL where that failed. */
const struct tl_rule *tl_test_rule(const char *yaml);

/* The errors of loading it, a line each: "LINE:COLUMN: text". */
struct tl_str tl_test_rule_errors(const char *yaml);

/* The errors of any list, a line each. */
struct tl_str tl_test_errors(const struct tl_errors *errors);

/* The findings of one rule, sorted; without literals and JIT they must be the same. */
struct tl_findings tl_test_run(const char *yaml, const struct tl_letter *letter);

/* Their texts, joined by " | "; "" where there are none. */
struct tl_str tl_test_findings(const char *yaml, const char *text);

/* Their messages, joined by " | ". */
struct tl_str tl_test_messages(const char *yaml, const char *text);

#endif
