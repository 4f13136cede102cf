/*
 * Style sheets in HTML, as far as they hide text: class names whose rules say display: none and the
 * like.  Templates hide their preheader that way.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_TEXT_HTML_SHEET_H
#define TL_TEXT_HTML_SHEET_H

#include "base/vec.h"

struct tl_html_sheet {
    struct tl_strs hidden; /* class names; borrowed from the styles */
};

/*
 * Reads the content of a <style> element, which must outlive the sheet.  Of each rule outside of
 * "@media" and its kin, selectors that are nothing but a class (".preheader", "span.preheader")
 * count.  At most 64 classes are kept.  Cost: O(length).
 */
void tl_html_sheet_read(struct tl_arena *arena, struct tl_html_sheet *sheet, struct tl_str style);

/* Whether one of the classes, as the attribute has them, hides.  Cost: O(classes x 64). */
bool tl_html_sheet_hides(const struct tl_html_sheet *sheet, struct tl_str classes);

#endif
