/*
 * Vocabularies of Vale's: the terms that a team accepts, and those that it rejects.
 *
 *     DIR/config/vocabularies/NAME/accept.txt    a pattern a line; "# " begins a comment
 *     DIR/config/vocabularies/NAME/reject.txt
 *     DIR/Vocab/NAME/…                           the same, as it was before
 *
 * What is accepted is an exception of every check that has `vocab: true`, and as it is written
 * (Vale.Terms); what is rejected is found (Vale.Avoid).
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_RULES_VOCABULARY_H
#define TL_RULES_VOCABULARY_H

#include "rules/exceptions.h"

struct tl_vocabulary {
    struct tl_yaml_nodes accept; /* scalars, with the places that they come from */
    struct tl_yaml_nodes reject;
    struct tl_terms terms; /* what is accepted, as exceptions */
};

/*
 * Reads the vocabulary of that name in any of the folders, after what is in `vocabulary`.  Returns
 * false after having added errors to the loader: there is none, a file cannot be read, a pattern
 * does not compile.
 */
bool tl_vocabulary_read(struct tl_loader *loader, const struct tl_strs *folders, struct tl_str name,
                        struct tl_vocabulary *vocabulary);

/* The rules that it makes, as maps of rule files; NULL where it has nothing for one. */
const struct tl_yaml *tl_vocabulary_terms(struct tl_arena *arena,
                                          const struct tl_vocabulary *vocabulary);
const struct tl_yaml *tl_vocabulary_avoid(struct tl_arena *arena,
                                          const struct tl_vocabulary *vocabulary);

#endif
