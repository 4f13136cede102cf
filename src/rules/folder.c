/* SPDX-License-Identifier: MIT */
#include "rules/folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static int compare(const void *a, const void *b)
{
    return tl_str_compare(*(const struct tl_str *)a, *(const struct tl_str *)b);
}

/* Not a pipe or a device, of which the reading may never end.  What is not there fails later. */
static bool can_end(DIR *stream, const char *name)
{
    struct stat status;
    return fstatat(dirfd(stream), name, &status, 0) != 0 || S_ISREG(status.st_mode) ||
           S_ISDIR(status.st_mode);
}

bool tl_folder_read(struct tl_arena *arena, const char *folder, struct tl_strs *names,
                    struct tl_error *err)
{
    DIR *stream = opendir(folder);
    *names = (struct tl_strs){0};
    if (stream == NULL) {
        tl_error_set(err, folder, "cannot read the rules: %s", strerror(errno));
        return false;
    }
    for (const struct dirent *item = readdir(stream); item != NULL; item = readdir(stream)) {
        if (item->d_name[0] != '.' && item->d_name[0] != '_' && can_end(stream, item->d_name)) {
            *TL_VEC_ADD(arena, names) = tl_arena_copy(arena, tl_str_of(item->d_name));
        }
    }
    closedir(stream);
    if (names->len > 0) {
        qsort(names->items, names->len, sizeof *names->items, compare);
    }
    return true;
}

bool tl_folder_is(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}
