/*
 * What --dump shows of a message, before it is printed in some form.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_CLI_DUMP_VIEW_H
#define TL_CLI_DUMP_VIEW_H

#include "cli/letters.h"

/* An entity of the tree. */
struct tl_dump_part {
    struct tl_str index; /* "1.2": the second child of the root */
    const struct tl_part *part;
    struct tl_str charset;  /* "" where none is said; likewise the file name */
    struct tl_str filename; /* of the disposition, else the name of the type */
    bool is_attachment;
    bool is_read;        /* its text is linted */
    struct tl_span body; /* bytes of the file; of a multipart: all of it */
    size_t line;         /* of the file, where the body begins */
    bool is_text;        /* of the family text/ */
    struct tl_str text;  /* such a part's, decoded */
};

TL_VEC(tl_dump_parts, struct tl_dump_part);

/* Where something stands in the file. */
struct tl_dump_place {
    struct tl_span bytes;
    struct tl_position begin;
    struct tl_position end;
};

/* A sentence. */
struct tl_dump_span {
    struct tl_str zone;
    const char *kind; /* of its block */
    size_t block;     /* from 1 */
    struct tl_str text;
    struct tl_dump_place place;
};

TL_VEC(tl_dump_spans, struct tl_dump_span);

/*
 * All entities of a message, parents before their children.  What is no mail has one, as if it were
 * the body of a mail; what cannot be read at all may have none.  Borrowed from the arena.
 */
struct tl_dump_parts tl_dump_view_parts(struct tl_arena *arena, struct tl_source *source,
                                        const struct tl_letters *letters);

/* The index of the part that a letter was read from; "" where there is none. */
struct tl_str tl_dump_view_index(const struct tl_dump_parts *parts, const struct tl_letter *letter);

/* Where a span of the letter's text stands. */
struct tl_dump_place tl_dump_view_place(struct tl_source *source, const struct tl_letter *letter,
                                        struct tl_span span);

/* All sentences of a letter, in its order.  Borrowed from the arena. */
struct tl_dump_spans tl_dump_view_spans(struct tl_arena *arena, struct tl_source *source,
                                        const struct tl_letter *letter);

#endif
