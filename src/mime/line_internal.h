/*
 * The lines of a header or a body, for the files of this folder.  LF, CRLF or a bare CR ends a
 * line. SPDX-License-Identifier: MIT
 */
#ifndef TL_MIME_LINE_INTERNAL_H
#define TL_MIME_LINE_INTERNAL_H

#include "base/str.h"

#include <string.h>

struct tl_mime_line {
    size_t begin; /* bytes */
    size_t end;   /* its line end begins here */
    size_t next;  /* and ends here */
};

/* Offset of the first CR or LF at or after `at`, or the length.  Cost: O(line). */
static inline size_t tl_mime_line_end(struct tl_str bytes, size_t at)
{
    enum { WINDOW = 64 }; // a search for LF alone could run over many lines that end with CR
    while (at < bytes.len) {
        const char *from = bytes.data + at;
        size_t window = bytes.len - at < WINDOW ? bytes.len - at : WINDOW;
        const char *lf = memchr(from, '\n', window);
        const char *cr = memchr(from, '\r', lf == NULL ? window : (size_t)(lf - from));
        if (cr != NULL || lf != NULL) {
            return (size_t)((cr != NULL ? cr : lf) - bytes.data);
        }
        at += window;
    }
    return bytes.len;
}

/* The offset after the line end at `at`, or `at` where there is none. */
static inline size_t tl_mime_line_end_skip(struct tl_str bytes, size_t at)
{
    if (at < bytes.len && bytes.data[at] == '\r') {
        at++;
        return at < bytes.len && bytes.data[at] == '\n' ? at + 1 : at;
    }
    return at < bytes.len && bytes.data[at] == '\n' ? at + 1 : at;
}

/* The line that begins at `at` (at most the length, where it is empty). */
static inline struct tl_mime_line tl_mime_line_at(struct tl_str bytes, size_t at)
{
    size_t end = tl_mime_line_end(bytes, at);
    return (struct tl_mime_line){at, end, tl_mime_line_end_skip(bytes, end)};
}

#endif
