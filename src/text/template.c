/* SPDX-License-Identifier: MIT */
#include "text/template.h"

#include "base/utf8.h"
#include "text/template_block.h"
#include "text/template_place.h"

enum { MOST_RAWS = 8 };

TL_VEC(errors, struct tl_tag_error);

struct masker {
    struct tl_arena *arena;
    const struct tl_text *in;
    struct tl_str s; /* its bytes */
    struct tl_template *template;
    struct tl_notices *notices;
    struct tl_tag_reader reader;
    struct tl_template_place place;
    struct tl_template_blocks blocks;
    struct errors errors;
    struct tl_tags raws;  /* of which there is no end */
    unsigned seen;        /* dialects of which there was a tag */
    size_t raw_end;       /* tags are text before it */
    size_t condition_end; /* where the "))" of ((name??text)) stands, or TL_NONE */
    bool no_condition;    /* one had no "))" */
    struct tl_text_builder out;
    size_t done; /* what is before it is in the output, or left out */
};

/* Tags that become nothing, with at most blanks between them. */
struct run {
    size_t begin;
    size_t end;
    bool divides; /* alternatives */
    bool joins;   /* an end and the beginning of the next, without a blank */
};

static size_t blanks_end(struct tl_str s, size_t at)
{
    while (at < s.len && tl_char_is_wsp(s.data[at])) {
        at++;
    }
    return at;
}

/* --- what is known of tags --- */

/* Text on one line, with the commonest entities as characters where it is HTML. */
static struct tl_str written(struct masker *m, struct tl_span span)
{
    static const struct {
        struct tl_str name;
        char c;
    } entities[] = {{{"&amp;", 5}, '&'},  {{"&lt;", 4}, '<'},   {{"&gt;", 4}, '>'},
                    {{"&quot;", 6}, '"'}, {{"&#39;", 5}, '\''}, {{"&apos;", 6}, '\''}};
    struct tl_str s = tl_str_slice(m->s, span.begin, span.end);
    struct tl_buf out = tl_buf_in(m->arena);
    for (size_t at = 0; at < s.len; at++) {
        char c = s.data[at];
        for (size_t i = 0; m->place.is_html && c == '&' && i < 6; i++) {
            if (tl_str_has_prefix(tl_str_slice(s, at, s.len), entities[i].name)) {
                c = entities[i].c;
                at += entities[i].name.len - 1;
                break;
            }
        }
        if (!tl_char_is_space(c)) {
            tl_buf_add_char(&out, c);
        } else if (out.len > 0 && out.data[out.len - 1] != ' ') {
            tl_buf_add_char(&out, ' ');
        }
    }
    return tl_buf_str(&out);
}

static void tag_note(struct masker *m, struct tl_span span, bool is_noun)
{
    *TL_VEC_ADD(m->arena, &m->template->tags) = (struct tl_template_tag){
        .source = tl_text_source(m->in, span),
        .text = written(m, span),
        .is_noun = is_noun,
        .is_shown = m->place.kind == TL_PLACE_TEXT,
    };
}

static void notice_add(struct masker *m, struct tl_span span, const char *what)
{
    struct tl_str text = written(m, span);
    *TL_VEC_ADD(m->arena, m->notices) = (struct tl_notice){
        .kind = TL_NOTICE_PLACEHOLDER,
        .span = tl_text_source(m->in, span),
        .what = tl_arena_format(m->arena, "\"%.*s\" %s", TL_STR_ARG(text), what),
        .text = text,
    };
}

/* --- placeholders --- */

/* Nouns are of the Deseret alphabet, which nobody writes mail in. */
enum { CAPITAL = 0x10400, SMALL = 0x10428, N_SMALL = 38, FEWEST_SMALL = 4 };

bool tl_template_is_noun(struct tl_str text)
{
    uint32_t c;
    return tl_utf8_decode(text, &c) > 0 && c == CAPITAL;
}

size_t tl_template_noun_bytes(struct tl_str text)
{
    uint32_t c;
    size_t n = tl_utf8_decode(text, &c);
    if (n == 0 || c != CAPITAL) {
        return 0;
    }
    for (size_t more = n; more > 0; n += more) {
        more = tl_utf8_decode(tl_str_slice(text, n, text.len), &c);
        more = more > 0 && c >= SMALL && c < SMALL + N_SMALL ? more : 0;
    }
    return n;
}

/* A word for the n-th tag. */
static struct tl_str noun_of(struct tl_arena *arena, size_t n)
{
    struct tl_buf noun = tl_buf_in(arena);
    tl_buf_add_code_point(&noun, CAPITAL);
    for (size_t i = 0; i < FEWEST_SMALL || n > 0; i++, n /= N_SMALL) {
        tl_buf_add_code_point(&noun, (uint32_t)(SMALL + n % N_SMALL));
    }
    return tl_buf_str(&noun);
}

