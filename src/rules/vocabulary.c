/* SPDX-License-Identifier: MIT */
#include "rules/vocabulary.h"

#include "base/io.h"
#include "base/limits.h"
#include "base/nearest.h"
#include "base/utf8.h"
#include "model/language.h"
#include "rules/folder.h"

#include <unistd.h>

enum { CHECK_TERMS = 200 }; /* terms in one check: a pattern has a limit */

static const char *const places[] = {"config/vocabularies", "Vocab"};
enum { N_PLACES = sizeof places / sizeof *places };

static struct tl_yaml *node_new(struct tl_arena *arena, enum tl_yaml_kind kind,
                                const struct tl_yaml *at, struct tl_str text)
{
    struct tl_yaml *node = tl_arena_alloc(arena, sizeof *node);
    *node = (struct tl_yaml){.kind = kind,
                             .path = at->path,
                             .line = at->line,
                             .column = at->column,
                             .text = text,
                             .source = text};
    return node;
}

/* A map or list that grows at its end. */
struct builder {
    struct tl_arena *arena;
    const struct tl_yaml *at; /* where its nodes are said to be */
    struct tl_yaml *node;
    const struct tl_yaml **end;
};

static struct builder builder_new(struct tl_arena *arena, enum tl_yaml_kind kind,
                                  const struct tl_yaml *at)
{
    struct builder builder = {arena, at, node_new(arena, kind, at, TL_STR("")), NULL};
    builder.end = &builder.node->first;
    return builder;
}

static void add(struct builder *builder, const struct tl_yaml *key, struct tl_yaml *value)
{
    value->key = key;
    *builder->end = value;
    builder->end = &value->next;
}

static void put(struct builder *builder, const char *key, struct tl_yaml *value)
{
    add(builder, node_new(builder->arena, TL_YAML_SCALAR, builder->at, tl_str_of(key)), value);
}

static void put_text(struct builder *builder, const char *key, const char *text)
{
    put(builder, key, node_new(builder->arena, TL_YAML_SCALAR, builder->at, tl_str_of(text)));
}

/* The patterns of a file, which need not be there. */
static bool file_read(struct tl_loader *loader, const char *folder, const char *name,
                      struct tl_yaml_nodes *nodes, bool *found)
{
    const char *path = tl_arena_format(loader->arena, "%s/%s", folder, name).data;
    struct tl_error err;
    struct tl_str bytes;
    bool more;
    unsigned line = 0;
    if (access(path, F_OK) != 0) {
        return true;
    }
    if (!tl_io_read(loader->arena, path, TL_MAX_YAML_BYTES, &bytes, &more, &err)) {
        *TL_VEC_ADD(loader->arena, loader->errors) = err;
        return false;
    }
    *found = true;
    for (size_t at = 0; at < bytes.len;) {
        size_t end = tl_str_find_char(bytes, '\n', at);
        end = end == TL_NONE ? bytes.len : end;
        struct tl_str term = tl_str_trim(tl_str_slice(bytes, at, end));
        line++;
        struct tl_yaml place = {.path = path, .line = line, .column = 1};
        if (term.len > 0 && !tl_str_has_prefix(term, TL_STR("# "))) {
            *TL_VEC_ADD(loader->arena, nodes) =
                node_new(loader->arena, TL_YAML_SCALAR, &place, tl_arena_copy(loader->arena, term));
        }
        at = end + 1;
    }
    return !more || tl_loader_fail(loader, &(struct tl_yaml){.path = path, .line = line},
                                   "the file is larger than %d bytes", TL_MAX_YAML_BYTES);
}

static bool unknown(struct tl_loader *loader, const struct tl_strs *folders, struct tl_str name)
{
    struct tl_strs known = {0};
    for (size_t i = 0; i < folders->len * N_PLACES; i++) {
        struct tl_strs names;
        struct tl_error err;
        const char *path = tl_arena_format(loader->arena, "%s/%s",
                                           folders->items[i / N_PLACES].data, places[i % N_PLACES])
                               .data;
        bool read = tl_folder_is(path) && tl_folder_read(loader->arena, path, &names, &err);
        for (size_t k = 0; read && k < names.len; k++) {
            *TL_VEC_ADD(loader->arena, &known) = names.items[k];
        }
    }
    struct tl_str near = tl_nearest(&known, name);
    struct tl_error *err = TL_VEC_ADD(loader->arena, loader->errors);
    if (folders->len == 0) {
        tl_error_set(err, NULL,
                     "--vocab: '%.*s' is looked for in the folders that --styles names, "
                     "and there are none",
                     TL_STR_ARG(name));
    } else if (near.len > 0) {
        tl_error_set(err, NULL, "--vocab: there is no vocabulary '%.*s'; did you mean '%.*s'?",
                     TL_STR_ARG(name), TL_STR_ARG(near));
    } else {
        tl_error_set(err, NULL,
                     "--vocab: there is no vocabulary '%.*s' in '%s/config/vocabularies'",
                     TL_STR_ARG(name), folders->items[0].data);
    }
    return false;
}

