/* SPDX-License-Identifier: MIT */
#include "model/quotation.h"

#include "base/utf8.h"

/* Marks that close each other. */
enum family {
    DOUBLE,
    SINGLE,
    GUILLEMETS_OUT, /* «…» */
    GUILLEMETS_IN,  /* »…« */
    ANGLES_OUT,     /* ‹…› */
    ANGLES_IN,
    CORNERS, /* 「…」 */
    N_FAMILIES,
    NO_FAMILY = N_FAMILIES,
};

static const struct {
    uint32_t sign;
    enum family opens;
    enum family closes;
} marks[] = {
    {'"', DOUBLE, DOUBLE},
    {0x201C, DOUBLE, DOUBLE},    /* “ */
    {0x201D, DOUBLE, DOUBLE},    /* ” */
    {0x201E, DOUBLE, NO_FAMILY}, /* „ */
    {'\'', SINGLE, SINGLE},
    {0x2018, SINGLE, SINGLE},    /* ‘ */
    {0x2019, SINGLE, SINGLE},    /* ’ */
    {0x201A, SINGLE, NO_FAMILY}, /* ‚ */
    {0xAB, GUILLEMETS_OUT, GUILLEMETS_IN},
    {0xBB, GUILLEMETS_IN, GUILLEMETS_OUT},
    {0x2039, ANGLES_OUT, ANGLES_IN},
    {0x203A, ANGLES_IN, ANGLES_OUT},
    {0x300C, CORNERS, NO_FAMILY},
    {0x300D, NO_FAMILY, CORNERS},
};

enum { N_MARKS = sizeof marks / sizeof *marks };

struct finder {
    struct tl_arena *arena;
    struct tl_letter *letter;
    struct tl_words_set theirs; /* words of the customer */
    bool has_theirs;
    bool is_unclosed[N_FAMILIES]; /* no mark in the rest of the block closes these */
};

static uint32_t char_at(struct tl_str text, size_t at)
{
    uint32_t c = 0;
    return tl_utf8_next(tl_str_slice(text, at, text.len), &c) == 0 ? 0 : c;
}

/* The character that ends before `at`, 0 at the start. */
static uint32_t char_before(struct tl_str text, size_t at)
{
    return at == 0 ? 0 : char_at(text, tl_utf8_before(text, at));
}

static bool is_of_word(uint32_t c)
{
    return tl_char_is_letter(c) || tl_char_is_number(c);
}

static bool is_gap(uint32_t c)
{
    return c == 0 || tl_char_is_blank(c);
}

static size_t mark_find(uint32_t sign)
{
    size_t i = 0;
    while (i < N_MARKS && marks[i].sign != sign) {
        i++;
    }
    return i;
}

/* Whether no blank may stand inside the marks; « there may » beside those that are nothing else. */
static bool is_tight(enum family family)
{
    return family == DOUBLE || family == SINGLE;
}

/* "'90s" */
static bool is_decade(struct tl_str s)
{
    return s.len > 2 && tl_char_is_digit(s.data[0]) && tl_char_is_digit(s.data[1]) &&
           s.data[2] == 's';
}

/* The family that the mark at `at`, which ends at `after`, opens. */
static enum family opens(struct tl_str text, size_t at, size_t after)
{
    size_t mark = mark_find(char_at(text, at));
    enum family family = mark < N_MARKS ? marks[mark].opens : NO_FAMILY;
    uint32_t next = char_at(text, after);
    if (family == NO_FAMILY || is_of_word(char_before(text, at)) ||
        (is_tight(family) && is_gap(next))) {
        return NO_FAMILY;
    }
    bool good =
        family != SINGLE || (is_of_word(next) && !is_decade(tl_str_slice(text, after, text.len)));
    return good ? family : NO_FAMILY;
}

static enum family closes(struct tl_str text, size_t at, size_t after)
{
    size_t mark = mark_find(char_at(text, at));
    enum family family = mark < N_MARKS ? marks[mark].closes : NO_FAMILY;
    bool good = family != NO_FAMILY && !is_of_word(char_at(text, after)) &&
                !(is_tight(family) && is_gap(char_before(text, at)));
    return good ? family : NO_FAMILY;
}

/* Whether the mark at `at` may as well be the apostrophe of "the customers' wish". */
static bool is_like_genitive(struct tl_str text, size_t at, size_t after)
{
    char before = at > 0 ? tl_char_lower(text.data[at - 1]) : '\0';
    return before == 's' && after < text.len && text.data[after] == ' ' &&
           tl_char_is_letter(char_at(text, after + 1));
}

