/* SPDX-License-Identifier: MIT */
#include "rules/engine.h"

#include "base/limits.h"
#include "model/quotation.h"
#include "model/raw.h"
#include "rules/action.h"
#include "rules/kind.h"
#include "rules/message.h"
#include "rules/prefilter.h"

/* The sentences that a subject lies in. */
struct place {
    struct tl_engine *engine;
    size_t first;
    size_t last;
};

static const struct tl_prefilter_hits *hits_of(struct tl_engine *engine,
                                               const struct tl_prefilter *prefilter)
{
    for (size_t i = 0; i < engine->hits.len; i++) {
        if (tl_prefilter_is_of(engine->hits.items[i], prefilter)) {
            return engine->hits.items[i];
        }
    }
    const struct tl_prefilter_hits *hits =
        tl_prefilter_run(engine->arena, prefilter, engine->letter);
    *TL_VEC_ADD(engine->arena, &engine->hits) = hits;
    return hits;
}

static bool may_match(const void *context, const void *data)
{
    const struct place *place = context;
    const struct tl_prefilter_mark *mark = data;
    const struct tl_prefilter_hits *hits = hits_of(place->engine, mark->prefilter);
    return tl_prefilter_may_match(hits, mark, place->first, place->last);
}

bool tl_engine_find(struct tl_engine *engine, const struct tl_regex *regex, struct tl_str subject,
                    size_t from, struct tl_match *match)
{
    if (engine->too_hard || from > subject.len) {
        return false;
    }
    struct tl_str text = engine->letter->text.bytes;
    uintptr_t at = (uintptr_t)subject.data - (uintptr_t)text.data;
    bool is_part = subject.len > 0 && at < text.len && subject.len <= text.len - at;
    struct place place = {.engine = engine};
    struct tl_regex_filter filter = {may_match, &place};
    bool filtered = is_part && engine->letter->sentences.len > 0 && !engine->letter->is_raw &&
                    (engine->without & TL_WITHOUT_LITERALS) == 0;
    if (filtered) {
        place.first = tl_engine_sentence(engine, at + from);
        place.last = tl_engine_sentence(engine, at + subject.len - 1);
    }
    enum tl_match_result result = tl_regex_find_filtered(regex, engine->matcher, subject, from,
                                                         filtered ? &filter : NULL, match);
    engine->too_hard |= result == TL_TOO_HARD;
    return result == TL_FOUND;
}

