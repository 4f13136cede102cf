/*
 * Wraps: which line ends of a letter its writer meant, and which only a width put there.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_MODEL_WRAP_H
#define TL_MODEL_WRAP_H

#include "model/piece.h"

enum tl_wrap {
    TL_WRAP_MEANT,  /* the line ends there */
    TL_WRAP_SPACE,  /* it goes on after a space */
    TL_WRAP_INSIDE, /* it goes on inside a word or an address */
};

/* How a text was wrapped. */
struct tl_wrap_width {
    size_t fits;  /* characters: a line that could have held the next word within them was meant to
                     end where it does */
    bool is_seen; /* found in the text, not assumed */
};

/* The widths of what the sender wrote and of what is quoted. */
struct tl_wrap_widths {
    struct tl_wrap_width own;
    struct tl_wrap_width quoted;
};

/* Whether `piece` goes on in the block that `last` is in; `last` may be NULL. */
bool tl_wrap_goes_on(const struct tl_piece *last, const struct tl_piece *piece);

/*
 * Finds the widths from the line ends that show themselves as wraps: a small letter comes next.  A
 * text whose lines are longer than anybody wraps has meant all its line ends.
 * text  that the pieces are spans of
 * Cost: O(text).
 */
struct tl_wrap_widths tl_wrap_measure(struct tl_str text, const struct tl_pieces *pieces);

/*
 * What the line end between two pieces of one block is.
 * joiners  words that begin with a small letter after "lunch-": "och"; may be NULL
 * Cost: O(both lines).
 */
enum tl_wrap tl_wrap_of(const struct tl_wrap_widths *widths, struct tl_str text,
                        const struct tl_piece *last, const struct tl_piece *piece,
                        const struct tl_words_set *joiners);

#endif
