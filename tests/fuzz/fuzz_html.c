/* HTML in UTF-8.  SPDX-License-Identifier: MIT */
#include "harness.h"

#include "mime/charset.h"
#include "text/html.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct tl_arena *arena = tl_arena_new();
    struct tl_str bytes = {(const char *)data, size};
    const struct tl_source *source = tl_source_of(arena, TL_STR("fuzz.html"), bytes);
    struct tl_text raw = tl_text_of(arena, source);
    struct tl_notices notices = {0};
    struct tl_text html = tl_charset_decode(arena, &raw, TL_STR("utf-8"), &notices);
    struct tl_reading reading = tl_html_read(arena, &html, &notices);
    fuzz_reading_check(&reading, size);
    tl_arena_free(arena);
    return 0;
}
