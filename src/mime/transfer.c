/* SPDX-License-Identifier: MIT */
#include "mime/transfer.h"

#include "mime/line_internal.h"

struct decoder {
    struct tl_arena *arena;
    const struct tl_text *in;
    struct tl_text_builder out;
    size_t max;
    size_t at;
    bool cut;           /* decoded bytes were left out */
    struct tl_span bad; /* the first characters that are wrong */
    size_t n_bad;
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static bool is_full(const struct decoder *d)
{
    return d->out.bytes.len >= d->max;
}

static void keep(struct decoder *d, size_t begin, size_t end)
{
    size_t room = d->max - d->out.bytes.len;
    tl_text_keep(&d->out, d->in, (struct tl_span){begin, end - begin > room ? begin + room : end});
}

static void byte_add(struct decoder *d, size_t begin, size_t end, unsigned byte)
{
    char c = (char)byte;
    tl_text_replace(&d->out, d->in, (struct tl_span){begin, end}, (struct tl_str){&c, 1});
}

static void bad_add(struct decoder *d, size_t begin, size_t end)
{
    if (d->n_bad == 0) {
        d->bad = (struct tl_span){begin, end};
    } else if (d->bad.end == begin) {
        d->bad.end = end;
    }
    d->n_bad += end - begin;
}

static void notice_add(struct decoder *d, struct tl_notices *notices, enum tl_notice_kind kind,
                       struct tl_span part, struct tl_str what)
{
    *TL_VEC_ADD(d->arena, notices) =
        (struct tl_notice){.kind = kind, .span = tl_text_source(d->in, part), .what = what};
}

/* The result, after what went wrong is reported. */
static struct tl_text finish(struct decoder *d, struct tl_notices *notices, const char *one,
                             const char *many)
{
    if (d->n_bad == 1) {
        notice_add(d, notices, TL_NOTICE_ENCODING, d->bad, tl_str_of(one));
    } else if (d->n_bad > 1) {
        struct tl_str what = tl_arena_format(d->arena, "%zu %s", d->n_bad, many);
        notice_add(d, notices, TL_NOTICE_ENCODING, d->bad, what);
    }
    if (d->cut || d->at < d->in->bytes.len) {
        struct tl_str what = tl_arena_format(
            d->arena, "only the first %zu bytes of this part were read", d->out.bytes.len);
        notice_add(d, notices, TL_NOTICE_LIMIT, (struct tl_span){d->at, d->at}, what);
    }
    return tl_text_finish(&d->out);
}

/* What "=" begins: a byte, a line end that is none, or a character like others. */
static void escape_decode(struct decoder *d)
{
    struct tl_str s = d->in->bytes;
    size_t at = d->at + 1;
    int high = at < s.len ? tl_char_hex(s.data[at]) : -1;
    int low = at + 1 < s.len ? tl_char_hex(s.data[at + 1]) : -1;
    if (high >= 0 && low >= 0) {
        struct tl_span escape = {d->at, at + 2};
        tl_text_add_escape(&d->out, d->in, escape, (unsigned char)(high * 16 + low));
        d->at = at + 2;
        return;
    }
    while (at < s.len && is_blank(s.data[at])) {
        at++;
    }
    size_t next = tl_mime_line_end_skip(s, at);
    if (next > at || at == s.len) {
        d->at = next;
        return;
    }
    bad_add(d, d->at, d->at + 1);
    keep(d, d->at, d->at + 1);
    d->at++;
}

/* White space is kept inside a line, left out at its end. */
static void blanks_decode(struct decoder *d)
{
    struct tl_str s = d->in->bytes;
    size_t begin = d->at;
    while (d->at < s.len && is_blank(s.data[d->at])) {
        d->at++;
    }
    if (d->at < s.len && s.data[d->at] != '\n' && s.data[d->at] != '\r') {
        keep(d, begin, d->at);
    }
}

static void plain_decode(struct decoder *d)
{
    struct tl_str s = d->in->bytes;
    size_t begin = d->at;
    while (d->at < s.len && s.data[d->at] != '=' && !is_blank(s.data[d->at])) {
        d->at++;
    }
    size_t room = d->max - d->out.bytes.len;
    if (d->at - begin > room) {
        d->at = begin + room;
    }
    keep(d, begin, d->at);
}

static void quoted_printable_decode(struct decoder *d)
{
    struct tl_str s = d->in->bytes;
    while (d->at < s.len && !is_full(d)) {
        char c = s.data[d->at];
        if (c == '=') {
            escape_decode(d);
        } else if (is_blank(c)) {
            blanks_decode(d);
        } else {
            plain_decode(d);
        }
    }
}

/* The six bits of a base64 character, or -1. */
static int base64_value(char c)
{
    if (c >= 'A' && c <= 'Z') {
        return c - 'A';
    }
    if (c >= 'a' && c <= 'z') {
        return c - 'a' + 26;
    }
    if (tl_char_is_digit(c)) {
        return c - '0' + 52;
    }
    return c == '+' ? 62 : c == '/' ? 63 : -1;
}

/* Characters of a group that do not stand side by side, or not all four of them. */
struct group {
    size_t at[4];
    unsigned value[4];
    size_t len;
};

static void group_end(struct decoder *d, struct group *group)
{
    if (group->len == 1) {
        bad_add(d, group->at[0], group->at[0] + 1);
    }
    for (size_t i = 0; i + 1 < group->len; i++) {
        if (is_full(d)) {
            d->cut = true;
            break;
        }
        unsigned bits = group->value[i] << 6 | group->value[i + 1];
        byte_add(d, group->at[i], group->at[i + 1] + 1, bits >> (4 - 2 * i) & 0xFF);
    }
    group->len = 0;
}

/* Decodes the whole groups that stand side by side from here on: they need one run of the map. */
static void groups_decode(struct decoder *d)
{
    enum { MAX_GROUPS = 1024 };
    struct tl_str s = d->in->bytes;
    char bytes[3 * MAX_GROUPS];
    size_t n = 0;
    size_t begin = d->at;
    size_t room = (d->max - d->out.bytes.len) / 3;
    while (n < MAX_GROUPS && n < room && s.len - d->at >= 4) {
        const char *c = s.data + d->at;
        int v[4] = {base64_value(c[0]), base64_value(c[1]), base64_value(c[2]), base64_value(c[3])};
        if ((v[0] | v[1] | v[2] | v[3]) < 0) {
            break;
        }
        bytes[3 * n] = (char)(v[0] << 2 | v[1] >> 4);
        bytes[3 * n + 1] = (char)((v[1] & 0xF) << 4 | v[2] >> 2);
        bytes[3 * n + 2] = (char)((v[2] & 0x3) << 6 | v[3]);
        d->at += 4;
        n++;
    }
    if (n > 0) {
        struct tl_span groups = {begin, d->at};
        tl_text_add_base64(&d->out, d->in, groups, (struct tl_str){bytes, 3 * n});
    }
}

/*
 * Whether more base64 comes after padding: some programs encode in pieces.  What mailing lists
 * write below a body does not look like it.
 */
static bool goes_on(const struct decoder *d)
{
    struct tl_str s = d->in->bytes;
    size_t at = d->at;
    while (at < s.len && s.data[at] == '=') {
        at++;
    }
    if (at < s.len && !tl_char_is_space(s.data[at])) {
        return true;
    }
    while (at < s.len && (tl_char_is_space(s.data[at]) || s.data[at] == '=')) {
        at++;
    }
    struct tl_str line = tl_str_trim(tl_str_slice(s, at, tl_mime_line_end(s, at)));
    for (size_t i = 0; i < line.len; i++) {
        if (base64_value(line.data[i]) < 0 && line.data[i] != '=') {
            return false;
        }
    }
    return line.len % 4 == 0;
}

static void base64_decode(struct decoder *d)
{
    struct tl_str s = d->in->bytes;
    struct group group = {.len = 0};
    while (d->at < s.len && !is_full(d)) {
        if (group.len == 0) {
            groups_decode(d);
            if (d->at == s.len || is_full(d)) {
                break;
            }
        }
        char c = s.data[d->at];
        int value = base64_value(c);
        if (value >= 0) {
            group.at[group.len] = d->at;
            group.value[group.len++] = (unsigned)value;
        } else if (c != '=' && !tl_char_is_space(c)) {
            bad_add(d, d->at, d->at + 1);
        }
        d->at++;
        bool padded = c == '=' && group.len > 0;
        if (padded || group.len == 4) {
            group_end(d, &group);
        }
        if (padded && !goes_on(d)) {
            bad_add(d, d->at, s.len);
            d->at = s.len;
        }
    }
    group_end(d, &group);
    while (d->at < s.len && (s.data[d->at] == '=' || tl_char_is_space(s.data[d->at]))) {
        d->at++; // nothing is missing where only padding is left
    }
}

struct tl_text tl_transfer_decode(struct tl_arena *arena, const struct tl_text *body,
                                  struct tl_str encoding, size_t max, struct tl_notices *notices)
{
    encoding = tl_str_trim(encoding);
    struct decoder d = {.arena = arena, .in = body, .max = max};
    if (tl_str_equal_nocase(encoding, TL_STR("quoted-printable"))) {
        d.out = tl_text_build(arena);
        quoted_printable_decode(&d);
        return finish(&d, notices, "a \"=\" is no quoted-printable",
                      "\"=\" are no quoted-printable");
    }
    if (tl_str_equal_nocase(encoding, TL_STR("base64"))) {
        d.out = tl_text_build(arena);
        base64_decode(&d);
        return finish(&d, notices, "1 character is not base64", "characters are not base64");
    }
    return *body;
}
