/* SPDX-License-Identifier: MIT */
#include "rules/style.h"

#include "base/buf.h"
#include "base/io.h"
#include "base/limits.h"
#include "rules/folder.h"

#include <stdlib.h>
#include <sys/stat.h>

enum { HEAD_BYTES = 64 * 1024 }; /* of a file, in which a rule shows that it is one */

struct walk {
    struct tl_arena *arena;
    struct tl_errors *errors;
    struct tl_errors *warnings;
    struct tl_style *style;
};

static bool is_rule_name(struct tl_str name)
{
    return tl_str_has_suffix_nocase(name, TL_STR(".yml")) &&
           !tl_str_has_suffix_nocase(name, TL_STR(".test.yml"));
}

/* Whether a file has what every rule has; one that cannot be read is for the loader to judge. */
static bool looks_like_rule(const char *path)
{
    struct tl_arena *arena = tl_arena_new();
    struct tl_str bytes;
    bool more;
    struct tl_error err;
    bool is_rule = !tl_io_read(arena, path, HEAD_BYTES, &bytes, &more, &err);
    for (size_t i = 0; !is_rule && i < bytes.len; i++) {
        struct tl_str rest = tl_str_slice(bytes, i, bytes.len);
        is_rule = tl_str_has_prefix_nocase(rest, TL_STR("extends")) ||
                  tl_str_has_prefix_nocase(rest, TL_STR("message"));
    }
    tl_arena_free(arena);
    return is_rule;
}

static const char *path_in(struct tl_arena *arena, const char *folder, struct tl_str name)
{
    return tl_arena_format(arena, "%s/%.*s", folder, TL_STR_ARG(name)).data;
}

/* Whether a folder has rules; `n_files` counts what could be some. */
static bool has_rules(struct tl_arena *arena, const char *folder, const struct tl_strs *names,
                      size_t *n_files)
{
    *n_files = 0;
    for (size_t i = 0; i < names->len; i++) {
        const char *path = path_in(arena, folder, names->items[i]);
        if (is_rule_name(names->items[i]) && !tl_folder_is(path)) {
            *n_files += 1;
            if (looks_like_rule(path)) {
                return true;
            }
        }
    }
    return false;
}

