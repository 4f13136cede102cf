/*
 * Word classes: named alternatives of language.yml that patterns refer to as (?&name), which is how
 * PCRE2 calls a named group.  A pattern gets the classes that it names as definitions at its end,
 * so that each is compiled once however often it is named. SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_CLASSES_H
#define TL_RULES_CLASSES_H

#include "base/buf.h"
#include "base/error.h"

struct tl_class {
    struct tl_str name;
    struct tl_str pattern; /* alternatives joined by "|", without the group around them */
    const char *path;      /* of the file that it is in */
    struct tl_strs items;  /* the alternatives; none where they are not known */
    bool is_leaf;          /* it is known to name no class */
};
TL_VEC(tl_classes, struct tl_class);

/*
 * The definitions of all classes that a pattern names, directly or through other classes:
 * "(?(DEFINE)(?<name>…)…)", or "" where it names none.
 *
 * offset  on failure: where in `pattern` the name stands, in bytes
 * why     on failure: an unknown class, or one that names itself
 *
 * Returns true with `definitions` borrowed from the arena.  Cost: O(classes named x classes).
 */
bool tl_classes_define(struct tl_arena *arena, const struct tl_classes *classes,
                       struct tl_str pattern, struct tl_str *definitions, size_t *offset,
                       struct tl_str *why);

/* The index of the class of that name (of several, the last), or TL_NONE. */
size_t tl_classes_find(const struct tl_classes *classes, struct tl_str name);
/* The classes that a sound pattern names, directly or through others, are added to `named`, each
 * once. */
void tl_classes_named(struct tl_arena *arena, const struct tl_classes *classes,
                      struct tl_str pattern, struct tl_classes *named);

/* Whether a class may be called so: letters, digits and "_", not longer than PCRE2 allows. */
bool tl_class_is_name(struct tl_str name);

#endif
