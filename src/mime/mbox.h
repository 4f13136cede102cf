/*
 * Mailboxes in one file (RFC 4155 and its kin: mboxo, mboxrd, mboxcl, mboxcl2), read message by
 * message: memory is that of one message.
 *
 * A message begins with a "From " line that has a date (mbox_line.h); nothing need stand before it.
 * Where the first line of the file has none, any "From " line does that follows a blank line and is
 * followed by a header field.  A Content-Length that leads exactly to such a line, or to the end of
 * the file, wins over what stands inside it.
 *
 *     struct tl_mbox mbox = {.window = &window, .name = name, .max_bytes = …};
 *     while (tl_mbox_next(&mbox, arena, &source, &err) && source != NULL) …
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_MIME_MBOX_H
#define TL_MIME_MBOX_H

#include "base/window.h"
#include "source/source.h"

struct tl_mbox {
    struct tl_window *window; /* begins with the next message */
    struct tl_str name;       /* of the file */
    size_t max_bytes;         /* of a message; longer ones are cut */
    size_t offset;            /* private: bytes before the window */
    size_t n_lines;           /* private: lines before it */
    size_t n_messages;        /* so far */
    bool is_loose;            /* private: its "From " lines have no dates */
};

/*
 * Whether what the bytes begin is an mbox: its first line is a "From " line.  One without a date
 * counts if the name ends in ".mbox" and a header field follows; with such a name, an empty file is
 * an mbox without messages.
 */
bool tl_mbox_is(struct tl_str bytes, struct tl_str name);

/*
 * Reads the next message: its bytes from its "From " line on, without the blank line at its end.
 *
 * source  the message, borrowed from the arena, with its place in the file; NULL where there are no
 *         more
 *
 * On failure returns false with err filled.  Cost: O(message), amortised; memory: the message, its
 * Content-Length where that may be true, and a copy.
 */
TL_MUST_USE bool tl_mbox_next(struct tl_mbox *mbox, struct tl_arena *arena,
                              struct tl_source **source, struct tl_error *err);

#endif
