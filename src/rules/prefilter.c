/* SPDX-License-Identifier: MIT */
#include "rules/prefilter.h"

#include "base/utf8.h"

#include <string.h>

enum {
    FIRST_EDGES = 1024,      /* room for edges at first; a power of 2 */
    MAX_HIT_BITS = 32 << 20, /* of a letter: 4 MiB */
    WORD_BITS = 64,
    N_ASCII = 128,
};

/* A row that a literal belongs to; the literals of a node are a chain of these. */
struct post {
    unsigned row;
    unsigned next; /* index + 1; 0: the last */
};
TL_VEC(posts, struct post);
TL_VEC(heads, unsigned);

/* From a node by a character to another: an open hash table. */
struct edge {
    unsigned from;
    unsigned c;
    unsigned to; /* 0: the place is free */
};

struct tl_prefilter {
    struct tl_arena *arena;
    const struct tl_classes *classes;
    struct tl_literal_class **read; /* by index of class: what was read of it, NULL before */
    unsigned char *is_reading;
    struct heads heads; /* by node: index + 1 of its first post; 0: none */
    struct posts posts;
    struct edge *edges;
    size_t n_edges;
    size_t edge_cap;         /* a power of 2 */
    unsigned first[N_ASCII]; /* the nodes of the first characters that are ASCII */
    uint64_t second[N_ASCII][N_ASCII / WORD_BITS]; /* whether one goes on from there, by the next */
    unsigned n_rows;
    struct heads added; /* by row: the list of rows that it was added to last */
    unsigned n_lists;
};

struct tl_prefilter_hits {
    const struct tl_prefilter *prefilter;
    unsigned shift; /* sentences are told apart by their index >> shift */
    size_t row_words;
    uint64_t *bits; /* by row, by sentence */
};

struct tl_prefilter *tl_prefilter_new(struct tl_arena *arena, const struct tl_classes *classes)
{
    struct tl_prefilter *prefilter = tl_arena_alloc(arena, sizeof *prefilter);
    prefilter->arena = arena;
    prefilter->classes = classes;
    prefilter->read = tl_arena_alloc(arena, (classes->len + 1) * sizeof(struct tl_literal_class *));
    prefilter->is_reading = tl_arena_alloc(arena, classes->len + 1);
    prefilter->edge_cap = FIRST_EDGES;
    prefilter->edges = tl_arena_alloc(arena, FIRST_EDGES * sizeof *prefilter->edges);
    *TL_VEC_ADD(arena, &prefilter->heads) = 0; /* the root */
    return prefilter;
}

/* The place of an edge, or the free one where it would be. */
static struct edge *edge_at(const struct tl_prefilter *prefilter, unsigned from, unsigned c)
{
    size_t mask = prefilter->edge_cap - 1;
    size_t at = (from * 0x9E3779B1U ^ c * 0x85EBCA77U) >> 7U;
    for (;; at++) {
        struct edge *edge = &prefilter->edges[at & mask];
        if (edge->to == 0 || (edge->from == from && edge->c == c)) {
            return edge;
        }
    }
}

static void edges_grow(struct tl_prefilter *prefilter)
{
    struct edge *old = prefilter->edges;
    size_t cap = prefilter->edge_cap;
    prefilter->edge_cap = cap * 4;
    prefilter->edges = tl_arena_alloc(prefilter->arena, prefilter->edge_cap * sizeof *old);
    for (size_t i = 0; i < cap; i++) {
        if (old[i].to != 0) {
            *edge_at(prefilter, old[i].from, old[i].c) = old[i];
        }
    }
}

/* The node that a character leads to, new if there was none. */
static unsigned node_after(struct tl_prefilter *prefilter, unsigned from, unsigned c)
{
    struct edge *edge = edge_at(prefilter, from, c);
    if (edge->to != 0) {
        return edge->to;
    }
    unsigned node = (unsigned)prefilter->heads.len;
    *TL_VEC_ADD_LONG(prefilter->arena, &prefilter->heads) = 0;
    *edge = (struct edge){from, c, node};
    if (++prefilter->n_edges > prefilter->edge_cap / 2) {
        edges_grow(prefilter);
    }
    return node;
}

static void literal_add(struct tl_prefilter *prefilter, struct tl_str text, unsigned row)
{
    unsigned node = 0;
    unsigned before = 0;
    size_t n = 0;
    for (size_t at = 0; at < text.len; n++) {
        uint32_t c;
        at += tl_utf8_next(tl_str_slice(text, at, text.len), &c);
        node = node_after(prefilter, node, c);
        if (n == 0 && c < N_ASCII) {
            prefilter->first[c] = node;
        } else if (n == 1 && before < N_ASCII && c < N_ASCII) {
            prefilter->second[before][c / WORD_BITS] |= (uint64_t)1 << c % WORD_BITS;
        }
        before = c;
    }
    unsigned head = prefilter->heads.items[node];
    if (head == 0 || prefilter->posts.items[head - 1].row != row) {
        *TL_VEC_ADD_LONG(prefilter->arena, &prefilter->posts) = (struct post){row, head};
        prefilter->heads.items[node] = (unsigned)prefilter->posts.len;
    }
}

