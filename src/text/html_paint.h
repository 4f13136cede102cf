/*
 * The colours in which an HTML element shows its text, as far as they are certain: text in the
 * colour of what lies behind it cannot be seen.  Preheaders are hidden that way.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_TEXT_HTML_PAINT_H
#define TL_TEXT_HTML_PAINT_H

#include "text/html_colour.h"

struct tl_html_paint {
    struct tl_html_colour ink;  /* of the text */
    struct tl_html_colour back; /* behind it */
};

/* Black on white would be a guess about the ink: text of which nothing is said is shown. */
struct tl_html_paint tl_html_paint_of_page(void);

/*
 * Adds what a declaration of a style, or an attribute (its name in lower case), says; nothing where
 * it is about something else.  What contradicts what was said before makes it unknown.
 */
void tl_html_paint_declare(struct tl_html_paint *said, struct tl_str property, struct tl_str value);
void tl_html_paint_attribute(struct tl_html_paint *said, struct tl_str name, struct tl_str value);

/* The paint of an element that says `said` in one that is painted so. */
struct tl_html_paint tl_html_paint_over(struct tl_html_paint around, struct tl_html_paint said);

/* Whether text cannot be seen for certain. */
bool tl_html_paint_hides(struct tl_html_paint paint);

#endif
