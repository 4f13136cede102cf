/*
 * Style sheets in HTML, as far as they decide whether text can be seen: class names whose rules say
 * display: none and the like (templates hide their preheader that way), and what they paint.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_TEXT_HTML_SHEET_H
#define TL_TEXT_HTML_SHEET_H

#include "base/vec.h"
#include "text/html_trait.h"

/* What rules are about: ".class", "#id", "element"; borrowed from the styles. */
struct tl_html_subjects {
    struct tl_strs names;
    bool anything; /* "*", or more names than are kept */
};

struct tl_html_sheet {
    struct tl_strs hidden; /* class names; borrowed from the styles */
    struct tl_html_subjects inks;
    struct tl_html_subjects backs;
};

/*
 * Reads the content of a <style> element, which must outlive the sheet.  Of each rule outside of
 * "@media" and its kin, selectors that are nothing but a class (".preheader", "span.preheader")
 * hide; of all rules, the element that a selector ends with is one that is painted.  At most 64
 * names of each are kept.  Cost: O(length).
 */
void tl_html_sheet_read(struct tl_arena *arena, struct tl_html_sheet *sheet, struct tl_str style);

/* Whether one of the classes, as the attribute has them, hides.  Cost: O(classes x 64). */
bool tl_html_sheet_hides(const struct tl_html_sheet *sheet, struct tl_str classes);

/*
 * What the sheet may say of the colours of an element: UNKNOWN, since which of its rules win is not
 * ours to find out, or UNSAID.  Cost: O(classes x 64).
 */
struct tl_html_paint tl_html_sheet_paint(const struct tl_html_sheet *sheet, struct tl_str name,
                                         const struct tl_html_traits *traits);

#endif
