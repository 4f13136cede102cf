/*
 * What HTML elements mean for a reader of mail: a table.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_TEXT_HTML_ELEMENT_H
#define TL_TEXT_HTML_ELEMENT_H

#include "base/str.h"

enum tl_html_element_flag {
    TL_HTML_BLOCK = 1 << 0,      /* begins and ends a line */
    TL_HTML_HIDDEN = 1 << 1,     /* nothing in it is shown */
    TL_HTML_BREAK = 1 << 2,      /* ends a line */
    TL_HTML_RULE = 1 << 3,       /* is a dividing line */
    TL_HTML_PRE = 1 << 4,        /* preformatted */
    TL_HTML_HEADING = 1 << 5,    /* a heading */
    TL_HTML_ITEM = 1 << 6,       /* of a list */
    TL_HTML_QUOTE = 1 << 7,      /* quotes, unless its attributes say that it only indents */
    TL_HTML_TABLE = 1 << 8,      /* a table */
    TL_HTML_ROW = 1 << 9,        /* of a table */
    TL_HTML_CELL = 1 << 10,      /* of a table */
    TL_HTML_HEAD_CELL = 1 << 11, /* a cell with the name of a row or column */
    TL_HTML_LINK = 1 << 12,      /* a link */
    TL_HTML_ROOT = 1 << 13,      /* its lang is that of the text */
    TL_HTML_STYLE = 1 << 14,     /* a style sheet */
    TL_HTML_KNOWN = 1 << 15,     /* an element of HTML at all */
    TL_HTML_LIST = 1 << 16,      /* holds items of a list */
    TL_HTML_BOLD = 1 << 17,      /* shows its text in bold */
};

/*
 * The flags of an element: tl_html_element_flag, or'ed; 0 for one that is not in the table.
 * name  lower case
 * Cost: O(log table).
 */
unsigned tl_html_element_flags(struct tl_str name);

#endif
