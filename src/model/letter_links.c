/* SPDX-License-Identifier: MIT */
#include "model/letter_links.h"

#include "model/word_kind.h"

static size_t source_of(const struct tl_letter *letter, size_t at)
{
    return tl_text_source(&letter->text, (struct tl_span){at, at}).begin;
}

/* The last sentence that begins at or before a place of the source.  The subject, which is first,
 * stands in the head of a mail. */
static size_t sentence_at(const struct tl_letter *letter, size_t source)
{
    size_t low = 0;
    size_t high = letter->sentences.len;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (source_of(letter, letter->sentences.items[middle].span.begin) <= source) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}

/* The first offset of the text that came from a place of the source or from what follows it; as
 * far as the sentence goes that stands there. */
static size_t offset_of(const struct tl_letter *letter, size_t source)
{
    struct tl_span span = letter->sentences.items[sentence_at(letter, source)].span;
    while (span.begin < span.end) {
        size_t middle = span.begin + (span.end - span.begin) / 2;
        if (source_of(letter, middle) < source) {
            span.begin = middle + 1;
        } else {
            span.end = middle;
        }
    }
    return span.begin;
}

void tl_letter_links_find(struct tl_arena *arena, struct tl_letter *letter)
{
    const struct tl_reading *reading = &letter->content->reading;
    size_t at = 0;
    for (size_t i = 0; i < reading->links.len && letter->sentences.len > 0; i++) {
        const struct tl_link *link = &reading->links.items[i];
        if (link->span.begin == link->span.end) {
            continue;
        }
        struct tl_span source = tl_text_source(&reading->text, link->span);
        size_t end = link->tag.begin >= source.end ? link->tag.end : source.end;
        struct tl_span span = {offset_of(letter, source.begin), offset_of(letter, end)};
        if (span.begin >= at && span.end > span.begin) {
            *TL_VEC_ADD(arena, &letter->links) = span;
            at = span.end;
        }
    }
}

/* The last link that begins before an offset, or TL_NONE. */
static size_t link_before(const struct tl_letter *letter, size_t offset)
{
    size_t low = 0;
    size_t high = letter->links.len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (letter->links.items[middle].begin < offset) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low == 0 ? TL_NONE : low - 1;
}

bool tl_link_begins(const struct tl_letter *letter, size_t word)
{
    struct tl_span span = letter->words.items[word].span;
    size_t i = link_before(letter, span.end);
    if (i == TL_NONE || letter->links.items[i].end <= span.begin) {
        return tl_word_kind_of(tl_letter_str(letter, span)) == TL_WORD_LINK;
    }
    return word == 0 || letter->words.items[word - 1].span.end <= letter->links.items[i].begin;
}
