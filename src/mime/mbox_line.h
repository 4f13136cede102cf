/*
 * The line that a message of an mbox begins with (RFC 4155): "From ann@example.com Sat Nov 21
 * 10:00:00 2026".
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_MIME_MBOX_LINE_H
#define TL_MIME_MBOX_LINE_H

#include "base/str.h"

/*
 * Whether a line, without its end, is one: "From ", an address or what stands for it ("-"), and a
 * date as asctime() writes it; seconds may be missing, a zone may stand before or after the year,
 * and a few words after the date.  Cost: O(line), of which the first kilobyte counts.
 */
bool tl_mbox_line_is(struct tl_str line);

#endif
