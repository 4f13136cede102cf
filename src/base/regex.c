/* SPDX-License-Identifier: MIT */
#include "base/regex.h"

#include "base/limits.h"
#include "base/mem.h"
#include "base/regex_behind.h"
#include "base/regex_verb.h"
#include "base/utf8.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_BEHINDS = 16 };

/* What is compiled of a part. */
struct code {
    pcre2_code *slow;                 /* is interpreted; NULL: the pattern does not compile */
    _Atomic(pcre2_code *) fast;       /* a copy as machine code, once it pays; NULL before */
    pcre2_code *behinds[MAX_BEHINDS]; /* lookbehinds that PCRE2 does not take, by callout number */
    bool is_negative[MAX_BEHINDS];
    unsigned n_behinds;
    struct tl_regex_error err;
};

struct part {
    struct tl_regex_part is;
    _Atomic(struct code *) code; /* NULL before it is used */
    atomic_size_t n_looked_at;   /* bytes of subjects so far */
};

/* What a regex looks for, in the order in which matches count. */
struct place {
    struct part *part; /* not const: what changes in one is atomic */
    unsigned first_group;
};

struct tl_regex {
    struct place *places;
    size_t n_places;
    struct part *parts; /* that are its own */
    size_t n_parts;
};

/* After that much text, the time that machine code takes to make is won back. */
enum { BYTES_BEFORE_FAST = 8 * 1024 };

enum { MAX_PAIRS = 4096 }; /* groups whose taking part a matcher can tell */

struct tl_matcher {
    pcre2_match_data *data;
    pcre2_match_context *context;
    pcre2_jit_stack *stack; /* NULL where the library has no JIT */
    bool without_jit;

    /* of lookbehinds */
    pcre2_match_data *behind_data; /* NULL before the first of them */
    pcre2_match_context *behind_context;
    const struct code *code;  /* that is being looked for */
    size_t behind_end;        /* where the lookbehind at hand has to end */
    size_t behind_bytes_left; /* that may still be looked at */
};

static void code_free(struct code *code)
{
    if (code != NULL) {
        pcre2_code_free(atomic_load(&code->fast));
        pcre2_code_free(code->slow);
        for (unsigned i = 0; i < code->n_behinds; i++) {
            pcre2_code_free(code->behinds[i]);
        }
        free(code);
    }
}

static void regex_free(void *handle)
{
    struct tl_regex *regex = handle;
    for (size_t i = 0; i < regex->n_parts; i++) {
        code_free(atomic_load(&regex->parts[i].code));
    }
}

static uint32_t compile_options(unsigned flags)
{
    uint32_t options =
        PCRE2_UTF | PCRE2_UCP | PCRE2_DOLLAR_ENDONLY | PCRE2_DUPNAMES | PCRE2_NEVER_BACKSLASH_C;
    options |= flags & TL_REGEX_NOCASE ? PCRE2_CASELESS : 0;
    options |= flags & TL_REGEX_MULTILINE ? PCRE2_MULTILINE : 0;
    options |= flags & TL_REGEX_WHOLE ? PCRE2_ANCHORED | PCRE2_ENDANCHORED : 0;
    return options;
}

/* Compiles a text; NULL with the number of the error, which is also put in words. */
static pcre2_code *text_compile(struct tl_str text, uint32_t options, struct tl_regex_error *err,
                                int *number)
{
    PCRE2_SIZE offset = 0;
    pcre2_compile_context *context = pcre2_compile_context_create(NULL);
    pcre2_set_newline(context, PCRE2_NEWLINE_LF);
    pcre2_code *code = pcre2_compile((PCRE2_SPTR)(text.data == NULL ? "" : text.data), text.len,
                                     options, number, &offset, context);
    pcre2_compile_context_free(context);
    if (code == NULL) {
        PCRE2_UCHAR why[sizeof err->text];
        pcre2_get_error_message(*number, why, sizeof why);
        err->offset = offset;
        (void)snprintf(err->text, sizeof err->text, "%s", (const char *)why);
    }
    return code;
}

/* Stops at a callout that stands for no lookbehind. */
static int callout_check(pcre2_callout_enumerate_block *block, void *n_behinds)
{
    return block->callout_number < *(const unsigned *)n_behinds ? 0 : 1;
}

