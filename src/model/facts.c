/* SPDX-License-Identifier: MIT */
#include "model/facts.h"

enum { MOST_VALUES = 4 };

static const struct {
    const char *name;
    const char *values[MOST_VALUES];
} facts_table[TL_FACT_COUNT] = {
#define VALUE(fact, name, text) text,
#define FACT(name, text, values) [TL_FACT_##name] = {text, {values}},
#include "model/facts.def"
#undef FACT
#undef VALUE
};

struct tl_str tl_fact_name(enum tl_fact fact)
{
    return tl_str_of(facts_table[fact].name);
}

struct tl_str tl_fact_value_name(enum tl_fact fact, unsigned value)
{
    return value < MOST_VALUES ? tl_str_of(facts_table[fact].values[value]) : TL_STR("");
}

bool tl_fact_find(struct tl_str name, enum tl_fact *fact)
{
    for (int i = 0; i < TL_FACT_COUNT; i++) {
        if (tl_str_equal(name, tl_fact_name((enum tl_fact)i))) {
            *fact = (enum tl_fact)i;
            return true;
        }
    }
    return false;
}

bool tl_fact_find_value(enum tl_fact fact, struct tl_str name, unsigned *value)
{
    for (unsigned i = 0; i < MOST_VALUES; i++) {
        struct tl_str known = tl_fact_value_name(fact, i);
        if (known.len > 0 && tl_str_equal(name, known)) {
            *value = i;
            return true;
        }
    }
    return false;
}

void tl_facts_state(struct tl_facts *facts, enum tl_fact fact, unsigned value)
{
    facts->value[fact] = (unsigned char)value;
    facts->stated[fact] = true;
}
