/* SPDX-License-Identifier: MIT */
#include "cli/walk.h"

#include "base/limits.h"
#include "text/template_dialect.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char *const endings[] = {
    ".eml", ".txt", ".text", ".html", ".htm", ".xhtml", ".md", ".markdown", ".mbox",
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
        if (tl_str_has_suffix_nocase(name, tl_str_of(endings[i]))) {
            return true;
        }
    }
    return tl_dialect_is_template(name);
}

/* "FOLDER/NAME", with one slash. */
static struct tl_str path_of(struct tl_arena *arena, const char *folder, const char *name)
{
    bool slash = folder[0] != '\0' && folder[strlen(folder) - 1] == '/';
    return tl_arena_format(arena, "%s%s%s", folder, slash ? "" : "/", name);
}

static bool has_folder(struct tl_arena *arena, const char *folder, const char *name)
{
    struct stat status;
    return stat(path_of(arena, folder, name).data, &status) == 0 && S_ISDIR(status.st_mode);
}

/* Whether the folder is a Maildir: it holds the folders cur and new. */
static bool is_maildir(struct tl_arena *arena, const char *folder)
{
    return has_folder(arena, folder, "cur") && has_folder(arena, folder, "new");
}

bool tl_walk_is_in_maildir(struct tl_str path)
{
    size_t name = path.len;
    while (name > 0 && path.data[name - 1] != '/') {
        name--;
    }
    struct tl_str folder = tl_str_slice(path, 0, name);
    struct tl_str tail = tl_str_slice(folder, name < 4 ? 0 : name - 4, name);
    bool is_named = tl_str_equal(tail, TL_STR("cur/")) || tl_str_equal(tail, TL_STR("new/"));
    if (!is_named || (name > 4 && path.data[name - 5] != '/')) {
        return false;
    }
    struct tl_arena *arena = tl_arena_new();
    struct tl_str up = tl_str_slice(folder, 0, name - 4);
    bool is = is_maildir(arena, up.len == 0 ? "." : tl_arena_copy(arena, up).data);
    tl_arena_free(arena);
    return is;
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

/* A file: taken for its ending, or because it lies in a Maildir. */
static void file_add(struct walk *walk, struct tl_str path, struct stat *status)
{
    if (!is_known(path) && !tl_walk_is_in_maildir(path)) {
        return;
    }
    if (!S_ISLNK(status->st_mode) || (stat(path.data, status) == 0 && S_ISREG(status->st_mode))) {
        *TL_VEC_ADD(walk->arena, walk->files) = path;
    }
}

static void entry_add(struct walk *walk, struct tl_str path, unsigned depth)
{
    struct stat status;
    if (lstat(path.data, &status) != 0) {
        fail(walk, path.data, strerror(errno));
    } else if (S_ISDIR(status.st_mode)) {
        folder_add(walk, path.data, depth + 1);
    } else {
        file_add(walk, path, &status);
    }
}

/* Whether a name in a folder is looked at: in a Maildir, the mail and the Maildirs in it. */
static bool is_wanted(struct walk *walk, const char *folder, bool in_maildir, struct tl_str name)
{
    if (!in_maildir) {
        return name.data[0] != '.';
    }
    return tl_str_equal(name, TL_STR("cur")) || tl_str_equal(name, TL_STR("new")) ||
           (!tl_str_equal(name, TL_STR(".")) && !tl_str_equal(name, TL_STR("..")) &&
            is_maildir(walk->arena, path_of(walk->arena, folder, name.data).data));
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
    bool in_maildir = is_maildir(walk->arena, folder);
    for (const struct dirent *item = readdir(stream); item != NULL; item = readdir(stream)) {
        if (is_wanted(walk, folder, in_maildir, tl_str_of(item->d_name))) {
            *TL_VEC_ADD(walk->arena, &names) = tl_arena_copy(walk->arena, tl_str_of(item->d_name));
        }
    }
    closedir(stream);
    if (names.len > 0) {
        qsort(names.items, names.len, sizeof *names.items, compare);
    }
    for (size_t i = 0; i < names.len; i++) {
        entry_add(walk, path_of(walk->arena, folder, names.items[i].data), depth);
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
    bool is_empty_maildir = is_maildir(arena, path.data);
    if (files->len == before && errors->len == errors_before && !is_empty_maildir) {
        fail(&walk, path.data,
             "the folder holds no message or template that is known by its ending");
    }
}
