/* SPDX-License-Identifier: MIT */
#include "base/io.h"

#include "base/mem.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Reads until the end or until there is one byte more than `max`; bytes read, or -1 and errno. */
static ssize_t read_all(int fd, char **data, size_t first, size_t max)
{
    size_t cap = first + 1;
    size_t len = 0;
    *data = tl_mem_alloc(cap + 1);
    while (len <= max) {
        if (len == cap) {
            cap = cap * 2 < max + 1 ? cap * 2 : max + 1;
            *data = tl_mem_resize(*data, cap + 1);
        }
        ssize_t n = read(fd, *data + len, cap - len);
        if (n < 0 && errno != EINTR) {
            return -1;
        }
        if (n == 0) {
            break;
        }
        len += n > 0 ? (size_t)n : 0;
    }
    return (ssize_t)len;
}

bool tl_io_read(struct tl_arena *arena, const char *path, size_t max, struct tl_str *bytes,
                bool *more, struct tl_error *err)
{
    int fd = path == NULL ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        tl_error_set(err, path, "cannot open: %s", strerror(errno));
        return false;
    }
    struct stat status;
    size_t first = 64 * 1024;
    if (fstat(fd, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0) {
        first = (size_t)status.st_size < max ? (size_t)status.st_size : max;
    }
    char *data = NULL;
    ssize_t len = read_all(fd, &data, first, max);
    int failure = errno;
    if (path != NULL) {
        close(fd);
    }
    if (len < 0) {
        free(data);
        tl_error_set(err, path, "cannot read: %s", strerror(failure));
        return false;
    }
    *more = (size_t)len > max;
    *bytes = (struct tl_str){data, *more ? max : (size_t)len};
    data[bytes->len] = '\0';
    tl_arena_on_free(arena, free, data);
    return true;
}
