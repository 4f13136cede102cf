/*
 * Charsets and transfer encodings: the first line is the label, the second the encoding, the rest
 * the body.  SPDX-License-Identifier: MIT
 */
#include "harness.h"

#include "mime/charset.h"
#include "mime/transfer.h"
#include "text/nfc.h"

static struct tl_str line_take(struct tl_text *text)
{
    struct tl_str bytes = text->bytes;
    size_t end = tl_str_find_char(bytes, '\n', 0);
    end = end == TL_NONE ? bytes.len : end;
    size_t next = end == bytes.len ? end : end + 1;
    *text = tl_text_slice(text, (struct tl_span){next, bytes.len});
    return tl_str_slice(bytes, 0, end);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct tl_arena *arena = tl_arena_new();
    struct tl_str bytes = {(const char *)data, size};
    struct tl_text body = tl_text_of(arena, tl_source_of(arena, TL_STR("fuzz"), bytes));
    struct tl_str label = line_take(&body);
    struct tl_str encoding = line_take(&body);
    struct tl_notices notices = {0};
    struct tl_text decoded = tl_transfer_decode(arena, &body, encoding, size, &notices);
    tl_map_check(decoded.map, size);
    struct tl_text text = tl_charset_decode(arena, &decoded, label, &notices);
    fuzz_text_check(&text, size);
    struct tl_text composed = tl_nfc_text(arena, &text);
    fuzz_text_check(&composed, size);
    tl_arena_free(arena);
    return 0;
}
