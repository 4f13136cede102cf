/*
 * The end of a letter: sign-off, signature, postscript, footer.
 * SPDX-License-Identifier: MIT
 */
#include "model/piece.h"

#include "base/utf8.h"
#include "model/emoji.h"
#include "model/signature_line.h"

enum {
    LONGEST_NAME_WORDS = 6, /* a name after the sign-off in one line */
    LONGEST_SIGNATURE = 14, /* lines from the sign-off to the end of the signature */
    LONGEST_SIGNATURE_WORDS = 12,
    LONGEST_FAREWELL_WORDS = 9, /* "Take care, and a happy birthday to him," */
    LONGEST_SHOUT_WORDS = 6,    /* "Have a lovely weekend!" */
    LONGEST_BARE_SIGNATURE = 5, /* lines of a signature without a sign-off */
    LONGEST_BARE_WORDS = 7,     /* words of a line of it */
    MOST_BARE_NAME_WORDS = 3,
    MOST_WISH_WORDS = 4,              /* "Thank you very much!" */
    LONGEST_SPLIT_SIGNOFF_BYTES = 80, /* in one line with the text */
};

static const struct tl_regex *signoffs(const struct tl_language *language)
{
    return language->signoffs;
}

static const struct tl_regex *postscripts(const struct tl_language *language)
{
    return language->postscripts;
}

static const struct tl_regex *footers(const struct tl_language *language)
{
    return language->footers;
}

static const struct tl_regex *mobile_signatures(const struct tl_language *language)
{
    return language->mobile_signatures;
}

static bool is_body(const struct tl_zoning *zoning, size_t i)
{
    return zoning->pieces.items[i].zone == TL_ZONE_BODY;
}

/* The body piece after / before `i`, or TL_NONE. */
static size_t next_body(const struct tl_zoning *zoning, size_t i)
{
    for (i++; i < zoning->pieces.len; i++) {
        if (is_body(zoning, i)) {
            return i;
        }
    }
    return TL_NONE;
}

static size_t previous_body(const struct tl_zoning *zoning, size_t i)
{
    while (i-- > 0) {
        if (is_body(zoning, i)) {
            return i;
        }
    }
    return TL_NONE;
}

/* What somebody is, below the full name that begins the block: "trumpet teacher, School of Music"
 */
static bool is_role(const struct tl_zoning *zoning, size_t i)
{
    struct tl_str s = tl_piece_str(zoning, i);
    size_t first = i;
    while (first > 0 && !zoning->pieces.items[first].starts_block) {
        first--;
    }
    struct tl_str name = tl_piece_str(zoning, first);
    size_t n_words = tl_piece_n_words(name);
    return first < i && n_words > 1 && n_words <= MOST_BARE_NAME_WORDS &&
           tl_signature_line_is_capitals(name) && tl_piece_n_words(s) <= LONGEST_BARE_WORDS &&
           !tl_str_ends_in(s, ".!?:;,");
}

/* Whether it is longer than the lines of a signature, or a sentence. */
static bool is_prose(struct tl_str s)
{
    size_t n_words = tl_piece_n_words(s);
    return n_words > LONGEST_SIGNATURE_WORDS ||
           (n_words > MOST_WISH_WORDS && tl_str_ends_in(s, ".!?"));
}

/* On a line of its own, as far as a wrapped text can tell. */
static bool is_own_line(const struct tl_zoning *zoning, size_t i)
{
    const struct tl_piece *piece = &zoning->pieces.items[i];
    return piece->kind == TL_LINE_TEXT &&
           (piece->starts_block || i == 0 || zoning->pieces.items[i - 1].hard ||
            tl_str_ends_in(tl_piece_str(zoning, i - 1), ".!?"));
}

/*
 * A warm farewell that no list knows, with a name on the next line: it ends with a comma, or is
 * short and ends with one "!".
 */
