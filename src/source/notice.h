/*
 * What reading a message, or running rules over it, came upon that its sender should know: bytes
 * that could not be decoded, a limit that was reached.  Notices become findings through the rules
 * of kind `notice`. SPDX-License-Identifier: MIT
 */
#ifndef TL_SOURCE_NOTICE_H
#define TL_SOURCE_NOTICE_H

#include "base/vec.h"
#include "source/span.h"

enum tl_notice_kind {
    TL_NOTICE_LIMIT,       /* a cap of base/limits.h was reached; something was not read */
    TL_NOTICE_ENCODING,    /* bytes that are not what their charset or transfer encoding promises */
    TL_NOTICE_NO_TEXT,     /* there is no text to lint: empty, binary, encrypted */
    TL_NOTICE_PLACEHOLDER, /* a tag of a template that is not closed, or has no counterpart */
    TL_NOTICE_RULE_LIMIT,  /* a rule whose pattern was too costly for a text */
    TL_NOTICE_COUNT,
};

/* The names of the kinds, as rule files say them. */
extern const char *const tl_notice_names[TL_NOTICE_COUNT];

struct tl_notice {
    enum tl_notice_kind kind;
    struct tl_span span; /* bytes of the source */
    struct tl_str what;  /* the second half of a sentence: "only the first 50 levels were read" */
    struct tl_str text;  /* decoded, of the span; "": it has none to show, and only begins there */
};

TL_VEC(tl_notices, struct tl_notice);

#endif
