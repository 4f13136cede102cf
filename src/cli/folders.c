/* SPDX-License-Identifier: MIT */
#include "cli/folders.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

/* The program's file by the folders of PATH. */
static const char *in_path(struct tl_arena *arena, const char *program)
{
    struct tl_str path = tl_str_of(getenv("PATH"));
    for (size_t at = 0; at < path.len;) {
        size_t end = tl_str_find_char(path, ':', at);
        end = end == TL_NONE ? path.len : end;
        const char *file =
            tl_arena_format(arena, "%.*s/%s", TL_STR_ARG(tl_str_slice(path, at, end)), program)
                .data;
        if (end > at && access(file, X_OK) == 0 && !is_folder(file)) {
            return file;
        }
        at = end + 1;
    }
    return program;
}

const char *tl_folders_rules(struct tl_arena *arena, const char *program)
{
    const char *file = strchr(program, '/') != NULL ? program : in_path(arena, program);
    char *real = realpath(file, NULL);
    if (real != NULL) {
        char *slash = strrchr(real, '/');
        *slash = '\0';
        const char *beside = tl_arena_format(arena, "%s/rules.d", real).data;
        free(real);
        if (is_folder(beside)) {
            return beside;
        }
    }
    return is_folder(TL_RULES_DIR) ? TL_RULES_DIR : NULL;
}
