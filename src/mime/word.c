/* SPDX-License-Identifier: MIT */
#include "mime/word.h"

#include "base/limits.h"
#include "mime/charset.h"
#include "mime/line_internal.h"
#include "mime/transfer.h"

struct word {
    struct tl_str charset; /* without the language of RFC 2231 */
    bool base64;
    struct tl_span payload;
    size_t end;
};

struct decoder {
    struct tl_arena *arena;
    struct tl_notices *notices;
    const struct tl_text *in; /* unfolded */
    struct tl_text_builder out;
    struct tl_text_builder group; /* bytes of words that follow each other in one charset */
    struct tl_str charset;        /* of the group */
    bool open;                    /* there is a group */
    size_t done;                  /* what comes before is in the group or in `out` */
};

static struct tl_text field_cut(struct tl_arena *arena, const struct tl_text *body,
                                struct tl_notices *notices)
{
    size_t end = body->bytes.len;
    if (end > TL_MAX_FIELD_BYTES) {
        end = TL_MAX_FIELD_BYTES;
        while (end > TL_MAX_FIELD_BYTES - 3 &&
               ((unsigned char)body->bytes.data[end] & 0xC0) == 0x80) {
            end--;
        }
        *TL_VEC_ADD(arena, notices) = (struct tl_notice){
            .kind = TL_NOTICE_LIMIT,
            .span = tl_text_source(body, (struct tl_span){end, end}),
            .what = tl_arena_format(arena, "only the first %d bytes of this header field were read",
                                    TL_MAX_FIELD_BYTES),
        };
    }
    return tl_text_slice(body, (struct tl_span){0, end});
}

static struct tl_text trim(const struct tl_text *text)
{
    struct tl_str s = text->bytes;
    struct tl_span part = {0, s.len};
    while (part.begin < part.end && tl_char_is_space(s.data[part.begin])) {
        part.begin++;
    }
    while (part.end > part.begin && tl_char_is_space(s.data[part.end - 1])) {
        part.end--;
    }
    return tl_text_slice(text, part);
}

/* Adds text with one space for each line end and the white space around it. */
static void line_add(struct tl_text_builder *out, const struct tl_text *text)
{
    struct tl_str s = text->bytes;
    size_t begin = 0;
    for (size_t at = tl_mime_line_end(s, 0); at < s.len; at = tl_mime_line_end(s, at)) {
        size_t fold = at;
        while (fold > begin && tl_char_is_wsp(s.data[fold - 1])) {
            fold--;
        }
        while (at < s.len && tl_char_is_space(s.data[at])) {
            at++;
        }
        tl_text_keep(out, text, (struct tl_span){begin, fold});
        tl_text_replace(out, text, (struct tl_span){fold, at}, TL_STR(" "));
        begin = at;
    }
    tl_text_keep(out, text, (struct tl_span){begin, s.len});
}

static struct tl_text unfold(struct tl_arena *arena, const struct tl_text *text)
{
    if (tl_mime_line_end(text->bytes, 0) == text->bytes.len) {
        return *text;
    }
    struct tl_text_builder out = tl_text_build(arena);
    line_add(&out, text);
    return tl_text_finish(&out);
}

/*
 * Offset of the "?=" that ends a word, or TL_NONE.  The search ends where another word begins, so
 * that many beginnings without an end cost no more than their length.
 */
static size_t payload_end(struct tl_str s, size_t at)
{
    for (; at + 1 < s.len; at++) {
        if (s.data[at] == '?' && s.data[at + 1] == '=') {
            return at;
        }
        if (s.data[at] == '=' && s.data[at + 1] == '?' &&
            (at + 2 == s.len || s.data[at + 2] != '=')) {
            return TL_NONE;
        }
    }
    return TL_NONE;
}

/* Reads the word at `at`, where "=?" stands. */
static bool word_parse(struct tl_str s, size_t at, struct word *word)
{
    enum { MAX_CHARSET_BYTES = 80 };
    size_t begin = at + 2;
    size_t end = begin;
    while (end < s.len && end - begin < MAX_CHARSET_BYTES && s.data[end] != '?' &&
           !tl_char_is_space(s.data[end])) {
        end++;
    }
    if (end == begin || end + 2 >= s.len || s.data[end] != '?' || s.data[end + 2] != '?') {
        return false;
    }
    char encoding = tl_char_lower(s.data[end + 1]);
    if (encoding != 'q' && encoding != 'b') {
        return false;
    }
    word->charset = tl_str_slice(s, begin, end);
    size_t star = tl_str_find_char(word->charset, '*', 0);
    word->charset = tl_str_slice(word->charset, 0, star);
    word->base64 = encoding == 'b';
    word->payload = (struct tl_span){end + 3, payload_end(s, end + 3)};
    word->end = word->payload.end + 2;
    return word->payload.end != TL_NONE;
}

