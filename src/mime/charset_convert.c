/* SPDX-License-Identifier: MIT */
#include "mime/charset_convert.h"

#include "base/utf8.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

enum {
    MAX_STEP_BYTES = 8, /* no charset needs more for a character or a change of state */
    UTF8_ROOM = 16,     /* a step can give more than one character */
};

/* Collects what was decoded, in as few runs as there can be. */
struct sink {
    struct tl_arena *arena;
    const struct tl_text *in;
    struct tl_text_builder out;
    enum { NOTHING, KEPT, BAD } pending;
    struct tl_span span;      /* of what is pending */
    struct tl_span first_bad; /* the first run of bytes that are not valid */
    size_t n_bad;
};

static void settle(struct sink *sink)
{
    if (sink->pending == KEPT) {
        tl_text_keep(&sink->out, sink->in, sink->span);
    } else if (sink->pending == BAD) {
        tl_text_replace(&sink->out, sink->in, sink->span, TL_STR("\xEF\xBF\xBD"));
    }
    sink->pending = NOTHING;
}

static void sink_keep(struct sink *sink, size_t begin, size_t end)
{
    if (sink->pending != KEPT || sink->span.end != begin) {
        settle(sink);
        sink->span.begin = begin;
    }
    sink->pending = KEPT;
    sink->span.end = end;
}

static void sink_add_replacement(struct sink *sink, size_t begin, size_t end)
{
    if (sink->pending != BAD || sink->span.end != begin) {
        settle(sink);
        sink->span.begin = begin;
    }
    sink->pending = BAD;
    sink->span.end = end;
}

static void sink_add_bad(struct sink *sink, size_t begin, size_t end)
{
    if (sink->n_bad == 0) {
        sink->first_bad = (struct tl_span){begin, end};
    } else if (sink->first_bad.end == begin) {
        sink->first_bad.end = end;
    }
    sink->n_bad += end - begin;
    sink_add_replacement(sink, begin, end);
}

/* Adds what the bytes [begin, end) were decoded to. */
static void sink_add(struct sink *sink, size_t begin, size_t end, struct tl_str utf8)
{
    if (tl_str_find_char(utf8, '\0', 0) != TL_NONE) {
        // where one step gave more than a NUL, what came with it is escape sequences gone wrong
        sink_add_replacement(sink, begin, end);
    } else if (tl_str_equal(utf8, tl_str_slice(sink->in->bytes, begin, end))) {
        sink_keep(sink, begin, end);
    } else {
        settle(sink);
        tl_text_replace(&sink->out, sink->in, (struct tl_span){begin, end}, utf8);
    }
}

static struct tl_text sink_finish(struct sink *sink)
{
    size_t len = sink->in->bytes.len;
    bool all = sink->pending == KEPT && sink->span.begin == 0 && sink->span.end == len;
    if (len == 0 || all) {
        return *sink->in;
    }
    settle(sink);
    return tl_text_finish(&sink->out);
}

static void utf8_decode(struct sink *sink)
{
    struct tl_str s = sink->in->bytes;
    for (size_t at = 0; at < s.len;) {
        size_t valid = at + tl_utf8_valid_bytes(tl_str_slice(s, at, s.len));
        while (at < valid) {
            size_t nul = tl_str_find_char(tl_str_slice(s, 0, valid), '\0', at);
            size_t end = nul == TL_NONE ? valid : nul;
            if (end > at) {
                sink_keep(sink, at, end);
            }
            if (nul != TL_NONE) {
                sink_add_replacement(sink, nul, nul + 1);
                end++;
            }
            at = end;
        }
        if (at < s.len) {
            sink_add_bad(sink, at, at + 1);
            at++;
        }
    }
}

/* What one byte is, where a character can begin. */
struct entry {
    enum { CHARACTER, INVALID, LEAD } kind; /* a lead needs more bytes, or changes the state */
    size_t len;
    char utf8[UTF8_ROOM];
};