bool tl_vocabulary_read(struct tl_loader *loader, const struct tl_strs *folders, struct tl_str name,
                        struct tl_vocabulary *vocabulary)
{
    bool found = false;
    bool good = true;
    if (tl_str_find_char(name, '/', 0) != TL_NONE) {
        return unknown(loader, folders, name);
    }
    for (size_t i = 0; good && i < folders->len * N_PLACES; i++) {
        const char *folder =
            tl_arena_format(loader->arena, "%s/%s/%.*s", folders->items[i / N_PLACES].data,
                            places[i % N_PLACES], TL_STR_ARG(name))
                .data;
        good = file_read(loader, folder, "accept.txt", &vocabulary->accept, &found) &&
               file_read(loader, folder, "reject.txt", &vocabulary->reject, &found);
    }
    if (good && !found) {
        return unknown(loader, folders, name);
    }
    return good && tl_terms_compile(loader, &vocabulary->accept, &vocabulary->terms);
}

/* Whether a pattern is but words: only such a term says how it is to be written. */
static bool is_plain(struct tl_str term)
{
    for (size_t at = 0; at < term.len;) {
        uint32_t c;
        at += tl_utf8_next(tl_str_slice(term, at, term.len), &c);
        if (c != ' ' && c != '-' && !tl_char_is_letter(c) && !tl_char_is_number(c)) {
            return false;
        }
    }
    return true;
}

/* A rule of that message whose checks share the terms. */
static struct builder rule_begin(struct tl_arena *arena, const struct tl_yaml *at,
                                 const char *message)
{
    struct builder rule = builder_new(arena, TL_YAML_MAP, at);
    put_text(&rule, "message", message);
    put_text(&rule, "level", "error");
    put_text(&rule, "ignorecase", "true");
    return rule;
}

static struct builder check_begin(struct builder *checks, const char *kind)
{
    struct builder check = builder_new(checks->arena, TL_YAML_MAP, checks->at);
    put_text(&check, "extends", kind);
    put_text(&check, "vocab", "false");
    add(checks, NULL, check.node);
    return check;
}

const struct tl_yaml *tl_vocabulary_terms(struct tl_arena *arena,
                                          const struct tl_vocabulary *vocabulary)
{
    const struct tl_yaml_nodes *all = &vocabulary->accept;
    if (all->len == 0) {
        return NULL;
    }
    struct builder rule = rule_begin(arena, all->items[0], "Use '%s' instead of '%s'.");
    struct builder checks = builder_new(arena, TL_YAML_LIST, all->items[0]);
    struct builder swap = {0};
    size_t n = 0;
    for (size_t i = 0; i < all->len; i++) {
        const struct tl_yaml *term = all->items[i];
        if (!is_plain(term->text)) {
            continue;
        }
        if (n++ % CHECK_TERMS == 0) {
            struct builder check = check_begin(&checks, "substitution");
            swap = builder_new(arena, TL_YAML_MAP, term);
            put(&check, "swap", swap.node);
        }
        add(&swap, node_new(arena, TL_YAML_SCALAR, term, tl_text_lower(arena, term->text)),
            node_new(arena, TL_YAML_SCALAR, term, term->text));
    }
    put(&rule, "checks", checks.node);
    return n > 0 ? rule.node : NULL;
}

const struct tl_yaml *tl_vocabulary_avoid(struct tl_arena *arena,
                                          const struct tl_vocabulary *vocabulary)
{
    const struct tl_yaml_nodes *all = &vocabulary->reject;
    if (all->len == 0) {
        return NULL;
    }
    struct builder rule = rule_begin(arena, all->items[0], "Avoid using '%s'.");
    struct builder checks = builder_new(arena, TL_YAML_LIST, all->items[0]);
    struct builder tokens = {0};
    for (size_t i = 0; i < all->len; i++) {
        const struct tl_yaml *term = all->items[i];
        if (i % CHECK_TERMS == 0) {
            struct builder check = check_begin(&checks, "existence");
            tokens = builder_new(arena, TL_YAML_LIST, term);
            put(&check, "tokens", tokens.node);
        }
        add(&tokens, NULL, node_new(arena, TL_YAML_SCALAR, term, term->text));
    }
    put(&rule, "checks", checks.node);
    return rule.node;
}
