/* SPDX-License-Identifier: MIT */
#include "report/json_value.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <jansson.h>
#include <stdlib.h>

enum { FORMAT_VERSION = 1 };

json_t *tl_json_string(struct tl_str s)
{
    if (tl_utf8_valid_bytes(s) == s.len) {
        return json_stringn(s.len == 0 ? "" : s.data, s.len);
    }
    struct tl_arena *arena = tl_arena_new();
    struct tl_buf buf = tl_buf_in(arena);
    for (size_t at = 0; at < s.len;) {
        uint32_t c;
        at += tl_utf8_next(tl_str_slice(s, at, s.len), &c);
        tl_buf_add_code_point(&buf, c);
    }
    struct tl_str valid = tl_buf_str(&buf);
    json_t *string = json_stringn(valid.data, valid.len);
    tl_arena_free(arena);
    return string;
}

json_t *tl_json_string_or_null(struct tl_str s)
{
    return s.len == 0 ? json_null() : tl_json_string(s);
}

json_t *tl_json_number(size_t n)
{
    return json_integer((json_int_t)n);
}

/*
 * jansson leaves DEL, C1 controls and what steers the direction of text as they are.  They can only
 * stand inside strings, so each is replaced by its escape.
 */
static void print_escaped(FILE *stream, const char *json)
{
    struct tl_str s = tl_str_of(json);
    size_t kept = 0;
    for (size_t at = 0; at < s.len;) {
        uint32_t c;
        size_t n = tl_utf8_next(tl_str_slice(s, at, s.len), &c);
        if (c >= 0x7F && tl_char_is_control(c)) {
            fwrite(s.data + kept, 1, at - kept, stream);
            fprintf(stream, "\\u%04x", (unsigned)c);
            kept = at + n;
        }
        at += n;
    }
    fwrite(s.data + kept, 1, s.len - kept, stream);
}

void tl_json_print(FILE *stream, json_t *value)
{
    char *text = json_dumps(value, JSON_COMPACT | JSON_PRESERVE_ORDER | JSON_ENCODE_ANY);
    json_decref(value);
    print_escaped(stream, text);
    free(text);
}

void tl_json_begin(FILE *stream, const char *list)
{
    fprintf(stream,
            "{\"version\":%d,\"tool\":{\"name\":\"tactlint\",\"version\":\"%s\"},\n\"%s\":[",
            FORMAT_VERSION, TL_VERSION, list);
}
