/*
 * What a line of a signature looks like: the shapes by which names, companies and ways to reach
 * somebody are told from prose, in any language.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_MODEL_SIGNATURE_LINE_H
#define TL_MODEL_SIGNATURE_LINE_H

#include "base/str.h"

/* Short, begins with a capital, a quotation mark, a bracket or a mark of contact; no sentence. */
bool tl_signature_line_is_name(struct tl_str line, size_t most_words);

/* A phone number, an address of the web or of mail, with or without a label. */
bool tl_signature_line_is_contact(struct tl_str line);

/* A company by what it is and its name in quotation marks: "autoservisas „Trys ratai“". */
bool tl_signature_line_is_company(struct tl_str line);

/* Whether all its words begin with a capital: without a comma, "Thanks Tom" but not "Thanks to
 * Tom". */
bool tl_signature_line_is_capitals(struct tl_str line);

#endif
