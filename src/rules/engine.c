/* SPDX-License-Identifier: MIT */
#include "rules/engine.h"

#include "base/limits.h"
#include "rules/action.h"
#include "rules/kind.h"
#include "rules/message.h"

bool tl_engine_find(struct tl_engine *engine, const struct tl_regex *regex, struct tl_str subject,
                    size_t from, struct tl_match *match)
{
    enum tl_match_result result = tl_regex_find(regex, engine->matcher, subject, from, match);
    engine->too_hard |= result == TL_TOO_HARD;
    return result == TL_FOUND;
}

struct tl_cursor tl_engine_matches(struct tl_engine *engine, const struct tl_check *check)
{
    return (struct tl_cursor){
        .units = tl_scope_units(engine->arena, &check->scope, engine->letter),
    };
}

bool tl_engine_next(struct tl_engine *engine, const struct tl_regex *regex,
                    struct tl_cursor *cursor)
{
    while (cursor->unit < cursor->units.len) {
        struct tl_span unit = tl_unit_span(&cursor->units.items[cursor->unit], engine->letter);
        struct tl_str subject = tl_letter_str(engine->letter, unit);
        if (!tl_engine_find(engine, regex, subject, cursor->next, &cursor->match)) {
            cursor->unit++;
            cursor->next = 0;
            continue;
        }
        cursor->next = cursor->match.next;
        cursor->span.begin = unit.begin + cursor->match.group[0].begin;
        cursor->span.end = unit.begin + cursor->match.group[0].end;
        if (cursor->span.end > cursor->span.begin) {
            return true;
        }
    }
    return false;
}

size_t tl_engine_sentence(const struct tl_engine *engine, size_t offset)
{
    const struct tl_sentences *all = &engine->letter->sentences;
    size_t low = 0;
    size_t high = all->len;
    if (high == 0) {
        return TL_NONE;
    }
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (all->items[middle].span.begin <= offset) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}

static struct tl_str sentence_str(const struct tl_engine *engine, size_t i)
{
    return tl_letter_str(engine->letter, engine->letter->sentences.items[i].span);
}

bool tl_engine_has(struct tl_engine *engine, const struct tl_scope *scope,
                   const struct tl_regex *pattern, const struct tl_regex *unless)
{
    for (size_t i = 0; i < engine->letter->sentences.len; i++) {
        if (!tl_scope_has(scope, engine->letter, i)) {
            continue;
        }
        struct tl_str s = sentence_str(engine, i);
        if ((pattern == NULL || tl_engine_find(engine, pattern, s, 0, NULL)) &&
            (unless == NULL || !tl_engine_find(engine, unless, s, 0, NULL))) {
            return true;
        }
    }
    return false;
}

static bool check_applies(struct tl_engine *engine, const struct tl_check *check)
{
    for (int fact = 0; fact < TL_FACT_COUNT; fact++) {
        unsigned allowed = check->when[fact];
        if (allowed != 0 && (allowed & (1U << engine->letter->facts.value[fact])) == 0) {
            return false;
        }
    }
    for (size_t i = 0; i < check->guards.len; i++) {
        const struct tl_guard *guard = &check->guards.items[i];
        if (tl_engine_has(engine, &guard->scope, guard->pattern, guard->unless) != guard->wanted) {
            return false;
        }
    }
    return true;
}

/* A mark for each place of a letter; there are no more blocks than sentences. */
static unsigned char *places_new(struct tl_arena *arena, const struct tl_letter *letter,
                                 enum tl_once once)
{
    return once == TL_ONCE_EACH ? NULL : tl_arena_alloc(arena, letter->sentences.len + 1);
}

void tl_engine_run(struct tl_arena *arena, struct tl_matcher *matcher,
                   const struct tl_letter *letter, const struct tl_rule *rule,
                   struct tl_findings *findings)
{
    struct tl_engine engine = {
        .arena = arena,
        .matcher = matcher,
        .letter = letter,
        .findings = findings,
        .rule = rule,
        .first_finding = findings->len,
        .taken_by_rule = places_new(arena, letter, rule->once),
    };
    for (size_t i = 0; i < rule->checks.len; i++) {
        const struct tl_check *check = &rule->checks.items[i];
        engine.first_check_finding = findings->len;
        engine.taken_by_check = places_new(arena, letter, check->once);
        if (check_applies(&engine, check)) {
            check->kind->run(&engine, check);
        }
    }
    if (engine.too_hard) {
        *TL_VEC_ADD(arena, findings) = (struct tl_finding){
            .rule = TL_STR("rule-limit"),
            .level = TL_LEVEL_NOTE,
            .message = tl_arena_format(arena,
                                       "the rule '%.*s' gave up on a part of this text: its "
                                       "pattern is too costly here",
                                       TL_STR_ARG(rule->id)),
        };
    }
}

