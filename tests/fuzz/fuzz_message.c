/* A whole message: parts, charsets, HTML, the letter, the rules.  SPDX-License-Identifier: MIT */
#include "harness.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct tl_arena *arena = tl_arena_new();
    struct tl_str bytes = {(const char *)data, size};
    fuzz_source_lint(arena, tl_source_of(arena, TL_STR("fuzz.eml"), bytes), NULL);
    tl_arena_free(arena);
    return 0;
}