/* Reads a class when it is first asked for. */
static const struct tl_literal_class *class_find(void *context, struct tl_str name)
{
    struct tl_prefilter *prefilter = context;
    size_t i = tl_classes_find(prefilter->classes, name);
    if (i == TL_NONE) {
        return NULL;
    }
    if (prefilter->read[i] == NULL) {
        struct tl_literal_class *class = tl_arena_alloc(prefilter->arena, sizeof *class);
        if (prefilter->is_reading[i]) {
            return class; /* it names itself: not understood */
        }
        struct tl_literal_pattern is;
        prefilter->is_reading[i] = 1;
        tl_prefilter_read(prefilter, prefilter->classes->items[i].pattern, &is);
        class->value = is.value;
        class->is_understood = is.is_understood;
        class->index = i;
        prefilter->read[i] = class;
    }
    return prefilter->read[i];
}

void tl_prefilter_read(struct tl_prefilter *prefilter, struct tl_str pattern,
                       struct tl_literal_pattern *is)
{
    tl_literal_read(prefilter->arena, pattern, &(struct tl_literal_source){class_find, prefilter},
                    is);
}

TL_VEC(rows, unsigned);

/* Rows that are put together; each has a number, by which it is known what is in it. */
struct list {
    struct rows rows;
    unsigned number;
};

static struct list list_new(struct tl_prefilter *prefilter)
{
    return (struct list){.number = ++prefilter->n_lists};
}

static void row_add(struct tl_prefilter *prefilter, struct list *list, unsigned row)
{
    while (prefilter->added.len <= row) {
        *TL_VEC_ADD_LONG(prefilter->arena, &prefilter->added) = 0;
    }
    if (prefilter->added.items[row] != list->number) {
        prefilter->added.items[row] = list->number;
        *TL_VEC_ADD(prefilter->arena, &list->rows) = row;
    }
}

static void need_add(struct tl_prefilter *prefilter, const struct tl_literal_need *need,
                     unsigned *own, struct list *list);

/* The rows of a class: its own, and those of the classes that it names. */
static void class_add(struct tl_prefilter *prefilter, const struct tl_literal_class *class,
                      struct list *list)
{
    struct tl_literal_class *changed = prefilter->read[class->index];
    if (changed->rows == NULL) {
        struct list all = list_new(prefilter);
        unsigned own = 0;
        need_add(prefilter, &class->value.need, &own, &all);
        changed->rows = all.rows.items;
        changed->n_rows = all.rows.len;
    }
    for (size_t i = 0; i < class->n_rows; i++) {
        row_add(prefilter, list, class->rows[i]);
    }
}

/* Adds what a need says to the row `own` (0: it has none yet), and the rows of its classes. */
static void need_add(struct tl_prefilter *prefilter, const struct tl_literal_need *need,
                     unsigned *own, struct list *list)
{
    if (need->texts.len > 0 && *own == 0) {
        *own = ++prefilter->n_rows;
        row_add(prefilter, list, *own);
    }
    for (size_t i = 0; i < need->texts.len; i++) {
        literal_add(prefilter, need->texts.items[i], *own);
    }
    for (size_t i = 0; i < need->classes.len; i++) {
        class_add(prefilter, need->classes.items[i], list);
    }
}

const struct tl_prefilter_mark *tl_prefilter_add(struct tl_prefilter *prefilter,
                                                 const struct tl_literal_need *const *needs,
                                                 size_t n_needs)
{
    struct list list = list_new(prefilter);
    unsigned own = 0;
    for (size_t i = 0; i < n_needs; i++) {
        if (!needs[i]->is_known) {
            return NULL;
        }
    }
    for (size_t i = 0; i < n_needs; i++) {
        need_add(prefilter, needs[i], &own, &list);
    }
    struct tl_prefilter_mark *mark = tl_arena_alloc(prefilter->arena, sizeof *mark);
    *mark = (struct tl_prefilter_mark){prefilter, list.rows.len, list.rows.items};
    return mark;
}

/* The text of a block, one folded character each. */
struct folded {
    uint32_t *chars;
    size_t len;
    size_t cap;
    uint32_t ascii[N_ASCII]; /* folded */
};

static void fold(struct tl_arena *arena, struct folded *folded, struct tl_str text)
{
    if (folded->cap < text.len) {
        folded->cap = text.len * 2;
        folded->chars = tl_arena_alloc(arena, folded->cap * sizeof *folded->chars);
    }
    for (size_t at = 0; at < text.len;) {
        uint32_t c = (unsigned char)text.data[at];
        if (c < N_ASCII) {
            at++;
            folded->chars[folded->len++] = folded->ascii[c];
        } else {
            at += tl_utf8_next(tl_str_slice(text, at, text.len), &c);
            folded->chars[folded->len++] = tl_literal_fold(c);
        }
    }
}

