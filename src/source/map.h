/*
 * The map from decoded text to the bytes of the source.
 *
 *     source bytes    S m = C 3 = B 6 r =\n g & a m p ; b
 *                     └┬┘ └────┬────┘ │    │ └───┬───┘ │
 *     runs            exact  escape exact exact unit  exact
 *                     ┌┴┐ ┌────┴────┐ │    │     │     │
 *     text bytes      S m \xC3   \xB6 r    g     &     b
 *
 * A map is a list of runs, ordered by their place in the text.  Four kinds are enough:
 *
 *   exact   text byte i came from source byte i of the run
 *   escape  text byte i came from the three source bytes from 3 i on ("=C3=B6")
 *   unit    the whole run came from the whole source range (an entity, a folded line end);
 *           the source range may be empty for text that nothing in the source stands for
 *   base64  groups of three bytes came from groups of four characters
 *
 * Every stage of decoding builds new text with a map straight to the source (text.h), so nothing
 * ever searches the source for a text again.
 *
 * Invariants: runs are not empty, follow each other in the text without gaps, and lie in the
 * source. Everything is borrowed from the arena of the builder. SPDX-License-Identifier: MIT
 */
#ifndef TL_SOURCE_MAP_H
#define TL_SOURCE_MAP_H

#include "base/vec.h"
#include "source/span.h"

enum tl_run_kind {
    TL_RUN_EXACT,
    TL_RUN_ESCAPE,
    TL_RUN_UNIT,
    TL_RUN_BASE64,
};

struct tl_run {
    enum tl_run_kind kind;
    unsigned phase;        /* base64: which byte of its group of three comes first, 0 to 2 */
    size_t text;           /* offset of its first byte in the text */
    struct tl_span source; /* base64: begins with the first character of a group */
};

TL_VEC(tl_runs, struct tl_run);

/* Source bytes for each text byte: 1 of exact runs, 3 of escapes, 0 where they cannot be counted.
 */
size_t tl_run_stride(enum tl_run_kind kind);

struct tl_map {
    struct tl_runs runs;
    size_t text_bytes; /* the length of the text */
};

/* The run that holds the text byte `offset` (< text_bytes).  Cost: O(log runs). */
size_t tl_map_find(const struct tl_map *map, size_t offset);

/*
 * The part of run `i` from text byte `begin` to `end`, both inside it: a run of the same kind where
 * it can be cut, a unit of the whole source range where it cannot.
 */
struct tl_run tl_map_cut(const struct tl_map *map, size_t i, size_t begin, size_t end);

/*
 * The smallest source range that the text range came from.  An empty range gives an empty one, at
 * the source of the byte that follows (at the end of the text: after the last byte).
 * Cost: O(log runs).
 */
struct tl_span tl_map_source(const struct tl_map *map, struct tl_span text);

/* Asserts the invariants; for tests and debug builds.  Cost: O(runs). */
void tl_map_check(const struct tl_map *map, size_t source_bytes);

#endif
