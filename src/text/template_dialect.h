/*
 * Template languages, by name, by the ending of a file and by what is in it.  The table is
 * template.def; docs/templates.md says what each tag becomes.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_TEXT_TEMPLATE_DIALECT_H
#define TL_TEXT_TEMPLATE_DIALECT_H

#include "base/vec.h"

/* A set of dialects is a bit each; none at all means that nobody named any. */
enum tl_dialect {
#define DIALECT(id, name) TL_DIALECT_##id,
#include "text/template.def"
    TL_DIALECT_COUNT,
};

/* The names of all dialects, then their other names.  Borrowed from the arena. */
struct tl_strs tl_dialect_names(struct tl_arena *arena);

/* Adds the dialect of a name to a set; false where there is none. */
bool tl_dialect_add(struct tl_str name, unsigned *dialects);

/* Whether a path has the ending of a template ("welcome.html.j2"). */
bool tl_dialect_is_template(struct tl_str path);

/* The path without that ending: "welcome.html". */
struct tl_str tl_dialect_inner_path(struct tl_str path);

/*
 * The dialects that are read in a text of which nobody said: that of the ending, and all others but
 * those that have its signs for something else; without an ending, all of which there are signs.
 * Cost: O(length).
 */
unsigned tl_dialects_of(struct tl_str path, struct tl_str text);

#endif
