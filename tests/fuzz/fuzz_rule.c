/*
 * A rule file, run over a letter and its examples where it is one; and the same as a language file.
 * Both are read from a file, so the input is written to one.  SPDX-License-Identifier: MIT
 */
#include "harness.h"

#include "rules/coverage.h"
#include "rules/language_file.h"
#include "rules/rule_file.h"
#include "rules/vale_test.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static const char letter[] = "Subject: Your order 4411\n"
                             "To: ann@example.com\n"
                             "Content-Type: text/plain; charset=utf-8\n"
                             "\n"
                             "Dear Ann,\n\n"
                             "We are sorry for the delay. The box left today, on 3 May; it costs "
                             "12 euro. Will you be in?\n\n"
                             "- Please sign here.\n- Read http://example.com/x first.\n\n"
                             "Kind regards,\nJo Doe\n-- \nThe shop\n";

enum { MOST_FOR_EXAMPLES = 2048 }; /* bytes of a rule file: its parts are tried one by one */

static char path[64];

static void path_remove(void)
{
    (void)unlink(path);
}

/* Puts the bytes into the file of this run. */
static void file_write(const uint8_t *data, size_t size)
{
    if (path[0] == '\0') {
        (void)snprintf(path, sizeof path, "/tmp/tactlint-fuzz-XXXXXX");
        int fd = mkstemp(path);
        fuzz_require(fd >= 0 && close(fd) == 0 && atexit(path_remove) == 0);
    }
    FILE *file = fopen(path, "wb");
    fuzz_require(file != NULL);
    fuzz_require(fwrite(data, 1, size, file) == size);
    fuzz_require(fclose(file) == 0);
}

/* Runs the examples of a rule that are in its own file, and tries its parts. */
static void examples_run(struct tl_arena *arena, const struct tl_rule *rule)
{
    struct tl_errors errors = {0};
    struct tl_languages languages = {0};
    struct tl_example_count examples = {0};
    struct tl_coverage_count parts = {0};
    struct tl_loader loader = {.arena = arena, .path = path, .errors = &errors};
    struct tl_examples all = tl_examples_read(arena, &loader, rule, &languages, &examples);
    if (tl_examples_run(&loader, rule, &all, &examples)) {
        tl_coverage_run(&loader, rule, &all, &parts);
    }
    tl_vale_tests_run(&loader, rule, &languages, &examples);
    fuzz_require((errors.len > 0) == (examples.n_failed + parts.n_unneeded > 0));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    file_write(data, size);
    struct tl_arena *arena = tl_arena_new();
    struct tl_errors errors = {0};
    struct tl_classes classes = {0};
    struct tl_loader loader = {
        .arena = arena, .path = path, .errors = &errors, .classes = &classes};
    struct tl_rule rule = {.limit = 0};
    if (tl_rule_file_load(&loader, TL_STR("fuzz"), TL_STR("en"), &rule)) {
        fuzz_require(errors.len == 0);
        struct tl_str bytes = TL_STR(letter);
        fuzz_source_lint(arena, tl_source_of(arena, TL_STR("letter.eml"), bytes), &rule);
        if (size < MOST_FOR_EXAMPLES) {
            examples_run(arena, &rule);
        }
    } else {
        fuzz_require(errors.len > 0);
    }
    struct tl_language language = {.tag = TL_STR("xx")};
    (void)tl_language_file_load(&loader, TL_STR("xx"), &language, &classes,
                                &(struct tl_classes){NULL, 0, 0});
    tl_arena_free(arena);
    return 0;
}
