/*
 * Scopes: which sentences of a letter a rule looks at, and in what units.
 *
 *     scope: opening                    sentences of the opening, by paragraphs
 *     scope: body & sentence & ~list    each sentence of the body that is in no list
 *     scope: [subject, closing]         either
 *
 * Names are zones (model/zone.def), parts of the letter (text, opening, closing), kinds of block
 * and units, and those that Vale has for parts of a document: "text.heading.h2" is all of its
 * names.  A term that names no place means customer text.  SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_SCOPE_H
#define TL_RULES_SCOPE_H

#include "model/letter.h"

enum tl_unit_kind {
    TL_UNIT_PARAGRAPH, /* the sentences of a block that are in scope and stand together (of a very
                          long block: as many as TL_MAX_SENTENCE_BYTES allows) */
    TL_UNIT_SENTENCE,
    TL_UNIT_MESSAGE, /* as paragraph, but counts run on over the whole message */
};

struct tl_scope_term {
    unsigned has;   /* tags that a sentence must have */
    unsigned lacks; /* tags that it must not have */
    enum tl_unit_kind unit;
};
TL_VEC(tl_scope, struct tl_scope_term); /* any of the terms */

/* A stretch of text that is matched at once. */
struct tl_unit {
    size_t first; /* index of its first sentence */
    size_t end;   /* index after its last */
    enum tl_unit_kind kind;
    bool counts_on; /* it goes on with the counts of the unit before it */
};
TL_VEC(tl_units, struct tl_unit);

/*
 * Adds the term that `text` spells.  Where it has an unknown name, returns false and the name in
 * `unknown`.
 */
bool tl_scope_add(struct tl_arena *arena, struct tl_scope *scope, struct tl_str text,
                  struct tl_str *unknown);

/*
 * The same of a style, which may name anything: views, parts of a document as "doc(section)".
 * Letters have nothing of such a name, so that what must be in it is nowhere and what must not be
 * is all.
 */
bool tl_scope_add_style(struct tl_arena *arena, struct tl_scope *scope, struct tl_str text,
                        struct tl_str *unknown);

/* What can be in a scope. */
enum tl_scope_chance {
    TL_SCOPE_NONE,    /* nothing: it contradicts itself */
    TL_SCOPE_FOREIGN, /* something that documents have and letters have not: comments, front matter
                       */
    TL_SCOPE_SOME,
};

/* The best chance of its terms. */
enum tl_scope_chance tl_scope_chance(const struct tl_scope *scope);

/* Whether it has a term that is about the raw text (model/raw.h), or one that is not. */
bool tl_scope_is_raw(const struct tl_scope *scope, bool raw);

/* All names that a scope can have, for messages. */
struct tl_strs tl_scope_names(struct tl_arena *arena);

/* Whether a sentence (by index) is in scope. */
bool tl_scope_has(const struct tl_scope *scope, const struct tl_letter *letter, size_t sentence);

/*
 * Whether the words at an offset of that sentence are in scope, too: a sentence may be half a
 * quotation.  Cost: O(log quotations).
 */
bool tl_scope_has_at(const struct tl_scope *scope, const struct tl_letter *letter, size_t sentence,
                     size_t offset);

/* The units of a letter that are in scope, in order; borrowed from the arena.  Cost: O(sentences).
 */
struct tl_units tl_scope_units(struct tl_arena *arena, const struct tl_scope *scope,
                               const struct tl_letter *letter);

/* The text range of a unit. */
struct tl_span tl_unit_span(const struct tl_unit *unit, const struct tl_letter *letter);

#endif
