/*
 * What the fuzzing harnesses share.  Each fuzz_*.c has one LLVMFuzzerTestOneInput(); clang's
 * libFuzzer calls it with what it invents, replay.c with the content of files.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_TESTS_FUZZ_HARNESS_H
#define TL_TESTS_FUZZ_HARNESS_H

#include "rules/rule_set.h"
#include "text/line.h"

/* Reads one input; always 0.  What is wrong ends the program. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A claim that must hold for every input. */
#define fuzz_require(claim) ((claim) ? (void)0 : fuzz_fail(#claim, __FILE__, __LINE__))
_Noreturn void fuzz_fail(const char *claim, const char *file, int line);

/* The rule set of the folder TL_FUZZ_RULES, else rules.d; read once, lives as long as the program.
 */
struct tl_rule_set *fuzz_rules(void);

/* The text is well-formed UTF-8, and all of it came from within the source. */
void fuzz_text_check(const struct tl_text *text, size_t source_bytes);

/* The lines and links of a reading lie in its text, the lines in order. */
void fuzz_reading_check(const struct tl_reading *reading, size_t source_bytes);

/*
 * Reads a source, all of its parts, its letter, and runs `rule` over it; where that is NULL, the
 * rules of the letter's language over one input in eight.
 */
struct tl_rule;
void fuzz_source_lint(struct tl_arena *arena, const struct tl_source *source,
                      const struct tl_rule *rule);

#endif
