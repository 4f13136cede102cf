/*
 * consistency: two ways to say the same, of which a message should keep to one.  Vale's keys and
 * meaning: once both were met, each unit that has one of them is a finding, at its last match.
 * `at: minority` makes it one finding, at the first match of the way that occurs less often, and
 * `unless` leaves sentences out of the count.
 * Message argument: that match.
 * SPDX-License-Identifier: MIT
 */
#include "rules/kind.h"
#include "rules/pattern.h"

struct pair {
    const struct tl_regex *pattern; /* its first group is the one way, else it is the other */
};
TL_VEC(pairs, struct pair);

struct consistency {
    struct pairs pairs;
    bool at_minority;
    const struct tl_regex *unless; /* with at_minority: on the sentence of a match; may be NULL */
};

static const struct tl_key keys[] = {
    {"either", TL_KEY_SWAPS, NULL, "Pairs of patterns, of which a message should use one"},
    {"at", TL_KEY_CHOICE, "last|minority",
     "Where a finding stands: at the last match of each unit, or once, at the first match of the "
     "way that occurs less often"},
    {"nonword", TL_KEY_BOOL, NULL, "No word boundary around the patterns"},
    {NULL, TL_KEY_ANY, NULL, NULL},
};

static bool pair_load(struct tl_loader *loader, const struct tl_yaml *node, bool nonword,
                      struct pairs *pairs)
{
    struct tl_str one;
    struct tl_str other;
    if (!tl_pattern_text(loader, node->key, &one) || !tl_pattern_text(loader, node, &other) ||
        !tl_pattern_check(loader, node->key, one) || !tl_pattern_check(loader, node, other)) {
        return false;
    }
    struct tl_str ways[] = {
        tl_arena_format(loader->arena, "(%s)", one.data),
        tl_arena_format(loader->arena, "(?:%s)", other.data),
    };
    return tl_pattern_alternatives(loader, node->key, &(struct tl_strs){ways, 2, 2},
                                   nonword ? TL_PATTERN_NONWORD : TL_PATTERN_WORD,
                                   &TL_VEC_ADD(loader->arena, pairs)->pattern);
}

static bool map_load(struct tl_loader *loader, const struct tl_yaml *map, bool nonword,
                     struct pairs *pairs)
{
    if (map->kind != TL_YAML_MAP) {
        return tl_loader_fail(loader, map, "'either' must be a map from patterns to patterns");
    }
    for (const struct tl_yaml *node = map->first; node != NULL; node = node->next) {
        if (!pair_load(loader, node, nonword, pairs)) {
            return false;
        }
    }
    return true;
}

static bool load(struct tl_loader *loader, const struct tl_yaml *map, struct tl_check *check)
{
    struct consistency *data = tl_arena_alloc(loader->arena, sizeof *data);
    check->data = data;
    bool nonword = false;
    unsigned at = 0;
    const struct tl_yaml *either = tl_loader_find(map, "either");
    if (either == NULL) {
        return tl_loader_fail(loader, map, "there is no 'either'");
    }
    if (!tl_loader_bool(loader, map, "nonword", &nonword) ||
        !tl_keys_choice(loader, map, keys, "at", &at)) {
        return false;
    }
    data->at_minority = at == 1;
    if (data->at_minority) { /* it is about what is counted, not about the finding */
        data->unless = check->unless;
        check->unless = NULL;
    }
    for (const struct tl_yaml *item = tl_yaml_first(either); item != NULL;
         item = tl_yaml_next(either, item)) {
        if (!map_load(loader, item, nonword, &data->pairs)) {
            return false;
        }
    }
    return data->pairs.len > 0 || tl_loader_fail(loader, either, "'either' is empty");
}

static void pair_run(struct tl_engine *engine, const struct tl_check *check,
                     const struct pair *pair)
{
    bool met[2] = {false, false};
    struct tl_span last = {0, 0};
    size_t last_unit = TL_NONE;
    struct tl_cursor cursor = tl_engine_matches(engine, check);
    for (bool more = true; more;) {
        more = tl_engine_next(engine, pair->pattern, &cursor);
        if (last_unit != TL_NONE && (!more || cursor.unit != last_unit) && met[0] && met[1]) {
            tl_engine_add(
                engine, check, last,
                &(struct tl_said){.args = {tl_letter_str(engine->letter, last)}, .n_args = 1});
        }
        if (more) {
            met[cursor.match.group[1].begin == TL_NONE] = true;
            last = cursor.span;
            last_unit = cursor.unit;
        }
    }
}

static bool is_left_out(struct tl_engine *engine, const struct tl_regex *unless, size_t at)
{
    size_t sentence = tl_engine_sentence(engine, at);
    return unless != NULL && sentence != TL_NONE &&
           tl_engine_find(engine, unless, tl_letter_sentence(engine->letter, sentence), 0, NULL);
}

/* One finding, at the first match of the rarer way; of two as frequent ones, the later one. */
static void minority_run(struct tl_engine *engine, const struct tl_check *check,
                         const struct pair *pair)
{
    const struct consistency *data = check->data;
    size_t n[2] = {0, 0};
    struct tl_span first[2] = {{0, 0}, {0, 0}};
    struct tl_cursor cursor = tl_engine_matches(engine, check);
    while (tl_engine_next(engine, pair->pattern, &cursor)) {
        if (is_left_out(engine, data->unless, cursor.span.begin)) {
            continue;
        }
        int way = cursor.match.group[1].begin == TL_NONE;
        if (n[way]++ == 0) {
            first[way] = cursor.span;
        }
    }
    if (n[0] > 0 && n[1] > 0) {
        int way = n[0] == n[1] ? first[1].begin > first[0].begin : n[1] < n[0];
        tl_engine_add(
            engine, check, first[way],
            &(struct tl_said){.args = {tl_letter_str(engine->letter, first[way])}, .n_args = 1});
    }
}

static void run(struct tl_engine *engine, const struct tl_check *check)
{
    const struct consistency *data = check->data;
    for (size_t i = 0; i < data->pairs.len; i++) {
        if (data->at_minority) {
            minority_run(engine, check, &data->pairs.items[i]);
        } else {
            pair_run(engine, check, &data->pairs.items[i]);
        }
    }
}

const struct tl_kind tl_kind_consistency = {"consistency", keys, load, run};
