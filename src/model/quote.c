/*
 * Quoted earlier messages: lines with quote marks, what introduces them, and all that follows a
 * divider or a header block of a mail program that quotes without marks.
 * SPDX-License-Identifier: MIT
 */
#include "model/piece.h"

enum {
    FEWEST_QUOTE_FIELDS = 3, /* that make a header block */
    LONGEST_ATTRIBUTION_BYTES = 500,
};

static const struct tl_regex *attributions(const struct tl_language *language)
{
    return language->attributions;
}

static const struct tl_regex *quote_dividers(const struct tl_language *language)
{
    return language->quote_dividers;
}

static const struct tl_regex *quote_fields(const struct tl_language *language)
{
    return language->quote_fields;
}

static bool is_whole(const struct tl_zoning *zoning, tl_language_regex_fn *member, struct tl_str s)
{
    return s.len > 0 && s.len <= LONGEST_ATTRIBUTION_BYTES &&
           tl_zoning_match(zoning, member, s, true) == s.len;
}

static bool ends_with_colon(struct tl_str s)
{
    return s.len > 0 && s.data[s.len - 1] == ':';
}

/*
 * How many pieces from `i` on are an attribution: one, two (a wrapped one) or none.  In every
 * language it ends with a colon, so that most lines need no regex.
 */
static size_t attribution_pieces(const struct tl_zoning *zoning, size_t i)
{
    struct tl_str first = tl_piece_str(zoning, i);
    if (ends_with_colon(first)) {
        return is_whole(zoning, attributions, first) ? 1 : 0;
    }
    if (i + 1 == zoning->pieces.len) {
        return 0;
    }
    struct tl_str second = tl_piece_str(zoning, i + 1);
    if (zoning->pieces.items[i + 1].starts_block || !ends_with_colon(second) ||
        first.len + second.len > LONGEST_ATTRIBUTION_BYTES ||
        is_whole(zoning, attributions, second)) {
        return 0; /* the first is a line of the sender */
    }
    struct tl_str both =
        tl_arena_format(zoning->arena, "%.*s %.*s", TL_STR_ARG(first), TL_STR_ARG(second));
    return is_whole(zoning, attributions, both) ? 2 : 0;
}

static bool begins_header_block(const struct tl_zoning *zoning, size_t i)
{
    size_t count = 0;
    for (size_t k = i; k < zoning->pieces.len && k < i + FEWEST_QUOTE_FIELDS; k++) {
        struct tl_str s = tl_piece_str(zoning, k);
        if (tl_str_find_char(s, ':', 0) == TL_NONE ||
            tl_zoning_match(zoning, quote_fields, s, true) == 0) {
            break;
        }
        count++;
    }
    return count == FEWEST_QUOTE_FIELDS;
}

static void mark(struct tl_zoning *zoning, size_t begin, size_t end)
{
    for (size_t i = begin; i < end; i++) {
        zoning->pieces.items[i].zone = TL_ZONE_QUOTE;
    }
}

void tl_quote_zone(struct tl_zoning *zoning)
{
    size_t n = zoning->pieces.len;
    for (size_t i = 0; i < n; i++) {
        struct tl_piece *piece = &zoning->pieces.items[i];
        if (piece->quote_depth > 0) {
            piece->zone = TL_ZONE_QUOTE;
            continue;
        }
        /* "To: …, From: …" at the very start is the head of a memo, not a quotation */
        if (is_whole(zoning, quote_dividers, tl_piece_str(zoning, i)) ||
            (i > 0 && begins_header_block(zoning, i))) {
            mark(zoning, i, n);
            return;
        }
        size_t introduced = attribution_pieces(zoning, i);
        if (introduced > 0) {
            size_t after = i + introduced;
            bool has_marks = after < n && zoning->pieces.items[after].quote_depth > 0;
            mark(zoning, i, has_marks ? after : n);
            i = after - 1;
            if (!has_marks) {
                return;
            }
        }
    }
}
