/* SPDX-License-Identifier: MIT */
#include "mime/param.h"

#include "base/buf.h"
#include "base/limits.h"
#include "mime/charset.h"
#include "mime/word.h"

#include <stdlib.h>

/* A parameter as it stands there; RFC 2231 spreads one over several. */
struct section {
    struct tl_str name;  /* "filename" of "filename*1*" */
    struct tl_str value; /* unquoted */
    size_t order;        /* in the field */
    unsigned index;      /* from 0; PLAIN where the name has no "*" */
    bool encoded;        /* percent-encoded */
};

enum { PLAIN = 1000 * 1000, MAX_INDEX = PLAIN - 1 };

TL_VEC(sections, struct section);

struct reader {
    struct tl_arena *arena;
    struct tl_str s;
    size_t at;
    bool comment_open; /* a comment without an end was seen: "(" begins none any more */
};

static bool at_char(const struct reader *r, char c)
{
    return r->at < r->s.len && r->s.data[r->at] == c;
}

/* The end of the comment that begins at `at`, or TL_NONE. */
static size_t comment_end(struct tl_str s, size_t at)
{
    size_t depth = 0;
    for (; at < s.len; at++) {
        if (s.data[at] == '\\') {
            at++;
        } else if (s.data[at] == '(') {
            depth++;
        } else if (s.data[at] == ')' && --depth == 0) {
            return at + 1;
        }
    }
    return TL_NONE;
}

/* Past white space and comments. */
static void blanks_skip(struct reader *r)
{
    while (r->at < r->s.len) {
        size_t end = r->at + 1;
        if (at_char(r, '(') && !r->comment_open) {
            end = comment_end(r->s, r->at);
            if (end == TL_NONE) {
                r->comment_open = true;
                return;
            }
        } else if (!tl_char_is_space(r->s.data[r->at])) {
            return;
        }
        r->at = end;
    }
}

static struct tl_str token_read(struct reader *r, const char *ends)
{
    size_t begin = r->at;
    while (r->at < r->s.len && !tl_char_is_space(r->s.data[r->at]) &&
           tl_str_find_char(tl_str_of(ends), r->s.data[r->at], 0) == TL_NONE) {
        r->at++;
    }
    return tl_str_slice(r->s, begin, r->at);
}

/* Reads a quoted string at '"'; false, and nothing read, where its end is missing. */
static bool quoted_read(struct reader *r, struct tl_str *value)
{
    struct tl_buf buf = tl_buf_in(r->arena);
    for (size_t at = r->at + 1; at < r->s.len; at++) {
        char c = r->s.data[at];
        if (c == '"') {
            r->at = at + 1;
            *value = tl_buf_str(&buf);
            return true;
        }
        char next = at + 1 < r->s.len ? r->s.data[at + 1] : '\0';
        if (c == '\\' && (next == '"' || next == '\\')) {
            c = next; // other backslashes are those of Windows paths
            at++;
        }
        if (c != '\r' && c != '\n') {
            tl_buf_add_char(&buf, c);
        }
    }
    return false;
}

/* Whether another parameter ("name=", "name*0=") begins at `at`. */
static bool is_param_start(struct tl_str s, size_t at)
{
    size_t begin = at;
    while (at < s.len && (tl_char_is_alpha(s.data[at]) || tl_char_is_digit(s.data[at]) ||
                          s.data[at] == '-' || s.data[at] == '_' || s.data[at] == '*')) {
        at++;
    }
    return at > begin && at < s.len && s.data[at] == '=';
}

/* Whether what stands at `at`, after white space, is a comment and not a part of a file name. */
static bool is_comment(struct tl_str s, size_t at)
{
    enum { MAX_COMMENT_BYTES = 200 };
    if (at >= s.len || s.data[at] != '(') {
        return false;
    }
    size_t end = comment_end(tl_str_slice(s, 0, at + MAX_COMMENT_BYTES), at);
    while (end < s.len && tl_char_is_space(s.data[end])) {
        end++;
    }
    return end != TL_NONE && (end == s.len || s.data[end] == ';');
}