static bool is_farewell(const struct tl_zoning *zoning, size_t i)
{
    struct tl_str s = tl_piece_str(zoning, i);
    size_t next = next_body(zoning, i);
    if (next == TL_NONE || !is_own_line(zoning, i) || tl_str_has_digit(s) ||
        !tl_signature_line_is_name(tl_piece_str(zoning, next), LONGEST_NAME_WORDS)) {
        return false;
    }
    size_t n_words = tl_piece_n_words(s);
    bool shouts = tl_str_ends_in(s, "!") && !tl_str_ends_in(tl_str_slice(s, 0, s.len - 1), "!?");
    return (tl_str_ends_in(s, ",") && n_words <= LONGEST_FAREWELL_WORDS) ||
           (shouts && n_words <= LONGEST_SHOUT_WORDS);
}

/* One of the list that goes on in its line, alone in its block with a name: "All the best till May"
 */
static bool is_long_signoff(const struct tl_zoning *zoning, size_t i)
{
    struct tl_str s = tl_piece_str(zoning, i);
    size_t next = next_body(zoning, i);
    return zoning->pieces.items[i].starts_block && next == i + 1 && !tl_str_has_digit(s) &&
           tl_piece_n_words(s) <= LONGEST_FAREWELL_WORDS && !tl_str_ends_in(s, ".!?:;") &&
           !zoning->pieces.items[next].starts_block &&
           tl_signature_line_is_name(tl_piece_str(zoning, next), MOST_BARE_NAME_WORDS) &&
           next_body(zoning, next) == TL_NONE;
}

/* A sign-off with nothing after it but marks, emoji and perhaps a name, or that goes on. */
static bool is_signoff(const struct tl_zoning *zoning, size_t i)
{
    struct tl_str s = tl_piece_str(zoning, i);
    size_t end = tl_zoning_match(zoning, signoffs, s, false);
    if (end == 0) {
        return false;
    }
    bool has_mark = false;
    end = tl_emoji_skip(s, end, s.len);
    while (end < s.len && (tl_char_is_space(s.data[end]) ||
                           tl_str_find_char(TL_STR(",.!-/:"), s.data[end], 0) != TL_NONE)) {
        has_mark |= !tl_char_is_space(s.data[end]);
        end++;
    }
    struct tl_str rest = tl_str_slice(s, end, s.len);
    return rest.len == 0 || tl_signature_line_is_name(rest, has_mark ? LONGEST_NAME_WORDS : 3) ||
           is_farewell(zoning, i) || is_long_signoff(zoning, i);
}

static void mark_from(struct tl_zoning *zoning, size_t i, enum tl_zone zone)
{
    for (; i < zoning->pieces.len; i++) {
        if (is_body(zoning, i)) {
            zoning->pieces.items[i].zone = zone;
        }
    }
}

/* All after "-- " (RFC 3676 4.3) and mobile signatures. */
static void delimited_signature(struct tl_zoning *zoning)
{
    for (size_t i = 0; i < zoning->pieces.len; i++) {
        struct tl_str s = tl_piece_str(zoning, i);
        if (!is_body(zoning, i)) {
            continue;
        }
        if (tl_str_equal(s, TL_STR("--")) && i > 0) {
            size_t end = i + 1;
            while (end < zoning->pieces.len &&
                   tl_zoning_match(zoning, footers, tl_piece_str(zoning, end), false) == 0) {
                end++;
            }
            mark_from(zoning, end, TL_ZONE_FOOTER);
            mark_from(zoning, i, TL_ZONE_SIGNATURE);
            return;
        }
    }
    size_t last = previous_body(zoning, zoning->pieces.len);
    while (last != TL_NONE &&
           tl_zoning_match(zoning, mobile_signatures, tl_piece_str(zoning, last), true) > 0) {
        zoning->pieces.items[last].zone = TL_ZONE_SIGNATURE;
        last = previous_body(zoning, last);
    }
}

