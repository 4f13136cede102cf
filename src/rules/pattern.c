/* SPDX-License-Identifier: MIT */
#include "rules/pattern.h"

static const struct {
    const char *before;
    const char *after;
} templates[] = {
    [TL_PATTERN_WORD] = {"\\b(?:", ")\\b"},
    [TL_PATTERN_NONWORD] = {"(?:", ")"},
    [TL_PATTERN_START] = {"\\A(?:", ")(?!(?<=\\w)\\w)"},
    [TL_PATTERN_WHOLE] = {"\\A(?:", ")\\z"},
    [TL_PATTERN_LABEL] = {"\\A\\*?(?:", ")(?:\\[\\d+\\])?\\*?\\s*:\\*?\\s*"},
};

static unsigned flags(const struct tl_loader *loader)
{
    return TL_REGEX_MULTILINE | (loader->ignorecase ? TL_REGEX_NOCASE : 0U);
}

/* Where a byte of a scalar stands in its file: exact for what is written on one line. */
static bool fail_at(struct tl_loader *loader, const struct tl_yaml *node, size_t offset,
                    const char *text)
{
    struct tl_yaml at = *node;
    if (tl_str_find_char(node->text, '\n', 0) == TL_NONE) {
        at.column += (unsigned)offset + (node->quoted ? 1 : 0);
    }
    return tl_loader_fail(loader, &at, "%s", text);
}

bool tl_pattern_text(struct tl_loader *loader, const struct tl_yaml *node, struct tl_str *pattern)
{
    if (node->kind != TL_YAML_SCALAR) {
        return tl_loader_fail(loader, node, "a pattern must be a text");
    }
    if (node->double_quoted &&
        (!loader->is_style || tl_str_find_char(node->text, '\b', 0) != TL_NONE)) {
        return tl_loader_fail(loader, node,
                              "a pattern must not be in double quotes, where YAML reads \\b as a "
                              "backspace; use single quotes");
    }
    size_t offset = 0;
    struct tl_str definitions;
    struct tl_str why;
    if (!tl_classes_define(loader->arena, loader->classes, node->text, &definitions, &offset,
                           &why)) {
        return fail_at(loader, node, offset, why.data);
    }
    *pattern = node->text;
    return true;
}

/* Compiles a pattern with the word classes that it names; they are known to be there. */
static struct tl_regex *compiled(const struct tl_loader *loader, struct tl_arena *arena,
                                 struct tl_str pattern, struct tl_regex_error *err)
{
    size_t offset = 0;
    struct tl_str definitions = TL_STR("");
    struct tl_str why;
    (void)tl_classes_define(arena, loader->classes, pattern, &definitions, &offset, &why);
    struct tl_str whole = tl_arena_format(arena, "%s%s", pattern.data, definitions.data);
    return tl_regex_compile(arena, whole, flags(loader), err);
}

bool tl_pattern_compile(struct tl_loader *loader, const struct tl_yaml *node, struct tl_str pattern,
                        const struct tl_regex **regex)
{
    struct tl_regex_error err;
    *regex = compiled(loader, loader->arena, pattern, &err);
    if (*regex == NULL) {
        return tl_loader_fail(loader, node, "the pattern does not compile: %s", err.text);
    }
    if (tl_regex_matches_empty(*regex)) {
        return tl_loader_fail(loader, node, "the pattern can match nothing at all");
    }
    return true;
}

/* Compiles one pattern alone, so that an error can be laid at its door. */
static bool is_sound(struct tl_loader *loader, const struct tl_yaml *node)
{
    struct tl_arena *scratch = tl_arena_new();
    struct tl_regex_error err;
    struct tl_regex *regex = compiled(loader, scratch, node->text, &err);
    bool empty = regex != NULL && tl_regex_matches_empty(regex);
    bool good = regex != NULL;
    tl_arena_free(scratch);
    if (!good) {
        bool in_pattern = err.offset <= node->text.len;
        struct tl_str text =
            tl_arena_format(loader->arena, "the pattern does not compile: %s", err.text);
        return fail_at(loader, node, in_pattern ? err.offset : 0, text.data);
    }
    return !empty || tl_loader_fail(loader, node, "the pattern can match nothing at all");
}

