/* SPDX-License-Identifier: MIT */
#include "rules/limit.h"

#include "base/decimal.h"

#include <math.h>

/* The facts that a limit may depend on; the first that has one decides. */
static const enum tl_fact limiting[TL_LIMIT_FACTS] = {TL_FACT_AUDIENCE, TL_FACT_CHANNEL};

_Static_assert((int)TL_FACT_AUDIENCE_COUNT <= (int)TL_LIMIT_VALUES &&
                   (int)TL_FACT_CHANNEL_COUNT <= (int)TL_LIMIT_VALUES,
               "each value has its place");

/* The entry that a key of the map names, or NULL after an error. */
static struct tl_limit_entry *entry_named(struct tl_loader *loader, const struct tl_yaml *key,
                                          struct tl_limit *limit)
{
    struct tl_strs known = {0};
    if (tl_str_equal_nocase(key->text, TL_STR("default"))) {
        return &limit->otherwise;
    }
    *TL_VEC_ADD(loader->arena, &known) = TL_STR("default");
    for (size_t i = 0; i < TL_LIMIT_FACTS; i++) {
        for (unsigned value = 0; tl_fact_value_name(limiting[i], value).len > 0; value++) {
            struct tl_str name = tl_fact_value_name(limiting[i], value);
            if (tl_str_equal_nocase(key->text, name)) {
                return &limit->by_fact[i][value];
            }
            *TL_VEC_ADD(loader->arena, &known) = name;
        }
    }
    tl_loader_fail_unknown(loader, key, "audience or channel", key->text, &known);
    return NULL;
}

static bool entry_load(struct tl_loader *loader, const struct tl_yaml *node,
                       struct tl_limit_entry *entry)
{
    if (entry == NULL) {
        return false;
    }
    entry->is_given = true;
    return (node->kind == TL_YAML_SCALAR && tl_decimal_parse(node->text, &entry->number)) ||
           tl_loader_fail(loader, node, "a limit must be a number");
}

bool tl_limit_load(struct tl_loader *loader, const struct tl_yaml *map, const char *key,
                   struct tl_limit *limit)
{
    const struct tl_yaml *node = tl_loader_find(map, key);
    *limit = (struct tl_limit){.otherwise = {false, 0}};
    if (node == NULL || node->kind != TL_YAML_MAP) {
        return node == NULL || entry_load(loader, node, &limit->otherwise);
    }
    for (const struct tl_yaml *entry = node->first; entry != NULL; entry = entry->next) {
        if (!entry_load(loader, entry, entry_named(loader, entry->key, limit))) {
            return false;
        }
    }
    return true;
}

bool tl_limit_is_above(const struct tl_limit *limit, double number)
{
    bool above = limit->otherwise.is_given && limit->otherwise.number > number;
    for (size_t i = 0; i < TL_LIMIT_FACTS; i++) {
        for (size_t value = 0; value < TL_LIMIT_VALUES; value++) {
            const struct tl_limit_entry *entry = &limit->by_fact[i][value];
            above |= entry->is_given && entry->number > number;
        }
    }
    return above;
}

bool tl_limit_is_given(const struct tl_limit *limit)
{
    return tl_limit_is_above(limit, -INFINITY);
}

bool tl_limit_of(const struct tl_limit *limit, const struct tl_facts *facts, double *number)
{
    const struct tl_limit_entry *entry = &limit->otherwise;
    for (size_t i = TL_LIMIT_FACTS; i-- > 0;) {
        const struct tl_limit_entry *own = &limit->by_fact[i][facts->value[limiting[i]]];
        entry = own->is_given ? own : entry;
    }
    *number = entry->number;
    return entry->is_given;
}

bool tl_limits_check(struct tl_loader *loader, const struct tl_yaml *map,
                     const struct tl_limit *min, const struct tl_limit *max)
{
    bool crossed = min->otherwise.is_given && max->otherwise.is_given &&
                   max->otherwise.number > 0 && min->otherwise.number > max->otherwise.number;
    return !crossed || tl_loader_fail(loader, tl_loader_find(map, "min"),
                                      "'min' is over 'max', so every text has too few or too many");
}
