/*
 * What the attributes of an HTML element say about how it is shown: hidden, quoted, preformatted.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_TEXT_HTML_TRAIT_H
#define TL_TEXT_HTML_TRAIT_H

#include "text/html_paint.h"

enum tl_html_switch {
    TL_HTML_UNSAID, /* as the element around it */
    TL_HTML_ON,
    TL_HTML_OFF,
};

enum tl_html_quote {
    TL_HTML_QUOTE_NONE,
    TL_HTML_QUOTE_CITE,        /* a blockquote that a mail program says to be a quote */
    TL_HTML_QUOTE_BOX,         /* holds the attribution and the earlier message */
    TL_HTML_QUOTE_ATTRIBUTION, /* "On Monday, Ann wrote:" */
    TL_HTML_QUOTE_REST,        /* from here to the end of the element around it */
};

struct tl_html_traits {
    bool hidden;                     /* and nothing in it can be shown again */
    enum tl_html_switch zero_sized;  /* font-size: 0, which elements inside may undo */
    enum tl_html_switch not_visible; /* visibility: hidden, likewise */
    enum tl_html_switch keeps_lines; /* white-space: pre and its kin */
    enum tl_html_switch block;       /* display: block, inline */
    enum tl_html_switch bold;
    unsigned list_level; /* of an item of a list that Word wrote as a paragraph; or 0 */
    bool borderless;     /* border: none */
    bool footer;         /* a class or the id says so */
    bool presentation;   /* role=presentation: a table for layout */
    enum tl_html_quote quote;
    unsigned box; /* tl_html_box_flag, or'ed */
    struct tl_html_paint paint;
    struct tl_str classes; /* "" if none; likewise below */
    bool has_href;
    struct tl_str href;
    struct tl_str id;
    struct tl_str lang;
};

/*
 * Reads the attributes: pairs of name (lower case) and value (entities decoded, perhaps NULL), then
 * NULL; or NULL altogether.
 * Returns traits whose strings are borrowed from the attributes.  Cost: O(length of the values).
 */
struct tl_html_traits tl_html_traits_of(const unsigned char *const *attributes);

/* The traits of an element whose only attribute is a style: "display: none; color: red". */
struct tl_html_traits tl_html_traits_of_style(struct tl_str style);

#endif