struct table {
    struct entry entries[256];
    enum { SINGLE_BYTE, MULTI_BYTE, STATEFUL } shape;
};

static struct tl_str entry_str(const struct entry *entry)
{
    return (struct tl_str){entry->utf8, entry->len};
}

/* Without iconv: it is what most mail falls back to, and opening a charset takes a while. */
static void windows_1252_build(struct table *table)
{
    static const uint16_t c1[32] = {
        0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
    };
    table->shape = SINGLE_BYTE;
    for (uint32_t byte = 0; byte < 256; byte++) {
        struct entry *entry = &table->entries[byte];
        uint32_t code_point = byte >= 0x80 && byte < 0xA0 ? c1[byte - 0x80] : byte;
        entry->kind = code_point == 0 && byte != 0 ? INVALID : CHARACTER;
        entry->len = tl_utf8_encode(code_point, entry->utf8);
    }
}

/* What iconv made of the first bytes of a text. */
struct step {
    enum { DONE, CUT, ILLEGAL } result; /* cut: the bytes are the beginning of something */
    size_t used;
    size_t len;
    char utf8[UTF8_ROOM];
};

static struct step step_convert(iconv_t cd, struct tl_str bytes)
{
    struct step step = {.result = DONE};
    char in[MAX_STEP_BYTES];
    memcpy(in, bytes.data, bytes.len);
    char *from = in;
    char *to = step.utf8;
    size_t left = bytes.len;
    size_t room = sizeof step.utf8;
    if (iconv(cd, &from, &left, &to, &room) == (size_t)-1) {
        step.result = errno == EINVAL ? CUT : ILLEGAL;
    }
    step.used = bytes.len - left;
    step.len = sizeof step.utf8 - room;
    if (tl_utf8_valid_bytes((struct tl_str){step.utf8, step.len}) < step.len) {
        return (struct step){.result = ILLEGAL};
    }
    return step;
}

/* Gives out a character that iconv held back to see what follows, and resets it. */
static void step_flush(iconv_t cd, struct step *step)
{
    char *to = step->utf8 + step->len;
    size_t room = sizeof step->utf8 - step->len;
    iconv(cd, NULL, NULL, &to, &room);
    step->len = sizeof step->utf8 - room;
}

static void table_build(struct table *table, iconv_t cd)
{
    table->shape = SINGLE_BYTE;
    for (size_t byte = 0; byte < 256; byte++) {
        struct entry *entry = &table->entries[byte];
        char c = (char)(unsigned char)byte;
        iconv(cd, NULL, NULL, NULL, NULL);
        struct step step = step_convert(cd, (struct tl_str){&c, 1});
        step_flush(cd, &step);
        entry->len = step.len;
        memcpy(entry->utf8, step.utf8, step.len);
        if (step.result == ILLEGAL) {
            entry->kind = INVALID;
        } else if (step.result == DONE && step.len > 0) {
            entry->kind = CHARACTER;
        } else {
            entry->kind = LEAD;
            table->shape = byte < 0x80 || table->shape == STATEFUL ? STATEFUL : MULTI_BYTE;
        }
    }
}

/* Decodes the character at `at` whose first byte is a lead; returns where it ends. */
static size_t lead_decode(struct sink *sink, iconv_t cd, size_t at)
{
    struct tl_str s = sink->in->bytes;
    for (size_t n = 2; n <= MAX_STEP_BYTES && n <= s.len - at; n++) {
        iconv(cd, NULL, NULL, NULL, NULL);
        struct step step = step_convert(cd, tl_str_slice(s, at, at + n));
        if (step.result == ILLEGAL) {
            break;
        }
        step_flush(cd, &step);
        if (step.len > 0) {
            size_t end = at + step.used;
            sink_add(sink, at, end, (struct tl_str){step.utf8, step.len});
            return end;
        }
    }
    sink_add_bad(sink, at, at + 1);
    return at + 1;
}

