/*
 * occurrence: a pattern occurs too often, or not often enough.  Vale's keys and meaning, and:
 * limits by audience and channel, `per: 100 words`, `within: 5 sentences` for what is too much only
 * where it stands close together, `unless` for sentences that do not count; `at: excess` puts the
 * finding at the match that is one too many.  Message arguments: the count and the limit.
 * SPDX-License-Identifier: MIT
 */
#include "base/limits.h"
#include "rules/kind.h"
#include "rules/limit.h"
#include "rules/measures.h"
#include "rules/pattern.h"

#include <math.h>

struct occurrence {
    const struct tl_regex *token;
    const struct tl_regex *unless; /* on the sentence of a match; may be NULL */
    struct tl_limit min;           /* 0: none */
    struct tl_limit max;           /* 0: none */
    struct tl_per per;
    unsigned within; /* sentences; 0: all that are counted together */
    bool at_excess;
};

struct match {
    struct tl_span span;
    size_t sentence; /* its place among those that are counted together */
};
TL_VEC(matches, struct match);

static const struct tl_key keys[] = {
    {"token", TL_KEY_PATTERN, NULL, "What is counted"},
    {"min", TL_KEY_LIMIT, NULL, "At least so many; 0 is no limit"},
    {"max", TL_KEY_LIMIT, NULL, "At most so many; 0 is no limit"},
    {"per", TL_KEY_TEXT, NULL, "What the limits are for, such as '100 words'"},
    {"within", TL_KEY_TEXT, NULL, "'5 sentences': max holds in any five that follow each other"},
    {"at", TL_KEY_CHOICE, "first|excess",
     "Where a finding stands: at the first match, or at the one too many"},
    {NULL, TL_KEY_ANY, NULL, NULL},
};

static bool within_load(struct tl_loader *loader, const struct tl_yaml *map,
                        struct occurrence *data)
{
    const struct tl_yaml *node = tl_loader_find(map, "within");
    if (node == NULL) {
        return true;
    }
    size_t space = tl_str_find_char(node->text, ' ', 0);
    space = space == TL_NONE ? node->text.len : space;
    struct tl_str unit = tl_str_trim(tl_str_slice(node->text, space, node->text.len));
    if (!tl_loader_number(tl_str_slice(node->text, 0, space), &data->within) || data->within == 0 ||
        !tl_str_equal_nocase(unit, TL_STR("sentences"))) {
        return tl_loader_fail(loader, node,
                              "'within' must be a number of sentences: '5 sentences'");
    }
    return data->per.n == 0 || tl_loader_fail(loader, node, "there is either 'within' or 'per'");
}

static bool load(struct tl_loader *loader, const struct tl_yaml *map, struct tl_check *check)
{
    struct occurrence *data = tl_arena_alloc(loader->arena, sizeof *data);
    check->data = data;
    const struct tl_yaml *token = tl_loader_find(map, "token");
    unsigned at = 0;
    if (token == NULL) {
        return tl_loader_fail(loader, map, "there is no 'token'");
    }
    if (!tl_pattern_list(loader, token, TL_PATTERN_NONWORD, &data->token) ||
        !tl_limit_load(loader, map, "min", &data->min) ||
        !tl_limit_load(loader, map, "max", &data->max) || !tl_per_load(loader, map, &data->per) ||
        !within_load(loader, map, data) || !tl_keys_choice(loader, map, keys, "at", &at)) {
        return false;
    }
    data->at_excess = at == 1;
    /* of what is counted, `unless` is about the sentences of all matches, not about the finding */
    data->unless = check->unless;
    check->unless = NULL;
    if (!tl_limits_check(loader, map, &data->min, &data->max)) {
        return false;
    }
    return (data->token != NULL &&
            (tl_limit_is_above(&data->min, 0) || tl_limit_is_above(&data->max, 0))) ||
           tl_loader_fail(loader, map, "there is neither 'max' nor 'min'");
}

/* What is counted together: a unit, or several where counts run on. */
struct count {
    size_t n;               /* of matches */
    struct matches matches; /* the first of them */
    struct tl_tally tally;
    size_t n_sentences;
    struct tl_span start; /* of the first unit: where a finding stands if there is no match */
};

