/* SPDX-License-Identifier: MIT */
#include "rules/scope.h"

#include "base/limits.h"
#include "model/quotation.h"

enum tag {
    TAG_ZONE = 1, /* shifted by the zone */
    TAG_TEXT = 1 << TL_ZONE_COUNT,
    TAG_OPENING = TAG_TEXT << 1,
    TAG_CLOSING = TAG_TEXT << 2,
    TAG_QUOTED = TAG_TEXT << 3, /* with quote marks, or in a quote of HTML */
    TAG_RAW = TAG_TEXT << 4,
    TAG_NEVER = TAG_TEXT << 5, /* what no letter has */
    TAG_LIST = TAG_TEXT << 6,
    TAG_HEADING = TAG_TEXT << 7,
    TAG_CELL = TAG_TEXT << 8,
    TAG_CODE = TAG_TEXT << 9,
    TAG_URL = TAG_TEXT << 10,
    TAG_PLAIN = TAG_TEXT << 11, /* plain text, Markdown */
    TAG_HTML = TAG_TEXT << 12,
    TAG_QUOTING = TAG_TEXT << 13,   /* a quotation is in it */
    TAG_QUOTATION = TAG_TEXT << 14, /* it is in one as a whole */
    TAG_NUMBERED = TAG_TEXT << 15,  /* an item with a number or letter */
    TAG_LEVEL = TAG_TEXT << 16,     /* of a heading, shifted by the level from 1 */
    TAG_PLACES = TAG_LIST - 1,      /* all that say where in the letter */
    TAG_KINDS = TAG_LIST | TAG_HEADING | TAG_CELL | TAG_CODE | TAG_URL,
};

enum { HEADING_LEVELS = 6 };

static const struct {
    const char *name;
    unsigned has;   /* tags that it asks for; 0: it is a unit */
    unsigned lacks; /* tags that it rules out */
    enum tl_unit_kind unit;
} names[] = {
#define ZONE(zone, text) {text, TAG_ZONE << TL_ZONE_##zone, 0, TL_UNIT_PARAGRAPH},
#include "model/zone.def"
#undef ZONE
    {"text", TAG_TEXT, 0, TL_UNIT_PARAGRAPH},
    {"opening", TAG_OPENING, 0, TL_UNIT_PARAGRAPH},
    {"closing", TAG_CLOSING, 0, TL_UNIT_PARAGRAPH},
    {"list", TAG_LIST, 0, TL_UNIT_PARAGRAPH},
    {"numbered", TAG_NUMBERED, 0, TL_UNIT_PARAGRAPH},
    {"quotation", TAG_QUOTING, 0, TL_UNIT_PARAGRAPH},
    {"heading", TAG_HEADING, 0, TL_UNIT_PARAGRAPH},
    {"h1", TAG_LEVEL, 0, TL_UNIT_PARAGRAPH},
    {"h2", TAG_LEVEL << 1, 0, TL_UNIT_PARAGRAPH},
    {"h3", TAG_LEVEL << 2, 0, TL_UNIT_PARAGRAPH},
    {"h4", TAG_LEVEL << 3, 0, TL_UNIT_PARAGRAPH},
    {"h5", TAG_LEVEL << 4, 0, TL_UNIT_PARAGRAPH},
    {"h6", TAG_LEVEL << 5, 0, TL_UNIT_PARAGRAPH},
    {"table", TAG_CELL, 0, TL_UNIT_PARAGRAPH},
    {"cell", TAG_CELL, 0, TL_UNIT_PARAGRAPH},
    {"code", TAG_CODE, 0, TL_UNIT_PARAGRAPH},
    {"url", TAG_URL, 0, TL_UNIT_PARAGRAPH},
    {"blockquote", TAG_QUOTED, 0, TL_UNIT_PARAGRAPH},
    {"summary", TAG_ZONE << TL_ZONE_BODY, TAG_KINDS & ~TAG_LIST, TL_UNIT_MESSAGE},
    {"raw", TAG_RAW, 0, TL_UNIT_MESSAGE},
    {"md", TAG_PLAIN, 0, TL_UNIT_PARAGRAPH},
    {"txt", TAG_PLAIN, 0, TL_UNIT_PARAGRAPH},
    {"html", TAG_HTML, 0, TL_UNIT_PARAGRAPH},
    {"paragraph", 0, 0, TL_UNIT_PARAGRAPH},
    {"sentence", 0, 0, TL_UNIT_SENTENCE},
    {"message", 0, 0, TL_UNIT_MESSAGE},
    /* what documents have and letters have not */
    {"alt", TAG_NEVER, 0, TL_UNIT_PARAGRAPH},
    {"attr", TAG_NEVER, 0, TL_UNIT_PARAGRAPH},
    {"figure", TAG_NEVER, 0, TL_UNIT_PARAGRAPH},
    {"caption", TAG_NEVER, 0, TL_UNIT_PARAGRAPH},
    {"header", TAG_NEVER, 0, TL_UNIT_PARAGRAPH},
    {"comment", TAG_NEVER, 0, TL_UNIT_PARAGRAPH},
    {"adoc", TAG_NEVER, 0, TL_UNIT_PARAGRAPH},
    {"rst", TAG_NEVER, 0, TL_UNIT_PARAGRAPH},
    {"xml", TAG_NEVER, 0, TL_UNIT_PARAGRAPH},
    {"frontmatter", TAG_NEVER, 0, TL_UNIT_PARAGRAPH},
};