static bool err_set(struct tl_regex_error *err, const char *text)
{
    err->offset = 0;
    (void)snprintf(err->text, sizeof err->text, "%s", text);
    return false;
}

/* Whether a pattern sets no options and calls nobody out; `text` is it with its definitions. */
static bool is_tame(const struct code *code, struct tl_str pattern, struct tl_str text,
                    struct tl_regex_error *err)
{
    if (tl_regex_has_verb(pattern)) {
        return err_set(err, "a pattern cannot set how it is matched, as with (*UTF)");
    }
    unsigned n_behinds = code->n_behinds;
    return code->slow == NULL || /* which is said */
           (n_behinds == 0 && tl_str_find(text, TL_STR("(?C"), 0) == TL_NONE) ||
           pcre2_callout_enumerate(code->slow, callout_check, &n_behinds) == 0 ||
           err_set(err, "a pattern cannot have callouts");
}

/* What is put behind the pattern of a part; it ends with a NUL. */
static struct tl_str definitions_of(struct tl_arena *arena, const struct tl_regex_part *is)
{
    const struct tl_regex_definer *definer = &is->definer;
    return definer->define == NULL ? TL_STR("")
                                   : definer->define(definer->context, arena, is->pattern);
}

/*
 * Compiles a text whose lookbehinds PCRE2 does not take: each becomes a callout, and a pattern of
 * its own.
 */
static pcre2_code *behinds_compile(struct tl_arena *arena, struct code *code,
                                   const struct tl_regex_part *is, struct tl_str text)
{
    enum { NOT_FIXED = 125, TOO_LONG = 187 };
    int number = NOT_FIXED;
    uint32_t options = compile_options(is->flags);
    while (number == NOT_FIXED || number == TOO_LONG) {
        pcre2_code *slow = text_compile(text, options, &code->err, &number);
        struct tl_regex_behind behind;
        if (slow != NULL || (number != NOT_FIXED && number != TOO_LONG) ||
            code->n_behinds == MAX_BEHINDS ||
            !tl_regex_behind_take(arena, text, code->err.offset, code->n_behinds, &behind)) {
            return slow;
        }
        options |= PCRE2_NO_AUTO_POSSESS; /* a callout may want less of what stands before it */
        uint32_t inner_options = options & ~(uint32_t)(PCRE2_ANCHORED | PCRE2_ENDANCHORED);
        struct tl_str inner =
            tl_arena_format(arena, "%s%s", behind.inner.data, definitions_of(arena, is).data);
        struct tl_regex_error err;
        int inner_number = 0;
        pcre2_code *compiled =
            text_compile(inner, inner_options | PCRE2_USE_OFFSET_LIMIT, &err, &inner_number);
        if (compiled == NULL) {
            (void)snprintf(code->err.text, sizeof code->err.text, "in a lookbehind: %.200s",
                           err.text);
            return NULL;
        }
        code->is_negative[code->n_behinds] = behind.is_negative;
        code->behinds[code->n_behinds++] = compiled;
        text = behind.text;
    }
    return NULL;
}

static struct code *code_make(const struct tl_regex_part *is)
{
    struct code *code = tl_mem_alloc(sizeof *code);
    struct tl_arena *arena = tl_arena_new();
    struct tl_buf text = tl_buf_in(arena);
    tl_buf_add(&text, is->pattern);
    tl_buf_add(&text, definitions_of(arena, is));
    code->slow = behinds_compile(arena, code, is, tl_buf_str(&text));
    if (!is_tame(code, is->pattern, tl_buf_str(&text), &code->err)) {
        pcre2_code_free(code->slow);
        code->slow = NULL;
    }
    tl_arena_free(arena);
    return code;
}

/* The code of a part, made where it is not there; of several threads that make it, one wins. */
static struct code *code_of(struct part *part)
{
    struct code *code = atomic_load(&part->code);
    if (code == NULL) {
        struct code *none = NULL;
        code = code_make(&part->is);
        if (!atomic_compare_exchange_strong(&part->code, &none, code)) {
            code_free(code);
            code = none;
        }
    }
    return code;
}

