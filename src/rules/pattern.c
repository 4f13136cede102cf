/* SPDX-License-Identifier: MIT */
#include "rules/pattern.h"

#include "base/limits.h"
#include "rules/pattern_dotnet.h"
#include "rules/pattern_parts.h"

static const struct {
    const char *before;
    const char *after;
} templates[] = {
    [TL_PATTERN_WORD] = {"\\b(?:", ")\\b"},
    [TL_PATTERN_NONWORD] = {"(?:", ")"},
    [TL_PATTERN_SIGN] = {"(?<!\\p{L})(?:", ")(?!\\p{L})"},
    [TL_PATTERN_START] = {"\\A(?:", ")(?!(?<=\\w)\\w)"},
    [TL_PATTERN_WHOLE] = {"\\A(?:", ")\\z"},
    [TL_PATTERN_LABEL] = {"\\A\\*?(?:", ")(?:\\[\\d+\\])?\\*?\\s*:\\*?\\s*"},
    [TL_PATTERN_BEFORE] = {"\\b(?:", ")[\\s(]*\\z"},
    [TL_PATTERN_AFTER] = {"\\A[\\s,)]*(?:", ")\\b"},
};

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
    struct tl_dotnet dotnet;
    if (!loader->is_trusted && !tl_classes_define(loader->arena, loader->classes, node->text,
                                                  &definitions, &offset, &why)) {
        return tl_loader_fail_in(loader, node, offset, "%s", why.data);
    }
    if (!tl_dotnet_rewrite(loader->arena, node->text, &dotnet)) {
        return tl_loader_fail_in(loader, node, dotnet.offset, "%s", dotnet.why);
    }
    *pattern = dotnet.text;
    return true;
}

/* Says what is wrong with a regex, at a node; of trusted files nothing is. */
static bool is_good(struct tl_loader *loader, const struct tl_yaml *node,
                    const struct tl_regex *regex)
{
    struct tl_regex_error err;
    if (loader->is_trusted) {
        return true;
    }
    if (!tl_regex_check(regex, &err)) {
        return tl_loader_fail(loader, node, "the pattern does not compile: %s", err.text);
    }
    return !tl_regex_matches_empty(regex) ||
           tl_loader_fail(loader, node, "the pattern can match nothing at all");
}

bool tl_pattern_check(struct tl_loader *loader, const struct tl_yaml *node, struct tl_str pattern)
{
    if (loader->is_trusted) {
        return true;
    }
    struct tl_arena *scratch = tl_arena_new();
    struct tl_loader own = *loader;
    own.arena = scratch;
    own.prefilter = NULL;
    struct tl_regex_error err;
    const struct tl_strs texts = {&pattern, 1, 1};
    const struct tl_regex *regex =
        tl_pattern_whole(&own, &texts, (struct tl_pattern_frame){TL_STR(""), TL_STR("")});
    bool good = tl_regex_check(regex, &err);
    bool empty = good && tl_regex_matches_empty(regex);
    tl_arena_free(scratch);
    if (!good) {
        struct tl_dotnet dotnet;
        bool in_pattern =
            err.offset <= pattern.len && tl_dotnet_rewrite(loader->arena, node->text, &dotnet);
        return tl_loader_fail_in(loader, node,
                                 in_pattern ? tl_dotnet_offset(&dotnet, err.offset) : 0,
                                 "the pattern does not compile: %s", err.text);
    }
    return !empty || tl_loader_fail(loader, node, "the pattern can match nothing at all");
}

/* The patterns of a scalar or a list; Vale passes over blank ones. */
static bool texts_read(struct tl_loader *loader, const struct tl_yaml *node, struct tl_strs *texts)
{
    bool good = true;
    const struct tl_yaml *item = tl_yaml_first(node);
    for (; item != NULL; item = tl_yaml_next(node, item)) {
        struct tl_str text = {0};
        good &= tl_pattern_text(loader, item, &text);
        if (tl_str_trim(text).len > 0) {
            *TL_VEC_ADD(loader->arena, texts) = text;
        }
    }
    return good;
}

/* Finds the patterns of a list that do not compile; true where none is to blame. */
static bool blame(struct tl_loader *loader, const struct tl_yaml *node)
{
    bool good = true;
    const struct tl_yaml *item = tl_yaml_first(node);
    for (; item != NULL; item = tl_yaml_next(node, item)) {
        struct tl_str text = {0};
        good &= tl_pattern_text(loader, item, &text) &&
                (tl_str_trim(text).len == 0 || tl_pattern_check(loader, item, text));
    }
    return good;
}