enum { N_NAMES = sizeof names / sizeof *names };

/* The index of a name, or N_NAMES. */
static size_t name_find(struct tl_str name)
{
    size_t i = 0;
    while (i < N_NAMES && !tl_str_equal(name, tl_str_of(names[i].name))) {
        i++;
    }
    return i;
}

static bool part_add(struct tl_scope_term *term, struct tl_str part, bool negated, bool is_style)
{
    size_t i = name_find(part);
    if (i == N_NAMES || (negated && (names[i].has == 0 || names[i].lacks != 0))) {
        term->has |= is_style && !negated ? TAG_NEVER : 0;
        return is_style;
    }
    if (negated) {
        /* a sentence is out that is one as a whole; of others, the words in it */
        term->lacks |= names[i].has == TAG_QUOTING ? TAG_QUOTATION : names[i].has;
        return true;
    }
    if (names[i].has == 0 || names[i].unit != TL_UNIT_PARAGRAPH) {
        term->unit = names[i].unit;
    }
    term->has |= names[i].has;
    term->lacks |= names[i].lacks;
    return true;
}

/* Where a sign stands next that is not in brackets, as those of "doc(a.b & c)" are; or TL_NONE. */
static size_t part_end(struct tl_str text, char sign, size_t at)
{
    for (size_t depth = 0; at < text.len; at++) {
        char c = text.data[at];
        if (c == sign && depth == 0) {
            return at;
        }
        depth += c == '(';
        depth -= c == ')' && depth > 0;
    }
    return TL_NONE;
}

/*
 * Adds a name such as "heading" or "text.heading.h2".  The "text" before others is how Vale names
 * all that it reads; what follows "comment" and "frontmatter" is any name.
 */
static bool word_add(struct tl_scope_term *term, struct tl_str word, bool is_style)
{
    bool negated = tl_str_has_prefix(word, TL_STR("~"));
    struct tl_str name = negated ? tl_str_trim(tl_str_slice(word, 1, word.len)) : word;
    if (tl_str_has_prefix(name, TL_STR("text."))) {
        name = tl_str_slice(name, 5, name.len);
    }
    bool never = tl_str_has_prefix(name, TL_STR("comment.")) ||
                 tl_str_has_prefix(name, TL_STR("frontmatter."));
    if (never) {
        name = tl_str_slice(name, 0, tl_str_find_char(name, '.', 0));
    }
    for (size_t at = 0; at <= name.len;) {
        size_t end = part_end(name, '.', at);
        bool last = end == TL_NONE;
        struct tl_str part = tl_str_slice(name, at, last ? name.len : end);
        /* of "~heading.h2", only the last says what is ruled out */
        if (negated && !last ? name_find(part) == N_NAMES && !is_style
                             : !part_add(term, part, negated, is_style)) {
            return false;
        }
        at = last ? name.len + 1 : end + 1;
    }
    return true;
}

