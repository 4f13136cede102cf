/*
 * What a tag of a template means, by the mark or word that it begins with: the rows MARK and WORD
 * of template.def. SPDX-License-Identifier: MIT
 */
#ifndef TL_TEXT_TEMPLATE_MEANING_H
#define TL_TEXT_TEMPLATE_MEANING_H

#include "text/template_tag.h"

/*
 * Sets kind, role and name of a tag whose delimiter is known.
 *
 * dialects  that are read
 * inside    what stands between the delimiters
 * tag       its kind is that of the delimiter; changed where mark or word say otherwise
 */
void tl_tag_mean(unsigned dialects, struct tl_str inside, struct tl_tag *tag);

/* Whether what follows a delimiter begins with a mark or word of it. */
bool tl_tag_has_meaning(unsigned dialects, struct tl_str open, struct tl_str inside);

#endif
