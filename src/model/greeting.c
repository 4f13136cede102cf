/*
 * The greeting, and what stands before it: subject lines of a text, the letterhead.
 * SPDX-License-Identifier: MIT
 */
#include "model/piece.h"

#include "base/utf8.h"
#include "model/emoji.h"

enum {
    SEARCHED_PIECES = 25,   /* a letterhead is shorter */
    LONGEST_NAME_WORDS = 7, /* "Dear Mr and Mrs van der Berg," */
    MOST_UNMARKED_WORDS = 3,
    LONGEST_HEAD_WORDS = 14, /* a line of a letterhead; prose is longer */
    LONGEST_REFERENCE_WORDS = 12,
    MOST_MORE_GREETINGS = 3,
    MOST_PROSE_BEFORE = 2, /* lines of prose that may stand before a greeting */
};

static const struct tl_regex *greetings(const struct tl_language *language)
{
    return language->greetings;
}

static const struct tl_regex *subject_labels(const struct tl_language *language)
{
    return language->subject_labels;
}

static const struct tl_regex *subject_lines(const struct tl_language *language)
{
    return language->subject_lines;
}

static const struct tl_regex *signoffs(const struct tl_language *language)
{
    return language->signoffs;
}

/* The offset after the bracket that closes the one at `at` (a placeholder), or `at`. */
static size_t skip_bracket(struct tl_str s, size_t at)
{
    static const char pairs[] = "{}[]<>()%%";
    for (size_t i = 0; i + 1 < sizeof pairs; i += 2) {
        if (s.data[at] != pairs[i]) {
            continue;
        }
        size_t close = tl_str_find_char(s, pairs[i + 1], at + 1);
        while (close != TL_NONE && close + 1 < s.len && s.data[close + 1] == pairs[i + 1]) {
            close++;
        }
        return close == TL_NONE ? at : close + 1;
    }
    return at;
}

/* The bytes of what ends a greeting at `at`: , ! : ; and more of them, a dash between spaces; or 0.
 */
static size_t ending_mark(struct tl_str s, size_t at)
{
    size_t end = at;
    while (end < s.len && tl_str_find_char(TL_STR(",!:;"), s.data[end], 0) != TL_NONE) {
        end++;
    }
    if (end > at) {
        bool in_name = s.data[end - 1] == ':' && end < s.len && !tl_char_is_space(s.data[end]);
        return in_name ? 0 : end - at; /* "Hej S:t Olofs skola" */
    }
    static const struct tl_str dashes[] = {{" -", 2}, {" –", 4}, {" —", 4}};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
        size_t after = at + dashes[i].len;
        if (tl_str_has_prefix(tl_str_slice(s, at, s.len), dashes[i]) &&
            (after == s.len || s.data[after] == ' ')) {
            return dashes[i].len;
        }
    }
    return 0;
}

/*
 * Whether a greeting can end with the full stop at `at`: at the end of the line, or after a word
 * that is no abbreviation and before a capital.  "Dear Mr. Berg" has one that does not.
 */
static bool is_last_stop(const struct tl_zoning *zoning, struct tl_str s, size_t at)
{
    if (s.data[at] != '.' || at + 1 == s.len) {
        return s.data[at] == '.';
    }
    size_t begin = at;
    while (begin > 0 && !tl_char_is_space(s.data[begin - 1])) {
        begin--;
    }
    uint32_t next = 0;
    struct tl_str word = tl_str_slice(s, begin, at);
    const struct tl_language *language = zoning->language;
    tl_utf8_next(tl_str_slice(s, at + 2, s.len), &next);
    return s.data[at + 1] == ' ' && tl_char_is_upper(next) && language != NULL &&
           tl_utf8_count(word) > 2 && !tl_words_set_has(&language->leading_abbreviations, word) &&
           !tl_words_set_has(&language->abbreviations, word);
}

static bool is_lower_at(struct tl_str s, size_t at)
{
    uint32_t c;
    tl_utf8_next(tl_str_slice(s, at, s.len), &c);
    return tl_char_is_lower(c);
}

/* The end of a greeting whose first words end at `at`, or 0 where what follows is no name. */
static size_t greeting_end(const struct tl_zoning *zoning, struct tl_str s, size_t at)
{
    size_t n_words = 0;
    size_t n_small = 0; /* words that begin with a small letter */
    for (; at < s.len; at++) {
        size_t mark = ending_mark(s, at);
        if (mark > 0) {
            return at + mark;
        }
        if (is_last_stop(zoning, s, at)) {
            bool names = at + 1 == s.len ? n_small <= n_words / 2 : n_small == 0;
            return names ? at + 1 : 0;
        }
        size_t closed = skip_bracket(s, at);
        if (closed > at) {
            n_words++;
            at = closed - 1;
            continue;
        }
        bool starts_word = !tl_char_is_space(s.data[at]) && tl_char_is_space(s.data[at - 1]);
        n_words += starts_word;
        n_small += starts_word && is_lower_at(s, at);
        if (n_words > LONGEST_NAME_WORDS) {
            return 0;
        }
    }
    /* without a mark at its end, "Hello everyone" is a greeting and "Hello I want to know" is not
     */
    return n_words <= MOST_UNMARKED_WORDS || n_small == 0 ? s.len : 0;
}

