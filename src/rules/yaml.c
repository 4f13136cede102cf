/* SPDX-License-Identifier: MIT */
#include "rules/yaml.h"

#include "base/buf.h"
#include "base/io.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "rules/yaml_lists.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

enum { PORTION_BYTES = 512 };
/* Some editors begin a file with it. */
struct reader {
    struct tl_arena *arena;
    const char *path;
    struct tl_error *err;
    struct tl_errors *warnings; /* about keys that are there twice; NULL: they are errors */
    struct tl_str until;        /* a key of the root at which reading ends; "": none */
    const struct tl_yaml *cut;  /* it, if it was there */
    yaml_parser_t parser;
    struct tl_str bytes;
    size_t n_given; /* to libyaml */
    size_t at;      /* a place in them that is passed */
    size_t n_chars; /* the characters before it: libyaml's marks count these */
};

static struct tl_yaml *node_read(struct reader *reader, const yaml_event_t *event, unsigned depth);

static void *fail(struct reader *reader, yaml_mark_t mark, const char *text)
{
    tl_error_set_at(reader->err, reader->path, (unsigned)mark.line + 1, (unsigned)mark.column + 1,
                    "%s", text);
    return NULL;
}

/* libyaml has no mark for bytes that it cannot read, but their offset. */
static bool encoding_fail(struct reader *reader)
{
    const yaml_parser_t *p = &reader->parser;
    struct tl_str before = tl_str_slice(reader->bytes, 0, p->problem_offset);
    unsigned line = 1;
    size_t begin = 0;
    for (size_t end = tl_str_find_char(before, '\n', 0); end != TL_NONE;
         end = tl_str_find_char(before, '\n', begin)) {
        begin = end + 1;
        line++;
    }
    unsigned column = (unsigned)tl_utf8_count(tl_str_slice(before, begin, before.len)) + 1;
    tl_error_set_at(reader->err, reader->path, line, column, "not well-formed YAML: %s%s",
                    p->problem == NULL ? "unreadable" : p->problem,
                    strstr(p->problem == NULL ? "" : p->problem, "UTF") == NULL
                        ? ""
                        : "; save the file as UTF-8");
    return false;
}

static bool event_next(struct reader *reader, yaml_event_t *event)
{
    if (yaml_parser_parse(&reader->parser, event)) {
        return true;
    }
    const yaml_parser_t *p = &reader->parser;
    if (p->error == YAML_READER_ERROR) {
        return encoding_fail(reader);
    }
    const char *problem = p->problem == NULL ? "unreadable" : p->problem;
    bool is_colon = strstr(problem, "mapping values are not allowed") != NULL;
    tl_error_set_at(reader->err, reader->path, (unsigned)p->problem_mark.line + 1,
                    (unsigned)p->problem_mark.column + 1, "not well-formed YAML: %s%s%s%s", problem,
                    p->context == NULL ? "" : " ", p->context == NULL ? "" : p->context,
                    is_colon ? "; a text with ': ' in it needs single quotes" : "");
    return false;
}

/* The offset of the character of that number at or after `at`, which has the number `n_chars`. */
static size_t offset_of(struct tl_str bytes, size_t at, size_t n_chars, size_t number)
{
    while (n_chars < number && at < bytes.len) {
        n_chars += ((unsigned char)bytes.data[at++] & 0xC0) != 0x80;
    }
    while (at < bytes.len && ((unsigned char)bytes.data[at] & 0xC0) == 0x80) {
        at++;
    }
    return at;
}

/* Passes what stands before the character of that number. */
static void pass(struct reader *reader, size_t number)
{
    if (number > reader->n_chars) {
        reader->at = offset_of(reader->bytes, reader->at, reader->n_chars, number);
        reader->n_chars = number;
    }
}

/* The bytes that the event of a scalar comes from: the next one begins behind it. */
static struct tl_str source_of(struct reader *reader, const yaml_event_t *event)
{
    pass(reader, event->start_mark.index);
    size_t begin = reader->at;
    pass(reader, event->end_mark.index);
    return tl_str_slice(reader->bytes, begin, reader->at);
}

static struct tl_yaml *node_new(struct reader *reader, enum tl_yaml_kind kind,
                                const yaml_event_t *event)
{
    struct tl_yaml *node = tl_arena_alloc(reader->arena, sizeof *node);
    node->kind = kind;
    node->path = reader->path;
    node->line = (unsigned)event->start_mark.line + 1;
    node->column = (unsigned)event->start_mark.column + 1;
    return node;
}

