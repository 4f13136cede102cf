/*
 * One tag of a template: where it begins and ends, and what it is.  The table is template.def.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_TEXT_TEMPLATE_TAG_H
#define TL_TEXT_TEMPLATE_TAG_H

#include "source/span.h"
#include "text/template_dialect.h"

enum tl_tag_kind {
    TL_TAG_PLACEHOLDER, /* stands for words */
    TL_TAG_CONTROL,     /* stands for nothing */
    TL_TAG_COMMENT,
};

/* What a control tag does to the text around it. */
enum tl_tag_role {
    TL_TAG_ROLE_NONE,
    TL_TAG_ROLE_BEGIN,       /* of a block that must have an end */
    TL_TAG_ROLE_RAW,         /* the same; tags are text up to the end */
    TL_TAG_ROLE_COMMENT,     /* the same; nothing is text up to the end */
    TL_TAG_ROLE_END,         /* of a block */
    TL_TAG_ROLE_DIVIDER,     /* else */
    TL_TAG_ROLE_TRANSLATION, /* of a string in the tag, else of what follows */
    TL_TAG_ROLE_CONDITION,   /* the first half of ((name??text)); "))" ends it */
};

struct tl_tag {
    struct tl_span span;
    enum tl_tag_kind kind;
    enum tl_tag_role role;
    struct tl_str name; /* of a block; of an end that fits any block, "" */
    struct tl_str open; /* its delimiter: blocks end with one of their own kind */
    unsigned dialects;  /* that have such a tag */
};

/* A tag that is not closed or not opened. */
struct tl_tag_error {
    struct tl_span span;
    bool is_opened;
    bool is_sure;      /* an error whatever else is in the file */
    unsigned dialects; /* that it would be a tag of */
};

enum { TL_TAG_ROWS = 48 };

/* What reading tags remembers, so that all of them together cost O(length). */
struct tl_tag_reader {
    struct tl_str text;
    unsigned dialects;
    bool is_html; /* an element ends a placeholder that is not closed */
    struct {
        size_t from; /* searched from here */
        size_t at;   /* found here, or TL_NONE */
        bool is_set;
    } closes[TL_TAG_ROWS]; /* of comments, by row */
};

/* A reader of a text. */
struct tl_tag_reader tl_tag_reader_of(struct tl_str text, unsigned dialects, bool is_html);

/* Whether a tag, or a broken one, may begin with this character. */
bool tl_tag_may_begin(char c);

/*
 * Reads the tag that begins at `at`; false where there is none.
 * is_plain  only what cannot be anything else is a tag: inside style sheets and the like
 */
bool tl_tag_read(struct tl_tag_reader *reader, size_t at, bool is_plain, struct tl_tag *tag);

/* Whether something at `at`, where no tag begins, was meant as one.  Cost: O(its line). */
bool tl_tag_find_error(const struct tl_tag_reader *reader, size_t at, struct tl_tag_error *error);

#endif
