/*
 * conditional: where something stands (`first`), something else must stand too (`second`).  Vale's
 * keys and meaning.  Where `second` has groups, each text that one of them matched so far in the
 * message may be used as `first`: "the World Health Organization (WHO) … the WHO".  Where it has
 * none, it must match in the same unit.
 * With `second_scope`, the second may stand anywhere in that scope, after the first as well; what
 * stands as a word in `known_in` needs no second; `first_only` finds each text once.
 * Message argument: the match of `first`.
 * SPDX-License-Identifier: MIT
 */
#include "rules/exceptions.h"
#include "rules/kind.h"
#include "rules/pattern.h"

struct conditional {
    const struct tl_regex *first;
    const struct tl_regex *second;
    struct tl_exceptions exceptions;
    struct tl_scope second_scope; /* empty: the scope of the check, up to the first */
    struct tl_scope known_in;     /* may be empty */
    bool first_only;
};

static const struct tl_key keys[] = {
    {"first", TL_KEY_PATTERN, NULL, "What may only stand where the second does"},
    {"second", TL_KEY_PATTERN, NULL, "What allows the first; its groups are what they allow"},
    {"second_scope", TL_KEY_SCOPE, NULL, "Where the second may stand, before or after the first"},
    {"known_in", TL_KEY_SCOPE, NULL, "What stands as a word here needs no second"},
    {"first_only", TL_KEY_BOOL, NULL,
     "true: of matches with the same text, the first is a finding"},
    {"exceptions", TL_KEY_PATTERNS, NULL, "A match that contains one of these is none"},
    {"vocab", TL_KEY_BOOL, NULL, "false: accepted words of the user are no exceptions"},
    {NULL, TL_KEY_ANY, NULL, NULL},
};

/* A pattern as it is: in the case that it is written in, ^ and $ only at the ends of a unit. */
static bool pattern_load(struct tl_loader *loader, const struct tl_yaml *map, const char *key,
                         const struct tl_regex **regex)
{
    const struct tl_yaml *node = tl_loader_find(map, key);
    struct tl_str pattern;
    struct tl_loader own = *loader;
    own.ignorecase = false;
    if (node == NULL) {
        return tl_loader_fail(loader, map, "there is no '%s'", key);
    }
    if (!tl_pattern_text(&own, node, &pattern) || !tl_pattern_check(&own, node, pattern)) {
        return false;
    }
    pattern = tl_arena_format(loader->arena, "(?-m)%s", pattern.data);
    return tl_pattern_alternatives(&own, node, &(struct tl_strs){&pattern, 1, 1},
                                   TL_PATTERN_NONWORD, regex);
}

static bool load(struct tl_loader *loader, const struct tl_yaml *map, struct tl_check *check)
{
    struct conditional *data = tl_arena_alloc(loader->arena, sizeof *data);
    check->data = data;
    return pattern_load(loader, map, "first", &data->first) &&
           pattern_load(loader, map, "second", &data->second) &&
           tl_loader_scope(loader, map, "second_scope", &data->second_scope) &&
           tl_loader_scope(loader, map, "known_in", &data->known_in) &&
           tl_loader_bool(loader, map, "first_only", &data->first_only) &&
           tl_exceptions_load(loader, map, &data->exceptions);
}

/* Adds what the groups of `second` match in a unit; whether it matches at all. */
static bool allow(struct tl_engine *engine, const struct conditional *data, struct tl_str subject,
                  struct tl_strs *allowed)
{
    struct tl_match match;
    bool found = false;
    for (size_t at = 0; tl_engine_find(engine, data->second, subject, at, &match);
         at = match.next) {
        found = true;
        for (unsigned i = 1; i <= match.highest && i < TL_MATCH_GROUPS; i++) {
            struct tl_str text = TL_STR("");
            if (match.group[i].begin != TL_NONE) {
                text = tl_str_slice(subject, match.group[i].begin, match.group[i].end);
            }
            if (text.len > 0 && !tl_strs_has(allowed, text)) {
                *TL_VEC_ADD(engine->arena, allowed) = text;
            }
        }
    }
    return found;
}

/* What a check has seen of a letter. */
struct seen {
    struct tl_strs allowed;
    struct tl_words_set known; /* words of `known_in` */
    bool anywhere;             /* the second may stand after the first */
    bool excused; /* the unit, or any where that is enough, has the second without groups */
    size_t n_units;
};

/* Looks for the second in the units up to `last`. */
static void allow_units(struct tl_engine *engine, const struct conditional *data,
                        const struct tl_units *units, size_t last, struct seen *seen)
{
    bool has_groups = tl_regex_n_groups(data->second) > 0;
    for (; seen->n_units <= last && seen->n_units < units->len; seen->n_units++) {
        struct tl_span span = tl_unit_span(&units->items[seen->n_units], engine->letter);
        bool found = allow(engine, data, tl_letter_str(engine->letter, span), &seen->allowed);
        seen->excused = (seen->anywhere && seen->excused) || (found && !has_groups);
    }
}

/* The words of a scope, which need no second, in any case of letters. */
static struct tl_words_set words_of(struct tl_engine *engine, const struct tl_scope *scope)
{
    const struct tl_letter *letter = engine->letter;
    struct tl_words_set words = {0};
    for (size_t i = 0; i < letter->sentences.len; i++) {
        const struct tl_sentence *s = &letter->sentences.items[i];
        size_t end = tl_scope_has(scope, letter, i) ? s->first_word + s->n_words : 0;
        for (size_t k = s->first_word; k < end; k++) {
            *TL_VEC_ADD(engine->arena, &words.sorted) =
                tl_letter_str(letter, letter->words.items[k].span);
        }
    }
    tl_words_set_build(engine->arena, &words);
    return words;
}

static void run(struct tl_engine *engine, const struct tl_check *check)
{
    const struct conditional *data = check->data;
    struct seen seen = {.anywhere = data->second_scope.len > 0};
    struct tl_cursor cursor = tl_engine_matches(engine, check);
    bool prepared = false;
    while (tl_engine_next(engine, data->first, &cursor)) {
        if (!prepared) {
            struct tl_units units = tl_scope_units(
                engine->arena, seen.anywhere ? &data->second_scope : &check->scope, engine->letter);
            seen.known = words_of(engine, &data->known_in);
            allow_units(engine, data, &units, seen.anywhere ? TL_NONE : 0, &seen);
            prepared = true;
        }
        if (!seen.anywhere) {
            allow_units(engine, data, &cursor.units, cursor.unit, &seen);
        }
        struct tl_str text = tl_letter_str(engine->letter, cursor.span);
        if (!seen.excused && !tl_strs_has(&seen.allowed, text) &&
            !tl_words_set_has(&seen.known, text) &&
            !tl_exceptions_has(engine, &data->exceptions, cursor.span)) {
            tl_engine_add(engine, check, cursor.span,
                          &(struct tl_said){.args = {text}, .n_args = 1});
            if (data->first_only) {
                *TL_VEC_ADD(engine->arena, &seen.allowed) = text;
            }
        }
    }
}

const struct tl_kind tl_kind_conditional = {"conditional", keys, load, run};
