/* SPDX-License-Identifier: MIT */
#include "mime/charset.h"

#include "base/utf8.h"
#include "mime/charset_convert.h"
#include "mime/charset_guess.h"
#include "mime/charset_name.h"

#include <string.h>

static bool is_wide(const char *name)
{
    return strncmp(name, "utf-16", 6) == 0 || strncmp(name, "utf-32", 6) == 0;
}

/* The charset of a text that says none, or one that nobody knows. */
static const char *unsaid_name(struct tl_str bytes, enum tl_utf8_fit fit)
{
    return fit >= TL_UTF8_BROKEN ? "utf-8" : tl_charset_guess(bytes, TL_CHARSET_MARGIN_UNSAID);
}

/* The charset of a text that says one: another one where that is plainly wrong. */
static const char *likely_name(const struct tl_charset_name *said, struct tl_str bytes,
                               enum tl_utf8_fit fit)
{
    if (said->bom_bytes > 0) {
        return said->text;
    }
    if (strcmp(said->text, "utf-8") == 0) {
        bool wrong = fit == TL_UTF8_UNFIT;
        return wrong ? tl_charset_guess(bytes, TL_CHARSET_MARGIN_UNSAID) : said->text;
    }
    if (is_wide(said->text)) {
        bool wrong = fit >= TL_UTF8_POSSIBLE && tl_str_find_char(bytes, '\0', 0) == TL_NONE;
        return wrong && bytes.len > 0 ? "utf-8" : said->text;
    }
    if (!tl_charset_name_is_ascii_superset(said)) {
        return said->text;
    }
    if (fit == TL_UTF8_SURE) {
        return "utf-8";
    }
    bool western = strcmp(said->text, "windows-1252") == 0;
    return western ? tl_charset_guess(bytes, TL_CHARSET_MARGIN_SAID) : said->text;
}

/* How many bytes at the start are ASCII and no NUL. */
static size_t ascii_bytes(struct tl_str s)
{
    size_t n = 0;
    while (n < s.len && s.data[n] > 0) {
        n++;
    }
    return n;
}

static bool is_quote(char c)
{
    return c == '"' || c == '\'';
}

/* The label for people: not all of one that goes on and on. */
static struct tl_str label_shown(struct tl_str label)
{
    enum { MAX_SHOWN = 40 };
    struct tl_str shown = tl_str_trim(label);
    while (shown.len > 0 && is_quote(shown.data[0])) {
        shown = tl_str_slice(shown, 1, shown.len);
    }
    while (shown.len > 0 && is_quote(shown.data[shown.len - 1])) {
        shown.len--;
    }
    shown = tl_str_slice(shown, 0, MAX_SHOWN);
    return tl_str_slice(shown, 0, tl_utf8_valid_bytes(shown));
}

struct reader {
    struct tl_arena *arena;
    const struct tl_text *in; /* without byte order mark */
    struct tl_str label;
    struct tl_charset_name said;
    const char *name; /* what it was read in */
    enum { AS_SAID, UNSAID, UNKNOWN, WRONG } why;
    struct tl_converted converted;
};

/* What is wrong with the text; "" if nothing is. */
static struct tl_str fault(const struct reader *r)
{
    struct tl_str label = label_shown(r->label);
    size_t n_bad = r->converted.n_bad;
    switch (r->why) {
    case UNKNOWN:
        return tl_arena_format(r->arena, "the charset \"%.*s\" is not known, and was read as %s",
                               TL_STR_ARG(label), r->name);
    case WRONG:
        return tl_arena_format(r->arena, "the text is not %.*s as it says, and was read as %s",
                               TL_STR_ARG(label), r->name);
    case AS_SAID:
    case UNSAID:
        break;
    }
    if (n_bad == 0) {
        return TL_STR("");
    }
    return tl_arena_format(r->arena, "%zu %s not valid %s", n_bad,
                           n_bad == 1 ? "byte is" : "bytes are", r->name);
}

/* Tells once what is wrong. */
static void notice_add(const struct reader *r, struct tl_notices *notices)
{
    struct tl_str what = fault(r);
    struct tl_span part = r->converted.first_bad;
    if (what.len == 0) {
        return;
    }
    if (r->why == UNKNOWN || r->why == WRONG) {
        size_t at = ascii_bytes(r->in->bytes);
        part = (struct tl_span){at, at + 1};
    }
    *TL_VEC_ADD(r->arena, notices) = (struct tl_notice){
        .kind = TL_NOTICE_ENCODING, .span = tl_text_source(r->in, part), .what = what};
}

/* Reads in the charset that is said or, where that cannot be, in the likely one. */
static void best_read(struct reader *r)
{
    enum tl_utf8_fit fit = tl_charset_utf8_fit(r->in->bytes);
    if (r->said.text[0] != '\0') {
        r->name = likely_name(&r->said, r->in->bytes, fit);
        r->why = strcmp(r->name, r->said.text) == 0 ? AS_SAID : WRONG;
        bool known = tl_charset_convert(r->arena, r->in, r->name, &r->converted);
        bool is_utf8 = r->converted.n_bad > 0 && fit == TL_UTF8_SURE;
        if (known && (r->why == WRONG || !is_utf8)) {
            return;
        }
        r->why = known ? WRONG : UNKNOWN;
    } else {
        r->why = r->said.unreadable ? UNKNOWN : UNSAID;
    }
    r->name = unsaid_name(r->in->bytes, fit);
    tl_charset_convert(r->arena, r->in, r->name, &r->converted);
}

struct tl_text tl_charset_decode(struct tl_arena *arena, const struct tl_text *bytes,
                                 struct tl_str label, struct tl_notices *notices)
{
    struct reader r = {.arena = arena, .label = label};
    r.said = tl_charset_name_of(label, bytes->bytes);
    struct tl_text in = tl_text_slice(bytes, (struct tl_span){r.said.bom_bytes, bytes->bytes.len});
    r.in = &in;
    bool is_ascii = ascii_bytes(in.bytes) == in.bytes.len;
    if (is_ascii && (r.said.text[0] == '\0' || tl_charset_name_is_ascii_superset(&r.said))) {
        return in;
    }
    best_read(&r);
    if (!is_ascii || r.why == AS_SAID) {
        notice_add(&r, notices);
    }
    return r.converted.text;
}
