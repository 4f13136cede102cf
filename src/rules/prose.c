/* SPDX-License-Identifier: MIT */
#include "rules/prose.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "text/template.h"

enum { LONGEST_BRACKET = 80 }; /* bytes of what is to be filled in, which is no prose */

static bool is_joint(uint32_t c)
{
    return c == '\'' || c == '-' || c == 0x2019 || c == 0x2010 || c == 0x2011;
}

static bool is_word_char(uint32_t c)
{
    return tl_char_is_letter(c) || tl_char_is_number(c) || c == '_';
}

/* The word at or after `at`: letters and digits with hyphens and apostrophes inside. */
static bool word_next(struct tl_str text, size_t at, struct tl_span *word)
{
    bool in_word = false;
    while (at < text.len) {
        uint32_t c;
        uint32_t next = 0;
        size_t n = tl_utf8_next(tl_str_slice(text, at, text.len), &c);
        (void)tl_utf8_next(tl_str_slice(text, at + n, text.len), &next);
        if (is_word_char(c) && !in_word) {
            word->begin = at;
            in_word = true;
        } else if (in_word && !is_word_char(c) && !(is_joint(c) && is_word_char(next))) {
            break;
        }
        at += n;
    }
    word->end = at;
    return in_word;
}

/* Whether what stands between two blanks is prose: no address, file, tag of a template. */
static bool is_prose(struct tl_str chunk)
{
    uint32_t before = 0;
    for (size_t at = 0; at < chunk.len;) {
        uint32_t c;
        uint32_t next = 0;
        struct tl_str rest = tl_str_slice(chunk, at, chunk.len);
        size_t n = tl_utf8_next(rest, &c);
        (void)tl_utf8_next(tl_str_slice(rest, n, rest.len), &next);
        bool is_sign =
            c < 0x80 && tl_str_find_char(TL_STR("@/\\=<>{}[]#|~%$"), (char)c, 0) != TL_NONE;
        bool is_dotted = c == '.' && tl_char_is_letter(before) && tl_char_is_letter(next);
        bool is_entity = c == '&' && tl_char_is_letter(next) && /* "&ouml;" */
                         tl_str_find_char(rest, ';', 0) != TL_NONE;
        if (is_sign || is_dotted || is_entity || (c >= 0x10000 && tl_template_is_noun(rest))) {
            return false;
        }
        before = c;
        at += n;
    }
    return true;
}

/* Where a bracket closes that opens at `at`: "{{ day }}", "[insert day]"; else `at`. */
static size_t bracket_end(struct tl_str text, size_t at)
{
    size_t kind = at < text.len ? tl_str_find_char(TL_STR("[{<"), text.data[at], 0) : TL_NONE;
    if (kind == TL_NONE) {
        return at;
    }
    struct tl_str near = tl_str_slice(text, 0, at + LONGEST_BRACKET);
    size_t end = tl_str_find_char(near, "]}>"[kind], at);
    return end == TL_NONE ? at : end;
}

/* What stands between two blanks at or after `at`, with all that stands in brackets. */
static struct tl_span chunk_next(struct tl_str text, size_t at)
{
    struct tl_span chunk = {text.len, text.len};
    while (at < text.len) {
        uint32_t c;
        at = bracket_end(text, at);
        size_t n = tl_utf8_next(tl_str_slice(text, at, text.len), &c);
        if (!tl_char_is_blank(c)) {
            chunk.begin = at < chunk.begin ? at : chunk.begin;
        } else if (chunk.begin < text.len) {
            chunk.end = at;
            break;
        }
        at += n;
    }
    return chunk;
}

bool tl_prose_next(struct tl_prose *prose, struct tl_span *word)
{
    struct tl_str text = prose->text;
    while (prose->at < text.len) {
        if (prose->at >= prose->chunk.end) {
            prose->chunk = chunk_next(text, prose->at);
            bool is_read = is_prose(tl_str_slice(text, prose->chunk.begin, prose->chunk.end));
            prose->at = is_read ? prose->chunk.begin : prose->chunk.end;
            continue;
        }
        bool is_found = word_next(tl_str_slice(text, 0, prose->chunk.end), prose->at, word);
        prose->at = is_found ? word->end : prose->chunk.end;
        if (is_found) {
            return true;
        }
    }
    return false;
}

bool tl_prose_is_name(struct tl_str word)
{
    bool after_lower = false;
    bool upper = false;
    for (size_t at = 0; at < word.len;) {
        uint32_t c;
        at += tl_utf8_next(tl_str_slice(word, at, word.len), &c);
        upper = tl_char_is_upper(c);
        if (!(tl_char_is_letter(c) || is_joint(c)) || (upper && after_lower)) {
            return true;
        }
        after_lower = tl_char_is_lower(c);
    }
    return upper;
}

struct tl_str tl_prose_plain(struct tl_arena *arena, struct tl_str word)
{
    struct tl_buf out = tl_buf_in(arena);
    for (size_t at = 0; at < word.len;) {
        uint32_t c;
        at += tl_utf8_next(tl_str_slice(word, at, word.len), &c);
        tl_buf_add_code_point(&out, c == 0x2019 ? '\'' : c == 0x2010 || c == 0x2011 ? '-' : c);
    }
    return tl_buf_str(&out);
}