/* Whether nothing was found yet in the place that counts for `once`; takes the place. */
static bool is_first(const struct tl_engine *engine, enum tl_once once, unsigned char *taken,
                     size_t sentence)
{
    if (once == TL_ONCE_EACH) {
        return true;
    }
    size_t place = once == TL_ONCE_SENTENCE    ? sentence
                   : once == TL_ONCE_PARAGRAPH ? engine->letter->sentences.items[sentence].block
                                               : 0;
    bool first = taken[place] == 0;
    taken[place] = 1;
    return first;
}

static bool is_over(unsigned limit, size_t count)
{
    return (limit > 0 && count >= limit) || count >= TL_MAX_FINDINGS;
}

/* An argument of a message; of a part of the letter, what its writer has there. */
static struct tl_str shown(const struct tl_engine *engine, struct tl_str arg)
{
    struct tl_str text = engine->letter->text.bytes;
    uintptr_t at = (uintptr_t)arg.data - (uintptr_t)text.data;
    if (arg.len == 0 || at >= text.len || arg.len > text.len - at) {
        return arg;
    }
    return tl_letter_show(engine->arena, engine->letter, (struct tl_span){at, at + arg.len});
}

/* What another check of the rule has found in this place of the source, or NULL. */
static struct tl_finding *found_in(const struct tl_engine *engine, struct tl_span source)
{
    for (size_t i = engine->first_finding; i < engine->first_check_finding; i++) {
        struct tl_span found = engine->findings->items[i].span;
        if (found.begin < source.end && source.begin < found.end) {
            return &engine->findings->items[i];
        }
    }
    return NULL;
}

static void add(struct tl_engine *engine, const struct tl_check *check, struct tl_finding finding,
                const struct tl_said *said)
{
    const struct tl_rule *rule = engine->rule;
    struct tl_said full = *said;
    if (check->action != NULL) {
        tl_action_suggest(engine, check->action, finding.text, &full);
    }
    struct tl_str args[] = {shown(engine, full.args[0]), shown(engine, full.args[1])};
    finding.rule = rule->id;
    finding.level = rule->level;
    finding.message = tl_message_fill(engine->arena, check->message, args, full.n_args);
    finding.suggestions = full.suggestions;
    for (size_t i = 0; i < rule->suggestions.len; i++) {
        *TL_VEC_ADD(engine->arena, &finding.suggestions) = rule->suggestions.items[i];
    }
    struct tl_finding *other = found_in(engine, finding.span);
    if (other == NULL) {
        *TL_VEC_ADD(engine->arena, engine->findings) = finding;
    } else if (other->span.end - other->span.begin < finding.span.end - finding.span.begin) {
        *other = finding;
    }
}

void tl_engine_add(struct tl_engine *engine, const struct tl_check *check, struct tl_span span,
                   const struct tl_said *said)
{
    const struct tl_letter *letter = engine->letter;
    size_t sentence = tl_engine_sentence(engine, span.begin);
    size_t count = engine->findings->len;
    if (sentence == TL_NONE || is_over(engine->rule->limit, count - engine->first_finding) ||
        is_over(check->limit, count - engine->first_check_finding)) {
        return;
    }
    if (check->unless != NULL &&
        tl_engine_find(engine, check->unless, sentence_str(engine, sentence), 0, NULL)) {
        return;
    }
    if (!is_first(engine, check->once, engine->taken_by_check, sentence) ||
        !is_first(engine, engine->rule->once, engine->taken_by_rule, sentence)) {
        return;
    }
    add(engine, check,
        (struct tl_finding){
            .zone = tl_zone_name(letter->sentences.items[sentence].zone),
            .text = tl_letter_show(engine->arena, letter, span),
            .span = tl_text_source(&letter->text, span),
        },
        said);
}

/* The last sentence that begins at or before a place of the source, else the first one. */
static size_t sentence_at_source(const struct tl_engine *engine, size_t source)
{
    const struct tl_letter *letter = engine->letter;
    size_t low = 0;
    size_t high = letter->sentences.len;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        struct tl_span span = letter->sentences.items[middle].span;
        if (tl_text_source(&letter->text, span).begin <= source) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}

void tl_engine_add_source(struct tl_engine *engine, const struct tl_check *check,
                          struct tl_span source, struct tl_str text, const struct tl_said *said)
{
    size_t count = engine->findings->len;
    struct tl_str zone = TL_STR("");
    if (text.len > 0 && engine->letter->sentences.len > 0) {
        size_t sentence = sentence_at_source(engine, source.begin);
        zone = tl_zone_name(engine->letter->sentences.items[sentence].zone);
        if (!tl_scope_has(&check->scope, engine->letter, sentence)) {
            return;
        }
    }
    if (is_over(engine->rule->limit, count - engine->first_finding) ||
        is_over(check->limit, count - engine->first_check_finding)) {
        return;
    }
    add(engine, check, (struct tl_finding){.zone = zone, .text = text, .span = source}, said);
}