static void keep(struct masker *m, size_t end)
{
    if (end > m->done) {
        tl_text_keep(&m->out, m->in, (struct tl_span){m->done, end});
        m->done = end;
    }
}

static size_t placeholder_take(struct masker *m, const struct tl_tag *tag)
{
    keep(m, tag->span.begin);
    tl_text_replace(&m->out, m->in, tag->span, noun_of(m->arena, m->template->tags.len));
    tag_note(m, tag->span, true);
    m->seen |= tag->dialects;
    m->done = tag->span.end;
    return m->done;
}

/* --- control tags and comments --- */

/* The end tag of a block in which nothing is a tag; false where there is none. */
static bool raw_end_find(struct masker *m, const struct tl_tag *begin, struct tl_tag *end)
{
    for (size_t i = 0; i < m->raws.len; i++) {
        if (i == MOST_RAWS || tl_str_equal(m->raws.items[i].name, begin->name)) {
            return false; /* so that nobody searches the rest again and again */
        }
    }
    size_t at = tl_str_find(m->s, begin->open, begin->span.end);
    for (; at != TL_NONE; at = tl_str_find(m->s, begin->open, at + 1)) {
        if (tl_tag_read(&m->reader, at, false, end) && end->role == TL_TAG_ROLE_END &&
            tl_str_equal(end->name, begin->name)) {
            return true;
        }
    }
    return false;
}

static void raw_take(struct masker *m, struct tl_tag *tag)
{
    struct tl_tag end;
    if (!raw_end_find(m, tag, &end)) {
        *TL_VEC_ADD(m->arena, &m->raws) = *tag;
    } else if (tag->role == TL_TAG_ROLE_COMMENT) {
        tag->span.end = end.span.end;
    } else {
        m->raw_end = end.span.begin;
        tag->role = TL_TAG_ROLE_BEGIN;
    }
}

/* Finds the "))" of a condition, past the placeholders in it; there is one condition at a time. */
static void condition_take(struct masker *m, const struct tl_tag *tag)
{
    size_t depth = 0;
    for (size_t at = tag->span.end; !m->no_condition && at + 1 < m->s.len; at++) {
        struct tl_str two = tl_str_slice(m->s, at, at + 2);
        if (tl_str_equal(two, TL_STR("(("))) {
            depth++;
            at++;
        } else if (tl_str_equal(two, TL_STR("))"))) {
            if (depth == 0) {
                m->condition_end = at;
                return;
            }
            depth--;
            at++;
        }
    }
    m->no_condition = true; /* nor has any after it */
    *TL_VEC_ADD(m->arena, &m->errors) =
        (struct tl_tag_error){tag->span, true, false, tag->dialects};
}

static void control_note(struct masker *m, struct tl_tag *tag)
{
    if (tag->role == TL_TAG_ROLE_RAW || tag->role == TL_TAG_ROLE_COMMENT) {
        raw_take(m, tag);
    } else if (tag->role == TL_TAG_ROLE_CONDITION) {
        condition_take(m, tag);
    }
    tl_template_blocks_take(m->arena, &m->blocks, tag);
    tag_note(m, tag->span, false);
    m->seen |= tag->dialects;
}

/* Reads the tag at `at`, or the second half of a condition. */
static bool tag_read(struct masker *m, size_t at, struct tl_tag *tag)
{
    if (at == m->condition_end) {
        m->condition_end = TL_NONE;
        *tag = (struct tl_tag){.span = {at, at + 2}, .kind = TL_TAG_CONTROL};
        return true;
    }
    return at < m->s.len && tl_tag_may_begin(m->s.data[at]) &&
           tl_tag_read(&m->reader, at, m->place.kind == TL_PLACE_HIDDEN, tag) &&
           (tag->role != TL_TAG_ROLE_CONDITION || m->condition_end == TL_NONE);
}

static struct run run_read(struct masker *m, struct tl_tag *tag)
{
    struct run run = {.begin = tag->span.begin, .end = tag->span.begin};
    enum tl_tag_role last = TL_TAG_ROLE_NONE;
    do {
        control_note(m, tag);
        run.divides |= tag->role == TL_TAG_ROLE_DIVIDER && last != TL_TAG_ROLE_BEGIN;
        run.joins |=
            tag->role == TL_TAG_ROLE_BEGIN && last == TL_TAG_ROLE_END && run.end == tag->span.begin;
        run.end = tag->span.end;
        last = tag->role;
    } while (m->raw_end < run.end && tag_read(m, blanks_end(m->s, run.end), tag) &&
             tag->kind != TL_TAG_PLACEHOLDER);
    return run;
}

