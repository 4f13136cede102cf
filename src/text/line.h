/*
 * Lines: what every kind of content is brought to, so that the model need not know where its text
 * came from.  A plain text has the lines that it shows; HTML has the lines that a browser would
 * show if the window were endless: they end at <br> and at the borders of blocks.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_TEXT_LINE_H
#define TL_TEXT_LINE_H

#include "source/text.h"

enum tl_line_kind {
    TL_LINE_TEXT,
    TL_LINE_ITEM, /* of a list; also its further lines, which start no block */
    TL_LINE_HEADING,
    TL_LINE_CELL, /* of a table that holds data */
    TL_LINE_CODE, /* preformatted */
    TL_LINE_URL,  /* nothing but the address of a page or a mailbox */
    TL_LINE_RULE, /* a dividing line; of an <hr>, "---" that came from no bytes of the source */
};

/* "text", "item", …; lives as long as the program. */
const char *tl_line_kind_name(enum tl_line_kind kind);

struct tl_line {
    struct tl_span span; /* of the text, without quote marks, indentation and the line end */
    enum tl_line_kind kind;
    unsigned quote_depth; /* 0: written by the sender */
    unsigned level;       /* of an item: how many lists it stands in, from 1; of a heading: 1 to 6,
                             0 where nothing says which; else 0 */
    bool is_numbered;     /* of an item: a number or letter stands before it */
    bool is_footer;       /* in an element of HTML that is named so */
    bool starts_row;      /* a cell, the first with text in its row */
    bool starts_block;    /* a blank line or the border of a block stands before it */
    bool hard; /* its end was meant as an end: <br>, the border of an HTML block, two spaces,
                  or any end in a flowed text; a plain line end may be only a wrap */
};

TL_VEC(tl_lines, struct tl_line);

/* Whether it is made of one character, three times or more, as "-----" or "* * *": a dividing line.
 */
bool tl_line_is_rule(struct tl_str line);

/* Whether it is nothing but an address: "https://…", "<www.…>", "ann@example.com". */
bool tl_line_is_address(struct tl_str line);

/*
 * Makes TL_LINE_URL of the lines of text that are addresses and no part of a sentence: that the
 * line before leads to or ends before, and that the next line does not go on from. Cost: O(lines +
 * text).
 */
void tl_lines_mark_addresses(struct tl_lines *lines, struct tl_str text);

/* Lets a block start at rules, and wherever the kind changes.  Cost: O(lines). */
void tl_lines_part_kinds(struct tl_lines *lines);

/* A link of the content. */
struct tl_link {
    struct tl_span span;  /* of the text: what is shown; empty where that is no text */
    struct tl_str target; /* the address, entities decoded, without white space at its ends */
    struct tl_span tag;   /* of the source: where the address is said */
};

TL_VEC(tl_links, struct tl_link);

/* What plain.h and html.h make of a part.  Empty lines are not in it. */
struct tl_reading {
    struct tl_text text;   /* UTF-8, in NFC, line ends LF */
    struct tl_text raw;    /* what it was made from, decoded: with the elements of HTML, front
                              matter, tags of a template */
    struct tl_lines lines; /* in the order of the text */
    struct tl_links links;
    struct tl_str language; /* of the lang attribute, "" if none */
};

#endif