/* The patterns of a scalar or a list, joined by `join`. */
static bool joined(struct tl_loader *loader, const struct tl_yaml *node, const char *join,
                   struct tl_str *pattern)
{
    struct tl_buf out = tl_buf_in(loader->arena);
    const struct tl_yaml *item = node->kind == TL_YAML_LIST ? node->first : node;
    bool alone = node->kind != TL_YAML_LIST;
    for (; item != NULL; item = alone ? NULL : item->next) {
        struct tl_str text = {0};
        if (!tl_pattern_text(loader, item, &text)) {
            return false;
        }
        if (tl_str_trim(text).len == 0) {
            continue; /* Vale passes over blank tokens */
        }
        tl_buf_add(&out, out.len > 0 ? tl_str_of(join) : TL_STR(""));
        tl_buf_add(&out, text);
    }
    *pattern = tl_buf_str(&out);
    return true;
}

/* Finds the pattern of a list that does not compile; true where none is to blame. */
static bool blame(struct tl_loader *loader, const struct tl_yaml *node)
{
    const struct tl_yaml *item = node->kind == TL_YAML_LIST ? node->first : node;
    bool alone = node->kind != TL_YAML_LIST;
    for (; item != NULL; item = alone ? NULL : item->next) {
        struct tl_str text = {0};
        if (!tl_pattern_text(loader, item, &text) ||
            (tl_str_trim(text).len > 0 && !is_sound(loader, item))) {
            return false;
        }
    }
    return true;
}

static bool compile(struct tl_loader *loader, const struct tl_yaml *node, struct tl_str pattern,
                    const struct tl_regex **regex)
{
    struct tl_regex_error err;
    *regex = compiled(loader, loader->arena, pattern, &err);
    if (*regex != NULL && !tl_regex_matches_empty(*regex)) {
        return true;
    }
    return blame(loader, node) && tl_pattern_compile(loader, node, pattern, regex);
}

bool tl_pattern_list(struct tl_loader *loader, const struct tl_yaml *node,
                     enum tl_pattern_template template, const struct tl_regex **regex)
{
    *regex = NULL;
    if (node == NULL) {
        return true;
    }
    struct tl_str inner;
    if (!joined(loader, node, "|", &inner)) {
        return false;
    }
    if (inner.len == 0) {
        return true;
    }
    struct tl_str pattern = tl_arena_format(loader->arena, "%s%s%s", templates[template].before,
                                            inner.data, templates[template].after);
    return compile(loader, node, pattern, regex);
}

bool tl_pattern_existence(struct tl_loader *loader, const struct tl_yaml *map,
                          const struct tl_regex **regex)
{
    const struct tl_yaml *tokens = tl_loader_find(map, "tokens");
    const struct tl_yaml *raw = tl_loader_find(map, "raw");
    bool nonword = false;
    bool append = false;
    struct tl_str inner = TL_STR("");
    struct tl_str outer = TL_STR("");
    *regex = NULL;
    if (!tl_loader_bool(loader, map, "nonword", &nonword) ||
        !tl_loader_bool(loader, map, "append", &append) ||
        (tokens != NULL && !joined(loader, tokens, "|", &inner)) ||
        (raw != NULL && !joined(loader, raw, "", &outer))) {
        return false;
    }
    if (inner.len == 0 && outer.len == 0) {
        return true;
    }
    bool word = !nonword && inner.len > 0;
    struct tl_str body = inner.len == 0
                             ? inner
                             : tl_arena_format(loader->arena, "%s%s%s", templates[!word].before,
                                               inner.data, templates[!word].after);
    struct tl_str pattern = tl_arena_format(loader->arena, "%s%s", append ? body.data : outer.data,
                                            append ? outer.data : body.data);
    return compile(loader, tokens != NULL ? tokens : raw, pattern, regex);
}