static void q_decode(struct tl_text_builder *out, const struct tl_text *payload)
{
    struct tl_str s = payload->bytes;
    size_t kept = 0;
    size_t at = 0;
    while (at < s.len) {
        int high = s.data[at] == '=' && at + 2 < s.len ? tl_char_hex(s.data[at + 1]) : -1;
        int low = high >= 0 ? tl_char_hex(s.data[at + 2]) : -1;
        if (low < 0 && s.data[at] != '_') {
            at++;
            continue;
        }
        tl_text_keep(out, payload, (struct tl_span){kept, at});
        struct tl_span part = {at, at + (low < 0 ? 1 : 3)};
        if (low < 0) {
            tl_text_replace(out, payload, part, TL_STR(" "));
        } else {
            tl_text_add_escape(out, payload, part, (unsigned char)(high * 16 + low));
        }
        kept = at = part.end;
    }
    tl_text_keep(out, payload, (struct tl_span){kept, s.len});
}

/* In these charsets each word begins anew, whatever state the one before ended in. */
static bool is_stateful(struct tl_str charset)
{
    return tl_str_has_prefix_nocase(charset, TL_STR("iso-2022-")) ||
           tl_str_has_prefix_nocase(charset, TL_STR("hz-")) ||
           tl_str_has_suffix_nocase(charset, TL_STR("utf-7"));
}

static void group_close(struct decoder *d)
{
    if (!d->open) {
        return;
    }
    d->open = false;
    struct tl_text bytes = tl_text_finish(&d->group);
    struct tl_text text = tl_charset_decode(d->arena, &bytes, d->charset, d->notices);
    line_add(&d->out, &text);
}

static void literal_add(struct decoder *d, struct tl_span part)
{
    struct tl_text bytes = tl_text_slice(d->in, part);
    struct tl_text text = tl_charset_decode(d->arena, &bytes, TL_STR(""), d->notices);
    tl_text_keep(&d->out, &text, (struct tl_span){0, text.bytes.len});
}

static void word_add(struct decoder *d, size_t begin, const struct word *word)
{
    struct tl_span gap = {d->done, begin};
    bool follows = d->open && tl_str_trim(tl_str_slice(d->in->bytes, gap.begin, gap.end)).len == 0;
    if (!follows || is_stateful(word->charset) || !tl_str_equal_nocase(word->charset, d->charset)) {
        group_close(d);
    }
    if (!follows) {
        literal_add(d, gap);
    }
    if (!d->open) {
        d->open = true;
        d->charset = word->charset;
        d->group = tl_text_build(d->arena);
    }
    struct tl_text payload = tl_text_slice(d->in, word->payload);
    if (word->base64) {
        struct tl_text bytes = tl_transfer_decode(d->arena, &payload, TL_STR("base64"),
                                                  TL_MAX_FIELD_BYTES, d->notices);
        tl_text_keep(&d->group, &bytes, (struct tl_span){0, bytes.bytes.len});
    } else {
        q_decode(&d->group, &payload);
    }
    d->done = word->end;
}

static struct tl_text words_decode(struct decoder *d)
{
    struct tl_str s = d->in->bytes;
    for (size_t at = tl_str_find(s, TL_STR("=?"), 0); at != TL_NONE;
         at = tl_str_find(s, TL_STR("=?"), at)) {
        struct word word;
        if (word_parse(s, at, &word)) {
            word_add(d, at, &word);
            at = word.end;
        } else {
            at += 1;
        }
    }
    group_close(d);
    literal_add(d, (struct tl_span){d->done, s.len});
    return tl_text_finish(&d->out);
}

struct tl_text tl_word_decode(struct tl_arena *arena, const struct tl_text *body,
                              struct tl_notices *notices)
{
    struct tl_text cut = field_cut(arena, body, notices);
    cut = trim(&cut);
    struct tl_text line = unfold(arena, &cut);
    if (tl_str_find(line.bytes, TL_STR("=?"), 0) == TL_NONE) {
        struct tl_text text = tl_charset_decode(arena, &line, TL_STR(""), notices);
        return trim(&text);
    }
    struct decoder d = {.arena = arena, .notices = notices, .in = &line};
    d.out = tl_text_build(arena);
    struct tl_text text = words_decode(&d);
    return trim(&text);
}
