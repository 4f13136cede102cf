/*
 * Pieces: the lines of a reading on their way to zones.  A piece is a line or, where a greeting
 * runs into the first sentence, a part of one.  Shared by the files of model/ that find zones.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_MODEL_PIECE_H
#define TL_MODEL_PIECE_H

#include "model/language.h"
#include "model/zone.h"
#include "text/line.h"

struct tl_piece {
    struct tl_span span; /* of the reading's text */
    enum tl_line_kind kind;
    enum tl_zone zone; /* BODY until something better is known */
    unsigned quote_depth;
    unsigned level;   /* of an item or a heading (text/line.h) */
    bool is_numbered; /* an item */
    bool is_footer;   /* the element of HTML that it stands in is named so */
    bool starts_row;  /* of a table */
    bool starts_block;
    bool hard;
};
TL_VEC(tl_pieces, struct tl_piece);

/* What the zone finders work on. */
struct tl_zoning {
    struct tl_arena *arena;
    struct tl_matcher *matcher;
    struct tl_str text; /* of the reading */
    struct tl_pieces pieces;
    const struct tl_languages *languages;
    const struct tl_language *language; /* of the message; NULL: not known, all are tried */
    bool letter_channel;
};

/* One member of struct tl_language. */
typedef const struct tl_regex *tl_language_regex_fn(const struct tl_language *language);

/* The text of a piece, without white space at its ends; `text` is that of the reading. */
struct tl_str tl_piece_text(struct tl_str text, const struct tl_piece *piece);

/* The same, without the marks with which Markdown makes all of it bold. */
struct tl_str tl_piece_str(const struct tl_zoning *zoning, size_t i);

/*
 * Ends the piece at `end`, an offset of the reading's text; what follows becomes a piece of its own
 * after it, and begins a block.  Both keep all else.
 */
void tl_piece_split(struct tl_zoning *zoning, size_t i, size_t end);

/* Words as a reader counts them: runs without white space that hold a letter, digit or bracket. */
size_t tl_piece_n_words(struct tl_str s);

/*
 * Matches the regex that `member` picks, of the message's language and, where that is not known or
 * `any_language` is set, of all others.  Returns the end of the match at the start of `s`, or 0.
 */
size_t tl_zoning_match(const struct tl_zoning *zoning, tl_language_regex_fn *member,
                       struct tl_str s, bool any_language);

/* The zone finders, in the order in which they run; each leaves alone what has its zone. */
void tl_quote_zone(struct tl_zoning *zoning);
void tl_greeting_zone(struct tl_zoning *zoning);
void tl_signoff_zone(struct tl_zoning *zoning);

#endif