/* Whether a piece is the first of an element of HTML that is named a footer. */
static bool starts_footer(const struct tl_zoning *zoning, size_t i)
{
    return zoning->pieces.items[i].is_footer && (i == 0 || !zoning->pieces.items[i - 1].is_footer);
}

/* The last footer marker from which on no sign-off comes begins the footer. */
static void footer(struct tl_zoning *zoning)
{
    size_t begin = TL_NONE;
    for (size_t i = zoning->pieces.len; i-- > 0;) {
        if (!is_body(zoning, i)) {
            continue;
        }
        if (is_signoff(zoning, i)) {
            break;
        }
        const struct tl_piece *piece = &zoning->pieces.items[i];
        if (starts_footer(zoning, i) ||
            (piece->starts_block &&
             tl_zoning_match(zoning, footers, tl_piece_str(zoning, i), false) > 0)) {
            begin = i;
        }
    }
    if (begin != TL_NONE && begin > 0) {
        mark_from(zoning, begin, TL_ZONE_FOOTER);
    }
}

/* Whether the body has said something before the piece `end`. */
static bool has_text_before(const struct tl_zoning *zoning, size_t end)
{
    for (size_t i = 0; i < end; i++) {
        if (is_body(zoning, i) && tl_piece_n_words(tl_piece_str(zoning, i)) > MOST_WISH_WORDS) {
            return true;
        }
    }
    return false;
}

/*
 * Whether it only looks like a sign-off: the end of a wrapped sentence ("a lovely / weekend."), or
 * a line before all the text ("Thank you!").
 */
static bool is_in_text(const struct tl_zoning *zoning, size_t i)
{
    const struct tl_piece *piece = &zoning->pieces.items[i];
    uint32_t first;
    tl_utf8_next(tl_piece_str(zoning, i), &first);
    if (!piece->starts_block && i > 0 && tl_char_is_lower(first) && !is_own_line(zoning, i)) {
        struct tl_str before = tl_piece_str(zoning, i - 1);
        return is_body(zoning, i - 1) && !tl_str_ends_in(before, ",:;)") &&
               tl_zoning_match(zoning, signoffs, before, false) == 0;
    }
    size_t next = next_body(zoning, i);
    return next != TL_NONE && is_prose(tl_piece_str(zoning, next)) && !has_text_before(zoning, i);
}

/* The sign-off: the last one of the list, else the last farewell, near enough to the end. */
static size_t signoff_find(const struct tl_zoning *zoning)
{
    size_t farewell = TL_NONE;
    size_t seen = 0;
    for (size_t i = zoning->pieces.len; i-- > 0 && seen < LONGEST_SIGNATURE;) {
        if (!is_body(zoning, i)) {
            continue;
        }
        if (is_signoff(zoning, i) && !is_in_text(zoning, i)) {
            return i;
        }
        if (farewell == TL_NONE && seen > 0 && is_farewell(zoning, i) && !is_in_text(zoning, i)) {
            farewell = i;
        }
        seen++;
    }
    return farewell;
}

/* The offset after the sentence mark at `at`, where a sign-off with a name follows; else 0. */
static size_t signoff_after(const struct tl_zoning *zoning, struct tl_str s, size_t at)
{
    bool ends = tl_str_find_char(TL_STR(".!?"), s.data[at], 0) != TL_NONE && s.data[at + 1] == ' ';
    struct tl_str rest = tl_str_slice(s, at + 2, s.len);
    size_t end = ends ? tl_zoning_match(zoning, signoffs, rest, false) : 0;
    if (end == 0 || end >= rest.len) {
        return 0;
    }
    bool comma = rest.data[end] == ',';
    struct tl_str name = tl_str_trim(tl_str_slice(rest, end + comma, rest.len));
    bool is_name = comma
                       ? tl_signature_line_is_name(name, LONGEST_NAME_WORDS)
                       : tl_signature_line_is_name(name, 2) && tl_signature_line_is_capitals(name);
    return is_name ? at + 1 : 0;
}

