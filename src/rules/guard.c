/* SPDX-License-Identifier: MIT */
#include "rules/guard.h"

#include "base/limits.h"
#include "rules/engine.h"
#include "rules/pattern.h"

static const struct tl_key guard_keys[] = {
    {"scope", TL_KEY_SCOPE, NULL, "Where the condition looks"},
    {"tokens", TL_KEY_PATTERNS, NULL, "Patterns, any of which may match as a whole word"},
    {"raw", TL_KEY_PATTERNS, NULL, "Patterns that are put together, before the tokens"},
    {"nonword", TL_KEY_BOOL, NULL, "No word boundary around the tokens"},
    {"append", TL_KEY_BOOL, NULL, "raw comes after the tokens"},
    {"ignorecase", TL_KEY_BOOL, NULL, "Letters match in either case"},
    {"unless", TL_KEY_PATTERNS, NULL, "Sentences that match one of these do not count"},
    {"once", TL_KEY_CHOICE, "each|sentence", "Of several matches in a sentence, one counts"},
    {"measure", TL_KEY_TEXT, NULL, "A measure or a formula, in place of patterns"},
    {"min", TL_KEY_LIMIT, NULL, "The least that there must be; 1 where nothing is said"},
    {"max", TL_KEY_LIMIT, NULL, "The most that there may be"},
    {"per", TL_KEY_TEXT, NULL, "What the limits are for, such as '100 words'"},
    {"within", TL_KEY_TEXT, NULL,
     "Sentences near the finding that count: 'next 2 sentences', 'same paragraph'"},
    {NULL, TL_KEY_ANY, NULL, NULL},
};

const struct tl_key *tl_guard_keys(void)
{
    return guard_keys;
}

/* --- reading --- */

static bool is_sentences(struct tl_str word)
{
    return tl_str_equal_nocase(word, TL_STR("sentence")) ||
           tl_str_equal_nocase(word, TL_STR("sentences"));
}

/* Cuts the first word off a text. */
static struct tl_str word_take(struct tl_str *text)
{
    size_t end = tl_str_find_char(*text, ' ', 0);
    end = end == TL_NONE ? text->len : end;
    struct tl_str word = tl_str_slice(*text, 0, end);
    *text = tl_str_trim(tl_str_slice(*text, end, text->len));
    return word;
}

/* "same sentence", "same paragraph", "2 sentences", "next sentence", "last 2 sentences". */
static bool near_read(struct tl_str text, struct tl_near *near)
{
    text = tl_str_trim(text);
    struct tl_str word = word_take(&text);
    near->is_given = true;
    if (tl_str_equal_nocase(word, TL_STR("same"))) {
        near->paragraph = tl_str_equal_nocase(text, TL_STR("paragraph"));
        return near->paragraph || tl_str_equal_nocase(text, TL_STR("sentence"));
    }
    bool next = tl_str_equal_nocase(word, TL_STR("next"));
    bool last = tl_str_equal_nocase(word, TL_STR("last"));
    unsigned n = 1;
    word = next || last ? word_take(&text) : word;
    if (tl_loader_number(word, &n)) {
        word = word_take(&text);
    } else if (!next && !last) {
        return false;
    }
    near->before = next ? 0 : n;
    near->after = last ? 0 : n;
    return is_sentences(word) && text.len == 0 && n > 0 && n <= TL_MAX_NEAR_SENTENCES;
}

static bool near_load(struct tl_loader *loader, const struct tl_yaml *map, struct tl_near *near)
{
    const struct tl_yaml *node = tl_loader_find(map, "within");
    return node == NULL || near_read(node->text, near) ||
           tl_loader_fail(loader, node,
                          "'within' must be 'same sentence', 'same paragraph' or up to %d "
                          "sentences, such as 'next 2 sentences'",
                          TL_MAX_NEAR_SENTENCES);
}

