/*
 * Headers: the input is a header; each field is read as text with encoded words and as a value with
 * parameters.  SPDX-License-Identifier: MIT
 */
#include "harness.h"

#include "mime/field.h"
#include "mime/param.h"
#include "mime/word.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct tl_arena *arena = tl_arena_new();
    struct tl_str bytes = {(const char *)data, size};
    struct tl_text header = tl_text_of(arena, tl_source_of(arena, TL_STR("fuzz"), bytes));
    struct tl_notices notices = {0};
    struct tl_fields fields = {0};
    size_t body = tl_fields_parse(arena, &header, &fields, &notices);
    fuzz_require(body <= size);
    for (size_t i = 0; i < fields.len; i++) {
        struct tl_text text = tl_word_decode(arena, &fields.items[i].body, &notices);
        fuzz_text_check(&text, size);
        struct tl_valued valued = tl_param_parse(arena, fields.items[i].body.bytes);
        fuzz_require(valued.value.len <= size);
    }
    struct tl_text text = tl_word_decode(arena, &header, &notices);
    fuzz_text_check(&text, size);
    tl_arena_free(arena);
    return 0;
}
