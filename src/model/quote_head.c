/* SPDX-License-Identifier: MIT */
#include "model/quote_head.h"

#include "model/quote_mark.h"

enum {
    LONGEST_ATTRIBUTION_BYTES = 500,
    LONGEST_ATTRIBUTION = 5,   /* pieces */
    LONGEST_HEADER_BLOCK = 32, /* pieces */
    LONGEST_VALUE = 3,         /* pieces of a field after its first one */
    FEWEST_FIELDS = 3,         /* of a header block with an address */
    FEWEST_RULED_FIELDS = 2,   /* of one with an address, below a dividing line */
    FEWEST_BARE_FIELDS = 4,    /* of one without: "From: Oslo, To: Bergen, Date: …" is none */
    MOST_FIELDS = 8,
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

static bool has(struct tl_str s, char c)
{
    return tl_str_find_char(s, c, 0) != TL_NONE;
}

static bool is_marked(const struct tl_zoning *zoning, size_t i)
{
    return i < zoning->pieces.len && zoning->pieces.items[i].quote_depth > 0;
}

/* --- attributions --- */

/* How many brackets are open after `s`: a ">" that begins the next line closes an address. */
static size_t n_open(size_t before, struct tl_str s)
{
    for (size_t i = 0; i < s.len; i++) {
        before += s.data[i] == '<';
        before -= s.data[i] == '>' && before > 0;
    }
    return before;
}

/* Whether piece `i` can go on with the attribution that the one before it is in. */
static bool goes_on(const struct tl_zoning *zoning, size_t i, bool is_open)
{
    const struct tl_piece *piece = &zoning->pieces.items[i];
    if (is_open) {
        return piece->quote_depth == 0 || tl_quote_has_sign(zoning, i);
    }
    bool is_address = tl_str_has_prefix(tl_piece_str(zoning, i), TL_STR("<"));
    return piece->quote_depth == 0 && (!piece->starts_block || is_address);
}

/* "10:04" */
static bool has_time(struct tl_str s)
{
    for (size_t i = 1; i + 2 < s.len; i++) {
        if (s.data[i] == ':' && tl_char_is_digit(s.data[i - 1]) &&
            tl_char_is_digit(s.data[i + 1]) && tl_char_is_digit(s.data[i + 2])) {
            return true;
        }
    }
    return false;
}

/*
 * Whether a line can be the end of an attribution, so that most need no regex: a colon, or, as some
 * programs write it, none where quote marks follow or an address or a time stands in a line before
 * a blank one.
 */
static bool can_end(const struct tl_zoning *zoning, size_t i)
{
    struct tl_str s = tl_piece_str(zoning, i);
    bool is_last = i + 1 == zoning->pieces.len || zoning->pieces.items[i + 1].starts_block;
    return tl_str_ends_in(s, ":") || tl_str_has_suffix_nocase(s, TL_STR("：")) ||
           is_marked(zoning, i + 1) ||
           (is_last && (has(s, '@') || has_time(s)) && !tl_str_ends_in(s, ".!?,;"));
}

/* Pieces [i, end) as one line. */
static struct tl_str joined(const struct tl_zoning *zoning, size_t i, size_t end)
{
    struct tl_str s = tl_piece_str(zoning, i);
    for (i++; i < end; i++) {
        struct tl_str next = tl_piece_str(zoning, i);
        s = tl_arena_format(zoning->arena, "%.*s %s%.*s", TL_STR_ARG(s),
                            is_marked(zoning, i) ? "> " : "", TL_STR_ARG(next));
    }
    return s;
}

/* Whether the attribution that [i, end) seems to be begins further down, below a line of prose. */
static bool begins_later(const struct tl_zoning *zoning, size_t i, size_t end)
{
    for (size_t k = i + 1; k < end; k++) {
        struct tl_str above = tl_piece_str(zoning, k - 1);
        bool is_apart = tl_str_ends_in(above, ".!?:") || !tl_str_has_digit(above);
        if (is_apart && n_open(0, joined(zoning, i, k)) == 0 &&
            is_whole(zoning, attributions, joined(zoning, k, end))) {
            return true;
        }
    }
    return false;
}

static size_t attribution_end(const struct tl_zoning *zoning, size_t i)
{
    size_t open = 0;
    size_t n_bytes = 0;
    for (size_t end = i; end < zoning->pieces.len && end < i + LONGEST_ATTRIBUTION; end++) {
        struct tl_str s = tl_piece_str(zoning, end);
        n_bytes += s.len;
        if (n_bytes > LONGEST_ATTRIBUTION_BYTES || (end > i && !goes_on(zoning, end, open > 0))) {
            break;
        }
        if (end > i && is_marked(zoning, end)) {
            open--; /* by the mark */
        }
        open = n_open(open, s);
        if (can_end(zoning, end) && is_whole(zoning, attributions, joined(zoning, i, end + 1))) {
            return begins_later(zoning, i, end + 1) ? i : end + 1;
        }
    }
    return i;
}

/* --- dividers and header blocks --- */

/* Without the marks of bold and italic text around it. */
static struct tl_str without_emphasis(struct tl_str s)
{
    static const char marks[] = "*_ ";
    while (s.len > 0 && has(tl_str_of(marks), s.data[0])) {
        s = tl_str_slice(s, 1, s.len);
    }
    while (tl_str_ends_in(s, marks)) {
        s = tl_str_slice(s, 0, s.len - 1);
    }
    return s;
}

/* The bytes of the label of a field that headers have, with its colon; 0 where it is none. */
static size_t field_label(const struct tl_zoning *zoning, struct tl_str s)
{
    return has(s, ':') ? tl_zoning_match(zoning, quote_fields, s, true) : 0;
}

struct fields {
    struct tl_str labels[MOST_FIELDS]; /* different ones */
    size_t len;
    bool has_address;
    bool is_bare; /* the last one has its value on the next line */
};

static bool fields_have(const struct fields *fields, struct tl_str label)
{
    for (size_t i = 0; i < fields->len; i++) {
        if (tl_str_equal_nocase(fields->labels[i], label)) {
            return true;
        }
    }
    return false;
}

/* Adds the piece if it is a field. */
static bool fields_add(const struct tl_zoning *zoning, struct fields *fields, size_t i)
{
    struct tl_str s = without_emphasis(tl_piece_str(zoning, i));
    size_t end = field_label(zoning, s);
    struct tl_str label = tl_str_slice(s, 0, tl_str_find_char(s, ':', 0));
    if (end == 0) {
        return false;
    }
    if (fields->len < MOST_FIELDS && !fields_have(fields, label)) {
        fields->labels[fields->len++] = label;
    }
    fields->is_bare = without_emphasis(tl_str_slice(s, end, s.len)).len == 0;
    return true;
}

/* Whether the piece can stand between two fields: a value, or a field that no list has. */
static bool is_between(const struct tl_zoning *zoning, const struct fields *fields, size_t i)
{
    const struct tl_piece *piece = &zoning->pieces.items[i];
    return !piece->starts_block || fields->is_bare || has(tl_piece_str(zoning, i), ':');
}

/* The end of the header block that begins with piece `i`, or `i`. */
static size_t fields_end(const struct tl_zoning *zoning, size_t i)
{
    struct fields fields = {.len = 0};
    size_t end = i;
    bool has_address = false;
    for (size_t k = i; k < zoning->pieces.len && k < i + LONGEST_HEADER_BLOCK; k++) {
        has_address |= has(tl_piece_str(zoning, k), '@');
        if (is_marked(zoning, k)) {
            break;
        }
        if (fields_add(zoning, &fields, k)) {
            end = k + 1;
            fields.has_address = has_address;
        } else if (k == i || k - end >= LONGEST_VALUE || !is_between(zoning, &fields, k)) {
            break;
        }
    }
    bool is_ruled = i > 0 && zoning->pieces.items[i - 1].kind == TL_LINE_RULE;
    size_t fewest = is_ruled ? FEWEST_RULED_FIELDS : FEWEST_FIELDS;
    return fields.len >= (fields.has_address ? fewest : FEWEST_BARE_FIELDS) ? end : i;
}

struct tl_quote_head tl_quote_head_at(const struct tl_zoning *zoning, size_t i, bool is_first)
{
    size_t end = i;
    if (is_whole(zoning, quote_dividers, without_emphasis(tl_piece_str(zoning, i)))) {
        end++;
    } else {
        end = attribution_end(zoning, i);
    }
    if (end == i && is_first) {
        return (struct tl_quote_head){.end = i};
    }
    size_t block = end < zoning->pieces.len ? fields_end(zoning, end) : end;
    return (struct tl_quote_head){.end = block, .has_fields = block > end};
}