/* What is counted: matches of patterns, or a measure. */
static bool count_load(struct tl_loader *loader, const struct tl_yaml *node, struct tl_guard *guard)
{
    const struct tl_yaml *measure = tl_loader_find(node, "measure");
    if (!tl_pattern_existence(loader, node, &guard->pattern) ||
        (measure != NULL && !tl_measure_load(loader, measure, &guard->measure))) {
        return false;
    }
    if (measure != NULL && guard->pattern != NULL) {
        return tl_loader_fail(loader, measure, "a condition has either patterns or a measure");
    }
    if (measure == NULL && guard->pattern == NULL) {
        return tl_loader_fail(loader, node, "a condition needs 'tokens', 'raw' or 'measure'");
    }
    return measure == NULL || tl_limit_is_given(&guard->min) || tl_limit_is_given(&guard->max) ||
           tl_loader_fail(loader, measure, "a condition on a measure needs 'min' or 'max'");
}

static bool once_load(struct tl_loader *loader, const struct tl_yaml *map, struct tl_guard *guard)
{
    const struct tl_yaml *node = tl_loader_find(map, "once");
    unsigned once = 0;
    if (!tl_keys_choice(loader, map, guard_keys, "once", &once)) {
        return false;
    }
    guard->once_a_sentence = once == 1;
    return node == NULL || guard->pattern != NULL ||
           tl_loader_fail(loader, node,
                          "'once' is for patterns, of which a sentence may have several");
}

static bool guard_load(struct tl_loader *loader, const struct tl_yaml *node, bool wanted,
                       struct tl_guards *guards)
{
    if (node->kind != TL_YAML_MAP) {
        return tl_loader_fail(loader, node, "a condition must be a map of 'scope' and 'tokens'");
    }
    const struct tl_key *tables[] = {guard_keys};
    struct tl_guard *guard = TL_VEC_ADD(loader->arena, guards);
    *guard = (struct tl_guard){.wanted = wanted};
    struct tl_loader own = *loader;
    bool good = tl_keys_check(&own, node, tables, 1);
    good &= tl_loader_bool(&own, node, "ignorecase", &own.ignorecase);
    good &= tl_loader_scope(&own, node, "scope", &guard->scope);
    good &= tl_limit_load(&own, node, "min", &guard->min);
    good &= tl_limit_load(&own, node, "max", &guard->max);
    good &= tl_per_load(&own, node, &guard->per);
    good &= near_load(&own, node, &guard->near);
    good &= count_load(&own, node, guard);
    good &= once_load(&own, node, guard);
    good &= tl_pattern_list(&own, tl_loader_find(node, "unless"), TL_PATTERN_WORD, &guard->unless);
    if (!good || !tl_limits_check(&own, node, &guard->min, &guard->max)) {
        return false;
    }
    struct tl_str none;
    return guard->scope.len > 0 ||
           tl_scope_add(loader->arena, &guard->scope, TL_STR("text"), &none);
}

static bool list_load(struct tl_loader *loader, const struct tl_yaml *map, const char *key,
                      bool wanted, struct tl_guards *guards)
{
    const struct tl_yaml *node = tl_loader_find(map, key);
    if (node == NULL || node->kind != TL_YAML_LIST) {
        return node == NULL || guard_load(loader, node, wanted, guards);
    }
    bool good = true;
    for (const struct tl_yaml *item = node->first; item != NULL; item = item->next) {
        good &= guard_load(loader, item, wanted, guards);
    }
    return good;
}

bool tl_guards_load(struct tl_loader *loader, const struct tl_yaml *map, struct tl_guards *guards)
{
    bool good = list_load(loader, map, "with", true, guards);
    return list_load(loader, map, "without", false, guards) && good;
}

/* --- counting --- */

/* What counts for a guard, in some sentences. */
struct count {
    size_t n_matches;
    size_t first; /* source offset of the first match; TL_NONE where there is none yet */
    struct tl_tally tally;
};

static struct count count_of(const struct tl_guard *guard)
{
    uint64_t per = guard->per.n > 0 ? UINT64_C(1) << guard->per.measure : 0;
    return (struct count){.first = TL_NONE, .tally = {.uses = guard->measure.uses | per}};
}

static bool is_left_out(struct tl_engine *engine, const struct tl_guard *guard, size_t sentence)
{
    return guard->unless != NULL &&
           tl_engine_find(engine, guard->unless, tl_letter_sentence(engine->letter, sentence), 0,
                          NULL);
}

/* Whether one match decides: nothing is said about how many there must be. */
static bool is_plain(const struct tl_guard *guard)
{
    return guard->pattern != NULL && !tl_limit_is_given(&guard->min) &&
           !tl_limit_is_given(&guard->max);
}

