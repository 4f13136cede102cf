/* SPDX-License-Identifier: MIT */
#include "rules/measures.h"

#include "base/decimal.h"
#include "base/utf8.h"
#include "model/letter_links.h"
#include "model/syllable.h"
#include "model/word_kind.h"
#include "rules/engine.h"

#include <assert.h>
#include <math.h>

#define BIT(name) (UINT64_C(1) << TL_MEASURE_##name)

enum { LONG_WORD_LETTERS = 6, SIMPLE_WORD_SYLLABLES = 2, HEADING_LEVELS = 6 };

static const struct {
    const char *name;
    const char *one;
} counted[] = {
#define COUNTED(id, text, one, meaning) {text, one},
#define WORKED_OUT(text, formula, meaning)
#include "rules/measures.def"
#undef COUNTED
#undef WORKED_OUT
};

static const struct {
    const char *name;
    const char *formula;
} worked_out[] = {
#define COUNTED(id, text, one, meaning)
#define WORKED_OUT(text, formula, meaning) {text, formula},
#include "rules/measures.def"
#undef COUNTED
#undef WORKED_OUT
};

enum { N_WORKED_OUT = sizeof worked_out / sizeof *worked_out };

_Static_assert((int)TL_N_COUNTED <= 64, "each has a bit");

/* --- reading --- */

/* Whether a name is that one; Vale has "heading.h1", too. */
static bool is_name(struct tl_str name, const char *known)
{
    for (size_t i = 0; i < name.len; i++) {
        char c = name.data[i] == '.' ? '_' : tl_char_lower(name.data[i]);
        if (known[i] == '\0' || c != known[i]) {
            return false;
        }
    }
    return known[name.len] == '\0';
}

static bool find(struct tl_str name, struct tl_formula_name *found)
{
    for (size_t i = 0; i < TL_N_COUNTED; i++) {
        if (is_name(name, counted[i].name)) {
            *found = (struct tl_formula_name){.value = i};
            return true;
        }
    }
    for (size_t i = 0; i < N_WORKED_OUT; i++) {
        if (is_name(name, worked_out[i].name)) {
            *found = (struct tl_formula_name){.formula = tl_str_of(worked_out[i].formula)};
            return true;
        }
    }
    return false;
}

static struct tl_strs names(struct tl_arena *arena)
{
    struct tl_strs all = {0};
    for (size_t i = 0; i < TL_N_COUNTED; i++) {
        *TL_VEC_ADD(arena, &all) = tl_str_of(counted[i].name);
    }
    for (size_t i = 0; i < N_WORKED_OUT; i++) {
        *TL_VEC_ADD(arena, &all) = tl_str_of(worked_out[i].name);
    }
    return all;
}

static bool fail_at(struct tl_loader *loader, const struct tl_yaml *node,
                    const struct tl_formula_error *err)
{
    struct tl_yaml at = *node;
    if (tl_str_find_char(node->text, '\n', 0) == TL_NONE) {
        at.column += (unsigned)err->offset + (node->quoted ? 1 : 0);
    }
    if (err->name.len == 0) {
        return tl_loader_fail(loader, &at, "%s", err->text.data);
    }
    struct tl_strs known = names(loader->arena);
    return tl_loader_fail_unknown(loader, &at, "measure", err->name, &known);
}

static uint64_t uses_of(const struct tl_formula *formula)
{
    uint64_t uses = 0;
    for (size_t i = 0; i < formula->len; i++) {
        bool value = formula->items[i].op == TL_FORMULA_VALUE;
        uses |= value ? UINT64_C(1) << formula->items[i].value : 0;
    }
    return uses;
}

bool tl_measure_load(struct tl_loader *loader, const struct tl_yaml *node,
                     struct tl_measure *measure)
{
    struct tl_formula_error err;
    if (node->kind != TL_YAML_SCALAR) {
        return tl_loader_fail(loader, node, "a measure must be a text");
    }
    if (!tl_formula_read(loader->arena, node->text, find, &measure->formula, &err)) {
        return fail_at(loader, node, &err);
    }
    measure->uses = uses_of(&measure->formula);
    return true;
}

/* Conditions know no measure but the value before them. */
static bool find_none(struct tl_str name, struct tl_formula_name *found)
{
    (void)name;
    (void)found;
    return false;
}

