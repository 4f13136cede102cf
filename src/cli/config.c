/* SPDX-License-Identifier: MIT */
#include "cli/config.h"

#include "base/nearest.h"
#include "rules/yaml.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char file_name[] = ".tactlint.yml";

/* The options that a configuration may set: those about messages and checks, not about a run. */
static const char *const names[] = {
    "lang",     "messages", "channel", "audience",  "origin",     "attachments",
    "template", "dialects", "part",    "min-level", "fail-level", "rules",
    "styles",   "vocab",    "only",    "enable",    "disable",
};

enum { N_NAMES = sizeof names / sizeof *names };

struct reader {
    struct tl_arena *arena;
    const char *path;
    const char *folder; /* of the file; paths in it are relative to this */
    struct tl_options *options;
    struct tl_error *err;
};

/* The folder of a path: "." where it has none. */
static const char *folder_of(struct tl_arena *arena, struct tl_str path)
{
    struct stat status;
    const char *copy = tl_arena_copy(arena, path).data;
    if (stat(copy, &status) == 0 && S_ISDIR(status.st_mode)) {
        return copy;
    }
    size_t end = path.len;
    while (end > 0 && path.data[end - 1] != '/') {
        end--;
    }
    if (end == 0) {
        return ".";
    }
    return tl_arena_copy(arena, tl_str_slice(path, 0, end > 1 ? end - 1 : 1)).data;
}

/* The nearest configuration in a folder or above it, or NULL. */
static const char *find_above(struct tl_arena *arena, const char *folder)
{
    char *real = realpath(folder, NULL);
    const char *found = NULL;
    while (real != NULL && found == NULL) {
        const char *path = tl_arena_format(arena, "%s/%s", real, file_name).data;
        found = access(path, F_OK) == 0 ? path : NULL;
        char *slash = strrchr(real, '/');
        if (slash == NULL || real[0] == '\0') {
            break;
        }
        *slash = '\0';
    }
    free(real);
    return found;
}

static const char *find(struct tl_arena *arena, const struct tl_options *asked)
{
    if (asked->config.len > 0) {
        return asked->config.data;
    }
    struct tl_str input = asked->inputs.len > 0 ? asked->inputs.items[0] : TL_STR("-");
    if (tl_str_equal(input, TL_STR("-"))) {
        input = asked->stdin_name;
    }
    return find_above(arena, folder_of(arena, input));
}

static bool fail(struct reader *reader, const struct tl_yaml *node, const char *text)
{
    tl_error_set_at(reader->err, reader->path, node->line, node->column, "%s", text);
    return false;
}

/* Sets an option; its own error gets the place in the file. */
static bool set(struct reader *reader, const struct tl_yaml *node, struct tl_str name)
{
    struct tl_str value = node->text;
    if (node->kind != TL_YAML_SCALAR) {
        return fail(reader, node, "this must be a text or a list of texts");
    }
    bool is_folder = tl_str_equal(name, TL_STR("rules")) || tl_str_equal(name, TL_STR("styles"));
    if (is_folder && !tl_str_has_prefix(value, TL_STR("/"))) {
        value = tl_arena_format(reader->arena, "%s/%.*s", reader->folder, TL_STR_ARG(value));
    }
    if (tl_str_equal(name, TL_STR("template")) && tl_str_equal(value, TL_STR("false"))) {
        return true;
    }
    struct tl_error err;
    if (!tl_options_set(reader->arena, reader->options, name, value, &err)) {
        return fail(reader, node, err.text);
    }
    return true;
}

static bool level_read(struct reader *reader, const struct tl_yaml *node)
{
    struct tl_selection *selection = &reader->options->selection;
    enum tl_level level;
    if (node->kind == TL_YAML_SCALAR && tl_str_equal(node->text, TL_STR("off"))) {
        *TL_VEC_ADD(reader->arena, &selection->disable) = node->key->text;
        return true;
    }
    if (node->kind != TL_YAML_SCALAR || !tl_level_find(node->text, &level) ||
        level == TL_LEVEL_NEVER) {
        return fail(reader, node, "a level must be error, warning, note or off");
    }
    *TL_VEC_ADD(reader->arena, &selection->levels) = (struct tl_rule_level){node->key->text, level};
    return true;
}

static bool unknown_key(struct reader *reader, const struct tl_yaml *key)
{
    struct tl_strs known = {0};
    for (size_t i = 0; i < N_NAMES; i++) {
        *TL_VEC_ADD(reader->arena, &known) = tl_str_of(names[i]);
    }
    *TL_VEC_ADD(reader->arena, &known) = TL_STR("levels");
    struct tl_str near = tl_nearest(&known, key->text);
    struct tl_str text = tl_arena_format(
        reader->arena, "unknown key '%.*s'%s%.*s%s", TL_STR_ARG(key->text),
        near.len > 0 ? "; did you mean '" : "", TL_STR_ARG(near), near.len > 0 ? "'?" : "");
    return fail(reader, key, text.data);
}

static bool member_read(struct reader *reader, const struct tl_yaml *member)
{
    struct tl_str name = member->key->text;
    bool good = true;
    if (tl_str_equal(name, TL_STR("levels"))) {
        if (member->kind != TL_YAML_MAP) {
            return fail(reader, member, "'levels' must be a map from checks to levels");
        }
        for (const struct tl_yaml *m = member->first; m != NULL && good; m = m->next) {
            good = level_read(reader, m);
        }
        return good;
    }
    for (size_t i = 0; i < N_NAMES; i++) {
        if (!tl_str_equal(name, tl_str_of(names[i]))) {
            continue;
        }
        if (member->kind != TL_YAML_LIST) {
            return set(reader, member, name);
        }
        for (const struct tl_yaml *item = member->first; item != NULL && good; item = item->next) {
            good = set(reader, item, name);
        }
        return good;
    }
    return unknown_key(reader, member->key);
}

bool tl_config_read(struct tl_arena *arena, const struct tl_options *asked,
                    struct tl_options *options, struct tl_error *err)
{
    const char *path = asked->no_config ? NULL : find(arena, asked);
    if (path == NULL) {
        return true;
    }
    const struct tl_yaml *map = tl_yaml_read(arena, path, err);
    if (map == NULL) {
        return false;
    }
    struct reader reader = {arena, path, folder_of(arena, tl_str_of(path)), options, err};
    if (map->kind != TL_YAML_MAP) {
        return fail(&reader, map, "a configuration must be a map of options");
    }
    for (const struct tl_yaml *member = map->first; member != NULL; member = member->next) {
        if (!member_read(&reader, member)) {
            return false;
        }
    }
    return true;
}