/* Splits "… until Saturday? Thanks, Ann" at the end of the body; returns the sign-off or TL_NONE.
 */
static size_t signoff_split(struct tl_zoning *zoning)
{
    size_t i = previous_body(zoning, zoning->pieces.len);
    if (i == TL_NONE || zoning->pieces.items[i].kind != TL_LINE_TEXT) {
        return TL_NONE;
    }
    struct tl_str s = tl_piece_str(zoning, i);
    for (size_t at = s.len; at-- > 0 && s.len - at < LONGEST_SPLIT_SIGNOFF_BYTES;) {
        size_t end = at + 2 < s.len ? signoff_after(zoning, s, at) : 0;
        if (end > 0) {
            tl_piece_split(zoning, i, (size_t)(s.data - zoning->text.data) + end);
            return i + 1;
        }
    }
    return TL_NONE;
}

/* Whether nothing but a name and the like stands between the pieces `i` and `end`. */
static bool is_signature_between(const struct tl_zoning *zoning, size_t i, size_t end)
{
    size_t n = 0;
    for (size_t k = i + 1; k < end; k++) {
        n++;
        if (!is_body(zoning, k) || n > LONGEST_BARE_SIGNATURE ||
            !tl_signature_line_is_name(tl_piece_str(zoning, k), LONGEST_BARE_WORDS)) {
            return false;
        }
    }
    return true;
}

/* The line that the sign-off at `i` goes on from: "Many thanks and" / "kind regards"; or `i`. */
static size_t signoff_first_line(const struct tl_zoning *zoning, size_t i)
{
    if (i == 0 || !is_body(zoning, i - 1) || zoning->pieces.items[i].starts_block) {
        return i;
    }
    struct tl_str s = tl_piece_str(zoning, i - 1);
    size_t end = tl_zoning_match(zoning, signoffs, s, false);
    size_t n_more = tl_piece_n_words(tl_str_slice(s, end, s.len));
    return end > 0 && n_more <= 1 && is_own_line(zoning, i - 1) ? i - 1 : i;
}

/*
 * Puts the sign-off at `i` in its zone, and one more before it, with a name and the like between
 * them: "All the best, / Anna / Yours, / Acme Ltd".  Returns the first of them.
 */
static size_t signoff_mark(struct tl_zoning *zoning, size_t i)
{
    size_t first = signoff_first_line(zoning, i);
    for (size_t k = i; k > first; k--) {
        zoning->pieces.items[k].zone = TL_ZONE_SIGNOFF;
    }
    zoning->pieces.items[first].zone = TL_ZONE_SIGNOFF;
    zoning->pieces.items[first].starts_block = true;
    for (size_t k = first; k-- > 0 && first - k <= LONGEST_BARE_SIGNATURE;) {
        if (is_body(zoning, k) && is_own_line(zoning, k) && is_signoff(zoning, k) &&
            is_signature_between(zoning, k, first) && k + 1 < first) {
            zoning->pieces.items[k].zone = TL_ZONE_SIGNOFF;
            zoning->pieces.items[k].starts_block = true;
            return k;
        }
    }
    return first;
}

/* Whether the block that begins at `i` is too long for a signature: one long line, or wrapped
 * prose. */
static bool is_footer_block(const struct tl_zoning *zoning, size_t i)
{
    size_t n_words = tl_piece_n_words(tl_piece_str(zoning, i));
    bool wrapped = false;
    for (size_t k = i + 1; k < zoning->pieces.len && !zoning->pieces.items[k].starts_block; k++) {
        uint32_t first;
        struct tl_str s = tl_piece_str(zoning, k);
        tl_utf8_next(s, &first);
        wrapped |= tl_char_is_lower(first) && !tl_signature_line_is_contact(s);
        if (wrapped) {
            n_words += tl_piece_n_words(s);
        }
    }
    return n_words > LONGEST_SIGNATURE_WORDS;
}

