/* SPDX-License-Identifier: MIT */
#include "rules/yaml_lists.h"

#include "base/buf.h"

#include <string.h>

enum { KEY_INDENT = 2, ITEM_INDENT = 4, TEXT_INDENT = 6 };

struct reader {
    struct tl_arena *arena;
    const char *path;
    struct tl_yaml *map;
    const struct tl_yaml **place; /* where the list at hand belongs */
    struct tl_yaml *last;         /* list */
    const struct tl_yaml **link;  /* where its next item belongs */
};

static struct tl_yaml *node_new(const struct reader *reader, enum tl_yaml_kind kind, unsigned line,
                                unsigned indent)
{
    struct tl_yaml *node = tl_arena_alloc(reader->arena, sizeof *node);
    node->kind = kind;
    node->path = reader->path;
    node->line = line;
    node->column = indent + 1;
    return node;
}

static bool is_key_char(char c)
{
    return tl_char_is_alpha(c) || tl_char_is_digit(c) || c == '_';
}

/* Whether nothing is left of a line but a comment. */
static bool is_end(struct tl_str rest)
{
    size_t at = 0;
    while (at < rest.len && rest.data[at] == ' ') {
        at++;
    }
    return at == rest.len || (at > 0 && rest.data[at] == '#');
}

/* Adds a list; `rest` begins with its key. */
static bool key_add(struct reader *reader, struct tl_str rest, unsigned line)
{
    size_t end = 0;
    while (end < rest.len && is_key_char(rest.data[end])) {
        end++;
    }
    if (end == 0 || end == rest.len || rest.data[end] != ':' ||
        !is_end(tl_str_slice(rest, end + 1, rest.len))) {
        return false;
    }
    struct tl_yaml *key = node_new(reader, TL_YAML_SCALAR, line, KEY_INDENT);
    key->text = tl_str_slice(rest, 0, end);
    key->source = key->text;
    struct tl_yaml *list = node_new(reader, TL_YAML_LIST, line + 1, ITEM_INDENT);
    list->key = key;
    *reader->place = list;
    reader->last = list;
    reader->link = &list->first;
    return true;
}

/* Reads a text in single quotes. */
static bool quoted_read(const struct reader *reader, struct tl_str rest, struct tl_yaml *node)
{
    bool has_quotes = false;
    size_t end = tl_str_find_char(rest, '\'', 1);
    while (end != TL_NONE && end + 1 < rest.len && rest.data[end + 1] == '\'') {
        has_quotes = true;
        end = tl_str_find_char(rest, '\'', end + 2);
    }
    if (end == TL_NONE || !is_end(tl_str_slice(rest, end + 1, rest.len))) {
        return false;
    }
    node->quoted = true;
    node->source = tl_str_slice(rest, 0, end + 1);
    node->text = tl_str_slice(rest, 1, end);
    if (has_quotes) {
        struct tl_buf out = tl_buf_in(reader->arena);
        for (size_t at = 0; at < node->text.len;) {
            size_t quote = tl_str_find_char(node->text, '\'', at);
            quote = quote == TL_NONE ? node->text.len : quote + 1; /* of two, the first */
            tl_buf_add(&out, tl_str_slice(node->text, at, quote));
            at = quote + 1;
        }
        node->text = tl_buf_str(&out);
    }
    return true;
}

/* Reads a text without quotes. */
static bool plain_read(struct tl_str rest, struct tl_yaml *node)
{
    size_t end = tl_str_find(rest, TL_STR(" #"), 0);
    end = end == TL_NONE ? rest.len : end;
    while (end > 0 && rest.data[end - 1] == ' ') {
        end--;
    }
    struct tl_str text = tl_str_slice(rest, 0, end);
    if (end == 0 || strchr("-?:,[]{}#&*!|>\"%@` ", text.data[0]) != NULL ||
        text.data[end - 1] == ':' || tl_str_find(text, TL_STR(": "), 0) != TL_NONE) {
        return false;
    }
    node->text = text;
    node->source = text;
    return true;
}

/* Adds an item; `rest` begins with its text. */
static bool item_add(struct reader *reader, struct tl_str rest, unsigned line)
{
    if (reader->last == NULL || rest.len == 0) {
        return false;
    }
    struct tl_yaml *item = node_new(reader, TL_YAML_SCALAR, line, TEXT_INDENT);
    if (reader->last->first == NULL) {
        reader->last->line = line;
    }
    *reader->link = item;
    reader->link = &item->next;
    return rest.data[0] == '\'' ? quoted_read(reader, rest, item) : plain_read(rest, item);
}