static struct tl_yaml *scalar_read(struct reader *reader, const yaml_event_t *event)
{
    struct tl_yaml *node = node_new(reader, TL_YAML_SCALAR, event);
    struct tl_str text = {(const char *)event->data.scalar.value, event->data.scalar.length};
    yaml_scalar_style_t style = event->data.scalar.style;
    if (tl_str_find_char(text, '\0', 0) != TL_NONE) {
        return fail(reader, event->start_mark, "a NUL character is not allowed");
    }
    node->text = tl_arena_copy(reader->arena, text);
    node->source = source_of(reader, event);
    node->double_quoted = style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
    node->quoted = node->double_quoted || style == YAML_SINGLE_QUOTED_SCALAR_STYLE;
    return node;
}

/* Reads the next node into `node`; at the end of the collection true with NULL. */
static bool child_read(struct reader *reader, yaml_event_type_t end, unsigned depth,
                       struct tl_yaml **node)
{
    yaml_event_t event;
    if (!event_next(reader, &event)) {
        return false;
    }
    bool done = event.type == end;
    *node = done ? NULL : node_read(reader, &event, depth + 1);
    yaml_event_delete(&event);
    return done || *node != NULL;
}

static struct tl_yaml *list_read(struct reader *reader, const yaml_event_t *event, unsigned depth)
{
    struct tl_yaml *list = node_new(reader, TL_YAML_LIST, event);
    const struct tl_yaml **link = &list->first;
    for (;;) {
        struct tl_yaml *item;
        if (!child_read(reader, YAML_SEQUENCE_END_EVENT, depth, &item)) {
            return NULL;
        }
        if (item == NULL) {
            return list;
        }
        *link = item;
        link = &item->next;
    }
}

/* By text, those of one text in the order of the file. */
static int compare_keys(const void *left, const void *right)
{
    const struct tl_yaml *a = *(const struct tl_yaml *const *)left;
    const struct tl_yaml *b = *(const struct tl_yaml *const *)right;
    int order = tl_str_compare(a->text, b->text);
    if (order != 0) {
        return order;
    }
    return a->line != b->line ? (a->line > b->line) - (a->line < b->line)
                              : (a->column > b->column) - (a->column < b->column);
}

/* The key that is there for the second time, the first such of the file, or NULL.  Cost: O(n log
 * n). */
static const struct tl_yaml *key_again(struct reader *reader, const struct tl_yaml *map)
{
    struct tl_yaml_nodes keys = {0};
    const struct tl_yaml *again = NULL;
    for (const struct tl_yaml *member = map->first; member != NULL; member = member->next) {
        *TL_VEC_ADD(reader->arena, &keys) = member->key;
    }
    if (keys.len > 1) {
        qsort(keys.items, keys.len, sizeof *keys.items, compare_keys);
    }
    for (size_t i = 1; i < keys.len; i++) {
        const struct tl_yaml *key = keys.items[i];
        bool same = tl_str_equal(keys.items[i - 1]->text, key->text);
        bool earlier = again == NULL || key->line < again->line ||
                       (key->line == again->line && key->column < again->column);
        again = same && earlier ? key : again;
    }
    return again;
}

static struct tl_yaml *map_end(struct reader *reader, struct tl_yaml *map)
{
    const struct tl_yaml *again = key_again(reader, map);
    bool lenient = reader->warnings != NULL;
    struct tl_error *err = reader->err;
    if (again == NULL) {
        return map;
    }
    if (lenient && reader->warnings->len < TL_MAX_RULE_WARNINGS) {
        err = TL_VEC_ADD(reader->arena, reader->warnings);
    }
    tl_error_set_at(err, reader->path, again->line, again->column,
                    "the key '%.*s' is there twice%s", TL_STR_ARG(again->text),
                    lenient ? "; the first one counts" : "");
    return lenient ? map : NULL;
}

static struct tl_yaml *map_read(struct reader *reader, const yaml_event_t *event, unsigned depth)
{
    struct tl_yaml *map = node_new(reader, TL_YAML_MAP, event);
    const struct tl_yaml **link = &map->first;
    for (;;) {
        struct tl_yaml *key;
        struct tl_yaml *value = NULL;
        if (!child_read(reader, YAML_MAPPING_END_EVENT, depth, &key)) {
            return NULL;
        }
        if (key == NULL) {
            return map_end(reader, map);
        }
        yaml_mark_t mark = {0, key->line - 1, key->column - 1};
        if (key->kind != TL_YAML_SCALAR) {
            return fail(reader, mark, "a key must be a word");
        }
        if (depth == 0 && reader->until.len > 0 && tl_str_equal(key->text, reader->until)) {
            reader->cut = key;
            return map;
        }
        if (!child_read(reader, YAML_NO_EVENT, depth, &value) || value == NULL) {
            return NULL;
        }
        value->key = key;
        *link = value;
        link = &value->next;
    }
}