/* The same as machine code, for a part that is used much. */
static const pcre2_code *fast_make(struct code *code)
{
    pcre2_code *none = NULL;
    pcre2_code *fast = pcre2_code_copy(code->slow);
    if (fast == NULL) {
        return NULL;
    }
    (void)pcre2_jit_compile(fast, PCRE2_JIT_COMPLETE); /* without JIT it is only slower */
    if (!atomic_compare_exchange_strong(&code->fast, &none, fast)) {
        pcre2_code_free(fast);
    }
    return atomic_load(&code->fast);
}

struct tl_regex *tl_regex_new_parts(struct tl_arena *arena, const struct tl_regex_part *parts,
                                    size_t n_parts)
{
    struct tl_regex *regex = tl_arena_alloc(arena, sizeof *regex);
    regex->parts = tl_arena_alloc(arena, n_parts * sizeof *regex->parts);
    regex->places = tl_arena_alloc(arena, n_parts * sizeof *regex->places);
    regex->n_places = n_parts;
    for (size_t i = 0; i < n_parts; i++) {
        struct part *part;
        if (parts[i].shared != NULL) {
            part = parts[i].shared->places[0].part;
        } else {
            part = &regex->parts[regex->n_parts++];
            part->is = parts[i];
        }
        regex->places[i] = (struct place){part, parts[i].first_group};
    }
    tl_arena_on_free(arena, regex_free, regex);
    return regex;
}

struct tl_regex *tl_regex_new(struct tl_arena *arena, struct tl_str pattern, unsigned flags)
{
    return tl_regex_new_parts(arena, &(struct tl_regex_part){.pattern = pattern, .flags = flags},
                              1);
}

bool tl_regex_check(const struct tl_regex *regex, struct tl_regex_error *err)
{
    for (size_t i = 0; i < regex->n_places; i++) {
        const struct code *code = code_of(regex->places[i].part);
        if (code->slow == NULL) {
            *err = code->err;
            return false;
        }
    }
    return true;
}

struct tl_regex *tl_regex_compile(struct tl_arena *arena, struct tl_str pattern, unsigned flags,
                                  struct tl_regex_error *err)
{
    struct tl_regex *regex = tl_regex_new(arena, pattern, flags);
    return tl_regex_check(regex, err) ? regex : NULL;
}

/*
 * Whether a pattern finds nothing in a text that has nothing for it.  PCRE2 itself says only that
 * it may: of a pattern that calls groups, always.
 */
static bool can_be_empty(const pcre2_code *code)
{
    static const struct tl_str probes[] = {{"", 0}, {" ", 1}, {"\x01", 1}, {"q", 1}, {"1 ;\n", 4}};
    uint32_t may_be = 0;
    pcre2_pattern_info(code, PCRE2_INFO_MATCHEMPTY, &may_be);
    bool is_empty = false;
    pcre2_match_data *data = pcre2_match_data_create(1, NULL);
    pcre2_match_context *context = pcre2_match_context_create(NULL);
    pcre2_set_match_limit(context, TL_REGEX_MATCH_LIMIT_LEAST);
    for (size_t i = 0; may_be != 0 && !is_empty && i < sizeof probes / sizeof *probes; i++) {
        int n = pcre2_match(code, (PCRE2_SPTR)probes[i].data, probes[i].len, 0, 0, data, context);
        const PCRE2_SIZE *pair = pcre2_get_ovector_pointer(data);
        is_empty = n >= 0 && pair[0] >= pair[1];
    }
    pcre2_match_context_free(context);
    pcre2_match_data_free(data);
    return is_empty;
}

bool tl_regex_matches_empty(const struct tl_regex *regex)
{
    for (size_t i = 0; i < regex->n_places; i++) {
        const struct code *code = code_of(regex->places[i].part);
        if (code->slow != NULL && can_be_empty(code->slow)) {
            return true;
        }
    }
    return false;
}

unsigned tl_regex_n_groups(const struct tl_regex *regex)
{
    const struct place *last = &regex->places[regex->n_places - 1];
    const struct code *code = code_of(last->part);
    uint32_t n = 0;
    if (code->slow != NULL) {
        pcre2_pattern_info(code->slow, PCRE2_INFO_CAPTURECOUNT, &n);
    }
    return last->first_group + n;
}