static bool text_add(struct tl_arena *arena, struct tl_scope *scope, struct tl_str text,
                     bool is_style, struct tl_str *unknown)
{
    struct tl_scope_term term = {0};
    for (size_t at = 0; at <= text.len;) {
        size_t end = part_end(text, '&', at);
        end = end == TL_NONE ? text.len : end;
        struct tl_str word = tl_str_trim(tl_str_slice(text, at, end));
        if (!word_add(&term, word, is_style)) {
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

bool tl_scope_add(struct tl_arena *arena, struct tl_scope *scope, struct tl_str text,
                  struct tl_str *unknown)
{
    return text_add(arena, scope, text, false, unknown);
}

bool tl_scope_add_style(struct tl_arena *arena, struct tl_scope *scope, struct tl_str text,
                        struct tl_str *unknown)
{
    return text_add(arena, scope, text, true, unknown);
}

/* Whether a term fits a sentence of that zone and of a kind of block (0: a paragraph). */
static bool fits(const struct tl_scope_term *term, enum tl_zone zone, unsigned kind)
{
    unsigned levels = term->has & ~(TAG_LEVEL - 1U);
    unsigned must = (unsigned)TAG_ZONE << zone | kind;
    unsigned form = term->has & (TAG_PLAIN | TAG_HTML);
    unsigned may = must | TAG_QUOTED | TAG_QUOTING | (form == (TAG_PLAIN | TAG_HTML) ? 0 : form);
    must |= tl_zone_is_customer_text(zone) && zone != TL_ZONE_SUBJECT ? TAG_TEXT : 0;
    may |= tl_zone_is_customer_text(zone) ? TAG_TEXT : 0;
    may |= zone == TL_ZONE_BODY ? TAG_OPENING | TAG_CLOSING : 0;
    may |= zone == TL_ZONE_POSTSCRIPT ? TAG_CLOSING : 0;
    may |= kind == TAG_LIST ? TAG_NUMBERED : 0;
    may |= kind == TAG_HEADING && (levels & (levels - 1)) == 0 ? levels : 0; /* one at most */
    bool contradicts = (term->has & TAG_QUOTING) != 0 && (term->lacks & TAG_QUOTATION) != 0;
    return !contradicts && (term->has & ~may) == 0 && (term->lacks & (must | term->has)) == 0;
}

static bool is_possible(const struct tl_scope_term *term)
{
    static const unsigned kinds[] = {0, TAG_LIST, TAG_HEADING, TAG_CELL, TAG_CODE, TAG_URL};
    bool possible = term->has == TAG_RAW;
    for (int zone = 0; zone < TL_ZONE_COUNT; zone++) {
        for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
            possible |= fits(term, (enum tl_zone)zone, kinds[i]);
        }
    }
    return possible;
}

enum tl_scope_chance tl_scope_chance(const struct tl_scope *scope)
{
    enum tl_scope_chance best = TL_SCOPE_NONE;
    for (size_t i = 0; i < scope->len; i++) {
        const struct tl_scope_term *term = &scope->items[i];
        enum tl_scope_chance chance = (term->has & TAG_NEVER) != 0 ? TL_SCOPE_FOREIGN
                                      : !is_possible(term)         ? TL_SCOPE_NONE
                                                                   : TL_SCOPE_SOME;
        best = chance > best ? chance : best;
    }
    return best;
}

bool tl_scope_is_raw(const struct tl_scope *scope, bool raw)
{
    for (size_t i = 0; i < scope->len; i++) {
        if (((scope->items[i].has & TAG_RAW) != 0) == raw) {
            return true;
        }
    }
    return false;
}

struct tl_strs tl_scope_names(struct tl_arena *arena)
{
    struct tl_strs all = {0};
    for (size_t i = 0; i < N_NAMES; i++) {
        *TL_VEC_ADD(arena, &all) = tl_str_of(names[i].name);
    }
    return all;
}

/* Of a sentence, or of a part of one. */
static unsigned quotation_tags(const struct tl_letter *letter, struct tl_span span)
{
    if (letter->quotations.len == 0) {
        return 0;
    }
    size_t next = tl_quotation_next(letter, span.begin);
    if (!tl_quotation_has(letter, span.begin)) {
        return next < span.end ? TAG_QUOTING : 0;
    }
    return TAG_QUOTING | (next >= span.end ? TAG_QUOTATION : 0);
}

static unsigned tags_of(const struct tl_letter *letter, size_t i)
{
    static const unsigned kinds[] = {
        [TL_LINE_TEXT] = 0,        [TL_LINE_ITEM] = TAG_LIST, [TL_LINE_HEADING] = TAG_HEADING,
        [TL_LINE_CELL] = TAG_CELL, [TL_LINE_CODE] = TAG_CODE, [TL_LINE_URL] = TAG_URL,
        [TL_LINE_RULE] = 0,
    };
    const struct tl_sentence *sentence = &letter->sentences.items[i];
    const struct tl_block *block = &letter->blocks.items[sentence->block];
    if (letter->is_raw) {
        return TAG_RAW;
    }
    unsigned tags = (unsigned)TAG_ZONE << sentence->zone;
    tags |= tl_zone_is_customer_text(sentence->zone) && !sentence->borrowed ? TAG_TEXT : 0;
    tags |= sentence->opening ? TAG_OPENING : 0;
    tags |= sentence->closing ? TAG_CLOSING : 0;
    tags |= block->quote_depth > 0 ? TAG_QUOTED : 0;
    tags |= letter->content->part != NULL && tl_choice_is_html(letter->content->part) ? TAG_HTML
                                                                                      : TAG_PLAIN;
    if (block->kind == TL_LINE_HEADING && block->level >= 1 && block->level <= HEADING_LEVELS) {
        tags |= (unsigned)TAG_LEVEL << (block->level - 1);
    }
    tags |= block->kind == TL_LINE_ITEM && block->is_numbered ? TAG_NUMBERED : 0;
    return tags | quotation_tags(letter, sentence->span) | kinds[block->kind];
}

static bool term_has(const struct tl_scope_term *term, unsigned tags)
{
    return (tags & term->has) == term->has && (tags & term->lacks) == 0;
}

static bool scope_has(const struct tl_scope *scope, unsigned tags)
{
    for (size_t i = 0; i < scope->len; i++) {
        if (term_has(&scope->items[i], tags)) {
            return true;
        }
    }
    return false;
}

bool tl_scope_has(const struct tl_scope *scope, const struct tl_letter *letter, size_t sentence)
{
    return scope_has(scope, tags_of(letter, sentence));
}

bool tl_scope_has_at(const struct tl_scope *scope, const struct tl_letter *letter, size_t sentence,
                     size_t offset)
{
    static const unsigned of_words = TAG_QUOTING | TAG_QUOTATION;
    unsigned tags = tags_of(letter, sentence) & ~of_words;
    tags |= tl_quotation_has(letter, offset) ? of_words : 0;
    return scope_has(scope, tags);
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
