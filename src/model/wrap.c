/* SPDX-License-Identifier: MIT */
#include "model/wrap.h"

#include "base/utf8.h"

enum {
    ASSUMED_FIT = 56,  /* where the text does not tell */
    FEWEST_WRAPS = 2,  /* that tell a width as mail programs have it */
    USUAL_WRAP = 60,   /* such a width */
    FEWEST_NARROW = 3, /* that tell a narrower one */
    NARROWEST_WRAP = 30,
    WIDEST_WRAP = 100, /* nobody wraps at more */
    RAGGED_TENTHS = 9, /* of the wraps the width must explain */
    LONGEST_LABEL_BYTES = 30,
    LONGEST_ENTRY_CHARS = 40, /* "tue-fri 9-17" */
};

/* --- lines --- */

/* The characters of the line up to the end of the piece, with marks and indentation. */
static size_t line_chars(struct tl_str text, const struct tl_piece *piece)
{
    size_t begin = piece->span.begin;
    while (begin > 0 && text.data[begin - 1] != '\n') {
        begin--;
    }
    return tl_utf8_count(tl_str_slice(text, begin, piece->span.end));
}

static struct tl_str first_word(struct tl_str s)
{
    size_t end = 0;
    while (end < s.len && !tl_char_is_space(s.data[end])) {
        end++;
    }
    return tl_str_slice(s, 0, end);
}

static size_t longest_word_chars(struct tl_str s)
{
    size_t longest = 0;
    for (size_t at = 0; at < s.len;) {
        struct tl_str word = first_word(tl_str_slice(s, at, s.len));
        size_t n = tl_utf8_count(word);
        longest = n > longest ? n : longest;
        at += word.len + 1;
    }
    return longest;
}

static struct tl_str last_word(struct tl_str s)
{
    size_t begin = s.len;
    while (begin > 0 && !tl_char_is_space(s.data[begin - 1])) {
        begin--;
    }
    return tl_str_slice(s, begin, s.len);
}

/* Whether a line can only go on with a sentence. */
static bool begins_small(struct tl_str s)
{
    static const char *const dashes[] = {"- ", "– ", "— "};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
        struct tl_str dash = tl_str_of(dashes[i]);
        s = tl_str_has_prefix(s, dash) ? tl_str_slice(s, dash.len, s.len) : s;
    }
    uint32_t c;
    tl_utf8_next(s, &c);
    return tl_char_is_lower(c) || c == '.' || c == ',' || c == ';' || c == '?' || c == '!';
}

/* The length that the line would have had with the first word of the next one. */
static size_t fit_of(struct tl_str text, const struct tl_piece *last, const struct tl_piece *piece)
{
    return line_chars(text, last) + 1 + tl_utf8_count(first_word(tl_piece_text(text, piece)));
}

bool tl_wrap_goes_on(const struct tl_piece *last, const struct tl_piece *piece)
{
    return last != NULL && !piece->starts_block && last->zone == piece->zone &&
           last->kind == piece->kind && last->quote_depth == piece->quote_depth;
}

/* --- widths --- */

struct sample {
    size_t fits[WIDEST_WRAP + 1]; /* how many wraps had that fit; more counts as the widest */
    size_t n_wraps;
    size_t longest; /* line that was wrapped */
    bool is_long;   /* a line goes on where everybody would have wrapped it */
};

static void wrap_note(struct sample *sample, size_t chars, size_t fit)
{
    if (chars < NARROWEST_WRAP || chars > WIDEST_WRAP) {
        return;
    }
    sample->n_wraps++;
    sample->fits[fit < WIDEST_WRAP ? fit : WIDEST_WRAP]++;
    sample->longest = chars > sample->longest ? chars : sample->longest;
}

static struct tl_wrap_width width_of(const struct sample *sample)
{
    size_t fewest = sample->longest < USUAL_WRAP ? FEWEST_NARROW : FEWEST_WRAPS;
    if (sample->n_wraps < fewest) {
        return (struct tl_wrap_width){sample->is_long ? SIZE_MAX : ASSUMED_FIT, false};
    }
    /* the width that nearly all wraps agree with: of a text wrapped by hand, less than its lines */
    size_t n = 0;
    size_t fit = WIDEST_WRAP;
    while (fit > 0 && n + sample->fits[fit] < sample->n_wraps) {
        n += sample->fits[fit];
        if (n * 10 >= sample->n_wraps * RAGGED_TENTHS) {
            break;
        }
        fit--;
    }
    size_t fits = fit > 0 ? fit - 1 : 0;
    return (struct tl_wrap_width){fits < sample->longest ? fits : sample->longest, true};
}

struct tl_wrap_widths tl_wrap_measure(struct tl_str text, const struct tl_pieces *pieces)
{
    struct sample samples[2] = {{.n_wraps = 0}};
    const struct tl_piece *last = NULL;
    for (size_t i = 0; i < pieces->len; i++) {
        const struct tl_piece *piece = &pieces->items[i];
        struct sample *sample = &samples[piece->zone == TL_ZONE_QUOTE];
        struct tl_str s = tl_piece_text(text, piece);
        size_t chars = line_chars(text, piece);
        sample->is_long = sample->is_long || chars - longest_word_chars(s) > WIDEST_WRAP;
        if (tl_wrap_goes_on(last, piece) && begins_small(s) && !tl_line_is_address(s)) {
            wrap_note(sample, line_chars(text, last), fit_of(text, last, piece));
        }
        last = piece;
    }
    return (struct tl_wrap_widths){width_of(&samples[0]), width_of(&samples[1])};
}

