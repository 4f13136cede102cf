/*
 * The marks of list items: "- ", "• ", "✅ ", "1. ", "(2) ", "1.1 ", "a) ", "iv. ".
 * A mark says what a line may be; whether it is one, its neighbours decide (text/list.h).
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_TEXT_LIST_MARK_H
#define TL_TEXT_LIST_MARK_H

#include "base/str.h"

enum tl_list_mark_kind {
    TL_LIST_MARK_NONE,
    TL_LIST_MARK_BULLET, /* nothing else than a bullet: "•", "▪", "✓" */
    TL_LIST_MARK_STAR,   /* "*", "+": also a footnote */
    TL_LIST_MARK_DASH,   /* "-", "–", "—": also a pause of the sentence, or before a name */
    TL_LIST_MARK_EMOJI,  /* also an ornament */
    TL_LIST_MARK_NUMBER, /* also a date that was wrapped there */
    TL_LIST_MARK_LETTER, /* also an initial */
};

enum { TL_LIST_MARK_PARTS = 4 }; /* of "1.2.3.4" */

struct tl_list_mark {
    enum tl_list_mark_kind kind;
    size_t bytes;                       /* of the mark and the blanks after it; 0: none */
    uint32_t sign;                      /* of a bullet: it; of the others: "." or ")" */
    unsigned n_parts;                   /* of a number */
    unsigned parts[TL_LIST_MARK_PARTS]; /* of a number; of a letter its place in the alphabet */
    unsigned roman;                     /* what the letters are as a Roman numeral; 0: none */
    bool upper;                         /* of letters */
};

/*
 * The mark at the start of a line, which needs something after it.
 * Cost: O(1).
 */
struct tl_list_mark tl_list_mark_read(struct tl_str line);

/* Whether it can begin a list: no letter or number, or 1, a, i. */
bool tl_list_mark_is_first(const struct tl_list_mark *mark);

/* Whether they are of one style: the same bullet, numbers or letters closed in the same way. */
bool tl_list_mark_is_alike(const struct tl_list_mark *a, const struct tl_list_mark *b);

/* Whether it is a bullet of any style. */
bool tl_list_mark_is_bullet(const struct tl_list_mark *mark);

/* Whether items with `b` stand in a list below `a` although both begin in one column. */
bool tl_list_mark_is_inner(const struct tl_list_mark *a, const struct tl_list_mark *b);

/* Whether `b` can be the next item after `a` in one list. */
bool tl_list_mark_follows(const struct tl_list_mark *a, const struct tl_list_mark *b);

/* Whether `b` is the first one below `a`: "2.1" below "2.". */
bool tl_list_mark_is_below(const struct tl_list_mark *a, const struct tl_list_mark *b);

#endif
