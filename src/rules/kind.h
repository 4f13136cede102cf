/*
 * Kinds of checks: the C part of rules.  A kind is one file with one record, and one row in
 * kinds.def.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_KIND_H
#define TL_RULES_KIND_H

#include "rules/engine.h"
#include "rules/key.h"

struct tl_kind {
    const char *name;          /* what `extends` says */
    const struct tl_key *keys; /* that it takes besides those of every check */

    /*
     * Reads its keys, whose values have the types of their rows, from the map of a check and fills
     * `data` of the check (and may change its default scope).  Returns false after having added an
     * error to the loader.
     */
    bool (*load)(struct tl_loader *loader, const struct tl_yaml *map, struct tl_check *check);

    /* Looks at the engine's letter and adds findings. */
    void (*run)(struct tl_engine *engine, const struct tl_check *check);
};

/* The kind of that name, or NULL. */
const struct tl_kind *tl_kind_find(struct tl_str name);

/* Whether it is a kind of Vale's that there is no support for: a rule of it is left out, and that
 * is said. */
bool tl_kind_is_refused(struct tl_str name);

/* The names of all kinds, for messages. */
struct tl_strs tl_kind_names(struct tl_arena *arena);

#define KIND(name) extern const struct tl_kind tl_kind_##name;
#include "rules/kinds.def"
#undef KIND

#endif
