/*
 * Colours as HTML and its styles write them.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_TEXT_HTML_COLOUR_H
#define TL_TEXT_HTML_COLOUR_H

#include "base/str.h"

enum tl_html_colour_kind {
    TL_HTML_COLOUR_UNSAID,
    TL_HTML_COLOUR_CLEAR, /* transparent */
    TL_HTML_COLOUR_KNOWN,
    TL_HTML_COLOUR_UNKNOWN, /* an image, a template's variable, two that contradict each other … */
};

struct tl_html_colour {
    enum tl_html_colour_kind kind;
    uint32_t rgb; /* 0xRRGGBB where known, else 0 */
};

bool tl_html_colour_equal(struct tl_html_colour a, struct tl_html_colour b);

/* The value of "color" in a style: "#fff", "White", "rgb(0, 0, 0)".  Never UNSAID. */
struct tl_html_colour tl_html_colour_of_style(struct tl_str value);

/* The value of an attribute: that of a style, or "FFFFFF".  UNSAID where it is empty. */
struct tl_html_colour tl_html_colour_of_attribute(struct tl_str value);

/* The value of "background" in a style: "#fff none repeat".  Any image makes it UNKNOWN. */
struct tl_html_colour tl_html_colour_of_background(struct tl_str value);

#endif
