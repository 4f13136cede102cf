/*
 * spelling: words that are in no dictionary (spell.h).  Vale's keys; without `dictionaries`, those
 * that the system has for the language of the text are asked.  Where there are none, the check does
 * not run.
 * Message argument: the word.
 * SPDX-License-Identifier: MIT
 */
#include "base/io.h"
#include "base/limits.h"
#include "base/nearest.h"
#include "base/utf8.h"
#include "model/language_guess.h"
#include "rules/compound.h"
#include "rules/exceptions.h"
#include "rules/kind.h"
#include "rules/letter_names.h"
#include "rules/pattern.h"
#include "rules/prose.h"
#include "rules/rule_path.h"
#include "rules/spell.h"

enum {
    MOST_EDITS = 2,     /* from a long word to one that was meant */
    FEWEST_OF_LONG = 7, /* bytes of a long word; a shorter one has one edit */
    FOREIGN_ROW = 3,    /* unknown words in a row are a phrase of another language */
    FOREIGN_GAP = 5,    /* bytes between two of them at most: a blank, or a small word */
};

struct spelling {
    struct tl_spell *spell;
    bool by_tag;                    /* the dictionaries of the text's language are asked too */
    bool custom;                    /* only the rule's own filters count */
    const struct tl_regex *filters; /* words that are left out; may be NULL */
    struct tl_words_set ignored;
    struct tl_exceptions exceptions;
    bool knows_names;        /* words with a capital are names, see is_named() */
    struct tl_scope names;   /* where names stand */
    struct tl_strs no_names; /* calendar words and the like */
    bool knows_compounds;
    struct tl_strs compounds; /* letters between the halves of a compound */
    bool only_near;           /* only what is near to a right word is wrong */
};

static const struct tl_key keys[] = {
    {"dictionaries", TL_KEY_TEXTS, NULL, "Names of dictionaries, such as en_US"},
    {"append", TL_KEY_BOOL, NULL, "Ask those of the language of the text as well"},
    {"dicpath", TL_KEY_TEXT, NULL, "A folder with dictionaries"},
    {"aff", TL_KEY_TEXT, NULL, "The rules of a dictionary: the path of a file"},
    {"dic", TL_KEY_TEXT, NULL, "The words of a dictionary: the path of a file"},
    {"custom", TL_KEY_BOOL, NULL, "true: only 'filters' say what is no word to look up"},
    {"filters", TL_KEY_PATTERNS, NULL, "Words that match one of these are left out"},
    {"ignore", TL_KEY_TEXTS, NULL, "Files of words that are right, one a line"},
    {"exceptions", TL_KEY_PATTERNS, NULL, "Words that are right"},
    {"vocab", TL_KEY_BOOL, NULL, "false: accepted words of the user are no exceptions"},
    {"names", TL_KEY_SCOPE, NULL, "Where names stand; words with a capital may be names"},
    {"no_names", TL_KEY_TEXTS, NULL, "Words with a capital that are no names"},
    {"compounds", TL_KEY_TEXTS, NULL,
     "A word is right whose two halves are; these letters may stand between them"},
    {"near", TL_KEY_BOOL, NULL,
     "true: only words that a few letters make right are wrong; others are terms"},
    {"threshold", TL_KEY_ANY, NULL, "Ignored"},
    {NULL, TL_KEY_ANY, NULL, NULL},
};

/* --- reading --- */

