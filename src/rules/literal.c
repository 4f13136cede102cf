/* SPDX-License-Identifier: MIT */
#include "rules/literal.h"

#include "base/regex_set.h"
#include "base/regex_token.h"
#include "base/utf8.h"

#include <string.h>

enum {
    MAX_DEPTH = 40,     /* groups inside groups that are looked into */
    MAX_COST = 1000000, /* of literals that are worth looking for */
};

/* How much a literal of that many letters lets through. */
static const unsigned costs[] = {1000000, 100000, 20000, 4000, 1000, 300, 100, 40, 20};
enum { N_COSTS = sizeof costs / sizeof *costs };

struct reader {
    struct tl_arena *arena;
    const struct tl_literal_source *source;
    struct tl_token_reader tokens;
    bool failed; /* something was not understood */
    bool stands_alone;
    bool calls; /* a word class */
    unsigned n_groups;
};

/* A sequence on its way: what stands at its end, and the best that was before that. */
struct sequence {
    struct tl_literal_exact run;
    bool is_whole; /* the run is all of it */
    struct tl_literal_need need;
};

static const struct tl_literal_exact nothing = {.n = 1};

static void exact_copy(struct tl_literal_exact *to, const struct tl_literal_exact *from)
{
    to->n = from->n;
    for (unsigned i = 0; i < from->n; i++) {
        to->lens[i] = from->lens[i];
        memcpy(to->texts[i], from->texts[i], sizeof to->texts[i]);
    }
}

static bool exact_has(const struct tl_literal_exact *exact, const char *text, unsigned char len)
{
    for (unsigned i = 0; i < exact->n; i++) {
        if (exact->lens[i] == len && (len == 0 || (exact->texts[i][0] == text[0] &&
                                                   memcmp(exact->texts[i], text, len) == 0))) {
            return true;
        }
    }
    return false;
}

/* Adds a text; false where there is no room. */
static bool exact_add(struct tl_literal_exact *exact, const char *text, unsigned char len)
{
    if (exact_has(exact, text, len)) {
        return true;
    }
    if (exact->n == TL_LITERAL_MAX_TEXTS) {
        return false;
    }
    memcpy(exact->texts[exact->n], text, len);
    exact->lens[exact->n++] = len;
    return true;
}

/* The folded bytes of a character; returns how many. */
static unsigned char char_fold(uint32_t c, char text[TL_UTF8_MAX])
{
    uint32_t folded = tl_literal_fold(c);
    if (folded < 0x80) {
        text[0] = (char)folded;
        return 1;
    }
    return (unsigned char)tl_utf8_encode(folded, text);
}

/* How much a text lets through: blanks and marks that are everywhere tell nothing. */
static unsigned text_cost(const char *text, unsigned char len)
{
    size_t n = 0;
    bool is_rare = len == 1 && strchr("[]{}<>%$*=~^|_\\#@", text[0]) != NULL;
    for (unsigned i = 0; i < len; i++) {
        n += ((unsigned char)text[i] & 0xC0) != 0x80 && text[i] != ' ' && text[i] != '.';
    }
    return costs[is_rare ? 3 : n < N_COSTS ? n : N_COSTS - 1];
}

/* Takes what an exact run needs, if that is better than what there is. */
static void consider_exact(struct tl_arena *arena, struct tl_literal_need *need,
                           const struct tl_literal_exact *exact)
{
    unsigned most = need->is_known && need->cost < MAX_COST ? need->cost : MAX_COST;
    unsigned cost = 0;
    size_t n_bytes = 0;
    for (unsigned i = 0; i < exact->n && cost < most; i++) {
        cost += text_cost(exact->texts[i], exact->lens[i]);
        n_bytes += exact->lens[i];
    }
    if (cost >= most) {
        return;
    }
    size_t n = exact->n;
    *need = (struct tl_literal_need){
        .is_known = true,
        .cost = cost,
        .texts = {tl_arena_alloc(arena, n * sizeof(struct tl_str) + n_bytes), n, n},
    };
    char *at = (char *)(need->texts.items + n);
    for (unsigned i = 0; i < n; i++) {
        need->texts.items[i] = (struct tl_str){at, exact->lens[i]};
        memcpy(at, exact->texts[i], exact->lens[i]);
        at += exact->lens[i];
    }
}