/* A value without quotes may hold white space, as file names do, up to what ends it for sure. */
static struct tl_str unquoted_read(struct reader *r)
{
    if (at_char(r, '"')) {
        r->at++;
    }
    size_t begin = r->at;
    size_t end = r->at;
    while (r->at < r->s.len && r->s.data[r->at] != ';') {
        if (!tl_char_is_space(r->s.data[r->at])) {
            end = ++r->at;
            continue;
        }
        while (r->at < r->s.len && tl_char_is_space(r->s.data[r->at])) {
            r->at++;
        }
        if (is_param_start(r->s, r->at) || is_comment(r->s, r->at)) {
            break;
        }
    }
    return tl_str_slice(r->s, begin, end);
}

static struct tl_str value_read(struct reader *r)
{
    struct tl_str value;
    if (at_char(r, '"') && quoted_read(r, &value)) {
        return value;
    }
    return unquoted_read(r);
}

/* Takes "*", "*0", "*0*" off the name. */
static void name_split(struct section *section)
{
    struct tl_str name = section->name;
    size_t star = tl_str_find_char(name, '*', 0);
    section->index = PLAIN;
    if (star == TL_NONE) {
        return;
    }
    section->encoded = name.data[name.len - 1] == '*';
    section->index = 0;
    for (size_t i = star + 1; i < name.len && tl_char_is_digit(name.data[i]); i++) {
        section->index = section->index * 10 + (unsigned)(name.data[i] - '0');
        section->index = section->index > MAX_INDEX ? MAX_INDEX : section->index;
    }
    section->name = tl_str_slice(name, 0, star);
}

static void sections_read(struct reader *r, struct sections *sections)
{
    while (r->at < r->s.len) {
        blanks_skip(r);
        struct tl_str name = token_read(r, ";=");
        blanks_skip(r);
        if (at_char(r, '=')) {
            r->at++;
            blanks_skip(r);
            struct section section = {.name = name, .order = sections->len};
            section.value = value_read(r);
            name_split(&section);
            *TL_VEC_ADD(r->arena, sections) = section;
        } else if (at_char(r, ';') || name.len == 0) {
            r->at++;
        }
    }
}

static int name_compare(struct tl_str a, struct tl_str b)
{
    for (size_t i = 0; i < a.len && i < b.len; i++) {
        int order = tl_char_lower(a.data[i]) - tl_char_lower(b.data[i]);
        if (order != 0) {
            return order;
        }
    }
    return (a.len > b.len) - (a.len < b.len);
}

static int section_compare(const void *left, const void *right)
{
    const struct section *a = left;
    const struct section *b = right;
    int order = name_compare(a->name, b->name);
    if (order == 0) {
        order = (a->index > b->index) - (a->index < b->index);
    }
    return order != 0 ? order : (a->order > b->order) - (a->order < b->order);
}

static void percent_decode(struct tl_buf *out, struct tl_str s)
{
    for (size_t at = 0; at < s.len; at++) {
        int high = at + 2 < s.len && s.data[at] == '%' ? tl_char_hex(s.data[at + 1]) : -1;
        int low = high >= 0 ? tl_char_hex(s.data[at + 2]) : -1;
        if (low >= 0) {
            tl_buf_add_char(out, (char)(high * 16 + low));
            at += 2;
        } else {
            tl_buf_add_char(out, s.data[at]);
        }
    }
}

/* Takes "charset'language'" off an encoded value. */
static struct tl_str charset_split(struct tl_str *value)
{
    size_t first = tl_str_find_char(*value, '\'', 0);
    size_t second = first == TL_NONE ? TL_NONE : tl_str_find_char(*value, '\'', first + 1);
    if (second == TL_NONE) {
        return TL_STR("");
    }
    struct tl_str charset = tl_str_slice(*value, 0, first);
    *value = tl_str_slice(*value, second + 1, value->len);
    return charset;
}

static bool is_plain_ascii(struct tl_str s)
{
    for (size_t i = 0; i < s.len; i++) {
        if (s.data[i] <= 0) {
            return false;
        }
    }
    return true;
}

