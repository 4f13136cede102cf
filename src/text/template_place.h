/*
 * Where in HTML a byte stands, as far as templates must know: they are masked before it is parsed.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_TEXT_TEMPLATE_PLACE_H
#define TL_TEXT_TEMPLATE_PLACE_H

#include "base/str.h"

enum tl_place_kind {
    TL_PLACE_TEXT,   /* also all of what is no HTML */
    TL_PLACE_MARKUP, /* between "<" and ">" */
    TL_PLACE_HIDDEN, /* a comment, a style sheet, a script */
};

struct tl_template_place {
    bool is_html;
    enum tl_place_kind kind;
    char quote;          /* in markup: of the value that is open, or 0 */
    const char *raw;     /* in markup: the element that it begins, if its content is hidden */
    const char *raw_end; /* in what is hidden: what ends it */
};

/* Goes past the byte at `at`, which is no part of a tag. */
void tl_template_place_step(struct tl_template_place *place, struct tl_str html, size_t at);

#endif
