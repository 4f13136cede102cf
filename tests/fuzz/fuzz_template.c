/*
 * Templates: bit 0 of the first byte says HTML, bit 1 that every dialect is read.
 * SPDX-License-Identifier: MIT
 */
#include "harness.h"

#include "mime/charset.h"
#include "text/front_matter.h"
#include "text/html.h"
#include "text/plain.h"
#include "text/template.h"
#include "text/template_dialect.h"

static void tags_check(const struct tl_template *template, size_t source_bytes)
{
    for (size_t i = 0; i < template->tags.len; i++) {
        struct tl_span source = template->tags.items[i].source;
        fuzz_require(source.begin < source.end && source.end <= source_bytes);
        fuzz_require(i == 0 || template->tags.items[i - 1].source.end <= source.begin);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct tl_arena *arena = tl_arena_new();
    unsigned flags = size > 0 ? data[0] : 0;
    struct tl_str bytes = {(const char *)data, size};
    struct tl_text raw = tl_text_of(arena, tl_source_of(arena, TL_STR("fuzz.txt"), bytes));
    raw = tl_text_slice(&raw, (struct tl_span){size > 0, size});
    struct tl_notices notices = {0};
    struct tl_text text = tl_charset_decode(arena, &raw, TL_STR("utf-8"), &notices);
    struct tl_front_matter front = tl_front_matter_find(text.bytes);
    fuzz_require(front.bytes <= text.bytes.len && front.subject.begin <= front.subject.end &&
                 front.subject.end <= front.bytes);

    struct tl_template template = {.dialects = tl_dialects_of(TL_STR(""), text.bytes)};
    template.dialects = flags & 2 ? ~0U : template.dialects;
    struct tl_text masked = tl_template_mask(arena, &text, flags & 1, &template, &notices);
    fuzz_text_check(&masked, size);
    tags_check(&template, size);
    struct tl_reading reading = flags & 1 ? tl_html_read(arena, &masked, &notices)
                                          : tl_plain_read(arena, &masked, false, false);
    fuzz_reading_check(&reading, size);
    (void)tl_template_show(arena, &template, &reading.text,
                           (struct tl_span){0, reading.text.bytes.len});
    for (size_t i = 0; i < notices.len; i++) {
        fuzz_require(notices.items[i].span.end <= size);
    }
    tl_arena_free(arena);
    return 0;
}
