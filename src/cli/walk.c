/* SPDX-License-Identifier: MIT */
#include "cli/walk.h"

#include "base/limits.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const struct {
    const char *ending;
    bool is_template;
} endings[] = {
    {".eml", false}, {".txt", false},       {".text", false},    {".html", false},
    {".htm", false}, {".xhtml", false},     {".md", false},      {".markdown", false},
    {".j2", true},   {".jinja", true},      {".jinja2", true},   {".liquid", true},
    {".hbs", true},  {".handlebars", true}, {".mustache", true}, {".erb", true},
    {".ejs", true},  {".twig", true},       {".tpl", true},      {".tmpl", true},
    {".mjml", true},
};

enum { N_ENDINGS = sizeof endings / sizeof *endings };

struct walk {
    struct tl_arena *arena;
    struct tl_strs *files;
    struct tl_errors *errors;
};

static bool is_known(struct tl_str name)
{
    for (size_t i = 0; i < N_ENDINGS; i++) {
        if (tl_str_has_suffix_nocase(name, tl_str_of(endings[i].ending))) {
            return true;
        }
    }
    return false;
}

bool tl_walk_is_template(struct tl_str path)
{
    for (size_t i = 0; i < N_ENDINGS; i++) {
        if (endings[i].is_template &&
            tl_str_has_suffix_nocase(path, tl_str_of(endings[i].ending))) {
            return true;
        }
    }
    return false;
}

static void fail(struct walk *walk, const char *path, const char *what)
{
    tl_error_set(TL_VEC_ADD(walk->arena, walk->errors), path, "%s", what);
}

static int compare(const void *a, const void *b)
{
    return tl_str_compare(*(const struct tl_str *)a, *(const struct tl_str *)b);
}

static void folder_add(struct walk *walk, const char *folder, unsigned depth);

static void entry_add(struct walk *walk, const char *folder, struct tl_str name, unsigned depth)
{
    bool slash = folder[0] != '\0' && folder[strlen(folder) - 1] == '/';
    struct tl_str path =
        tl_arena_format(walk->arena, "%s%s%s", folder, slash ? "" : "/", name.data);
    struct stat status;
    if (lstat(path.data, &status) != 0) {
        fail(walk, path.data, strerror(errno));
    } else if (S_ISDIR(status.st_mode)) {
        folder_add(walk, path.data, depth + 1);
    } else if (is_known(name) && (!S_ISLNK(status.st_mode) ||
                                  (stat(path.data, &status) == 0 && S_ISREG(status.st_mode)))) {
        *TL_VEC_ADD(walk->arena, walk->files) = path;
    }
}

static void folder_add(struct walk *walk, const char *folder, unsigned depth)
{
    if (depth > TL_MAX_FOLDER_DEPTH) {
        fail(walk, folder, "too many folders inside folders; this one was not read");
        return;
    }
    DIR *stream = opendir(folder);
    if (stream == NULL) {
        tl_error_set(TL_VEC_ADD(walk->arena, walk->errors), folder, "cannot open: %s",
                     strerror(errno));
        return;
    }
    struct tl_strs names = {0};
    for (const struct dirent *item = readdir(stream); item != NULL; item = readdir(stream)) {
        if (item->d_name[0] != '.') {
            *TL_VEC_ADD(walk->arena, &names) = tl_arena_copy(walk->arena, tl_str_of(item->d_name));
        }
    }
    closedir(stream);
    if (names.len > 0) {
        qsort(names.items, names.len, sizeof *names.items, compare);
    }
    for (size_t i = 0; i < names.len; i++) {
        entry_add(walk, folder, names.items[i], depth);
    }
}

void tl_walk_add(struct tl_arena *arena, struct tl_str path, struct tl_strs *files,
                 struct tl_errors *errors)
{
    struct walk walk = {arena, files, errors};
    struct stat status;
    bool is_stdin = tl_str_equal(path, TL_STR("-"));
    if (is_stdin || stat(path.data, &status) != 0 || !S_ISDIR(status.st_mode)) {
        *TL_VEC_ADD(arena, files) = path;
        return;
    }
    size_t before = files->len;
    size_t errors_before = errors->len;
    folder_add(&walk, path.data, 0);
    if (files->len == before && errors->len == errors_before) {
        fail(&walk, path.data,
             "the folder holds no message or template that is known by its ending");
    }
}
