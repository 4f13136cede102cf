/* SPDX-License-Identifier: MIT */
#include "rules/scope.h"

#include "base/limits.h"

enum tag {
    TAG_ZONE = 1, /* shifted by the zone */
    TAG_TEXT = 1 << TL_ZONE_COUNT,
    TAG_OPENING = TAG_TEXT << 1,
    TAG_CLOSING = TAG_TEXT << 2,
    TAG_LIST = TAG_TEXT << 3,
    TAG_HEADING = TAG_TEXT << 4,
    TAG_CELL = TAG_TEXT << 5,
    TAG_CODE = TAG_TEXT << 6,
    TAG_URL = TAG_TEXT << 7,
    TAG_PLACES = (TAG_TEXT << 3) - 1, /* all that say where in the letter */
};

static const struct {
    const char *name;
    unsigned tag; /* 0: a unit */
    enum tl_unit_kind unit;
} names[] = {
#define ZONE(zone, text) {text, TAG_ZONE << TL_ZONE_##zone, TL_UNIT_PARAGRAPH},
#include "model/zone.def"
#undef ZONE
    {"text", TAG_TEXT, TL_UNIT_PARAGRAPH},
    {"opening", TAG_OPENING, TL_UNIT_PARAGRAPH},
    {"closing", TAG_CLOSING, TL_UNIT_PARAGRAPH},
    {"list", TAG_LIST, TL_UNIT_PARAGRAPH},
    {"heading", TAG_HEADING, TL_UNIT_PARAGRAPH},
    {"table.cell", TAG_CELL, TL_UNIT_PARAGRAPH},
    {"code", TAG_CODE, TL_UNIT_PARAGRAPH},
    {"url", TAG_URL, TL_UNIT_PARAGRAPH},
    {"paragraph", 0, TL_UNIT_PARAGRAPH},
    {"sentence", 0, TL_UNIT_SENTENCE},
    {"message", 0, TL_UNIT_MESSAGE},
};

enum { N_NAMES = sizeof names / sizeof *names };

static bool term_add(struct tl_scope_term *term, struct tl_str word)
{
    bool negated = tl_str_has_prefix(word, TL_STR("~"));
    struct tl_str name = negated ? tl_str_trim(tl_str_slice(word, 1, word.len)) : word;
    for (size_t i = 0; i < N_NAMES; i++) {
        if (!tl_str_equal(name, tl_str_of(names[i].name))) {
            continue;
        }
        if (names[i].tag == 0) {
            term->unit = names[i].unit;
        } else if (negated) {
            term->lacks |= names[i].tag;
        } else {
            term->has |= names[i].tag;
        }
        return names[i].tag != 0 || !negated;
    }
    return false;
}

bool tl_scope_add(struct tl_arena *arena, struct tl_scope *scope, struct tl_str text,
                  struct tl_str *unknown)
{
    struct tl_scope_term term = {0};
    for (size_t at = 0; at <= text.len;) {
        size_t end = tl_str_find_char(text, '&', at);
        end = end == TL_NONE ? text.len : end;
        struct tl_str word = tl_str_trim(tl_str_slice(text, at, end));
        if (!term_add(&term, word)) {
            *unknown = word;
            return false;
        }
        at = end + 1;
    }
    if ((term.has & TAG_PLACES) == 0) {
        term.has |= TAG_TEXT;
    }
    *TL_VEC_ADD(arena, scope) = term;
    return true;
}

/* Whether a term fits a sentence of that zone and of a kind of block (0: a paragraph). */
static bool fits(const struct tl_scope_term *term, enum tl_zone zone, unsigned kind)
{
    unsigned must = TAG_ZONE << zone | kind;
    unsigned may = must;
    must |= tl_zone_is_customer_text(zone) && zone != TL_ZONE_SUBJECT ? TAG_TEXT : 0;
    may |= tl_zone_is_customer_text(zone) ? TAG_TEXT : 0;
    may |= zone == TL_ZONE_BODY ? TAG_OPENING | TAG_CLOSING : 0;
    may |= zone == TL_ZONE_POSTSCRIPT ? TAG_CLOSING : 0;
    return (term->has & ~may) == 0 && (term->lacks & (must | term->has)) == 0;
}