static void consider(struct tl_literal_need *need, const struct tl_literal_need *other)
{
    if (other->is_known && (!need->is_known || other->cost < need->cost)) {
        *need = *other;
    }
}

/* Ends the run: what comes next is not known to stand right behind it. */
static void run_end(struct reader *reader, struct sequence *sequence)
{
    consider_exact(reader->arena, &sequence->need, &sequence->run);
    exact_copy(&sequence->run, &nothing);
    sequence->is_whole = false;
}

/* Whether each of one can stand behind each of the other. */
static bool fits(const struct tl_literal_exact *a, const struct tl_literal_exact *b)
{
    unsigned most_a = 0;
    unsigned most_b = 0;
    for (unsigned i = 0; i < a->n; i++) {
        most_a = a->lens[i] > most_a ? a->lens[i] : most_a;
    }
    for (unsigned i = 0; i < b->n; i++) {
        most_b = b->lens[i] > most_b ? b->lens[i] : most_b;
    }
    return a->n * b->n <= TL_LITERAL_MAX_TEXTS && most_a + most_b <= TL_LITERAL_MAX_BYTES;
}

/* Puts a text behind each. */
static void text_add(struct tl_literal_exact *run, const char *text, unsigned char len)
{
    for (unsigned i = 0; i < run->n; i++) {
        for (unsigned k = 0; k < len; k++) {
            run->texts[i][run->lens[i]++] = text[k];
        }
    }
}

static void run_add(struct reader *reader, struct sequence *sequence,
                    const struct tl_literal_exact *exact)
{
    struct tl_literal_exact *run = &sequence->run;
    if (!fits(run, exact)) {
        run_end(reader, sequence);
    }
    if (exact->n == 1) {
        text_add(run, exact->texts[0], exact->lens[0]);
        return;
    }
    struct tl_literal_exact before;
    exact_copy(&before, run);
    run->n = 0;
    for (unsigned i = 0; i < before.n; i++) {
        for (unsigned k = 0; k < exact->n; k++) {
            memcpy(run->texts[run->n], before.texts[i], before.lens[i]);
            memcpy(run->texts[run->n] + before.lens[i], exact->texts[k], exact->lens[k]);
            run->lens[run->n++] = (unsigned char)(before.lens[i] + exact->lens[k]);
        }
    }
}

/* The same of one character, which is what most of a pattern is. */
static void char_add(struct reader *reader, struct sequence *sequence, uint32_t c)
{
    struct tl_literal_exact *run = &sequence->run;
    char text[TL_UTF8_MAX];
    unsigned char len = char_fold(c, text);
    if (run->n == 1 && len == 1 && run->lens[0] < TL_LITERAL_MAX_BYTES) {
        run->texts[0][run->lens[0]++] = text[0];
        return;
    }
    for (unsigned i = 0; i < run->n; i++) {
        if (run->lens[i] + len > TL_LITERAL_MAX_BYTES) {
            run_end(reader, sequence);
            break;
        }
    }
    text_add(run, text, len);
}

/* The same of ASCII letters and blanks. */
static void letters_add(struct reader *reader, struct sequence *sequence, struct tl_str letters)
{
    struct tl_literal_exact *run = &sequence->run;
    for (size_t at = 0; at < letters.len;) {
        size_t longest = 0;
        for (unsigned i = 0; i < run->n; i++) {
            longest = run->lens[i] > longest ? run->lens[i] : longest;
        }
        if (longest == TL_LITERAL_MAX_BYTES) {
            run_end(reader, sequence);
            longest = 0;
        }
        size_t room = TL_LITERAL_MAX_BYTES - longest;
        size_t n = letters.len - at < room ? letters.len - at : room;
        for (unsigned i = 0; i < run->n; i++) {
            for (size_t k = 0; k < n; k++) {
                run->texts[i][run->lens[i]++] = (char)(letters.data[at + k] | ' ');
            }
        }
        at += n;
    }
}

/* Adds a piece of the pattern that occurs `min` to `max` times. */
static void sequence_add(struct reader *reader, struct sequence *sequence,
                         struct tl_literal_value *piece, unsigned min, unsigned max)
{
    if (min == 0) {
        if (max == 1 && piece->is_exact && exact_add(&piece->exact, "", 0)) {
            run_add(reader, sequence, &piece->exact);
        } else {
            run_end(reader, sequence);
        }
        return;
    }
    if (piece->is_exact) {
        run_add(reader, sequence, &piece->exact);
    }
    if (!piece->is_exact || max != 1) {
        run_end(reader, sequence);
        consider(&sequence->need, &piece->need);
    }
}

