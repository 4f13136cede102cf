/* SPDX-License-Identifier: MIT */
#include "rules/yaml_place.h"

#include "base/utf8.h"

/* A place in the source of a scalar. */
struct cursor {
    struct tl_str source;
    size_t at;
    struct tl_yaml_place place;
};

static char char_at(const struct cursor *cursor, size_t ahead)
{
    size_t at = cursor->at + ahead;
    return at < cursor->source.len ? cursor->source.data[at] : '\0';
}

/* Passes over one character. */
static void step(struct cursor *cursor)
{
    uint32_t c;
    struct tl_str rest = tl_str_slice(cursor->source, cursor->at, cursor->source.len);
    if (rest.len == 0) {
        return;
    }
    cursor->at += tl_utf8_next(rest, &c);
    if (c == '\n') {
        cursor->place.line++;
        cursor->place.column = 1;
    } else {
        cursor->place.column++;
    }
}

static void spaces_skip(struct cursor *cursor)
{
    while (tl_char_is_space(char_at(cursor, 0))) {
        step(cursor);
    }
}

/* Passes over what stands before the text: tags, the quote, the head of a block. */
static void head_skip(struct cursor *cursor, const struct tl_yaml *node)
{
    while (char_at(cursor, 0) == '!' || char_at(cursor, 0) == '&') {
        while (char_at(cursor, 0) != '\0' && !tl_char_is_space(char_at(cursor, 0))) {
            step(cursor);
        }
        spaces_skip(cursor);
    }
    char c = char_at(cursor, 0);
    if (node->quoted) {
        step(cursor);
    } else if (c == '|' || c == '>') {
        while (char_at(cursor, 0) != '\0' && char_at(cursor, 0) != '\n') {
            step(cursor);
        }
        step(cursor);
    }
}

/* Passes over the escape of double quotes that stands for one character. */
static void escape_skip(struct cursor *cursor)
{
    if (char_at(cursor, 0) != '\\') {
        step(cursor);
        return;
    }
    char kind = char_at(cursor, 1);
    int length = kind == 'x' ? 4 : kind == 'u' ? 6 : kind == 'U' ? 10 : 2;
    for (int i = 0; i < length; i++) {
        step(cursor);
    }
}

/*
 * Goes to where a character of the text is written: in the source there is more white space than in
 * the text (indentation, empty lines) and never less, but for a line end that became a space.
 */
static void char_find(struct cursor *cursor, const struct tl_yaml *node, char c)
{
    while (node->double_quoted && char_at(cursor, 0) == '\\' &&
           tl_char_is_line_end(char_at(cursor, 1))) {
        step(cursor); /* an escaped line end is none */
        spaces_skip(cursor);
    }
    if (!tl_char_is_space(c)) {
        spaces_skip(cursor);
        return;
    }
    while (c == '\n' && tl_char_is_wsp(char_at(cursor, 0))) {
        step(cursor);
    }
}

static void char_pass(struct cursor *cursor, const struct tl_yaml *node)
{
    if (node->double_quoted) {
        escape_skip(cursor);
        return;
    }
    bool doubled = node->quoted && char_at(cursor, 0) == '\'' && char_at(cursor, 1) == '\'';
    step(cursor);
    if (doubled) {
        step(cursor);
    }
}

struct tl_yaml_place tl_yaml_locate(const struct tl_yaml *node, size_t offset)
{
    struct cursor cursor = {.source = node->source, .place = {node->line, node->column}};
    head_skip(&cursor, node);
    for (size_t at = 0; at < offset && at < node->text.len;) {
        uint32_t c;
        char_find(&cursor, node, node->text.data[at]);
        char_pass(&cursor, node);
        at += tl_utf8_next(tl_str_slice(node->text, at, node->text.len), &c);
    }
    if (offset < node->text.len) {
        char_find(&cursor, node, node->text.data[offset]);
    }
    return cursor.place;
}
