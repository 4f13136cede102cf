/* SPDX-License-Identifier: MIT */
#include "base/regex.h"

#include "base/limits.h"
#include "base/utf8.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <stdatomic.h>
#include <stdio.h>

struct tl_regex {
    pcre2_code *code;           /* is interpreted */
    _Atomic(pcre2_code *) fast; /* a copy as machine code, once it pays; NULL before */
    atomic_size_t n_looked_at;  /* bytes of subjects so far */
    struct tl_regex *self;      /* for the two above: a regex is const to all who use it */
    bool matches_empty;
    unsigned n_groups;
};

/* After that much text, the time that machine code takes to make is won back. */
enum { BYTES_BEFORE_FAST = 8 * 1024 };

enum { MAX_PAIRS = 4096 }; /* groups whose taking part a matcher can tell */

struct tl_matcher {
    pcre2_match_data *data;
    pcre2_match_context *context;
    pcre2_jit_stack *stack; /* NULL where the library has no JIT */
};

static void regex_free(void *handle)
{
    struct tl_regex *regex = handle;
    pcre2_code_free(atomic_load(&regex->fast));
    pcre2_code_free(regex->code);
}

static void data_free(void *data)
{
    pcre2_match_data_free(data);
}

static void context_free(void *context)
{
    pcre2_match_context_free(context);
}

static void stack_free(void *stack)
{
    pcre2_jit_stack_free(stack);
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
    for (size_t i = 0; may_be != 0 && !is_empty && i < sizeof probes / sizeof *probes; i++) {
        int n = pcre2_match(code, (PCRE2_SPTR)probes[i].data, probes[i].len, 0, 0, data, NULL);
        const PCRE2_SIZE *pair = pcre2_get_ovector_pointer(data);
        is_empty = n >= 0 && pair[0] >= pair[1];
    }
    pcre2_match_data_free(data);
    return is_empty;
}

struct tl_regex *tl_regex_compile(struct tl_arena *arena, struct tl_str pattern, unsigned flags,
                                  struct tl_regex_error *err)
{
    int code = 0;
    PCRE2_SIZE offset = 0;
    pcre2_compile_context *context = pcre2_compile_context_create(NULL);
    pcre2_set_newline(context, PCRE2_NEWLINE_LF);
    pcre2_code *compiled =
        pcre2_compile((PCRE2_SPTR)(pattern.data == NULL ? "" : pattern.data), pattern.len,
                      compile_options(flags), &code, &offset, context);
    pcre2_compile_context_free(context);
    if (compiled == NULL) {
        PCRE2_UCHAR text[sizeof err->text];
        pcre2_get_error_message(code, text, sizeof text);
        err->offset = offset;
        (void)snprintf(err->text, sizeof err->text, "%s", (const char *)text);
        return NULL;
    }
    struct tl_regex *regex = tl_arena_alloc(arena, sizeof *regex);
    regex->code = compiled;
    regex->self = regex;
    tl_arena_on_free(arena, regex_free, regex);
    regex->matches_empty = can_be_empty(compiled);
    uint32_t value = 0;
    pcre2_pattern_info(compiled, PCRE2_INFO_CAPTURECOUNT, &value);
    regex->n_groups = value;
    return regex;
}

bool tl_regex_matches_empty(const struct tl_regex *regex)
{
    return regex->matches_empty;
}

unsigned tl_regex_n_groups(const struct tl_regex *regex)
{
    return regex->n_groups;
}