/* The value of what reads nothing. */
static void empty_set(struct tl_literal_value *value)
{
    value->is_exact = true;
    exact_copy(&value->exact, &nothing);
    value->need = (struct tl_literal_need){.is_known = false};
}

static void alternatives_read(struct reader *reader, unsigned depth,
                              struct tl_literal_value *value);

/* What a group that was opened comes to. */
static void group_read(struct reader *reader, const struct tl_token *open, unsigned depth,
                       struct tl_literal_value *value)
{
    if (open->group == TL_GROUP_CAPTURE) {
        reader->n_groups++;
        /* of two groups of one name, the first is called: that would not be the class */
        reader->failed |=
            open->name.len > 0 && reader->source->find(reader->source->context, open->name) != NULL;
    }
    bool is_counted = (reader->tokens.flags[reader->tokens.depth].on & TL_TOKEN_FLAG_N) == 0;
    reader->stands_alone &= open->name.len == 0 && open->group != TL_GROUP_RESET && is_counted;
    alternatives_read(reader, depth + 1, value);
    if (open->group >= TL_GROUP_AHEAD) {
        empty_set(value);
    }
}

static void call_read(struct reader *reader, const struct tl_token *token,
                      struct tl_literal_value *value)
{
    const struct tl_literal_class *class =
        reader->source->find(reader->source->context, token->name);
    reader->calls = true;
    reader->stands_alone &= class != NULL;
    if (class == NULL || !class->is_understood) {
        reader->failed |= class != NULL;
        return;
    }
    value->is_exact = class->value.is_exact;
    exact_copy(&value->exact, &class->value.exact);
    if (class->value.need.is_known) {
        value->need = (struct tl_literal_need){.is_known = true, .cost = class->value.need.cost};
        *TL_VEC_ADD(reader->arena, &value->need.classes) = class;
    }
}

static void set_read(struct reader *reader, const struct tl_token *token,
                     struct tl_literal_value *value)
{
    uint32_t chars[TL_LITERAL_MAX_TEXTS];
    size_t n = tl_regex_set_chars(tl_str_slice(reader->tokens.pattern, token->begin, token->end),
                                  chars, TL_LITERAL_MAX_TEXTS);
    value->is_exact = n > 0;
    value->exact.n = 0;
    for (size_t i = 0; i < n; i++) {
        char text[TL_UTF8_MAX];
        unsigned char len = char_fold(chars[i], text);
        value->is_exact &= tl_literal_is_foldable(chars[i]);
        (void)exact_add(&value->exact, text, len);
    }
}

/* What a token comes to, with all of the group that it opens. */
static void piece_read(struct reader *reader, const struct tl_token *token, unsigned depth,
                       struct tl_literal_value *value)
{
    value->is_exact = false;
    value->exact.n = 0;
    value->need = (struct tl_literal_need){.is_known = false};
    reader->stands_alone &= !token->is_reference && !(token->sets_flags && depth == 0);
    switch (token->kind) {
    case TL_TOKEN_CHAR:
        value->is_exact = tl_literal_is_foldable(token->value);
        value->exact.n = 1;
        value->exact.lens[0] = char_fold(token->value, value->exact.texts[0]);
        break;
    case TL_TOKEN_EMPTY:
        empty_set(value);
        break;
    case TL_TOKEN_OPEN:
        group_read(reader, token, depth, value);
        break;
    case TL_TOKEN_CALL:
        call_read(reader, token, value);
        break;
    case TL_TOKEN_SET:
        set_read(reader, token, value);
        break;
    case TL_TOKEN_ANY:
        break;
    case TL_TOKEN_BAR:
    case TL_TOKEN_CLOSE:
    case TL_TOKEN_QUANTIFIER:
    case TL_TOKEN_CALLOUT:
    case TL_TOKEN_OTHER:
        reader->failed = true;
        break;
    }
}