/* Adds the words of a file: its lines, but for those that begin with "#". */
static bool ignored_add(struct tl_loader *loader, const struct tl_yaml *node, struct tl_str name,
                        struct tl_strs *words)
{
    struct tl_str path = tl_rule_path(loader, name);
    struct tl_str bytes;
    struct tl_error err;
    bool more;
    if (path.len == 0) {
        tl_loader_warn(loader, node, "there is no file '%.*s'", TL_STR_ARG(name));
        return true;
    }
    if (!tl_io_read(loader->arena, path.data, TL_MAX_YAML_BYTES, &bytes, &more, &err)) {
        return tl_loader_fail(loader, node, "'%.*s' cannot be read", TL_STR_ARG(name));
    }
    if (more || tl_utf8_valid_bytes(bytes) != bytes.len) {
        return tl_loader_fail(loader, node, "'%.*s' is %s", TL_STR_ARG(name),
                              more ? "too large" : "not UTF-8");
    }
    for (size_t at = 0; at < bytes.len;) {
        size_t end = tl_str_find_char(bytes, '\n', at);
        end = end == TL_NONE ? bytes.len : end;
        struct tl_str word = tl_str_trim(tl_str_slice(bytes, at, end));
        if (word.len > 0 && word.data[0] != '#') {
            *TL_VEC_ADD(loader->arena, words) = word;
        }
        at = end + 1;
    }
    return true;
}

static bool ignore_load(struct tl_loader *loader, const struct tl_yaml *map,
                        struct tl_words_set *ignored)
{
    const struct tl_yaml *node = tl_loader_find(map, "ignore");
    struct tl_strs names = {0};
    if (!tl_loader_strs(loader, map, "ignore", &names)) {
        return false;
    }
    for (size_t i = 0; i < names.len; i++) {
        if (!ignored_add(loader, node, names.items[i], &ignored->sorted)) {
            return false;
        }
    }
    tl_words_set_build(loader->arena, ignored);
    return true;
}

/* Adds the dictionaries that the rule names; what is not there is said and left out. */
static bool dictionaries_load(struct tl_loader *loader, const struct tl_yaml *map,
                              struct spelling *data)
{
    struct tl_strs names = {0};
    struct tl_str folder = TL_STR("");
    struct tl_str aff = TL_STR("");
    struct tl_str dic = TL_STR("");
    bool append = false;
    if (!tl_loader_strs(loader, map, "dictionaries", &names) ||
        !tl_loader_str(loader, map, "dicpath", &folder) ||
        !tl_loader_str(loader, map, "aff", &aff) || !tl_loader_str(loader, map, "dic", &dic) ||
        !tl_loader_bool(loader, map, "append", &append)) {
        return false;
    }
    data->spell = tl_spell_new(loader->arena);
    data->by_tag = append || (names.len == 0 && dic.len == 0);
    if (folder.len > 0) {
        tl_spell_add_folder(data->spell, tl_rule_path(loader, folder));
    }
    for (size_t i = 0; i < names.len; i++) {
        if (!tl_spell_add(data->spell, names.items[i])) {
            tl_loader_warn(loader, tl_loader_find(map, "dictionaries"),
                           "there is no dictionary '%.*s'", TL_STR_ARG(names.items[i]));
        }
    }
    if (dic.len > 0 &&
        !tl_spell_add_files(data->spell, tl_rule_path(loader, aff), tl_rule_path(loader, dic))) {
        tl_loader_warn(loader, tl_loader_find(map, "dic"),
                       "there is no dictionary of the files '%.*s' and '%.*s'", TL_STR_ARG(dic),
                       TL_STR_ARG(aff));
    }
    return true;
}

static bool load(struct tl_loader *loader, const struct tl_yaml *map, struct tl_check *check)
{
    struct spelling *data = tl_arena_alloc(loader->arena, sizeof *data);
    check->data = data;
    data->knows_names = tl_loader_find(map, "names") != NULL;
    data->knows_compounds = tl_loader_find(map, "compounds") != NULL;
    return tl_loader_bool(loader, map, "custom", &data->custom) &&
           tl_pattern_list(loader, tl_loader_find(map, "filters"), TL_PATTERN_NONWORD,
                           &data->filters) &&
           ignore_load(loader, map, &data->ignored) &&
           tl_loader_scope(loader, map, "names", &data->names) &&
           tl_loader_strs(loader, map, "no_names", &data->no_names) &&
           tl_loader_strs(loader, map, "compounds", &data->compounds) &&
           tl_loader_bool(loader, map, "near", &data->only_near) &&
           tl_exceptions_load(loader, map, &data->exceptions) &&
           dictionaries_load(loader, map, data);
}