struct tl_matcher *tl_matcher_new(struct tl_arena *arena)
{
    struct tl_matcher *matcher = tl_arena_alloc(arena, sizeof *matcher);
    matcher->data = pcre2_match_data_create(MAX_PAIRS, NULL);
    matcher->context = pcre2_match_context_create(NULL);
    pcre2_set_match_limit(matcher->context, TL_REGEX_MATCH_LIMIT);
    pcre2_set_depth_limit(matcher->context, TL_REGEX_DEPTH_LIMIT);
    pcre2_set_heap_limit(matcher->context, TL_REGEX_HEAP_KIB);
    /* the 32 KiB that JIT code has otherwise end at a few thousand turns of a repetition */
    matcher->stack = pcre2_jit_stack_create(32 * 1024, TL_REGEX_JIT_STACK_BYTES, NULL);
    if (matcher->stack != NULL) {
        pcre2_jit_stack_assign(matcher->context, NULL, matcher->stack);
        tl_arena_on_free(arena, stack_free, matcher->stack);
    }
    tl_arena_on_free(arena, data_free, matcher->data);
    tl_arena_on_free(arena, context_free, matcher->context);
    return matcher;
}

static void match_fill(struct tl_match *match, struct tl_matcher *matcher, int n_pairs,
                       struct tl_str subject)
{
    const PCRE2_SIZE *pairs = pcre2_get_ovector_pointer(matcher->data);
    for (int i = 0; i < TL_MATCH_GROUPS; i++) {
        bool took_part = i < n_pairs && pairs[(size_t)i * 2] != PCRE2_UNSET;
        match->group[i].begin = took_part ? pairs[(size_t)i * 2] : TL_NONE;
        match->group[i].end = took_part ? pairs[(size_t)i * 2 + 1] : TL_NONE;
    }
    match->highest = n_pairs > 0 ? (unsigned)n_pairs - 1 : 0;
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

/* Makes machine code of a pattern that is used much; of several threads that do, one wins. */
static const pcre2_code *fast_make(struct tl_regex *regex)
{
    pcre2_code *none = NULL;
    pcre2_code *fast = pcre2_code_copy(regex->code);
    if (fast == NULL) {
        return NULL;
    }
    (void)pcre2_jit_compile(fast, PCRE2_JIT_COMPLETE); /* without JIT it is only slower */
    if (!atomic_compare_exchange_strong(&regex->fast, &none, fast)) {
        pcre2_code_free(fast);
    }
    return atomic_load(&regex->fast);
}

static int match_by(const pcre2_code *code, struct tl_matcher *matcher, struct tl_str subject,
                    size_t from)
{
    return pcre2_match(code, (PCRE2_SPTR)(subject.data == NULL ? "" : subject.data), subject.len,
                       from, PCRE2_NO_UTF_CHECK, matcher->data, matcher->context);
}

enum tl_match_result tl_regex_find(const struct tl_regex *regex, struct tl_matcher *matcher,
                                   struct tl_str subject, size_t from, struct tl_match *match)
{
    if (from > subject.len) {
        return TL_NOT_FOUND;
    }
    struct tl_regex *own = regex->self; /* what changes in it is atomic */
    const pcre2_code *fast = atomic_load(&own->fast);
    if (fast == NULL &&
        atomic_fetch_add(&own->n_looked_at, subject.len - from) > BYTES_BEFORE_FAST) {
        fast = fast_make(own);
    }
    int n = match_by(fast != NULL ? fast : regex->code, matcher, subject, from);
    if (n < 0 && n != PCRE2_ERROR_NOMATCH) {
        /* the two have their own limits: only what is too hard for both is too hard */
        fast = fast == NULL ? fast_make(own) : regex->code;
        n = fast == NULL ? n : match_by(fast, matcher, subject, from);
    }
    if (n < 0) {
        return n == PCRE2_ERROR_NOMATCH ? TL_NOT_FOUND : TL_TOO_HARD;
    }
    if (match != NULL) {
        match_fill(match, matcher, n == 0 ? MAX_PAIRS : n, subject);
    }
    return TL_FOUND;
}

bool tl_regex_has(const struct tl_regex *regex, struct tl_matcher *matcher, struct tl_str subject)
{
    return tl_regex_find(regex, matcher, subject, 0, NULL) == TL_FOUND;
}
