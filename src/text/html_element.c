/* SPDX-License-Identifier: MIT */
#include "text/html_element.h"

#include <stdlib.h>

struct element {
    const char *name;
    unsigned flags;
};

enum {
    BLOCK = TL_HTML_BLOCK,
    HIDDEN = TL_HTML_HIDDEN,
    HEADING = TL_HTML_BLOCK | TL_HTML_HEADING,
    LIST = TL_HTML_BLOCK | TL_HTML_LIST,
};

/* In the order of the names. */
static const struct element elements[] = {
    {"a", TL_HTML_LINK},
    {"address", BLOCK},
    {"article", BLOCK},
    {"aside", BLOCK},
    {"b", TL_HTML_BOLD},
    {"blockquote", BLOCK | TL_HTML_QUOTE},
    {"body", BLOCK | TL_HTML_ROOT},
    {"br", TL_HTML_BREAK},
    {"caption", BLOCK},
    {"center", BLOCK},
    {"datalist", HIDDEN},
    {"dd", BLOCK},
    {"details", BLOCK},
    {"dir", LIST},
    {"div", BLOCK},
    {"dl", BLOCK},
    {"dt", BLOCK},
    {"em", 0},
    {"fieldset", BLOCK},
    {"figcaption", BLOCK},
    {"figure", BLOCK},
    {"font", 0},
    {"footer", BLOCK},
    {"form", BLOCK},
    {"h1", HEADING},
    {"h2", HEADING},
    {"h3", HEADING},
    {"h4", HEADING},
    {"h5", HEADING},
    {"h6", HEADING},
    {"head", HIDDEN},
    {"header", BLOCK},
    {"hr", BLOCK | TL_HTML_RULE},
    {"html", BLOCK | TL_HTML_ROOT},
    {"i", 0},
    {"img", 0},
    {"legend", BLOCK},
    {"li", BLOCK | TL_HTML_ITEM},
    {"link", HIDDEN},
    {"main", BLOCK},
    {"menu", LIST},
    {"meta", HIDDEN},
    {"mj-accordion", BLOCK},
    {"mj-accordion-element", BLOCK},
    {"mj-accordion-text", BLOCK},
    {"mj-accordion-title", BLOCK | TL_HTML_HEADING},
    {"mj-attributes", HIDDEN},
    {"mj-body", BLOCK | TL_HTML_ROOT},
    {"mj-button", BLOCK | TL_HTML_LINK},
    {"mj-carousel", BLOCK},
    {"mj-column", BLOCK},
    {"mj-divider", BLOCK | TL_HTML_RULE},
    {"mj-group", BLOCK},
    {"mj-head", HIDDEN},
    {"mj-hero", BLOCK},
    {"mj-html-attributes", HIDDEN},
    {"mj-image", BLOCK},
    {"mj-include", HIDDEN},
    {"mj-navbar", BLOCK},
    {"mj-navbar-link", BLOCK | TL_HTML_LINK},
    {"mj-preview", HIDDEN},
    {"mj-raw", BLOCK},
    {"mj-section", BLOCK},
    {"mj-social", BLOCK},
    {"mj-social-element", BLOCK | TL_HTML_LINK},
    {"mj-spacer", BLOCK},
    {"mj-style", HIDDEN},
    {"mj-table", BLOCK | TL_HTML_TABLE},
    {"mj-text", BLOCK},
    {"mj-title", HIDDEN},
    {"mj-wrapper", BLOCK},
    {"mjml", BLOCK | TL_HTML_ROOT},
    {"nav", BLOCK},
    {"noframes", HIDDEN},
    {"noscript", HIDDEN},
    {"ol", LIST},
    {"optgroup", BLOCK},
    {"option", BLOCK},
    {"p", BLOCK},
    {"pre", BLOCK | TL_HTML_PRE},
    {"script", HIDDEN},
    {"section", BLOCK},
    {"span", 0},
    {"strong", TL_HTML_BOLD},
    {"style", HIDDEN | TL_HTML_STYLE},
    {"summary", BLOCK},
    {"svg", HIDDEN},
    {"table", BLOCK | TL_HTML_TABLE},
    {"tbody", BLOCK},
    {"td", BLOCK | TL_HTML_CELL},
    {"template", HIDDEN},
    {"tfoot", BLOCK},
    {"th", BLOCK | TL_HTML_CELL | TL_HTML_HEAD_CELL},
    {"thead", BLOCK},
    {"title", HIDDEN},
    {"tr", BLOCK | TL_HTML_ROW},
    {"u", 0},
    {"ul", LIST},
    {"xml", HIDDEN},
};

static int compare(const void *key, const void *item)
{
    const struct tl_str *name = key;
    const struct element *element = item;
    return tl_str_compare(*name, tl_str_of(element->name));
}

unsigned tl_html_element_flags(struct tl_str name)
{
    const struct element *found =
        bsearch(&name, elements, sizeof elements / sizeof *elements, sizeof *elements, compare);
    return found == NULL ? 0 : found->flags | TL_HTML_KNOWN;
}