/* What stands for a run between the words of a line. */
static struct tl_str separator(const struct masker *m, const struct run *run)
{
    size_t before = run->begin;
    size_t after = blanks_end(m->s, run->end);
    while (before > 0 && tl_char_is_wsp(m->s.data[before - 1])) {
        before--;
    }
    char left = before > 0 ? m->s.data[before - 1] : '\n';
    char right = after < m->s.len ? m->s.data[after] : '\n';
    if (!run->divides) {
        bool touches = before == run->begin && after == run->end && !tl_char_is_line_end(right) &&
                       !tl_char_is_line_end(left);
        return run->joins && touches ? TL_STR(" ") : TL_STR("");
    }
    bool is_apart = m->place.kind != TL_PLACE_TEXT || right == '<' || tl_char_is_line_end(right) ||
                    tl_str_find_char(TL_STR(".!?:;,>\r\n"), left, 0) != TL_NONE;
    static const struct tl_str strokes[2][2] = {{{" / ", 3}, {" /", 2}}, {{"/ ", 2}, {"/", 1}}};
    return is_apart ? TL_STR(" ") : strokes[before < run->begin][after > run->end];
}

/* Leaves a run out, with its line where there is nothing else on it. */
static size_t run_leave_out(struct masker *m, const struct run *run)
{
    size_t begin = run->begin;
    size_t end = blanks_end(m->s, run->end);
    while (begin > m->done && tl_char_is_wsp(m->s.data[begin - 1])) {
        begin--;
    }
    bool is_alone = (begin == 0 || tl_char_is_line_end(m->s.data[begin - 1])) &&
                    (end == m->s.len || tl_char_is_line_end(m->s.data[end]));
    if (!is_alone) {
        struct tl_str with = separator(m, run);
        keep(m, run->begin);
        if (with.len > 0) {
            tl_text_replace(&m->out, m->in, (struct tl_span){run->begin, run->end}, with);
        }
        m->done = run->end;
        return run->end;
    }
    keep(m, begin);
    bool has_crlf = tl_str_has_prefix(tl_str_slice(m->s, end, m->s.len), TL_STR("\r\n"));
    size_t line_end = end == m->s.len ? end : end + (has_crlf ? 2 : 1);
    m->done = run->divides ? end : line_end;
    return m->done;
}

/* --- the whole --- */

/* Takes what stands at `at`; returns where to go on. */
static size_t take(struct masker *m, size_t at)
{
    struct tl_tag tag;
    struct tl_tag_error error;
    if (tag_read(m, at, &tag)) {
        if (tag.kind == TL_TAG_PLACEHOLDER) {
            return placeholder_take(m, &tag);
        }
        struct run run = run_read(m, &tag);
        return run_leave_out(m, &run);
    }
    if (m->place.kind != TL_PLACE_HIDDEN && tl_tag_may_begin(m->s.data[at]) &&
        tl_tag_find_error(&m->reader, at, &error)) {
        *TL_VEC_ADD(m->arena, &m->errors) = error;
        return error.span.end;
    }
    tl_template_place_step(&m->place, m->s, at);
    return at + 1;
}

static void errors_report(struct masker *m)
{
    for (size_t i = 0; i < m->errors.len; i++) {
        const struct tl_tag_error *error = &m->errors.items[i];
        if (error->is_sure || (error->dialects & m->seen) != 0) {
            notice_add(m, error->span, error->is_opened ? "is not closed" : "is not opened");
        }
    }
    struct tl_tags unmatched = tl_template_blocks_unmatched(m->arena, &m->blocks);
    for (size_t i = 0; i < unmatched.len; i++) {
        bool is_end = unmatched.items[i].role == TL_TAG_ROLE_END;
        notice_add(m, unmatched.items[i].span, is_end ? "ends nothing" : "has no end");
    }
    for (size_t i = 0; i < m->raws.len; i++) {
        notice_add(m, m->raws.items[i].span, "has no end");
    }
}

struct tl_text tl_template_mask(struct tl_arena *arena, const struct tl_text *text, bool is_html,
                                struct tl_template *template, struct tl_notices *notices)
{
    struct masker m = {
        .arena = arena,
        .in = text,
        .s = text->bytes,
        .template = template,
        .notices = notices,
        .reader = tl_tag_reader_of(text->bytes, template->dialects, is_html),
        .place = {.is_html = is_html},
        .condition_end = TL_NONE,
        .out = tl_text_build(arena),
    };
    for (size_t at = 0; at < m.s.len;) {
        at = at < m.raw_end ? m.raw_end : take(&m, at);
    }
    errors_report(&m);
    if (m.done == 0) {
        return *text;
    }
    keep(&m, m.s.len);
    return tl_text_finish(&m.out);
}
