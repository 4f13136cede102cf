/*
 * Reading values of a rule or language file: each function checks the type, adds an error with its
 * position where it is wrong, and returns false.  What is not there is left alone.
 *
 * Everything read is borrowed from the loader's arena.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_LOADER_H
#define TL_RULES_LOADER_H

#include "base/regex.h"
#include "rules/classes.h"
#include "rules/scope.h"
#include "rules/yaml.h"

struct tl_prefilter;
struct tl_terms;
/* A pattern as it was put together from a node of a rule file, without the word classes. */
struct tl_trace {
    const struct tl_yaml *node;
    struct tl_str pattern;
};
TL_VEC(tl_traces, struct tl_trace);

/* A regex that was made of patterns, for others of the same text. */
struct tl_known_regex {
    struct tl_str pattern;
    unsigned flags;
    const struct tl_regex *regex;
};
TL_VEC(tl_known_regexes, struct tl_known_regex);

/* A word class whose alternatives are looked for one by one. */
struct tl_known_class {
    const struct tl_class *class;
    struct tl_str before; /* what was put around them */
    struct tl_str after;
    unsigned flags;
    const struct tl_regex_part *parts;
    size_t n_parts; /* 0: they must be looked for as one */
};
TL_VEC(tl_known_classes, struct tl_known_class);

/* What was compiled of word classes, which are long: it is done once for all rules. */
struct tl_known {
    struct tl_known_regexes regexes;
    struct tl_known_classes classes;
};

struct tl_loader {
    struct tl_arena *arena;
    const char *path;
    struct tl_errors *errors;   /* of all files */
    struct tl_errors *warnings; /* the same; NULL where nobody wants them */
    const struct tl_classes *classes;
    const struct tl_terms *vocabulary; /* what the user accepts; may be NULL */
    bool ignorecase;                   /* of the check that is being read */
    bool is_style;                     /* a rule of Vale: what that takes is taken */
    bool is_lax;                       /* unknown keys are warnings */
    struct tl_str unmarked; /* letters whose marks the text lacks (rules/unmarked.h); "": none */
    bool is_trusted; /* the file comes with the program: its patterns are compiled when used */
    struct tl_prefilter *prefilter; /* that gets the literals of its patterns; may be NULL */
    struct tl_known *known;         /* of patterns that name word classes; may be NULL */
    struct tl_traces *traces;       /* get each pattern that is read; may be NULL */
};

/* The member of a map of that name in any letter case, as Vale has it, or NULL. */
const struct tl_yaml *tl_loader_find(const struct tl_yaml *map, const char *key);

/*
 * Adds an error at a node, unless the file has TL_MAX_RULE_ERRORS, or one about the same value: its
 * type is said once, whoever looks at it.  Always false, so that callers can return it.
 */
bool tl_loader_fail(struct tl_loader *loader, const struct tl_yaml *node, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Adds a warning at a node: what is there is read, but it does not do what its author wanted. */
void tl_loader_warn(struct tl_loader *loader, const struct tl_yaml *node, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The same at a byte of a scalar's text, wherever that is written. */
bool tl_loader_fail_in(struct tl_loader *loader, const struct tl_yaml *node, size_t offset,
                       const char *format, ...) __attribute__((format(printf, 4, 5)));

/* As above, and names the nearest of the known words, if one is near: "…; did you mean 'x'?". */
bool tl_loader_fail_unknown(struct tl_loader *loader, const struct tl_yaml *node, const char *what,
                            struct tl_str word, const struct tl_strs *known);

bool tl_loader_str(struct tl_loader *loader, const struct tl_yaml *map, const char *key,
                   struct tl_str *value);
bool tl_loader_bool(struct tl_loader *loader, const struct tl_yaml *map, const char *key,
                    bool *value);
bool tl_loader_unsigned(struct tl_loader *loader, const struct tl_yaml *map, const char *key,
                        unsigned *value);

/* A scalar or a list of scalars. */
bool tl_loader_strs(struct tl_loader *loader, const struct tl_yaml *map, const char *key,
                    struct tl_strs *value);

/* A scalar or a list of scalars, each a term of a scope. */
bool tl_loader_scope(struct tl_loader *loader, const struct tl_yaml *map, const char *key,
                     struct tl_scope *value);

/* The number that a scalar says, or false without an error. */
bool tl_loader_number(struct tl_str text, unsigned *value);

#endif
