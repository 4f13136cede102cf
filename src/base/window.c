/* SPDX-License-Identifier: MIT */
#include "base/window.h"

#include "base/mem.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { FIRST_BYTES = 64 * 1024 };

bool tl_window_open(struct tl_window *window, const char *path, struct tl_error *err)
{
    *window = (struct tl_window){.fd = STDIN_FILENO, .is_open = path != NULL};
    if (path != NULL) {
        window->fd = open(path, O_RDONLY | O_CLOEXEC);
    }
    if (window->fd < 0) {
        tl_error_set(err, path, "cannot open: %s", strerror(errno));
        return false;
    }
    window->cap = FIRST_BYTES;
    window->data = tl_mem_alloc(window->cap + 1);
    return true;
}

/* Makes room at the end: moves what is there to the front, or lets the memory grow. */
static void room_make(struct tl_window *window)
{
    if (window->begin > window->cap / 2) {
        memmove(window->data, window->data + window->begin, window->end - window->begin);
        window->end -= window->begin;
        window->begin = 0;
        return;
    }
    window->cap *= 2;
    window->data = tl_mem_resize(window->data, window->cap + 1);
}

bool tl_window_fill(struct tl_window *window, size_t n, struct tl_error *err)
{
    while (!window->at_end && window->end - window->begin < n) {
        if (window->end == window->cap) {
            room_make(window);
        }
        ssize_t got = read(window->fd, window->data + window->end, window->cap - window->end);
        if (got < 0 && errno != EINTR) {
            tl_error_set(err, NULL, "cannot read: %s", strerror(errno));
            return false;
        }
        window->at_end = got == 0;
        window->end += got > 0 ? (size_t)got : 0;
    }
    return true;
}

struct tl_str tl_window_bytes(const struct tl_window *window)
{
    return (struct tl_str){window->data + window->begin, window->end - window->begin};
}

void tl_window_skip(struct tl_window *window, size_t n)
{
    size_t there = window->end - window->begin;
    window->begin += n < there ? n : there;
}

struct tl_str tl_window_take(struct tl_window *window, struct tl_arena *arena, size_t max)
{
    struct tl_str bytes = tl_str_slice(tl_window_bytes(window), 0, max);
    window->data[window->begin + bytes.len] = '\0';
    tl_arena_on_free(arena, free, window->data);
    window->data = NULL;
    window->begin = window->end = 0;
    window->at_end = true;
    return bytes;
}

void tl_window_close(struct tl_window *window)
{
    free(window->data);
    window->data = NULL;
    if (window->is_open) {
        close(window->fd);
        window->is_open = false;
    }
}