static struct tl_yaml *node_read(struct reader *reader, const yaml_event_t *event, unsigned depth)
{
    if (depth > TL_MAX_YAML_DEPTH) {
        return fail(reader, event->start_mark, "too many levels");
    }
    // NOLINTNEXTLINE(clang-diagnostic-switch-enum): the other events cannot begin a node
    switch ((int)event->type) {
    case YAML_SCALAR_EVENT:
        return scalar_read(reader, event);
    case YAML_SEQUENCE_START_EVENT:
        return list_read(reader, event, depth);
    case YAML_MAPPING_START_EVENT:
        return map_read(reader, event, depth);
    default:
        return fail(reader, event->start_mark, "an alias is not allowed");
    }
}

/* The root: passes over the events that begin stream and document. */
static struct tl_yaml *document_read(struct reader *reader)
{
    for (;;) {
        yaml_event_t event;
        if (!event_next(reader, &event)) {
            return NULL;
        }
        struct tl_yaml *root = NULL;
        bool begins = event.type == YAML_STREAM_START_EVENT ||
                      event.type == YAML_DOCUMENT_START_EVENT || event.type == YAML_NO_EVENT;
        if (event.type == YAML_STREAM_END_EVENT) {
            root = node_new(reader, TL_YAML_MAP, &event);
        } else if (!begins) {
            root = node_read(reader, &event, 0);
        }
        yaml_event_delete(&event);
        if (!begins) {
            return root;
        }
    }
}

static bool is_single(struct reader *reader)
{
    yaml_event_t event;
    for (int i = 0; i < 2; i++) {
        if (!event_next(reader, &event)) {
            return false;
        }
        bool ends = event.type == YAML_DOCUMENT_END_EVENT || event.type == YAML_STREAM_END_EVENT ||
                    event.type == YAML_NO_EVENT;
        yaml_mark_t mark = event.start_mark;
        yaml_event_delete(&event);
        if (!ends) {
            fail(reader, mark, "a file holds one document only");
            return false;
        }
    }
    return true;
}

/* Hands the next bytes to libyaml: few, for it decodes all of them, and reading may end early. */
static int bytes_give(void *data, unsigned char *buffer, size_t size, size_t *n_given)
{
    struct reader *reader = data;
    size_t n = reader->bytes.len - reader->n_given;
    n = n < PORTION_BYTES ? n : PORTION_BYTES;
    *n_given = n < size ? n : size;
    if (*n_given > 0) {
        memcpy(buffer, reader->bytes.data + reader->n_given, *n_given);
    }
    reader->n_given += *n_given;
    return 1;
}