/* Links inside a style are not followed, so that there is no way in circles. */
static bool is_own_folder(const char *path)
{
    struct stat status;
    return lstat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static void warn(struct walk *walk, const char *path, const char *text)
{
    if (walk->warnings->len < TL_MAX_RULE_WARNINGS) {
        tl_error_set(TL_VEC_ADD(walk->arena, walk->warnings), path, "%s", text);
    }
}

/* "a/Rule.v2.yml" is the rule "…Rule"; of two of that name the first counts, as for Vale. */
static void file_add(struct walk *walk, struct tl_str prefix, const char *path, struct tl_str name)
{
    struct tl_str stem = tl_str_slice(name, 0, tl_str_find_char(name, '.', 0));
    struct tl_str id =
        tl_arena_format(walk->arena, "%.*s.%.*s", TL_STR_ARG(prefix), TL_STR_ARG(stem));
    size_t n = walk->style->files.len;
    if (n > 0 && tl_str_equal(walk->style->files.items[n - 1].id, id)) {
        warn(walk, path,
             "another file of this folder has the same name up to the first dot; this "
             "one is left out");
        return;
    }
    *TL_VEC_ADD(walk->arena, &walk->style->files) = (struct tl_style_file){id, path};
}

static void folder_walk(struct walk *walk, struct tl_str prefix, const char *folder, unsigned depth)
{
    struct tl_strs names;
    struct tl_error err;
    size_t n_files;
    if (depth > TL_MAX_STYLE_DEPTH) {
        warn(walk, folder, "the folder is too deep inside the style; it is left out");
        return;
    }
    if (!tl_folder_read(walk->arena, folder, &names, &err)) {
        *TL_VEC_ADD(walk->arena, walk->errors) = err;
        return;
    }
    bool rules = has_rules(walk->arena, folder, &names, &n_files);
    if (!rules && n_files > 0) {
        warn(walk, folder, "no file of this folder looks like a rule; they are left out");
    }
    for (size_t i = 0; i < names.len; i++) {
        const char *path = path_in(walk->arena, folder, names.items[i]);
        if (is_own_folder(path)) {
            struct tl_str below = tl_arena_format(walk->arena, "%.*s.%.*s", TL_STR_ARG(prefix),
                                                  TL_STR_ARG(names.items[i]));
            folder_walk(walk, below, path, depth + 1);
        } else if (rules && is_rule_name(names.items[i])) {
            file_add(walk, prefix, path, names.items[i]);
        }
    }
}

/* Adds the style that a folder is; false where no rule is in it. */
static bool style_add(struct walk *walk, struct tl_styles *styles, struct tl_str name,
                      const char *folder)
{
    struct tl_style *style = tl_arena_alloc(walk->arena, sizeof *style);
    style->name = name;
    walk->style = style;
    folder_walk(walk, name, folder, 0);
    if (style->files.len > 0) {
        *TL_VEC_ADD(walk->arena, styles) = style;
    }
    return style->files.len > 0;
}

/* What a folder is called, also where it is named as ".". */
static struct tl_str folder_name(struct tl_arena *arena, const char *folder)
{
    char *real = realpath(folder, NULL);
    struct tl_str path = tl_arena_copy(arena, tl_str_of(real != NULL ? real : folder));
    free(real);
    size_t begin = path.len;
    while (begin > 0 && path.data[begin - 1] != '/') {
        begin--;
    }
    return tl_str_slice(path, begin, path.len);
}

/* Folders beside the styles that hold something else. */
static bool is_style_name(struct tl_str name)
{
    return !tl_str_equal(name, TL_STR("config")) && !tl_str_equal(name, TL_STR("Vocab"));
}

bool tl_styles_find(struct tl_arena *arena, const char *folder, struct tl_styles *styles,
                    struct tl_errors *errors, struct tl_errors *warnings)
{
    struct walk walk = {arena, errors, warnings, NULL};
    struct tl_strs names;
    struct tl_error err;
    size_t n_errors = errors->len;
    size_t n_files;
    if (!tl_folder_read(arena, folder, &names, &err)) {
        *TL_VEC_ADD(arena, errors) = err;
        return false;
    }
    bool found = false;
    bool alone = has_rules(arena, folder, &names, &n_files);
    if (alone) {
        found = style_add(&walk, styles, folder_name(arena, folder), folder);
    }
    for (size_t i = 0; i < names.len && !alone; i++) {
        const char *path = path_in(arena, folder, names.items[i]);
        found |= is_style_name(names.items[i]) && tl_folder_is(path) &&
                 style_add(&walk, styles, names.items[i], path);
    }
    if (!found && errors->len == n_errors &&
        !tl_folder_is(path_in(arena, folder, TL_STR("config"))) &&
        !tl_folder_is(path_in(arena, folder, TL_STR("Vocab")))) {
        tl_error_set(TL_VEC_ADD(arena, errors), folder,
                     "there is no style in this folder: no folder in it has rule files (*.yml)");
    }
    return errors->len == n_errors;
}

/* "1 sequence, 2 script": the kinds in the order in which they came. */
static void refused_add(struct tl_buf *out, const struct tl_strs *refused)
{
    for (size_t i = 0; i < refused->len; i++) {
        size_t before = 0;
        size_t n = 0;
        for (size_t k = 0; k < refused->len; k++) {
            bool same = tl_str_equal(refused->items[k], refused->items[i]);
            before += same && k < i ? 1 : 0;
            n += same ? 1 : 0;
        }
        if (before == 0) {
            tl_buf_add_format(out, "%s%zu %.*s", i == 0 ? "" : ", ", n,
                              TL_STR_ARG(refused->items[i]));
        }
    }
}

struct tl_str tl_style_summary(struct tl_arena *arena, const struct tl_style *style)
{
    struct tl_buf out = tl_buf_in(arena);
    tl_buf_add_format(&out, "%zu %s, %zu not supported", style->n_rules,
                      style->n_rules == 1 ? "rule" : "rules", style->refused.len);
    if (style->refused.len > 0) {
        tl_buf_add(&out, TL_STR(" ("));
        refused_add(&out, &style->refused);
        tl_buf_add(&out, TL_STR(")"));
    }
    if (style->n_broken > 0) {
        tl_buf_add_format(&out, ", %zu broken", style->n_broken);
    }
    tl_buf_add_format(&out, ", %zu dead %s", style->n_dead,
                      style->n_dead == 1 ? "token" : "tokens");
    return tl_buf_str(&out);
}

bool tl_style_is_short(const struct tl_style *style)
{
    return style->refused.len > 0 || style->n_broken > 0;
}