/*
 * The length of the name at the start, with the mark after it: "Anna," or "Mr. and Mrs. van der
 * Berg!"; 0 where there is none.  Small words, but the first, are counted.
 */
static size_t name_bytes(struct tl_str s, size_t *n_words, size_t *n_small)
{
    bool at_start = true;
    *n_words = *n_small = 0;
    for (size_t at = 0; at < s.len && *n_words <= LONGEST_NAME_WORDS;) {
        size_t mark = ending_mark(s, at);
        mark = mark == 0 && s.data[at] == '.' && at + 1 == s.len ? 1 : mark;
        if (mark > 0) {
            return *n_words > 0 && at > 1 ? at + mark : 0;
        }
        size_t closed = skip_bracket(s, at);
        if (closed > at) {
            *n_words += at_start;
            at = closed;
            at_start = false;
            continue;
        }
        uint32_t c;
        size_t n = tl_utf8_next(tl_str_slice(s, at, s.len), &c);
        bool small = at_start && !tl_char_is_upper(c);
        if ((small && at == 0) ||
            (!tl_char_is_letter(c) && c != ' ' && c != '.' && c != '-' && c != '&')) {
            return 0;
        }
        *n_words += at_start;
        *n_small += small;
        at_start = c == ' ';
        at += n;
    }
    return 0;
}

/* "Anna," or "Mr Berg!" alone on its line. */
static bool is_bare_name(const struct tl_zoning *zoning, struct tl_str s)
{
    size_t n_words;
    size_t n_small;
    return name_bytes(s, &n_words, &n_small) == s.len && n_words <= MOST_UNMARKED_WORDS &&
           n_small == 0 && (s.data[s.len - 1] == ',' || s.data[s.len - 1] == '!') &&
           tl_zoning_match(zoning, signoffs, s, false) == 0;
}

/*
 * The length of the name that follows "Hello," in its line: small words are in it only where it
 * ends the line.  0 where what follows is no name.
 */
static size_t name_after_comma(const struct tl_zoning *zoning, struct tl_str rest)
{
    size_t n_words;
    size_t n_small;
    size_t blanks = rest.len > 0 && rest.data[0] == ' ';
    struct tl_str s = tl_str_slice(rest, blanks, rest.len);
    size_t end = name_bytes(s, &n_words, &n_small);
    bool whole = end == s.len && n_small * 2 <= n_words;
    bool begins = n_words <= MOST_UNMARKED_WORDS && n_small == 0;
    return end > 0 && (whole || begins) && tl_zoning_match(zoning, signoffs, s, false) == 0
               ? blanks + end
               : 0;
}

/* The length of the greeting by words at the start, with the name after "Hello,"; 0 where none is.
 */
static size_t greeting_by_words(const struct tl_zoning *zoning, struct tl_str s)
{
    size_t words_end = tl_zoning_match(zoning, greetings, s, false);
    if (words_end == 0) {
        return 0;
    }
    size_t end = greeting_end(zoning, s, words_end);
    bool nameless = end == words_end + 1 && s.data[words_end] == ',';
    return nameless ? end + name_after_comma(zoning, tl_str_slice(s, end, s.len)) : end;
}

/* The length of the greeting at the start of a piece, with its emoji; 0 where it is none. */
static size_t greeting_bytes(const struct tl_zoning *zoning, size_t i)
{
    struct tl_str s = tl_piece_str(zoning, i);
    size_t end = greeting_by_words(zoning, s);
    if (end == 0) {
        return is_bare_name(zoning, s) ? s.len : 0;
    }
    /* "Hi Ann, hi Tom!" */
    if (end < s.len && s.data[end] == ' ') {
        size_t more = greeting_by_words(zoning, tl_str_slice(s, end + 1, s.len));
        bool marked = more > 0 && tl_str_find_char(TL_STR(",!:"), s.data[end + more], 0) != TL_NONE;
        end += marked ? 1 + more : 0;
    }
    return tl_emoji_skip(s, end, s.len);
}

/* Puts the greeting in its zone; what follows it in the line becomes a block of the body. */
static void split(struct tl_zoning *zoning, size_t i, size_t bytes)
{
    struct tl_str s = tl_piece_str(zoning, i);
    if (bytes < s.len) {
        tl_piece_split(zoning, i, (size_t)(s.data - zoning->text.data) + bytes);
    }
    zoning->pieces.items[i].zone = TL_ZONE_GREETING;
}

static bool is_prose(struct tl_str s)
{
    size_t n = tl_piece_n_words(s);
    bool ends_sentence = tl_str_ends_in(s, ".?");
    return n > LONGEST_HEAD_WORDS || (n > 5 && ends_sentence);
}

/*
 * The index of the greeting among the first pieces, or TL_NONE; `bytes` is its length.  After prose
 * (the preview text that mail programs show in their list, an introduction) only a greeting by
 * words, on a line of its own, is one.
 */
