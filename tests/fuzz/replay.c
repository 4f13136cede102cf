/*
 * main() of a harness where there is no libFuzzer: runs it over the files that are named, and over
 * those in folders that are named.  SPDX-License-Identifier: MIT
 */
#include "harness.h"

#include "base/io.h"
#include "base/limits.h"
#include "base/mem.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static size_t n_files;

static void file_replay(const char *path)
{
    struct tl_arena *arena = tl_arena_new();
    struct tl_error err;
    struct tl_str bytes;
    bool more;
    if (!tl_io_read(arena, path, TL_MAX_SOURCE_BYTES, &bytes, &more, &err)) {
        fprintf(stderr, "%s: error: %s\n", path, err.text);
        exit(2);
    }
    fprintf(stderr, "replay: %s\n", path); // where it crashes, this is the last line
    uint8_t *exact = tl_mem_alloc(bytes.len + 1);
    uint8_t *data = exact + 1; // ends where the block ends: a sanitizer sees what reads further
    memcpy(data, bytes.data, bytes.len);
    LLVMFuzzerTestOneInput(data, bytes.len);
    free(exact);
    tl_arena_free(arena);
    n_files++;
}

static void path_replay(const char *path)
{
    struct stat status;
    if (stat(path, &status) != 0 || !S_ISDIR(status.st_mode)) {
        file_replay(path);
        return;
    }
    struct dirent **entries;
    int n = scandir(path, &entries, NULL, alphasort);
    for (int i = 0; i < n; i++) {
        char inner[4096];
        (void)snprintf(inner, sizeof inner, "%s/%s", path, entries[i]->d_name);
        if (entries[i]->d_name[0] != '.') {
            path_replay(inner);
        }
        free(entries[i]);
    }
    if (n >= 0) {
        free(entries);
    }
}

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        path_replay(argv[i]);
    }
    printf("%zu files\n", n_files);
    return 0;
}
