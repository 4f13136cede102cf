/* SPDX-License-Identifier: MIT */
#include "model/piece.h"

static bool is_emphasis(char c)
{
    return c == '*' || c == '_';
}

struct tl_str tl_piece_text(struct tl_str text, const struct tl_piece *piece)
{
    return tl_str_trim(tl_str_slice(text, piece->span.begin, piece->span.end));
}

struct tl_str tl_piece_str(const struct tl_zoning *zoning, size_t i)
{
    struct tl_str s = tl_piece_text(zoning->text, &zoning->pieces.items[i]);
    while (s.len > 2 && is_emphasis(s.data[0]) && s.data[s.len - 1] == s.data[0]) {
        s = tl_str_trim(tl_str_slice(s, 1, s.len - 1));
    }
    return s;
}

void tl_piece_split(struct tl_zoning *zoning, size_t i, size_t end)
{
    (void)TL_VEC_ADD(zoning->arena, &zoning->pieces);
    for (size_t k = zoning->pieces.len - 1; k > i; k--) {
        zoning->pieces.items[k] = zoning->pieces.items[k - 1];
    }
    zoning->pieces.items[i].span.end = end;
    zoning->pieces.items[i + 1].span.begin = end;
    zoning->pieces.items[i + 1].starts_block = true;
}

/* A letter, digit or bracket, or a byte of a character that is not ASCII. */
static bool makes_word(char c)
{
    return tl_char_is_alpha(c) || tl_char_is_digit(c) || (unsigned char)c >= 0x80 ||
           tl_str_find_char(TL_STR("[]{}()<>"), c, 0) != TL_NONE;
}

size_t tl_piece_n_words(struct tl_str s)
{
    size_t count = 0;
    bool counted = false; /* the run that `i` is in */
    for (size_t i = 0; i < s.len; i++) {
        if (tl_char_is_space(s.data[i])) {
            counted = false;
        } else if (!counted && makes_word(s.data[i])) {
            counted = true;
            count++;
        }
    }
    return count;
}

static size_t match_one(const struct tl_zoning *zoning, const struct tl_regex *regex,
                        struct tl_str s)
{
    struct tl_match match;
    if (regex == NULL || tl_regex_find(regex, zoning->matcher, s, 0, &match) != TL_FOUND) {
        return 0;
    }
    return match.group[0].end;
}

size_t tl_zoning_match(const struct tl_zoning *zoning, tl_language_regex_fn *member,
                       struct tl_str s, bool any_language)
{
    if (zoning->language != NULL) {
        size_t end = match_one(zoning, member(zoning->language), s);
        if (end > 0 || !any_language) {
            return end;
        }
    }
    for (size_t i = 0; i < zoning->languages->len; i++) {
        size_t end = match_one(zoning, member(zoning->languages->items[i]), s);
        if (end > 0) {
            return end;
        }
    }
    return 0;
}