/* --- running --- */

TL_VEC(spans, struct tl_span);

/* A run over one letter. */
struct run {
    struct tl_engine *engine;
    const struct tl_check *check;
    const struct spelling *data;
    struct tl_spell_group *group; /* of the block that is read */
    struct tl_words_set names;    /* that the letter vouches for */
    struct spans row; /* of the last words, those that no dictionary has, one after the other */
    unsigned n_suggested;
    size_t sentence; /* that was looked at last, and whether it is of another language */
    bool sentence_is_foreign;
    unsigned n_near; /* words for which something near was looked for */
};

static bool is_near(struct tl_str a, struct tl_str b)
{
    size_t shorter = a.len < b.len ? a.len : b.len;
    return tl_edits(a, b) <= (shorter < FEWEST_OF_LONG ? 1 : MOST_EDITS);
}

/* The word of `no_names` that was perhaps meant; "" where there is none. */
static struct tl_str no_name_of(const struct run *r, struct tl_str word)
{
    for (size_t i = 0; i < r->data->no_names.len; i++) {
        if (is_near(r->data->no_names.items[i], word)) {
            return r->data->no_names.items[i];
        }
    }
    return TL_STR("");
}

/* Whether a small word was perhaps meant by one that begins with a capital. */
static bool is_near_small(struct run *r, struct tl_str word)
{
    if (r->n_near++ >= TL_MAX_SPELL_SUGGESTED) {
        return false;
    }
    struct tl_arena *arena = r->engine->arena;
    struct tl_strs all = tl_spell_suggest(r->data->spell, r->group, arena, word);
    for (size_t i = 0; i < all.len; i++) {
        if (is_near(all.items[i], word) &&
            tl_spell_has(r->data->spell, r->group, tl_text_lower(arena, all.items[i]))) {
            return true;
        }
    }
    return false;
}

/*
 * Whether a word that no dictionary has is a name: one that the letter vouches for, or one with a
 * capital that no rule of writing explains.
 */
static bool is_named(struct run *r, struct tl_span span, struct tl_str word)
{
    uint32_t c = 0;
    (void)tl_utf8_next(word, &c);
    if (tl_char_is_upper(c) && no_name_of(r, word).len > 0) {
        return false;
    }
    size_t stem = tl_str_find_char(word, '\'', 1);
    if (tl_words_set_has(&r->names, tl_str_slice(word, 0, stem == TL_NONE ? word.len : stem))) {
        return true;
    }
    size_t sentence = tl_engine_sentence(r->engine, span.begin);
    if (!tl_char_is_upper(c) || sentence == TL_NONE) {
        return false;
    }
    enum tl_word_place place = tl_word_place_of(r->engine, span);
    const struct tl_sentence *s = &r->engine->letter->sentences.items[sentence];
    bool is_formula = s->zone == TL_ZONE_GREETING || s->zone == TL_ZONE_SIGNOFF ||
                      tl_str_ends_in(tl_letter_str(r->engine->letter, s->span), ",");
    return place == TL_WORD_INSIDE || (place == TL_WORD_LEADS && !is_formula);
}

/* The same where a sentence or a greeting begins, and nothing tells names from words but how near a
 * word of the dictionary is. */
static bool is_named_first(struct run *r, struct tl_str word)
{
    uint32_t c = 0;
    (void)tl_utf8_next(word, &c);
    return tl_char_is_upper(c) && no_name_of(r, word).len == 0 && !is_near_small(r, word);
}

/* Whether the word stands in a sentence of another language than its dictionaries'. */
static bool is_foreign(struct run *r, struct tl_span span)
{
    const struct tl_letter *letter = r->engine->letter;
    size_t i = tl_engine_sentence(r->engine, span.begin);
    if (i == TL_NONE) {
        return false;
    }
    if (i != r->sentence) {
        const struct tl_language *language =
            letter->blocks.items[letter->sentences.items[i].block].language;
        r->sentence = i;
        r->sentence_is_foreign = tl_language_of_block(letter->languages, language,
                                                      tl_letter_sentence(letter, i)) != language;
    }
    return r->sentence_is_foreign;
}