/* --- line ends --- */

/* "Order no: 4411": a word or two, a colon, and something after it. */
static bool is_label(struct tl_str s)
{
    size_t colon = tl_str_find_char(s, ':', 0);
    return colon != TL_NONE && colon > 0 && colon <= LONGEST_LABEL_BYTES &&
           (colon + 1 == s.len || tl_char_is_space(s.data[colon + 1]));
}

/* A short line with a number and no end of a sentence: "mon-fri 9-17", "cut 350 kr". */
static bool is_entry(struct tl_str s)
{
    return tl_str_has_digit(s) && !tl_str_ends_in(s, "!?,;") &&
           tl_utf8_count(s) <= LONGEST_ENTRY_CHARS;
}

/* "<https://example.com/" without the ">" that closes it. */
static bool is_cut_address(struct tl_str line, struct tl_str next)
{
    struct tl_str word = last_word(line);
    size_t bracket = tl_str_find_char(word, '<', 0);
    return bracket != TL_NONE && tl_str_find_char(word, '>', bracket) == TL_NONE &&
           tl_str_find(word, TL_STR("://"), bracket) != TL_NONE &&
           tl_str_find_char(first_word(next), '>', 0) != TL_NONE;
}

/* "long-" before "term", but not "lunch-" before "och middag". */
static bool is_cut_word(struct tl_str line, struct tl_str next, const struct tl_words_set *joiners)
{
    struct tl_str word = last_word(line);
    if (word.len < 2 || !tl_str_ends_in(word, "-") || !begins_small(next)) {
        return false;
    }
    uint32_t before;
    size_t at = tl_utf8_before(word, word.len - 1);
    tl_utf8_next(tl_str_slice(word, at, word.len), &before);
    return tl_char_is_letter(before) &&
           (joiners == NULL || !tl_words_set_has(joiners, first_word(next)));
}

/* Whether a line that goes on in small letters was meant to end all the same. */
static bool is_list_of_lines(struct tl_str line, struct tl_str next)
{
    return (is_label(next) && (is_label(line) || tl_str_ends_in(line, ":"))) ||
           (is_entry(line) && is_entry(next)) || (tl_str_ends_in(line, ":") && is_entry(next)) ||
           (tl_line_is_address(next) && (is_label(line) || tl_line_is_address(line)));
}

/* "The box left us on" and "We have it. On" end no line, but "Monday 4 May" may. */
static bool leads_on(struct tl_str line, const struct tl_words_set *joiners)
{
    struct tl_str word = last_word(line);
    struct tl_str before = tl_str_trim(tl_str_slice(line, 0, line.len - word.len));
    return joiners != NULL && tl_words_set_has(joiners, word) &&
           (begins_small(word) || tl_str_ends_in(before, ".!?"));
}

/* Names and addresses: no line of these goes on with the one before it. */
static bool has_lines(enum tl_zone zone)
{
    return zone == TL_ZONE_SIGNATURE || zone == TL_ZONE_LETTERHEAD;
}

enum tl_wrap tl_wrap_of(const struct tl_wrap_widths *widths, struct tl_str text,
                        const struct tl_piece *last, const struct tl_piece *piece,
                        const struct tl_words_set *joiners)
{
    if (piece->kind == TL_LINE_CODE || piece->kind == TL_LINE_URL) {
        return TL_WRAP_MEANT;
    }
    bool quoted = piece->zone == TL_ZONE_QUOTE;
    const struct tl_wrap_width *width = quoted ? &widths->quoted : &widths->own;
    struct tl_str line = tl_piece_text(text, last);
    struct tl_str next = tl_piece_text(text, piece);
    size_t fit = fit_of(text, last, piece);
    bool full = fit > width->fits;
    if (is_cut_address(line, next)) {
        return TL_WRAP_INSIDE;
    }
    if (has_lines(piece->zone)) {
        return TL_WRAP_MEANT;
    }
    if (begins_small(next)) {
        bool lines = tl_str_ends_in(line, "!?") || is_list_of_lines(line, next);
        if (lines && !full) {
            return TL_WRAP_MEANT;
        }
        return is_cut_word(line, next, joiners) ? TL_WRAP_INSIDE : TL_WRAP_SPACE;
    }
    if (is_label(line) && is_label(next)) {
        return TL_WRAP_MEANT;
    }
    if (leads_on(line, joiners)) {
        return TL_WRAP_SPACE;
    }
    /* who wraps by hand does so early; a line that long is hardly ever meant to end */
    full = full || (width->is_seen && !last->hard && fit > ASSUMED_FIT);
    bool may_wrap = !last->hard || width->is_seen;
    return may_wrap && full && !tl_line_is_address(line) ? TL_WRAP_SPACE : TL_WRAP_MEANT;
}
