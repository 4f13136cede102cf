/*
 * Boxes that styles make too small for their text, or move out of sight.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_TEXT_HTML_BOX_H
#define TL_TEXT_HTML_BOX_H

#include "base/str.h"

enum tl_html_box_flag {
    TL_HTML_BOX_NO_SIZE = 1 << 0, /* a height or width of 0 */
    TL_HTML_BOX_FLAT = 1 << 1,    /* a line-height of 0 */
    TL_HTML_BOX_TALL = 1 << 2,    /* another line-height */
    TL_HTML_BOX_CLIPPED = 1 << 3, /* what is larger than the box is cut off */
    TL_HTML_BOX_PADDED = 1 << 4,  /* has room besides height and width */
    TL_HTML_BOX_POSITIONED = 1 << 5,
    TL_HTML_BOX_OUTSIDE = 1 << 6,  /* hundreds of pixels to the left or the top, if positioned */
    TL_HTML_BOX_INDENTED = 1 << 7, /* its text is as far to the left */
};

/* What one declaration says: tl_html_box_flag, or'ed. */
unsigned tl_html_box_of(struct tl_str property, struct tl_str value);

/* Whether what was or'ed from all declarations of an element moves it out of sight. */
bool tl_html_box_is_away(unsigned box);

/* Whether it leaves no room in an element that is a block and no part of a table. */
bool tl_html_box_is_empty(unsigned box);

/* Whether it leaves no room for its lines, which elements inside may make higher again. */
bool tl_html_box_is_flat(unsigned box);

/* "0", "0px", "0.00em", "0%", ".0": but not "0.8ex". */
bool tl_html_box_is_zero(struct tl_str value);

#endif