/* The end of the mark that closes what was opened before `at`, or 0. */
static size_t close_find(struct finder *finder, struct tl_str text, enum family family, size_t at)
{
    size_t doubtful = 0;
    while (!finder->is_unclosed[family] && at < text.len) {
        uint32_t c;
        size_t after = at + tl_utf8_next(tl_str_slice(text, at, text.len), &c);
        if (closes(text, at, after) == family) {
            if (family != SINGLE || !is_like_genitive(text, at, after)) {
                return after;
            }
            doubtful = doubtful == 0 ? after : doubtful;
        } else if (family == SINGLE && opens(text, at, after) == SINGLE) {
            return doubtful;
        }
        at = after;
    }
    finder->is_unclosed[family] |= doubtful == 0;
    return doubtful;
}

/* --- what is between the marks --- */

/* The first word, and whether there is another one. */
static struct tl_str first_word(struct tl_str s, bool *more)
{
    struct tl_span word = {0, 0};
    bool after_gap = false;
    *more = false;
    for (size_t at = 0; at < s.len && !*more;) {
        uint32_t c;
        size_t bytes = tl_utf8_next(tl_str_slice(s, at, s.len), &c);
        if (is_of_word(c)) {
            *more = after_gap;
            word.begin = word.end == 0 ? at : word.begin;
            word.end = after_gap ? word.end : at + bytes;
        }
        after_gap |= word.end > 0 && is_gap(c);
        at += bytes;
    }
    return tl_str_slice(s, word.begin, word.end);
}

static void theirs_build(struct finder *finder)
{
    const struct tl_letter *letter = finder->letter;
    finder->has_theirs = true;
    for (size_t i = 0; i < letter->sentences.len; i++) {
        const struct tl_sentence *sentence = &letter->sentences.items[i];
        bool theirs = sentence->zone == TL_ZONE_QUOTE || sentence->borrowed;
        for (size_t k = 0; theirs && k < sentence->n_words; k++) {
            *TL_VEC_ADD(finder->arena, &finder->theirs.sorted) =
                tl_letter_str(letter, letter->words.items[sentence->first_word + k].span);
        }
    }
    tl_words_set_build(finder->arena, &finder->theirs);
}

static bool is_said(struct finder *finder, struct tl_str s)
{
    bool more;
    struct tl_str word = first_word(s, &more);
    if (more || word.len == 0) {
        return more;
    }
    if (!finder->has_theirs) {
        theirs_build(finder);
    }
    return tl_words_set_has(&finder->theirs, word);
}

/* --- where they are --- */

static void block_find(struct finder *finder, const struct tl_block *block)
{
    struct tl_letter *letter = finder->letter;
    struct tl_str text = tl_letter_str(letter, block->span);
    for (int i = 0; i < N_FAMILIES; i++) {
        finder->is_unclosed[i] = false;
    }
    for (size_t at = 0; at < text.len;) {
        uint32_t c;
        size_t after = at + tl_utf8_next(tl_str_slice(text, at, text.len), &c);
        enum family family = opens(text, at, after);
        size_t end = family == NO_FAMILY ? 0 : close_find(finder, text, family, after);
        if (end > 0 && is_said(finder, tl_str_slice(text, after, end))) {
            *TL_VEC_ADD(finder->arena, &letter->quotations) =
                (struct tl_span){block->span.begin + at, block->span.begin + end};
        }
        at = end > 0 ? end : after;
    }
}

static bool is_borrowed(const struct tl_letter *letter, const struct tl_block *block)
{
    return letter->sentences.items[block->first_sentence].borrowed;
}

void tl_quotations_find(struct tl_arena *arena, struct tl_letter *letter)
{
    struct finder finder = {.arena = arena, .letter = letter};
    for (size_t i = 0; i < letter->blocks.len; i++) {
        const struct tl_block *block = &letter->blocks.items[i];
        if (is_borrowed(letter, block)) {
            *TL_VEC_ADD(arena, &letter->quotations) = block->span;
        } else if (block->kind != TL_LINE_CODE && block->zone != TL_ZONE_QUOTE) {
            block_find(&finder, block);
        }
    }
}

size_t tl_quotation_before(const struct tl_letter *letter, size_t offset)
{
    const struct tl_spans *all = &letter->quotations;
    size_t low = 0;
    size_t high = all->len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (all->items[middle].begin <= offset) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low == 0 ? TL_NONE : low - 1;
}

bool tl_quotation_has(const struct tl_letter *letter, size_t offset)
{
    size_t i = tl_quotation_before(letter, offset);
    return i != TL_NONE && offset < letter->quotations.items[i].end;
}

size_t tl_quotation_next(const struct tl_letter *letter, size_t offset)
{
    const struct tl_spans *all = &letter->quotations;
    size_t i = tl_quotation_before(letter, offset);
    if (i != TL_NONE && offset < all->items[i].end) {
        return all->items[i].end;
    }
    size_t next = i == TL_NONE ? 0 : i + 1;
    return next < all->len ? all->items[next].begin : letter->text.bytes.len;
}