static size_t greeting_find(const struct tl_zoning *zoning, size_t *bytes)
{
    size_t seen = 0;
    size_t n_prose = 0;
    for (size_t i = 0; i < zoning->pieces.len && seen < SEARCHED_PIECES; i++) {
        const struct tl_piece *piece = &zoning->pieces.items[i];
        if (piece->zone != TL_ZONE_BODY) {
            continue;
        }
        struct tl_str s = tl_piece_str(zoning, i);
        *bytes = greeting_bytes(zoning, i);
        bool alone = *bytes == s.len && piece->starts_block &&
                     tl_zoning_match(zoning, greetings, s, false) > 0;
        if (*bytes > 0 && (n_prose == 0 || alone)) {
            return i;
        }
        n_prose += is_prose(s);
        if (n_prose > MOST_PROSE_BEFORE) {
            return TL_NONE;
        }
        seen++;
    }
    return TL_NONE;
}

/* A first line "Subject: …" of a text that has no header. */
static void subject_find(struct tl_zoning *zoning)
{
    for (size_t i = 0; i < zoning->pieces.len && i < 2; i++) {
        struct tl_piece *piece = &zoning->pieces.items[i];
        struct tl_str s = tl_piece_str(zoning, i);
        if (tl_zoning_match(zoning, greetings, s, false) > 0) {
            return; /* below it, "Subject: …" is a line of the text */
        }
        size_t label = tl_zoning_match(zoning, subject_labels, s, true);
        if (piece->zone == TL_ZONE_BODY && label > 0) {
            piece->zone = TL_ZONE_SUBJECT;
            piece->span.begin = (size_t)(s.data - zoning->text.data) + label;
            return;
        }
    }
}

/* A letter's reference line after its greeting: short, alone in its block, no sentence. */
static bool is_reference(const struct tl_zoning *zoning, size_t i)
{
    struct tl_str s = tl_piece_str(zoning, i);
    bool alone = i + 1 < zoning->pieces.len && zoning->pieces.items[i + 1].starts_block;
    return zoning->letter_channel && alone && s.len > 0 && !tl_str_ends_in(s, ".?!,:") &&
           tl_piece_n_words(s) <= LONGEST_REFERENCE_WORDS;
}

/* "Dear Ms Menon," / "dear Mr Roth,": one more, in the same paragraph or in one of its own. */
static bool is_further(const struct tl_zoning *zoning, size_t i, size_t *bytes)
{
    const struct tl_piece *piece = &zoning->pieces.items[i];
    if (piece->zone != TL_ZONE_BODY) {
        return false;
    }
    struct tl_str s = tl_piece_str(zoning, i);
    *bytes = greeting_bytes(zoning, i);
    bool named = *bytes == s.len && tl_piece_n_words(s) > 1 && s.data[s.len - 1] == ',' &&
                 tl_zoning_match(zoning, greetings, s, false) > 0;
    return *bytes > 0 && (!piece->starts_block || named);
}

/* What stands before the piece `end`: lines that name the matter, and the letterhead. */
static void head_mark(struct tl_zoning *zoning, size_t end)
{
    for (size_t k = 0; k < end; k++) {
        struct tl_piece *piece = &zoning->pieces.items[k];
        if (piece->zone == TL_ZONE_BODY) {
            struct tl_str s = tl_piece_str(zoning, k);
            bool names_matter = tl_zoning_match(zoning, subject_labels, s, false) > 0 ||
                                tl_zoning_match(zoning, subject_lines, s, false) > 0;
            piece->zone = names_matter ? TL_ZONE_SUBJECT : TL_ZONE_LETTERHEAD;
        }
    }
}

/* The first block of prose of a letter without a greeting; 0 where it has nothing before it. */
static size_t text_find(const struct tl_zoning *zoning)
{
    size_t block = 0;
    for (size_t i = 0; i < zoning->pieces.len && i < SEARCHED_PIECES; i++) {
        const struct tl_piece *piece = &zoning->pieces.items[i];
        block = piece->starts_block ? i : block;
        if (piece->zone == TL_ZONE_BODY && is_prose(tl_piece_str(zoning, i))) {
            return block;
        }
    }
    return 0;
}

void tl_greeting_zone(struct tl_zoning *zoning)
{
    subject_find(zoning);
    size_t bytes = 0;
    size_t i = greeting_find(zoning, &bytes);
    if (i == TL_NONE) {
        head_mark(zoning, zoning->letter_channel ? text_find(zoning) : 0);
        return;
    }
    head_mark(zoning, i);
    split(zoning, i, bytes);
    size_t next = i + 1;
    while (next < zoning->pieces.len && next <= i + MOST_MORE_GREETINGS &&
           is_further(zoning, next, &bytes)) {
        split(zoning, next, bytes);
        next++;
    }
    if (next < zoning->pieces.len && zoning->pieces.items[next].zone == TL_ZONE_BODY &&
        is_reference(zoning, next)) {
        zoning->pieces.items[next].zone = TL_ZONE_SUBJECT;
    }
}