bool tl_measure_load_condition(struct tl_loader *loader, const struct tl_yaml *node,
                               struct tl_measure *condition)
{
    struct tl_formula_error err;
    condition->uses = 1;
    if (tl_formula_read_condition(loader->arena, node->text, find_none, &condition->formula,
                                  &err)) {
        return true;
    }
    if (err.name.len > 0) {
        err.text = TL_STR("a condition holds the value against numbers only");
        err.name = TL_STR("");
    }
    return fail_at(loader, node, &err);
}

struct tl_measure tl_measure_of(struct tl_arena *arena, struct tl_str formula)
{
    struct tl_measure measure;
    struct tl_formula_error err;
    bool good = tl_formula_read(arena, formula, find, &measure.formula, &err);
    assert(good);
    (void)good; /* where assertions are off */
    measure.uses = uses_of(&measure.formula);
    return measure;
}

/* --- counting --- */

static void block_count(const struct tl_letter *letter, struct tl_tally *tally, size_t i)
{
    static const int of_kind[] = {
        [TL_LINE_TEXT] = TL_MEASURE_PARAGRAPHS,  [TL_LINE_ITEM] = TL_MEASURE_LIST_ITEMS,
        [TL_LINE_HEADING] = TL_MEASURE_HEADINGS, [TL_LINE_CELL] = TL_MEASURE_TABLE_CELLS,
        [TL_LINE_CODE] = TL_MEASURE_PRE,         [TL_LINE_URL] = TL_N_COUNTED,
        [TL_LINE_RULE] = TL_N_COUNTED,
    };
    const struct tl_block *block = &letter->blocks.items[i];
    if (i < tally->block_end) {
        return;
    }
    tally->block_end = i + 1;
    if (of_kind[block->kind] < TL_N_COUNTED) {
        tally->n[of_kind[block->kind]]++;
    }
    if (block->kind == TL_LINE_HEADING && block->level >= 1 && block->level <= HEADING_LEVELS) {
        tally->n[TL_MEASURE_HEADING_H1 + block->level - 1]++;
    }
    tally->n[TL_MEASURE_BLOCKQUOTE] += block->zone == TL_ZONE_QUOTE;
}

static size_t characters_of(struct tl_str word)
{
    size_t count = 0;
    for (size_t at = 0; at < word.len;) {
        uint32_t c;
        at += tl_utf8_next(tl_str_slice(word, at, word.len), &c);
        count += tl_char_is_letter(c) || tl_char_is_number(c);
    }
    return count;
}

static bool ends_lightly(const struct tl_language *language, struct tl_str word)
{
    for (size_t i = 0; language != NULL && i < language->light_endings.len; i++) {
        if (tl_str_has_suffix_nocase(word, language->light_endings.items[i])) {
            return true;
        }
    }
    return false;
}

static void syllables_count(const struct tl_engine *engine, struct tl_tally *tally,
                            struct tl_str word, bool plain)
{
    const struct tl_language *language = engine->letter->language;
    size_t n = plain ? tl_syllables_of(engine->matcher, word, language) : 1;
    tally->n[TL_MEASURE_SYLLABLES] += (double)n;
    tally->n[TL_MEASURE_POLYSYLLABIC_WORDS] += n > SIMPLE_WORD_SYLLABLES;
    n -= plain && n > 1 && ends_lightly(language, word);
    tally->n[TL_MEASURE_COMPLEX_WORDS] += n > SIMPLE_WORD_SYLLABLES;
}

/* All but how many words there are. */
static void word_count(const struct tl_engine *engine, struct tl_tally *tally, size_t sentence,
                       size_t word)
{
    const struct tl_letter *letter = engine->letter;
    struct tl_str text = tl_letter_str(letter, letter->words.items[word].span);
    enum tl_word_kind kind = tl_word_kind_of(text);
    bool plain = kind == TL_WORD_PLAIN;
    size_t n_characters = characters_of(text);
    tally->n[TL_MEASURE_PLAIN_WORDS] += plain;
    tally->n[TL_MEASURE_LONG_WORDS] += plain && n_characters > LONG_WORD_LETTERS;
    tally->n[TL_MEASURE_CODES] += kind == TL_WORD_CODE;
    tally->n[TL_MEASURE_LINKS] += (tally->uses & BIT(LINKS)) != 0 && tl_link_begins(letter, word);
    if (plain || kind == TL_WORD_NUMBER || kind == TL_WORD_CODE) {
        tally->n[TL_MEASURE_CHARACTERS] += (double)n_characters;
    }
    if (kind == TL_WORD_NUMBER && (tally->uses & BIT(NUMBERS)) != 0) {
        tally->n[TL_MEASURE_NUMBERS] +=
            tl_number_begins(letter, &letter->sentences.items[sentence], word, letter->language);
    }
    if ((tally->uses & (BIT(SYLLABLES) | BIT(POLYSYLLABIC_WORDS) | BIT(COMPLEX_WORDS))) != 0) {
        syllables_count(engine, tally, text, plain);
    }
}

