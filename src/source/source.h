/*
 * One message: the name of its file, its bytes, its lines.  Positions in memory are always byte
 * offsets of a source; lines and columns are made here, when something is printed.  A source that
 * is a part of its file, as the messages of an mbox are, knows where it begins: its lines are those
 * of the file.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_SOURCE_SOURCE_H
#define TL_SOURCE_SOURCE_H

#include "base/error.h"
#include "source/span.h"

struct tl_source_lines;

struct tl_source {
    struct tl_str path;            /* as the user named it */
    struct tl_str bytes;           /* at most TL_MAX_SOURCE_BYTES */
    bool cut;                      /* the input went on after them */
    bool is_mail;                  /* it lay in a mailbox: a mail, whatever it looks like */
    bool is_from_quoted;           /* lines ">From " stand for "From ", as in an mbox */
    size_t message;                /* its number in an mbox, from 1; else 0 */
    size_t base_offset;            /* bytes of the file before it; it begins with a line */
    size_t base_line;              /* lines of the file before it */
    struct tl_source_lines *lines; /* private: made by tl_source_locate() */
    struct tl_arena *arena;        /* where the line table goes */
};

struct tl_position {
    size_t line;   /* of the file, from 1 */
    size_t column; /* from 1, in code points; a tab is one, an ill-formed byte is one */
};

/*
 * Reads a file, or standard input where `path` is NULL; `name` is what it is called in output.
 * Returns the source, borrowed from the arena; on failure NULL, with err filled.
 */
TL_MUST_USE struct tl_source *tl_source_read(struct tl_arena *arena, const char *path,
                                             struct tl_str name, struct tl_error *err);

/* A source of bytes in memory, which must outlive it.  Borrowed from the arena. */
struct tl_source *tl_source_of(struct tl_arena *arena, struct tl_str name, struct tl_str bytes);

/*
 * Turns a byte offset (the end of the file is allowed, more is cut to it) into line and column.
 * A line ends with LF; where the source has no LF at all, with CR.
 * Cost: O(log lines + 4096 bytes), after O(size) at the first call.  Not to be called by two
 * threads for one source.
 */
struct tl_position tl_source_locate(struct tl_source *source, size_t offset);

/*
 * The line alone, for who has no right to change the source.  Cost: O(offset).
 */
size_t tl_source_line_of(const struct tl_source *source, size_t offset);

/*
 * The bytes of a line of the file (from 1) without its line end; empty at the end of the source
 * where that has no such line.
 */
struct tl_span tl_source_line(struct tl_source *source, size_t line);

#endif
