/*
 * What a pattern is written of, one token after the other, as PCRE2 reads it: for what has to
 * understand a pattern without compiling it.  Where it does not understand, it says so
 * (TL_TOKEN_OTHER), and nothing is known of the rest.
 *
 *     struct tl_token_reader reader = tl_token_read(pattern);
 *     struct tl_token token;
 *     while (tl_token_next(&reader, &token)) use(token.kind, token.begin, token.end);
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_BASE_REGEX_TOKEN_H
#define TL_BASE_REGEX_TOKEN_H

#include "base/str.h"

enum tl_token_kind {
    TL_TOKEN_CHAR,       /* one character: `value` */
    TL_TOKEN_SET,        /* […] */
    TL_TOKEN_ANY,        /* something that is read: \w, a back reference, a call by number … */
    TL_TOKEN_EMPTY,      /* something that reads nothing: \b, ^, (?i) … */
    TL_TOKEN_BAR,        /* | */
    TL_TOKEN_QUANTIFIER, /* `min` and `max` of what stands before it */
    TL_TOKEN_CALL,       /* of a group by its name, which is `name` */
    TL_TOKEN_OPEN,       /* of a group: `group` */
    TL_TOKEN_CLOSE,
    TL_TOKEN_CALLOUT, /* (?C…) */
    TL_TOKEN_OTHER,   /* not understood; the last token */
};

enum tl_token_group {
    TL_GROUP_PLAIN,   /* (?:…), (?>…), (?i:…) */
    TL_GROUP_CAPTURE, /* with a `name` or without one */
    TL_GROUP_RESET,   /* (?|…) */
    TL_GROUP_AHEAD,   /* (?=…), (?!…) */
    TL_GROUP_BEHIND,  /* (?<=…), (?<!…) */
    TL_GROUP_DEFINE,  /* (?(DEFINE)…) */
};

enum { TL_TOKEN_ENDLESS = 65536 }; /* `max` of what may be there any number of times */

struct tl_token {
    enum tl_token_kind kind;
    size_t begin; /* bytes of the pattern */
    size_t end;
    uint32_t value;
    unsigned min;
    unsigned max;
    enum tl_token_group group;
    bool is_negative;   /* a group that must not be there */
    bool sets_flags;    /* (?i) and the like, for what comes after it in its group */
    bool is_reference;  /* counts on the numbers or names of groups */
    bool is_quoted;     /* a character between \Q and \E */
    struct tl_str name; /* of a group that is opened or called */
};

enum {
    TL_TOKEN_MAX_DEPTH = 250, /* groups inside groups: no more are compiled either */
    TL_TOKEN_N_FLAGS = 6,
    TL_TOKEN_FLAG_X = 1 << 3,
    TL_TOKEN_FLAG_N = 1 << 4,
};

extern const char tl_token_flag_names[TL_TOKEN_N_FLAGS + 1]; /* "imsxnU" */

/* The flags that were set inside the pattern, bits in the order of their names. */
struct tl_token_flags {
    unsigned char on;
    unsigned char off;
};

struct tl_token_reader {
    struct tl_str pattern;
    size_t at;
    bool in_quote; /* between \Q and \E */
    bool is_other; /* something was not understood */
    unsigned depth;
    struct tl_token_flags flags[TL_TOKEN_MAX_DEPTH + 1]; /* by depth */
};

/* A reader before the first token. */
struct tl_token_reader tl_token_read(struct tl_str pattern);

/*
 * Reads the ASCII letters and blanks that come next and stand for themselves once, which is most of
 * a pattern.  There may be none; the next token may be one more.
 */
struct tl_str tl_token_letters(struct tl_token_reader *reader);

/* Reads the next token; false at the end. */
bool tl_token_next(struct tl_token_reader *reader, struct tl_token *token);

/* Reads the next token if it is a quantifier. */
bool tl_token_quantifier(struct tl_token_reader *reader, struct tl_token *token);

#endif