char tl_last_mark(struct tl_str sentence)
{
    size_t at = sentence.len;
    while (at > 0) {
        uint32_t c;
        size_t before = tl_utf8_before(sentence, at);
        tl_utf8_next(tl_str_slice(sentence, before, at), &c);
        if (tl_char_is_letter(c) || tl_char_is_number(c)) {
            break;
        }
        if (c == '?' || c == '!') {
            return (char)c;
        }
        at = before;
    }
    return '\0';
}

void tl_tally_add(const struct tl_engine *engine, struct tl_tally *tally, size_t sentence,
                  size_t n_words)
{
    static const uint64_t of_words = BIT(PLAIN_WORDS) | BIT(LONG_WORDS) | BIT(CHARACTERS) |
                                     BIT(SYLLABLES) | BIT(POLYSYLLABIC_WORDS) | BIT(COMPLEX_WORDS) |
                                     BIT(NUMBERS) | BIT(CODES) | BIT(LINKS);
    const struct tl_letter *letter = engine->letter;
    const struct tl_sentence *s = &letter->sentences.items[sentence];
    n_words = n_words < s->n_words ? n_words : s->n_words;
    block_count(letter, tally, s->block);
    tally->n[TL_MEASURE_WORDS] += (double)n_words;
    tally->n[TL_MEASURE_SENTENCES] += s->n_words > 0;
    if ((tally->uses & (BIT(QUESTIONS) | BIT(EXCLAMATIONS))) != 0) {
        char mark = tl_last_mark(tl_letter_str(letter, s->span));
        tally->n[TL_MEASURE_QUESTIONS] += mark == '?';
        tally->n[TL_MEASURE_EXCLAMATIONS] += mark == '!';
    }
    for (size_t i = 0; (tally->uses & of_words) != 0 && i < n_words; i++) {
        word_count(engine, tally, sentence, s->first_word + i);
    }
}

bool tl_measure_value(const struct tl_measure *measure, const struct tl_tally *tally, double *value)
{
    return tl_formula_value(&measure->formula, tally->n, value);
}

struct tl_str tl_measure_show(struct tl_arena *arena, double value)
{
    bool whole = fabs(value - round(value)) < 0.05;
    return tl_decimal_show(arena, value, whole ? 0 : 1);
}

/* --- per --- */

static bool is_counted(struct tl_str word, enum tl_measure_id *measure)
{
    for (int i = 0; i < TL_N_COUNTED; i++) {
        if (is_name(word, counted[i].name) || is_name(word, counted[i].one)) {
            *measure = (enum tl_measure_id)i;
            return true;
        }
    }
    return false;
}

bool tl_per_load(struct tl_loader *loader, const struct tl_yaml *map, struct tl_per *per)
{
    const struct tl_yaml *node = tl_loader_find(map, "per");
    if (node == NULL) {
        return true;
    }
    size_t space = tl_str_find_char(node->text, ' ', 0);
    struct tl_str word = node->text;
    per->n = 1;
    if (space != TL_NONE) {
        if (!tl_loader_number(tl_str_slice(node->text, 0, space), &per->n) || per->n == 0) {
            return tl_loader_fail(loader, node,
                                  "'per' must be a number and a measure: '100 words'");
        }
        word = tl_str_trim(tl_str_slice(node->text, space, node->text.len));
    }
    if (!is_counted(word, &per->measure)) {
        struct tl_strs known = names(loader->arena);
        known.len = TL_N_COUNTED;
        return tl_loader_fail_unknown(loader, node, "measure", word, &known);
    }
    return true;
}

double tl_per_factor(const struct tl_per *per, const struct tl_tally *tally)
{
    return per->n == 0 ? 1 : ceil(tally->n[per->measure] / per->n);
}