/* What follows the sign-off: signature, then perhaps a postscript, or prose that is a footer. */
static void after_signoff(struct tl_zoning *zoning, size_t i)
{
    enum tl_zone zone = TL_ZONE_SIGNATURE;
    for (i++; i < zoning->pieces.len; i++) {
        struct tl_piece *piece = &zoning->pieces.items[i];
        struct tl_str s = tl_piece_str(zoning, i);
        if (!is_body(zoning, i)) {
            continue;
        }
        if (tl_zoning_match(zoning, postscripts, s, false) > 0) {
            zone = TL_ZONE_POSTSCRIPT;
        } else if (tl_zoning_match(zoning, footers, s, false) > 0) {
            zone = TL_ZONE_FOOTER;
        } else if (piece->starts_block && zone == TL_ZONE_SIGNATURE && is_footer_block(zoning, i)) {
            zone = TL_ZONE_FOOTER;
        } else if (piece->starts_block && zone == TL_ZONE_POSTSCRIPT) {
            zone = TL_ZONE_SIGNATURE;
        }
        piece->zone = zone;
    }
}

/* A postscript below the body, before or without a sign-off: the last block, if it begins as one.
 */
static void body_postscript(struct tl_zoning *zoning)
{
    size_t i = previous_body(zoning, zoning->pieces.len);
    while (i != TL_NONE && i > 0 && !zoning->pieces.items[i].starts_block) {
        i = previous_body(zoning, i);
    }
    if (i != TL_NONE && i > 0 &&
        tl_zoning_match(zoning, postscripts, tl_piece_str(zoning, i), false) > 0) {
        mark_from(zoning, i, TL_ZONE_POSTSCRIPT);
    }
}

/* Whether a line that is no "Place: the hall" stands right below the end of a sentence. */
static bool is_below_sentence(const struct tl_zoning *zoning, size_t i)
{
    return i > 0 && tl_str_ends_in(tl_piece_str(zoning, i - 1), ".!?") &&
           tl_str_find_char(tl_piece_str(zoning, i), ':', 0) == TL_NONE;
}

/* Without a sign-off: the short name, company and contact lines at the very end. */
static void bare_signature(struct tl_zoning *zoning)
{
    size_t begin = TL_NONE;
    size_t i = previous_body(zoning, zoning->pieces.len);
    for (size_t n = 0; i != TL_NONE && n < LONGEST_BARE_SIGNATURE; n++) {
        const struct tl_piece *piece = &zoning->pieces.items[i];
        struct tl_str s = tl_piece_str(zoning, i);
        bool name = tl_signature_line_is_name(s, LONGEST_BARE_WORDS) && !tl_str_ends_in(s, ",");
        if (piece->kind == TL_LINE_ITEM || piece->kind == TL_LINE_CODE ||
            piece->kind == TL_LINE_CELL ||
            (!name && !tl_signature_line_is_contact(s) &&
             (piece->starts_block || !(tl_signature_line_is_company(s) || is_role(zoning, i))))) {
            break;
        }
        bool is_first = piece->starts_block || is_below_sentence(zoning, i);
        begin = is_first && name ? i : begin;
        i = previous_body(zoning, i);
    }
    size_t before = begin == TL_NONE ? TL_NONE : previous_body(zoning, begin);
    /* a letter that is nothing but short lines has none, nor are announced lines one */
    if (before != TL_NONE && !tl_str_ends_in(tl_piece_str(zoning, before), ":")) {
        zoning->pieces.items[begin].starts_block = true;
        mark_from(zoning, begin, TL_ZONE_SIGNATURE);
    }
}

void tl_signoff_zone(struct tl_zoning *zoning)
{
    delimited_signature(zoning);
    footer(zoning);
    size_t i = signoff_find(zoning);
    i = i == TL_NONE ? signoff_split(zoning) : i;
    if (i != TL_NONE) {
        after_signoff(zoning, signoff_mark(zoning, i));
        body_postscript(zoning);
        return;
    }
    body_postscript(zoning);
    bare_signature(zoning);
}
