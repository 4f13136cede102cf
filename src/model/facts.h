/*
 * Facts about a message: how it travels, who reads it, what it answers.  The terms are those of the
 * guidelines; the table is facts.def.
 * SPDX-License-Identifier: MIT
 */
#ifndef TL_MODEL_FACTS_H
#define TL_MODEL_FACTS_H

#include "base/str.h"

enum tl_fact {
#define FACT(name, text, values) TL_FACT_##name,
#define VALUE(fact, name, text)
#include "model/facts.def"
#undef FACT
    TL_FACT_COUNT,
};

#undef VALUE
#define VALUE(fact, name, text) TL_FACT_##fact##_##name,
#define FACT(name, text, values) enum tl_fact_##name{values TL_FACT_##name##_COUNT};
#include "model/facts.def"
#undef FACT
#undef VALUE

struct tl_facts {
    unsigned char value[TL_FACT_COUNT]; /* of the fact's own enum */
    bool stated[TL_FACT_COUNT];         /* by the user: nothing in the message changes it */
    int today; /* base/day.h: when the message is written; 0: not known.  Its Date goes before what
                  the user says */
};

/* "channel", …, as options and rule files say it.  Lives as long as the program. */
struct tl_str tl_fact_name(enum tl_fact fact);

/* "letter", …; the empty string where there is no such value. */
struct tl_str tl_fact_value_name(enum tl_fact fact, unsigned value);

/* Finds a fact by its name; false where there is none. */
bool tl_fact_find(struct tl_str name, enum tl_fact *fact);

/* Finds a value of a fact by its name; false where there is none. */
bool tl_fact_find_value(enum tl_fact fact, struct tl_str name, unsigned *value);

/* States a fact on behalf of the user. */
void tl_facts_state(struct tl_facts *facts, enum tl_fact fact, unsigned value);

#endif