/* How often the pattern of a guard matches in a sentence, as far as that matters; `first` is where
 * the first match begins in the letter. */
static size_t matches_in(struct tl_engine *engine, const struct tl_guard *guard, size_t sentence,
                         size_t *first)
{
    size_t enough = is_plain(guard) || guard->once_a_sentence ? 1 : SIZE_MAX;
    struct tl_str text = tl_letter_sentence(engine->letter, sentence);
    struct tl_match match;
    size_t n = 0;
    size_t begin = engine->letter->sentences.items[sentence].span.begin;
    for (size_t at = 0; n < enough && tl_engine_find(engine, guard->pattern, text, at, &match);
         at = match.next) {
        if (tl_engine_counts(engine, &guard->scope, begin + match.group[0].begin)) {
            *first = n == 0 ? begin + match.group[0].begin : *first;
            n++;
        }
    }
    return n > 0 && is_left_out(engine, guard, sentence) ? 0 : n;
}

static void count_add(struct tl_engine *engine, const struct tl_guard *guard, size_t sentence,
                      struct count *count)
{
    if (guard->pattern != NULL) {
        size_t first = 0;
        size_t n = matches_in(engine, guard, sentence, &first);
        if (n > 0 && count->n_matches == 0) {
            count->first =
                tl_text_source(&engine->letter->text, (struct tl_span){first, first}).begin;
        }
        count->n_matches += n;
    }
    if (count->tally.uses != 0 &&
        (guard->pattern != NULL || !is_left_out(engine, guard, sentence))) {
        tl_tally_add(engine, &count->tally, sentence, TL_NONE);
    }
}

static bool is_within_limits(const struct tl_engine *engine, const struct tl_guard *guard,
                             const struct count *count)
{
    const struct tl_facts *facts = &engine->letter->facts;
    double value = (double)count->n_matches;
    if (guard->pattern == NULL && !tl_measure_value(&guard->measure, &count->tally, &value)) {
        return false;
    }
    double factor = tl_per_factor(&guard->per, &count->tally);
    double limit;
    if (is_plain(guard)) {
        return value > 0;
    }
    return (!tl_limit_of(&guard->min, facts, &limit) || value >= limit * factor) &&
           (!tl_limit_of(&guard->max, facts, &limit) || value <= limit * factor);
}

/* --- guards on all of the letter --- */

/* Counts in all of the engine's letter that is in scope. */
static void count_all(struct tl_engine *engine, const struct tl_guard *guard, struct count *count)
{
    for (size_t i = 0; i < engine->letter->sentences.len; i++) {
        if (tl_scope_has(&guard->scope, engine->letter, i)) {
            count_add(engine, guard, i, count);
            if (is_plain(guard) && count->n_matches > 0) {
                break;
            }
        }
    }
}

/* `first` is the source offset of the first match, or TL_NONE. */
static bool guard_holds(struct tl_engine *engine, const struct tl_guard *guard, size_t *first)
{
    struct count count = count_of(guard);
    count_all(engine, guard, &count);
    if (!engine->letter->is_raw && tl_scope_is_raw(&guard->scope, true)) {
        const struct tl_letter *letter = tl_engine_raw_begin(engine);
        count_all(engine, guard, &count);
        engine->letter = letter;
    }
    *first = count.first;
    return is_within_limits(engine, guard, &count) == guard->wanted;
}

static bool tells_place(const struct tl_guard *guard)
{
    return guard->wanted && guard->pattern != NULL && !guard->near.is_given;
}

bool tl_guards_tell_place(const struct tl_guards *guards)
{
    for (size_t i = 0; i < guards->len; i++) {
        if (tells_place(&guards->items[i])) {
            return true;
        }
    }
    return false;
}

bool tl_guards_hold(struct tl_engine *engine, const struct tl_guards *guards, size_t *place)
{
    bool is_told = false;
    *place = TL_NONE;
    for (size_t i = 0; i < guards->len; i++) {
        const struct tl_guard *guard = &guards->items[i];
        size_t first = TL_NONE;
        if (!guard->near.is_given && !guard_holds(engine, guard, &first)) {
            return false;
        }
        if (!is_told && tells_place(guard)) {
            *place = first;
            is_told = true;
        }
    }
    return true;
}

