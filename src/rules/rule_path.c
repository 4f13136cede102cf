/* SPDX-License-Identifier: MIT */
#include "rules/rule_path.h"

#include <sys/stat.h>

/* A file or folder: what a rule names may be a pipe or a device, of which the reading never ends.
 */
static bool can_end(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && (S_ISREG(status.st_mode) || S_ISDIR(status.st_mode));
}

struct tl_str tl_rule_path(const struct tl_loader *loader, struct tl_str name)
{
    static const char *const places[] = {"", "../", "../config/ignore/", "../config/dictionaries/"};
    struct tl_str path = tl_str_of(loader->path);
    size_t end = path.len;
    while (end > 0 && path.data[end - 1] != '/') {
        end--;
    }
    if (tl_str_has_prefix(name, TL_STR("/"))) {
        struct tl_str found = tl_arena_copy(loader->arena, name);
        return can_end(found.data) ? found : TL_STR("");
    }
    for (size_t i = 0; i < sizeof places / sizeof *places && name.len > 0; i++) {
        struct tl_str found = tl_arena_format(loader->arena, "%.*s%s%.*s", (int)end, path.data,
                                              places[i], TL_STR_ARG(name));
        if (can_end(found.data)) {
            return found;
        }
    }
    return TL_STR("");
}