/* The end of the pattern of a lookbehind: it must be where the lookbehind stands. */
static int behind_ends(pcre2_callout_block *block, void *context)
{
    const struct tl_matcher *matcher = context;
    return block->current_position == matcher->behind_end ? 0 : 1;
}

static void behind_prepare(struct tl_matcher *matcher)
{
    if (matcher->behind_data == NULL) {
        matcher->behind_data = pcre2_match_data_create(1, NULL);
        matcher->behind_context = pcre2_match_context_create(NULL);
        pcre2_set_depth_limit(matcher->behind_context, TL_REGEX_DEPTH_LIMIT);
        pcre2_set_heap_limit(matcher->behind_context, TL_REGEX_HEAP_KIB);
        pcre2_set_callout(matcher->behind_context, behind_ends, matcher);
    }
}

/* A callout that stands for a lookbehind: looks whether that matches what is before it. */
static int behind_match(pcre2_callout_block *block, void *context)
{
    enum { CALL = 64 }; /* what a call costs besides, in bytes */
    struct tl_matcher *matcher = context;
    unsigned i = block->callout_number;
    size_t end = block->current_position;
    if (i >= matcher->code->n_behinds || matcher->behind_bytes_left < end + CALL) {
        return PCRE2_ERROR_MATCHLIMIT;
    }
    behind_prepare(matcher);
    matcher->behind_bytes_left -= end + CALL;
    matcher->behind_end = end;
    pcre2_set_offset_limit(matcher->behind_context, end);
    pcre2_set_match_limit(matcher->behind_context, 1000 + 20 * (uint32_t)end);
    int n = pcre2_match(matcher->code->behinds[i], block->subject, block->subject_length, 0,
                        PCRE2_NO_UTF_CHECK, matcher->behind_data, matcher->behind_context);
    if (n < 0 && n != PCRE2_ERROR_NOMATCH) {
        return n;
    }
    return (n >= 0) != matcher->code->is_negative[i] ? 0 : 1;
}

static void matcher_free(void *handle)
{
    struct tl_matcher *matcher = handle;
    pcre2_match_data_free(matcher->data);
    pcre2_match_context_free(matcher->context);
    pcre2_jit_stack_free(matcher->stack);
    pcre2_match_data_free(matcher->behind_data);
    pcre2_match_context_free(matcher->behind_context);
}

struct tl_matcher *tl_matcher_new(struct tl_arena *arena)
{
    struct tl_matcher *matcher = tl_arena_alloc(arena, sizeof *matcher);
    matcher->data = pcre2_match_data_create(MAX_PAIRS, NULL);
    matcher->context = pcre2_match_context_create(NULL);
    pcre2_set_depth_limit(matcher->context, TL_REGEX_DEPTH_LIMIT);
    pcre2_set_heap_limit(matcher->context, TL_REGEX_HEAP_KIB);
    pcre2_set_callout(matcher->context, behind_match, matcher);
    /* the 32 KiB that JIT code has otherwise end at a few thousand turns of a repetition */
    matcher->stack = pcre2_jit_stack_create(32 * 1024, TL_REGEX_JIT_STACK_BYTES, NULL);
    if (matcher->stack != NULL) {
        pcre2_jit_stack_assign(matcher->context, NULL, matcher->stack);
    }
    tl_arena_on_free(arena, matcher_free, matcher);
    return matcher;
}

void tl_matcher_without_jit(struct tl_matcher *matcher)
{
    matcher->without_jit = true;
}

static void match_fill(struct tl_match *match, struct tl_matcher *matcher, int n_pairs,
                       unsigned first_group, struct tl_str subject)
{
    const PCRE2_SIZE *pairs = pcre2_get_ovector_pointer(matcher->data);
    for (size_t i = 0; i < TL_MATCH_GROUPS; i++) {
        size_t k = i == 0 ? 0 : i > first_group ? i - first_group : (size_t)n_pairs;
        bool took_part = k < (size_t)n_pairs && pairs[k * 2] != PCRE2_UNSET;
        match->group[i].begin = took_part ? pairs[k * 2] : TL_NONE;
        match->group[i].end = took_part ? pairs[k * 2 + 1] : TL_NONE;
    }
    match->highest = n_pairs > 1 ? first_group + (unsigned)n_pairs - 1 : 0;
    match->next = match->group[0].end;
    if (match->group[0].begin > match->group[0].end) { /* \K inside a lookaround */
        match->group[0].begin = match->group[0].end;
    }
    if (match->group[0].begin == match->group[0].end) { /* empty: go on one character later */
        uint32_t code_point;
        size_t n = tl_utf8_next(tl_str_slice(subject, match->next, subject.len), &code_point);
        match->next += n == 0 ? 1 : n;
    }
}