/* Whether a sentence does not count; `asked` and `answer` keep what was found out last. */
static bool is_left_out(struct tl_engine *engine, const struct occurrence *data, size_t sentence,
                        size_t *asked, bool *answer)
{
    if (data->unless == NULL) {
        return false;
    }
    if (*asked != sentence) {
        struct tl_span span = engine->letter->sentences.items[sentence].span;
        *asked = sentence;
        *answer =
            tl_engine_find(engine, data->unless, tl_letter_str(engine->letter, span), 0, NULL);
    }
    return *answer;
}

static void unit_count(struct tl_engine *engine, const struct tl_check *check,
                       const struct tl_unit *unit, struct count *count)
{
    const struct occurrence *data = check->data;
    const struct tl_letter *letter = engine->letter;
    struct tl_span span = tl_unit_span(unit, letter);
    struct tl_str subject = tl_letter_str(letter, span);
    struct tl_match match;
    size_t asked = TL_NONE;
    bool answer = false;
    for (size_t at = 0; tl_engine_find(engine, data->token, subject, at, &match); at = match.next) {
        struct tl_span found = {span.begin + match.group[0].begin, span.begin + match.group[0].end};
        size_t sentence = tl_engine_sentence(engine, found.begin);
        if (!tl_engine_counts(engine, &check->scope, found.begin) ||
            is_left_out(engine, data, sentence, &asked, &answer)) {
            continue;
        }
        count->n++;
        if (count->matches.len < TL_MAX_COUNTED) {
            *TL_VEC_ADD(engine->arena, &count->matches) =
                (struct match){found, count->n_sentences + sentence - unit->first};
        }
    }
    count->n_sentences += unit->end - unit->first;
    for (size_t i = unit->first; data->per.n > 0 && i < unit->end; i++) {
        tl_tally_add(engine, &count->tally, i, TL_NONE);
    }
}

/* The index of the match that is one too many, or TL_NONE; `first` is that of the first match that
 * counts with it. */
static size_t excess_of(const struct occurrence *data, const struct count *count, double max,
                        size_t *first)
{
    size_t most = max >= (double)count->matches.len ? count->matches.len : (size_t)floor(max);
    *first = 0;
    for (size_t i = most; i < count->matches.len; i++) {
        *first = data->within > 0 ? i - most : 0;
        const struct match *matches = count->matches.items;
        if (data->within == 0 || matches[i].sentence - matches[*first].sentence < data->within) {
            return i;
        }
    }
    return TL_NONE;
}

static void judge(struct tl_engine *engine, const struct tl_check *check, const struct count *count)
{
    const struct occurrence *data = check->data;
    double factor = tl_per_factor(&data->per, &count->tally);
    double n = (double)count->n;
    double limit;
    size_t first = 0;
    size_t excess = TL_NONE;
    if (tl_limit_of(&data->max, &engine->letter->facts, &limit) && limit > 0) {
        excess = excess_of(data, count, limit * factor, &first);
    }
    if (excess == TL_NONE) {
        first = 0;
        if (!tl_limit_of(&data->min, &engine->letter->facts, &limit) || n >= limit * factor) {
            return;
        }
    }
    struct tl_span span = count->start;
    if (count->matches.len > 0) {
        bool at_excess = data->at_excess && excess != TL_NONE;
        span = count->matches.items[at_excess ? excess : first].span;
    }
    struct tl_said said = {
        .args = {tl_measure_show(engine->arena, n), tl_measure_show(engine->arena, limit * factor)},
        .n_args = 2,
    };
    tl_engine_add(engine, check, span, &said);
}

static void run(struct tl_engine *engine, const struct tl_check *check)
{
    const struct occurrence *data = check->data;
    struct tl_units units = tl_scope_units(engine->arena, &check->scope, engine->letter);
    struct count count = {.n_sentences = 0};
    for (size_t i = 0; i < units.len; i++) {
        if (!units.items[i].counts_on) {
            size_t begin = tl_unit_span(&units.items[i], engine->letter).begin;
            count = (struct count){
                .start = {begin, begin},
                .tally = {.uses = UINT64_C(1) << data->per.measure},
            };
        }
        unit_count(engine, check, &units.items[i], &count);
        if (i + 1 == units.len || !units.items[i + 1].counts_on) {
            judge(engine, check, &count);
        }
    }
}

const struct tl_kind tl_kind_occurrence = {"occurrence", keys, load, run};