static bool line_read(struct reader *reader, struct tl_str text, unsigned line)
{
    size_t indent = 0;
    while (indent < text.len && text.data[indent] == ' ') {
        indent++;
    }
    struct tl_str rest = tl_str_slice(text, indent, text.len);
    if (rest.len == 0 || rest.data[0] == '#') {
        return true;
    }
    if (indent == KEY_INDENT) {
        return key_add(reader, rest, line);
    }
    return indent == ITEM_INDENT && tl_str_has_prefix(rest, TL_STR("- ")) &&
           item_add(reader, tl_str_slice(rest, 2, rest.len), line);
}

/* The offset of the line after the one at `at`. */
static size_t line_after(struct tl_str bytes, size_t at)
{
    size_t end = tl_str_find_char(bytes, '\n', at);
    return end == TL_NONE ? bytes.len : end + 1;
}

static bool is_empty(const struct tl_yaml *node)
{
    return node->kind == TL_YAML_LIST && node->first == NULL;
}

/* A line without its end. */
static struct tl_str line_of(struct tl_str line)
{
    bool has_end = line.len > 0 && line.data[line.len - 1] == '\n';
    return tl_str_slice(line, 0, line.len - has_end);
}

static bool begins_key(struct tl_str line)
{
    return line.len > KEY_INDENT && tl_str_has_prefix(line, TL_STR("  ")) &&
           is_key_char(line.data[KEY_INDENT]);
}

static void lines_move(struct tl_yaml *node, unsigned n)
{
    node->line += n;
    for (const struct tl_yaml *child = node->first; child != NULL; child = child->next) {
        lines_move((struct tl_yaml *)(uintptr_t)child, n);
        if (child->key != NULL) {
            lines_move((struct tl_yaml *)(uintptr_t)child->key, n);
        }
    }
}

/* Reads a list that is not plain, all of `bytes`, by libyaml. */
static bool list_parse(struct reader *reader, struct tl_str bytes, unsigned line)
{
    struct tl_error err;
    const struct tl_yaml *root = tl_yaml_parse(reader->arena, reader->path, bytes, &err);
    if (root == NULL || root->kind != TL_YAML_MAP || root->first == NULL ||
        root->first->next != NULL) {
        return false;
    }
    lines_move((struct tl_yaml *)(uintptr_t)root, line - 1);
    reader->last = (struct tl_yaml *)(uintptr_t)root->first;
    *reader->place = root->first;
    return true;
}

struct tl_yaml *tl_yaml_lists_read(struct tl_arena *arena, const char *path, struct tl_str bytes,
                                   size_t offset, unsigned line)
{
    struct reader reader = {.arena = arena, .path = path};
    bytes = tl_str_slice(bytes, offset, bytes.len);
    size_t at = line_after(bytes, 0);
    size_t colon = tl_str_find_char(bytes, ':', 0);
    if (tl_str_find_char(bytes, '\t', 0) != TL_NONE ||
        tl_str_find_char(bytes, '\r', 0) != TL_NONE || colon == TL_NONE ||
        !is_end(line_of(tl_str_slice(bytes, colon + 1, at)))) {
        return NULL;
    }
    reader.map = node_new(&reader, TL_YAML_MAP, line, KEY_INDENT);
    reader.place = &reader.map->first;
    size_t key = TL_NONE; /* where the list at hand begins */
    unsigned key_line = 0;
    for (line++; at < bytes.len; line++) {
        size_t end = line_after(bytes, at);
        struct tl_str text = tl_str_slice(bytes, at, end);
        if (begins_key(text)) {
            if (reader.last != NULL && is_empty(reader.last)) {
                return NULL; /* which is no list */
            }
            key = at;
            key_line = line;
            reader.place = reader.last == NULL ? reader.place : &reader.last->next;
        }
        text = line_of(text);
        at = end;
        if (line_read(&reader, text, line)) {
            continue;
        }
        for (; at < bytes.len && !begins_key(tl_str_slice(bytes, at, bytes.len)); line++) {
            at = line_after(bytes, at);
        }
        if (key == TL_NONE || !list_parse(&reader, tl_str_slice(bytes, key, at), key_line)) {
            return NULL;
        }
    }
    bool has_all =
        reader.last != NULL && (reader.last->kind != TL_YAML_LIST || reader.last->first != NULL);
    reader.map->line = has_all ? reader.map->first->key->line : line;
    return has_all ? reader.map : NULL;
}