struct tl_cursor tl_engine_matches(struct tl_engine *engine, const struct tl_check *check)
{
    return (struct tl_cursor){
        .units = tl_scope_units(engine->arena, &check->scope, engine->letter),
        .scope = &check->scope,
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
        if (!tl_engine_counts(engine, cursor->scope, cursor->span.begin)) {
            size_t border = tl_quotation_next(engine->letter, cursor->span.begin) - unit.begin;
            cursor->next = border < cursor->next ? border : cursor->next;
        } else if (cursor->span.end > cursor->span.begin) {
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

bool tl_engine_counts(const struct tl_engine *engine, const struct tl_scope *scope, size_t offset)
{
    const struct tl_letter *letter = engine->letter;
    return letter->quotations.len == 0 ||
           tl_scope_has_at(scope, letter, tl_engine_sentence(engine, offset), offset);
}

/* Whether a pattern matches in a sentence, and the match counts in the scope. */
static bool sentence_has(struct tl_engine *engine, const struct tl_scope *scope,
                         const struct tl_regex *pattern, size_t sentence)
{
    size_t begin = engine->letter->sentences.items[sentence].span.begin;
    struct tl_match match;
    for (size_t at = 0;
         tl_engine_find(engine, pattern, tl_letter_sentence(engine->letter, sentence), at, &match);
         at = match.next) {
        if (tl_engine_counts(engine, scope, begin + match.group[0].begin)) {
            return true;
        }
    }
    return false;
}

bool tl_engine_has(struct tl_engine *engine, const struct tl_scope *scope,
                   const struct tl_regex *pattern, const struct tl_regex *unless)
{
    for (size_t i = 0; i < engine->letter->sentences.len; i++) {
        if (!tl_scope_has(scope, engine->letter, i)) {
            continue;
        }
        struct tl_str s = tl_letter_sentence(engine->letter, i);
        if ((pattern == NULL || sentence_has(engine, scope, pattern, i)) &&
            (unless == NULL || !tl_engine_find(engine, unless, s, 0, NULL))) {
            return true;
        }
    }
    return false;
}

const struct tl_letter *tl_engine_raw_begin(struct tl_engine *engine)
{
    const struct tl_letter *letter = engine->letter;
    if (engine->raw == NULL) {
        engine->raw = tl_raw_build(engine->arena, letter);
    }
    engine->letter = engine->raw;
    return letter;
}

static bool check_applies(struct tl_engine *engine, const struct tl_check *check)
{
    for (int fact = 0; fact < TL_FACT_COUNT; fact++) {
        unsigned allowed = check->when[fact];
        if (allowed != 0 && (allowed & (1U << engine->letter->facts.value[fact])) == 0) {
            return false;
        }
    }
    return tl_guards_hold(engine, &check->guards, &engine->place) && !engine->too_hard;
}

/* A mark for each place of a letter; there are no more blocks than sentences. */
static unsigned char *places_new(struct tl_arena *arena, const struct tl_letter *letter,
                                 enum tl_once once)
{
    return once == TL_ONCE_EACH ? NULL : tl_arena_alloc(arena, letter->sentences.len + 1);
}

struct tl_engine *tl_engine_new(struct tl_arena *arena, struct tl_matcher *matcher,
                                const struct tl_letter *letter, unsigned without)
{
    struct tl_engine *engine = tl_arena_alloc(arena, sizeof *engine);
    engine->arena = arena;
    engine->letter = letter;
    engine->without = without;
    engine->matcher = matcher;
    if ((without & TL_WITHOUT_JIT) != 0) {
        tl_matcher_without_jit(engine->matcher);
    }
    return engine;
}

bool tl_engine_is_late(const struct tl_rule *rule)
{
    for (size_t i = 0; i < rule->checks.len; i++) {
        if (rule->checks.items[i].kind == &tl_kind_notice) {
            return true;
        }
    }
    return false;
}

bool tl_engine_is_about_rules(const struct tl_rule *rule)
{
    const struct tl_check *check = rule->checks.len == 1 ? &rule->checks.items[0] : NULL;
    if (check == NULL || check->kind != &tl_kind_notice) {
        return false;
    }
    const enum tl_notice_kind *kind = check->data;
    return *kind == TL_NOTICE_RULE_LIMIT;
}

static void notice_add(struct tl_engine *engine, enum tl_notice_kind kind, struct tl_str what)
{
    *TL_VEC_ADD(engine->arena, &engine->notices) = (struct tl_notice){.kind = kind, .what = what};
}

static void check_run(struct tl_engine *engine, const struct tl_check *check)
{
    if (tl_scope_is_raw(&check->scope, false)) {
        engine->near = tl_guards_view(engine, &check->guards);
        check->kind->run(engine, check);
    }
    if (tl_scope_is_raw(&check->scope, true)) {
        const struct tl_letter *letter = tl_engine_raw_begin(engine);
        engine->near = tl_guards_view(engine, &check->guards);
        check->kind->run(engine, check);
        engine->letter = letter;
    }
}

void tl_engine_run(struct tl_engine *engine, const struct tl_rule *rule,
                   struct tl_findings *findings)
{
    engine->findings = findings;
    engine->rule = rule;
    engine->first_finding = findings->len;
    engine->taken_by_rule = places_new(engine->arena, engine->letter, rule->once);
    engine->max_findings = TL_MAX_FINDINGS + (tl_engine_is_late(rule) ? findings->len : 0);
    engine->too_hard = false;
    for (size_t i = 0; i < rule->checks.len && !engine->too_hard; i++) {
        const struct tl_check *check = &rule->checks.items[i];
        engine->first_check_finding = findings->len;
        engine->taken_by_check = places_new(engine->arena, engine->letter, check->once);
        engine->line_of_place = 0;
        if (check_applies(engine, check)) {
            check_run(engine, check);
        }
    }
    if (engine->too_hard) {
        notice_add(engine, TL_NOTICE_RULE_LIMIT,
                   tl_arena_format(engine->arena,
                                   "the rule '%.*s' gave up on this text: its pattern is too "
                                   "costly here",
                                   TL_STR_ARG(rule->id)));
    }
}

/* Whether nothing was found yet in the place that counts for `once`; takes the place. */
static bool is_first(const struct tl_engine *engine, enum tl_once once, unsigned char *taken,
                     size_t sentence)
{
    if (once == TL_ONCE_EACH) {
        return true;
    }
    size_t place = engine->letter->is_raw || once == TL_ONCE_MESSAGE ? 0
                   : once == TL_ONCE_SENTENCE                        ? sentence
                                              : engine->letter->sentences.items[sentence].block;
    bool first = taken[place] == 0;
    taken[place] = 1;
    return first;
}

/* Whether the rule that runs, its check or the letter has all the findings that it may have. */
static bool is_over(struct tl_engine *engine, const struct tl_check *check)
{
    size_t count = engine->findings->len;
    if (count >= engine->max_findings && !engine->is_full) {
        engine->is_full = true;
        notice_add(engine, TL_NOTICE_LIMIT,
                   tl_arena_format(engine->arena, "only the first %d findings were kept",
                                   TL_MAX_FINDINGS));
    }
    unsigned of_rule = engine->rule->limit;
    unsigned of_check = check->limit;
    return engine->too_hard || count >= engine->max_findings ||
           (of_rule > 0 && count - engine->first_finding >= of_rule) ||
           (of_check > 0 && count - engine->first_check_finding >= of_check);
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

/* The line that a message is to name; looked for once a check, as it takes time. */
static struct tl_str line_of_place(struct tl_engine *engine, const struct tl_check *check)
{
    if (engine->place == TL_NONE || !check->says_line) {
        return TL_STR("");
    }
    if (engine->line_of_place == 0) {
        engine->line_of_place = tl_source_line_of(engine->letter->content->source, engine->place);
    }
    return tl_arena_format(engine->arena, "%zu", engine->line_of_place);
}

static const struct tl_language *message_language(const struct tl_engine *engine)
{
    const struct tl_languages *languages = engine->letter->languages;
    return languages == NULL ? NULL : tl_language_find(languages, engine->messages);
}

struct tl_str tl_engine_listed(const struct tl_engine *engine, const struct tl_strs *all,
                               bool in_quotes)
{
    const struct tl_language *language = message_language(engine);
    struct tl_str word =
        language == NULL || language->word_or.len == 0 ? TL_STR("or") : language->word_or;
    const char *quote = in_quotes ? "'" : "";
    struct tl_buf out = tl_buf_in(engine->arena);
    for (size_t i = 0; i < all->len; i++) {
        bool is_last = i > 0 && i + 1 == all->len;
        const char *comma = i > 0 && (!is_last || (in_quotes && i > 1)) ? "," : "";
        tl_buf_add_format(&out, "%s%s", comma, i > 0 ? " " : "");
        if (is_last) {
            tl_buf_add_format(&out, "%.*s ", TL_STR_ARG(word));
        }
        tl_buf_add_format(&out, "%s%.*s%s", quote, TL_STR_ARG(all->items[i]), quote);
    }
    return tl_buf_str(&out);
}

/* What stands in a message for a wording that is none, in its language. */
static struct tl_str no_wording(const struct tl_engine *engine)
{
    const struct tl_language *language = message_language(engine);
    struct tl_str text = language == NULL || language->leave_out.len == 0 ? TL_STR("leave it out")
                                                                          : language->leave_out;
    return tl_arena_format(engine->arena, "(%.*s)", TL_STR_ARG(text));
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
    if (full.n_args == 2 && args[0].len == 0) {
        args[0] = no_wording(engine);
    }
    finding.rule = rule->id;
    finding.level = rule->level;
    finding.message =
        tl_message_fill(engine->arena, tl_wordings_in(&check->message, engine->messages), args,
                        full.n_args, line_of_place(engine, check));
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
    if (sentence == TL_NONE || is_over(engine, check)) {
        return;
    }
    if (check->unless != NULL &&
        (tl_engine_find(engine, check->unless, tl_letter_sentence(engine->letter, sentence), 0,
                        NULL) ||
         engine->too_hard)) {
        return;
    }
    if (!tl_guards_hold_near(engine, &check->guards, engine->near, span) || engine->too_hard) {
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
    struct tl_str zone = TL_STR("");
    if (text.len > 0 && engine->letter->sentences.len > 0) {
        size_t sentence = sentence_at_source(engine, source.begin);
        zone = tl_zone_name(engine->letter->sentences.items[sentence].zone);
        struct tl_span span = engine->letter->sentences.items[sentence].span;
        if (!tl_scope_has(&check->scope, engine->letter, sentence) ||
            !tl_guards_hold_near(engine, &check->guards, engine->near, span)) {
            return;
        }
    }
    if (is_over(engine, check)) {
        return;
    }
    add(engine, check, (struct tl_finding){.zone = zone, .text = text, .span = source}, said);
}
