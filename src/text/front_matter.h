/*
 * Front matter: what template repositories write above a message, for programs.
 *
 *     ---
 *     subject: "Your order {{ id }}"
 *     ---
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_TEXT_FRONT_MATTER_H
#define TL_TEXT_FRONT_MATTER_H

#include "base/str.h"
#include "source/span.h"

struct tl_front_matter {
    size_t bytes; /* of it, with its dividing lines; 0 where there is none */
    bool has_subject;
    struct tl_span subject; /* its value without quotes: of "subject", else of "title" */
};

/*
 * The front matter at the start of a text: what stands between two lines "---" (YAML) or "+++"
 * (TOML), of which each line is a key, goes on from one or is a remark.  Cost: O(front matter).
 */
struct tl_front_matter tl_front_matter_find(struct tl_str text);

#endif
