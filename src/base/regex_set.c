/* SPDX-License-Identifier: MIT */
#include "base/regex_set.h"

#include "base/regex_token.h"
#include "base/utf8.h"

/* Reads one character of a set, which may be written as an escape. */
static bool char_read(struct tl_token_reader *reader, uint32_t *c)
{
    struct tl_str rest = tl_str_slice(reader->pattern, reader->at, reader->pattern.len);
    if (rest.data[0] != '\\') {
        reader->at += tl_utf8_next(rest, c);
        return true;
    }
    struct tl_token token;
    bool quotes = rest.len > 1 && (rest.data[1] == 'Q' || rest.data[1] == 'E');
    bool good = !quotes && tl_token_next(reader, &token) && token.kind == TL_TOKEN_CHAR;
    *c = good ? token.value : 0;
    return good;
}

size_t tl_regex_set_chars(struct tl_str set, uint32_t *chars, size_t most)
{
    struct tl_token_reader reader = tl_token_read(tl_str_slice(set, 1, set.len - 1));
    size_t n = 0;
    while (reader.at < reader.pattern.len) {
        char c = reader.pattern.data[reader.at];
        bool first = reader.at == 0;
        bool is_range = c == '-' && !first && reader.at + 1 < reader.pattern.len;
        uint32_t value;
        if (c == '[' || is_range || (c == '^' && first) || n == most ||
            !char_read(&reader, &value)) {
            return 0;
        }
        chars[n++] = value;
    }
    return n;
}