static void hit(struct tl_prefilter_hits *hits, unsigned head, size_t sentence)
{
    size_t bit = sentence >> hits->shift;
    while (head != 0) {
        const struct post *post = &hits->prefilter->posts.items[head - 1];
        hits->bits[post->row * hits->row_words + bit / WORD_BITS] |= (uint64_t)1 << bit % WORD_BITS;
        head = post->next;
    }
}

/* Notes the literals that begin at `at`. */
static void walk(struct tl_prefilter_hits *hits, const struct folded *folded, size_t at,
                 size_t sentence)
{
    const struct tl_prefilter *prefilter = hits->prefilter;
    uint32_t c = folded->chars[at];
    unsigned node = c < N_ASCII ? prefilter->first[c] : edge_at(prefilter, 0, c)->to;
    if (node == 0) {
        return;
    }
    hit(hits, prefilter->heads.items[node], sentence);
    uint32_t next = ++at < folded->len ? folded->chars[at] : 0;
    if (c < N_ASCII && next < N_ASCII &&
        (prefilter->second[c][next / WORD_BITS] >> next % WORD_BITS & 1) == 0) {
        return;
    }
    for (; at < folded->len; at++) {
        node = edge_at(prefilter, node, folded->chars[at])->to;
        if (node == 0) {
            return;
        }
        hit(hits, prefilter->heads.items[node], sentence);
    }
}

static void block_run(struct tl_arena *arena, struct tl_prefilter_hits *hits,
                      const struct tl_letter *letter, const struct tl_block *block,
                      struct folded *folded)
{
    const struct tl_sentence *sentences = &letter->sentences.items[block->first_sentence];
    size_t end = sentences[block->n_sentences - 1].span.end;
    fold(arena, folded, tl_letter_str(letter, (struct tl_span){sentences[0].span.begin, end}));
    /* what stands between two sentences belongs to the first */
    size_t at = 0;
    for (size_t i = 0; i < block->n_sentences; i++) {
        size_t next = i + 1 < block->n_sentences ? sentences[i + 1].span.begin : end;
        struct tl_str text = tl_letter_str(letter, (struct tl_span){sentences[i].span.begin, next});
        for (size_t k = tl_utf8_count(text); k > 0; k--) {
            walk(hits, folded, at++, block->first_sentence + i);
        }
    }
    folded->len = 0;
}

const struct tl_prefilter_hits *tl_prefilter_run(struct tl_arena *arena,
                                                 const struct tl_prefilter *prefilter,
                                                 const struct tl_letter *letter)
{
    struct tl_prefilter_hits *hits = tl_arena_alloc(arena, sizeof *hits);
    struct folded *folded = tl_arena_alloc(arena, sizeof *folded);
    size_t n_rows = prefilter->n_rows + 1;
    hits->prefilter = prefilter;
    while (hits->shift < WORD_BITS / 2 &&
           ((letter->sentences.len >> hits->shift) + WORD_BITS) * n_rows > MAX_HIT_BITS) {
        hits->shift++;
    }
    hits->row_words = (letter->sentences.len >> hits->shift) / WORD_BITS + 1;
    hits->bits = tl_arena_alloc(arena, n_rows * hits->row_words * sizeof *hits->bits);
    for (uint32_t c = 0; c < N_ASCII; c++) {
        folded->ascii[c] = tl_literal_fold(c);
    }
    for (size_t i = 0; i < letter->blocks.len; i++) {
        block_run(arena, hits, letter, &letter->blocks.items[i], folded);
    }
    return hits;
}

bool tl_prefilter_is_of(const struct tl_prefilter_hits *hits, const struct tl_prefilter *prefilter)
{
    return hits->prefilter == prefilter;
}

bool tl_prefilter_may_match(const struct tl_prefilter_hits *hits,
                            const struct tl_prefilter_mark *mark, size_t first, size_t last)
{
    size_t from = first >> hits->shift;
    size_t to = last >> hits->shift;
    for (size_t i = 0; i < mark->n_rows; i++) {
        const uint64_t *bits = &hits->bits[mark->rows[i] * hits->row_words];
        for (size_t word = from / WORD_BITS; word <= to / WORD_BITS; word++) {
            uint64_t all = ~(uint64_t)0;
            all &= word == from / WORD_BITS ? ~(uint64_t)0 << from % WORD_BITS : all;
            all &= word == to / WORD_BITS ? ~(uint64_t)0 >> (WORD_BITS - 1 - to % WORD_BITS) : all;
            if ((bits[word] & all) != 0) {
                return true;
            }
        }
    }
    return false;
}