bool tl_scope_is_possible(const struct tl_scope *scope)
{
    static const unsigned kinds[] = {0, TAG_LIST, TAG_HEADING, TAG_CELL, TAG_CODE, TAG_URL};
    const struct tl_scope_term *term = &scope->items[scope->len - 1];
    bool possible = false;
    for (int zone = 0; zone < TL_ZONE_COUNT; zone++) {
        for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
            possible |= fits(term, (enum tl_zone)zone, kinds[i]);
        }
    }
    return possible;
}

struct tl_strs tl_scope_names(struct tl_arena *arena)
{
    struct tl_strs all = {0};
    for (size_t i = 0; i < N_NAMES; i++) {
        *TL_VEC_ADD(arena, &all) = tl_str_of(names[i].name);
    }
    return all;
}

static unsigned tags_of(const struct tl_letter *letter, size_t i)
{
    static const unsigned kinds[] = {
        [TL_LINE_TEXT] = 0,        [TL_LINE_ITEM] = TAG_LIST, [TL_LINE_HEADING] = TAG_HEADING,
        [TL_LINE_CELL] = TAG_CELL, [TL_LINE_CODE] = TAG_CODE, [TL_LINE_URL] = TAG_URL,
        [TL_LINE_RULE] = 0,
    };
    const struct tl_sentence *sentence = &letter->sentences.items[i];
    unsigned tags = (unsigned)TAG_ZONE << sentence->zone;
    tags |= tl_zone_is_customer_text(sentence->zone) && !sentence->borrowed ? TAG_TEXT : 0;
    tags |= sentence->opening ? TAG_OPENING : 0;
    tags |= sentence->closing ? TAG_CLOSING : 0;
    return tags | kinds[letter->blocks.items[sentence->block].kind];
}

static bool term_has(const struct tl_scope_term *term, unsigned tags)
{
    return (tags & term->has) == term->has && (tags & term->lacks) == 0;
}

bool tl_scope_has(const struct tl_scope *scope, const struct tl_letter *letter, size_t sentence)
{
    unsigned tags = tags_of(letter, sentence);
    for (size_t i = 0; i < scope->len; i++) {
        if (term_has(&scope->items[i], tags)) {
            return true;
        }
    }
    return false;
}

/* Whether sentence `i` can be matched together with the unit before it. */
static bool is_together(const struct tl_unit *unit, const struct tl_letter *letter, size_t i)
{
    const struct tl_sentence *first = &letter->sentences.items[unit->first];
    const struct tl_sentence *sentence = &letter->sentences.items[i];
    return unit->kind != TL_UNIT_SENTENCE && unit->end == i && first->block == sentence->block &&
           sentence->span.end - first->span.begin <= TL_MAX_SENTENCE_BYTES;
}

static void term_units(struct tl_arena *arena, const struct tl_scope_term *term,
                       const struct tl_letter *letter, struct tl_units *units)
{
    size_t before = units->len;
    for (size_t i = 0; i < letter->sentences.len; i++) {
        if (!term_has(term, tags_of(letter, i))) {
            continue;
        }
        struct tl_unit *last = units->len > before ? &units->items[units->len - 1] : NULL;
        if (last != NULL && is_together(last, letter, i)) {
            last->end = i + 1;
            continue;
        }
        bool counts_on = last != NULL && term->unit == TL_UNIT_MESSAGE;
        *TL_VEC_ADD(arena, units) = (struct tl_unit){i, i + 1, term->unit, counts_on};
    }
}

struct tl_units tl_scope_units(struct tl_arena *arena, const struct tl_scope *scope,
                               const struct tl_letter *letter)
{
    struct tl_units units = {0};
    for (size_t i = 0; i < scope->len; i++) {
        term_units(arena, &scope->items[i], letter, &units);
    }
    return units;
}

struct tl_span tl_unit_span(const struct tl_unit *unit, const struct tl_letter *letter)
{
    return (struct tl_span){
        letter->sentences.items[unit->first].span.begin,
        letter->sentences.items[unit->end - 1].span.end,
    };
}