static struct tl_yaml *parse(struct reader *reader, struct tl_str bytes)
{
    reader->bytes = bytes;
    if (!yaml_parser_initialize(&reader->parser)) {
        tl_error_set(reader->err, reader->path, "cannot begin to read YAML");
        return NULL;
    }
    yaml_parser_set_encoding(&reader->parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input(&reader->parser, bytes_give, reader);
    struct tl_yaml *root = document_read(reader);
    if (root != NULL && reader->cut == NULL && !is_single(reader)) {
        root = NULL;
    }
    yaml_parser_delete(&reader->parser);
    return root;
}

const struct tl_yaml *tl_yaml_parse(struct tl_arena *arena, const char *path, struct tl_str bytes,
                                    struct tl_error *err)
{
    return parse(&(struct reader){.arena = arena, .path = path, .err = err}, bytes);
}

static bool bytes_read(struct tl_arena *arena, const char *path, struct tl_str *bytes,
                       struct tl_error *err)
{
    bool more;
    if (!tl_io_read(arena, path, TL_MAX_YAML_BYTES, bytes, &more, err)) {
        return false;
    }
    if (more) {
        tl_error_set(err, path, "the file is larger than %d bytes", TL_MAX_YAML_BYTES);
    }
    *bytes = tl_str_slice(*bytes, tl_utf8_mark(*bytes), bytes->len);
    return !more;
}

const struct tl_yaml *tl_yaml_read_until(struct tl_arena *arena, const char *path,
                                         struct tl_str until, struct tl_error *err)
{
    struct tl_str bytes;
    struct reader reader = {.arena = arena, .path = path, .err = err, .until = until};
    return bytes_read(arena, path, &bytes, err) ? parse(&reader, bytes) : NULL;
}

const struct tl_yaml *tl_yaml_read(struct tl_arena *arena, const char *path, struct tl_error *err)
{
    return tl_yaml_read_until(arena, path, TL_STR(""), err);
}

const struct tl_yaml *tl_yaml_read_lists(struct tl_arena *arena, const char *path,
                                         struct tl_str lists, struct tl_error *err)
{
    struct tl_str bytes;
    struct reader reader = {.arena = arena, .path = path, .err = err, .until = lists};
    if (!bytes_read(arena, path, &bytes, err)) {
        return NULL;
    }
    struct tl_yaml *root = parse(&reader, bytes);
    if (root == NULL || reader.cut == NULL) {
        return root;
    }
    size_t offset = (size_t)(reader.cut->source.data - bytes.data);
    struct tl_yaml *value = tl_yaml_lists_read(arena, path, bytes, offset, reader.cut->line);
    if (value == NULL) {
        return tl_yaml_parse(arena, path, bytes, err);
    }
    const struct tl_yaml **link = &root->first;
    while (*link != NULL) {
        link = (const struct tl_yaml **)(uintptr_t) & (*link)->next;
    }
    value->key = reader.cut;
    *link = value;
    return root;
}

/* The offset of a line and column (both from 1), or that of the end. */
static size_t offset_at(struct tl_str bytes, unsigned line, unsigned column)
{
    size_t at = 0;
    for (unsigned i = 1; i < line && at < bytes.len; i++) {
        size_t end = tl_str_find_char(bytes, '\n', at);
        at = end == TL_NONE ? bytes.len : end + 1;
    }
    for (unsigned i = 1; i < column && at < bytes.len; i++) {
        uint32_t c;
        at += tl_utf8_next(tl_str_slice(bytes, at, bytes.len), &c);
    }
    return at;
}

/* Makes \\' of the \' that an error is about; false where it is about something else. */
static bool escape_mend(struct tl_arena *arena, const struct tl_error *err, struct tl_str *bytes)
{
    size_t at = offset_at(*bytes, err->line, err->column);
    if (!tl_str_has_prefix(tl_str_slice(*bytes, at, bytes->len), TL_STR("\\'"))) {
        return false;
    }
    struct tl_buf out = tl_buf_in(arena);
    tl_buf_add(&out, tl_str_slice(*bytes, 0, at));
    tl_buf_add(&out, TL_STR("\\"));
    tl_buf_add(&out, tl_str_slice(*bytes, at, bytes->len));
    *bytes = tl_buf_str(&out);
    return true;
}

const struct tl_yaml *tl_yaml_read_lenient(struct tl_arena *arena, const char *path,
                                           struct tl_errors *warnings, struct tl_error *err)
{
    struct tl_str bytes;
    if (!bytes_read(arena, path, &bytes, err)) {
        return NULL;
    }
    for (int i = 0;; i++) {
        size_t n_warnings = warnings->len;
        struct reader reader = {.arena = arena, .path = path, .err = err, .warnings = warnings};
        const struct tl_yaml *root = parse(&reader, bytes);
        if (root != NULL || i == TL_MAX_YAML_MENDS || bytes.len > TL_MAX_YAML_MENDED_BYTES ||
            !escape_mend(arena, err, &bytes)) {
            return root;
        }
        warnings->len = n_warnings;
    }
}

const struct tl_yaml *tl_yaml_first(const struct tl_yaml *node)
{
    return node != NULL && node->kind == TL_YAML_LIST ? node->first : node;
}

const struct tl_yaml *tl_yaml_next(const struct tl_yaml *node, const struct tl_yaml *item)
{
    return item == node ? NULL : item->next;
}

const struct tl_yaml *tl_yaml_find(const struct tl_yaml *map, struct tl_str key)
{
    if (map == NULL || map->kind != TL_YAML_MAP) {
        return NULL;
    }
    for (const struct tl_yaml *member = map->first; member != NULL; member = member->next) {
        if (tl_str_equal(member->key->text, key)) {
            return member;
        }
    }
    return NULL;
}