static bool is_compound(const struct run *r, struct tl_str word)
{
    const struct spelling *data = r->data;
    return data->knows_compounds && no_name_of(r, word).len == 0 &&
           tl_compound_is(data->spell, r->group, r->engine->arena, &data->compounds, word);
}

/* "kv. m": a full stop that ends no sentence is that of an abbreviation. */
static bool is_abbreviation(const struct run *r, struct tl_span word)
{
    size_t sentence = tl_engine_sentence(r->engine, word.begin);
    struct tl_str text = r->engine->letter->text.bytes;
    return sentence != TL_NONE && word.end < text.len && text.data[word.end] == '.' &&
           word.end + 1 < r->engine->letter->sentences.items[sentence].span.end;
}

/* Whether a word is right, or nothing to look up; `word` is a span of the letter's text. */
static bool is_right(struct run *r, struct tl_span span)
{
    const struct spelling *data = r->data;
    struct tl_str word = tl_letter_str(r->engine->letter, span);
    if ((!data->custom && tl_prose_is_name(word)) || tl_utf8_count(word) < 2) {
        return true;
    }
    struct tl_str text = tl_prose_plain(r->engine->arena, word);
    size_t stem = tl_str_find_char(text, '\'', 1);
    bool genitive = stem != TL_NONE && text.len - stem <= 3; /* "Anna's", "Anna'll" */
    struct tl_str owner = tl_str_slice(text, 0, stem);
    /* reading dictionaries takes long: what can be known without them is asked first */
    return tl_spell_knows(data->spell, r->group, text) ||
           (genitive && tl_spell_knows(data->spell, r->group, owner)) ||
           tl_words_set_has(&data->ignored, text) ||
           (data->filters != NULL && tl_engine_find(r->engine, data->filters, word, 0, NULL)) ||
           tl_exceptions_has(r->engine, &data->exceptions, span) ||
           (data->knows_names &&
            (is_named(r, span, text) || is_foreign(r, span) || is_abbreviation(r, span))) ||
           tl_spell_has(data->spell, r->group, text) ||
           (genitive && tl_spell_has(data->spell, r->group, owner)) || is_compound(r, text) ||
           (data->knows_names && is_named_first(r, text));
}

/* What was perhaps meant by a wrong word, the likeliest first. */
static struct tl_strs meant_of(const struct run *r, struct tl_str word)
{
    const struct spelling *data = r->data;
    struct tl_arena *arena = r->engine->arena;
    struct tl_strs all = {0};
    struct tl_str name = no_name_of(r, word);
    if (name.len > 0) {
        *TL_VEC_ADD(arena, &all) = name;
        return all;
    }
    struct tl_strs suggested = tl_spell_suggest(data->spell, r->group, arena, word);
    struct tl_str doubled = data->knows_compounds
                                ? tl_compound_doubled(data->spell, r->group, arena, word)
                                : TL_STR("");
    if (doubled.len > 0) {
        *TL_VEC_ADD(arena, &all) = doubled;
    }
    for (size_t i = 0; i < suggested.len; i++) {
        if (!tl_str_equal(suggested.items[i], doubled)) {
            *TL_VEC_ADD(arena, &all) = suggested.items[i];
        }
    }
    return all;
}

static bool any_is_near(const struct run *r, const struct tl_strs *all, struct tl_str word)
{
    struct tl_arena *arena = r->engine->arena;
    struct tl_str bare = tl_text_bare(arena, word);
    bool near = false;
    for (size_t i = 0; i < all->len && !near; i++) {
        near = is_near(tl_text_bare(arena, all->items[i]), bare);
    }
    return near;
}

/*
 * Adds a finding, and only then looks for what was meant; with `near`, before: what no right word
 * is near to, the dictionaries lack.
 */