/* Nobody points at a parameter, so what was read of it needs no map and gives no notices. */
static struct tl_str value_decode(struct tl_arena *arena, struct tl_str value,
                                  struct tl_str charset)
{
    struct tl_notices ignored = {0};
    bool has_words = charset.data == NULL && tl_str_find(value, TL_STR("=?"), 0) != TL_NONE;
    if (!has_words && is_plain_ascii(value) && charset.len == 0) {
        return value;
    }
    struct tl_text text = tl_text_of(arena, tl_source_of(arena, TL_STR(""), value));
    text = charset.data == NULL ? tl_word_decode(arena, &text, &ignored)
                                : tl_charset_decode(arena, &text, charset, &ignored);
    return text.bytes;
}

/* The value that the `n` sections of one name make. */
static struct tl_str sections_join(struct tl_arena *arena, const struct section *sections, size_t n)
{
    if (sections[0].index == PLAIN) {
        return value_decode(arena, sections[0].value, (struct tl_str){0});
    }
    struct tl_buf joined = tl_buf_in(arena);
    struct tl_str charset = {0};
    for (size_t i = 0; i < n && sections[i].index != PLAIN; i++) {
        struct tl_str value = sections[i].value;
        if (i > 0 && sections[i].index == sections[i - 1].index) {
            continue;
        }
        if (i == 0 && sections[i].encoded) {
            charset = charset_split(&value);
        }
        if (sections[i].encoded) {
            percent_decode(&joined, value);
        } else {
            tl_buf_add(&joined, value);
        }
    }
    return value_decode(arena, tl_buf_str(&joined), charset);
}

static void params_build(struct tl_arena *arena, struct sections *sections,
                         struct tl_params *params)
{
    if (sections->len > 0) {
        qsort(sections->items, sections->len, sizeof *sections->items, section_compare);
    }
    for (size_t i = 0, end; i < sections->len; i = end) {
        const struct section *first = &sections->items[i];
        end = i + 1;
        while (end < sections->len && tl_str_equal_nocase(first->name, sections->items[end].name)) {
            end++;
        }
        if (first->name.len > 0) {
            *TL_VEC_ADD(arena, params) =
                (struct tl_param){first->name, sections_join(arena, first, end - i)};
        }
    }
}

/* "text/plain", also where white space stands round the slash; "" where a parameter comes first. */
static struct tl_str main_value_read(struct reader *r)
{
    struct tl_buf value = tl_buf_in(r->arena);
    blanks_skip(r);
    size_t begin = r->at;
    while (r->at < r->s.len && !at_char(r, ';') && !at_char(r, '=')) {
        struct tl_str quoted;
        size_t len = value.len;
        bool joins = len == 0 || value.data[len - 1] == '/' || at_char(r, '/');
        if (!joins) {
            break;
        }
        if (at_char(r, '"') && quoted_read(r, &quoted)) {
            tl_buf_add(&value, quoted);
        } else {
            tl_buf_add(&value, token_read(r, r->comment_open ? ";=" : ";=("));
        }
        blanks_skip(r);
        if (value.len == len) {
            break;
        }
    }
    if (at_char(r, '=')) {
        r->at = begin;
        return TL_STR("");
    }
    return tl_buf_str(&value);
}

struct tl_valued tl_param_parse(struct tl_arena *arena, struct tl_str body)
{
    struct reader r = {.arena = arena, .s = tl_str_slice(body, 0, TL_MAX_FIELD_BYTES)};
    struct tl_valued field = {.value = main_value_read(&r)};
    struct sections sections = {0};
    sections_read(&r, &sections);
    params_build(arena, &sections, &field.params);
    return field;
}

struct tl_str tl_param_find(const struct tl_valued *field, struct tl_str name)
{
    for (size_t i = 0; i < field->params.len; i++) {
        if (tl_str_equal_nocase(field->params.items[i].name, name)) {
            return field->params.items[i].value;
        }
    }
    return (struct tl_str){0};
}