static void table_decode(struct sink *sink, const struct table *table, iconv_t cd)
{
    struct tl_str s = sink->in->bytes;
    for (size_t at = 0; at < s.len;) {
        const struct entry *entry = &table->entries[(unsigned char)s.data[at]];
        switch (entry->kind) {
        case CHARACTER:
            sink_add(sink, at, at + 1, entry_str(entry));
            at++;
            break;
        case INVALID:
            sink_add_bad(sink, at, at + 1);
            at++;
            break;
        case LEAD:
            at = lead_decode(sink, cd, at);
            break;
        }
    }
}

/* Converts the shortest sequence at `at` that iconv takes in its present state. */
static struct step step_next(iconv_t cd, struct tl_str s, size_t at, size_t unit)
{
    for (size_t n = unit; n <= MAX_STEP_BYTES && n <= s.len - at; n += unit) {
        struct step step = step_convert(cd, tl_str_slice(s, at, at + n));
        if (step.result != CUT || step.used > 0) {
            return step;
        }
    }
    return (struct step){.result = ILLEGAL};
}

/*
 * Charsets where a byte means nothing by itself (UTF-16, UTF-7, ISO-2022-…).  A change of state
 * belongs to no character, but in UTF-7 a character begins in the bytes that gave none yet.
 */
static void stateful_decode(struct sink *sink, iconv_t cd, const char *name)
{
    struct tl_str s = sink->in->bytes;
    size_t unit = strncmp(name, "utf-16", 6) == 0 ? 2 : strncmp(name, "utf-32", 6) == 0 ? 4 : 1;
    bool shares_bytes = strcmp(name, "utf-7") == 0;
    size_t begin = 0;
    iconv(cd, NULL, NULL, NULL, NULL);
    for (size_t at = 0; at < s.len;) {
        struct step step = step_next(cd, s, at, unit);
        if (step.used == 0) {
            size_t end = at + unit < s.len ? at + unit : s.len;
            sink_add_bad(sink, at, end);
            begin = at = end;
            continue;
        }
        at += step.used;
        if (step.len > 0) {
            sink_add(sink, begin, at, (struct tl_str){step.utf8, step.len});
            begin = at;
        } else if (!shares_bytes || s.data[at - 1] == '-') {
            begin = at;
        }
    }
    struct step rest = {.result = DONE};
    step_flush(cd, &rest);
    if (rest.len > 0) {
        sink_add(sink, begin, s.len, (struct tl_str){rest.utf8, rest.len});
    }
}

/* Decodes with iconv; false where it does not know the charset. */
static bool iconv_decode(struct sink *sink, const char *name)
{
    iconv_t cd = iconv_open("UTF-8", name);
    if (cd == (iconv_t)-1) {
        return false;
    }
    struct table table;
    table_build(&table, cd);
    if (table.shape == STATEFUL) {
        stateful_decode(sink, cd, name);
    } else {
        table_decode(sink, &table, cd);
    }
    iconv_close(cd);
    return true;
}

/* Decodes what is in the charset `name`; false where there is no such charset. */
static bool name_decode(struct sink *sink, const char *name)
{
    if (strcmp(name, "utf-8") == 0) {
        utf8_decode(sink);
        return true;
    }
    if (strcmp(name, "windows-1252") == 0) {
        struct table table;
        windows_1252_build(&table);
        table_decode(sink, &table, NULL);
        return true;
    }
    return name[0] != '\0' && iconv_decode(sink, name);
}

bool tl_charset_convert(struct tl_arena *arena, const struct tl_text *in, const char *name,
                        struct tl_converted *converted)
{
    struct sink sink = {.arena = arena, .in = in, .out = tl_text_build(arena)};
    bool known = name_decode(&sink, name);
    *converted = (struct tl_converted){sink_finish(&sink), sink.n_bad, sink.first_bad};
    return known;
}
