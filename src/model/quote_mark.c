/* SPDX-License-Identifier: MIT */
#include "model/quote_mark.h"

#include "base/utf8.h"

enum { FEWEST_LINES = 2, LONGEST_INITIALS = 12 };

/* The bytes of the letters before ">" in "AB> text"; 0 where there are none. */
static size_t initials(struct tl_str s)
{
    size_t n = 0;
    while (n < s.len && n <= LONGEST_INITIALS && tl_char_is_alpha(s.data[n])) {
        n++;
    }
    bool good = n > 0 && n <= LONGEST_INITIALS && n < s.len && s.data[n] == '>';
    return good && tl_char_lower(s.data[0]) != s.data[0] ? n : 0;
}

/* The sign that the line begins with: "" where it is none of those that mark quotes. */
static struct tl_str sign_of(struct tl_str s)
{
    static const char *const signs[] = {">", "|", "»", "›", "＞"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (tl_str_has_prefix(s, tl_str_of(signs[i]))) {
            return tl_str_slice(s, 0, tl_str_of(signs[i]).len);
        }
    }
    size_t n = initials(s);
    return tl_str_slice(s, 0, n > 0 ? n + 1 : 0);
}

/* A sign, with nothing in the line that gives it another meaning: a table, words in guillemets. */
static struct tl_str mark_of(const struct tl_zoning *zoning, size_t i)
{
    const struct tl_piece *piece = &zoning->pieces.items[i];
    struct tl_str s = tl_piece_str(zoning, i);
    struct tl_str sign = sign_of(s);
    bool is_table =
        tl_str_equal(sign, TL_STR("|")) && tl_str_find_char(s, '|', sign.len) != TL_NONE;
    bool is_speech = sign.len > 0 && (unsigned char)sign.data[0] >= 0x80 && sign.len < s.len &&
                     !tl_char_is_wsp(s.data[sign.len]);
    bool good = piece->quote_depth == 0 && piece->kind == TL_LINE_TEXT && !is_table && !is_speech;
    return good ? sign : TL_STR("");
}

/* Takes the signs away, each of which is a level, but leaves a line that has nothing else. */
static void mark(struct tl_zoning *zoning, size_t i)
{
    struct tl_piece *piece = &zoning->pieces.items[i];
    struct tl_str s = tl_str_slice(zoning->text, piece->span.begin, piece->span.end);
    size_t at = 0;
    for (;;) {
        size_t next = at;
        while (next < s.len && tl_char_is_space(s.data[next])) {
            next++;
        }
        struct tl_str sign = sign_of(tl_str_slice(s, next, s.len));
        if (sign.len == 0) {
            piece->span.begin += next < s.len ? next : 0;
            return;
        }
        piece->quote_depth++;
        at = next + sign.len;
    }
}

void tl_quote_marks_find(struct tl_zoning *zoning)
{
    size_t n = zoning->pieces.len;
    for (size_t i = 0; i < n;) {
        struct tl_str sign = mark_of(zoning, i);
        size_t end = i + 1;
        while (sign.len > 0 && end < n && tl_str_equal(mark_of(zoning, end), sign)) {
            end++;
        }
        for (size_t k = i; sign.len > 0 && end - i >= FEWEST_LINES && k < end; k++) {
            mark(zoning, k);
        }
        i = end;
    }
}

void tl_quote_mark_one(struct tl_zoning *zoning, size_t i)
{
    if (tl_str_equal(mark_of(zoning, i), TL_STR(">"))) {
        mark(zoning, i);
    }
}

/* Where the ">" before the piece stands in the text, or TL_NONE: the quote is one of HTML. */
static size_t sign_at(const struct tl_zoning *zoning, size_t i)
{
    size_t at = zoning->pieces.items[i].span.begin;
    while (at > 0 && tl_char_is_wsp(zoning->text.data[at - 1])) {
        at--;
    }
    return at > 0 && zoning->text.data[at - 1] == '>' ? at - 1 : TL_NONE;
}

bool tl_quote_has_sign(const struct tl_zoning *zoning, size_t i)
{
    return sign_at(zoning, i) != TL_NONE;
}

static bool is_amount(struct tl_str s)
{
    uint32_t first;
    return tl_utf8_decode(s, &first) > 0 && ((first >= '0' && first <= '9') || first == '=' ||
                                             first == '$' || first == 0xA3 || first == 0x20AC);
}

size_t tl_quote_comparison_end(const struct tl_zoning *zoning, size_t i)
{
    size_t end = i;
    bool is_quoted = false; /* whole sentences are rather quoted */
    for (; end < zoning->pieces.len && zoning->pieces.items[end].quote_depth > 0; end++) {
        struct tl_str s = tl_piece_str(zoning, end);
        if (zoning->pieces.items[end].quote_depth > 1 || !is_amount(s) ||
            !tl_quote_has_sign(zoning, end)) {
            return i;
        }
        is_quoted |= tl_str_ends_in(s, ".!?");
    }
    if (!is_quoted || i == 0) {
        return is_quoted ? i : end;
    }
    /* "… for parcels / > 10 kg the fee is 12 euros." */
    struct tl_str above = tl_piece_str(zoning, i - 1);
    size_t line_end = tl_str_find_char(zoning->text, '\n', zoning->pieces.items[i - 1].span.end);
    bool goes_on = line_end != TL_NONE && line_end + 1 == sign_at(zoning, i) &&
                   !tl_str_ends_in(above, ".!?") && above.data[above.len - 1] != ':';
    return goes_on && zoning->pieces.items[i - 1].zone != TL_ZONE_QUOTE ? end : i;
}

void tl_quote_unmark(struct tl_zoning *zoning, size_t i)
{
    zoning->pieces.items[i].span.begin = sign_at(zoning, i);
    zoning->pieces.items[i].quote_depth = 0;
}
