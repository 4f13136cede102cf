/*
 * Names of persons, and which of them may be the same person's: "Liz" and "Elizabeth", "Petrai" and
 * "Petras", "Sjöström" and "sjostrom".  What is alike is data of the rules.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_MODEL_NAME_H
#define TL_MODEL_NAME_H

#include "base/vec.h"

/* Letters that are read as others: "ph" as "f". */
struct tl_name_pair {
    struct tl_str from; /* lower case, without marks; not empty */
    struct tl_str to;
};
TL_VEC(tl_name_pairs, struct tl_name_pair);

struct tl_nickname {
    struct tl_str stem; /* folded, without its ending */
    size_t group;       /* names of one group may be one person's */
};
TL_VEC(tl_nicknames, struct tl_nickname);

struct tl_name_data {
    struct tl_name_pairs alike;
    struct tl_strs endings; /* folded */
    struct tl_nicknames nicknames;
};

/* A name as it is compared: lower case, without marks, `alike` applied.  From the arena.
 * Cost: O(length x pairs). */
struct tl_str tl_name_fold(struct tl_arena *arena, const struct tl_name_data *data,
                           struct tl_str name);

/* A folded name without its longest ending that leaves two letters. */
struct tl_str tl_name_stem(const struct tl_name_data *data, struct tl_str folded);

/* Adds the names that white space divides in `text` as one group. */
void tl_name_group_add(struct tl_arena *arena, struct tl_name_data *data, struct tl_str text);

/* To be called when all groups are there.  Cost: O(n log n). */
void tl_name_groups_sort(struct tl_name_data *data);

/* Whether it is in some group. */
bool tl_name_is_known(const struct tl_name_data *data, struct tl_str folded);

/* Whether two folded names are forms of one. */
bool tl_name_is_same(const struct tl_name_data *data, struct tl_str a, struct tl_str b);

/* As above; or one begins with the other (three letters or an initial), or they share a group.
 * Cost: O(log names + groups of both). */
bool tl_name_fits(const struct tl_name_data *data, struct tl_str a, struct tl_str b);

/*
 * Whether a folded address shows a folded name: its stem, or that of a name of its groups, in any
 * place of the text.  Three letters at least.  Cost: O(names of the data x length).
 */
bool tl_name_is_in(const struct tl_name_data *data, struct tl_str name, struct tl_str address);

#endif
