/*
 * Quoted earlier messages: lines with quote marks, what introduces them, and all that follows the
 * head of a message that is quoted without marks.
 * SPDX-License-Identifier: MIT
 */
#include "model/piece.h"

#include "base/utf8.h"
#include "model/quote_head.h"
#include "model/quote_mark.h"

/* A quoted line that is shorter was not broken by a mail program. */
enum { NARROWEST_BROKEN_BYTES = 60 };

static bool is_marked(const struct tl_zoning *zoning, size_t i)
{
    return i < zoning->pieces.len && zoning->pieces.items[i].quote_depth > 0;
}

static void mark(struct tl_zoning *zoning, size_t begin, size_t end)
{
    for (size_t i = begin; i < end; i++) {
        zoning->pieces.items[i].zone = TL_ZONE_QUOTE;
    }
}

/* The line ends between a piece and the one before it. */
static size_t n_line_ends(const struct tl_zoning *zoning, size_t i)
{
    size_t count = 0;
    for (size_t at = zoning->pieces.items[i - 1].span.end; at < zoning->pieces.items[i].span.begin;
         at++) {
        count += zoning->text.data[at] == '\n';
    }
    return count;
}

/* The rest of a quoted line that a mail program broke after it was marked. */
static bool is_broken_off(const struct tl_zoning *zoning, size_t i)
{
    uint32_t first;
    struct tl_str s = tl_piece_str(zoning, i);
    return i > 0 && is_marked(zoning, i - 1) && is_marked(zoning, i + 1) &&
           n_line_ends(zoning, i) == 1 && n_line_ends(zoning, i + 1) == 1 &&
           tl_piece_str(zoning, i - 1).len >= NARROWEST_BROKEN_BYTES &&
           tl_utf8_decode(s, &first) > 0 && tl_char_is_lower(first);
}

/* The end of the run of quoted pieces at `i`. */
static size_t quoted_run_end(const struct tl_zoning *zoning, size_t i)
{
    while (is_marked(zoning, i) || (i < zoning->pieces.len && is_broken_off(zoning, i))) {
        i++;
    }
    return i;
}

/* Where the quote with the head that begins with piece `i` ends; `i` where there is none. */
static size_t headed_end(struct tl_zoning *zoning, size_t i, bool is_first)
{
    struct tl_quote_head head = tl_quote_head_at(zoning, i, is_first);
    if (head.end == i) {
        return i;
    }
    if (head.end < zoning->pieces.len) {
        tl_quote_mark_one(zoning, head.end);
    }
    if (is_marked(zoning, head.end)) {
        return quoted_run_end(zoning, head.end);
    }
    if (zoning->letter_channel) {
        return i; /* on paper, "Date: … To: …" is a letterhead, and "On 3 May Tom wrote:" is prose
                   */
    }
    /* what begins with an attribution has its answer below, else it would have none */
    return is_first && !head.has_fields ? head.end : zoning->pieces.len;
}

void tl_quote_zone(struct tl_zoning *zoning)
{
    bool is_first = true; /* the sender has written nothing yet */
    tl_quote_marks_find(zoning);
    for (size_t i = 0; i < zoning->pieces.len;) {
        size_t end = i;
        size_t compared = is_marked(zoning, i) ? tl_quote_comparison_end(zoning, i) : i;
        for (; end < compared; end++) {
            tl_quote_unmark(zoning, end);
        }
        if (compared == i && is_marked(zoning, i)) {
            end = quoted_run_end(zoning, i);
            mark(zoning, i, end);
        } else if (compared == i) {
            end = headed_end(zoning, i, is_first);
            mark(zoning, i, end);
        }
        if (zoning->pieces.items[i].zone != TL_ZONE_QUOTE) {
            is_first &= zoning->pieces.items[i].kind == TL_LINE_RULE;
            end += end == i;
        }
        i = end;
    }
}
