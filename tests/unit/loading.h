/*
 * Maps for tests of what reads rule files.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_TESTS_UNIT_LOADING_H
#define TL_TESTS_UNIT_LOADING_H

#include "rules/loader.h"
#include "support/letter.h"

/* A loader of a map that a text is, and the errors that it adds. */
struct reading_of {
    struct tl_loader loader;
    struct tl_errors errors;
    const struct tl_yaml *map;
};

static inline void read_map(struct reading_of *reading, const char *yaml)
{
    struct tl_error err = {0};
    *reading = (struct reading_of){
        .loader = {.arena = tl_test_arena, .path = "a.yml", .errors = &reading->errors}};
    reading->map = tl_yaml_parse(tl_test_arena, "a.yml", tl_str_of(yaml), &err);
    ck_assert_msg(reading->map != NULL, "%s", err.text);
}

#endif