/* --- guards near a finding --- */

struct tl_near_view {
    bool is_made;
    size_t *sentences; /* indices of those in scope */
    size_t *n_matches; /* in all sentences in scope before one; one more than these */
    size_t n;
    size_t asked_first; /* what was asked last, and the answer */
    size_t asked_end;
    bool answer;
};

struct tl_near_view *tl_guards_view(const struct tl_engine *engine, const struct tl_guards *guards)
{
    bool any = false;
    for (size_t i = 0; i < guards->len; i++) {
        any |= guards->items[i].near.is_given;
    }
    return any ? tl_arena_alloc(engine->arena, guards->len * sizeof(struct tl_near_view)) : NULL;
}

static void view_make(struct tl_engine *engine, const struct tl_guard *guard,
                      struct tl_near_view *view)
{
    size_t n = engine->letter->sentences.len;
    view->is_made = true;
    view->asked_first = TL_NONE;
    view->sentences = tl_arena_alloc(engine->arena, n * sizeof *view->sentences);
    view->n_matches = tl_arena_alloc(engine->arena, (n + 1) * sizeof *view->n_matches);
    for (size_t i = 0; i < n; i++) {
        if (tl_scope_has(&guard->scope, engine->letter, i)) {
            size_t first;
            size_t more = guard->pattern == NULL ? 0 : matches_in(engine, guard, i, &first);
            view->sentences[view->n] = i;
            view->n_matches[view->n + 1] = view->n_matches[view->n] + more;
            view->n++;
        }
    }
}

/* How many sentences of the view stand before a sentence of the letter. */
static size_t rank_of(const struct tl_near_view *view, size_t sentence)
{
    size_t low = 0;
    size_t high = view->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (view->sentences[middle] < sentence) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* The sentences of the view that count for a finding in [first, last] of the letter. */
static struct tl_span ranks_of(const struct tl_engine *engine, const struct tl_near *near,
                               const struct tl_near_view *view, size_t first, size_t last)
{
    const struct tl_letter *letter = engine->letter;
    if (near->paragraph) {
        const struct tl_block *block = &letter->blocks.items[letter->sentences.items[first].block];
        return (struct tl_span){rank_of(view, block->first_sentence),
                                rank_of(view, block->first_sentence + block->n_sentences)};
    }
    size_t begin = rank_of(view, first);
    size_t end = rank_of(view, last + 1);
    return (struct tl_span){
        begin > near->before ? begin - near->before : 0,
        view->n - end > near->after ? end + near->after : view->n,
    };
}

static bool guard_holds_near(struct tl_engine *engine, const struct tl_guard *guard,
                             struct tl_near_view *view, size_t first, size_t last)
{
    if (!view->is_made) {
        view_make(engine, guard, view);
    }
    struct tl_span ranks = ranks_of(engine, &guard->near, view, first, last);
    if (view->asked_first == ranks.begin && view->asked_end == ranks.end) {
        return view->answer;
    }
    struct count count = count_of(guard);
    for (size_t i = ranks.begin; count.tally.uses != 0 && i < ranks.end; i++) {
        if (guard->pattern != NULL || !is_left_out(engine, guard, view->sentences[i])) {
            tl_tally_add(engine, &count.tally, view->sentences[i], TL_NONE);
        }
    }
    count.n_matches = view->n_matches[ranks.end] - view->n_matches[ranks.begin];
    view->asked_first = ranks.begin;
    view->asked_end = ranks.end;
    view->answer = is_within_limits(engine, guard, &count) == guard->wanted;
    return view->answer;
}

bool tl_guards_hold_near(struct tl_engine *engine, const struct tl_guards *guards,
                         struct tl_near_view *views, struct tl_span span)
{
    size_t first = tl_engine_sentence(engine, span.begin);
    size_t last = span.end > span.begin ? tl_engine_sentence(engine, span.end - 1) : first;
    for (size_t i = 0; views != NULL && i < guards->len; i++) {
        const struct tl_guard *guard = &guards->items[i];
        if (guard->near.is_given && !guard_holds_near(engine, guard, &views[i], first, last)) {
            return false;
        }
    }
    return true;
}