/* Keeps a pattern as it was put together, for who wants to see it. */
static void trace(struct tl_loader *loader, const struct tl_yaml *node, const struct tl_strs *texts,
                  struct tl_pattern_frame frame)
{
    if (loader->traces != NULL) {
        *TL_VEC_ADD(loader->arena, loader->traces) =
            (struct tl_trace){node, tl_pattern_join(loader, texts, frame)};
    }
}

/* Makes a regex of the patterns of a node. */
static bool make(struct tl_loader *loader, const struct tl_yaml *node, const struct tl_strs *texts,
                 struct tl_pattern_frame frame, const struct tl_regex **regex)
{
    struct tl_regex_error err;
    *regex = tl_pattern_assemble(loader, texts, frame);
    trace(loader, node, texts, frame);
    if (loader->is_trusted || (tl_regex_check(*regex, &err) && !tl_regex_matches_empty(*regex))) {
        return true;
    }
    return blame(loader, node) && is_good(loader, node, *regex);
}

static struct tl_pattern_frame frame_of(enum tl_pattern_template template)
{
    return (struct tl_pattern_frame){
        tl_str_of(templates[template].before),
        tl_str_of(templates[template].after),
    };
}

void tl_pattern_trace(struct tl_loader *loader, const struct tl_yaml *node,
                      const struct tl_strs *texts, enum tl_pattern_template template)
{
    trace(loader, node, texts, frame_of(template));
}

bool tl_pattern_alternatives(struct tl_loader *loader, const struct tl_yaml *node,
                             const struct tl_strs *texts, enum tl_pattern_template template,
                             const struct tl_regex **regex)
{
    *regex = tl_pattern_assemble(loader, texts, frame_of(template));
    trace(loader, node, texts, frame_of(template));
    return is_good(loader, node, *regex);
}

bool tl_pattern_list(struct tl_loader *loader, const struct tl_yaml *node,
                     enum tl_pattern_template template, const struct tl_regex **regex)
{
    struct tl_strs texts = {0};
    *regex = NULL;
    if (node == NULL) {
        return true;
    }
    if (!texts_read(loader, node, &texts)) {
        return false;
    }
    return texts.len == 0 || make(loader, node, &texts, frame_of(template), regex);
}

bool tl_pattern_existence(struct tl_loader *loader, const struct tl_yaml *map,
                          const struct tl_regex **regex)
{
    const struct tl_yaml *tokens = tl_loader_find(map, "tokens");
    const struct tl_yaml *raw = tl_loader_find(map, "raw");
    bool nonword = false;
    bool append = false;
    struct tl_strs texts = {0};
    struct tl_strs raws = {0};
    *regex = NULL;
    bool good = tl_loader_bool(loader, map, "nonword", &nonword);
    good &= tl_loader_bool(loader, map, "append", &append);
    good &= tokens == NULL || texts_read(loader, tokens, &texts);
    good &= raw == NULL || texts_read(loader, raw, &raws);
    if (!good) {
        return false;
    }
    struct tl_pattern_frame frame = frame_of(nonword ? TL_PATTERN_NONWORD : TL_PATTERN_WORD);
    if (raws.len == 0) {
        return texts.len == 0 || make(loader, tokens, &texts, frame, regex);
    }
    struct tl_buf outer = tl_buf_in(loader->arena);
    for (size_t i = 0; i < raws.len; i++) {
        tl_buf_add(&outer, raws.items[i]);
    }
    struct tl_buf body = tl_buf_in(loader->arena);
    tl_buf_add(&body, append ? TL_STR("") : tl_buf_str(&outer));
    for (size_t i = 0; i < texts.len; i++) {
        tl_buf_add(&body, i == 0 ? frame.before : TL_STR("|"));
        tl_buf_add(&body, texts.items[i]);
    }
    tl_buf_add(&body, texts.len > 0 ? frame.after : TL_STR(""));
    tl_buf_add(&body, append ? tl_buf_str(&outer) : TL_STR(""));
    struct tl_str pattern = tl_buf_str(&body);
    return make(loader, tokens != NULL ? tokens : raw, &(struct tl_strs){&pattern, 1, 1},
                (struct tl_pattern_frame){TL_STR(""), TL_STR("")}, regex);
}
