/*
 * YAML files as a tree with positions.  The only file that includes yaml.h is yaml.c.
 *
 * Scalars are kept as they are written: types are the reader's business.  Anchors and aliases are
 * refused: no rule needs them, and they are how a small file becomes a large one.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_YAML_H
#define TL_RULES_YAML_H

#include "base/error.h"

enum tl_yaml_kind {
    TL_YAML_SCALAR,
    TL_YAML_LIST,
    TL_YAML_MAP,
};

struct tl_yaml {
    enum tl_yaml_kind kind;
    unsigned line;               /* from 1 */
    unsigned column;             /* from 1 */
    bool double_quoted;          /* a scalar in "…", in which YAML reads escapes */
    bool quoted;                 /* in either quotes */
    struct tl_str text;          /* of a scalar; no NUL inside */
    const char *path;            /* of the file: a rule may have values of several */
    struct tl_str source;        /* the bytes of the file that a scalar is written in */
    const struct tl_yaml *key;   /* of a member of a map */
    const struct tl_yaml *first; /* member or item */
    const struct tl_yaml *next;  /* sibling */
};

TL_VEC(tl_yaml_nodes, const struct tl_yaml *);

/*
 * Reads one document.
 *
 * Returns the root, borrowed from the arena; an empty document is an empty map.  On failure NULL
 * with err filled: the file cannot be read, is no YAML, has a duplicate key, an alias, more than
 * TL_MAX_YAML_DEPTH levels or more than one document.
 */
TL_MUST_USE const struct tl_yaml *tl_yaml_read(struct tl_arena *arena, const char *path,
                                               struct tl_error *err);

/*
 * The same up to a key of the root: neither it nor what comes after it is read, or known to be
 * YAML.  `until` may be "": then all is read.
 */
TL_MUST_USE const struct tl_yaml *tl_yaml_read_until(struct tl_arena *arena, const char *path,
                                                     struct tl_str until, struct tl_error *err);

/*
 * The same of a file whose last key is perhaps `lists`: it is read faster if its value is a map of
 * plain lists (rules/yaml_lists.h).  A key that is there twice may then be passed over.
 */
TL_MUST_USE const struct tl_yaml *tl_yaml_read_lists(struct tl_arena *arena, const char *path,
                                                     struct tl_str lists, struct tl_error *err);

/* The same of bytes in memory, which the tree borrows; `path` is for errors. */
TL_MUST_USE const struct tl_yaml *tl_yaml_parse(struct tl_arena *arena, const char *path,
                                                struct tl_str bytes, struct tl_error *err);

/*
 * The same of a file that another program takes as YAML: of a key that is there twice, the first
 * counts, with a warning; in double quotes, a backslash may stand before a single quote.
 */
TL_MUST_USE const struct tl_yaml *tl_yaml_read_lenient(struct tl_arena *arena, const char *path,
                                                       struct tl_errors *warnings,
                                                       struct tl_error *err);

/*
 * One value or a list of them: what is no list is its only item.  NULL after the last one, and of
 * what is not there.
 *
 *     for (item = tl_yaml_first(node); item != NULL; item = tl_yaml_next(node, item))
 */
const struct tl_yaml *tl_yaml_first(const struct tl_yaml *node);
const struct tl_yaml *tl_yaml_next(const struct tl_yaml *node, const struct tl_yaml *item);

/* The member of a map of that name, or NULL. */
const struct tl_yaml *tl_yaml_find(const struct tl_yaml *map, struct tl_str key);

#endif
