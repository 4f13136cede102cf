/* SPDX-License-Identifier: MIT */
#include "model/raw.h"

#include "base/limits.h"
#include "text/newline.h"
#include "text/nfc.h"

/* Where the part that begins at `begin` ends: after the last line that fits, else after the last
 * character that does. */
static size_t part_end(struct tl_str text, size_t begin)
{
    if (text.len - begin <= TL_MAX_SENTENCE_BYTES) {
        return text.len;
    }
    size_t most = begin + TL_MAX_SENTENCE_BYTES;
    for (size_t end = most; end > begin; end--) {
        if (text.data[end - 1] == '\n') {
            return end;
        }
    }
    while (((unsigned char)text.data[most] & 0xC0) == 0x80) {
        most--;
    }
    return most;
}

const struct tl_letter *tl_raw_build(struct tl_arena *arena, const struct tl_letter *letter)
{
    struct tl_letter *raw = tl_arena_alloc(arena, sizeof *raw);
    *raw = *letter;
    raw->is_raw = true;
    raw->blocks = (struct tl_blocks){0};
    raw->sentences = (struct tl_sentences){0};
    raw->words = (struct tl_words){0};
    raw->dates = (struct tl_dates){0};
    raw->quotations = (struct tl_spans){0};
    raw->links = (struct tl_spans){0};
    struct tl_text text = tl_newline_text(arena, &letter->content->reading.raw);
    raw->text = tl_nfc_text(arena, &text);
    for (size_t at = 0; at < raw->text.bytes.len;) {
        size_t i = raw->blocks.len;
        struct tl_span span = {at, part_end(raw->text.bytes, at)};
        *TL_VEC_ADD(arena, &raw->sentences) = (struct tl_sentence){
            .span = span,
            .zone = TL_ZONE_BODY,
            .block = i,
        };
        *TL_VEC_ADD(arena, &raw->blocks) = (struct tl_block){
            .span = span,
            .kind = TL_LINE_TEXT,
            .zone = TL_ZONE_BODY,
            .language = letter->language,
            .first_sentence = i,
            .n_sentences = 1,
        };
        at = span.end;
    }
    return raw;
}
