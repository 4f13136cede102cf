/*
 * Plain text: bit 0 of the first byte says format=flowed, bit 1 DelSp=yes.
 * SPDX-License-Identifier: MIT
 */
#include "harness.h"

#include "mime/charset.h"
#include "text/plain.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct tl_arena *arena = tl_arena_new();
    unsigned flags = size > 0 ? data[0] : 0;
    struct tl_str bytes = {(const char *)data, size};
    struct tl_text raw = tl_text_of(arena, tl_source_of(arena, TL_STR("fuzz.txt"), bytes));
    raw = tl_text_slice(&raw, (struct tl_span){size > 0, size});
    struct tl_notices notices = {0};
    struct tl_text text = tl_charset_decode(arena, &raw, TL_STR("utf-8"), &notices);
    struct tl_reading reading = tl_plain_read(arena, &text, flags & 1, flags & 2);
    fuzz_reading_check(&reading, size);
    tl_arena_free(arena);
    return 0;
}