static void report(struct run *r, struct tl_span span)
{
    struct tl_arena *arena = r->engine->arena;
    struct tl_findings *findings = r->engine->findings;
    struct tl_str text = tl_letter_str(r->engine->letter, span);
    struct tl_str word = tl_prose_plain(arena, text);
    struct tl_strs all = {0};
    size_t before = findings->len;
    if (r->data->only_near && no_name_of(r, word).len == 0) {
        if (r->n_near++ >= TL_MAX_SPELL_SUGGESTED) {
            return;
        }
        all = meant_of(r, word);
        if (!any_is_near(r, &all, word)) {
            return;
        }
    }
    tl_engine_add(r->engine, r->check, span, &(struct tl_said){.args = {text}, .n_args = 1});
    if (findings->len == before || r->n_suggested >= TL_MAX_SPELL_SUGGESTED) {
        return;
    }
    struct tl_finding *finding = &findings->items[before];
    all = all.len > 0 ? all : meant_of(r, word);
    for (size_t i = 0; i < finding->suggestions.len; i++) {
        *TL_VEC_ADD(arena, &all) = finding->suggestions.items[i];
    }
    finding->suggestions = all;
    r->n_suggested++;
}

/* Reports the words in a row, unless they are a phrase of another language. */
static void row_end(struct run *r)
{
    for (size_t i = 0; r->row.len < FOREIGN_ROW && i < r->row.len; i++) {
        report(r, r->row.items[i]);
    }
    r->row.len = 0;
}

/* Adds a word that no dictionary has. */
static void row_add(struct run *r, struct tl_span word)
{
    if (!r->data->knows_names) {
        report(r, word);
        return;
    }
    size_t end = r->row.len > 0 ? r->row.items[r->row.len - 1].end : word.begin;
    if (word.begin > end + FOREIGN_GAP) {
        row_end(r);
    }
    *TL_VEC_ADD(r->engine->arena, &r->row) = word;
}

/* A word with hyphens is right if it is in the dictionary, or all of its parts are. */
static void word_run(struct run *r, struct tl_span word)
{
    if (is_right(r, word) || !tl_engine_counts(r->engine, &r->check->scope, word.begin)) {
        return;
    }
    struct tl_str text = tl_letter_str(r->engine->letter, word);
    for (size_t at = 0; at <= text.len;) {
        size_t end = tl_str_find_char(text, '-', at);
        end = end == TL_NONE ? text.len : end;
        struct tl_span part = {word.begin + at, word.begin + end};
        if ((at == 0 && end == text.len) || !is_right(r, part)) {
            row_add(r, part);
        }
        at = end + 1;
    }
}

static void unit_run(struct run *r, struct tl_span unit)
{
    struct tl_prose prose = {.text = tl_letter_str(r->engine->letter, unit)};
    struct tl_span word;
    while (tl_prose_next(&prose, &word)) {
        word_run(r, (struct tl_span){unit.begin + word.begin, unit.begin + word.end});
    }
}

static void run(struct tl_engine *engine, const struct tl_check *check)
{
    const struct spelling *data = check->data;
    const struct tl_letter *letter = engine->letter;
    struct run r = {.engine = engine, .check = check, .data = data, .sentence = TL_NONE};
    if (data->knows_names) {
        r.names = tl_letter_names(engine, &data->names);
    }
    struct tl_units units = tl_scope_units(engine->arena, &check->scope, letter);
    for (size_t i = 0; i < units.len; i++) {
        size_t block = letter->sentences.items[units.items[i].first].block;
        const struct tl_language *language = letter->blocks.items[block].language;
        r.group = tl_spell_group_of(data->spell, language == NULL ? TL_STR("") : language->tag,
                                    data->by_tag);
        if (tl_spell_group_any(r.group)) {
            unit_run(&r, tl_unit_span(&units.items[i], letter));
            row_end(&r);
        }
    }
}

const struct tl_kind tl_kind_spelling = {"spelling", keys, load, run};