static int match_by(const pcre2_code *code, struct tl_matcher *matcher, struct tl_str subject,
                    size_t from)
{
    matcher->behind_bytes_left = TL_REGEX_BEHIND_BYTES;
    return pcre2_match(code, (PCRE2_SPTR)(subject.data == NULL ? "" : subject.data), subject.len,
                       from, PCRE2_NO_UTF_CHECK, matcher->data, matcher->context);
}

/* How much a search in that many bytes may cost: in a sentence, a pattern runs wild sooner. */
static uint32_t match_limit(size_t bytes)
{
    size_t limit = TL_REGEX_MATCH_LIMIT_LEAST + TL_REGEX_MATCH_LIMIT_BYTE * bytes;
    return (uint32_t)(limit < TL_REGEX_MATCH_LIMIT ? limit : TL_REGEX_MATCH_LIMIT);
}

/* Looks for one part: the number of pairs, or an error of PCRE2. */
static int part_match(struct part *part, struct tl_matcher *matcher, struct tl_str subject,
                      size_t from)
{
    struct code *code = code_of(part);
    if (code->slow == NULL) {
        return PCRE2_ERROR_MATCHLIMIT;
    }
    const pcre2_code *fast = matcher->without_jit ? NULL : atomic_load(&code->fast);
    if (fast == NULL && !matcher->without_jit &&
        atomic_fetch_add(&part->n_looked_at, subject.len - from) > BYTES_BEFORE_FAST) {
        fast = fast_make(code);
    }
    matcher->code = code;
    pcre2_set_match_limit(matcher->context, match_limit(subject.len));
    int n = match_by(fast != NULL ? fast : code->slow, matcher, subject, from);
    if (n < 0 && n != PCRE2_ERROR_NOMATCH && !matcher->without_jit) {
        /* the two have their own limits: only what is too hard for both is too hard */
        fast = fast == NULL ? fast_make(code) : code->slow;
        n = fast == NULL ? n : match_by(fast, matcher, subject, from);
    }
    return n == 0 ? MAX_PAIRS : n;
}

enum tl_match_result tl_regex_find_filtered(const struct tl_regex *regex,
                                            struct tl_matcher *matcher, struct tl_str subject,
                                            size_t from, const struct tl_regex_filter *filter,
                                            struct tl_match *match)
{
    size_t first = TL_NONE; /* where the match so far begins */
    for (size_t i = 0; i < regex->n_places && from <= subject.len; i++) {
        struct part *part = regex->places[i].part;
        if (filter != NULL && part->is.mark != NULL &&
            !filter->may_match(filter->context, part->is.mark)) {
            continue;
        }
        int n = part_match(part, matcher, subject, from);
        if (n < 0 && n != PCRE2_ERROR_NOMATCH) {
            return TL_TOO_HARD;
        }
        size_t begin = n < 0 ? TL_NONE : pcre2_get_ovector_pointer(matcher->data)[0];
        if (n < 0 || (first != TL_NONE && begin >= first)) {
            continue;
        }
        first = begin;
        if (match == NULL) {
            break;
        }
        match_fill(match, matcher, n, regex->places[i].first_group, subject);
    }
    return first == TL_NONE ? TL_NOT_FOUND : TL_FOUND;
}

enum tl_match_result tl_regex_find(const struct tl_regex *regex, struct tl_matcher *matcher,
                                   struct tl_str subject, size_t from, struct tl_match *match)
{
    return tl_regex_find_filtered(regex, matcher, subject, from, NULL, match);
}

bool tl_regex_has(const struct tl_regex *regex, struct tl_matcher *matcher, struct tl_str subject)
{
    return tl_regex_find(regex, matcher, subject, 0, NULL) == TL_FOUND;
}