/* Reads up to "|", the end of the group or of the pattern; `last` is what stands there. */
static void sequence_read(struct reader *reader, unsigned depth, struct sequence *sequence,
                          struct tl_token *last)
{
    exact_copy(&sequence->run, &nothing);
    sequence->is_whole = true;
    sequence->need = (struct tl_literal_need){.is_known = false};
    *last = (struct tl_token){.kind = TL_TOKEN_OTHER};
    struct tl_token token;
    for (;;) {
        letters_add(reader, sequence, tl_token_letters(&reader->tokens));
        if (reader->failed || !tl_token_next(&reader->tokens, &token)) {
            return;
        }
        if (token.kind == TL_TOKEN_BAR || token.kind == TL_TOKEN_CLOSE) {
            *last = token;
            return;
        }
        struct tl_literal_value piece;
        struct tl_token times;
        bool is_char = token.kind == TL_TOKEN_CHAR;
        if (!is_char) {
            piece_read(reader, &token, depth, &piece);
        }
        bool once = !tl_token_quantifier(&reader->tokens, &times);
        if (is_char && once && tl_literal_is_foldable(token.value)) {
            char_add(reader, sequence, token.value);
            continue;
        }
        if (is_char) {
            piece_read(reader, &token, depth, &piece);
        }
        sequence_add(reader, sequence, &piece, once ? 1 : times.min, once ? 1 : times.max);
    }
}

static void need_join(struct tl_arena *arena, struct tl_literal_need *all,
                      const struct tl_literal_need *one)
{
    all->is_known &= one->is_known && all->cost < MAX_COST;
    all->cost += one->cost;
    for (size_t i = 0; i < one->texts.len; i++) {
        *TL_VEC_ADD(arena, &all->texts) = one->texts.items[i];
    }
    for (size_t i = 0; i < one->classes.len; i++) {
        *TL_VEC_ADD(arena, &all->classes) = one->classes.items[i];
    }
}

/* Adds all texts of one to the other; false where there is no room. */
static bool exact_join(struct tl_literal_exact *all, const struct tl_literal_exact *one)
{
    for (unsigned i = 0; i < one->n; i++) {
        if (!exact_add(all, one->texts[i], one->lens[i])) {
            return false;
        }
    }
    return true;
}

/* Reads a group, or all: what it needs is known only where it is not exact. */
static void alternatives_read(struct reader *reader, unsigned depth, struct tl_literal_value *value)
{
    struct tl_token last;
    value->is_exact = true;
    value->exact.n = 0;
    value->need = (struct tl_literal_need){.is_known = true};
    if (depth > MAX_DEPTH) {
        reader->failed = true;
        return;
    }
    do {
        struct sequence sequence;
        sequence_read(reader, depth, &sequence, &last);
        if (value->is_exact && sequence.is_whole && exact_join(&value->exact, &sequence.run)) {
            continue;
        }
        if (value->is_exact && value->exact.n > 0) { /* those before, which were exact */
            struct tl_literal_need need = {.is_known = false};
            consider_exact(reader->arena, &need, &value->exact);
            need_join(reader->arena, &value->need, &need);
        }
        value->is_exact = false;
        consider_exact(reader->arena, &sequence.need, &sequence.run);
        need_join(reader->arena, &value->need, &sequence.need);
    } while (last.kind == TL_TOKEN_BAR && !reader->failed);
    value->need.is_known &= !value->is_exact;
    reader->failed |= (last.kind == TL_TOKEN_CLOSE) != (depth > 0);
}

void tl_literal_read(struct tl_arena *arena, struct tl_str pattern,
                     const struct tl_literal_source *source, struct tl_literal_pattern *is)
{
    struct reader reader = {
        .arena = arena,
        .source = source,
        .tokens = tl_token_read(pattern),
        .stands_alone = true,
    };
    alternatives_read(&reader, 0, &is->value);
    if (is->value.is_exact) {
        consider_exact(arena, &is->value.need, &is->value.exact);
    }
    reader.failed |= reader.tokens.is_other || reader.tokens.in_quote;
    bool flags = reader.tokens.flags[0].on != 0; /* they reach the word classes at the end */
    if (reader.failed || (flags && reader.calls)) {
        is->value.is_exact = false;
        is->value.need = (struct tl_literal_need){.is_known = false};
    }
    is->is_understood = !reader.failed;
    is->stands_alone = reader.stands_alone && !reader.failed;
    is->n_groups = reader.n_groups;
}
