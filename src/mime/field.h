/*
 * Header fields (RFC 5322 2.2, 3.6; obsolete forms of 4.5 are read as well).
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_MIME_FIELD_H
#define TL_MIME_FIELD_H

#include "source/notice.h"
#include "source/text.h"

struct tl_field {
    struct tl_text name; /* without the colon and the white space before it */
    struct tl_text body; /* as it lies there: folded, encoded, with comments, no last line end */
};

TL_VEC(tl_fields, struct tl_field);

/*
 * Reads the header fields at the start of an entity.
 *
 * fields   filled in their order; lines that are no field and continue none are passed over, but
 *          the first line that cannot belong to a header at all ends it (the body begins there)
 *          and so do the lines before it that look like fields of no known name ("Note: …")
 * notices  gets a TL_NOTICE_LIMIT where there are more than TL_MAX_FIELDS
 *
 * Lines end with LF, CRLF or a bare CR.  An mbox "From " line at the very start is passed over.
 * Returns the offset of the first body byte.  Cost: O(header).
 */
size_t tl_fields_parse(struct tl_arena *arena, const struct tl_text *entity,
                       struct tl_fields *fields, struct tl_notices *notices);

/* The first field of that name, in any case of letters, or NULL. */
const struct tl_field *tl_fields_find(const struct tl_fields *fields, struct tl_str name);

#endif
